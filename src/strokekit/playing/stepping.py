"""The player's one function: a state, an event and a moment of the clock make the next state and what there is to tell.

- Time is carried over: what is left of a tick when a segment ends belongs to the next one. Many small ticks and one large one
  over the same time give the same state and tell the same things, each with the moment at which it was due.
- A clock that goes back counts as one that stands still.
- A segment without a `wait` ends by itself; one with it goes on until `Done` or an answer comes, at most as long as it says.
- `Enough` ends all that a sign ends: the block, or the interrupted step, that the segment is part of.
- `Skip` and then `Back` is `Restart`. Segments without any time are passed over in both directions.
- An event that means nothing where it comes (a second `Pause`, a `Skip` after the end) changes nothing but the clock.

This function asks nobody and waits for nothing. What to do about gaps, and when to fit again, is decided in
`strokekit.playing.session`, and comes in as events.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from strokekit.model.frozen import FrozenMap
from strokekit.playing import events as e
from strokekit.playing.course import Segment, Wait
from strokekit.playing.events import Event, Happening
from strokekit.playing.player import Player


def step(player: Player, event: Event, now: int) -> tuple[Player, tuple[Happening, ...]]:
    """Play until the moment `now`, then let an event happen.

    Args:
        player: the state before.
        event: what happens.
        now: the moment of the clock, in milliseconds; one before the last that was heard of counts as that.

    >>> from strokekit.playing.course import Course
    >>> player = Player(course=Course(segments=(Segment(name="a", ms=2_000), Segment(name="b", ms=3_000))))
    >>> player, told = step(player, e.Start(), 100)
    >>> player, told = step(player, e.Tick(), 2_600)
    >>> player.index, player.at, [(one.kind, one.name, one.clock) for one in told]
    (1, 500, [('completed', 'a', 2100), ('started', 'b', 2100)])
    """
    turn = _Turn(player)
    now = max(now, player.clock)
    if isinstance(event, e.Slept):
        turn.slept(now)
        return turn.player, tuple(turn.told)
    if player.active:
        turn.play(now - player.clock)
    turn.player = attrs.evolve(turn.player, clock=now)
    _DO[type(event)](turn, event)
    return turn.player, tuple(turn.told)


@attrs.define
class _Turn:
    """One call of `step`: the state so far, and what has been told."""

    player: Player
    told: list[Happening] = attrs.field(factory=list)

    def to(self, **fields: Any) -> None:
        """Change the state."""
        self.player = attrs.evolve(self.player, **fields)

    def tell(self, kind: Any, name: str = "", **fields: Any) -> None:
        """Tell of something at this moment."""
        self.told.append(Happening(kind=kind, name=name, clock=self.player.clock, elapsed=self.player.elapsed, **fields))

    def play(self, ms: int) -> None:
        """Let so much time be worked, over as many segments as it takes."""
        while (segment := self.player.current) is not None:
            left = None if segment.limit is None else segment.limit - self.player.at
            if left is None or ms < left:
                self.work(segment, ms)
                return
            self.work(segment, left)
            ms -= left
            self.complete(segment, "time" if segment.wait is None else "bound")
        self.to(clock=self.player.clock + ms)

    def work(self, segment: Segment, ms: int) -> None:
        """Let time be worked within a segment, and tell of all that comes up."""
        start, begin = self.player, self.player.at
        found = [(moment.at(segment.ms), moment) for moment in segment.moments if not moment.at_end]
        due: list[tuple[int, dict[str, Any]]] = [
            (at, {"kind": "cue", "name": moment.name, "text": moment.text}) for at, moment in found if begin < at <= begin + ms
        ]
        if segment.wait is not None and begin < segment.ms <= begin + ms and segment.limit != segment.ms:
            due.append((segment.ms, {"kind": "waiting", "name": segment.name, "ms": segment.ms}))
        for at, fields in sorted(due, key=lambda one: one[0]):
            self._pass(start, at - begin)
            self.tell(**fields)
        self._pass(start, ms)

    def _pass(self, start: Player, ms: int) -> None:
        self.to(at=start.at + ms, elapsed=start.elapsed + ms, clock=start.clock + ms)

    def complete(self, segment: Segment, why: str, to: int | None = None) -> None:
        """Let a segment be over, and go to the next, or to one that comes later."""
        for moment in segment.moments:
            if moment.at_end:
                self.tell("cue", moment.name, text=moment.text)
        self.tell("completed", segment.name, ms=self.player.at, why=why)
        self.enter(self.player.index + 1 if to is None else to)

    def enter(self, index: int) -> None:
        """Begin a segment; after the last everything is finished."""
        self.to(index=index, at=0)
        segment = self.player.current
        if segment is None:
            self.tell("finished", ms=self.player.elapsed)
            return
        self.tell("started", segment.name, ms=segment.ms)
        for moment in segment.moments:
            if not moment.at_end and moment.at(segment.ms) == 0:
                self.tell("cue", moment.name, text=moment.text)
        if segment.wait is not None and segment.ms == 0 and segment.limit != 0:
            self.tell("waiting", segment.name)
        if segment.passes:
            self.complete(segment, "time")

    def slept(self, now: int) -> None:
        """Stop where the clock was last heard of."""
        if self.player.active:
            gap = now - self.player.clock
            self.to(running=False, clock=now)
            self.tell("slept", ms=gap)
        self.to(clock=now)


def _on_segment(act: Callable[[_Turn, Any, Segment], None]) -> Callable[[_Turn, Any], None]:
    """Let an event count only between the start and the end of the work."""

    def guarded(turn: _Turn, event: Any) -> None:
        segment = turn.player.current
        if segment is not None and turn.player.begun and not turn.player.stopped:
            act(turn, event, segment)

    return guarded


def _nothing(_: _Turn, __: Any) -> None:
    """Let nothing happen."""


def _start(turn: _Turn, event: e.Start) -> None:
    if turn.player.begun or turn.player.stopped:
        return
    turn.to(begun=True, running=True, end_by=event.end_by)
    turn.enter(0)


def _end_by(turn: _Turn, event: e.EndBy) -> None:
    turn.to(end_by=event.end_by)


@_on_segment
def _pause(turn: _Turn, _: Any, __: Segment) -> None:
    if turn.player.running:
        turn.to(running=False)
        turn.tell("paused")


@_on_segment
def _resume(turn: _Turn, _: Any, __: Segment) -> None:
    if not turn.player.running:
        turn.to(running=True)
        turn.tell("resumed")


@_on_segment
def _skip(turn: _Turn, _: Any, segment: Segment) -> None:
    turn.tell("skipped", segment.name, ms=turn.player.at)
    turn.enter(turn.player.index + 1)


def _back(turn: _Turn, _: Any) -> None:
    """Go to the segment before; also from beyond the last one, as long as nobody has ended the work."""
    player = turn.player
    if not player.begun or player.stopped:
        return
    earlier = range(player.index - 1, -1, -1)
    before = next((index for index in earlier if not player.course.segments[index].passes), None)
    if before is not None or player.current is not None:
        _go(turn, player.index if before is None else before)


@_on_segment
def _restart(turn: _Turn, _: Any, __: Segment) -> None:
    _go(turn, turn.player.index)


def _jump(turn: _Turn, event: e.Jump) -> None:
    index = turn.player.course.by_name.get(event.to)
    if index is not None and turn.player.begun and not turn.player.stopped:
        _go(turn, index)


def _go(turn: _Turn, index: int) -> None:
    """Leave the segment, if there is one, and begin another."""
    if turn.player.current is not None:
        turn.tell("left", turn.player.current.name, ms=turn.player.at)
    turn.enter(index)


@_on_segment
def _extend(turn: _Turn, event: e.Extend, segment: Segment) -> None:
    if event.ms == 0:
        return
    ms = max(segment.ms + event.ms, min(turn.player.at, segment.ms))
    _put(turn, attrs.evolve(segment, ms=ms, wait=_extended(segment.wait, event.ms, ms)))
    if ms != segment.ms:
        turn.tell("extended" if event.ms > 0 else "cut", segment.name, ms=abs(ms - segment.ms))
    if event.ms < 0 and turn.player.at >= ms:
        turn.complete(turn.player.course.segments[turn.player.index], "cut")


def _extended(wait: Wait | None, by: int, ms: int) -> Wait | None:
    """Let a wait that ends by itself end so much later, and never before the planned time is over."""
    return wait if wait is None or wait.most is None else attrs.evolve(wait, most=max(wait.most + by, ms))


@_on_segment
def _done(turn: _Turn, _: Any, segment: Segment) -> None:
    turn.complete(segment, "done")


@_on_segment
def _enough(turn: _Turn, event: e.Enough, segment: Segment) -> None:
    names = [span.name for span in segment.spans]
    name = event.of or next(reversed(names), "")
    if name in names:
        turn.complete(segment, "done", turn.player.course.span_end(turn.player.index, name))


@_on_segment
def _answer(turn: _Turn, event: e.Answer, segment: Segment) -> None:
    turn.tell("answered", event.to)
    waits = segment.wait is not None and segment.wait.until == "answer"
    if waits and any(moment.name == event.to for moment in segment.moments):
        turn.complete(segment, "done")


@_on_segment
def _substitute(turn: _Turn, event: e.Substitute, segment: Segment) -> None:
    planned = segment.instead_of or segment.technique or segment.name
    _put(turn, attrs.evolve(segment, technique=event.technique or None, title=event.title, instead_of=planned))
    turn.tell("substituted", segment.name, ms=turn.player.at, text=event.title)


@_on_segment
def _worked(turn: _Turn, event: e.Worked, _: Segment) -> None:
    clock = turn.player.clock
    turn.play(max(event.ms, 0))
    turn.to(clock=clock)
    turn.told = [attrs.evolve(one, clock=min(one.clock, clock)) for one in turn.told]


@_on_segment
def _refit(turn: _Turn, event: e.Refit, _: Segment) -> None:
    course, index = turn.player.course, turn.player.index
    turn.to(course=attrs.evolve(course, segments=(*course.segments[: index + 1], *event.ahead)))
    turn.tell("refitted", ms=turn.player.remaining)


@_on_segment
def _unreachable(turn: _Turn, event: e.Unreachable, _: Segment) -> None:
    turn.tell("unreachable", text=FrozenMap({turn.player.course.language: "; ".join(event.why)}))


def _stop(turn: _Turn, _: Any) -> None:
    if turn.player.stopped or turn.player.current is None:
        return
    if turn.player.begun:
        turn.tell("left", turn.player.current.name, ms=turn.player.at)
    turn.to(running=False, stopped=True)
    turn.tell("stopped", ms=turn.player.elapsed)


def _put(turn: _Turn, segment: Segment) -> None:
    """Put another segment in place of the present one."""
    course, index = turn.player.course, turn.player.index
    segments = (*course.segments[:index], segment, *course.segments[index + 1 :])
    turn.to(course=attrs.evolve(course, segments=segments))


_DO: dict[type, Callable[[_Turn, Any], None]] = {
    e.Tick: _nothing,
    e.Slept: _nothing,
    e.Start: _start,
    e.EndBy: _end_by,
    e.Pause: _pause,
    e.Resume: _resume,
    e.Skip: _skip,
    e.Back: _back,
    e.Restart: _restart,
    e.Jump: _jump,
    e.Extend: _extend,
    e.Done: _done,
    e.Enough: _enough,
    e.Answer: _answer,
    e.Substitute: _substitute,
    e.Worked: _worked,
    e.Refit: _refit,
    e.Unreachable: _unreachable,
    e.Stop: _stop,
}
"""What each event does."""
