"""Which findings are shown, and what they weigh."""

from __future__ import annotations

import pytest

from strokekit.diagnostics import CODES, Diagnostic, Report, Severity, diagnose
from strokekit.errors import UsageError
from strokekit.reporting.selection import Selection, no_selector, weights_of

REGION = diagnose("unknown-region", file="a", id="x")
TECHNIQUE = diagnose("unknown-technique", file="a", id="x")
UNSAID = diagnose("contraindications-unknown", file="a")
CUT = diagnose("pressure-cut", file="a", facts={"found": "firm", "level": "6", "cap": "6"})
OIL = Diagnostic(code="thai/no-oil", name="thai.no_oil", severity=Severity.WARNING, message="no oil", file="a")
MAT = Diagnostic(code="thai-yoga/mat", name="thai_yoga.mat", severity=Severity.HINT, message="bring a mat", file="a")
REPORT = Report.of([REGION, TECHNIQUE, UNSAID, CUT, OIL, MAT])
ALL = {"SK401", "SK403", "SK703", "SK707", "thai/no-oil", "thai-yoga/mat"}


def codes(selection: Selection) -> set[str]:
    """What is left of the report."""
    return {found.code for found in selection.of(REPORT)}


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        pytest.param((), (), ALL, id="nothing said"),
        pytest.param(("SK403",), (), {"SK403"}, id="a code"),
        pytest.param(("unknown-region",), (), {"SK403"}, id="a name"),
        pytest.param(("SK4", "SK707"), (), {"SK401", "SK403", "SK707"}, id="a stage and a code"),
        pytest.param(("thai/",), (), {"thai/no-oil"}, id="a plugin, and not the one whose name begins alike"),
        pytest.param(("thai/no_oil",), (), {"thai/no-oil"}, id="a rule, as its id is written"),
        pytest.param(("thai_yoga/",), (), {"thai-yoga/mat"}, id="a plugin, as its namespace is written"),
        pytest.param((), ("SK",), {"thai/no-oil", "thai-yoga/mat"}, id="all of strokekit left out"),
        pytest.param((), ("all",), set(), id="everything left out"),
        pytest.param(("SK703",), ("all",), {"SK703"}, id="the more exact holds: select"),
        pytest.param(("SK7",), ("SK70",), set(), id="the more exact holds: ignore"),
        pytest.param(("SK7",), ("SK703",), {"SK707"}, id="a code out of a stage"),
        pytest.param(("SK703",), ("contraindications-unknown",), set(), id="of two alike, ignore"),
        pytest.param(("SK9",), (), set(), id="what is not there"),
    ],
)
def test_what_is_left(select: tuple[str, ...], ignore: tuple[str, ...], left: set[str]) -> None:
    """Selectors name codes, names, stages, plugins or all; the more exact one holds."""
    assert codes(Selection(select=select, ignore=ignore)) == left


@pytest.mark.parametrize(
    ("least", "left"), [("error", 2), ("warning", 4), ("hint", 6)], ids=["errors alone", "and warnings", "and hints"]
)
def test_the_least_severity(least: str, left: int) -> None:
    """What weighs less is left out."""
    assert len(Selection(least=Severity(least)).of(REPORT)) == left


def test_weights() -> None:
    """A finding weighs what the most exact selector says, everywhere and before the least is looked at."""
    weights = {"all": Severity.HINT, "SK4": Severity.WARNING, "SK403": Severity.ERROR, "thai/": Severity.ERROR}
    report = Selection(weights=weights, least=Severity.WARNING).of(REPORT)

    assert {found.code: found.severity.value for found in report} == {
        "SK401": "warning",
        "SK403": "error",
        "thai/no-oil": "error",
    }
    assert [found.code for found in report.errors] == ["SK403", "thai/no-oil"]


@pytest.mark.parametrize(
    "name", ["syntax", "not-utf8", "too-large", "too-deep", "too-many-nodes", "version-unknown", "file-missing"]
)
def test_what_was_not_checked_is_always_shown(name: str) -> None:
    """Whatever is selected, ignored or made light of: a file that nobody could read must not look like a good one."""
    facts = {"syntax": "YAML", "problem": "x", "limit": 1, "found": "9", "known": "1", "path": "x"}
    report = Report.of([diagnose(name, file="a", facts=facts)])
    code = CODES[name].number

    for selection in (
        Selection(select=("SK703",)),
        Selection(ignore=("all", code)),
        Selection(weights={code: Severity.HINT}),
        Selection(weights={code: Severity.HINT}, least=Severity.ERROR),
    ):
        assert selection.of(report) == report


@pytest.mark.parametrize(
    "text", ["SK", "SK4", "SK40", "SK403", "unknown-region", "all", "thai/", "thai/no-oil", "thai/no_oil", "hot_stone/heat"]
)
def test_selectors(text: str) -> None:
    """A code, a beginning of codes, a name, a plugin's or all of a plugin's."""
    assert no_selector(text) == ""


@pytest.mark.parametrize("text", ["", "SK499", "SK4031", "sk403", "unknown-regio", "ALL", "/", "thai", "Thai/x", "SK999"])
def test_no_selectors(text: str) -> None:
    """What selects nothing is a mistake, and not the same as everything; what may be meant is told."""
    meant = {"sk403": "SK403", "unknown-regio": "unknown-region"}.get(text)
    expected = f"there is no code `{text}`{f': did you mean `{meant}`?' if meant else '; `strokekit explain` lists all'}"

    assert no_selector(text) == expected
    for given in ({"select": (text,)}, {"ignore": (text,)}, {"weights": {text: Severity.HINT}}):
        with pytest.raises(UsageError) as raised:
            Selection(**given)
        assert str(raised.value) == expected


def test_severities_are_read() -> None:
    """The last that is said of a selector, and the last least, hold."""
    texts = ["error", "SK703=hint", "thai/no-oil=error", "SK703=error", "warning"]

    assert weights_of(texts) == ({"SK703": Severity.ERROR, "thai/no-oil": Severity.ERROR}, Severity.WARNING)


@pytest.mark.parametrize("text", ["fatal", "SK703=fatal", "SK703=", ""])
def test_no_severities(text: str) -> None:
    """The words are named."""
    with pytest.raises(UsageError) as raised:
        weights_of([text])

    assert str(raised.value) == f"a severity is error, warning, hint, or CODE= and one of these, not {text!r}"
