"""The cue sheet: a row for every cue, as a spreadsheet reads it."""

from __future__ import annotations

import pytest

from strokekit.exporting.cue_sheet import COLUMNS
from strokekit.rendering.lines import one_line
from tests.exporting import readers
from tests.exporting.readers import losses, rendered, text_of
from tests.exporting.routines import moving, nasty, small
from tests.rendering.hostile import NASTY

STEP = {
    "start": "00:00:00.000",
    "end": "00:01:00.000",
    "length_ms": "60000",
    "kind": "step",
    "name": "work",
    "section": "legs",
    "technique": "kneading",
    "title": "Kneading",
    "where": "calves and thighs",
    "side": "",
    "tool": "thumb",
    "pressure": "gentle",
    "repeats": "",
    "text": "",
    "basis": "stated",
}


def test_a_step_fills_its_row() -> None:
    """Every column of a step that says much."""
    assert readers.rows(text_of(small(), "csv"))[0] == STEP


def test_every_cue_has_a_row() -> None:
    """Steps, prompts, rests and changes of side, in the order of the timeline."""
    rows = readers.rows(text_of(small(), "csv"))

    assert [(row["kind"], row["name"], row["title"], row["side"], row["text"]) for row in rows[1:]] == [
        ("ask", "work", "", "", "Ask: “All right?”"),
        ("rest", "work", "Rest", "", ""),
        ("step", "round", "Circles (both sides, one after the other)", "both", ""),
        ("side", "round", "", "", "The other side"),
        ("step", "cover", "Cover", "", ""),
    ]
    assert losses(rendered(small(), "csv")) == {}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        pytest.param("where: left calf", ("left calf", "left"), id="the place has a side"),
        pytest.param("where: around left knee", ("around the left knee", "left"), id="it lies to a side"),
        pytest.param("where: calf, side: left", ("calf", "left"), id="the step has a side"),
        pytest.param("where: [left calf, right thigh]", ("left calf and right thigh", ""), id="two sides"),
        pytest.param("where: calf", ("calves", ""), id="nobody says"),
    ],
)
def test_no_side_gets_lost(step: str, expected: tuple[str, str]) -> None:
    """Who reads the sheet works on the right calf, whichever way its side is written."""
    text = SMALLEST.replace("where: calf", step).replace("TITLE", "Knead")
    (row,) = readers.rows(text_of(readers.timeline(text), "csv"))

    assert (row["where"], row["side"]) == expected


def test_moves_have_rows_of_their_own() -> None:
    """With their places."""
    rows = [row for row in readers.rows(text_of(moving(), "csv")) if row["kind"] == "move"]

    assert [(row["text"], row["where"], row["length_ms"]) for row in rows[:2]] == [
        ("out", "calf", "5000"),
        ("back", "calf", "5000"),
    ]


@pytest.mark.parametrize(("name", "sign"), [("comma", ","), ("semicolon", ";"), ("tab", "\t")])
def test_the_separator_is_an_option(name: str, sign: str) -> None:
    """Spreadsheets of some languages want another one; the rows are the same."""
    text = text_of(small(), "csv", separator=name)

    assert text.splitlines()[0] == sign.join(COLUMNS)
    assert readers.rows(text, sign) == readers.rows(text_of(small(), "csv"))


def test_lines_end_as_the_standard_says() -> None:
    """RFC 4180: with a carriage return and a line feed, the last one too."""
    text = text_of(small(), "csv")

    assert text.count("\r\n") == text.count("\n") == 7
    assert text.endswith("\r\n")


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_text_that_would_be_computed_is_guarded(title: str) -> None:
    """It gets an apostrophe before it, and the losses say so."""
    text = SMALLEST.replace("TITLE", title)
    made = rendered(readers.timeline(text), "csv")

    assert readers.rows(str(made.content))[0]["title"] == f"'{title}"
    assert losses(made) == {"guarded": ("a1",)}


SMALLEST = """strokekit: 1
title: T
contraindications: none_reviewed
sections: [{id: a, steps: [{technique: kneading, id: a1, title: 'TITLE', where: calf, duration: 1 s}]}]
"""


def test_a_hostile_text_stays_text() -> None:
    """Line breaks and separators in a title stay in its cell."""
    rows = readers.rows(text_of(nasty(), "csv"))

    assert (len(rows), rows[0]["title"]) == (4, one_line(NASTY))
