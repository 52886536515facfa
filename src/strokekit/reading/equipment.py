"""The things a routine needs, with what no step mentions of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Equipment
from strokekit.reading import care, words
from strokekit.reading.context import Reading
from strokekit.reading.words import Written

_AMOUNTS = {"amount": "quantity", "count": "quantity", "temperature": "temperature"}
"""Key of a thing that holds an amount → the kind of its literal."""


def equipment(reading: Reading, data: Written) -> tuple[Equipment, ...]:
    """Read the things that the document names under `equipment`."""
    made = []
    for name, written in words.own(data.get("equipment")):
        origin = reading.below("/equipment", name)
        made.append(_thing(reading, reading.named("thing", name, origin, on="key"), written, origin))
    return tuple(made)


def _thing(reading: Reading, name: str, written: Any, origin: str) -> Equipment:
    if not isinstance(written, Mapping):
        amount = None if isinstance(written, list) else reading.literal("quantity", written, origin)
        return Equipment(thing=name, amount=amount, origin=origin)
    details = dict(words.own(written))
    words.source(reading, details.get("source"), reading.below(origin, "source"))
    for key, kind in _AMOUNTS.items():
        if key in details:
            details[key] = reading.literal(kind, details[key], reading.below(origin, key))
    if "avoid" in details:
        details["avoid"] = care.avoids(reading, written, origin)
    for key in ("or", "forbid"):
        _things(reading, details.get(key), reading.below(origin, key))
    return Equipment(thing=name, amount=details.pop("amount", None), details=FrozenMap(details), origin=origin)


def _things(reading: Reading, written: Any, pointer: str) -> None:
    """Report names of things that nobody knows."""
    listed = isinstance(written, list)
    for index, name in enumerate(words.as_list(written)):
        if isinstance(name, str):
            reading.named("thing", name, reading.below(pointer, index) if listed else pointer)
