"""What a step works on: its places with the side of the pass filled in, and the avoided places taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import attrs

from strokekit.composing.frame import Work, stated
from strokekit.composing.grounding import WITHOUT_TERMS
from strokekit.composing.mirror import other
from strokekit.literals.printing import place_text
from strokekit.model.finding import find
from strokekit.model.place import Area, Path, Place, Sides, Spot, Term
from strokekit.model.plan import Given, Target
from strokekit.model.routine import Avoid
from strokekit.plugins.anatomy import Anatomy

ON = frozenset({None, "over"})
"""Relations that put the work on the very spot."""


def side_of(dose: Mapping[str, Given], side: str | None) -> str | None:
    """Give the one side that a step works on: its own, seen from the side of the pass; None where it has none, or both."""
    given = dose.get("side")
    if given is None or not isinstance(given.value, Sides):
        return side
    match given.value.options[0]:
        case "left" | "right" as own:
            return own
        case "same":
            return side
        case "opposite":
            return None if side is None else other(side)
    return None


def targets(work: Work, dose: Mapping[str, Given], side: str | None, avoid: tuple[Avoid, ...]) -> tuple[Target, ...]:
    """Give the targets of a step: its `where`, else the places of its `path`, each once. `avoid` holds what it must go round."""
    found: dict[Target, None] = {}
    for place in _places(dose):
        for area in place.areas or ((None,) if place.findings or place.marked else ()):
            sided = None if area is None else with_side(work.catalog.regions, area, side)
            spared = tuple(dict.fromkeys(_spared(work.catalog.anatomy, sided, place.findings, avoid)))
            found[Target(area=sided, findings=place.findings, spared=spared)] = None
    return _with_passed(tuple(found), tuple(_passed(work, dose, side, avoid)))


def _with_passed(found: tuple[Target, ...], passed: tuple[str, ...]) -> tuple[Target, ...]:
    """Add what a way goes round between its places to the last target, where the way ends."""
    if not found or not passed:
        return found
    return (*found[:-1], attrs.evolve(found[-1], spared=tuple(dict.fromkeys((*found[-1].spared, *passed)))))


def _passed(work: Work, dose: Mapping[str, Given], side: str | None, avoid: tuple[Avoid, ...]) -> Iterator[str]:
    """Name the avoided places within the regions that a path leads over without naming them."""
    path = dose.get("path")
    if not avoid or path is None or not isinstance(path.value, Path):
        return
    anatomy, alone = work.catalog.anatomy, side or side_of_way(path.value)
    for name in (name for way in ways(anatomy, path.value) for name in way[1:-1]):
        yield from _spared(anatomy, with_side(work.catalog.regions, Area(spot=Spot(region=Term(name=name))), alone), (), avoid)


def _places(dose: Mapping[str, Given]) -> Iterable[Place]:
    where, path = dose.get("where"), dose.get("path")
    if where is not None and stated(where.value):
        return tuple(where.value)
    if path is not None and isinstance(path.value, Path):
        return path.value.places
    return ()


def with_side(regions: Mapping[str, Any], area: Area, side: str | None) -> Area:
    """Fill the side of the current pass into the paired regions of an area that say none."""
    if side is None:
        return area
    changes: dict[str, Any] = {}
    for name in ("spot", "at", "other"):
        spot = getattr(area, name)
        region = regions.get(spot.region.name) if spot is not None else None
        if region is not None and region.sides == "paired" and spot.region.side is None:
            changes[name] = attrs.evolve(spot, region=attrs.evolve(spot.region, side=side))
    return attrs.evolve(area, **changes) if changes else area


def ground_spot(area: Area) -> Spot | None:
    """Give the spot that an area lies on, if its words say so: `beside spine at lower_back` lies on the lower back."""
    return area.spot if area.relation in ON else area.at


def ground(area: Area) -> str | None:
    """Give the region that an area lies on, if its words say so."""
    spot = ground_spot(area)
    return spot.region.name if spot else None


def beside(area: Area) -> Spot | None:
    """Give the spot that an area lies next to, and so outside of. `along` may mean on it or next to it."""
    return area.spot if area.relation not in {*ON, "along"} else None


def inside(anatomy: Anatomy, spot: Spot, outer: Spot) -> bool:
    """Tell whether a spot lies wholly in another: its region, its side, and what part of it is meant."""
    region, whole = spot.region, outer.region
    if not anatomy.inside(region.name, whole.name) or (whole.side and whole.side != region.side):
        return False
    if region.name != whole.name:
        return not _narrowed(outer)
    return _same_or_narrower(spot, outer)


def _same_or_narrower(spot: Spot, outer: Spot) -> bool:
    """Tell whether a spot of the same region is the outer one or a part of it."""
    narrowed = set(outer.region.aspects) <= set(spot.region.aspects) and outer.region.number in {None, spot.region.number}
    return narrowed and (not outer.parts or spot.parts[-len(outer.parts) :] == outer.parts)


def _narrowed(spot: Spot) -> bool:
    return bool(spot.parts or spot.region.aspects or spot.region.number)


def contains(anatomy: Anatomy, spot: Spot, inner: Spot) -> bool:
    """Tell whether a spot may hold another, or a piece of it, without lying in it."""
    apart = spot.region.side and inner.region.side and spot.region.side != inner.region.side
    if apart or inside(anatomy, spot, inner) or not anatomy.overlap(spot.region.name, inner.region.name):
        return False
    return spot.region.name != inner.region.name or not (_narrowed(spot) and _narrowed(inner)) or inside(anatomy, inner, spot)


def barred(avoid: Avoid) -> Iterator[tuple[Area, Spot]]:
    """Give the areas that a prohibition speaks of, each with the spot that it lies on."""
    for area in avoid.place.areas:
        spot = ground_spot(area)
        if spot is not None:
            yield area, spot


def _spared(anatomy: Anatomy, area: Area | None, findings: tuple[str, ...], avoid: tuple[Avoid, ...]) -> Iterator[str]:
    """Name the avoided places and findings that a target contains: the work goes round them."""
    for prohibition in avoid:
        if not prohibition.place.areas:
            yield from (name for name in prohibition.place.findings if name not in findings)
        for held, spot in barred(prohibition):
            if area is not None and goes_round(anatomy, area, spot):
                yield place_text(Place(areas=(held,)))


def goes_round(anatomy: Anatomy, area: Area, spot: Spot) -> bool:
    """Tell whether work on an area has an avoided spot within it, to be left out."""
    worked, outside = ground_spot(area), beside(area)
    if worked is None or (outside is not None and anatomy.inside(outside.region.name, spot.region.name)):
        return False
    return contains(anatomy, worked, spot)


def ways(anatomy: Anatomy, path: Path) -> Iterator[tuple[str, ...]]:
    """Give the chain of regions between each two places of a path, ends included, where there is just one."""
    grounds = [ground(place.areas[-1]) if place.areas else None for place in path.places]
    for first, last in pairwise(grounds):
        way = anatomy.way(first, last) if first and last else None
        if way is not None:
            yield way


def side_of_way(path: Path) -> str | None:
    """Give the side that all the places of a path are on; None where they are on several, or nobody says."""
    written = {area.spot.region.side for place in path.places for area in place.areas}
    return written.pop() if len(written) == 1 else None


def terms(value: Any) -> list[Term]:
    """Give every term of the places in a value, however deep they stand."""
    return find(value, Term, closed=WITHOUT_TERMS)


def paired(work: Work, dose: Mapping[str, Any]) -> bool:
    """Tell whether all that a step works on is paired, so that its turns have a mirror image."""
    names = [
        term.name for name in ("where", "path") if name in dose for term in terms(dose[name]) if term.name in work.catalog.regions
    ]
    return bool(names) and all(work.catalog.regions[name].sides == "paired" for name in names)
