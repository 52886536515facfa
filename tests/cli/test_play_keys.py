"""What keys mean that lead elsewhere, and what is said of everything that a step may hold."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from strokekit.cli.play_keys import events_of
from strokekit.cli.play_view import View
from strokekit.cli.play_words import PlayWords
from strokekit.playing import events as e
from strokekit.playing.course import Moment, Segment, Span
from strokekit.playing.events import Event
from strokekit.playing.record import record_of
from strokekit.playing.record_text import record_markdown
from strokekit.rendering.messages import Messages
from strokekit.rendering.phrases import Phrases
from tests.plans import engine
from tests.playing.courses import SHORT, course, play

KINDS = get_args(get_type_hints(Moment)["kind"])
PHRASES = Phrases(Messages(engine().catalog))
BLOCK = course(
    Segment(name="a", ms=5_000, section="s", spans=(Span(name="x", until="tissue_softens"),)),
    Segment(name="b", ms=5_000, section="s"),
    Segment(name="c", ms=5_000, section="t"),
)
"""A step of a block that a sign ends, and one after it, in one section; another section."""


@pytest.mark.parametrize(
    ("at", "key", "expected"),
    [
        pytest.param(0, "N", [e.Jump(to="b")], id="the next section"),
        pytest.param(100, "N", [], id="there is none"),
        pytest.param(62, "B", [e.Jump(to="a")], id="the beginning of this one"),
        pytest.param(70, "B", [e.Jump(to="a")], id="from the beginning to the one before"),
        pytest.param(120, "B", [e.Jump(to="b")], id="the beginning of the last one"),
        pytest.param(5, "B", [e.Jump(to="a")], id="the first one"),
        pytest.param(999, "N", [], id="all is over"),
        pytest.param(999, "B", [], id="back from beyond the end"),
        pytest.param(0, "e", [e.Enough()], id="the sign is there"),
        pytest.param(0, "s", [e.Substitute()], id="something else"),
        pytest.param(0, "s Holding  the feet", [e.Substitute(title={"en": "Holding  the feet"})], id="something else, in words"),
    ],
)
def test_keys_that_lead_elsewhere(at: int, key: str, expected: list[Event]) -> None:
    """Sections are jumped to by the name of their first segment; what is done instead may be said on a line."""
    player = play(SHORT, (0, e.Start()), (at, e.Tick()))[0].player

    assert list(events_of(key, player, None, 0)) == expected


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("say", "Say: “Well”"),
        ("ask", "Ask: “Well”"),
        ("caution", "Take care: Well"),
        ("checkpoint", "Checkpoint"),
        ("move", "Well"),
        ("side", "Change sides"),
    ],
)
def test_every_moment_has_words(kind: object, words: str) -> None:
    """Whatever lies within a step is said when it is due, and before that."""
    moment = Moment(name="a:x", kind=kind, text={"en": "Well"}, of=(1, 2))  # type: ignore[arg-type]  # parametrised
    first = course(Segment(name="a", ms=10_000, moments=(moment,)))
    session, told = play(first, (0, e.Start()), (5, e.Tick()))
    said = PlayWords(PHRASES, first)
    ahead = play(first, (0, e.Start()))[0].player
    lines = View(words=said, columns=80, rows=20).lines(ahead, [], None, 0)

    assert [said.line(one, session.player) for one in told][1] == f"  {words}"
    assert f"  In 5 s: {words}" in [line.text for line in lines]


def test_what_a_sign_ends_is_said() -> None:
    """Each step of a block says what ends all of it, and there is a key for that, as long as it lasts."""
    words = PlayWords(PHRASES, BLOCK)
    inside, after = (play(BLOCK, (0, e.Start()), (at, e.Tick()))[0].player for at in (0, 6))
    keys = [
        [line.text for line in View(words=words, columns=200, rows=20).lines(one, [], None, 0)][-1] for one in (inside, after)
    ]

    assert words.step(BLOCK.segments[0]) == "a (5 s; all of it until the tissue softens)"
    assert ["e: the sign is there" in line for line in keys] == [True, False]


@pytest.mark.parametrize(
    ("event", "title"),
    [(e.Substitute(), "Something else"), (e.Substitute(title={"en": "Foot bath"}), "Foot bath")],
    ids=["nobody says what", "in words"],
)
def test_something_else_is_told_and_recorded(event: Event, title: str) -> None:
    """In place of what was planned, under its own words, or none."""
    session, told = play(SHORT, (0, e.Start()), (10, event), (200, e.Tick()))
    words = PlayWords(PHRASES, SHORT)
    lines = record_markdown(record_of(session), PHRASES, str).splitlines()

    assert words.line(told[1], session.player) == f"  Done instead: {title}"
    assert words.title(session.player.course.segments[0]) == f"{title}: calf (left)"
    assert f"| {title} | 1 min | 1 min | instead of kneading |" in lines


def test_no_kind_of_moment_is_without_words() -> None:
    """A kind that is added has to be given words."""
    said = PlayWords(PHRASES, SHORT)

    assert [kind for kind in KINDS if not said.cue(Moment(name="a", kind=kind, text={"en": "Well"}))] == []
