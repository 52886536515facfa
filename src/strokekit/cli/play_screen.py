"""A session in a terminal: the whole of it is drawn again at every turn, in whatever size it then has; a key is a key.

The only file that imports rich, which the extra `strokekit[player]` brings.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from types import TracebackType
from typing import Self

import attrs
from rich.console import Console
from rich.live import Live
from rich.text import Text

from strokekit.cli.play_keys import QUIT, events_of, question_after
from strokekit.cli.play_plain import TURN, Pressed
from strokekit.cli.play_view import EMPTY, FULL, PLAIN_EMPTY, PLAIN_FULL, View
from strokekit.cli.play_words import QUIET, PlayWords, clock_face
from strokekit.cli.streams import Streams
from strokekit.playing.course import Moment
from strokekit.playing.drivers import Turn
from strokekit.playing.events import Event

NEWS = 50
"""How many lines of news are kept for tall terminals."""
STYLES = {"": "", "title": "bold", "now": "bold green", "cue": "yellow", "dim": "dim"}


@attrs.define
class Screen:
    """Draws a session on the terminal, with a bell at each new step unless `quiet`, and takes keys."""

    words: PlayWords
    streams: Streams
    keys: Pressed
    speed: int
    quiet: bool = False
    color: bool = True
    left: bool = False
    question: Moment | None = None
    slept: int = 0
    turn: Turn | None = None
    news: list[str] = attrs.field(factory=list)
    pressed: list[str] = attrs.field(factory=list)
    """Keys that have not been taken yet."""
    _console: Console = attrs.field(init=False)
    _live: Live = attrs.field(init=False)
    _modes: contextlib.ExitStack = attrs.field(factory=contextlib.ExitStack)

    def __attrs_post_init__(self) -> None:
        """Make what draws, without touching the terminal yet."""
        self._console = Console(file=self.streams.stdout, no_color=not self.color, highlight=False, markup=False, emoji=False)
        self._live = Live(console=self._console, screen=True, auto_refresh=False, redirect_stdout=False, redirect_stderr=False)

    def __enter__(self) -> Self:
        """Take the terminal over; it is given back as it was."""
        if isinstance(self.keys, contextlib.AbstractContextManager):
            self._modes.enter_context(self.keys)
        self._modes.enter_context(self._live)
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        """Give the terminal back."""
        self._modes.close()

    def show(self, turn: Turn) -> None:
        """Draw the session as it is now."""
        self.turn, player = turn, turn.session.player
        for one in turn.told:
            self.question = question_after(one, player, self.question)
            self.slept = one.ms if one.kind == "slept" else 0 if one.kind == "resumed" else self.slept
            line = self.words.line(one, player) if not self.quiet or one.kind in QUIET else ""
            self.news = [*self.news[1 - NEWS :], *([f"{clock_face(one.elapsed):>7}  {line}"] if line else [])]
        if not self.quiet and any(one.kind == "started" for one in turn.told):
            self._console.bell()
        self._draw(turn)

    def _draw(self, turn: Turn) -> None:
        size, bars = self._console.size, (FULL, EMPTY) if self._fits(FULL) else (PLAIN_FULL, PLAIN_EMPTY)
        view = View(words=self.words, columns=size.width, rows=size.height, bars=bars)
        lines = view.lines(turn.session.player, self.news, self.question, self.slept)
        text = Text(no_wrap=True, overflow="crop")
        for line in lines:
            text.append(f"{line.text}\n", style=STYLES[line.style])
        self._live.update(text, refresh=True)

    def _fits(self, text: str) -> bool:
        try:
            text.encode(self.streams.stdout.encoding or "utf-8")
        except UnicodeEncodeError:
            return False
        return True

    def wait(self, ms: int | None) -> Iterable[Event]:
        """Wait until something is due, or until a key is pressed; give what it means. Keys are taken one at a time."""
        if not self.pressed:
            self.pressed += self.keys.wait(TURN if ms is None else min(TURN, -(-ms // self.speed)))
        if not self.pressed or self.turn is None:
            return ()
        key = self.pressed.pop(0)
        self.left = self.left or key == QUIT
        return list(events_of(key, self.turn.session.player, self.question, self.slept))
