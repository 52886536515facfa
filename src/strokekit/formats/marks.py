"""Where the keys and values of a document stand in its text: one small table per container.

A tree of tuples and not a table of pointers: a table makes a step cost twice as much at 100,000 steps, and nearly all
positions are never asked for. Plain tuples, lists and dicts pickle and compare without help.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, TypeAlias

_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")

MapMarks: TypeAlias = "dict[Any, tuple[int, int, Marks, int, int]]"
"""By key: where the value stands (start, end), the marks inside it, where the key stands (start, end)."""

ListMarks: TypeAlias = "list[tuple[int, int, Marks]]"
"""By index: where the item stands (start, end), and the marks inside it."""

Marks: TypeAlias = "MapMarks | ListMarks | None"
"""The marks of a container's children; None for a scalar."""


class Mark(NamedTuple):
    """Where a value stands, and its key where it has one: code points from `start` up to `end`; -1 without a key.

    Made for one look-up: the tree itself is of bare tuples, which cost a tenth to make.
    """

    start: int
    end: int
    inside: Marks = None
    key_start: int = -1
    key_end: int = -1


def child(marks: Marks, key: str) -> Mark | None:
    """Find the mark of a key or of an index written as text; None when there is none.

    >>> child([(2, 3, None)], "0")
    Mark(start=2, end=3, inside=None, key_start=-1, key_end=-1)
    """
    if isinstance(marks, dict):
        return Mark(*marks[key]) if key in marks else None
    place = index(key)
    return Mark(*marks[place]) if marks and place is not None and place < len(marks) else None


def index(key: str) -> int | None:
    """Read a list's index as a JSON Pointer writes it: digits without a leading zero.

    >>> index("10"), index("01")
    (10, None)
    """
    return int(key) if _INDEX.fullmatch(key) else None


def opening(mark: Mark) -> tuple[int, int]:
    """Give the stretch that stands for a whole container in a report: its first key, else its own text.

    >>> opening(Mark(0, 9, {"a": (3, 9, None, 0, 1)}))
    (0, 1)
    """
    while isinstance(mark.inside, list) and mark.inside:
        mark = Mark(*mark.inside[0])
    if isinstance(mark.inside, dict) and mark.inside:
        first = Mark(*next(iter(mark.inside.values())))
        return first.key_start, first.key_end
    return mark.start, mark.end
