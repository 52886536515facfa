"""The hand-off for devices: strokes with numbers where there are any, and nothing made up."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from strokekit.exporting.strokes import HandOff
from strokekit.model.timeline import Site
from strokekit.resources import read_text
from tests.exporting import readers
from tests.exporting.readers import engine, losses, rendered, text_of
from tests.exporting.routines import moving, nasty, small
from tests.rendering.hostile import article

WORK = {
    "name": "work",
    "start": 0,
    "end": 60_000,
    "technique": "kneading",
    "family": "petrissage",
    "places": [
        {"region": "calf", "side": None, "relation": None, "written": "calf"},
        {"region": "thigh", "side": None, "relation": None, "written": "thigh"},
    ],
    "path": None,
    "pattern": None,
    "direction": None,
    "side": None,
    "spared": [],
    "tools": ["thumb"],
    "level": {"scale": "walton", "low": 1, "high": 2, "written": "gentle"},
    "speed": {"written": "20/min", "per_minute": {"low": 20, "high": 20}},
    "hold": None,
    "repetitions": None,
    "duration": 60_000,
    "basis": "stated",
}


def test_a_stroke_says_all_that_is_known() -> None:
    """Technique, places, level, tool, speed and duration of a step that says much."""
    assert readers.strokes(text_of(small(), "strokes"))[0] == WORK


def test_the_sides_of_a_step_are_strokes_of_their_own() -> None:
    """A device works on one side, then on the other, where the step goes over to it."""
    _, left, right = readers.strokes(text_of(small(), "strokes"))

    assert [(one["side"], one["start"], one["end"], one["duration"]) for one in (left, right)] == [
        ("left", 65_000, 75_000, 10_000),
        ("right", 75_000, 85_000, 10_000),
    ]
    assert [[place["side"] for place in one["places"]] for one in (left, right)] == [["left"], ["right"]]


def test_only_work_with_the_hands_is_handed_off() -> None:
    """What is prepared, asked and left open is told."""
    assert losses(rendered(small(), "strokes")) == {
        "not-strokes": ("cover",),
        "unsaid": ("work",),
        "pressure-open": ("round",),
    }


def test_a_place_that_no_program_can_find_is_told() -> None:
    """`tight_areas` and no place at all are none."""
    assert losses(rendered(moving(), "strokes"))["place-open"] == ("wave", "last")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("calf", None, id="the region itself"),
        pytest.param("tight_areas", None, id="no region"),
        pytest.param("around knots", None, id="around what is no region"),
        pytest.param("around left scapula", ("around", None, [("scapula", "left")]), id="around it"),
        pytest.param("beside spine at lower_back", ("beside", None, [("spine", None)]), id="within another region"),
        pytest.param("3 finger_widths below knee", ("below", "3 finger_widths", [("knee", None)]), id="a way off"),
        pytest.param("between spine and scapula", ("between", None, [("spine", None), ("scapula", None)]), id="between two"),
    ],
)
def test_a_place_may_be_found_by_what_it_lies_to(written: str, expected: Any) -> None:
    """The relation and its regions are said, with the side and the offset, where the words name them."""
    relation = HandOff(engine().catalog).place(Site(written=written))["relation"]

    assert relation == (expected and _relation(*expected))


def _relation(word: str, offset: str | None, to: list[tuple[str, str | None]]) -> dict[str, Any]:
    return {"word": word, "offset": offset, "to": [{"region": region, "side": side} for region, side in to]}


def test_every_place_of_the_article_can_be_found() -> None:
    """Around the shoulder blades there is no region, but a program knows where that is."""
    made = rendered(article(), "strokes")
    (around,) = [
        place
        for stroke in readers.strokes(str(made.content))
        for place in stroke["places"]
        if place["written"] == "around scapula"
    ]

    assert "place-open" not in losses(made)
    assert around == {
        "region": None,
        "side": None,
        "relation": _relation("around", None, [("scapula", None)]),
        "written": "around scapula",
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("", None, id="nobody says"),
        pytest.param("1..3 walton", {"scale": "walton", "low": 1, "high": 3, "written": "1..3 walton"}, id="a range"),
        pytest.param("firm", {"scale": "walton", "low": 3, "high": 4, "written": "firm"}, id="a word"),
        pytest.param("7 own", {"scale": None, "low": None, "high": None, "written": "7 own"}, id="a scale of the file"),
    ],
)
def test_a_level_is_a_range(written: str, expected: Any) -> None:
    """One that the catalogue does not know is handed on as it is written."""
    assert HandOff(engine().catalog).level(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(None, None, id="nobody says"),
        pytest.param("2..4 cm/s", {"written": "2..4 cm/s", "cm_per_second": {"low": 2, "high": 4}}, id="a speed"),
        pytest.param("5 s each", {"written": "5 s each", "each_ms": {"low": 5_000, "high": 5_000}}, id="a time for each"),
        pytest.param("1 breath each", {"written": "1 breath each", "each_ms": {"low": None, "high": None}}, id="in breaths"),
        pytest.param("slow", {"written": "slow", "word": "slow"}, id="a word"),
        pytest.param("$pace", {"written": "$pace"}, id="what can't be read"),
    ],
)
def test_a_speed_is_a_range_or_a_word(written: Any, expected: Any) -> None:
    """In the unit of the author; nothing is computed."""
    assert HandOff(engine().catalog).speed(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(None, None, id="nobody says"),
        pytest.param("3..5 s", {"written": "3..5 s", "low": 3_000, "high": 5_000}, id="a range"),
        pytest.param("2 breaths", {"written": "2 breaths", "low": None, "high": None}, id="in breaths"),
    ],
)
def test_a_hold_is_a_range(written: Any, expected: Any) -> None:
    """In milliseconds, where it is not counted in breaths."""
    assert HandOff(engine().catalog).hold(written) == expected


@pytest.mark.parametrize("timeline", [article(), nasty(), moving()], ids=["article", "hostile", "moves"])
def test_the_schema_describes_it(timeline: Any) -> None:
    """What is written fits `schemas/strokes.schema.json`."""
    schema = json.loads(read_text("schemas", "strokes.schema.json"))

    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(json.loads(text_of(timeline, "strokes")))] == []


def test_decimals_are_numbers() -> None:
    """A level between two is one with a point."""
    text = "strokekit: 1\ntitle: T\ncontraindications: none_reviewed\nsections: [{id: a, steps: [STEP]}]\n"
    step = "{technique: kneading, id: k, where: calf, pressure: 2.5 walton, duration: 1 s}"

    assert readers.strokes(text_of(readers.timeline(text.replace("STEP", step)), "strokes"))[0]["level"]["low"] == 2.5
