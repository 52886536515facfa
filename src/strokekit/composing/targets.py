"""What a step works on: its places with the side of the pass filled in, and the avoided places taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.composing.frame import Frame, Work, stated
from strokekit.model.place import Area, Path, Place
from strokekit.model.plan import Given, Target
from strokekit.model.routine import Avoid
from strokekit.plugins.anatomy import Anatomy


def targets(work: Work, dose: Mapping[str, Given], frame: Frame, avoid: tuple[Avoid, ...]) -> tuple[Target, ...]:
    """The targets of a step: its `where`, else the places of its `path`, each once."""
    found: dict[Target, None] = {}
    for place in _places(dose):
        for area in place.areas or ((None,) if place.findings or place.marked else ()):
            sided = None if area is None else with_side(work, area, frame.side)
            spared = () if sided is None else tuple(_spared(work.catalog.anatomy, sided, avoid))
            found[Target(area=sided, findings=place.findings, spared=spared)] = None
    return tuple(found)


def _places(dose: Mapping[str, Given]) -> Iterable[Place]:
    where, path = dose.get("where"), dose.get("path")
    if where is not None and stated(where.value):
        return tuple(where.value)
    if path is not None and isinstance(path.value, Path):
        return path.value.places
    return ()


def with_side(work: Work, area: Area, side: str | None) -> Area:
    """Fill the side of the current pass into the paired regions of an area that say none."""
    if side is None:
        return area
    changes: dict[str, Any] = {}
    for name in ("spot", "at", "other"):
        spot = getattr(area, name)
        region = work.catalog.regions.get(spot.region.name) if spot is not None else None
        if region is not None and region.sides == "paired" and spot.region.side is None:
            changes[name] = attrs.evolve(spot, region=attrs.evolve(spot.region, side=side))
    return attrs.evolve(area, **changes) if changes else area


def ground(area: Area) -> str | None:
    """The region that an area lies on, if its words say so: `beside spine at lower_back` lies on the lower back."""
    if area.relation is None or area.relation == "over":
        return area.spot.region.name
    return area.at.region.name if area.at else None


def beside(area: Area) -> str | None:
    """The region that an area lies next to, and so outside of."""
    return area.spot.region.name if area.relation not in {None, "over", "along"} else None


def avoided_regions(avoid: Avoid) -> tuple[str, ...]:
    """The regions that a prohibition speaks of."""
    return tuple(name for name in (ground(area) for area in avoid.place.areas) if name)


def _spared(anatomy: Anatomy, area: Area, avoid: tuple[Avoid, ...]) -> Iterable[str]:
    """The avoided places that a target contains: the work goes round them."""
    worked, outside = ground(area), beside(area)
    if worked is None:
        return
    for prohibition in avoid:
        for region in avoided_regions(prohibition):
            next_to = outside is not None and anatomy.inside(outside, region)
            if not next_to and not anatomy.inside(worked, region) and anatomy.overlap(worked, region):
                yield region
