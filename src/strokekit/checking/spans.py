"""Ranges in the words of messages."""

from __future__ import annotations

from collections.abc import Callable

from strokekit.literals.printing import time_text
from strokekit.model.amounts import Time


def span(low: int, high: int | None) -> str:
    """Write a range of milliseconds.

    >>> span(60_000, 90_000), span(60_000, None), span(0, 90_000)
    ('1 min to 1 min 30 s', 'at least 1 min', 'at most 1 min 30 s')
    """
    return within(low, high, lambda ms: time_text(Time(ms)))


def within(low: int, high: int | None, write: Callable[[int], str]) -> str:
    """Write a range of whole numbers, each as `write` does."""
    if high is None:
        return f"at least {write(low)}"
    if low == high:
        return write(low)
    return f"{write(low)} to {write(high)}" if low else f"at most {write(high)}"
