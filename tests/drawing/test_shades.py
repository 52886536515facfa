"""Shades: every level at its place in its own scale."""

from __future__ import annotations

import pytest

from strokekit.drawing.shades import level_of, shade
from strokekit.model.timeline_json import read_timeline, timeline_text
from tests.drawing.pictures import context, marked, step
from tests.rendering.hostile import routine


def shaded(pressure: str | None) -> int:
    """Give the shade of a step with a pressure."""
    dose = {"where": "back"} if pressure is None else {"where": "back", "pressure": pressure}
    return marked(step(**dose))[0][0].shade


@pytest.mark.parametrize(
    ("pressure", "expected"),
    [
        (None, 0),
        ("below pain", 0),
        ("0 walton", 1),
        ("1 walton", 1),
        ("gentle", 2),
        ("moderate", 3),
        ("deep", 4),
        ("strong", 5),
        ("1..5 walton", 3),
        ("3 m_technique", 3),
        ("10 comfort", 5),
        ("1 comfort", 1),
    ],
)
def test_a_level_has_a_shade(pressure: str | None, expected: int) -> None:
    """The shade is the fifth of the scale that the level's middle lies in; 0 is for what has no level."""
    assert shaded(pressure) == expected


def test_more_is_never_lighter() -> None:
    """Along a scale the shade never goes back."""
    shades = [shaded(f"{level} walton") for level in range(6)]
    assert shades == sorted(shades) == [1, 1, 2, 3, 4, 5]


def test_a_scale_of_the_routine_counts() -> None:
    """A level of the routine's own scale has its place there; without the plan nobody knows that scale."""
    scales = {"own": {"title": "Own", "low": "1", "high": "9", "words": {"velvety": "9"}}}
    made = context(routine({"technique": "gliding", "where": "back", "pressure": "velvety"}, scales=scales))
    cue = made.timeline.cues[0]
    assert shade(made, level_of(made, cue)) == 5
    alone = context(read_timeline(timeline_text(made.timeline)))
    assert shade(alone, level_of(alone, alone.timeline.cues[0])) == 0
