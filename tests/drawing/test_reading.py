"""Pictures in languages that are read from the right: where their words stand, and in which order their letters are."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from strokekit.drawing.bodymap import body_map
from strokekit.drawing.chart import chart
from strokekit.drawing.reading import Reading
from strokekit.drawing.xml import element, text
from tests.drawing.pictures import SVG, content, context, parsed
from tests.rendering.hostile import routine

TITLE = "עיסוי"
ROUTINE: dict[str, Any] = routine(
    {"technique": "gliding", "title": "החלקה", "path": "lower_back -> upper_back -> lower_back", "pressure": "gentle"},
    {"technique": "kneading", "title": "לישה", "where": "left calf", "pressure": "firm", "avoid": {"spine": "no_pressure"}},
    title=TITLE,
)


def texts(draw: Any, language: str) -> dict[str, ET.Element]:
    """Give the texts of a picture, without the marks of their own direction, and where they stand."""
    root = parsed(content(draw(context(ROUTINE, language))))
    return {(found.text or "").strip("\u2068\u2069"): found for found in root.iter(f"{SVG}text")}


def begins(found: ET.Element) -> tuple[str | None, str]:
    """Give from where a text goes on, and which of its ends stands there."""
    return found.get("x"), found.get("text-anchor", "start")


@pytest.mark.parametrize("draw", [body_map, chart])
@pytest.mark.parametrize(("language", "expected"), [("en", ("20", "start")), ("he", ("980", "end"))])
def test_a_title_stands_where_reading_begins(draw: Any, language: str, expected: tuple[str, str]) -> None:
    """At the left, or at the right."""
    assert begins(texts(draw, language)[TITLE]) == expected


@pytest.mark.parametrize(
    "words", ["Steps", "gentle (Walton 1–2)", "way of the strokes", "החלקה", "left calf; firm (Walton 3–4); 30 s"]
)
def test_legend_and_list_are_turned(words: str) -> None:
    """Each text stands as far from the right edge as it stood from the left one, and ends there."""
    if words not in texts(body_map, "en"):
        words = next(found for found in texts(body_map, "en") if found.startswith(words.partition(";")[0]))
    left, right = (begins(texts(body_map, language)[words]) for language in ("en", "ar"))

    assert left[1] == "start"
    assert right == (f"{1000 - float(left[0] or 0):g}", "end")


def test_figures_are_not_turned() -> None:
    """The left of a client stays where it is."""
    views = [{words: begins(found) for words, found in texts(body_map, language).items()} for language in ("en", "he")]

    assert [views[0][words] for words in ("Front", "Back", "Calf (left)")] == [
        views[1][words] for words in ("Front", "Back", "Calf (left)")
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Gliding 2", "Gliding 2", id="from the left"),
        pytest.param("עיסוי: calf", "\u2068עיסוי: calf\u2069", id="Hebrew"),  # noqa: RUF001 - Hebrew letters
        pytest.param("calf: تدليك", "\u2068calf: تدليك\u2069", id="Arabic behind other letters"),
        pytest.param("\u2067a\u2069", "a", id="marks of a routine's own"),
    ],
)
def test_letters_from_the_right_have_their_own_direction(words: str, expected: str) -> None:
    """A text that holds some is set apart, so that what stands around it stays in its order."""
    assert text(words) == expected


def test_what_begins_at_a_place() -> None:
    """A box of some width is counted from its other edge."""
    assert element("rect", x=Reading(from_right=True).box(20, 34)) == '<rect x="946"/>'
    assert Reading().text(20) == {"x": 20}
