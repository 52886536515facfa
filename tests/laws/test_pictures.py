"""Laws of the pictures: any timeline is drawn, well-formed, and as its times and its steps say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from strokekit.drawing.bodymap import body_map
from strokekit.drawing.chart import chart
from strokekit.drawing.steps import step_figures
from strokekit.model.timeline import Timeline
from strokekit.rendering.context import RenderContext
from tests.drawing.pictures import SVG, content, parsed
from tests.laws.test_timeline import timelines
from tests.plans import engine

FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
LEFT, RIGHT = 390.0, 980.0
"""Where the axis of a chart begins and ends."""
CONSTRUCTS = Path(__file__).parents[2] / "examples" / "routines" / "constructs"
PLACES = (
    "directions",
    "loops-on-includes",
    "paths",
    "patterns",
    "per-digit",
    "places",
    "places-in-words",
    "pressure-scales",
    "stages",
)


def context(timeline: Timeline) -> RenderContext:
    """Make the context of a timeline of the plans' engine."""
    return RenderContext(plan=timeline.plan, catalog=engine().catalog, exact=timeline)


@FEW
@given(timelines())
def test_pictures_say_what_their_timeline_says(timeline: Timeline) -> None:
    """The chart has a bar for each step and rest at its time; the map is drawn; work on the client at a place has a picture."""
    made = context(timeline)
    _bars(timeline, content(chart(made)))
    parsed(content(body_map(made)))
    figures = step_figures(made)
    assert len(figures.of) == len(timeline.cues)
    for cue, at in zip(timeline.cues, figures.of, strict=True):
        assert at is None or (cue.hands_on and cue.work is not None and cue.work.sites)
    assert {at for at in figures.of if at is not None} == set(range(len(figures.pictures)))


def _bars(timeline: Timeline, markup: str) -> None:
    bars = [rect for rect in parsed(markup).iter(f"{SVG}rect") if rect.find(f"{SVG}title") is not None]
    scale = (RIGHT - LEFT) / max(timeline.total, 1)
    drawn = sorted((float(bar.get("x") or 0), float(bar.get("width") or 0)) for bar in bars)
    wanted = sorted(
        (LEFT + cue.start * scale, max(cue.length * scale, 2)) for cue in timeline.cues if cue.kind in {"step", "rest"}
    )
    assert len(drawn) == len(wanted)
    assert all(one == pytest.approx(other, abs=0.2) for one, other in zip(drawn, wanted, strict=True))


@pytest.mark.parametrize("name", PLACES)
def test_the_constructs_of_places_are_drawn(name: str) -> None:
    """Every way to say a place is drawn, or is in the loss report with its step."""
    timeline = engine().fit(engine().compose(engine().load(CONSTRUCTS / f"{name}.routine.yaml"))).require()
    made = context(timeline)
    figures, drawn = step_figures(made), body_map(made)
    parsed(content(drawn))
    told = {cue for loss in drawn.losses if loss.name in {"unplaced", "undrawn"} for cue in loss.cues}
    empty = {cue.name for cue, at in zip(timeline.cues, figures.of, strict=True) if at is None and cue.hands_on}
    assert empty == told
