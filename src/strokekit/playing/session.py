"""A player with its log: what it was told, when, and what follows from that; when the rest is fitted again; what a gap means.

The log is everything. Replaying it over the same course gives the same session, to the byte, and never asks anybody again: a
refit stands in the log with its answer. Ticks that follow each other are kept as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, Protocol

import attrs

from strokekit.booking.reporting import said
from strokekit.diagnostics import Outcome
from strokekit.model.frozen import FrozenMap
from strokekit.playing import events as e
from strokekit.playing.course import Course, Segment
from strokekit.playing.events import Event, Happening
from strokekit.playing.player import Player
from strokekit.playing.stepping import step


@attrs.frozen(kw_only=True)
class Entry:
    """An event, and the moment of the clock at which it came."""

    at: int
    event: Event


@attrs.frozen(kw_only=True)
class Gap:
    """What it means that nobody looked at the clock for more than `limit` milliseconds while time counted.

    A computer that slept can't know whether the hands went on. With `then="pause"` the player stands still where it was last
    seen, and tells how long the gap was; whoever knows better says `Worked`. With `then="carry"` the time counts as worked, as
    that of any shorter gap does. The default lets a page in a hidden tab look once a minute.
    """

    limit: int = 120_000
    then: Literal["pause", "carry"] = "pause"


@attrs.frozen(kw_only=True)
class Rest:
    """What is still to be done, for whoever fits it again."""

    course: Course
    """As it was when the session began: what is fitted again starts from the plan, never from an earlier fit."""
    done: Mapping[str, int]
    """Name of each segment up to the present one → the time worked in it so far; 0 for what was left out."""
    current: Segment | None
    """The present one with its present time; it keeps that."""
    ahead: tuple[Segment, ...]
    """What comes after it now."""


class Refit(Protocol):
    """Fits what is ahead into a time. Whatever may go wrong in there is in the report of its outcome, and raises nothing."""

    def __call__(self, rest: Rest, target: int, /) -> Outcome[tuple[Segment, ...]]:
        """Give segments in place of `rest.ahead` that last `target` milliseconds together, `target >= 0`.

        With errors in the report it can't be done, and the report says why. A value beside them is the nearest that can: it
        is taken. Without a value everything ahead stays as it is.
        """
        ...


@attrs.frozen(kw_only=True)
class Session:
    """A run with all that happened in it. Values in, values out: `do` gives another session.

    >>> session = Session(first=Course(segments=(Segment(name="a", ms=2_000),)))
    >>> session, told = session.do(e.Start(), 0)
    >>> session, told = session.do(e.Tick(), 2_500)
    >>> session.player.status, [(one.number, one.kind) for one in told]
    ('done', [(2, 'completed'), (3, 'finished')])
    """

    first: Course = attrs.field(repr=False)
    """The course as it was when the session began."""
    log: tuple[Entry, ...] = attrs.field(default=(), repr=False)
    player: Player = attrs.field()
    told: int = 0
    """How many things there were to tell so far; each has its number, from 1."""

    @player.default
    def _unbegun(self) -> Player:
        return Player(course=self.first)

    def do(
        self, event: Event, now: int, *, gap: Gap | None = None, refit: Refit | None = None
    ) -> tuple[Session, tuple[Happening, ...]]:
        """Let an event happen at a moment of the clock, in milliseconds, and give what there is to tell.

        Args:
            event: what happens; `Tick` if only time went on.
            now: the moment; one before the last counts as that.
            gap: what to make of it if nobody looked for long; None: such time counts as any other.
            refit: fits what is ahead again when the end has moved away from `player.end_by`; None: nothing is fitted again.
        """
        now = max(now, self.player.clock)
        session, found = self, list[Happening]()
        if _gaped(self.player, now, gap):
            session = session._and(Entry(at=now, event=e.Slept()), found)
        while refit and (due := _next_bound(session.player, now)) is not None:
            session = session._and(Entry(at=due, event=e.Tick()), found)._fitted(refit, found)  # noqa: SLF001
        before = len(found)
        session = session._and(Entry(at=now, event=event), found)  # noqa: SLF001
        if refit and _shifts(event, found[before:]):
            session = session._fitted(refit, found)  # noqa: SLF001
        return session, tuple(found)

    def _and(self, entry: Entry, found: list[Happening]) -> Session:
        """Let one event of the log happen, and add what there is to tell to what was found."""
        player, told = step(self.player, entry.event, entry.at)
        found += [attrs.evolve(one, number=number) for number, one in enumerate(told, self.told + 1)]
        joined = isinstance(entry.event, e.Tick) and self.log and isinstance(self.log[-1].event, e.Tick)
        log = (*(self.log[:-1] if joined else self.log), entry)
        return attrs.evolve(self, log=log, player=player, told=self.told + len(told))

    def _fitted(self, refit: Refit, found: list[Happening]) -> Session:
        """Fit what is ahead again, if the work would not end when it is to end."""
        player = self.player
        if player.end_by is None or player.status != "playing" or player.eta.likely == player.end_by:
            return self
        left = player.end_by - player.clock - player.remaining_step
        outcome = refit(self.rest(), max(left, 0))
        why = tuple(error.message for error in outcome.report.errors)
        if left < 0:
            why = (f"the step under way alone ends {said(-left)} too late", *why)
        session = self
        if outcome.value is not None:
            session = session._and(Entry(at=player.clock, event=e.Refit(ahead=outcome.value)), found)
        if outcome.value is None or why:
            session = session._and(Entry(at=player.clock, event=e.Unreachable(why=why)), found)  # noqa: SLF001
        return session

    def rest(self) -> Rest:
        """Say what is still to be done, and what was done so far."""
        player = self.player
        segments = player.course.segments
        done = {segment.name: 0 for segment in segments[: player.index + 1]}
        for one in self.happenings():
            if one.kind in ("completed", "skipped", "left"):
                done[one.name] = done.get(one.name, 0) + one.ms
        if player.current is not None:
            done[player.current.name] += player.at
        return Rest(course=self.first, done=FrozenMap(done), current=player.current, ahead=segments[player.index + 1 :])

    def happenings(self) -> tuple[Happening, ...]:
        """Tell again everything that there was to tell."""
        return replay(self.first, self.log)[1]


def replay(course: Course, log: Iterable[Entry]) -> tuple[Session, tuple[Happening, ...]]:
    """Let the events of a log happen again; the session and what it tells are the same to the byte.

    >>> replay(Course(segments=()), [Entry(at=5, event=e.Start())])[0].player.status
    'done'
    """
    session, found = Session(first=course), list[Happening]()
    for entry in log:
        session = session._and(entry, found)  # noqa: SLF001 - its own class
    return session, tuple(found)


def _gaped(player: Player, now: int, gap: Gap | None) -> bool:
    """Tell whether nobody looked at the clock for too long."""
    return gap is not None and gap.then == "pause" and player.active and now - player.clock > gap.limit


def _next_bound(player: Player, now: int) -> int | None:
    """Give the moment up to `now` at which a wait is over by itself, where that may move the end; None if there is none."""
    if player.end_by is None or (left := player.bound) is None:
        return None
    return player.clock + left if player.clock + left <= now else None


def _shifts(event: Event, told: Iterable[Happening]) -> bool:
    """Tell whether the end may have moved: time that just goes by does not move it."""
    return isinstance(event, (e.Start, e.EndBy, e.Resume, e.Worked)) or any(
        one.kind in ("extended", "cut", "skipped", "left") or (one.kind == "completed" and one.why != "time") for one in told
    )
