"""`strokekit regions`: the regions of the body, or one of them with everything known of it."""

from __future__ import annotations

import argparse
from typing import Any

from strokekit.cli.engines import engine_of
from strokekit.cli.listing import Listing, show
from strokekit.cli.streams import Streams
from strokekit.plugins.anatomy import Anatomy
from strokekit.plugins.declarations import Region
from strokekit.reading.step_shapes import english


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """List the regions, or show one by its id or another name."""
    engine = engine_of(arguments, streams)
    if isinstance(engine, int):
        return engine
    catalog = engine.catalog
    anatomy = catalog.anatomy

    listing = Listing(
        kind="region",
        entries=catalog.regions,
        groups=("region",),
        lines=lambda region: _lines(region, anatomy),
        more=lambda region: _net(region, anatomy),
    )
    return show(arguments, streams, catalog, listing)


def _net(region: Region, anatomy: Anatomy) -> dict[str, Any]:
    """Give what follows from the region's place among the others."""
    return {"reachable": list(anatomy.positions(region.id)), "next_to": list(anatomy.neighbours(region.id))}


def _lines(region: Region, anatomy: Anatomy) -> list[str]:
    part = f", part of {region.part_of}" if region.part_of else ""
    lines = [f"{region.id}  ({region.kind}, {region.sides}{part})  {english(region.title)}"]
    lines += [f"  also: {', '.join(region.aliases)}"] if region.aliases else []
    lines += [f"  members: {region.count}"] if region.count else []
    lines += [f"  joints: {', '.join(map(str, region.joints))}"] if region.joints else []
    lines += [f"  next to: {', '.join(anatomy.neighbours(region.id))}"] if anatomy.neighbours(region.id) else []
    lines += [f"  reachable: {', '.join(anatomy.positions(region.id))}"] if region.target else ["  never worked on"]
    lines += [f"  code: {code.system}:{code.code} ({code.label})" for code in region.codes]
    lines += [f"  link: {link.system}:{link.code}" for link in region.links]
    return lines
