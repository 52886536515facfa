"""The rule about places and findings that a routine says to avoid: format.md 8.2, effect by effect.

A target or a resting hand *inside* the place, and a path that leads over it, break the rule. A target that *contains* the place
goes round it, which composing has noted; what lies *beside* it is outside. A target that nobody states is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.checking.context import RuleContext
from strokekit.checking.places import target_origin
from strokekit.checking.things import kept_away
from strokekit.composing.origins import related
from strokekit.composing.prohibitions import does
from strokekit.composing.targets import barred, beside, ground_spot, inside, side_of, side_of_way, ways, with_side
from strokekit.diagnostics import Related
from strokekit.formats.locating import Wrong
from strokekit.model.place import SIDES, Area, Path, Placement, Sides, Spot, Term
from strokekit.model.plan import PlanStep, Target
from strokekit.model.routine import Avoid
from strokekit.plugins.anatomy import Anatomy

CONTACTS = ("support", "grip", "start")
"""Where a hand rests: barred by `no_contact` alone."""
NEXT_TO = ("beside", "above", "below", "in_front_of", "behind", "between", "along")
"""Relations in which what is placed does not touch the spot itself."""


@attrs.frozen
class Touch:
    """A place that a step touches, the place in the text that says so, and the way that leads there, if it is one."""

    area: Area
    origin: str
    over: tuple[str, ...] = ()


def avoided(context: RuleContext) -> Iterator[Wrong]:
    """Hold that nothing is done to a place against what the routine says of it."""
    for step in context.steps:
        prohibitions = (*step.avoid, *kept_away(context, step))
        touches = list(_touches(context, step)) if prohibitions else []
        for prohibition in prohibitions:
            yield from _avoided(context, step, prohibition, touches)


def _avoided(context: RuleContext, step: PlanStep, avoid: Avoid, touches: list[Touch]) -> Iterator[Wrong]:
    facts = {"place": avoid.written, "rule": avoid.rule}
    working = does(context.catalog, step, avoid)
    resting = list(_contacts(step)) if avoid.effect == "no_contact" else []
    anatomy = context.catalog.anatomy
    hit = next((touch for touch in [*(touches if working else ()), *resting] if _hits(anatomy, touch.area, avoid)), None)
    if hit is not None:
        stands = _stands(context, avoid, hit.origin)
        yield Wrong("avoided-place", hit.origin, facts=facts, hints=(*_way(hit), *_because(avoid)), related=stands)
    elif working and any(_is_finding(anatomy, target, avoid) for target in step.targets):
        stands = _stands(context, avoid, target_origin(step))
        yield Wrong("avoided-place", target_origin(step), facts=facts, hints=_because(avoid), related=stands)
    elif working and step.hands_on and _unclear(anatomy, step, avoid):
        yield Wrong("avoid-unclear", target_origin(step), facts={"place": avoid.written})


def _touches(context: RuleContext, step: PlanStep) -> Iterator[Touch]:
    """Give every place that a step works on or leads over."""
    origin = target_origin(step)
    for target in step.targets:
        if target.area is not None:
            for area in _on_both(context, step, target.area):
                yield Touch(area, origin)
    path = step.dose.get("path")
    if path is not None and isinstance(path.value, Path):
        yield from _led_over(context, step, path.value, path.origin or step.origin)


def _on_both(context: RuleContext, step: PlanStep, area: Area) -> tuple[Area, ...]:
    """Give an area on each side where the step does both; else the area as it is."""
    given = step.dose.get("side")
    both = given is not None and isinstance(given.value, Sides) and given.value.options[0] in {"both", "both_at_once"}
    return tuple(with_side(context.catalog.regions, area, side) for side in SIDES) if both else (area,)


def _led_over(context: RuleContext, step: PlanStep, path: Path, origin: str) -> Iterator[Touch]:
    side = side_of(step.dose, step.side)
    places = [area for place in path.places for area in place.areas]
    alone = side or side_of_way(path)
    for area in places:
        for touched in _on_both(context, step, with_side(context.catalog.regions, area, side)):
            yield Touch(touched, origin)
    for chain in ways(context.catalog.anatomy, path):
        for name in chain[1:-1]:
            area = with_side(context.catalog.regions, Area(spot=Spot(region=Term(name=name))), alone)
            for touched in _on_both(context, step, area):
                yield Touch(touched, origin, chain)


def _contacts(step: PlanStep) -> Iterator[Touch]:
    """Give every place where a hand rests or a bolster lies."""
    for name in CONTACTS:
        given = step.dose.get(name)
        if given is not None and isinstance(given.value, Placement):
            yield Touch(_placed(given.value), given.origin or step.origin)
    bolsters = step.state.get("bolsters")
    for placement in bolsters if isinstance(bolsters, tuple) else ():
        if isinstance(placement, Placement):
            yield Touch(_placed(placement), step.origin)


def _placed(placement: Placement) -> Area:
    """Give what a placement touches: what is `under`, `at`, `on` or `around` a spot touches it, what is `beside` it does not."""
    if placement.relation in NEXT_TO:
        return attrs.evolve(placement.area, relation=placement.relation)
    return placement.area


def _hits(anatomy: Anatomy, area: Area, avoid: Avoid) -> bool:
    """Tell whether an area lies in an avoided one; what lies beside that is outside."""
    if avoid.place.findings:
        return False
    if any(area == held for held in avoid.place.areas):
        return True
    worked, outside = ground_spot(area), beside(area)
    for _, spot in barred(avoid):
        apart = outside is not None and anatomy.inside(outside.region.name, spot.region.name)
        if worked is not None and not apart and inside(anatomy, worked, spot):
            return True
    return False


def _is_finding(anatomy: Anatomy, target: Target, avoid: Avoid) -> bool:
    """Tell whether the work is aimed at an avoided finding, where the prohibition speaks of it."""
    if not set(target.findings) & set(avoid.place.findings):
        return False
    spots = [spot for _, spot in barred(avoid)]
    worked = ground_spot(target.area) if target.area else None
    return not spots or worked is None or any(anatomy.overlap(worked.region.name, spot.region.name) for spot in spots)


def _unclear(anatomy: Anatomy, step: PlanStep, avoid: Avoid) -> bool:
    """Tell whether it is open where a step works, or whether `along` the avoided place is on it or next to it."""
    spots = [spot for _, spot in barred(avoid)]
    if not spots:
        return False
    areas = [target.area for target in step.targets]
    stated = [area for area in areas if area is not None]
    return len(stated) < len(areas) or not areas or any(_along(anatomy, area, spot) for area in stated for spot in spots)


def _along(anatomy: Anatomy, area: Area, spot: Spot) -> bool:
    return area.relation == "along" and area.at is None and anatomy.overlap(area.spot.region.name, spot.region.name)


def _stands(context: RuleContext, avoid: Avoid, where: str) -> tuple[Related, ...]:
    """Point at where the rule is written; not at a question, since that would tell an answer."""
    asked = "/screen" in avoid.origin
    if not avoid.origin or asked or avoid.origin == where:
        return ()
    return (related(context.plan.routine, "the rule stands here", avoid.origin),)


def _way(hit: Touch) -> tuple[str, ...]:
    return (f"the path leads over it: {' -> '.join(hit.over)}",) if hit.over else ()


def _because(avoid: Avoid) -> tuple[str, ...]:
    why = next(iter(avoid.because.values()), "") if avoid.because else ""
    parts = [f"because: {why}"] if why else []
    parts += [f"the rule comes from the source `{avoid.source}`"] if avoid.source else []
    return tuple(parts)
