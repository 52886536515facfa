"""Milliseconds as other formats write them."""

from __future__ import annotations


def stamp(ms: int) -> str:
    """Write a moment with hours, minutes, seconds and thousandths.

    >>> stamp(3_725_040)
    '01:02:05.040'
    """
    seconds, thousandths = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{thousandths:03}"
