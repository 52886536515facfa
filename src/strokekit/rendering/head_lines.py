"""The head of a card: how long, for whom, which variant, what was set, what is booked, what must stay as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from strokekit.model.amounts import UNSTATED
from strokekit.model.elastic import Elastic
from strokekit.model.node import LocalText
from strokekit.model.routine import Appointment, LocalPlace, LocalScale, Recipient, Routine, Value, Variant
from strokekit.rendering.card import Line
from strokekit.rendering.node_lines import locks
from strokekit.rendering.sheet import Sheet
from strokekit.rendering.written import written_step

_YES_OR_NO = ("pregnant", "self", "group")
"""What may be said of a recipient as true or false."""


def head_lines(sheet: Sheet, elastic: Elastic) -> Iterator[Line]:
    """Give the facts about the whole routine."""
    routine = sheet.plan.routine
    yield from _times(sheet, routine, elastic)
    yield from _variants(sheet, routine)
    yield sheet.card_line("recipient", recipient(sheet, routine.recipient))
    yield from _booking(sheet, routine)
    for name, value in sheet.plan.settings.items():
        yield sheet.card_line("values", _setting(sheet, routine.values.get(name), name, value))
    yield from _permits(sheet, routine)
    yield from _provenance(sheet, routine)


def _times(sheet: Sheet, routine: Routine, elastic: Elastic) -> Iterator[Line]:
    time = sheet.time(elastic)
    if sheet.fit is not None:
        time = sheet.say("card-fitted", fit=sheet.phrases.time(sheet.fit.total), ideal=time)
    if routine.extent != "whole":
        time = sheet.say("comma", first=time, second=sheet.say(f"card-extent-{routine.extent}"))
    yield sheet.card_line("time", time)
    if elastic.unknown:
        names = sheet.listed([sheet.phrases.titled(name) for name in elastic.unknown])
        yield Line(label=sheet.say("card-time"), text=sheet.say("table-unknown", names=names))
    if elastic.ideal is not None:
        yield Line(label=sheet.say("table-basis"), text=sheet.say("card-stated", **shares(elastic)))
    for stated in routine.stated_totals:
        yield sheet.card_line("stated-total", sheet.phrases.stated_total(stated))
    if routine.missing:
        yield sheet.card_line("missing", sheet.text(routine.missing))
    for out in sheet.plan.left_out:
        why = sheet.say(f"left-out-{out.why}")
        yield sheet.card_line("left-out", sheet.say("left-out", name=sheet.phrases.titled(out.name), why=why))


def shares(elastic: Elastic) -> dict[str, str]:
    """Say how many per cent of the ideal the author states, sources give, and estimates fill; they add up to 100."""
    whole = elastic.ideal or 0
    if not whole:
        return {"percent": "0", "sourced": "0", "estimated": "0"}
    stated, sourced = (part * 100 // whole for part in (elastic.stated, elastic.sourced))
    return {"percent": str(stated), "sourced": str(sourced), "estimated": str(100 - stated - sourced)}


def variant_name(sheet: Sheet, variant: Variant) -> str:
    """Say how a variant is called, and by which name it is asked for."""
    title = sheet.text(variant.title)
    return sheet.say("named", title=title, name=variant.id) if title else variant.id


def _variants(sheet: Sheet, routine: Routine) -> Iterator[Line]:
    shown = sheet.plan.variant
    if shown is not None and shown in routine.variants:
        name = variant_name(sheet, routine.variants[shown])
        others = [variant_name(sheet, variant) for variant in routine.variants.values() if variant.id != shown]
        yield sheet.card_line("variant", name)
        if others:
            yield sheet.card_line("variants", sheet.listed(others))


def recipient(sheet: Sheet, given: Recipient) -> str:
    """Say who receives it."""
    parts = [sheet.say(f"recipient-{given.kind}")]
    for key, value in given.details.items():
        if key in _YES_OR_NO:
            parts.append(sheet.say(f"recipient-is-{key}" if value else f"recipient-not-{key}"))
        else:
            text = str(value).replace("_", " ") if isinstance(value, str) else sheet.phrases.written(value)
            parts.append(sheet.say("dose-field", label=sheet.say(f"recipient-{key}"), text=text))
    return sheet.listed(parts)


def _booking(sheet: Sheet, routine: Routine) -> Iterator[Line]:
    booked = [sheet.say(f"booking-{key}", time=sheet.phrases.duration(value)) for key, value in routine.booking.items()]
    if booked:
        yield sheet.card_line("booking", sheet.listed(booked))
    for appointment in routine.schedule:
        yield sheet.card_line("schedule", _appointment(sheet, appointment))
    if routine.sign_off:
        yield sheet.card_line("sign-off", sheet.say(f"sign-off-{routine.sign_off}"))


def _appointment(sheet: Sheet, appointment: Appointment) -> str:
    routine = sheet.plan.routine
    weeks, times = sheet.phrases.amount(appointment.weeks), sheet.phrases.count(appointment.times)
    text = sheet.say("schedule-line", weeks=weeks, times=times)
    if appointment.variant:
        known = routine.variants.get(appointment.variant)
        text = sheet.say("schedule-variant", text=text, variant=variant_name(sheet, known) if known else appointment.variant)
    return _noted(sheet, text, appointment.note)


def _noted(sheet: Sheet, text: str, note: LocalText | None) -> str:
    return sheet.say("noted", text=text, note=sheet.text(note)) if note else text


def _setting(sheet: Sheet, declared: Value | None, name: str, value: Any) -> str:
    """Say a value as it stands in a file, and what it may be."""
    title = sheet.text(declared.title) if declared else ""
    named = sheet.say("named", title=title, name=name) if title else name
    text = sheet.say("setting", name=named, value=sheet.phrases.written(value))
    if declared is None:
        return text
    ends = {"low": declared.min, "high": declared.max}
    given = {end: str(bound) for end, bound in ends.items() if bound is not None}
    if len(given) == len(ends):
        text = sheet.say("setting-between", text=text, **given)
    elif given:
        text = sheet.say(f"setting-{next(iter(given))}", text=text, **given)
    if declared.choice:
        text = sheet.say("setting-choice", text=text, options=sheet.messages.join("or", declared.choice))
    return _noted(sheet, text, declared.description)


def _permits(sheet: Sheet, routine: Routine) -> Iterator[Line]:
    """Say what may be added and what may not be changed."""
    for step in routine.may_add:
        yield sheet.line("may-add", written_step(sheet, step))
    if routine.locked:
        yield sheet.line("locked", locks(sheet, routine.locked))
    silent = {name: value for name, value in routine.defaults.items() if value is UNSTATED}
    if silent:
        yield sheet.card_line("defaults", sheet.phrases.dose(silent))


def _provenance(sheet: Sheet, routine: Routine) -> Iterator[Line]:
    needs = [f"{name} {version}".strip() for name, version in routine.requires.items()]
    if needs:
        yield sheet.card_line("requires", sheet.listed(needs))
    if routine.source:
        yield sheet.line("source", sheet.phrases.word("source", routine.source))
    for slip in routine.slips:
        yield sheet.line("slip", sheet.phrases.slip(slip))
    if routine.note:
        yield sheet.line("note", sheet.text(routine.note))


def vocabulary_lines(sheet: Sheet) -> Iterator[Line]:
    """Say the places and the scales that the routine and the files that it includes declare themselves."""
    for file, routine in (("", sheet.plan.routine), *sheet.plan.routine.files.items()):
        sheet.turn_to(f"{file}#" if file else "")
        for place in routine.places.values():
            yield _place(sheet, place)
        for scale in routine.scales.values():
            yield _scale(sheet, scale)
    sheet.turn_to("")


def _place(sheet: Sheet, place: LocalPlace) -> Line:
    where = [sheet.phrases.area(place.at)] if place.at else []
    where += [sheet.phrases.path(place.path)] if place.path else []
    kind = sheet.say(f"place-{place.kind}")
    text = sheet.listed([kind, *where])
    return Line(label=sheet.phrases.word("place", place.id), text=text)


def _scale(sheet: Sheet, scale: LocalScale) -> Line:
    text = sheet.say("scale-range", low=scale.low, high=scale.high)
    levels = [sheet.say("scale-level", level=level, text=sheet.text(said)) for level, said in scale.levels.items()]
    words = [sheet.say("scale-level", level=word.replace("_", " "), text=level) for word, level in scale.words.items()]
    return Line(label=sheet.phrases.word("scale", scale.id), text=sheet.messages.join("dose-and", [text, *levels, *words]))
