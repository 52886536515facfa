"""What makes one file several services: values, parts, variants, and the schedule that uses them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.model.amounts import Range
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Appointment, Part, Recipient, Section, Value, Variant
from strokekit.reading import words
from strokekit.reading.context import Reading
from strokekit.reading.settings import settings
from strokekit.reading.steps import StepReader
from strokekit.reading.words import Written


def values(reading: Reading, node: Written, pointer: str) -> FrozenMap[str, Value]:
    """Read the values that a document or a part declares."""
    made = {}
    at = reading.below(pointer, "values")
    for name, written in words.own(node.get("values")):
        origin = reading.below(at, name)
        reading.new_word(name, "value", origin)
        if isinstance(written, Mapping) and isinstance(written.get("type"), str):
            made[name] = _value(reading, name, written, origin)
    return FrozenMap(made)


def _value(reading: Reading, name: str, written: Written, origin: str) -> Value:
    choice = written.get("choice")
    return Value(
        id=name,
        type=written["type"],
        origin=origin,
        default=written.get("default"),
        has_default="default" in written,
        min=written.get("min"),
        max=written.get("max"),
        choice=tuple(str(option) for option in choice) if isinstance(choice, list) else (),
        title=words.text(reading, written.get("title")),
        description=words.text(reading, written.get("description")),
    )


def parts(reader: StepReader, data: Written) -> FrozenMap[str, Part]:
    """Read the parts: blocks with values of their own, in which those of the document can't be named."""
    reading = reader.reading
    made = {}
    for name, written in words.own(data.get("parts")):
        if isinstance(written, Mapping):
            made[name] = _part(reader, name, written, reading.below("/parts", name))
    return FrozenMap(made)


def _part(reader: StepReader, name: str, written: Written, origin: str) -> Part:
    reading = reader.reading
    outside = reading.values
    reading.values = dict(words.own(written.get("values")))
    try:
        block = reader.block({key: value for key, value in written.items() if key != "id"}, origin)
    finally:
        reading.values = outside
    return Part(id=name, block=block, values=values(reading, written, origin), origin=origin)


def variants(reading: Reading, data: Written, sections: tuple[Section, ...]) -> FrozenMap[str, Variant]:
    """Read the variants; each section must be in one of them, and at most one of them is the default."""
    made = {}
    for name, written in words.own(data.get("variants")):
        if isinstance(written, Mapping):
            made[name] = _variant(reading, name, written, reading.below("/variants", name))
    _check_default(reading, made)
    used = {section for variant in made.values() for section in variant.sections}
    for section in sections if made else ():
        if section.node.id not in used:
            at = reading.below(section.node.origin, "id") if section.node.id_given else section.node.origin
            reading.wrong(Wrong("section-unused", at, facts={"id": section.node.id}))
    return FrozenMap(made)


def _check_default(reading: Reading, made: Mapping[str, Variant]) -> None:
    places = [reading.below(variant.origin, "default") for variant in made.values() if variant.default]
    for place in places[1:]:
        reading.wrong(Wrong("default-taken", place, related=(reading.first(places[0]),)))


def _variant(reading: Reading, name: str, written: Written, origin: str) -> Variant:
    return Variant(
        id=name,
        sections=words.named_ids(reading, written, "sections", origin, what="section"),
        default=written.get("default") is True,
        title=words.text(reading, written.get("title")),
        settings=settings(reading, written, origin, names=reading.values),
        recipient=recipient(written["recipient"]) if "recipient" in written else None,
        source=words.source(reading, written.get("source"), reading.below(origin, "source")),
        stated_totals=words.stated_totals(reading, written, origin),
        origin=origin,
    )


def recipient(written: Any) -> Recipient:
    """Read who receives a routine."""
    if isinstance(written, Mapping):
        details = dict(words.own(written))
        return Recipient(kind=str(details.pop("kind", "unstated")), details=FrozenMap(details))
    return Recipient(kind=str(written))


def schedule(reading: Reading, data: Written) -> tuple[Appointment, ...]:
    """Read how often a routine is given, week by week."""
    listed = data.get("schedule")
    made = []
    for index, written in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(written, Mapping):
            made.append(_appointment(reading, written, f"/schedule/{index}"))
    return tuple(line for line in made if line is not None)


def _appointment(reading: Reading, written: Written, origin: str) -> Appointment | None:
    weeks, times = (
        reading.literal("count", written[key], reading.below(origin, key))
        if key in written and not isinstance(written[key], list)
        else None
        for key in ("weeks", "times")
    )
    variant = written.get("variant")
    if isinstance(variant, str):
        reading.refer("variant", variant, reading.below(origin, "variant"))
    if not isinstance(weeks, Range) or not isinstance(times, Range):
        return None
    return Appointment(
        weeks=weeks,
        times=times,
        variant=variant if isinstance(variant, str) else None,
        note=words.text(reading, written.get("note")),
        origin=origin,
    )
