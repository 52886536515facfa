"""The machine of the page is the library's: traces made in Python replay in a real browser with the same states, to the byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strokekit.playing import events as e
from strokekit.playing.course import Course, Segment
from strokekit.playing.events import Event
from strokekit.playing.forms import event_json, fingerprint, happening_json, plain
from strokekit.playing.keeping import resume, snapshot, state_json
from strokekit.playing.player import Player
from strokekit.playing.session import Gap, Session
from strokekit.playing.timelines import course_of
from strokekit.version import VERSION
from strokekit.webpage.joining import joined
from tests.playing.courses import SHORT, X, Y, courses, deeds, even, spans
from tests.rendering.hostile import article
from tests.webpage.conftest import Open

SAVED = 50_000
REPLAY = Path(__file__).parent / "replay.js"
RUN = st.lists(st.tuples(spans, st.just(e.Tick()) | deeds), max_size=12)
"""How long after the one before, and what happens."""


def _questions(player: Player) -> dict[str, Any]:
    """Ask a player all that the page asks its own."""
    eta = player.eta
    return {
        **state_json(player),
        "index": player.index,
        "begun": player.begun,
        "running": player.running,
        "stopped": player.stopped,
        "end_by": player.end_by,
        "remaining_step": player.remaining_step,
        "remaining_section": player.remaining_section,
        "elapsed_section": player.elapsed_section,
        "total": player.total,
        "due": player.due,
        "eta": [eta.earliest, eta.likely, eta.latest],
        "ahead": player.ahead.name if player.ahead else None,
        "next": player.next.name if player.next else None,
    }


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _trace(course: Course, events: list[tuple[int, Event]], gap: int | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Play events at their moments; give what the page is to play, and what it has to come to."""
    session, rows = Session(first=course), []
    for now, event in events:
        session, told = session.do(event, now, gap=None if gap is None else Gap(limit=gap))
        rows.append(_text([[happening_json(one) for one in told], _questions(session.player)]))
    run = [{"at": now, **event_json(event)} for now, event in events]
    made = {"engine": VERSION, "fingerprint": fingerprint(course)}
    asked = {"course": plain(course), "run": run, "gap": gap, "made": made, "saved": SAVED}
    return asked, {"rows": rows, "kept": snapshot(session, saved=SAVED), "resumed": True}


def _timed(run: list[tuple[int, Event]]) -> list[tuple[int, Event]]:
    """Put events at moments, one after the other; some clocks go back."""
    now, timed = 0, []
    for ms, event in run:
        now += ms
        timed.append((now - (ms % 7 == 0) * 500, event))
    return timed


def _rows(asked: dict[str, Any], found: dict[str, Any], kind: str) -> list[str]:
    """Give what the events of one kind came to."""
    return [row for event, row in zip(asked["run"], found["rows"], strict=True) if event["event"] == kind]


def _played(opened: Open, traces: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    page = opened("<!doctype html><title>machine</title>")
    script = f"(traces) => {{ {joined('snapshot')}{REPLAY.read_text(encoding='utf-8')} return traces.map(played); }}"
    found = page.page.evaluate(script, [asked for asked, _ in traces])
    for one, (asked, expected) in zip(found, traces, strict=True):
        assert one == expected, asked


def test_any_trace_replays(opened: Open) -> None:
    """Overshoot, gaps, skip, back, extend, jump, waits, signs, clocks that go back: the same states, tellings and snapshots."""
    traces = []

    @settings(max_examples=120, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(course=courses, run=RUN, end_by=st.none() | st.integers(5_000, 40_000), gap=st.none() | st.integers(0, 6_000))
    def make(course: Course, run: list[tuple[int, Event]], end_by: int | None, gap: int | None) -> None:
        traces.append(_trace(course, _timed([(0, e.Start(end_by=end_by)), *run]), gap))

    make()

    ended = sum(row.count('"why":"done"') > 0 for asked, found in traces for row in _rows(asked, found, "enough"))
    assert ended > 0
    _played(opened, traces)


@pytest.mark.parametrize("of", ["", "x", "y", "z"])
@pytest.mark.parametrize("index", range(5))
def test_what_a_sign_ends_replays(opened: Open, index: int, of: str) -> None:
    """Wherever the work is, and whatever sign shows: the page leaves out what the library leaves out."""
    spans = [(X,), (X, Y), (X, Y), (X,), ()]
    course = Course(segments=tuple(Segment(name=f"n{number}", ms=9_000, spans=found) for number, found in enumerate(spans)))
    events: list[tuple[int, Event]] = [(0, e.Start()), (0, e.Jump(to=f"n{index}")), (4_000, e.Enough(of=of)), (5_000, e.Tick())]
    trace = _trace(course, events, None)
    after = {"": [4, 3, 3, 4, 4], "x": [4, 4, 4, 4, 4], "y": [0, 3, 3, 3, 4], "z": [0, 1, 2, 3, 4]}[of][index]

    assert f'"index":{after},' in trace[1]["rows"][-1]
    _played(opened, [trace])


def test_a_refitted_run_replays(opened: Open) -> None:
    """What a solver put into the log, the page takes as it is: the times of a refit, and why one could not be had."""
    session, _ = Session(first=SHORT).do(e.Start(end_by=90_000), 0, refit=even)
    run: list[tuple[int, Event]] = [(10_000, e.Extend(ms=30_000)), (70_000, e.Skip()), (80_000, e.Extend(ms=200_000))]
    for now, event in run:
        session, _ = session.do(event, now, refit=even)
    log = [(entry.at, entry.event) for entry in session.log]

    assert {"refit", "unreachable"} <= {event_json(event)["event"] for _, event in log}
    _played(opened, [_trace(SHORT, log, None)])


@pytest.mark.parametrize("stride", [1_000, 7_777, 120_000, 3_600_000])
def test_the_article_replays(opened: Open, stride: int) -> None:
    """The article's course, looked at every second, seldom, or once: the page comes to what the library comes to."""
    course = course_of(article())
    ticks = [(now, e.Tick()) for now in range(0, course.total + stride, stride)]

    _played(opened, [_trace(course, [(0, e.Start()), *ticks], None)])


def test_the_library_reads_what_the_page_wrote(opened: Open) -> None:
    """A snapshot that the page made is one that the library resumes, and the other way round."""
    asked, expected = _trace(
        SHORT, [(0, e.Start()), (70_000, e.Skip()), (80_000, e.Answer(to="b:ask", text="no — “really”"))], None
    )
    _played(opened, [(asked, expected)])

    assert resume(expected["kept"], SHORT, now=SAVED).require().player.index == 3
