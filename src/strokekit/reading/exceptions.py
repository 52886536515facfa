"""`but`: what is done otherwise, or left out, while a condition holds."""

from __future__ import annotations

from collections.abc import Mapping

from strokekit.literals.fields import DOSE
from strokekit.model.condition import When
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import But, Deferred
from strokekit.plugins.declarations import Technique
from strokekit.reading import dosing, words
from strokekit.reading.context import Reading
from strokekit.reading.shapes import EXCEPTION
from strokekit.reading.words import Written


def buts(reading: Reading, technique: Technique | None, node: Written, pointer: str) -> tuple[But, ...]:
    """Read the exceptions of a step, in the order in which they are tried."""
    listed = isinstance(node.get("but"), list)
    made = []
    for index, written in enumerate(words.as_list(node.get("but"))):
        at = reading.below(pointer, "but", *([index] if listed else []))
        but = _but(reading, technique, written, at) if isinstance(written, Mapping) else None
        made += [but] if but is not None else []
    return tuple(made)


def _but(reading: Reading, technique: Technique | None, written: Written, pointer: str) -> But | None:
    when = dosing.literal(reading, "when", written, "when", pointer)
    changed = [name for name in written if name in DOSE]
    skip = written.get("skip") is True
    if skip is bool(changed) and all(name in EXCEPTION["properties"] for name, _ in words.own(written)):
        reading.one_of(pointer, "an exception", ("skip: true", "dose fields"), (["skip"] if skip else []) + changed)
    dosing.check_taken(reading, technique, written, pointer)
    if not isinstance(when, (When, Deferred)):
        return None
    return But(when=when, dose=FrozenMap(dosing.fields(reading, DOSE, written, pointer)), skip=skip, origin=pointer)
