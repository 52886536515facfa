"""Single keys of a terminal, on every system, with a bound on the waiting: all from the standard library."""

from __future__ import annotations

import contextlib
import os
import queue
import select
import sys
import threading
from collections.abc import Iterator
from types import TracebackType
from typing import Self, TextIO

import attrs

NAMED = {
    "\x1b[C": "KEY_RIGHT",
    "\x1b[D": "KEY_LEFT",
    "\x1bOC": "KEY_RIGHT",
    "\x1bOD": "KEY_LEFT",
    "\xe0M": "KEY_RIGHT",
    "\xe0K": "KEY_LEFT",
}
"""What keys without a character send, on terminals and on the console of Windows → their names."""
_ESCAPES = ("\x1b", "\xe0", "\x00")


@attrs.define
class Keys:
    """The keys of a terminal while it is entered; it is left as it was found."""

    stream: TextIO
    _modes: contextlib.ExitStack = attrs.field(factory=contextlib.ExitStack)
    _queue: queue.SimpleQueue[str] = attrs.field(factory=queue.SimpleQueue)

    def __enter__(self) -> Self:
        """Let keys come one by one, and unshown."""
        if sys.platform == "win32":
            threading.Thread(target=self._listen, daemon=True).start()
        else:
            self._modes.enter_context(_unbuffered(self.stream.fileno()))
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        """Give the terminal back."""
        self._modes.close()

    def wait(self, ms: int) -> list[str]:
        """Wait so many milliseconds, or until there is a key; give the keys there are."""
        if sys.platform == "win32":
            try:
                return [self._queue.get(timeout=ms / 1_000)]
            except queue.Empty:
                return []
        ready, _, _ = select.select([self.stream.fileno()], [], [], ms / 1_000)
        return list(keys_in(os.read(self.stream.fileno(), 1_024).decode(errors="replace"))) if ready else []

    def _listen(self) -> None:
        """Wait for keys on the console of Windows, which can't be asked with a bound."""
        if sys.platform == "win32":
            import msvcrt

            while True:
                key = msvcrt.getwch()
                for one in keys_in(key + msvcrt.getwch() if key in _ESCAPES else key):
                    self._queue.put(one)


@contextlib.contextmanager
def _unbuffered(number: int) -> Iterator[None]:
    """Make a terminal hand over each key at once, and take that back."""
    import termios
    import tty

    before = termios.tcgetattr(number)
    tty.setcbreak(number)
    try:
        yield
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)


def keys_in(text: str) -> Iterator[str]:
    r"""Tell the keys apart that a terminal sent at once: characters, and names of keys that have none.

    >>> list(keys_in("n\x1b[C+"))
    ['n', 'KEY_RIGHT', '+']
    """
    while text:
        name = next((sequence for sequence in NAMED if text.startswith(sequence)), "")
        yield NAMED.get(name, text[0])
        text = text[len(name) or 1 :]
