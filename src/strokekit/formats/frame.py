"""A container that is being filled, and what stands in it for values that are left out."""

from __future__ import annotations

from typing import Any, TypeAlias

import attrs

from strokekit.formats.plain import Odd

Taint: TypeAlias = "tuple[Odd, str] | None"
"""A null or float that was kept below an `x-` key, with its text: an alias may not carry it elsewhere."""

ITEM, KEY, VALUE = range(3)
"""What a frame awaits next: a list's item, a mapping's key, or the value of a key."""


class Dropped:
    """The key of a value that is read, judged and left out; `key` is what pointers call it."""

    def __init__(self, key: str) -> None:
        """Keep the name."""
        self.key = key


@attrs.define
class Run:
    """A plain text that commas cut into one value and keys without values.

    `key` is the key of the value, `start` where the value begins, `end` where the last of the cut-off keys ends, `cut` the
    first of them with its start.
    """

    key: str
    start: int
    end: int
    cut: tuple[str, int]


class Frame:
    """A container that is being filled.

    `height` counts the levels of containers inside, `loose` allows null and floats, `tainted` is the first of them that was
    kept. `begun` is for the scanner of JSON: an element has been read.
    """

    __slots__ = (
        *("anchor", "awaits", "before", "begun", "data", "drops", "flow", "height"),
        *("key", "key_end", "key_start", "loose", "marks", "runs", "start", "tainted"),
    )

    # One call makes all frames, and keywords would cost a tenth of the reading.
    def __init__(self, awaits: int, start: int, flow: bool, anchor: str | None, loose: bool, before: int) -> None:  # noqa: FBT001
        """Begin with an empty container; `before` counts the values read before it."""
        self.data: Any = {} if awaits else []
        self.marks: Any = {} if awaits else []
        self.awaits = awaits
        self.start = start
        self.flow = flow
        self.anchor = anchor
        self.loose = loose
        self.before = before
        self.key: Any = None
        self.key_start = self.key_end = -1
        self.height = 0
        self.begun = False
        self.drops = False
        self.tainted: Taint = None
        self.runs: list[Run] | None = None

    def name(self) -> str:
        """Give the key of the next value as pointers call it."""
        key: str | Dropped = self.key
        return key.key if isinstance(key, Dropped) else key

    def forget(self) -> None:
        """Take out the values that are left out."""
        for key in [key for key in self.data if isinstance(key, Dropped)]:
            del self.data[key], self.marks[key]
