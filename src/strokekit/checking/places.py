"""Rules about where: paths without gaps, directions along them, sides that exist, regions that can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from strokekit.checking.context import RuleContext
from strokekit.composing.conditions import poses
from strokekit.composing.targets import ground, terms, ways
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import place_text, pose_text
from strokekit.model.place import Direction, Heading, Path, Sides
from strokekit.model.plan import Either, PlanStep, Target
from strokekit.model.state import Pose
from strokekit.plugins.anatomy import Anatomy

HEART = "chest"
"""Where the heart is, as far as a stroke along a limb is concerned."""
LIMBS = ("upper_limb", "lower_limb")
"""Where the way to the heart or to the spine is a matter of geometry: up the limb."""


def paths(context: RuleContext) -> Iterator[Wrong]:
    """Hold that a path leads over neighbours: between two places there is one shortest way."""
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


def directions(context: RuleContext) -> Iterator[Wrong]:
    """Hold that a stroke along a limb does not run against its stated direction; elsewhere nobody can tell from the regions."""
    for step in context.steps:
        path, direction = step.dose.get("path"), step.dose.get("direction")
        if path is None or direction is None or not isinstance(path.value, Path) or not isinstance(direction.value, Direction):
            continue
        if all(_against(context.catalog.anatomy, path.value, group) for group in direction.value.options):
            write = context.catalog.literals.write
            facts = {"found": write("direction", direction.value), "path": write("path", path.value)}
            yield Wrong("direction-against-path", direction.origin, facts=facts)


def _against(anatomy: Anatomy, path: Path, headings: tuple[Heading, ...]) -> bool:
    """Tell whether every stretch of a path runs against one of the headings that hold together."""
    chains = list(ways(anatomy, path))
    return any(chains and all(_leads_against(anatomy, chain, heading) for chain in chains) for heading in headings)


def _leads_against(anatomy: Anatomy, chain: tuple[str, ...], heading: Heading) -> bool:
    if heading.way not in {"toward", "away_from"} or not any(anatomy.inside(chain[0], limb) for limb in LIMBS):
        return False
    goal = HEART if heading.word == "heart" else ground(heading.to) if heading.to else None
    far = [distance(anatomy, name, goal) for name in (chain[0], chain[-1])] if goal else [None, None]
    passed = chain[1:] if heading.way == "toward" else chain[:-1]
    if far[0] is None or far[1] is None or any(anatomy.inside(name, goal) for name in passed if goal):
        return False
    return far[1] > far[0] if heading.way == "toward" else far[1] < far[0]


def distance(anatomy: Anatomy, region: str, goal: str) -> int | None:
    """Count the steps from neighbour to neighbour between two regions; None where no way leads from one to the other.

    >>> from strokekit.plugins.declarations import Region
    >>> wrist, elbow = Region(id="wrist", title="", neighbours=("elbow",)), Region(id="elbow", title="")
    >>> distance(Anatomy({"wrist": wrist, "elbow": elbow}), "wrist", "elbow")
    1
    """
    steps, seen, ring = 0, {region}, {region}
    while ring:
        if any(anatomy.inside(name, goal) for name in ring):
            return steps
        ring = {other for name in ring for other in anatomy.neighbours(name, between=(region, goal))} - seen
        seen |= ring
        steps += 1
    return None


def sides(context: RuleContext) -> Iterator[Wrong]:
    """Hold that a region on the midline is given no side, neither by `side` nor within a place."""
    for step in context.steps:
        yield from _sides_in_words(context, step)
        given = step.dose.get("side")
        if given is None or given.by == "technique" or not isinstance(given.value, Sides):
            continue
        asked = [word for word in given.value.options if word in {"left", "right", "both", "both_at_once"}]
        regions = [_region(context, target) for target in step.targets if target.area and target.area.relation is None]
        for region in regions if asked else ():
            if region and context.catalog.regions[region].sides == "midline":
                yield Wrong("side-on-midline", given.origin, facts={"region": region, "side": f"side: {asked[0]}"})


def _sides_in_words(context: RuleContext, step: PlanStep) -> Iterator[Wrong]:
    """Find `left spine` in the places of a step."""
    for given in step.dose.values():
        for term in terms(given.value):
            region = context.catalog.regions.get(term.name)
            if region is not None and region.sides == "midline" and term.side:
                yield Wrong("side-on-midline", given.origin, facts={"region": region.id, "side": term.side})


def _region(context: RuleContext, target: Target) -> str | None:
    name = (ground(target.area) or target.area.spot.region.name) if target.area else None
    return name if name in context.catalog.regions else None


def aims(context: RuleContext) -> Iterator[Wrong]:
    """Hold that nobody works on a place that is never a target, neither by its name nor by a way that names it."""
    for step in context.steps:
        named = [_region(context, target) for target in step.targets] if step.hands_on else []
        for region in dict.fromkeys(name for name in named if name and not context.catalog.regions[name].target):
            yield Wrong("no-target", target_origin(step), facts={"region": region})


def reach(context: RuleContext) -> Iterator[Wrong]:
    """Hold that work on a region is done in a position in which it can be reached."""
    for step in context.steps:
        possible = poses(step.state.get("position")) if step.hands_on else ()
        for region in dict.fromkeys(_region(context, target) for target in step.targets):
            allowed = context.catalog.anatomy.positions(region) if region else ()
            if region and allowed and possible:
                yield from _reach(step, region, possible, allowed)


def _reach(step: PlanStep, region: str, possible: tuple[Pose | None, ...], allowed: tuple[str, ...]) -> Iterator[Wrong]:
    fitting = [pose for pose in possible if pose is None or pose.pose in allowed]
    others = [pose for pose in possible if pose is not None and pose.pose not in allowed]
    position, origin = step.state["position"], target_origin(step)
    if not others:
        return
    if not fitting:
        hows = " or ".join(f"`{pose}`" for pose in allowed)
        yield Wrong("not-reachable", origin, facts={"region": region, "position": _or(others), "positions": hows})
    elif isinstance(position, Either):
        yield Wrong("state-undecided", origin, facts={"key": "position", "states": _or(possible), "step": position.by})
    else:
        yield Wrong("pose-decides", origin, facts={"region": region, "fitting": _or(fitting), "others": _or(others)})


def _or(listed: tuple[Pose | None, ...] | list[Pose | None] | list[Pose]) -> str:
    return " or ".join(f"`{pose_text(pose)}`" if pose else "unstated" for pose in listed)


def target_origin(step: PlanStep, names: tuple[str, ...] = ("where", "path")) -> str:
    """Give the place in the text that says where a step works; the step itself where only its technique says so."""
    for name in names:
        if name in step.dose and step.dose[name].by != "technique":
            return step.dose[name].origin
    return step.origin
