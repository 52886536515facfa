"""Pictures in words: places once, sides only where there is one, members of rows only where they are few."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.drawing.telling import Telling
from tests.drawing.pictures import SVG, content, context, drawn, parsed, words
from tests.rendering.hostile import routine


def both_sides(*steps: Any) -> dict[str, Any]:
    """Make a block of steps for each side."""
    return {"sides": "left then right", "steps": list(steps)}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"technique": "gliding", "where": "left calf"}, "left calf"),
        ({"technique": "gliding", "where": ["left calf", "back"]}, "left calf, back"),
        ({"technique": "gliding", "where": "calf", "side": "left"}, "left calf"),
        (both_sides({"technique": "gliding", "where": "calf"}), "calves"),
        (both_sides({"technique": "gliding", "where": "posterior thigh"}), "posterior thighs"),
        ({"for_each": {"toe": [1, 2]}, "steps": [{"technique": "gliding", "where": "this toe", "side": "left"}]}, None),
        ({"for_each": {"toe": "all"}, "steps": [{"technique": "gliding", "where": "this toe"}]}, "toes"),
        ({"technique": "gliding", "where": "knots in lower_back"}, "knots in the lower back"),
    ],
    ids=["side", "two", "dose", "both", "aspect", "members", "row", "finding"],
)
def test_places_are_told_together(step: dict[str, Any], expected: str | None) -> None:
    """All passes of a step say their places once; what differs only in side or number is one."""
    made = context(routine(step))
    told = Telling(made).all_places([cue for cue in made.timeline.cues if cue.hands_on])
    assert told == (expected or "left toe 1, left toe 2")


def test_the_firmest_pressure_is_shown() -> None:
    """A place that is worked firmly and then lightly has the firm shade, and both are in the legend."""
    steps = [{"technique": "gliding", "where": "back", "pressure": pressure} for pressure in ("strong", "gentle")]
    made = drawn(routine(*steps))
    assert 'class="bm-l5"' in content(made)
    assert 'class="bm-l2"' not in content(made)
    assert [loss.message for loss in made.losses] == ["1 place is worked with several pressures and shows the firmest"]
    assert {"strong (Walton 4–5)", "gentle (Walton 1–2)"} <= set(words(content(made)))


def test_the_list_is_divided_evenly() -> None:
    """Of ten equal steps five stand in each column, the numbers going down."""
    steps = [{"technique": "gliding", "where": "back", "title": f"Step {at}"} for at in range(10)]
    texts = [text for text in parsed(content(drawn(routine(*steps)))).iter(f"{SVG}text") if (text.text or "").startswith("Step ")]
    assert [text.text for text in texts] == [f"Step {at}" for at in range(10)]
    assert [text.get("x") for text in texts] == ["54"] * 5 + ["534"] * 5


def test_another_language_is_told_in_it() -> None:
    """The words of a picture come from the catalogue of the language that is asked for."""
    made = words(content(drawn(routine({"technique": "gliding", "where": "back"}))))
    from strokekit.drawing.bodymap import body_map

    german = words(content(body_map(context(routine({"technique": "gliding", "where": "back"}), "de"))))
    assert "Front" in made
    assert "Front" not in german
    assert len(german) == len(made)
