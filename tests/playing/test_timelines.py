"""Timelines as courses: what waits, where moments lie, what things are called."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from strokekit.model.plan import Plan
from strokekit.playing.course import Span, Wait
from strokekit.playing.forms import course_of_json, plain
from strokekit.playing.timelines import TIMED, course_of
from tests.plans import document, engine, plans, timeline_of

TEXT = document("""
- {technique: kneading, id: knead, where: left calf, duration: 1 min, say: {text: Soon, at: -10 s}, rest: 5 s, pressure: gentle}
- {technique: pressing, id: press, where: calf, hold: 20..60 s, until: tissue_softens}
- {ask: "Shall I go on?", id: question}
- {technique: holding, id: hold, where: [calf, thigh], duration: 10 s, caution: {text: Low, at: 50%}, ask: {text: Well, at: end}}
""")


def test_names_waits_and_times() -> None:
    """Steps with `until` and questions of their own wait; rests are called after what they follow."""
    course = course_of(timeline_of(TEXT))
    waits = {segment.name: segment.wait for segment in course.segments}

    assert list(waits) == ["knead", "knead:rest", "press", "question", "hold"]
    assert (waits["knead"], waits["hold"], waits["question"]) == (None, None, Wait(until="answer"))
    assert waits["press"] is not None
    assert (waits["press"].until, waits["press"].most) == ("tissue_softens", 60_000)
    assert course.total == timeline_of(TEXT).total


def test_moments_keep_to_the_nearer_end() -> None:
    """Before the end, at the middle, at the end."""
    moments = {moment.name: moment for segment in course_of(timeline_of(TEXT)).segments for moment in segment.moments}

    assert {name: (moment.kind, moment.of, moment.plus) for name, moment in moments.items()} == {
        "knead:say": ("say", (1, 1), -10_000),
        "question:ask": ("ask", (0, 1), 0),
        "hold:caution": ("caution", (1, 2), 0),
        "hold:ask": ("ask", (1, 1), 0),
    }


def test_what_is_worked_on() -> None:
    """Places with their sides, and the pressure as written."""
    found = {one.name: (one.sites, one.pressure, one.hands_on) for one in course_of(timeline_of(TEXT)).segments}

    assert found["knead"] == ((("calf", "left"),), "gentle", True)
    assert found["hold"][0] == (("calf", ""), ("thigh", ""))
    assert found["question"] == ((), "", False)


@settings(max_examples=60)
@given(plan=plans())
def test_any_timeline_is_a_course(plan: Plan) -> None:
    """Each name once, all time and every cue there at its moment, and the same again from JSON."""
    timeline = engine().fit(plan).value
    if timeline is None:
        return
    course = course_of(timeline)
    names = [name for segment in course.segments for name in (segment.name, *(one.name for one in segment.moments))]
    moments = sorted(
        start + moment.at(segment.ms)
        for start, segment in zip(course.starts, course.segments, strict=False)
        for moment in segment.moments
    )

    assert len(names) == len(set(names))
    assert course.starts == (0, *(cue.end for cue in timeline.cues if cue.kind in TIMED))
    assert not course.segments or moments == sorted(cue.start for cue in timeline.cues if cue.kind not in TIMED)
    assert course_of_json(json.loads(json.dumps(plain(course)))) == course


HOLD = "{technique: holding, id: between, where: calf, duration: 2 s}"
EVERY = f"until: slack, interspersed: {{every: 10 s, steps: [{HOLD}]}}"


@pytest.mark.parametrize(
    ("steps", "waits", "spans"),
    [
        pytest.param(
            "- {id: b, until: slack, repeat: 2..4, steps: [{technique: kneading, id: k, where: calf, duration: 9 s, rest: 2 s}]}",
            {"k#3": Wait(until="slack", most=20_000)},
            dict.fromkeys(("k", "k:rest", "k#2", "k#2:rest", "k#3", "k#3:rest"), ("b",)),
            id="a block with a bound",
        ),
        pytest.param(
            f"- {{id: b, until: slack, steps: [{HOLD}, {{action: cover, id: c, thing: towel, duration: 3 s}}]}}",
            {"between": Wait(until="slack")},
            {"between": ("b",), "c": ("b",)},
            id="a block without one, the hands stay on",
        ),
        pytest.param(
            f"- {{id: b, until: slack, steps: [{{id: in, until: tissue_softens, steps: [{HOLD}]}}]}}",
            {"between": Wait(until="tissue_softens")},
            {"between": ("b", "in")},
            id="two that end together",
        ),
        pytest.param(
            "- {id: b, until: slack, steps: [{technique: kneading, id: k, where: calf, duration: 3 s, until: tissue_softens}]}",
            {"k": Wait(until="tissue_softens", least=3_000, most=3_000)},
            {"k": ("b",)},
            id="a step that waits by itself",
        ),
        pytest.param(
            f"- {{technique: stroking, id: host, where: calf, duration: 20..30 s, {EVERY}}}",
            {"host+pass#3": Wait(until="slack", most=6_000)},
            dict.fromkeys(("host+pass", "between", "host+pass#2", "between#2", "host+pass#3"), ("host",)),
            id="a step that is interrupted",
        ),
        pytest.param(
            f"- {{technique: stroking, id: host, where: calf, repeat: 2, until: slack, interspersed: {{steps: [{HOLD}]}}}}",
            {"host+pass#2": Wait(until="slack", most=26_000)},
            dict.fromkeys(("host+pass", "between#2", "host+pass#2"), ("host",)),
            id="a step with others between its passes",
        ),
    ],
)
def test_what_a_sign_ends_together(steps: str, waits: dict[str, Wait], spans: dict[str, tuple[str, ...]]) -> None:
    """Its last step waits for a person, for as long as all of it may take; every other one ends by itself."""
    course = course_of(timeline_of(document(steps)))

    assert {one.name: one.wait for one in course.segments if one.wait} == waits
    assert {one.name: tuple(span.name for span in one.spans) for one in course.segments} == spans
    assert course.segments[-1].spans[0] == Span(name=course.segments[-1].spans[0].name, until="slack")
