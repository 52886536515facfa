"""What carries a session through time: turn after turn, with a clock, a way to wait, and whatever events come meanwhile.

A driver waits until the next thing is due, or until an event comes. The clock and the waiting are handed in, so that a test, a
simulation and a real hour are driven by the same code.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from strokekit.playing.course import Course
from strokekit.playing.events import Done, Event, Happening, Start, Tick
from strokekit.playing.session import Gap, Refit, Session

Wait: TypeAlias = Callable[[int | None], Iterable[Event]]
"""Waits so many milliseconds, or less, or with None until an event comes; gives the events that came."""
AsyncWait: TypeAlias = Callable[[int | None], Awaitable[Iterable[Event]]]
"""The same without blocking."""


@attrs.frozen(kw_only=True)
class Turn:
    """One turn of a driver: the session after it, and what there is to tell."""

    session: Session
    told: tuple[Happening, ...]

    @property
    def over(self) -> bool:
        """True when nothing will happen any more by itself or by waiting."""
        return self.session.player.status in ("done", "stopped")


def drive(
    session: Session, *, clock: Callable[[], int], wait: Wait, gap: Gap | None = None, refit: Refit | None = None
) -> Iterator[Turn]:
    """Play a session until it is done or stopped, or until whoever iterates has enough; at least one turn is given.

    Args:
        session: where to begin or to go on; one that is not begun waits for `Start`.
        clock: gives the moment, in whole milliseconds.
        wait: waits, at most until the next thing is due, and gives the events that came meanwhile.
        gap: as for `Session.do`.
        refit: as for `Session.do`.

    >>> from strokekit.playing.course import Segment
    >>> course = Course(segments=(Segment(name="a", ms=2_000), Segment(name="b", ms=3_000)))
    >>> [(one.kind, one.name, one.clock) for turn in simulated(course) for one in turn.told if one.kind != "completed"]
    [('started', 'a', 0), ('started', 'b', 2000), ('finished', '', 5000)]
    """
    events: Iterable[Event] = ()
    while True:
        turn = _turned(session, events, clock(), gap, refit)
        yield turn
        if turn.over:
            return
        session = turn.session
        events = wait(session.player.due)


async def adrive(
    session: Session, *, clock: Callable[[], int], wait: AsyncWait, gap: Gap | None = None, refit: Refit | None = None
) -> AsyncIterator[Turn]:
    """Do the same within asyncio; `Inbox.wait` is a way to wait."""
    events: Iterable[Event] = ()
    while True:
        turn = _turned(session, events, clock(), gap, refit)
        yield turn
        if turn.over:
            return
        session = turn.session
        events = await wait(session.player.due)


def _turned(session: Session, events: Iterable[Event], now: int, gap: Gap | None, refit: Refit | None) -> Turn:
    """Let events happen at a moment; without any, only time has gone on."""
    found: list[Happening] = []
    for event in tuple(events) or (Tick(),):
        session, told = session.do(event, now, gap=gap, refit=refit)
        found += told
    return Turn(session=session, told=tuple(found))


def simulated(course: Course, *, from_: int = 0, decide: Callable[[Session], Iterable[Event]] | None = None) -> Iterator[Turn]:
    """Play a course on a clock of its own that leaps from one thing that is due to the next; nobody waits.

    Args:
        course: what to play.
        from_: the moment at which it begins.
        decide: gives the events of a person at each turn, none most of the time; without it every wait is ended when its
            planned time is over. Where nothing more would ever happen, the simulation ends.

    >>> [turn.session.player.clock for turn in simulated(Course(segments=()), from_=7)]
    [7]
    """
    now = from_
    session, told = Session(first=course).do(Start(), now)
    turn = Turn(session=session, told=told)
    yield turn
    while not turn.over:
        events, due = tuple((decide or released)(turn.session)), turn.session.player.due
        if not events and due is None:
            return
        now += 0 if events else due or 0
        turn = _turned(turn.session, events, now, None, None)
        yield turn


def released(session: Session) -> tuple[Event, ...]:
    """Decide as somebody who ends every wait when its planned time is over.

    >>> released(Session(first=Course(segments=())))
    ()
    """
    return (Done(),) if session.player.status == "waiting" else ()


@attrs.define
class Inbox:
    """Events for `adrive`: anybody may put some in, and a wait ends as soon as there is one.

    `sleep` takes seconds, as that of asyncio does, which it is by default.
    """

    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    _events: list[Event] = attrs.field(factory=list)
    _arrived: asyncio.Event = attrs.field(factory=asyncio.Event)

    def put(self, event: Event) -> None:
        """Add an event; call it from the thread of the loop."""
        self._events.append(event)
        self._arrived.set()

    async def wait(self, ms: int | None) -> tuple[Event, ...]:
        """Wait for so long, or for an event, whichever is first; give all events there are, in order."""
        if not self._events:
            await self._first(ms)
        found, self._events = tuple(self._events), []
        self._arrived.clear()
        return found

    async def _first(self, ms: int | None) -> None:
        """Wait for an event, at most so long."""
        coming: list[asyncio.Future[Any]] = [asyncio.ensure_future(self._arrived.wait())]
        if ms is not None:
            coming.append(asyncio.ensure_future(self._asleep(ms)))
        try:
            await asyncio.wait(coming, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in coming:
                one.cancel()

    async def _asleep(self, ms: int) -> None:
        await self.sleep(ms / 1_000)
