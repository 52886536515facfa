"""Diagnostics, reports and outcomes: what they say, how they are sorted, and that they travel."""

from __future__ import annotations

import pickle
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from strokekit.diagnostics import CODES, Diagnostic, Edit, Fix, Outcome, Related, Report, Severity, Span, diagnose
from strokekit.errors import InvalidRoutine, PluginError, StrokekitError, UsageError

ROOT = Path(__file__).parents[2]
FACTS = {name: name for code in CODES.values() for _, name, _, _ in Formatter().parse(f"{code.message}{code.hint}") if name}
"""Facts for the words of any code."""


def span(start: int, line: int = 1) -> Span:
    """Make a span of one character."""
    return Span(start=start, end=start + 1, line=line, column=start + 1, end_line=line, end_column=start + 2)


def problem(start: int = 0, name: str = "unknown-id", **more: Any) -> Diagnostic:
    """Make a diagnostic at a place."""
    return diagnose(name, file="r.yaml", pointer=f"/{start}", span=span(start), id="pack", **more)


def test_the_words_come_from_the_table() -> None:
    """Number, weight and words are the table's, filled with the facts; its hint goes first, and empty ones are left out."""
    made = diagnose("duplicate-id", id="pack", hints=["", "or both"])

    assert (made.code, made.name, made.severity, made.message) == (
        "SK407",
        "duplicate-id",
        Severity.ERROR,
        "the id `pack` is taken",
    )
    assert made.hints == ("give one of the two another id", "or both")
    assert made.facts == {"id": "pack"}


def test_a_fact_may_be_called_like_an_argument() -> None:
    """`found` is the text at the place, and in `facts` what the words say was found."""
    made = diagnose("wrong-type", found="{a: 1}", facts={"key": "id", "expected": "a text", "found": "a mapping"})

    assert (made.message, made.found) == ("`id` takes a text, not a mapping", "{a: 1}")


@pytest.mark.parametrize("name", ["no-such-code", "unknown-id"])
def test_an_unknown_code_or_a_missing_fact_is_the_programs_mistake(name: str) -> None:
    """A code that is not in the table, or words without their facts, raise."""
    with pytest.raises(KeyError):
        diagnose(name)


@pytest.mark.parametrize(("length", "shown"), [(80, "x" * 80), (81, "x" * 79 + "…")])
def test_what_was_found_is_cut(length: int, shown: str) -> None:
    """At most 80 characters of the text are shown."""
    assert diagnose("unknown-id", id="a", found="x" * length).found == shown


@pytest.mark.parametrize(
    ("made", "line"),
    [
        pytest.param(problem(4), "r.yaml:1:5: error[SK406] nothing here has the id `pack`", id="at a place"),
        pytest.param(
            diagnose("unknown-id", file="r.yaml", id="a"), "r.yaml: error[SK406] nothing here has the id `a`", id="in a file"
        ),
        pytest.param(diagnose("unknown-id", id="a"), "error[SK406] nothing here has the id `a`", id="nowhere"),
        pytest.param(
            diagnose("unknown-id", id="a", severity=Severity.HINT),
            "hint[SK406] nothing here has the id `a`",
            id="of another weight",
        ),
    ],
)
def test_a_diagnostic_in_a_line(made: Diagnostic, line: str) -> None:
    """File, line and column, weight, number, words."""
    assert str(made) == line


def test_a_report_is_sorted_and_says_nothing_twice() -> None:
    """Diagnostics stand in the order of the text, the heavier first, and equal ones once."""
    late, early, light = problem(7), problem(2), problem(2, severity=Severity.WARNING)
    report = Report.of([late, light, early, late])

    assert list(report) == [early, light, late]
    assert len(report) == 3
    assert bool(Report())


def test_weights_of_a_report() -> None:
    """Only errors make a report bad."""
    warned = Report.of([problem(severity=Severity.WARNING), problem(severity=Severity.HINT)])

    assert (warned.ok, len(warned.errors), len(warned.warnings)) == (True, 0, 1)
    assert Report.of([problem()]).ok is False


def test_reports_join() -> None:
    """What two reports both say is said once; joining with an empty one changes nothing."""
    first, second = Report.of([problem(1), problem(2)]), Report.of([problem(2), problem(3)])

    assert first + second == Report.of([problem(1), problem(2), problem(3)])
    assert (first + Report(), Report() + first) == (first, first)


def test_an_outcome_with_an_error_gives_no_value() -> None:
    """`require` gives the value of a good outcome, and raises with the report of a bad one."""
    good, bad, empty = Outcome(3), Outcome(3, Report.of([problem()])), Outcome[int](None)

    assert (good.require(), good.ok, bad.ok, empty.ok) == (3, True, False, False)
    with pytest.raises(InvalidRoutine) as raised:
        bad.require()
    assert raised.value.report == bad.report
    with pytest.raises(InvalidRoutine, match="nothing could be made of the routine"):
        empty.require()


def test_an_outcome_remembers_the_stage_before() -> None:
    """The earlier report goes in front; the value stays."""
    later = Outcome(3, Report.of([problem(5)])).after(Report.of([problem(1)]))

    assert (later.value, [d.pointer for d in later.report]) == (3, ["/1", "/5"])


def test_an_exception_shows_ten_errors() -> None:
    """A long report is cut, and says so."""
    shown = str(InvalidRoutine(Report.of([problem(start) for start in range(12)]))).splitlines()

    assert shown[0] == "r.yaml:1:1: error[SK406] nothing here has the id `pack`"
    assert (len(shown), shown[-1]) == (11, "… and 2 more")


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(
            Report.of([problem(1, related=[Related(message="here", file="r", pointer="/a", span=span(3))])]), id="report"
        ),
        pytest.param(problem(1, fix=Fix(title="write `a`", edits=(Edit(start=0, end=1, text="a"),), safe=True)), id="diagnostic"),
        pytest.param(Outcome(3, Report.of([problem()])), id="outcome"),
    ],
)
def test_values_pickle(value: object) -> None:
    """What a stage gives comes back equal from a pickle."""
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - made just here


@pytest.mark.parametrize(
    "error", [InvalidRoutine(Report.of([problem()])), UsageError("no such renderer"), PluginError((problem(),))]
)
def test_exceptions_pickle(error: StrokekitError) -> None:
    """Every exception of strokekit comes back as it was, and is one of its own."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made just here

    assert (type(again), str(again), again.args) == (type(error), str(error), error.args)
    assert isinstance(again, StrokekitError)


def test_a_usage_error_is_a_value_error() -> None:
    """Who catches ValueError of a wrong call catches this too."""
    assert issubclass(UsageError, ValueError)


def test_every_code_leads_to_its_page() -> None:
    """Named by a path, each page is there: in the repository, as long as the pages are published nowhere."""
    found = [diagnose(name, facts=FACTS) for name in CODES]

    assert [one.docs for one in found if not (ROOT / one.docs).is_file()] == []
    assert Diagnostic(code="thai/no-oil", name="thai.no_oil", severity=Severity.HINT, message="").docs == ""
