"""Rules about care: what speaks against the routine, the highest pressure, oil to glide on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from strokekit.checking.context import RuleContext
from strokekit.composing.pressures import above, bottom, levels_of, top
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import level_text, number_text
from strokekit.model.plan import Either, walk
from strokekit.model.routine import LocalScale
from strokekit.model.touch import Level, Press, Pressure


def contraindications(context: RuleContext) -> Iterator[Wrong]:
    """Hold that somebody looked at what speaks against the routine: unknown is not none. A fragment treats nobody."""
    found = context.plan.routine.contraindications
    if found.status == "unknown" and context.plan.routine.kind == "routine":
        yield Wrong("contraindications-unknown", found.origin or "/contraindications")


def scales(context: RuleContext) -> Iterator[Wrong]:
    """Hold that every level is one that its scale has: of pressures, and of the caps above them."""
    routine = context.plan.routine
    for level in [routine.cap] if routine.cap else []:
        yield from _off_scale(context, level, "/cap")
    for section in context.plan.sections:
        for node in walk(section.block):
            for level in [node.node.cap] if node.node.cap else []:
                yield from _off_scale(context, level, f"{node.origin}/cap")
    for step in context.steps:
        given = step.dose.get("pressure")
        for level in levels_of(given.value) if given is not None else ():
            yield from _off_scale(context, level, given.origin if given is not None else step.origin)


def _own_scale(context: RuleContext, id_: str) -> LocalScale | None:
    """Give a scale that the routine, or a file that it includes, declares itself."""
    routine = context.plan.routine
    return next((one.scales[id_] for one in (routine, *routine.files.values()) if id_ in one.scales), None)


def _off_scale(context: RuleContext, level: Level, origin: str) -> Iterator[Wrong]:
    scale = context.catalog.scales.get(level.scale) or _own_scale(context, level.scale)
    if scale is None:
        return
    low, high = Decimal(scale.low), Decimal(scale.high)
    if any(end is not None and not low <= end <= high for end in (bottom(level), top(level))):
        facts = {"found": level_text(level), "scale": scale.id, "low": scale.low, "high": scale.high}
        yield Wrong("level-off-scale", origin, facts=facts)


def caps(context: RuleContext) -> Iterator[Wrong]:
    """Hold that no stated pressure is above a cap that holds for it, and show where a cap has cut one."""
    for step in context.steps:
        given = step.dose.get("pressure")
        if given is None or not isinstance(given.value, Pressure):
            continue
        written = _shown(context.catalog.literals.write("pressure", given.value))
        if step.uncut is not None and step.level is not None:
            facts = {"found": written, "level": _level(step.uncut), "cap": _cap(_lowest(step.caps, step.uncut))}
            yield Wrong("pressure-cut", given.origin, facts=facts)
        for cap in step.caps:
            yield from _capped(given.value, cap, given.origin, {"found": written, "cap": _cap(cap)}, cut=step.uncut is not None)


def _shown(written: object) -> str:
    return f"`{written}`" if isinstance(written, str) else "that is stated"


def _cap(cap: Level) -> str:
    return f"`{cap.word or level_text(cap)}`"


def _level(level: Level) -> str:
    """Say a level as a number: `deeper` than firm is `4..5 walton`."""
    ends = dict.fromkeys(number_text(end) for end in (level.levels.min, level.levels.max) if end is not None)
    return f"`{'..'.join(ends)} {level.scale}`"


def _lowest(caps: tuple[Level, ...], level: Level) -> Level:
    """Give the cap that cuts a level most, the first of equals."""
    cutting = [cap for cap in caps if above(level, cap)]
    return next(cap for cap in cutting if not any(above(cap, other) for other in cutting))


def _capped(pressure: Pressure, cap: Level, origin: str, facts: dict[str, str], *, cut: bool) -> Iterator[Wrong]:
    presses = [press for group in pressure.options for press in group]
    if any(above(level, cap) for press in presses for level in _levels(press)) and not cut:
        yield Wrong("pressure-over-cap", origin, facts=facts)
    if any(level.scale != cap.scale for press in presses for level in _levels(press)) or any(press.pain for press in presses):
        yield Wrong("pressure-not-comparable", origin, facts=facts)


def _levels(press: Press) -> list[Level]:
    return [level for level in (press.level, press.to, press.on_return) if level is not None]


def lubricant(context: RuleContext) -> Iterator[Wrong]:
    """Hold that a stroke that glides has something to glide on, unless the routine says that there is none."""
    applied = False
    for step in context.steps:
        technique = context.catalog.technique(step.technique)
        held = step.state.get("lubricant")
        applied = applied or (step.technique == "apply_lubricant" and not step.open)
        known = applied or (held is not None and not _perhaps(held))
        if technique is None or technique.lubricant != "needed" or known:
            continue
        if isinstance(held, Either):
            yield Wrong("state-undecided", step.origin, facts={"key": "lubricant", "states": "perhaps unstated", "step": held.by})
        else:
            yield Wrong("lubricant-missing", step.origin, facts={"technique": step.technique})
        return


def _perhaps(held: object) -> bool:
    """Tell whether a state may be one that nobody stated."""
    return isinstance(held, Either) and None in held.options
