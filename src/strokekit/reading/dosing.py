"""Dose and state fields: literals, lists of them, stages, and what another source says instead."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.literals.fields import DOSE, STATE, Field
from strokekit.model.amounts import UNSTATED
from strokekit.model.frozen import FrozenMap
from strokekit.plugins.declarations import Technique
from strokekit.reading import words
from strokekit.reading.context import Reading
from strokekit.reading.words import Written


def dose(reading: Reading, data: Written, pointer: str) -> FrozenMap[str, Any]:
    """Read the dose fields that are written, in the order of the format; `rest` belongs to the node."""
    return FrozenMap(fields(reading, DOSE, data, pointer, skip=("rest",)))


def defaults(reading: Reading, data: Written, pointer: str) -> FrozenMap[str, Any]:
    """Read the dose fields that the steps below inherit."""
    given = data.get("defaults")
    return FrozenMap(fields(reading, DOSE, given, reading.below(pointer, "defaults")) if isinstance(given, Mapping) else {})


def state(reading: Reading, data: Written, pointer: str) -> FrozenMap[str, Any]:
    """Read the state fields that are written."""
    return FrozenMap(fields(reading, STATE, data, pointer))


def differs(reading: Reading, node: Written, pointer: str) -> tuple[FrozenMap[str, Any], ...]:
    """Read what other sources say: dose and state fields, `source` and `note`."""
    listed = isinstance(node.get("differs"), list)
    made = []
    for index, written in enumerate(words.as_list(node.get("differs"))):
        at = reading.below(pointer, "differs", *([index] if listed else []))
        if isinstance(written, Mapping):
            made.append(_other(reading, written, at))
    return tuple(made)


def _other(reading: Reading, written: Written, pointer: str) -> FrozenMap[str, Any]:
    said = {
        "source": words.source(reading, written.get("source"), reading.below(pointer, "source")),
        "note": words.text(reading, written.get("note")),
    }
    known = {name: value for name, value in said.items() if value is not None}
    return FrozenMap({**known, **fields(reading, DOSE | STATE, written, pointer)})


def fields(
    reading: Reading, table: Mapping[str, Field], data: Written, pointer: str, skip: Collection[str] = ()
) -> dict[str, Any]:
    """Read the fields of a table that are written; those that can't be read were reported and are left out."""
    present = [field for name, field in table.items() if name in data and name not in skip]
    read = {field.name: _field(reading, field, data[field.name], reading.below(pointer, field.name)) for field in present}
    return {name: value for name, value in read.items() if value is not None}


def _field(reading: Reading, field: Field, written: Any, pointer: str) -> Any:
    if field.kind == "word":
        return UNSTATED if written == "unstated" else written if written in field.words else None
    if field.kind == "stages":
        return _stages(reading, written, pointer)
    if isinstance(written, str) and written in field.words:
        return ()
    if not field.listed:
        return None if isinstance(written, list) else reading.literal(field.kind, written, pointer, values=True)
    return _several(reading, field.kind, written, pointer)


def _stages(reading: Reading, written: Any, pointer: str) -> tuple[FrozenMap[str, Any], ...] | None:
    if not isinstance(written, list) or pointer in reading.refused:
        return None
    stages = [(stage, reading.below(pointer, index)) for index, stage in enumerate(written) if isinstance(stage, Mapping)]
    return tuple(FrozenMap(fields(reading, DOSE, stage, at, skip=("stages",))) for stage, at in stages) or None


def _several(reading: Reading, kind: str, written: Any, pointer: str) -> Any:
    """One literal or a list of them; `unstated` stands for the whole of the field only."""
    if not isinstance(written, list):
        value = reading.literal(kind, written, pointer, values=True)
        return value if value is None or value is UNSTATED else (value,)
    read = [reading.literal(kind, part, reading.below(pointer, i), values=True) for i, part in enumerate(written)]
    for index, value in enumerate(read):
        if value is UNSTATED:
            facts = {"problem": "`unstated` stands for the whole of a field", "expected": "the places alone"}
            reading.wrong(Wrong("literal", reading.below(pointer, index), facts=facts))
    return tuple(value for value in read if value is not None and value is not UNSTATED) or None


def literal(reading: Reading, kind: str, data: Written, key: str, pointer: str) -> Any:
    """Read the literal under a key, if there is one; it may name values."""
    if key not in data or isinstance(data[key], list):
        return None
    return reading.literal(kind, data[key], reading.below(pointer, key), values=True)


def check_taken(reading: Reading, technique: Technique | None, data: Written, pointer: str) -> None:
    """Report the dose fields of an exception or a stage that the technique does not take."""
    if technique is None or not isinstance(data, Mapping):
        return
    takes = (*technique.takes, "duration", "rest", "share", *(("stages",) if technique.hands_on else ()))
    for name in data:
        if name in DOSE and name not in takes:
            facts = {"technique": technique.id, "key": name}
            shown = ", ".join(f"`{field}`" for field in technique.takes)
            hints = (f"it takes {shown}",) if shown else ()
            reading.wrong(Wrong("dose-not-taken", reading.below(pointer, name), on="key", facts=facts, hints=hints))
