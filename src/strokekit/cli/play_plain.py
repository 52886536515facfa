"""A session on anything that takes lines: a terminal without the extra, a pipe, a file. A line typed is a key pressed."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import Protocol, Self, TextIO

import attrs

from strokekit.cli.play_keys import QUIT, events_of, question_after
from strokekit.cli.play_words import QUIET, PlayWords, clock_face
from strokekit.cli.streams import Streams
from strokekit.playing.course import Moment
from strokekit.playing.drivers import Turn
from strokekit.playing.events import Done, Event, Resume
from strokekit.reporting.display import one_line

TURN = 250
"""The longest that a player waits without looking at the clock and keeping its session, in real milliseconds."""


class Pressed(Protocol):
    """Keys that somebody presses, or lines that somebody types."""

    def wait(self, ms: int) -> list[str]:
        """Wait so many milliseconds, or until there is one; give those there are."""
        ...


class Typed(Pressed, Protocol):
    """Lines that somebody types."""

    @property
    def ended(self) -> bool:
        """True once no line can come any more."""
        ...


@attrs.define
class Lines:
    """The lines of a stream, read by a thread of its own, so that waiting for them can end."""

    stream: TextIO | None
    _queue: queue.SimpleQueue[str | None] = attrs.field(factory=queue.SimpleQueue)
    _ended: threading.Event = attrs.field(factory=threading.Event)

    def __attrs_post_init__(self) -> None:
        """Begin to read, if there is anything to read from."""
        try:
            number = self.stream.fileno() if self.stream is not None else None
        except (OSError, ValueError):
            number = None
        if number is None:
            self._ended.set()
        else:
            threading.Thread(target=self._read, args=(number,), daemon=True).start()

    def _read(self, number: int) -> None:
        """Read without Python's buffers: their lock would keep the process from ending while this waits."""
        kept = b""
        while given := self._more(number):
            *lines, kept = (kept + given).split(b"\n")
            for line in lines:
                self._queue.put(line.decode(errors="replace"))
        self._queue.put(None)

    @staticmethod
    def _more(number: int) -> bytes:
        try:
            return os.read(number, 4_096)
        except OSError:
            return b""

    @property
    def ended(self) -> bool:
        """True once the stream has ended."""
        return self._ended.is_set()

    def wait(self, ms: int) -> list[str]:
        """Wait so many milliseconds, or until there is a line; give the lines there are."""
        found: list[str] = []
        try:
            line = self._queue.get(timeout=ms / 1_000)
            while True:
                if line is None:
                    self._ended.set()
                else:
                    found.append(line)
                line = self._queue.get_nowait()
        except queue.Empty:
            return found


@attrs.define
class Plain:
    """Writes a line for each thing that happens, and takes lines as keys.

    Where nobody can type, nobody can end a wait: it ends when its planned time is over, and a standstill goes on at once.
    """

    words: PlayWords
    streams: Streams
    typed: Typed
    speed: int
    quiet: bool = False
    left: bool = False
    question: Moment | None = None
    slept: int = 0
    turn: Turn | None = None
    lines: list[str] = attrs.field(factory=list)
    """What was typed and has not been taken yet."""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        """End."""

    def show(self, turn: Turn) -> None:
        """Write what there is to tell."""
        self.turn, player = turn, turn.session.player
        for one in turn.told:
            self.question = question_after(one, player, self.question)
            self.slept = one.ms if one.kind == "slept" else 0 if one.kind == "resumed" else self.slept
            asks = self.question is not None and one.name == self.question.name
            line = self.words.line(one, player) if not self.quiet or one.kind in QUIET or asks else ""
            if line:
                self.streams.out(f"{clock_face(one.elapsed):>7}  {one_line(line)}\n")
        self.streams.flush()

    def wait(self, ms: int | None) -> Iterable[Event]:
        """Wait until something is due, or until somebody types; give what that means.

        Lines are taken one at a time, so that each is understood as it was meant: after what the one before it led to.
        """
        unattended = self._unattended()
        if unattended:
            return unattended
        if not self.lines:
            self.lines += self.typed.wait(TURN if ms is None else min(TURN, -(-ms // self.speed)))
        return self._meant(key_of(self.lines.pop(0))) if self.lines else ()

    def _meant(self, key: str) -> Iterable[Event]:
        self.left = self.left or key == QUIT
        return list(events_of(key, self.turn.session.player, self.question, self.slept)) if self.turn else ()

    def _unattended(self) -> list[Event]:
        alone = self.turn is not None and self.typed.ended and not self.lines
        status = self.turn.session.player.status if self.turn and alone else ""
        return [Done()] if status == "waiting" else [Resume()] if status == "paused" else []


def key_of(line: str) -> str:
    r"""Give the key that a line stands for: an empty one is Enter, one of blanks is space.

    >>> [key_of(line) for line in ("n", "", "  ", "\r")]
    ['n', '\n', ' ', '\n']
    """
    typed = line.rstrip("\r\n")
    return typed.strip() or (" " if typed else "\n")
