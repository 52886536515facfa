"""Document → Routine: the envelope first, then each section and step against its own shape; all problems in one pass."""

from __future__ import annotations

from typing import Any

from strokekit.diagnostics import Outcome, Report, Severity
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong
from strokekit.model.amounts import Range
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Claim, Routine, Section, Source
from strokekit.plugins.catalog import Catalog
from strokekit.reading import care, dosing, effects, reuse, screening, vocabulary, words
from strokekit.reading.context import MOST, Enough, Reading
from strokekit.reading.envelope import SIGN_OFF
from strokekit.reading.equipment import equipment
from strokekit.reading.faults import report_faults
from strokekit.reading.missing import of_missing_plugins
from strokekit.reading.nodes import Nodes, locked
from strokekit.reading.references import Names
from strokekit.reading.requirements import check_requirements
from strokekit.reading.schema import Dispatch
from strokekit.reading.shape import check_shape
from strokekit.reading.steps import StepReader
from strokekit.reading.versions import of_another_version
from strokekit.reading.vocabulary import literals_of
from strokekit.reading.words import Written


def read_routine(
    document: Document,
    catalog: Catalog,
    dispatch: Dispatch,
    earlier: Report = Report(),  # noqa: B008 - a report is immutable
    *,
    most: int = MOST,
) -> Outcome[Routine]:
    """Read what the author meant.

    The report holds everything found, up to `most` problems; the routine is None when an error other than an unknown technique is
    among it.
    """
    outcome = read_partial(document, catalog, dispatch, earlier, most=most)
    excused = of_missing_plugins(outcome.report, catalog)
    blocked = [d for d in outcome.report if d.severity is Severity.ERROR and d not in excused]
    return Outcome(None, outcome.report) if blocked else outcome


def read_partial(
    document: Document, catalog: Catalog, dispatch: Dispatch, earlier: Report, *, most: int = MOST
) -> Outcome[Routine]:
    """Read as much of a routine as can be read: what is wrong is left out of it and reported.

    For checks that go on past the first mistakes; nobody should be given a treatment plan that was made of it. After `most`
    problems nothing is read any more, and there is no routine.
    """
    reading = Reading(
        document=document,
        catalog=catalog,
        literals=literals_of(document.data, catalog),
        parts=dict(words.own(document.data.get("parts"))),
        values=dict(words.own(document.data.get("values"))),
        sources=frozenset(name for name, _ in words.own(document.data.get("sources"))),
        language=_language(document.data),
        silent=frozenset(d.pointer for d in earlier if d.pointer and d.name != "duplicate-key"),
        most=most,
    )
    try:
        routine = _gone_through(reading, dispatch)
    except Enough:
        routine = None
    return Outcome(routine, reading.report)


def _gone_through(reading: Reading, dispatch: Dispatch) -> Routine | None:
    """Read everything; None for what is written in another version."""
    if _version(reading):
        return None
    shaped = check_shape(reading.document, dispatch)
    reading.touched, reading.refused = shaped.touched, shaped.refused
    routine = _routine(reading, StepReader(reading))
    for wrong in shaped.heads:
        reading.wrong(wrong)
    report_faults(reading, shaped.misfits)
    return routine


def _version(reading: Reading) -> bool:
    """Refuse another version at once: what its keys mean is not known here."""
    wrong = of_another_version(reading.document)
    if wrong is not None:
        reading.wrong(wrong)
    return wrong is not None


def _language(data: Written) -> str:
    found = data.get("language", "en")
    return found if isinstance(found, str) else "en"


def _routine(reading: Reading, reader: StepReader) -> Routine:
    data = reading.document.data
    language = reading.language
    sections = _sections(reader, data.get("sections"))
    parts = reuse.parts(reader, data)
    screen = screening.questions(reading, data)
    variants = reuse.variants(reading, data, sections)
    routine = Routine(
        document=reading.document,
        title=words.text(reading, data.get("title")) or FrozenMap({language: ""}),
        language=language,
        kind="fragment" if data.get("kind") == "fragment" else "routine",
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
        recipient=reuse.recipient(data.get("recipient", "unstated")),
        contraindications=effects.contraindications(reading, data),
        avoid=care.avoids(reading, data, ""),
        cap=care.level(reading, data, "cap", ""),
        stop=care.stops(reading, data, ""),
        screen=screen,
        limits=screening.limits(reading, data),
        locked=locked(data),
        may_add=reader.may_add(data, ""),
        equipment=equipment(reading, data),
        values=reuse.values(reading, data, ""),
        parts=parts,
        variants=variants,
        places=vocabulary.places(reading, data),
        scales=vocabulary.scales(reading, data),
        words=vocabulary.own_words(reading, data),
        defaults=dosing.defaults(reading, data, ""),
        booking=_booking(reading, data),
        stated_totals=words.stated_totals(reading, data, ""),
        schedule=reuse.schedule(reading, data),
        sign_off=data.get("sign_off") if data.get("sign_off") in SIGN_OFF else None,
        extras=words.extras(data),
    )
    _names(reader.nodes, routine).check(reading)
    return routine


def _names(nodes: Nodes, routine: Routine) -> Names:
    """Give everything in the document that can be named."""
    ids = tuple(nodes.taken)
    return Names(
        known={
            "node": ids,
            "covers": (*words.WHOLES, *ids),
            "section": [section.node.id for section in routine.sections],
            "variant": routine.variants,
            "question": (*(question.id for question in routine.screen), *nodes.asking),
            "mark": nodes.marks,
            "part": routine.parts,
        }
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


def _booking(reading: Reading, data: Written) -> FrozenMap[str, Any]:
    written = [(key, value) for key, value in words.own(data.get("booking")) if not isinstance(value, list)]
    read = {key: reading.literal("duration", value, reading.below("/booking", key)) for key, value in written}
    return FrozenMap({key: value for key, value in read.items() if isinstance(value, Range)})
