"""Valid data changed at a few places that bytes choose: so a fuzzer gets past the first gates, into what lies behind them.

Bytes that are changed anywhere are mostly no YAML or JSON any more. Here they choose what to change: every input is data.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

SMALL: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    10**15 - 1,
    10**400,
    1.5,
    "",
    "x",
    [],
    {},
    [[]],
    "unstated",
    "$a",
    "9" * 400,
    "\ud83d\ude00",
)
"""What may be put anywhere."""
STEP = 4
"""Bytes of one change."""


def grafted(base: Any, data: bytes, words: Sequence[str]) -> Any:
    """Give a copy of `base`, plain JSON, changed as `data` says: four bytes a change, at most 16 changes.

    >>> grafted({"a": [1, 2]}, bytes([0, 1, 0, 0]), ["b"])
    {'a': []}
    """
    made = copy.deepcopy(base)
    for start in range(0, min(len(data) - STEP + 1, 16 * STEP), STEP):
        _change(made, data[start : start + STEP], words)
    return made


def _change(made: Any, change: bytes, words: Sequence[str]) -> None:
    places = list(_places(made))
    if not places:
        return
    holder, key = places[int.from_bytes(change[:2], "big") % len(places)]
    other, there = places[change[3] * len(places) // 256]
    kind, chosen = change[2] % 7, change[3]
    if kind == 0:
        _remove(holder, key)
    elif kind == 1:
        holder[key] = copy.deepcopy(SMALL[chosen % len(SMALL)])
    elif kind == 2:
        holder[key] = words[(change[0] * 256 + chosen) % len(words)]
    elif kind == 3:
        holder[key] = copy.deepcopy(other[there])
    elif kind == 4 and isinstance(holder, list):
        holder.insert(key, copy.deepcopy(other[there]))
    elif isinstance(holder, dict):
        name = words[(change[0] * 256 + chosen) % len(words)] if kind == 5 else str(there)
        holder[name] = copy.deepcopy(other[there])


def _remove(holder: Any, key: Any) -> None:
    del holder[key]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every part of `value` as the container and the key that lead to it."""
    inside: Iterator[tuple[Any, Any]] = iter(())
    if isinstance(value, dict):
        inside = iter(value.items())
    elif isinstance(value, list):
        inside = enumerate(value)
    for key, part in inside:
        yield value, key
        yield from _places(part)
