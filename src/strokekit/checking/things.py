"""Rules about things: what is placed and taken away again, and what the routine's equipment may not be or touch."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.checking.context import RuleContext
from strokekit.composing.targets import ground, ground_spot
from strokekit.formats.locating import Wrong
from strokekit.model.place import Spot
from strokekit.model.plan import Either, PlanStep, Target, walk
from strokekit.model.routine import Avoid
from strokekit.model.state import Lubricant
from strokekit.model.touch import Item, Things
from strokekit.plugins.anatomy import Anatomy
from strokekit.plugins.spelling import closest

LASTING = ("until_removed", "section", "routine")
"""How long a thing may lie, where no clock ends it."""


def left_in_place(context: RuleContext) -> Iterator[Wrong]:
    """Hold that what is placed until it is removed is removed by a later step, and that nobody works under it meanwhile."""
    lying: dict[str, PlanStep] = {}
    for section in context.plan.sections:
        for step in walk(section.block):
            if isinstance(step, PlanStep):
                yield from _under(context, step, lying)
                yield from _removed(context, step, lying)
                lying |= {step.name: step} if step.lasts in LASTING else {}
        lying = {name: step for name, step in lying.items() if step.lasts != "section"}
    yield from (_forgotten(context, step) for step in lying.values() if step.lasts == "until_removed")
    yield from _unknown(context)


def _removed(context: RuleContext, step: PlanStep, lying: dict[str, PlanStep]) -> Iterator[Wrong]:
    """Take away what a step removes: in its own pass where that has one, else wherever it lies."""
    technique = context.catalog.technique(step.technique)
    if not step.of or technique is None or not technique.removes:
        return
    meant = {name: placed for name, placed in lying.items() if placed.node.id == step.of}
    here = {name for name, placed in meant.items() if _around(placed) == _around(step)}
    for name in here or set(meant):
        del lying[name]
    if not meant and any(other.node.id == step.of for other in context.steps):
        yield Wrong("nothing-to-remove", f"{step.origin}/of", facts={"id": step.of})


def _around(step: PlanStep) -> str:
    """Give a name without its id: the includes, members and sides that it stands in."""
    return step.name.replace(step.node.id, "", 1)


def _under(context: RuleContext, step: PlanStep, lying: dict[str, PlanStep]) -> Iterator[Wrong]:
    """Report work on a region on which something lies."""
    anatomy = context.catalog.anatomy
    worked = step.targets if step.hands_on else ()
    for placed in lying.values() if worked else ():
        under = next((target for target in worked if any(_covers(anatomy, held, target) for held in placed.targets)), None)
        if under is not None and under.area is not None and "thing" in placed.dose:
            facts = {"region": ground(under.area), "thing": _thing(context, placed), "id": _of(placed)}
            yield Wrong("work-under-thing", step.origin, facts=facts)


def _covers(anatomy: Anatomy, held: Target, worked: Target) -> bool:
    """Tell whether what is worked lies in what is covered; where one of them has no side, it may."""
    spots = [ground_spot(target.area) if target.area else None for target in (held, worked)]
    outer, inner = spots
    if not isinstance(outer, Spot) or not isinstance(inner, Spot):
        return False
    apart = outer.region.side and inner.region.side and outer.region.side != inner.region.side
    return not apart and anatomy.inside(inner.region.name, outer.region.name)


def _forgotten(context: RuleContext, step: PlanStep) -> Wrong:
    hints = () if step.node.id_given else ("give this step an `id` that the other can name",)
    return Wrong("nothing-taken-away", step.origin, facts={"thing": _thing(context, step), "id": _of(step)}, hints=hints)


def _of(step: PlanStep) -> str:
    return step.node.id if step.node.id_given else "…"


def _unknown(context: RuleContext) -> Iterator[Wrong]:
    """Report an `of` that names no step."""
    names = tuple(dict.fromkeys(step.node.id for step in context.steps if step.node.id_given))
    left_out = {left.name for left in context.plan.left_out}
    for step in context.steps:
        if step.of and step.of not in names and step.of not in left_out:
            near = closest(step.of, names)
            hints = (f"did you mean `{near}`?",) if near else ()
            yield Wrong("unknown-id", f"{step.origin}/of", facts={"id": step.of}, hints=hints)


def _thing(context: RuleContext, step: PlanStep) -> str:
    given = step.dose.get("thing")
    return str(context.catalog.literals.write("things", given.value)) if given is not None else step.technique


def forbidden(context: RuleContext) -> Iterator[Wrong]:
    """Hold that nothing is used which the equipment of the routine forbids, neither as a thing nor on the skin."""
    barred = {name: thing.thing for thing in context.plan.routine.equipment for name in _names(thing.details.get("forbid"))}
    seen: set[tuple[str, str]] = set()
    for item, origin in _used(context) if barred else ():
        if item.thing in barred and (item.thing, origin) not in seen:
            seen.add((item.thing, origin))
            facts = {"thing": item.thing, "equipment": barred[item.thing]}
            yield Wrong("forbidden-thing", origin, facts=facts)


def _names(written: object) -> tuple[str, ...]:
    listed = written if isinstance(written, (list, tuple)) else (written,)
    return tuple(name for name in listed if isinstance(name, str))


def _used(context: RuleContext) -> Iterator[tuple[Item, str]]:
    """Give everything that is used, as a thing or on the skin, and where that is written."""
    said = ""
    for section in context.plan.sections:
        for node in walk(section.block):
            said = f"{node.origin}/lubricant" if "lubricant" in node.node.state else said
            if isinstance(node, PlanStep):
                yield from _things(node)
                yield from ((item, said) for item in _products(node.state.get("lubricant")))


def _things(step: PlanStep) -> Iterator[tuple[Item, str]]:
    given = step.dose.get("thing")
    if given is not None and isinstance(given.value, Things):
        yield from ((item, given.origin) for group in given.value.options for item in group)


def _products(held: object) -> Iterator[Item]:
    """Give what may be on the skin."""
    for option in held.options if isinstance(held, Either) else (held,):
        yield from option.products if isinstance(option, Lubricant) else ()


def kept_away(context: RuleContext, step: PlanStep) -> tuple[Avoid, ...]:
    """Give the places that the things which a step uses may not come to, as the equipment says."""
    given = step.dose.get("thing")
    names = (
        {item.thing for group in given.value.options for item in group} if given and isinstance(given.value, Things) else set()
    )
    listed = [thing.details.get("avoid") for thing in context.plan.routine.equipment if thing.thing in names]
    return tuple(avoid for avoids in listed if isinstance(avoids, tuple) for avoid in avoids)
