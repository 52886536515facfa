"""Other processes that check files, where there is enough to do for them; Python's threads would take turns on one core."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from strokekit.batch.cache import Entries
from strokekit.batch.one import check_path
from strokekit.engine import Engine
from strokekit.reporting import Checked

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

WORTH = {"fork": 40_000, "spawn": 400_000}
"""How processes start → from how many bytes of files on they are worth it: a copy of this process costs a few files' time, a new
interpreter that of many. `docs/performance.md` has the measurement."""
_CHUNKS = 4
"""How many pieces of work a process gets, so that one with longer files holds up nobody."""
_GARBAGE = 50_000
"""After how many new containers garbage is looked for: reports make little of it."""
_LARGEST = 32
"""How many files a piece has at most."""


def cores() -> int:
    """Count the cores that this process may use.

    >>> cores() >= 1
    True
    """
    with contextlib.suppress(AttributeError, OSError):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class Workers:
    """Checks files in up to `jobs` processes, which are started when there is enough to do and end with the `with` block."""

    def __init__(self, engine: Engine, entries: Entries | None, jobs: int) -> None:
        """Keep what is needed to start them."""
        self._engine, self._entries, self._jobs = engine, entries, jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Begin; no process is started yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the processes, and what they have not begun."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def checked(self, files: Sequence[str], size: int) -> Iterator[Checked]:
        """Check files in their order.

        Args:
            files: their paths.
            size: how many bytes they have together.
        """
        done = 0
        if len(files) > 1 and (self._pool is not None or self._worth(size)):
            yield check_path(self._engine, self._entries, files[0])  # what is made at the first file, copies have already
            done = 1
            from concurrent.futures.process import (
                BrokenProcessPool,  # what starts processes is loaded only where some are started
            )

            with contextlib.suppress(BrokenProcessPool):  # one was killed, as for its memory: what is left is checked here
                for checked in self._started().map(_check, files[1:], chunksize=self._chunk(len(files))):
                    yield checked
                    done += 1
        for path in files[done:]:
            yield check_path(self._engine, self._entries, path)

    def _worth(self, size: int) -> bool:
        start = _start()
        return self._jobs > 1 and size >= WORTH[start] and (start == "fork" or _can_be_sent(self._engine))

    def _chunk(self, files: int) -> int:
        return max(1, min(_LARGEST, files // (self._jobs * _CHUNKS)))

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            context = multiprocessing.get_context(_start())
            given = (self._engine, self._entries)
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin, initargs=given)
        return self._pool


def _start() -> str:
    """Tell how to start processes: as copies where the system is sure to copy all of this one, which it is not with threads."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _can_be_sent(engine: Engine) -> bool:
    """Tell whether a new interpreter can be given this engine: a plugin may be an object that only lives here."""
    import pickle

    try:
        pickle.dumps(engine)
    except Exception:  # noqa: BLE001 - whatever a plugin's own pickling raises: then this process does the work
        return False
    return True


_given: list[tuple[Engine, Entries | None]] = []
"""What a process of `Workers` works with."""


def _begin(engine: Engine, entries: Entries | None) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts means the whole command, and that ends its processes
    _given[:] = [(engine, entries)]
    gc.freeze()  # what was there before is never looked through again
    gc.set_threshold(_GARBAGE)


def _check(path: str) -> Checked:
    engine, entries = _given[0]
    return check_path(engine, entries, path)
