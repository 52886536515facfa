"""Document → Routine: the envelope first, then each section and step against its own shape; all problems in one pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.diagnostics import Outcome, Report, Severity
from strokekit.formats.document import Document
from strokekit.literals import Literals
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Claim, Equipment, Recipient, Routine, Section, Source, Value
from strokekit.plugins.catalog import Catalog, LocalVocabulary
from strokekit.reading import care, words
from strokekit.reading.context import Reading, Wrong
from strokekit.reading.requirements import check_requirements
from strokekit.reading.schema import Dispatch
from strokekit.reading.shapes import VERSION, WORD_GROUPS
from strokekit.reading.steps import StepReader
from strokekit.reading.words import Written

MISSING_PLUGIN = frozenset({"unknown-technique", "unknown-action"})
"""Errors after which a routine is still of use: the parts it does not know are kept as they are."""


def read_routine(document: Document, catalog: Catalog, dispatch: Dispatch, earlier: Report = Report()) -> Outcome[Routine]:  # noqa: B008 - a report is immutable
    """Read what the author meant.

    The report holds everything found; the routine is None when an error other than an unknown technique is among it.
    """
    reading = Reading(
        document=document,
        catalog=catalog,
        literals=_literals(document.data, catalog),
        values=_mapping(document.data.get("values")),
        sources=frozenset(_mapping(document.data.get("sources"))),
        language=_language(document.data),
        silent=frozenset(d.pointer for d in earlier if d.pointer),
    )
    if _version(reading):
        return Outcome(None, reading.report)
    reader = StepReader(reading, dispatch)
    reader.check("document", document.data, "", "a routine", level="document")
    routine = _routine(reading, reader)
    reader.flush()
    blocked = [d for d in reading.report if d.severity is Severity.ERROR and d.name not in MISSING_PLUGIN]
    return Outcome(None if blocked else routine, reading.report)


def _version(reading: Reading) -> bool:
    """Refuse a later version at once: what its keys mean is not known here."""
    found = reading.document.data.get("strokekit")
    later = isinstance(found, int) and not isinstance(found, bool) and found != VERSION
    if later:
        reading.wrong(Wrong("version-unknown", "/strokekit", facts={"found": found, "known": VERSION}))
    return later


def _mapping(written: Any) -> Mapping[str, Any]:
    return written if isinstance(written, Mapping) else {}


def _language(data: Written) -> str:
    found = data.get("language", "en")
    return found if isinstance(found, str) else "en"


def _literals(data: Written, catalog: Catalog) -> Literals:
    """The catalogue's reader of literals, or one that knows the document's own words too."""
    own = {WORD_GROUPS[key]: frozenset(_mapping(ids)) for key, ids in _mapping(data.get("words")).items() if key in WORD_GROUPS}
    return Literals(LocalVocabulary(catalog, FrozenMap(own))) if own else catalog.literals


def _routine(reading: Reading, reader: StepReader) -> Routine:
    data = reading.document.data
    sections = _sections(reader, data.get("sections"))
    return Routine(
        document=reading.document,
        title=words.text(reading, data.get("title")) or FrozenMap({reading.language: ""}),
        language=reading.language,
        sections=sections,
        id=data.get("id") if isinstance(data.get("id"), str) else None,
        summary=words.text(reading, data.get("summary")),
        note=words.text(reading, data.get("note")),
        extent=data.get("extent", "whole"),
        missing=words.text(reading, data.get("missing")),
        sources=_sources(reading, data),
        source=words.source(reading, data.get("source"), "/source"),
        slips=words.slips(reading, data),
        claims=_claims(reading, data),
        requires=check_requirements(reading, data.get("requires")),
        recipient=_recipient(data),
        contraindications=care.contraindications(reading, data),
        avoid=care.avoids(reading, data, ""),
        cap=care.cap(reading, data, ""),
        stop=care.stops(reading, data, ""),
        equipment=_equipment(reading, data),
        values=_values(reading, data),
        words=_words(reading, data),
        defaults=reader.defaults(data, ""),
        booking=_booking(reading, data),
        stated_totals=words.stated_totals(reading, data, ""),
        extras=words.extras(data),
    )


def _sections(reader: StepReader, written: Any) -> tuple[Section, ...]:
    listed = written if isinstance(written, list) else []
    made = [reader.section(section, f"/sections/{index}") for index, section in enumerate(listed)]
    return tuple(section for section in made if section is not None)


def _sources(reading: Reading, data: Written) -> FrozenMap[str, Source]:
    made = {}
    for name, written in _mapping(data.get("sources")).items():
        title = words.text(reading, _mapping(written).get("title"))
        if title:
            details = {key: value for key, value in written.items() if key != "title" and isinstance(value, str)}
            made[name] = Source(id=name, title=title, details=FrozenMap(details))
    return FrozenMap(made)


def _claims(reading: Reading, data: Written) -> tuple[Claim, ...]:
    made = []
    for index, written in enumerate(data.get("claims") or [] if isinstance(data.get("claims"), list) else []):
        said = words.text(reading, _mapping(written).get("text"))
        by = words.source(reading, _mapping(written).get("by"), f"/claims/{index}/by")
        if said and by and isinstance(written.get("id"), str):
            made.append(Claim(id=written["id"], text=said, by=by))
    return tuple(made)


def _recipient(data: Written) -> Recipient:
    written = data.get("recipient", "unstated")
    if isinstance(written, Mapping):
        details = {key: value for key, value in written.items() if key != "kind"}
        return Recipient(kind=str(written.get("kind", "unstated")), details=FrozenMap(details))
    return Recipient(kind=str(written))


def _equipment(reading: Reading, data: Written) -> tuple[Equipment, ...]:
    made = []
    for name, written in _mapping(data.get("equipment")).items():
        origin = reading.below("/equipment", name)
        thing = reading.literals.vocabulary.find("thing", name)
        if thing is None:
            near = reading.literals.vocabulary.suggest("thing", name)
            hints = (f"did you mean `{near}`?",) if near else ()
            facts = {"id": name, "what": "thing", "group": "things"}
            reading.wrong(Wrong("unknown-word", origin, on="key", facts=facts, hints=hints))
            continue
        made.append(_thing(reading, thing.id, written, origin))
    return tuple(made)


def _thing(reading: Reading, name: str, written: Any, origin: str) -> Equipment:
    details = written if isinstance(written, Mapping) else {"amount": written}
    read = {
        key: reading.literal("quantity", details[key], reading.below(origin, key) if written is details else origin)
        for key in ("amount", "count", "temperature")
        if key in details
    }
    left = {key: value for key, value in details.items() if key not in read}
    return Equipment(thing=name, amount=read.pop("amount", None), details=FrozenMap({**read, **left}), origin=origin)


def _values(reading: Reading, data: Written) -> FrozenMap[str, Value]:
    made = {}
    for name, written in _mapping(data.get("values")).items():
        if not isinstance(written, Mapping) or not isinstance(written.get("type"), str):
            continue
        choice = written.get("choice")
        made[name] = Value(
            id=name,
            type=written["type"],
            origin=reading.below("/values", name),
            default=written.get("default"),
            has_default="default" in written,
            min=written.get("min"),
            max=written.get("max"),
            choice=tuple(str(option) for option in choice) if isinstance(choice, list) else (),
            title=words.text(reading, written.get("title")),
            description=words.text(reading, written.get("description")),
        )
    return FrozenMap(made)


def _words(reading: Reading, data: Written) -> FrozenMap[str, Any]:
    groups = {key: ids for key, ids in _mapping(data.get("words")).items() if key in WORD_GROUPS}
    return FrozenMap(
        {WORD_GROUPS[key]: FrozenMap({name: words.text(reading, title) for name, title in _mapping(ids).items()}) for key, ids in groups.items()}
    )


def _booking(reading: Reading, data: Written) -> FrozenMap[str, Any]:
    written = _mapping(data.get("booking"))
    read = {key: reading.literal("duration", value, reading.below("/booking", key)) for key, value in written.items()}
    return FrozenMap({key: value for key, value in read.items() if value is not None})
