"""`dump`: what was built, or read, as the text that a person would have written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from strokekit import Engine, UsageError, build, dump
from strokekit.formats import read_text

ENGINE = Engine()
ROOT = Path(__file__).parents[2]
LEGS = build.routine(
    title="Legs",
    contraindications="none_reviewed",
    values={"passes": {"type": "count", "default": 3}},
    extras={"x-own": {"weight": 1.5, "none": None}},
    sections=[
        build.section(
            "legs",
            build.technique("gliding", repeat="$passes", path="ankle -> knee", note="Slowly, and: warm.", title="no"),
            build.choose(1, build.technique("kneading", where="calf"), build.technique("wringing", where="calf")),
            build.block(
                build.technique("stroking", where="calf", duration="1 min"), sides="each", between=[build.action("turn_over")]
            ),
            lubricant="oil",
            position="prone",
            phase="main",
        )
    ],
)
WRITTEN = """\
strokekit: 1
title: Legs
contraindications: none_reviewed
values:
  passes: {type: count, default: 3}
sections:
  - id: legs
    phase: main
    position: prone
    lubricant: oil
    steps:
      - {technique: gliding, title: "no", path: ankle -> knee, repeat: $passes, note: "Slowly, and: warm."}
      - choose: 1
        from:
          - {technique: kneading, where: calf}
          - {technique: wringing, where: calf}
      - sides: each
        steps: [{technique: stroking, where: calf, duration: 1 min}]
        between: [{action: turn_over}]
x-own: {weight: 1.5, none: null}
"""


def test_yaml_is_as_a_person_writes_it() -> None:
    """The head first, then the keys in the order of the format, the steps last; short steps on one line; quotes where needed."""
    assert dump(LEGS) == WRITTEN


def test_json_has_the_same_order() -> None:
    """Two spaces a level, the same keys in the same order."""
    text = dump(LEGS, syntax="json")

    assert text.startswith('{\n  "strokekit": 1,\n  "title": "Legs",\n')
    assert text.endswith("}\n")
    assert json.loads(text) == yaml.safe_load(WRITTEN) == LEGS.data
    assert json.dumps(json.loads(text)) == json.dumps(yaml.safe_load(WRITTEN))


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(LEGS, id="built"),
        pytest.param(LEGS.document, id="outcome"),
        pytest.param(LEGS.document.value, id="document"),
        pytest.param(ENGINE.structure(LEGS.document).value, id="routine"),
        pytest.param(ENGINE.loads(WRITTEN).value, id="routine from a file"),
        pytest.param(LEGS.data, id="JSON"),
    ],
)
def test_whatever_holds_a_document_is_written(given: Any) -> None:
    """A piece, a document, its outcome, a routine, and JSON values are all written alike."""
    assert dump(given) == WRITTEN


def test_sections_and_steps_are_written_alone() -> None:
    """To look at a piece, no routine is needed around it."""
    step = build.technique("kneading", id="work", where=["calf", "foot"])

    assert dump(step) == "technique: kneading\nid: work\nwhere: [calf, foot]\n"
    assert dump(build.part(step, title="Leg")) == "title: Leg\nsteps: [{technique: kneading, id: work, where: [calf, foot]}]\n"
    assert dump(build.section("legs", step, phase="main")).splitlines()[:2] == ["id: legs", "phase: main"]


def test_long_forms_become_short_where_no_name_changes() -> None:
    """A node without an id is named after its content, so what it holds stays as it is written."""
    count = {"min": 3, "max": 5}
    steps = [build.technique("kneading", id="work", repeat=count), build.technique("kneading", repeat=count)]
    text = dump(build.routine(build.section("s", *steps), title="T"))

    assert text.splitlines()[-2:] == [
        "      - {technique: kneading, id: work, repeat: 3..5}",
        "      - {technique: kneading, repeat: {min: 3, max: 5}}",
    ]


def test_what_has_faults_is_written_too() -> None:
    """To see what is wrong, one may want to look at it: what the layout refuses is written as it is."""
    assert dump({"title": "T", "strokekit": 9}) == "strokekit: 9\ntitle: T\n"


def test_names_keep_their_order() -> None:
    """Only the keys of the format are put in order: not those of mappings from names, nor the languages of a text."""
    step = build.cue(avoid={"title": "keep_off", "id": "keep_off"}, say={"id": "Halo", "en": "Hello", "de": "Hallo"})

    assert list(json.loads(dump(step, syntax="json"))["say"]) == ["id", "en", "de"]
    assert list(json.loads(dump(step, syntax="json"))["avoid"]) == ["title", "id"]


def test_the_article_is_written_and_read_again() -> None:
    """A file that was read is written without its comments, and says the same."""
    document = ENGINE.read(ROOT / "examples/routines/upper-lower-back.routine.yaml").require()

    for syntax in ("yaml", "json"):
        again = read_text(dump(document, syntax=syntax), syntax=syntax).require()
        assert again.data == document.data
        assert dump(again, syntax=syntax) == dump(document, syntax=syntax)
        assert ENGINE.structure(again).require() == ENGINE.structure(document).require()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(3, "dump() writes what a document holds, and a int is none", id="a number"),
        pytest.param(read_text("[").report, "dump() writes what a document holds, and a Report is none", id="a report"),
        pytest.param(read_text("["), "dump() writes what a document holds, and nothing was read", id="nothing read"),
        pytest.param({"title": object()}, None, id="an object"),
    ],
)
def test_what_is_no_document_is_not_written(given: Any, expected: str | None) -> None:
    """A wrong call says what was handed in."""
    with pytest.raises(UsageError) as caught:
        dump(given)

    assert expected is None or str(caught.value) == expected


def test_there_are_two_syntaxes() -> None:
    """Any other is a wrong call."""
    with pytest.raises(UsageError) as caught:
        dump(LEGS, syntax="toml")  # type: ignore[arg-type]  # what a checker would find
    assert str(caught.value) == "dump() writes `yaml` or `json`, not 'toml'"
