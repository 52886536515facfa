"""The player's one function, event by event, on a small course."""

from __future__ import annotations

import attrs
import pytest

from strokekit.playing import events as e
from strokekit.playing.course import Course, Moment, Segment, Span, Wait
from strokekit.playing.events import Event
from strokekit.playing.player import Eta, Player
from tests.playing.courses import SHORT, brief, course, play

ALL = [
    "0 started a 60000",
    "50000 cue a:say",
    "60000 completed a 60000 time",
    "60000 started a:rest 5000",
    "65000 completed a:rest 5000 time",
    "65000 started b 30000",
    "80000 cue b:ask",
    "95000 waiting b 30000",
    "115000 cue b:caution",
    "115000 completed b 50000 bound",
    "115000 started c 20000",
    "135000 completed c 20000 time",
    "135000 finished 135000",
]
"""All that happens where nobody does anything."""


@pytest.mark.parametrize("moments", [[500], [5, 60, 65, 95, 115, 500], range(0, 200, 7)], ids=["once", "at the joints", "often"])
def test_a_course_plays_by_itself(moments: list[int]) -> None:
    """However often somebody looks, the same happens, at the moments when it was due; a wait ends at its bound."""
    session, told = play(SHORT, (0, e.Start()), *((at, e.Tick()) for at in moments), (500, e.Tick()))

    assert brief(told) == ALL
    assert (session.player.status, session.player.elapsed, session.player.remaining) == ("done", 135_000, 0)


@pytest.mark.parametrize(
    ("at", "event", "expected"),
    [
        pytest.param(30, e.Pause(), ["30000 paused"], id="pause"),
        pytest.param(30, e.Skip(), ["30000 skipped a 30000", "30000 started a:rest 5000"], id="skip"),
        pytest.param(30, e.Done(), ["30000 completed a 30000 done", "30000 started a:rest 5000"], id="done before its time"),
        pytest.param(30, e.Restart(), ["30000 left a 30000", "30000 started a 60000"], id="restart"),
        pytest.param(30, e.Back(), ["30000 left a 30000", "30000 started a 60000"], id="back from the first"),
        pytest.param(30, e.Jump(to="c"), ["30000 left a 30000", "30000 started c 20000"], id="jump"),
        pytest.param(30, e.Jump(to="nowhere"), [], id="jump nowhere"),
        pytest.param(30, e.Extend(ms=10_000), ["30000 extended a 10000"], id="extend"),
        pytest.param(30, e.Extend(ms=-10_000), ["30000 cut a 10000"], id="cut"),
        pytest.param(30, e.Extend(ms=0), [], id="extend by nothing"),
        pytest.param(
            30, e.Extend(ms=-45_000), ["30000 cut a 30000", "30000 completed a 30000 cut", "30000 started a:rest 5000"],
            id="cut to what is over",
        ),
        pytest.param(30, e.Substitute(technique="holding"), ["30000 substituted a 30000"], id="substitute"),
        pytest.param(30, e.Worked(ms=10_000), [], id="worked"),
        pytest.param(30, e.Slept(), ["30000 slept 30000"], id="slept"),
        pytest.param(30, e.Stop(), ["30000 left a 30000", "30000 stopped 30000"], id="stop"),
        pytest.param(30, e.Start(), [], id="start again"),
        pytest.param(30, e.Resume(), [], id="resume while it goes on"),
        pytest.param(30, e.Unreachable(why=("too short",)), ["30000 unreachable"], id="unreachable"),
        pytest.param(70, e.Back(), ["70000 left b 5000", "70000 started a:rest 5000"], id="back"),
        pytest.param(
            100, e.Done(), ["100000 cue b:caution", "100000 completed b 35000 done", "100000 started c 20000"], id="sign",
        ),
        pytest.param(
            100, e.Extend(ms=-5_000),
            ["100000 cue b:caution", "100000 completed b 35000 cut", "100000 started c 20000"],
            id="cut while it waits",
        ),
        pytest.param(85, e.Answer(to="b:ask", text="no"), ["85000 answered b:ask"], id="an answer that nothing waits for"),
        pytest.param(125, e.Skip(), ["125000 skipped c 10000", "125000 finished 125000"], id="skip the last"),
    ],
)  # fmt: skip
def test_events(at: int, event: Event, expected: list[str]) -> None:
    """What each event tells of, after the same course has been played until a moment."""
    session, _ = play(SHORT, (0, e.Start()), (0 if isinstance(event, e.Slept) else at, e.Tick()))
    _, told = session.do(event, at * 1_000)

    assert brief(told) == expected


@pytest.mark.parametrize(
    "event", [e.Pause(), e.Skip(), e.Done(), e.Back(), e.Jump(to="a"), e.Extend(ms=5), e.Worked(ms=9), e.Stop()]
)
def test_nothing_happens_before_the_start(event: Event) -> None:
    """Only a start begins anything; who stops before has stopped."""
    session, told = play(SHORT, (5, event))

    assert brief(told) == (["5000 stopped"] if isinstance(event, e.Stop) else [])
    assert (session.player.begun, session.player.elapsed) == (False, 0)


@pytest.mark.parametrize("event", [e.Pause(), e.Skip(), e.Back(), e.Restart(), e.Done(), e.Jump(to="a"), e.Resume(), e.Stop()])
def test_nothing_happens_after_a_stop(event: Event) -> None:
    """A work that was ended stays so."""
    assert brief(play(SHORT, (0, e.Start()), (9, e.Stop()), (10, event))[1]) == [
        "0 started a 60000",
        "9000 left a 9000",
        "9000 stopped 9000",
    ]


def test_back_from_the_end() -> None:
    """What is done can be taken up again, as long as nobody has stopped it."""
    session, told = play(SHORT, (0, e.Start()), (500, e.Tick()), (600, e.Back()), (605, e.Tick()))

    assert brief(told)[len(ALL) :] == ["600000 started c 20000"]
    assert (session.player.status, session.player.at, session.player.elapsed) == ("playing", 5_000, 140_000)


def test_a_question_waits_for_its_answer() -> None:
    """A segment that waits for an answer ends with it, however long that takes, and with no other answer."""
    ask = Moment(name="q:ask", kind="ask", text={"en": "Shall we?"})
    first = course(Segment(name="q", ms=5_000, wait=Wait(until="answer"), moments=(ask,)), Segment(name="z", ms=1_000))
    wrong, right = e.Answer(to="other", text="x"), e.Answer(to="q:ask", text="yes")
    session, told = play(first, (0, e.Start()), (60, wrong), (90, right))

    assert brief(told) == [
        "0 started q 5000", "0 cue q:ask", "5000 waiting q 5000", "60000 answered other", "90000 answered q:ask",
        "90000 completed q 90000 done", "90000 started z 1000",
    ]  # fmt: skip
    assert session.player.total == 91_000


def test_segments_without_time_are_passed_over() -> None:
    """In both directions; what is to be said there is said."""
    said = Moment(name="n:say", kind="say", text={"en": "Now"})
    first = course(Segment(name="a", ms=1_000), Segment(name="n", ms=0, moments=(said,)), Segment(name="b", ms=1_000))
    _, told = play(first, (0, e.Start()), (1, e.Tick()), (1, e.Back()))

    assert brief(told) == [
        "0 started a 1000", "1000 completed a 1000 time", "1000 started n", "1000 cue n:say", "1000 completed n time",
        "1000 started b 1000", "1000 left b", "1000 started a 1000",
    ]  # fmt: skip


def test_a_clock_that_goes_back_stands_still() -> None:
    """Time never becomes less."""
    session, _ = play(SHORT, (0, e.Start()), (30, e.Tick()), (10, e.Tick()))

    assert (session.player.at, session.player.clock) == (30_000, 30_000)


def test_what_is_left() -> None:
    """Of the step, its section and everything; what comes next; when it ends."""
    player = play(SHORT, (0, e.Start()), (70, e.Tick()))[0].player

    assert (player.remaining_step, player.remaining_section, player.remaining, player.total) == (25_000, 45_000, 45_000, 115_000)
    assert (player.elapsed_section, player.due, player.bound) == (5_000, 10_000, 45_000)
    assert player.next is not None
    assert player.ahead is not None
    assert (player.next.name, player.ahead.name) == ("c", "b:ask")
    assert player.eta == Eta(earliest=95_000, likely=115_000, latest=135_000)


def test_an_end_that_nobody_knows() -> None:
    """A wait without a bound leaves the latest end open until it is over."""
    first = course(Segment(name="q", ms=5_000, wait=Wait(until="answer")), Segment(name="z", ms=1_000))
    session, _ = play(first, (0, e.Start()))
    after, _ = session.do(e.Done(), 2_000)

    assert (session.player.eta, after.player.eta) == (
        Eta(earliest=1_000, likely=6_000, latest=None),
        Eta(earliest=3_000, likely=3_000, latest=3_000),
    )


def test_an_answer_stands_in_no_repr() -> None:
    """What a client says is in the record, and not where somebody prints a session."""
    session, told = play(SHORT, (0, e.Start()), (81, e.Answer(to="b:ask", text="I am pregnant")))

    assert "pregnant" not in repr(session) + repr(told) + repr(session.log)


def test_moments_keep_their_place_in_a_longer_segment() -> None:
    """The end stays the end, and ten seconds before the end stay so."""
    _, told = play(SHORT, (0, e.Start()), (1, e.Extend(ms=30_000)), (89, e.Tick()))

    assert brief(told)[2:] == ["80000 cue a:say"]


def test_an_empty_course_is_done_at_once() -> None:
    """There is nothing to wait for."""
    assert brief(play(Course(segments=()), (0, e.Start()))[1]) == ["0 finished"]
    assert attrs.evolve(Player(course=Course(segments=()))).status == "done"


OUTER, INNER = Span(name="x", until="slack"), Span(name="y", until="warm")
SPANNED = course(
    Segment(name="a", ms=10_000, spans=(OUTER,)),
    Segment(name="b", ms=10_000, spans=(OUTER, INNER)),
    Segment(name="c", ms=10_000, spans=(OUTER, INNER)),
    Segment(name="d", ms=10_000, spans=(OUTER,), wait=Wait(until="slack", most=30_000)),
    Segment(name="e", ms=10_000),
)
"""A block that a sign ends, with one in it that another sign ends."""


@pytest.mark.parametrize(
    ("at", "event", "expected"),
    [
        pytest.param(5, e.Enough(), ["5000 completed a 5000 done", "5000 started e 10000"], id="the only one"),
        pytest.param(15, e.Enough(), ["15000 completed b 5000 done", "15000 started d 10000"], id="the innermost"),
        pytest.param(15, e.Enough(of="x"), ["15000 completed b 5000 done", "15000 started e 10000"], id="the one that is named"),
        pytest.param(15, e.Enough(of="z"), [], id="none that there is"),
        pytest.param(55, e.Enough(), ["55000 completed d 25000 done", "55000 started e 10000"], id="while it waits"),
        pytest.param(62, e.Enough(), [], id="where no sign ends anything"),
    ],
)
def test_a_sign_ends_all_that_it_is_for(at: int, event: Event, expected: list[str]) -> None:
    """What is left of the block is left out; nothing changes where there is none."""
    session, _ = play(SPANNED, (0, e.Start()), (at, e.Tick()))
    after, told = session.do(event, at * 1_000)

    assert brief(told) == expected
    assert expected or after.player == session.player


def test_a_sign_may_end_the_whole_course() -> None:
    """What the span ends with is the end of all."""
    session, told = play(course(Segment(name="a", ms=5_000, spans=(OUTER,))), (0, e.Start()), (1, e.Enough()))

    assert (session.player.status, brief(told)[1:]) == ("done", ["1000 completed a 1000 done", "1000 finished 1000"])


def test_a_sign_may_show_at_once() -> None:
    """So the earliest end counts nothing of what a sign ends, and the latest all that the wait at its end may take."""
    session, _ = play(SPANNED, (0, e.Start()))

    assert session.player.eta == Eta(earliest=10_000, likely=50_000, latest=70_000)
