"""Laws of the player: how time is cut, what takes back what, and that a session is its log."""

from __future__ import annotations

import json
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from strokekit.playing import events as e
from strokekit.playing.course import Course
from strokekit.playing.events import Event, Happening
from strokekit.playing.forms import course_of_json, event_json, event_of_json, happening_json, plain
from strokekit.playing.keeping import resume, snapshot
from strokekit.playing.player import Player
from strokekit.playing.record import record_json, record_of
from strokekit.playing.session import Gap, Session, replay
from strokekit.playing.stepping import step
from tests.playing.courses import courses, deeds, even, spans

GAP = Gap(limit=8_000)
FEW = settings(max_examples=200)
RUN = st.lists(st.tuples(spans, st.just(e.Tick()) | deeds), max_size=12)
"""How long after the one before, and what happens."""


def _started(course: Course, run: list[tuple[int, Event]]) -> Player:
    """Play a run on a fresh player, from the moment 0 on."""
    player, _ = step(Player(course=course), e.Start(), 0)
    for ms, event in run:
        player, _ = step(player, event, player.clock + ms)
    return player


def _unclocked(player: Player) -> Player:
    return attrs.evolve(player, clock=0)


@FEW
@given(course=courses, run=RUN, cuts=st.lists(st.integers(0, 20_000), max_size=6))
def test_any_partition_of_time_gives_the_same(course: Course, run: list[tuple[int, Event]], cuts: list[int]) -> None:
    """Looked at often or once, a player is in the same state, and has told the same things with the same moments."""
    player = _started(course, run)
    end = player.clock + 20_000
    whole, told = step(player, e.Tick(), end)

    parts: list[Happening] = []
    for cut in sorted(cuts):
        player, some = step(player, e.Tick(), end - 20_000 + cut)
        parts += some
    player, some = step(player, e.Tick(), end)

    assert (player, (*parts, *some)) == (whole, told)


@FEW
@given(course=courses, cuts=st.lists(st.integers(0, 30_000), min_size=3, max_size=12), end_by=st.integers(5_000, 30_000))
def test_any_partition_is_fitted_again_alike(course: Course, cuts: list[int], end_by: int) -> None:
    """The same with a refit: it is asked at the moment when a wait is over, not when somebody looks."""
    session, _ = Session(first=course).do(e.Start(end_by=end_by), 0, refit=even)
    whole, _ = session.do(e.Tick(), 30_000, refit=even)

    for cut in sorted(cuts):
        session, _ = session.do(e.Tick(), cut, refit=even)
    session, _ = session.do(e.Tick(), 30_000, refit=even)

    assert session == whole


@FEW
@given(course=courses, run=RUN, ms=spans)
def test_skip_then_back_is_restart(course: Course, run: list[tuple[int, Event]], ms: int) -> None:
    """Whoever skips a segment and comes back stands where a restart leads."""
    player = _started(course, run)
    skipped, _ = step(player, e.Skip(), player.clock + ms)
    back, _ = step(skipped, e.Back(), skipped.clock)
    again, _ = step(player, e.Restart(), player.clock + ms)

    played, _ = step(player, e.Tick(), player.clock + ms)
    assert played.status in ("done", "stopped") or back == again


@FEW
@given(course=courses, run=RUN, pauses=st.lists(st.tuples(spans, st.sampled_from([e.Pause(), e.Resume()])), max_size=6))
def test_pauses_change_nothing_but_the_clock(
    course: Course, run: list[tuple[int, Event]], pauses: list[tuple[int, Event]]
) -> None:
    """Whatever the order of pauses and resumes at a standstill, only the clock has moved once the work goes on."""
    player = _started(course, run)
    still, _ = step(player, e.Pause(), player.clock)
    for ms, event in pauses:
        still, _ = step(still, e.Pause(), still.clock)
        still, _ = step(still, event, still.clock + ms)
        still, _ = step(still, e.Pause(), still.clock)
    on, _ = step(still, e.Resume(), still.clock)
    at_once, _ = step(step(player, e.Pause(), player.clock)[0], e.Resume(), player.clock)

    assert _unclocked(on) == _unclocked(at_once)


@FEW
@given(course=courses, run=RUN)
def test_elapsed_and_remaining_make_the_total(course: Course, run: list[tuple[int, Event]]) -> None:
    """Time that goes by turns what remains into what has elapsed; only a wait beyond its planned time makes the total longer."""
    player = _started(course, run)
    before = player.total
    for _ in range(40):
        if (due := player.due) is None:
            break
        overrun = player.status == "waiting"
        after, _ = step(player, e.Tick(), player.clock + due)
        assert after.elapsed == player.elapsed + due
        assert after.total == before + (due if overrun else 0)
        player, before = after, after.total


@FEW
@given(course=courses, run=RUN, end_by=st.none() | st.integers(0, 40_000))
def test_a_session_is_its_log(course: Course, run: list[tuple[int, Event]], end_by: int | None) -> None:
    """Replaying gives the same session, the same happenings and the same texts, byte by byte, without asking the refit."""
    session, told = Session(first=course).do(e.Start(end_by=end_by), 0, refit=even)
    found = list(told)
    for ms, event in run:
        session, told = session.do(event, session.player.clock + ms, refit=even)
        found += told
    again, retold = replay(course, session.log)

    assert (again, list(retold)) == (session, found)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert snapshot(again, saved=1) == snapshot(session, saved=1)
    assert json.dumps([happening_json(one) for one in retold]) == json.dumps([happening_json(one) for one in found])


@FEW
@given(course=courses, run=RUN, end_by=st.none() | st.integers(0, 40_000))
def test_snapshot_and_resume_are_the_identity(course: Course, run: list[tuple[int, Event]], end_by: int | None) -> None:
    """Kept as text and read back at any point, a session is what it was."""
    session, _ = Session(first=course).do(e.Start(end_by=end_by), 0, refit=even)
    for ms, event in run:
        session, _ = session.do(event, session.player.clock + ms, refit=even)
        assert resume(snapshot(session, saved=5), course, now=6).require() == session


@FEW
@given(course=courses)
def test_courses_are_json_and_back(course: Course) -> None:
    """A course as JSON is the same course."""
    assert course_of_json(json.loads(json.dumps(plain(course)))) == course


@FEW
@given(event=deeds)
def test_events_are_json_and_back(event: Event) -> None:
    """So is an event."""
    assert event_of_json(json.loads(json.dumps(event_json(event)))) == event


@FEW
@given(course=courses, run=st.lists(st.tuples(spans, st.just(e.Tick()) | st.just(e.Done())), max_size=12))
def test_the_eta_narrows(course: Course, run: list[tuple[int, Event]]) -> None:
    """While the work goes on and waits end within their bounds, the interval of the end only ever narrows around it."""
    player, _ = step(Player(course=course), e.Start(), 0)
    for ms, event in run:
        before = player.eta
        player, _ = step(player, e.Tick(), player.clock + ms)
        segment = player.current
        if isinstance(event, e.Done) and segment and segment.wait and player.at >= segment.least:
            player, _ = step(player, event, player.clock)
        after = player.eta
        if player.status == "done":
            return
        assert before.earliest <= after.earliest <= after.likely
        assert before.latest is None or (after.latest is not None and after.earliest <= after.latest <= before.latest)


@FEW
@given(course=courses, run=RUN)
def test_a_record_adds_up(course: Course, run: list[tuple[int, Event]]) -> None:
    """The deeds sum up to the time worked, and each way of cutting the hands-on time sums up to it."""
    session, _ = Session(first=course).do(e.Start(), 0)
    for ms, event in run:
        session, _ = session.do(event, session.player.clock + ms)
    record = record_of(session)
    cuts = (record.by_technique, record.by_region, record.by_side, record.by_pressure)

    assert sum(deed.actual for deed in record.deeds) == record.actual == session.player.elapsed
    assert [sum(cut.values()) for cut in cuts] == [record.hands_on] * 4
    assert json.loads(record_json(record))["actual"] == record.actual


class Driven(RuleBasedStateMachine):
    """A session that is to end on time, over a computer that sleeps: fitted again, stopped, replayed, and kept at every turn."""

    @initialize(course=courses, end_by=st.none() | st.integers(0, 40_000))
    def begin(self, course: Course, end_by: int | None) -> None:
        """Start."""
        self.first = course
        self.session, told = Session(first=course).do(e.Start(end_by=end_by), 0, gap=GAP, refit=even)
        self.told = list(told)

    @rule(ms=st.integers(0, 12_000), event=st.just(e.Tick()) | deeds)
    def go_on(self, ms: int, event: Event) -> None:
        """Time goes by, and something happens: a gap is never counted as work, and a clock never goes back."""
        before = self.session.player
        self.session, told = self.session.do(event, before.clock + ms, gap=GAP, refit=even)
        self.told += told
        made = event.ms if isinstance(event, e.Worked) else 0
        slept = before.active and ms > GAP.limit
        assert self.session.player.clock == before.clock + ms
        assert self.session.player.elapsed - before.elapsed <= (0 if slept else ms) + made
        assert slept <= ("slept" in {one.kind for one in told})

    @rule()
    def look_back(self) -> None:
        """A clock that was set back stands still."""
        self.session, told = self.session.do(e.Tick(), self.session.player.clock - 5_000, gap=GAP, refit=even)
        assert told == ()

    @rule()
    def keep(self) -> None:
        """A process ends, another goes on."""
        self.session = resume(snapshot(self.session, saved=3), self.first, now=4).require()

    @invariant()
    def is_its_log(self) -> None:
        """What was told is told again, in order, each with its number, and leads to the same place."""
        again, told = replay(self.first, self.session.log)
        assert (again, list(told)) == (self.session, self.told)
        assert [one.number for one in told] == list(range(1, len(told) + 1))
        assert [one.clock for one in told] == sorted(one.clock for one in told)

    @invariant()
    def ends_on_time_or_says_why(self) -> None:
        """Where the end was last to be moved and could not, that was told; else it is on time, as far as no wait decides."""
        player = self.session.player
        last = next((one.kind for one in reversed(self.told) if one.kind in ("refitted", "unreachable")), "")
        moved = [one for one in self.told if one.kind not in ("cue", "started", "completed", "finished", "waiting")]
        if moved and moved[-1].kind == "refitted" == last and player.status == "playing" and player.end_by is not None:
            waits = any(one.wait for one in player.course.segments)
            assert waits or player.eta.likely == player.end_by


Driven.TestCase.settings = settings(max_examples=40, stateful_step_count=20)
TestDriven: Any = Driven.TestCase


class Playing(RuleBasedStateMachine):
    """A player against a model that is nothing but a list of what is left of each segment."""

    @initialize(course=courses)
    def begin(self, course: Course) -> None:
        """Start."""
        self.session, _ = Session(first=course).do(e.Start(), 0)
        self.elapsed = 0

    def _do(self, event: Event, ms: int = 0) -> Session:
        before = self.session
        self.session, told = before.do(event, before.player.clock + ms)
        assert all(one.clock <= self.session.player.clock for one in told)
        assert [one.elapsed for one in told] == sorted(one.elapsed for one in told)
        return before

    @rule(ms=spans)
    def tick(self, ms: int) -> None:
        """Time goes by: it is worked unless the player stands still, up to the end."""
        before = self._do(e.Tick(), ms).player
        spent = self.session.player.elapsed - before.elapsed
        assert spent == (ms if self.session.player.active else min(spent, ms) if before.active else 0)

    @rule(event=deeds)
    def act(self, event: Event) -> None:
        """A person does something; nothing but `Worked` makes time."""
        before = self._do(event).player
        made = event.ms if isinstance(event, e.Worked) else 0
        assert 0 <= self.session.player.elapsed - before.elapsed <= made

    @rule(ms=st.integers(1, 4_000))
    def extend(self, ms: int) -> None:
        """What is given to a segment is there once more in the total."""
        before = self._do(e.Extend(ms=ms)).player
        playing = before.status in ("playing", "paused") and before.current is not None and before.at <= before.current.ms
        assert not playing or self.session.player.total == before.total + ms

    @rule()
    def skip(self) -> None:
        """What is left of a segment is left out of the total."""
        before = self._do(e.Skip()).player
        assert self.session.player.total == before.total - (before.remaining_step if before.status != "stopped" else 0)

    @rule()
    def restart(self) -> None:
        """What was worked in a segment comes once more."""
        before = self._do(e.Restart()).player
        lost = 0 if before.current is None else before.current.ms - before.remaining_step
        assert self.session.player.total == before.total + (lost if before.status != "stopped" else 0)

    @rule()
    def keep(self) -> None:
        """A process ends, another goes on."""
        self.session = resume(snapshot(self.session, saved=3), self.session.first, now=4).require()

    @invariant()
    def stands_somewhere(self) -> None:
        """The place is one of the course, the time in it one that it can have, and nothing without time is stayed at."""
        player = self.session.player
        segment = player.current
        assert 0 <= player.index <= len(player.course.segments)
        assert player.at >= 0
        if segment is not None and player.begun:
            assert segment.limit is None or player.at < segment.limit
        if segment is not None:
            assert player.remaining_step <= player.remaining_section <= player.remaining
        assert (player.due is None) or player.due > 0


Playing.TestCase.settings = settings(max_examples=60, stateful_step_count=25)
TestPlaying: Any = Playing.TestCase
