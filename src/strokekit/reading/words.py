"""Texts, slips and stated totals: what a node says to people, and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import At, LocalText, Slip, StatedTotal
from strokekit.model.units import TIME_UNITS
from strokekit.plugins.spelling import closest
from strokekit.reading.context import Reading
from strokekit.reading.repairs import did_you_mean, replace_value

Written = Mapping[str, Any]


def as_list(written: Any) -> list[Any]:
    """One thing or a list of things, as a list; nothing is no thing."""
    if written is None:
        return []
    return written if isinstance(written, list) else [written]


def own(written: Any) -> tuple[tuple[str, Any], ...]:
    """Give the entries of a mapping but for its `x-` keys, which nobody reads; nothing where no mapping stands."""
    entries = written.items() if isinstance(written, Mapping) else ()
    return tuple((key, value) for key, value in entries if not key.startswith("x-"))


def text(reading: Reading, written: Any) -> LocalText | None:
    """Read a text by language; a plain one is in the document's language."""
    if isinstance(written, str):
        return FrozenMap({reading.language: written})
    return FrozenMap({tag: str(words) for tag, words in own(written)}) if own(written) else None


def source(reading: Reading, written: Any, pointer: str) -> str | None:
    """Read the id of a source, which must be declared."""
    if not isinstance(written, str):
        return None
    if written not in reading.sources:
        near = closest(written, tuple(sorted(reading.sources)))
        fix = replace_value(reading.document, pointer, near) if near else None
        reading.said.add(pointer)
        reading.wrong(Wrong("unknown-source", pointer, facts={"id": written}, hints=did_you_mean(near), fix=fix))
    return written


def purposes(reading: Reading, node: Written, pointer: str) -> tuple[str, ...]:
    """Read the purposes of a node, each a word of the catalogue or of the document."""
    found = []
    listed = isinstance(node.get("purpose"), list)
    for index, word in enumerate(as_list(node.get("purpose"))):
        if isinstance(word, str):
            at = reading.below(pointer, "purpose", *([index] if listed else []))
            found.append(reading.named("purpose", word, at))
    return tuple(found)


SLIPS = ("error", "ambiguity", "contradiction", "repetition", "omission")
"""The kinds of slips."""


def slips(reading: Reading, node: Written) -> tuple[Slip, ...]:
    """Where the source is at fault."""
    made = []
    for written in as_list(node.get("slip")):
        if isinstance(written, Mapping):
            says, read_as = text(reading, written.get("says")), text(reading, written.get("read_as"))
            kind = written.get("kind")
            field = written.get("field")
            if says and read_as and kind in SLIPS:
                made.append(Slip(kind=kind, says=says, read_as=read_as, field=field if isinstance(field, str) else None))
    return tuple(made)


_OFFSET = re.compile(r"(every )?(-?)(\d+(?:\.\d+)?) ?(ms|s|min|h|%)")


def moment(written: str) -> At:
    """When a cue is given; the schema has checked the form.

    >>> moment("-10 s").ms
    -10000
    """
    match = _OFFSET.fullmatch(written)
    if match is None:
        return At(word=written.replace(" ", "_"))
    every, minus, number, unit = match.groups()
    if unit == "%":
        return At(share=Decimal(number))
    ms = int(Decimal(number) * TIME_UNITS[unit])
    return At(every_ms=ms) if every else At(ms=-ms if minus else ms)


def stated_totals(reading: Reading, node: Written, pointer: str) -> tuple[StatedTotal, ...]:
    """Read the totals that the source states."""
    written = node.get("stated_total")
    at = reading.below(pointer, "stated_total")
    if written is None:
        return ()
    if not isinstance(written, list):
        value = reading.literal("duration", written, at)
        return (StatedTotal(duration=value, origin=at),) if _is_range(value) else ()
    made = [_stated_total(reading, total, reading.below(at, index)) for index, total in enumerate(written)]
    return tuple(total for total in made if total is not None)


def _stated_total(reading: Reading, written: Any, origin: str) -> StatedTotal | None:
    if not isinstance(written, Mapping) or "duration" not in written:
        return None
    value = reading.literal("duration", written["duration"], reading.below(origin, "duration"))
    if not _is_range(value):
        return None
    return StatedTotal(
        duration=value,
        covers=named_ids(reading, written, "covers", origin, what="covers"),
        source=source(reading, written.get("source"), reading.below(origin, "source")),
        note=text(reading, written.get("note")),
        origin=origin,
    )


def named_ids(reading: Reading, node: Written, key: str, pointer: str, *, what: str) -> tuple[str, ...]:
    """Read one id or a list of them, and note that each must be borne by something of the document."""
    listed = isinstance(node.get(key), list)
    found = [(name, [index] if listed else []) for index, name in enumerate(as_list(node.get(key))) if isinstance(name, str)]
    for name, index in found:
        reading.refer(what, name, reading.below(pointer, key, *index))
    return tuple(name for name, _ in found)


WHOLES = ("visit", "table", "unstated")
"""What a total may cover beside ids."""


def _is_range(value: Any) -> bool:
    return hasattr(value, "vague")


def extras(node: Written) -> FrozenMap[str, Any]:
    """Keep the `x-` keys, untouched."""
    return FrozenMap({key: value for key, value in node.items() if key.startswith("x-")})
