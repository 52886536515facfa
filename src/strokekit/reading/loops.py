"""What loops and choices count: members of a row, joints, places, options, and how often something returns."""

from __future__ import annotations

import re
from typing import Any, Literal

from strokekit.formats.locating import Wrong
from strokekit.model.amounts import Count, Duration, Range
from strokekit.model.place import Place
from strokekit.model.routine import Deferred, Members
from strokekit.reading import dosing, words
from strokekit.reading.context import Reading
from strokekit.reading.repairs import did_you_mean, replace_key
from strokekit.reading.words import Written

JOINT, PLACE = "joint", "place"
"""What a block can be done for besides the members of a row."""
_ONE = Range(min=1, ideal=1, max=1)


def members(reading: Reading, node: Written, pointer: str) -> Members | None:
    """Read what a block is done for, one after the other."""
    entries = words.own(node.get("for_each"))
    at = reading.below(pointer, "for_each")
    if len(entries) > 1:
        reading.one_of(at, "`for_each`", ("toe", "finger", JOINT, PLACE), [key for key, _ in entries])
    if len(entries) != 1:
        return None
    kind, written = entries[0]
    origin = reading.below(at, kind)
    if kind == PLACE:
        return _places(reading, written, origin)
    return _numbered(reading, kind, written, origin)


def _places(reading: Reading, written: Any, origin: str) -> Members:
    listed = isinstance(written, list)
    parts = [(part, reading.below(origin, index) if listed else origin) for index, part in enumerate(words.as_list(written))]
    read = [reading.literal("place", part, at, values=True) for part, at in parts]
    return Members(kind=PLACE, places=tuple(place for place in read if isinstance(place, (Place, Deferred))), origin=origin)


def _numbered(reading: Reading, kind: str, written: Any, origin: str) -> Members | None:
    found = reading.literals.vocabulary.find("region", kind)
    name = kind if kind == JOINT or found is None else found.id
    most = _most(reading, name)
    if most == 0:
        near = next((row for row in ("toe", "finger") if found is None and row in kind), None)
        fix = replace_key(reading.document, origin, near) if near else None
        reading.wrong(Wrong("not-a-row", origin, on="key", facts={"id": kind}, hints=did_you_mean(near), fix=fix))
        return None
    numbers = _numbers(reading, written, origin)
    return Members(kind=name, numbers=_held(reading, name, numbers, most, origin), origin=origin)


def _most(reading: Reading, name: str) -> int:
    """Say how far a row counts; 0 where it is none."""
    rows = [region for region in reading.catalog.regions.values() if region.count]
    if name == JOINT:
        return max((most for region in rows for most in region.joints), default=9)
    return next((region.count for region in rows if region.id == name), 0)


def _numbers(reading: Reading, written: Any, origin: str) -> tuple[int, ...] | None:
    """Give the numbers as written; None for all, and for what has no shape."""
    if isinstance(written, list):
        return tuple(number for number in written if isinstance(number, int))
    if isinstance(written, int):
        return (written,)
    match = re.fullmatch(r"(\d{1,4})(?: *\.\. *(\d{1,4}))?", written) if isinstance(written, str) else None
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    if first > last:
        reading.wrong(Wrong("range-upside-down", origin, facts={"found": written, "repair": f"{last}..{first}"}))
    return tuple(range(first, last + 1))


def _held(reading: Reading, name: str, numbers: tuple[int, ...] | None, most: int, origin: str) -> tuple[int, ...] | None:
    """Report the numbers that the row does not have, and leave them out."""
    strange = [number for number in numbers or () if not 1 <= number <= most]
    if strange:
        listed = reading.document.value(origin)
        at = reading.below(origin, listed.index(strange[0])) if isinstance(listed, list) else origin
        facts = {"found": f"{name} {strange[0]}", "limits": f"`{name}` counts from 1 to {most}"}
        reading.wrong(Wrong("no-such-member", at, facts=facts))
    return None if numbers is None else tuple(number for number in numbers if number not in strange)


def every(reading: Reading, node: Written, pointer: str) -> Literal["repeat", "step"] | Duration:
    """Read how often something returns in between; what can't be read was reported."""
    written = node.get("every")
    if written in ("repeat", "step"):
        return written  # type: ignore[no-any-return]  # one of the two words
    value = None if isinstance(written, list) else reading.literal("duration", written, reading.below(pointer, "every"))
    return value if isinstance(value, Range) else "repeat"


def count(reading: Reading, node: Written, key: str, pointer: str) -> Count | Deferred:
    """Read how many of something there are; the least may be none, as in `0..1`."""
    written = node.get(key)
    match = re.fullmatch(r" *0 *\.\. *([1-9]\d{0,3}) *", written) if isinstance(written, str) else None
    if match is not None:
        return Range(min=0, max=int(match[1]))
    value = dosing.literal(reading, "count", node, key, pointer)
    return value if isinstance(value, (Range, Deferred)) else _ONE
