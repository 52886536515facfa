"""What a person may type while a routine is played, in a terminal as a key, elsewhere as a line."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.playing import events as e
from strokekit.playing.course import Moment
from strokekit.playing.events import Event, Happening
from strokekit.playing.player import Player

EXTEND = 30_000
"""By how much a key makes a step longer or shorter, in milliseconds."""
INSTEAD = "s"
"""That something else is done; on a line, words after it say what."""
QUIT = "q"
ANSWERS = ("yes", "no")
"""What may be answered to a question of which its author foresees no answers."""

_EVENTS: dict[str, Event] = {
    "n": e.Skip(),
    "KEY_RIGHT": e.Skip(),
    "b": e.Back(),
    "KEY_LEFT": e.Back(),
    "r": e.Restart(),
    "d": e.Done(),
    "KEY_ENTER": e.Done(),
    "\n": e.Done(),
    "\r": e.Done(),
    "e": e.Enough(),
    "+": e.Extend(ms=EXTEND),
    "-": e.Extend(ms=-EXTEND),
    "x": e.Stop(),
}


def events_of(key: str, player: Player, question: Moment | None, slept: int) -> Iterator[Event]:
    """Give what a key means now; a key that means nothing gives nothing.

    Args:
        key: a character, the name of a special key, or a line such as `s Holding the feet`.
        player: the player's state.
        question: what was asked last and has not been answered.
        slept: how long nobody looked at the clock, if that is why the player stands still; milliseconds.

    >>> from strokekit.playing.course import Course
    >>> list(events_of("+", Player(course=Course(segments=())), None, 0))
    [Extend(ms=30000)]
    """
    if key in (" ", "p"):
        yield e.Pause() if player.running else e.Resume()
    elif key == "w" and slept:
        yield from (e.Worked(ms=slept), e.Resume())
    elif question is not None and key.isdigit() and 1 <= int(key) <= len(answers(question)):
        yield e.Answer(to=question.name, text=answers(question)[int(key) - 1])
    elif key.partition(" ")[0] == INSTEAD:
        words = key.partition(" ")[2].strip()
        yield e.Substitute(title={player.course.language: words} if words else {})
    elif key in ("N", "B"):
        yield from _to_section(player, on=key == "N")
    elif key in _EVENTS:
        yield _EVENTS[key]


def _to_section(player: Player, *, on: bool) -> Iterator[Event]:
    """Go on to the next section, or back to the beginning of this one, and from there to that of the one before."""
    course, index = player.course, player.index
    if player.current is None:
        return
    start = course.section_start(index)
    to = course.section_end(index) if on else course.section_start(max(start - 1, 0)) if index == start else start
    yield from [e.Jump(to=course.segments[to].name)] if to < len(course.segments) else []


def answers(question: Moment) -> tuple[str, ...]:
    """Give what may be answered: the first with the key 1, the second with 2, and so on."""
    return question.answers or ANSWERS


def question_after(one: Happening, player: Player, before: Moment | None) -> Moment | None:
    """Give the question that is open after a happening: the last that was asked, until it is answered or all is over.

    >>> from strokekit.playing.course import Course
    >>> question_after(Happening(kind="finished", clock=0, elapsed=0), Player(course=Course(segments=())), None) is None
    True
    """
    if one.kind == "cue":
        asked = (moment for segment in player.course.segments for moment in segment.moments if moment.kind == "ask")
        return next((moment for moment in asked if moment.name == one.name), before)
    answered = one.kind == "answered" and before is not None and one.name == before.name
    return None if answered or one.kind in ("finished", "stopped") else before
