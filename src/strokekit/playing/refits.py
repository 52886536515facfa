"""The rest of a run fitted again, so that it ends on time: within the bounds of the plan, as near to its ideals as it can.

What is ahead is taken from the course as it was when the session began, never from an earlier fit: an optional step that was left
out for want of time comes back when there is time again. What was done stays done, and the present step keeps its time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from strokekit.booking.costs import Priority, leaving_out, weight
from strokekit.booking.reporting import reach_of, said
from strokekit.diagnostics import Outcome, Report, diagnose
from strokekit.fitting.answer import Fitted
from strokekit.fitting.fit import WORK, fit
from strokekit.fitting.problem import Group, Maybe, Mode, Part, Problem, Tie
from strokekit.model.node import LOCKS
from strokekit.model.timeline import Cue, Timeline
from strokekit.playing.course import Segment
from strokekit.playing.session import Rest
from strokekit.playing.timelines import TIMED, course_of

SIDES = ("@left", "@right")
"""What the names of the steps of two sides end with."""


@attrs.frozen(kw_only=True)
class Play:
    """Between what times a segment may lie, and how much it matters; milliseconds."""

    low: int
    ideal: int
    high: int | None
    optional: bool = False
    stiff: bool = False
    priority: Priority = "normal"

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The one way to do it."""
        stiffness = weight(self.ideal, self.priority, stiff=self.stiff)
        return (Mode(low=self.low, ideal=self.ideal, high=self.high, weight=stiffness),)


@attrs.frozen
class Refitting:
    """Fits the rest of a run of one timeline again; see `strokekit.playing.Refit`."""

    plays: Mapping[str, Play]
    work: int = WORK

    def __call__(self, rest: Rest, target: int, /) -> Outcome[tuple[Segment, ...]]:
        """Give the segments ahead so that they last `target` milliseconds, or the nearest that they can, and why not."""
        ahead = tuple(_ahead(rest))
        problem = self._problem(ahead, rest)
        found = fit(problem, target, work=self.work)
        if isinstance(found, Fitted):
            return Outcome(_timed(ahead, found), Report())
        facts = {"target": said(target), **reach_of(found)}
        report = Report.of([diagnose("target-out-of-reach", facts=facts)])
        near = [end for end in (found.below, found.above) if end is not None]
        second = fit(problem, min(near, key=lambda end: abs(end - target)), work=self.work) if near else None
        return Outcome(_timed(ahead, second) if isinstance(second, Fitted) else None, report)

    def _problem(self, ahead: tuple[Segment, ...], rest: Rest) -> Problem:
        plays = {one.name: self._play(one, rest) for one in ahead}
        nodes = tuple(_node(one.name, plays[one.name]) for one in ahead)
        return Problem(root=Group(id="+ahead", children=nodes), ties=tuple(_ties(plays)))

    def _play(self, segment: Segment, rest: Rest) -> Play:
        """Give the play of a segment; the second side wants what the first one got, and what nobody planned keeps its time."""
        play = None if segment.instead_of else self.plays.get(segment.name)
        if play is None:
            return Play(low=segment.ms, ideal=segment.ms, high=segment.ms)
        other = rest.done.get(_other_side(segment.name) or "", 0)
        if other < play.low or (play.high is not None and other > play.high):
            return play
        return attrs.evolve(play, ideal=other) if other else play


def refitting(timeline: Timeline, *, work: int = WORK) -> Refitting:
    """Make what fits the rest of a run of a timeline again. Without its plan nobody knows which steps are optional.

    Args:
        timeline: what the session was begun with.
        work: how many steps of work each search may take.
    """
    timed = [cue for cue in timeline.cues if cue.kind in TIMED]
    segments = course_of(timeline).segments
    return Refitting({one.name: _play_of(cue, timeline) for one, cue in zip(segments, timed, strict=True)}, work)


def _play_of(cue: Cue, timeline: Timeline) -> Play:
    step = timeline.steps.get(cue.name.partition("#")[0])
    locked = frozenset(step.locked if step else ()) & frozenset(LOCKS)
    if cue.why is None or "dose" in locked:
        return Play(low=cue.length, ideal=cue.length, high=cue.length)
    low, high = min(cue.why.least, cue.length), cue.why.most
    return Play(
        low=low,
        ideal=cue.length if cue.why.ideal is None else cue.why.ideal,
        high=None if high is None else max(high, cue.length),
        optional=step is not None and step.open == "optional" and "steps" not in locked,
        stiff=not cue.hands_on or cue.inserted,
        priority=step.node.priority if step else "normal",
    )


def _ahead(rest: Rest) -> Iterator[Segment]:
    """Give what is still to come, in the order of the course: as it is now, else as it was when the session began."""
    now = {one.name: one for one in rest.ahead}
    planned = [one.name for one in rest.course.segments]
    left = [one for one in rest.course.segments if one.name not in rest.done]
    yield from (now.pop(one.name, one) for one in left)
    yield from (one for name, one in now.items() if name not in planned)


def _node(name: str, play: Play) -> Part | Maybe:
    part = Part(id=name, modes=play.modes)
    return Maybe(id=f"{name}?", node=part, cost=leaving_out(play.ideal, play.priority)) if play.optional else part


def _ties(plays: Mapping[str, Play]) -> Iterator[Tie]:
    """Tie what is done on both sides, where neither side is done yet."""
    for name, play in plays.items():
        other = _other_side(name)
        if other is not None and other in plays and SIDES[0] in name and not (play.optional or plays[other].optional):
            yield Tie(id=f"{name}+sides", nodes=(name, other))


def _other_side(name: str) -> str | None:
    """Give the name that the same step has on the other side.

    >>> _other_side("knead@left#2"), _other_side("knead")
    ('knead@right#2', None)
    """
    left, right = SIDES
    if left in name:
        return name.replace(left, right)
    return name.replace(right, left) if right in name else None


def _timed(ahead: tuple[Segment, ...], found: Fitted) -> tuple[Segment, ...]:
    times = {name: ms for (name, _), ms in found.times.items()}
    return tuple(attrs.evolve(one, ms=times[one.name]) for one in ahead if one.name in times)
