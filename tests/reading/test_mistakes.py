"""What an author is told: the mistakes of `mistakes.txt`, word for word, in YAML and in JSON."""

from __future__ import annotations

import json

import pytest

from strokekit.engine import Engine
from tests.formats.reports import repaired
from tests.reading.blocks import steps_in
from tests.reading.mistakes import LEAD, MISTAKES, Mistake, shown, whole

ENGINE = Engine()
BY_NAME = pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
STEP = "sections: [{id: a, steps: [{technique: kneading, where: calf}]}]\n"


@BY_NAME
def test_it_says_what_is_wrong(mistake: Mistake) -> None:
    """Each mistake is said once, at its place, with what to do about it."""
    report = ENGINE.loads(whole(mistake.text), name="r.yaml").report

    assert shown(report) == mistake.says


@BY_NAME
def test_it_says_the_same_of_json(mistake: Mistake) -> None:
    """A mistake of shape or words is said of JSON in the same words as of YAML."""
    read = ENGINE.read_text(whole(mistake.text), name="r")
    if read.value is None or read.report.errors:  # what only YAML can get wrong
        assert mistake.name.startswith("text ")
        return
    found = ENGINE.loads(json.dumps(read.value.data), name="r", syntax="json").report

    assert sorted((d.code, d.pointer, d.message, d.hints) for d in found) == sorted(
        (d.code, d.pointer, d.message, d.hints) for d in ENGINE.structure(read).report
    )


@pytest.mark.parametrize("syntax", ["yaml", "json"])
@BY_NAME
def test_its_fix_takes_it_away(mistake: Mistake, syntax: str) -> None:
    """Where a repair is offered, a file with it written no longer has that mistake, in either syntax."""
    text = whole(mistake.text)
    read = ENGINE.read_text(text)
    if syntax == "json" and read.value is not None and not read.report.errors:
        text = json.dumps(read.value.data)
    for diagnostic in ENGINE.loads(text, name="r").report:
        if diagnostic.fix is not None:
            after = ENGINE.loads(repaired(text, diagnostic), name="r").report
            assert (diagnostic.code, diagnostic.pointer, diagnostic.message) not in {
                (d.code, d.pointer, d.message) for d in after
            }


def test_names_are_told_apart() -> None:
    """No two mistakes bear one name, so that a failing test points at one of them."""
    names = [mistake.name for mistake in MISTAKES]

    assert len(set(names)) == len(names) > 100


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("{}", ["sections", "strokekit", "title"], id="an empty mapping"),
        pytest.param("strokekit: 1", ["sections", "title"], id="the version alone"),
        pytest.param("titel: T\nstrokekit: 1\n" + STEP, [], id="a misspelt key"),
    ],
)
def test_missing_keys_of_a_document(text: str, missing: list[str]) -> None:
    """Each key that a document lacks is named; one that is only misspelt is not missed as well."""
    report = ENGINE.loads(text).report

    assert [d.facts["key"] for d in report if d.name == "missing-key"] == missing


def test_all_is_said_in_one_pass() -> None:
    """Mistakes of the text's shape, of literals and of names are reported together, in the order of the text."""
    text = LEAD + "recipient: adlt\nsource: b\nsections: [{id: a, steps: [{technique: kneadin, where: calv}, {sya: x}]}]\n"
    report = ENGINE.loads(text).report

    assert [d.name for d in report] == ["not-one-of", "unknown-source", "unknown-technique", "unknown-region", "unknown-key"]


def test_a_reader_of_text_is_not_repeated() -> None:
    """What the reader of the text has said of a place is not said again by those who look for shape and words."""
    report = ENGINE.loads(whole("+ duration: 1:30")).report

    assert [d.name for d in report] == ["scalar-differs"]


def test_the_first_of_two_ids_is_shown() -> None:
    """A taken id points at the place that has it."""
    report = ENGINE.loads(whole("- {say: hi, id: a}"), name="r").report
    (related,) = report.errors[0].related

    assert (related.message, related.file, related.pointer, related.span and related.span.line) == (
        "the first is here",
        "r",
        "/sections/0/id",
        3,
    )


def test_an_unknown_technique_is_no_reason_to_drop_the_routine() -> None:
    """A routine whose sole fault is a missing plugin is still read, with the step as it stands."""
    outcome = ENGINE.loads(whole("- {technique: thai.palming, where: foot, pressure: light}"))
    assert outcome.value is not None
    (step,) = steps_in(outcome.value)

    assert [d.name for d in outcome.report.errors] == ["unknown-technique"]
    assert (step.technique, step.known, list(step.dose)) == ("thai.palming", False, ["where", "pressure"])


def test_a_broken_plugin_is_named_where_it_is_missed() -> None:
    """A technique of a plugin that can't be used says so, with the plugin's own problem."""
    engine = Engine(plugins={"thai": object()})
    report = engine.loads(whole("- {technique: thai.palming}")).report

    assert report.errors[0].hints == (
        "the plugin thai can't be used: it implements no hook: mark its functions with `@strokekit.hookimpl`",
    )
