"""How far a long run is, on one line of standard error; only where somebody looks at it, and gone when there is more to say."""

from __future__ import annotations

from types import TracebackType
from typing import Self

import attrs

from strokekit.cli.streams import Streams

LONG = 100
"""A run of so many files is long."""
_CLEAR = "\r\x1b[K"


@attrs.define
class Progress:
    """Counts files; a hundred times in a long run the line is renewed."""

    streams: Streams
    total: int
    done: int = 0
    shown: bool = False

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take the line away, whatever happened."""
        self.clear()

    def step(self) -> None:
        """Count a file that is done."""
        self.done += 1
        if self.total < LONG or self.done % max(self.total // LONG, 1) or not self._seen():
            return
        self.streams.err(f"{_CLEAR}{min(self.done, self.total)} of {self.total} files")
        self.streams.stderr.flush()
        self.shown = True

    def clear(self) -> None:
        """Take the line away, before something else is written."""
        if self.shown:
            self.streams.err(_CLEAR)
            self.shown = False

    def _seen(self) -> bool:
        try:
            return self.streams.stderr.isatty()
        except (AttributeError, ValueError):
            return False
