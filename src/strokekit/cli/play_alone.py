"""What a player takes care of in a process of its own: that no other keeps the same session; that a request to end is heard."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any

import attrs

ENDING = ("SIGTERM", "SIGHUP")
"""How a system asks a process to end; the second, when its terminal has gone."""


class InUse(Exception):
    """Another player keeps its session in that file."""


@attrs.define
class Lock:
    """Keeps a file beside another one, so that one process alone writes that. The system lets go of it however a process ends."""

    path: str
    _handle: int | None = None

    def take(self) -> None:
        """Take it. Where none can be made, there is none: what is to be kept can't be kept there either, and that is told.

        Raises:
            InUse: somebody has it.
        """
        while self._handle is None:
            try:
                handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            except (OSError, ValueError):
                return
            try:
                _lock(handle)
            except OSError:
                os.close(handle)
                raise InUse from None
            if self._is_still(handle):
                self._handle = handle
            else:
                os.close(handle)  # whoever had it took the file away, and another one may be there by now

    def _is_still(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), os.stat(self.path))  # noqa: PTH116 - as for `os.open`
        except OSError:
            return False

    def release(self) -> None:
        """Let go of it, and take the file away."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.unlink(self.path)  # noqa: PTH108 - as for `os.open`
            os.close(self._handle)
            self._handle = None


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def ended_as_interrupted() -> Iterator[None]:
    """Let a request to end interrupt as Ctrl-C does, so that the terminal is given back, and the session kept."""
    before: dict[int, Any] = {}
    for name in ENDING:
        with contextlib.suppress(AttributeError, ValueError):  # Windows has no SIGHUP; only the main thread may listen
            before[getattr(signal, name)] = signal.signal(getattr(signal, name), _interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(_: int, __: object) -> None:
    raise KeyboardInterrupt
