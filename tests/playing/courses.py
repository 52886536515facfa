"""Courses for the tests of playing: small ones by hand, any by Hypothesis, and a refit that is easy to check."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from strokekit.diagnostics import Outcome, Report, diagnose
from strokekit.playing import events as e
from strokekit.playing.course import Course, Moment, Segment, Span, Wait
from strokekit.playing.events import Event, Happening
from strokekit.playing.session import Rest, Session


def course(*segments: Segment, **more: Any) -> Course:
    """Make a course with a title."""
    return Course(segments=segments, title={"en": "Test"}, **more)


ASK = Moment(name="b:ask", kind="ask", text={"en": "Is this too firm?"}, of=(1, 2), answers=("yes", "no"))
SOON = Moment(name="a:say", kind="say", text={"en": "Nearly done"}, of=(1, 1), plus=-10_000)
LAST = Moment(name="b:caution", kind="caution", text={"en": "Let go slowly"}, of=(1, 1))

SHORT = course(
    Segment(name="a", ms=60_000, section="s", technique="kneading", hands_on=True, sites=(("calf", "left"),), moments=(SOON,)),
    Segment(name="a:rest", ms=5_000, section="s", kind="rest"),
    Segment(
        name="b",
        ms=30_000,
        section="t",
        technique="holding",
        hands_on=True,
        pressure="gentle",
        sites=(("thigh", "right"), ("calf", "right")),
        wait=Wait(until="tissue_softens", least=10_000, most=50_000),
        moments=(ASK, LAST),
    ),
    Segment(name="c", ms=20_000, section="t", technique="cover"),
    sections={"s": {"en": "Lower leg"}, "t": {"en": "Upper leg"}},
)
"""A minute of kneading, a rest, a hold that waits for a sign for 30 s and at most 50 s, and a cover."""


def play(first: Course, *events: tuple[int, Event], **more: Any) -> tuple[Session, list[Happening]]:
    """Let events happen at their moments, in seconds."""
    session, told = Session(first=first), list[Happening]()
    for at, event in events:
        session, found = session.do(event, at * 1_000, **more)
        told += found
    return session, told


def brief(told: list[Happening] | tuple[Happening, ...]) -> list[str]:
    """Write happenings in short: when in milliseconds, what, of what, how long, why."""
    return [
        " ".join(str(part) for part in (one.clock, one.kind, one.name, one.ms or "", one.why) if part not in ("", None))
        for one in told
    ]


def even(rest: Rest, target: int) -> Outcome[tuple[Segment, ...]]:
    """Fit what is ahead evenly: each segment between half and twice the time that it had when the session began."""
    planned = {segment.name: segment.ms for segment in rest.course.segments}
    ideal = [planned.get(segment.name, segment.ms) for segment in rest.ahead]
    low, high = sum(ms // 2 for ms in ideal), sum(ms * 2 for ms in ideal)
    wanted = min(max(target, low), high)
    times, left = [], wanted
    for index, ms in enumerate(ideal):
        after = ideal[index + 1 :]
        least, most = left - sum(one * 2 for one in after), left - sum(one // 2 for one in after)
        times.append(min(max(ms * wanted // max(sum(ideal), 1), ms // 2, least), ms * 2, most))
        left -= times[-1]
    made = tuple(attrs.evolve(segment, ms=ms) for segment, ms in zip(rest.ahead, times, strict=True))
    why = diagnose("block-too-short", least=f"{low} ms", duration=f"{target} ms") if target < low else None
    why = diagnose("block-too-long", most=f"{high} ms", duration=f"{target} ms") if target > high else why
    return Outcome(made, Report.of([why] if why else []))


X, Y = Span(name="x", until="slack"), Span(name="y", until="warm")
_MOMENTS = st.builds(
    Moment,
    name=st.just(""),
    kind=st.sampled_from(["say", "ask", "caution"]),
    text=st.just({"en": "Now"}),
    of=st.sampled_from([(0, 1), (1, 2), (1, 1), (1, 3)]),
    plus=st.integers(-3_000, 3_000),
)
_WAITS = st.one_of(
    st.none(),
    st.none(),
    st.builds(Wait, until=st.just("tissue_softens"), least=st.integers(0, 2_000), most=st.none() | st.integers(0, 8_000)),
)
_SEGMENTS = st.builds(
    Segment,
    name=st.just(""),
    ms=st.integers(0, 5_000) | st.just(0),
    section=st.sampled_from("st"),
    technique=st.sampled_from(["kneading", "gliding"]),
    hands_on=st.booleans(),
    sites=st.lists(st.tuples(st.sampled_from(["calf", "thigh"]), st.sampled_from(["left", "right", ""])), max_size=3).map(tuple),
    pressure=st.sampled_from(["", "gentle"]),
    wait=_WAITS,
    moments=st.lists(_MOMENTS, max_size=3).map(tuple),
    spans=st.sampled_from([(), (), (X,), (X, Y)]),
)


def _named(segments: list[Segment]) -> Course:
    made = []
    for index, segment in enumerate(segments):
        moments = [attrs.evolve(moment, name=f"n{index}:{number}") for number, moment in enumerate(segment.moments)]
        made.append(attrs.evolve(segment, name=f"n{index}", moments=tuple(moments)))
    return course(*made)


courses = st.lists(_SEGMENTS, max_size=6).map(_named)
"""Any course of up to six segments, some without time, some that wait, some that wait for ever."""

spans = st.one_of(st.integers(0, 3_000), st.integers(0, 20_000))
"""How much time goes by."""

deeds = st.one_of(
    st.sampled_from([e.Pause(), e.Resume(), e.Skip(), e.Back(), e.Restart(), e.Done(), e.Stop(), e.Slept(), e.Start()]),
    st.sampled_from([e.Pause(), e.Resume(), e.Skip(), e.Back(), e.Restart(), e.Done()]),
    st.sampled_from([e.Enough(), e.Enough(of="x"), e.Enough(of="nothing")]),
    st.builds(e.Extend, ms=st.integers(-4_000, 4_000)),
    st.builds(e.Jump, to=st.sampled_from(["n0", "n1", "n3", "nowhere"])),
    st.builds(e.Worked, ms=st.integers(0, 4_000)),
    st.builds(e.EndBy, end_by=st.none() | st.integers(0, 60_000)),
    st.builds(e.Answer, to=st.sampled_from(["n0:0", "n1:0"]), text=st.just("no")),
    st.builds(e.Substitute, technique=st.sampled_from(["", "holding"]), title=st.just({"en": "Something else"})),
)
"""Anything that a person may do, at any time, sensible or not."""
