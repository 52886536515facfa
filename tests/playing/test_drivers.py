"""What carries a session through time: turn by turn, with a clock and a waiting that are handed in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from strokekit.playing import events as e
from strokekit.playing.course import Course, Segment, Wait
from strokekit.playing.drivers import Inbox, adrive, drive, simulated
from strokekit.playing.events import Event, Happening
from strokekit.playing.session import Session
from tests.playing.courses import SHORT, brief, course
from tests.playing.test_stepping import ALL

UNTIL = [*ALL[:8], "95000 cue b:caution", "95000 completed b 30000 done", "95000 started c 20000"]


class Hour:
    """A clock that goes on by as much as somebody waits, and what is done at its moments."""

    def __init__(self, *deeds: tuple[int, Event]) -> None:
        """Begin at 0; deeds have their moments in milliseconds."""
        self.now, self.deeds, self.waited = 0, list(deeds), list[int | None]()

    def clock(self) -> int:
        """Give the moment."""
        return self.now

    def wait(self, ms: int | None) -> Iterable[Event]:
        """Go on to what is due, or to the next deed."""
        self.waited.append(ms)
        if self.deeds and (ms is None or self.deeds[0][0] <= self.now + ms):
            self.now, event = self.deeds.pop(0)
            return (event,)
        self.now += ms or 0
        return ()


def test_drive_waits_for_what_is_due() -> None:
    """No turn is wasted: each wait ends where something happens."""
    hour = Hour((0, e.Start()))
    told = [one for turn in drive(Session(first=SHORT), clock=hour.clock, wait=hour.wait) for one in turn.told]

    assert brief(told) == ALL
    assert hour.waited == [None, 50_000, 10_000, 5_000, 15_000, 15_000, 20_000, 20_000]


def test_drive_takes_what_people_do() -> None:
    """A pause has nothing due; the end comes when it is stopped."""
    hour = Hour((0, e.Start()), (7_000, e.Pause()), (9_000, e.Resume()), (10_000, e.Stop()))
    turns = list(drive(Session(first=SHORT), clock=hour.clock, wait=hour.wait))

    assert brief([one for turn in turns for one in turn.told]) == [
        "0 started a 60000", "7000 paused", "9000 resumed", "10000 left a 8000", "10000 stopped 8000",
    ]  # fmt: skip
    assert [turn.over for turn in turns] == [False, False, False, False, True]
    assert hour.waited == [None, 50_000, None, 43_000]


def test_asyncio_drives_alike() -> None:
    """The same, with a sleep that is handed in and events that others put in."""

    async def hour() -> list[str]:
        inbox, told = Inbox(sleep=sleep), list[Happening]()
        inbox.put(e.Start())
        async for turn in adrive(Session(first=SHORT), clock=lambda: now[0], wait=inbox.wait):
            told += turn.told
            if any(one.kind == "waiting" for one in turn.told):
                inbox.put(e.Done())
                inbox.put(e.Stop())
        return brief(told)

    async def sleep(seconds: float) -> None:
        now[0] += round(seconds * 1_000)

    now = [0]
    assert asyncio.run(hour()) == [*UNTIL, "95000 left c", "95000 stopped 95000"]


def test_an_inbox_gives_events_at_once() -> None:
    """A wait that would never end by itself ends with the first event, and gives all there are in their order."""

    async def three() -> tuple[Event, ...]:
        inbox = Inbox()
        waiting = asyncio.ensure_future(inbox.wait(None))
        await asyncio.sleep(0)
        for event in (e.Pause(), e.Resume(), e.Skip()):
            inbox.put(event)
        return await waiting

    assert asyncio.run(three()) == (e.Pause(), e.Resume(), e.Skip())


def test_a_simulation_ends_waits_at_their_planned_time() -> None:
    """Nobody is there, so nothing takes longer than planned."""
    told = [one for turn in simulated(SHORT) for one in turn.told]

    assert brief(told) == [*UNTIL, "115000 completed c 20000 time", "115000 finished 115000"]


def test_a_simulation_ends_where_nothing_more_would_happen() -> None:
    """A wait that nobody ends is no reason to wait for ever."""
    turns = list(simulated(course(Segment(name="q", ms=5_000, wait=Wait(until="answer"))), decide=lambda _: ()))

    assert turns[-1].session.player.status == "waiting"
    assert [turn.over for turn in simulated(Course(segments=()))] == [True]
