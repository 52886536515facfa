"""Rules about care: what speaks against the routine, the highest pressure, what must be taken away again, oil to glide on."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.checking.context import RuleContext
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import level_text
from strokekit.model.plan import PlanStep
from strokekit.model.touch import Level, Pressure


def contraindications(context: RuleContext) -> Iterator[Wrong]:
    """Unknown is not none: somebody has to look."""
    found = context.plan.routine.contraindications
    if found.status == "unknown":
        yield Wrong("contraindications-unknown", found.origin or "/contraindications")


def caps(context: RuleContext) -> Iterator[Wrong]:
    """No pressure is above the lowest cap that holds for it."""
    for step in context.steps:
        given = step.dose.get("pressure")
        if given is not None and isinstance(given.value, Pressure):
            for cap in step.caps:
                yield from _capped(context, given.value, cap, given.origin)


def _capped(context: RuleContext, pressure: Pressure, cap: Level, origin: str) -> Iterator[Wrong]:
    written = context.catalog.literals.write("pressure", pressure)
    facts = {"found": written, "cap": cap.word or level_text(cap)}
    for press in (press for group in pressure.options for press in group):
        for level in (press.level, press.to):
            if level is None:
                continue
            if level.scale != cap.scale:
                yield Wrong("pressure-not-comparable", origin, facts=facts)
            elif _highest(level) > _highest(cap):
                yield Wrong("pressure-over-cap", origin, facts=facts)
        if press.pain is not None:
            yield Wrong("pressure-not-comparable", origin, facts=facts)


def _highest(level: Level) -> float:
    top = level.levels.max if level.levels.max is not None else level.levels.ideal
    return float("inf") if top is None else float(top)


def left_in_place(context: RuleContext) -> Iterator[Wrong]:
    """What is placed until it is removed is removed by a later step."""
    removed = {step.of for step in context.steps if step.of}
    for step in context.steps:
        if step.lasts == "until_removed" and step.node.id not in removed:
            yield Wrong("nothing-taken-away", step.origin, facts={"thing": _thing(context, step), "id": step.node.id})
    names = {step.node.id for step in context.steps if step.node.id_given}
    for step in context.steps:
        if step.of and step.of not in names:
            near = context.catalog.suggest("thing", step.of)
            yield Wrong("unknown-id", f"{step.origin}/of", facts={"id": step.of}, hints=(f"did you mean `{near}`?",) if near else ())


def _thing(context: RuleContext, step: PlanStep) -> str:
    given = step.dose.get("thing")
    return str(context.catalog.literals.write("things", given.value)) if given is not None else step.technique


def lubricant(context: RuleContext) -> Iterator[Wrong]:
    """A stroke that glides needs something to glide on, unless the routine says that there is none."""
    applied = False
    for step in context.steps:
        technique = context.catalog.technique(step.technique)
        applied = applied or step.technique == "apply_lubricant" or step.state.get("lubricant") is not None
        if technique is not None and technique.lubricant == "needed" and not applied:
            yield Wrong("lubricant-missing", step.origin, facts={"technique": step.technique})
            return
