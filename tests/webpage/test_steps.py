"""What the player shows of each segment: titles, places, lines, cues and pictures."""

from __future__ import annotations

import attrs
import pytest

from strokekit.model.timeline import Timeline
from strokekit.playing.timelines import course_of
from strokekit.rendering.card import Line
from strokekit.rendering.context import RenderContext
from strokekit.webpage.cues import CueView
from strokekit.webpage.outline import outline
from strokekit.webpage.pictures import pictures_of
from strokekit.webpage.steps import StepView, step_views
from tests.rendering.hostile import article, engine, routine, timeline
from tests.webpage.pages import short, signs


def _context(made: Timeline, language: str = "en") -> RenderContext:
    return RenderContext(plan=made.plan, catalog=engine().catalog, language=language, exact=made)


def _views(made: Timeline, language: str = "en") -> tuple[StepView, ...]:
    context = _context(made, language)
    return step_views(context, course_of(made), pictures_of(context))


def test_a_step_with_all_that_it_has() -> None:
    """A step has its words, its lines, what is said during it, and the number of its picture."""
    assert _views(short())[0] == StepView(
        name="knead",
        number=1,
        title="Kneading",
        headline="Kneading: left calf",
        time="1 min",
        section="legs",
        lines=(Line(label="Where", text="left calf"), Line(label="Time", text="1 min"), Line(label="Client", text="prone")),
        picture=0,
        cues=(CueView(name="knead:say", kind="say", said="Say: “Breathe out”", text="Breathe out"),),
    )


@pytest.mark.parametrize(
    ("index", "until"),
    [
        pytest.param(0, "", id="none"),
        pytest.param(1, "the tissue softens", id="a sign"),
        pytest.param(2, "it is answered", id="an answer"),
    ],
)
def test_what_ends_a_step(index: int, until: str) -> None:
    """Of a step that a person ends it is said what for."""
    assert _views(short())[index].until == until


def test_what_ends_more_than_a_step() -> None:
    """Of what a sign ends together it is said what sign that is; the last of it waits for it too."""
    assert [(view.name, view.until, view.sign) for view in _views(signs())] == [
        ("knead", "", "the tissue softens"),
        ("hold", "the breath deepens", "the tissue softens"),
        ("glide", "the tissue softens", "the tissue softens"),
        ("stroke", "", ""),
        ("leave", "", ""),
    ]


def test_the_answers_of_a_question() -> None:
    """A question has the answers that its author foresees, as they are kept and as they are shown; else yes and no."""
    asked = [cue.answers for view in (*_views(short()), *_views(article())) for cue in view.cues if cue.kind == "ask"]

    assert asked == [(("too_cold", "too cold"),), (("yes", "yes"), ("no", "no"))]


def test_general_cautions_stand_on_the_card_alone() -> None:
    """While the hands are busy there is what to do; what calls for care in general was read before, on the card."""
    views = {view.name: view for view in _views(article())}

    assert [line.label for line in views["lower_circles"].lines] == [
        "Where",
        "With",
        "Pressure",
        "Keep in mind",
        "Client",
        "Therapist",
    ]


def test_both_sides_have_their_own_title() -> None:
    """What is done on one side and then on the other says which side it is."""
    views = _views(
        timeline(
            routine({"sides": "left then right", "steps": [{"technique": "kneading", "where": "calf", "duration": "1 min"}]})
        )
    )
    kneading = [view for view in views if "Kneading" in view.title]

    assert [view.headline for view in kneading] == ["Kneading (left): calf", "Kneading (right): calf"]


def test_rests_are_not_counted() -> None:
    """A rest has a title of its own and the number of the step before it."""
    views = _views(timeline(routine({"technique": "kneading", "where": "back", "duration": "1 min", "rest": "10 s"})))

    assert [(view.number, view.title, view.time) for view in views] == [(1, "Kneading", "1 min"), (1, "Pause", "10 s")]


def test_a_timeline_without_its_plan() -> None:
    """Read back from JSON, a step still says where and how firmly."""
    lone = attrs.evolve(article(), plan=None, steps={})
    views = {view.name: view for view in _views(lone)}

    assert views["lower_strokes"].lines == (
        Line(label="Where", text="lower back and mid-back"),
        Line(label="Pressure", text="gentle–moderate (Walton 1–3)"),
    )


def test_equal_pictures_are_drawn_once() -> None:
    """Each step that works on the client has a picture, and equal ones are one."""
    pictures = pictures_of(_context(article()))
    numbers = [pictures.of(cue) for cue in article().cues if cue.hands_on]

    assert None not in numbers
    assert set(numbers) == set(range(len(pictures.drawn)))
    assert pictures.whole.count("<svg") == 2


def test_the_outline_follows_the_sections() -> None:
    """Steps are listed by the section that they stand in."""
    found = outline(_context(short()).messages, course_of(short()), _views(short()))

    assert [(section.title, [view.name for view in section.steps]) for section in found] == [
        ("Legs", ["knead", "hold", "query"]),
        ("Close", ["glide"]),
    ]
