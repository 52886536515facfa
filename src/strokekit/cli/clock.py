"""The one place of strokekit that reads a clock: whoever plays a routine for real has to."""

from __future__ import annotations

import time
from collections.abc import Callable


def now() -> int:
    """Give the milliseconds since 1970: they go on while the computer sleeps, and from one process to the next."""
    return time.time_ns() // 1_000_000


def sped(since: int, at: int, speed: int, wall: Callable[[], int] = now) -> Callable[[], int]:
    """Make a clock that showed `at` when it was `since`, and goes `speed` times as fast.

    >>> sped(1_000, 50, 10, wall=lambda: 1_003)()
    80
    """
    return lambda: at + (wall() - since) * speed
