"""The timeline as a picture: every bar lies where its time is, and everything that happens has a sign."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strokekit.drawing.axis import MOST, Axis
from strokekit.drawing.rows import parts
from tests.drawing.pictures import SVG, charted, content, context, of_article, parsed, words
from tests.rendering.hostile import article, nasty, routine

LEFT, RIGHT = 390.0, 980.0
"""Where the axis of every chart begins and ends."""


def bars(markup: str) -> dict[str, tuple[float, float, float, float]]:
    """Give x, y, width and height of each bar by what it is called."""
    found = {}
    for rect in parsed(markup).iter(f"{SVG}rect"):
        title = rect.find(f"{SVG}title")
        if title is not None and title.text:
            found[title.text] = tuple(float(rect.get(name) or 0) for name in ("x", "y", "width", "height"))
    return found  # type: ignore[return-value]  # four numbers each


def signs(markup: str) -> list[str]:
    """Give what the signs on the rows are called."""
    groups = parsed(markup).iter(f"{SVG}g")
    return [title.text or "" for group in groups if (title := group.find(f"{SVG}title")) is not None]


def test_bars_lie_where_their_times_are() -> None:
    """Each bar of the article begins and ends at its place on the axis, to half a unit."""
    timeline, found = article(), bars(content(of_article("timeline_svg")))
    steps = [cue for cue in timeline.cues if cue.kind == "step"]
    assert len(found) == len(steps)
    for cue, (x, _, wide, _) in zip(steps, found.values(), strict=True):
        assert x == pytest.approx(LEFT + (RIGHT - LEFT) * cue.start / timeline.total, abs=0.5)
        assert wide == pytest.approx(max((RIGHT - LEFT) * cue.length / timeline.total, 2), abs=0.5)


@pytest.mark.parametrize(
    "told",
    [
        "Back massage, upper part then lower part",
        "23 min 1 s",
        "15 min",
        "Upper back",
        "9 min 47 s",
        "Circles: lower back",
        "Kneading: upper back, shoulders",
        "work with the hands",
        "asked of the client",
    ],
)
def test_the_article_is_told(told: str) -> None:
    """The chart of the article names its sections, steps, times and signs."""
    assert told in words(content(of_article("timeline_svg")))


def test_what_is_said_is_a_sign_and_a_loss() -> None:
    """A question is a sign with its moment; that its words are missing is told."""
    assert signs(content(of_article("timeline_svg"))) == ["asked of the client, 7 min 17 s"]
    assert [(loss.name, loss.message, loss.cues) for loss in of_article("timeline_svg").losses] == [
        ("wordless", "1 prompt is a sign without its words", ("shoulder_blades",))
    ]


def test_sides_lie_on_halves_of_a_row() -> None:
    """The left side is drawn on the upper half of the row, the right on the lower, and both on the whole."""
    block = {"sides": "left then right", "steps": [{"technique": "gliding", "where": "calf", "duration": "1 min"}]}
    both = {"technique": "kneading", "where": "back", "duration": "1 min"}
    left, right, whole = (box for name, box in bars(content(charted(routine(block, both)))).items() if "lace" not in name)
    assert (left[1], right[1]) == (whole[1] - 21, left[1] + left[3])
    assert left[3] == right[3] == whole[3] / 2


@pytest.mark.parametrize(
    ("steps", "sign"),
    [
        ([{"technique": "gliding", "where": "back", "rest": "10 s"}], "Rest"),
        ([{"technique": "gliding", "where": "back", "say": "Breathe."}], "said to the client"),
        ([{"technique": "gliding", "where": "back", "caution": "Slowly."}], "caution"),
        ([{"technique": "gliding", "where": "back"}, {"checkpoint": "1 min"}], "checkpoint"),
        ([{"action": "turn_over", "position": "supine"}, {"technique": "gliding", "where": "chest"}], "turning over"),
        ([{"technique": "gliding", "where": "calf", "side": "both"}], "change of side"),
    ],
    ids=["rest", "say", "caution", "checkpoint", "turn", "side"],
)
def test_everything_has_a_sign_that_is_explained(steps: list[Any], sign: str) -> None:
    """What is in the chart stands in its legend, and what isn't does not."""
    made = words(content(charted(routine(*steps))))
    plain = words(content(charted(routine({"technique": "gliding", "where": "back"}))))
    assert sign in made
    assert sign not in plain


def test_a_turn_over_goes_through_all_rows() -> None:
    """The moment at which the client turns over is a line from the first row to the last."""
    steps = [{"technique": "gliding", "where": "back"}, {"action": "turn_over", "position": "supine"}]
    root = parsed(content(charted(routine(*steps, {"technique": "gliding", "where": "chest"}))))
    dashed = [path.get("d") or "" for path in root.iter(f"{SVG}path") if path.get("stroke-dasharray") == "7 4"]
    grid = [path.get("d") or "" for path in root.iter(f"{SVG}path") if path.get("stroke") == "#d9dee2"]
    assert dashed[0].partition("V")[2] == grid[0].partition("V")[2]


def test_passes_of_a_step_share_a_row() -> None:
    """A step in a loop has one row with a bar for each pass; other steps have rows of their own."""
    block = {"repeat": 3, "steps": [{"technique": "gliding", "where": "back"}, {"technique": "kneading", "where": "back"}]}
    (part,) = parts(context(routine(block, {"technique": "gliding", "where": "back"})).timeline)
    assert [len(row.bars) for row in part.rows] == [3, 3, 1]
    assert "Gliding \u00d7 3: back" in words(content(charted(routine(block))))


def test_every_step_and_rest_is_a_bar() -> None:
    """Rows hold each step and each rest of the article and of a nasty routine once."""
    for timeline in (article(), context(nasty()).timeline):
        found = [cue for part in parts(timeline) for row in part.rows for cue in row.bars]
        assert sorted(found, key=lambda cue: cue.start) == [cue for cue in timeline.cues if cue.kind in {"step", "rest"}]


def test_two_hundred_rows_are_apart() -> None:
    """Of two hundred steps each has a row of its own height, and all lie within the picture."""
    steps = [{"technique": "gliding", "where": "back", "title": f"Step {at}"} for at in range(200)]
    made = content(charted(routine(*steps)))
    tops = sorted(box[1] for box in bars(made).values())
    assert len(tops) == 200
    assert {round(b - a, 3) for a, b in itertools.pairwise(tops)} == {21.0}
    assert tops[-1] + 21 < float(parsed(made).get("height") or 0)


def test_a_hostile_routine_is_only_text() -> None:
    """Markup in the texts of a routine makes no elements."""
    made = content(charted(nasty()))
    known = {"svg", "title", "desc", "defs", "pattern", "rect", "path", "g", "text"}
    assert {element.tag.removeprefix(SVG) for element in parsed(made).iter()} <= known
    assert any("<script>" in text for text in words(made))


@given(st.integers(min_value=0, max_value=10**9))
def test_ticks_are_few_and_even(total: int) -> None:
    """An axis of any length has at most ten even steps, the first at its beginning, none beyond its end."""
    ticks = Axis(left=0, right=1, total=total).ticks()
    assert ticks[0] == 0
    assert len(ticks) <= MOST + 1
    assert ticks[-1] <= total
    assert len({b - a for a, b in itertools.pairwise(ticks)}) <= 1
