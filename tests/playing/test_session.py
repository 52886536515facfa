"""A session: its log, what it makes of gaps, and when it has the rest fitted again."""

from __future__ import annotations

import pytest

from strokekit.diagnostics import Outcome
from strokekit.playing import events as e
from strokekit.playing.course import Segment, Wait
from strokekit.playing.events import Event
from strokekit.playing.session import Entry, Gap, Rest, Session
from tests.playing.courses import SHORT, brief, course, even, play

PLAIN = course(*(Segment(name=name, ms=60_000) for name in "abcd"))
"""Four minutes."""


def test_ticks_that_follow_each_other_are_one() -> None:
    """The log holds what somebody did, and when it was last looked at."""
    session, _ = play(SHORT, (0, e.Start()), (1, e.Tick()), (2, e.Tick()), (3, e.Skip()), (4, e.Tick()), (5, e.Tick()))

    assert session.log == (
        Entry(at=0, event=e.Start()),
        Entry(at=2_000, event=e.Tick()),
        Entry(at=3_000, event=e.Skip()),
        Entry(at=5_000, event=e.Tick()),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("gap", "at", "expected", "elapsed"),
    [
        pytest.param(Gap(limit=120_000), 125, ["slept 120001"], 5_000, id="too long"),
        pytest.param(Gap(limit=121_000), 125, ["completed 120001"], 125_001, id="not too long"),
        pytest.param(Gap(limit=1, then="carry"), 125, ["completed"], 125_001, id="carried"),
        pytest.param(None, 125, ["completed"], 125_001, id="no policy"),
    ],
)
def test_gaps(gap: Gap | None, at: int, expected: list[str], elapsed: int) -> None:
    """A gap within the limit is work; a longer one is a pause from when the clock was last seen, if the policy says so."""
    session, _ = play(PLAIN, (0, e.Start()), (5, e.Tick()))
    session, told = session.do(e.Tick(), at * 1_000 + 1, gap=gap)

    assert told[0].kind == expected[0].split()[0]
    assert (session.player.elapsed, session.player.clock) == (elapsed, 125_001)


def test_the_gap_can_be_counted_after_all() -> None:
    """Who worked on while the computer slept says so."""
    session, _ = play(PLAIN, (0, e.Start()), (5, e.Tick()), (305, e.Tick()), gap=Gap())
    session, told = session.do(e.Worked(ms=100_000), 306_000)
    session, _ = session.do(e.Resume(), 306_000)

    assert brief(told) == ["306000 completed a 60000 time", "306000 started b 60000"]
    assert (session.player.status, session.player.at, session.player.elapsed) == ("playing", 45_000, 105_000)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        pytest.param([(60, e.Start(end_by=240_000))], [60_000, 40_000, 40_000, 40_000], id="a late start"),
        pytest.param(
            [(0, e.Start(end_by=240_000)), (30, e.Pause()), (60, e.Resume())], [60_000, 50_000, 50_000, 50_000], id="pause"
        ),
        pytest.param([(0, e.Start(end_by=240_000)), (30, e.Extend(ms=30_000))], [90_000, 50_000, 50_000, 50_000], id="longer"),
        pytest.param([(0, e.Start(end_by=240_000)), (30, e.Skip())], [60_000, 60_000, 75_000, 75_000], id="skipped"),
        pytest.param([(0, e.Start()), (30, e.EndBy(end_by=270_000))], [60_000, 70_000, 70_000, 70_000], id="another end"),
        pytest.param([(0, e.Start(end_by=240_000)), (60, e.Tick())], [60_000] * 4, id="nothing to do"),
    ],
)  # fmt: skip
def test_the_rest_is_fitted_again(events: list[tuple[int, Event]], expected: list[int]) -> None:
    """After what moved the end, the segments ahead take other times, and it ends on time."""
    session, _ = play(PLAIN, *events, refit=even)
    player = session.player

    assert [segment.ms for segment in player.course.segments] == expected
    assert player.end_by is None or player.eta.likely == player.end_by


def test_why_it_cannot_end_on_time() -> None:
    """Without a fit the reasons are told; the nearest that there is holds."""
    session, told = play(PLAIN, (200, e.Start(end_by=240_000)), refit=even)

    assert brief(told) == ["200000 started a 60000", "200000 refitted 150000", "200000 unreachable"]
    assert told[-1].text == {
        "en": "the step under way alone ends 20 s too late; the steps inside take at least 90000 ms, more than the 0 ms given"
    }
    assert session.player.remaining == 150_000


def test_a_last_step_that_ends_too_late_is_told() -> None:
    """Where nothing is left to be fitted, the step under way may still be too long: nobody is told that it ends on time."""
    _, told = Session(first=course(Segment(name="a", ms=9))).do(e.Start(end_by=4), 0, refit=even)

    assert brief(told) == ["0 started a 9", "0 refitted 9", "0 unreachable"]
    assert told[-1].text == {"en": "the step under way alone ends 5 ms too late"}


def test_a_wait_that_ended_otherwise_than_planned_is_made_up_for() -> None:
    """At the moment at which it is over, not when somebody looks."""
    held = Segment(name="held", ms=30_000, wait=Wait(until="tissue_softens", most=50_000))
    first = course(held, Segment(name="a", ms=60_000), Segment(name="b", ms=60_000))
    _, told = play(first, (0, e.Start(end_by=150_000)), (200, e.Tick()), refit=even)

    assert brief(told) == [
        "0 started held 30000", "30000 waiting held 30000", "50000 completed held 50000 bound", "50000 started a 60000",
        "50000 refitted 100000", "110000 completed a 60000 time", "110000 started b 40000", "150000 completed b 40000 time",
        "150000 finished 150000",
    ]  # fmt: skip


def test_what_a_refit_gets() -> None:
    """What was done and for how long, what is played, and what is ahead."""
    asked: list[tuple[dict[str, int], str, list[str], int]] = []

    def refit(rest: Rest, target: int) -> Outcome[tuple[Segment, ...]]:
        asked.append((dict(rest.done), rest.current.name if rest.current else "", [one.name for one in rest.ahead], target))
        return Outcome(None)

    start = e.Start(end_by=240_000)
    _, told = play(PLAIN, (0, start), (30, e.Skip()), (40, e.Extend(ms=5_000)), refit=refit)

    assert asked == [
        ({"a": 30_000, "b": 0}, "b", ["c", "d"], 150_000),
        ({"a": 30_000, "b": 10_000}, "b", ["c", "d"], 145_000),
    ]
    assert [one.kind for one in told].count("unreachable") == 2
    assert Session(first=PLAIN).rest().ahead == PLAIN.segments[1:]
