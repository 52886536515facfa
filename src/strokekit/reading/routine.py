"""Document → Routine: the envelope first, then each section and step against its own shape; all problems in one pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.diagnostics import Outcome, Report, Severity
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong
from strokekit.literals import Literals
from strokekit.model.amounts import Range
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Claim, Equipment, Recipient, Routine, Section, Source, Value
from strokekit.plugins.catalog import Catalog, LocalVocabulary
from strokekit.reading import care, words
from strokekit.reading.context import Reading
from strokekit.reading.envelope import VERSION, WORD_GROUPS
from strokekit.reading.faults import report_faults
from strokekit.reading.requirements import check_requirements
from strokekit.reading.schema import Dispatch
from strokekit.reading.shape import check_shape
from strokekit.reading.steps import StepReader
from strokekit.reading.words import Written

MISSING_PLUGIN = frozenset({"unknown-technique", "unknown-action"})
"""Errors after which a routine is still of use: the parts it does not know are kept as they are."""


def read_routine(
    document: Document,
    catalog: Catalog,
    dispatch: Dispatch,
    earlier: Report = Report(),  # noqa: B008 - a report is immutable
) -> Outcome[Routine]:
    """Read what the author meant.

    The report holds everything found; the routine is None when an error other than an unknown technique is among it.
    """
    outcome = read_partial(document, catalog, dispatch, earlier)
    blocked = [d for d in outcome.report if d.severity is Severity.ERROR and d.name not in MISSING_PLUGIN]
    return Outcome(None, outcome.report) if blocked else outcome


def read_partial(document: Document, catalog: Catalog, dispatch: Dispatch, earlier: Report) -> Outcome[Routine]:
    """Read as much of a routine as can be read: what is wrong is left out of it and reported.

    For checks that go on past the first mistakes; nobody should be given a treatment plan that was made of it.
    """
    reading = Reading(
        document=document,
        catalog=catalog,
        literals=_literals(document.data, catalog),
        values=dict(words.own(document.data.get("values"))),
        sources=frozenset(name for name, _ in words.own(document.data.get("sources"))),
        language=_language(document.data),
        silent=frozenset(d.pointer for d in earlier if d.pointer and d.name != "duplicate-key"),
    )
    if _version(reading):
        return Outcome(None, reading.report)
    shaped = check_shape(document, dispatch)
    reading.touched, reading.refused = shaped.touched, shaped.refused
    routine = _routine(reading, StepReader(reading))
    for wrong in shaped.heads:
        reading.wrong(wrong)
    report_faults(reading, shaped.misfits)
    return Outcome(routine, reading.report)


def _version(reading: Reading) -> bool:
    """Refuse a later version at once: what its keys mean is not known here."""
    found = reading.document.data.get("strokekit")
    later = isinstance(found, int) and not isinstance(found, bool) and found != VERSION
    if later:
        reading.wrong(Wrong("version-unknown", "/strokekit", facts={"found": found, "known": VERSION}))
    return later


def _language(data: Written) -> str:
    found = data.get("language", "en")
    return found if isinstance(found, str) else "en"


def _literals(data: Written, catalog: Catalog) -> Literals:
    """Give the catalogue's reader of literals, or one that knows the document's own words too."""
    own = {group: frozenset(name for name, _ in words.own(ids)) for group, ids in _groups(data)}
    return Literals(LocalVocabulary(catalog, FrozenMap(own))) if own else catalog.literals


def _groups(data: Written) -> list[tuple[str, Any]]:
    """Give the groups of words that the document declares, each under the catalogue's name of the group."""
    return [(WORD_GROUPS[key], ids) for key, ids in words.own(data.get("words")) if key in WORD_GROUPS]


def _routine(reading: Reading, reader: StepReader) -> Routine:
    data = reading.document.data
    sections = _sections(reader, data.get("sections"))
    words.check_covers(reading, ((data, ""), *reader.totals), tuple(reader.taken))
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
        contraindications=care.contraindications(data),
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
    for name, written in words.own(data.get("sources")):
        details = dict(words.own(written))
        title = words.text(reading, details.pop("title", None))
        if title:
            kept = {key: value for key, value in details.items() if isinstance(value, str)}
            made[name] = Source(id=name, title=title, details=FrozenMap(kept))
    return FrozenMap(made)


def _claims(reading: Reading, data: Written) -> tuple[Claim, ...]:
    made: dict[str, Claim] = {}
    first: dict[str, str] = {}
    written = data.get("claims")
    for index, claim in enumerate(written if isinstance(written, list) else []):
        details, origin = dict(words.own(claim)), f"/claims/{index}"
        said, by = words.text(reading, details.get("text")), words.source(reading, details.get("by"), f"{origin}/by")
        id_ = details.get("id")
        if isinstance(id_, str) and id_ in first:
            related = reading.first(first[id_])
            reading.wrong(Wrong("duplicate-id", f"{origin}/id", facts={"id": id_}, related=(related,)))
        elif isinstance(id_, str):
            first[id_] = f"{origin}/id"
            if said and by:
                made[id_] = Claim(id=id_, text=said, by=by)
    return tuple(made.values())


def _recipient(data: Written) -> Recipient:
    written = data.get("recipient", "unstated")
    if isinstance(written, Mapping):
        details = dict(words.own(written))
        return Recipient(kind=str(details.pop("kind", "unstated")), details=FrozenMap(details))
    return Recipient(kind=str(written))


def _equipment(reading: Reading, data: Written) -> tuple[Equipment, ...]:
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
    for key in ("amount", "count", "temperature"):
        if key in details:
            details[key] = reading.literal("quantity", details[key], reading.below(origin, key))
    return Equipment(thing=name, amount=details.pop("amount", None), details=FrozenMap(details), origin=origin)


def _values(reading: Reading, data: Written) -> FrozenMap[str, Value]:
    made = {}
    for name, written in words.own(data.get("values")):
        origin = reading.below("/values", name)
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


def _words(reading: Reading, data: Written) -> FrozenMap[str, Any]:
    for key, ids in words.own(data.get("words")):
        for name, _ in words.own(ids):
            reading.new_word(name, "word", reading.below("/words", key, name))
    groups = {group: {name: words.text(reading, title) for name, title in words.own(ids)} for group, ids in _groups(data)}
    return FrozenMap({group: FrozenMap(titles) for group, titles in groups.items()})


def _booking(reading: Reading, data: Written) -> FrozenMap[str, Any]:
    written = [(key, value) for key, value in words.own(data.get("booking")) if not isinstance(value, list)]
    read = {key: reading.literal("duration", value, reading.below("/booking", key)) for key, value in written}
    return FrozenMap({key: value for key, value in read.items() if isinstance(value, Range)})
