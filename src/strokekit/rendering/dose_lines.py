"""What one technique or action says of itself on a card: its dose, its exceptions, what lasts, what calls for care."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.composing.targets import side_of
from strokekit.literals.fields import DOSE
from strokekit.model.amounts import UNSTATED, Range
from strokekit.model.plan import Given, OpenBut, PlanStep
from strokekit.model.touch import Pressure
from strokekit.plugins.declarations import Parameter
from strokekit.rendering.card import Line
from strokekit.rendering.sheet import Sheet

DEFAULTS = "/defaults/"
"""Where the defaults of a whole routine stand; what they leave unstated is said once, at the head of the card."""


def dose_lines(sheet: Sheet, step: PlanStep) -> Iterator[Line]:
    """Give the lines of a step that no other node has."""
    sheet.phrases = attrs.evolve(sheet.phrases, side=side_of(step.dose, step.side))
    yield from _dose(sheet, step)
    yield from _pool(sheet, step)
    for but in step.buts:
        yield _but(sheet, but)
    yield from _given(sheet, step)
    yield from _moves(sheet, step)
    yield from _passive(sheet, step)
    yield from _cautions(sheet, step)
    sheet.phrases = attrs.evolve(sheet.phrases, side=None)


def _dose(sheet: Sheet, step: PlanStep) -> Iterator[Line]:
    for name in DOSE:
        given = step.dose.get(name)
        if name == "where" and step.free == "pool":
            continue  # the places among which it is given out have a line of their own
        if given is not None and given.by != "technique" and not (given.value is UNSTATED and given.origin.startswith(DEFAULTS)):
            label = "lubricant" if name == "thing" and step.technique == "apply_lubricant" else name
            yield sheet.line(label, _field(sheet, step, name, given))
    if "path" in step.dose and "where" not in step.dose and _spared(sheet, step):
        yield sheet.line("where", _spared(sheet, step))


def _field(sheet: Sheet, step: PlanStep, name: str, given: Given) -> str:
    text = sheet.phrases.value(name, given.value)
    if name == "where" and _spared(sheet, step):
        return sheet.say("comma", first=text, second=_spared(sheet, step))
    return _pressure(sheet, step, text, given.value) if name == "pressure" else text


def _pressure(sheet: Sheet, step: PlanStep, text: str, given: Any) -> str:
    """Say what a relative pressure comes to, and where a cap cuts it: never silently."""
    if step.level is not None and step.uncut is not None:
        return sheet.say("pressure-cut", text=text, level=sheet.phrases.level(step.level))
    relative = isinstance(given, Pressure) and any(press.change for group in given.options for press in group)
    if relative and step.level is not None:
        return sheet.say("pressure-comes-to", text=text, level=sheet.phrases.level(step.level))
    return text


def _spared(sheet: Sheet, step: PlanStep) -> str:
    """Say `not on the spine`: the avoided places that the targets contain."""
    regions = dict.fromkeys(region for target in step.targets for region in target.spared)
    if not regions:
        return ""
    names = sheet.messages.join("or", [sheet.phrases.word("region", region) for region in regions])
    return sheet.say("not-on", places=sheet.say("the", text=names))


def _pool(sheet: Sheet, step: PlanStep) -> Iterator[Line]:
    """Say to which places the time of a pool may be given."""
    if step.free == "pool":
        areas = [sheet.phrases.area(target.area) for target in step.targets if target.area is not None]
        yield sheet.line("among", sheet.messages.join("or", areas) if areas else sheet.say("among-any"))


def _but(sheet: Sheet, but: OpenBut) -> Line:
    """Say an exception of which nobody can tell yet whether it holds."""
    then = sheet.say("but-skip") if but.skip else sheet.phrases.dose(but.dose)
    return sheet.line("but", sheet.say("but", when=sheet.phrases.when(but.when), then=then))


def _given(sheet: Sheet, step: PlanStep) -> Iterator[Line]:
    """Say what only this technique knows, by the titles that it declares."""
    technique = sheet.messages.catalog.technique(step.technique)
    declared = technique.parameters if technique else {}
    for name, value in step.given.items():
        parameter = declared.get(name)
        title = sheet.text(parameter.title) if parameter else ""
        yield Line(label=title or name.replace("_", " "), text=_parameter(sheet, step, parameter, value))


_LITERALS = {"count": "repeat", "duration": "duration", "quantity": "amount", "place": "where", "pressure": "pressure"}
"""Type of a parameter → the dose field whose values are said in the same way."""


def _parameter(sheet: Sheet, step: PlanStep, parameter: Parameter | None, written: Any) -> str:
    """Say a value of a technique's own: a literal in words; what can't be read as it is written."""
    if isinstance(written, bool):
        return sheet.say("given-yes" if written else "given-no")
    if isinstance(written, Range):
        return sheet.phrases.amount(written)
    if parameter is not None and parameter.type == "choice":
        return str(written).replace("_", " ")
    kind = parameter.type if parameter is not None else ""
    literals = sheet.messages.catalog.literals_of(step.technique)
    value = literals.read(kind, written).value if kind in _LITERALS else None
    if value is None or value is UNSTATED:
        return sheet.phrases.written(written)
    return sheet.phrases.value(_LITERALS[kind], (value,) if kind == "place" else value)


def _moves(sheet: Sheet, step: PlanStep) -> Iterator[Line]:
    """Say which moves a step consists of, in order, with their times where that of the step is known."""
    times = sheet.measure.steps
    ms = sheet.measure.work(step).ideal
    found = times.calls.moves(step, ms=ms, passes=times.passes(step))
    if found:
        titles = [(sheet.text(move.title), length) for move, length in found]
        said = [title if ms is None else sheet.say("move", title=title, time=sheet.phrases.time(ms)) for title, ms in titles]
        yield sheet.line("moves", sheet.listed(said))


def _passive(sheet: Sheet, step: PlanStep) -> Iterator[Line]:
    """Say how long a thing stays, or which placed thing an action is about and where that began."""
    if isinstance(step.lasts, str):
        yield sheet.line("lasts", sheet.say(f"lasts-{step.lasts}"))
    elif isinstance(step.lasts, Range):
        yield sheet.line("lasts", sheet.say("lasts-time", time=sheet.phrases.duration(step.lasts)))
    if step.of:
        number = sheet.numbers.get(step.of)
        title = sheet.phrases.titled(step.of)
        yield sheet.line("of", sheet.say("step-numbered", title=title, number=number) if number else title)


def _cautions(sheet: Sheet, step: PlanStep) -> Iterator[Line]:
    """Say what is known to call for care, each with the number of its source; a technique nobody reviewed is remembered.

    Of actions, such as laying a warm stone, what is known is said as well; that nobody reviewed dimming the lights is not.
    """
    technique = sheet.messages.catalog.technique(step.technique)
    if technique is None or step.free:
        return
    if technique.cautions.status == "unknown" and step.hands_on:
        sheet.unreviewed[sheet.phrases.word("technique", technique.id)] = None
    for item in technique.cautions.items:
        number = sheet.references.setdefault(item.source, len(sheet.references) + 1)
        effect = sheet.say(f"effect-{item.effect}")
        concern = _concern(sheet, item.condition)
        facts = {"condition": concern, "effect": effect, "number": str(number)}
        text = sheet.say("caution-item-noted", **facts, note=item.note) if item.note else sheet.say("caution-item", **facts)
        yield attrs.evolve(sheet.line("cautions", text), concern=concern)


def _concern(sheet: Sheet, condition: str) -> str:
    """Name a condition of the client, or a place of the body, that calls for care."""
    catalog = sheet.messages.catalog
    group = next((g for g in ("condition", "fact", "part") if condition in catalog.words.get(g, {})), "region")
    return sheet.phrases.word(group, condition)
