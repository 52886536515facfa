"""Rules about where: paths without gaps, sides that exist, regions that can be reached, places that are kept off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from strokekit.checking.context import RuleContext
from strokekit.composing.targets import avoided_regions, beside, ground
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import place_text, pose_text
from strokekit.model.place import Area, Path, Sides, Spot
from strokekit.model.plan import PlanStep, Target
from strokekit.model.routine import Avoid
from strokekit.model.state import Position
from strokekit.model.touch import Level, Pressure

BROAD = ("holding", "cover", "place")
RESTING = ("holding",)
"""Families whose touch rests: `no_pressure` allows them."""


def paths(context: RuleContext) -> Iterator[Wrong]:
    """A path leads over neighbours: between two places there is one shortest way."""
    for step in context.steps:
        given = step.dose.get("path")
        if given is not None and isinstance(given.value, Path):
            yield from _gaps(context, given.value, given.origin)


def _gaps(context: RuleContext, path: Path, origin: str) -> Iterator[Wrong]:
    grounds = [ground(place.areas[-1]) if place.areas else None for place in path.places]
    for (first, last), (one, two) in zip(pairwise(grounds), pairwise(path.places), strict=True):
        if first and last and context.catalog.anatomy.way(first, last) is None:
            facts = {"first": place_text(one), "second": place_text(two)}
            yield Wrong("path-gap", origin, facts=facts)


def sides(context: RuleContext) -> Iterator[Wrong]:
    """A region on the midline has no sides."""
    for step in context.steps:
        yield from _sides_in_words(context, step)
        given = step.dose.get("side")
        if given is None or not isinstance(given.value, Sides):
            continue
        asked = [word for word in given.value.options if word in {"left", "right", "both", "both_at_once"}]
        for target in step.targets:
            region = _region(context, target)
            if asked and region is not None and context.catalog.regions[region].sides == "midline" and _plain(target):
                yield Wrong("side-on-midline", given.origin, facts={"region": region, "side": f"side: {asked[0]}"})


def _plain(target: Target) -> bool:
    return target.area is not None and target.area.relation is None


def _sides_in_words(context: RuleContext, step: PlanStep) -> Iterator[Wrong]:
    """`left spine` in a place."""
    for name in ("where", "path"):
        given = step.dose.get(name)
        places = given.value if given and name == "where" else given.value.places if given and isinstance(given.value, Path) else ()
        for place in places if isinstance(places, tuple) else ():
            for spot in (spot for area in place.areas for spot in _spots(area)):
                region = context.catalog.regions.get(spot.region.name)
                if region is not None and region.sides == "midline" and spot.region.side and given is not None:
                    facts = {"region": region.id, "side": spot.region.side}
                    yield Wrong("side-on-midline", given.origin, facts=facts)


def _spots(area: Area) -> Iterable[Spot]:
    return (spot for spot in (area.spot, area.at, area.other) if spot is not None)


def _region(context: RuleContext, target: Target) -> str | None:
    name = target.area and (ground(target.area) or target.area.spot.region.name)
    return name if name in context.catalog.regions else None


def reach(context: RuleContext) -> Iterator[Wrong]:
    """Work on a region needs a position in which it can be reached."""
    for step in context.steps:
        position = step.state.get("position")
        if not step.hands_on or not isinstance(position, Position):
            continue
        for target in step.targets:
            region = _region(context, target)
            allowed = context.catalog.anatomy.positions(region) if region else ()
            if region and allowed:
                yield from _reach(step, region, position, allowed)


def _reach(step: PlanStep, region: str, position: Position, allowed: tuple[str, ...]) -> Iterator[Wrong]:
    fitting = [pose for pose in position.options if pose.pose in allowed]
    if len(fitting) == len(position.options):
        return
    origin = _target_origin(step)
    if fitting:
        yield Wrong("state-undecided", origin, facts={"key": "position", "step": " or ".join(map(pose_text, position.options))})
        return
    poses = " or ".join(f"`{pose}`" for pose in allowed)
    lying = " or ".join(f"`{pose_text(pose)}`" for pose in position.options)
    yield Wrong("not-reachable", origin, facts={"region": region, "position": lying, "positions": poses})


def _target_origin(step: PlanStep) -> str:
    for name in ("where", "path"):
        if name in step.dose and step.dose[name].by != "technique":
            return step.dose[name].origin
    return step.origin


def avoided(context: RuleContext) -> Iterator[Wrong]:
    """Nothing is done to a place against what the routine says of it."""
    for step in context.steps:
        if step.hands_on:
            for prohibition in step.avoid:
                yield from _avoided(context, step, prohibition)


def _avoided(context: RuleContext, step: PlanStep, avoid: Avoid) -> Iterator[Wrong]:
    regions = avoided_regions(avoid)
    stated = [target for target in step.targets if target.area is not None]
    if not regions or not _does(context, step, avoid):
        return
    if not stated:
        yield Wrong("avoid-unclear", step.origin, facts={"place": avoid.written})
        return
    for target in stated:
        if target.area is not None and any(_hits(context, target.area, region) for region in regions):
            hints = _because(avoid)
            yield Wrong("avoided-place", _target_origin(step), facts={"place": avoid.written, "rule": avoid.rule}, hints=hints)
            return


def _because(avoid: Avoid) -> tuple[str, ...]:
    why = next(iter(avoid.because.values()), "") if avoid.because else ""
    parts = [f"because: {why}"] if why else []
    parts += [f"the rule comes from the source `{avoid.source}`"] if avoid.source else []
    return tuple(parts)


def _hits(context: RuleContext, area: Area, region: str) -> bool:
    """A target inside the avoided place; what lies beside it is outside."""
    worked, outside = ground(area), beside(area)
    anatomy = context.catalog.anatomy
    if worked is None or (outside is not None and anatomy.inside(outside, region)):
        return False
    return anatomy.inside(worked, region)


def _does(context: RuleContext, step: PlanStep, avoid: Avoid) -> bool:
    """Tell whether the step does what the rule speaks of."""
    technique = context.catalog.technique(step.technique)
    family = technique.family if technique else ""
    match avoid.effect:
        case "no":
            return avoid.technique in {step.technique, family}
        case "no_pressure":
            return family not in RESTING and not _lightly(step)
        case "light_only":
            return not _lightly(step)
        case "at_most":
            return avoid.level is None or _above(step, avoid.level)
    return True


def _levels(step: PlanStep) -> list[Level]:
    given = step.dose.get("pressure")
    if given is None or not isinstance(given.value, Pressure):
        return []
    presses = [press for group in given.value.options for press in group]
    return [level for press in presses for level in (press.level, press.to) if level is not None]


def _lightly(step: PlanStep) -> bool:
    """Light at most: level 2 of the Walton scale, as the words light and gentle are read."""
    levels = _levels(step)
    return bool(levels) and all(level.scale == "walton" and _top(level) <= _LIGHT for level in levels)


_LIGHT = 2


def _top(level: Level) -> int:
    top = level.levels.max if level.levels.max is not None else level.levels.ideal
    return 10 if top is None else int(top)


def _above(step: PlanStep, bound: Level) -> bool:
    levels = _levels(step)
    return any(level.scale == bound.scale and _top(level) > _top(bound) for level in levels)
