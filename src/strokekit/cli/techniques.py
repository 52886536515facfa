"""`strokekit techniques`: the techniques and actions of the catalogue, or one of them with everything known of it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from strokekit.cli.engines import engine_of
from strokekit.cli.listing import Listing, show
from strokekit.cli.streams import Streams
from strokekit.plugins.declarations import Technique
from strokekit.reading.forms import form
from strokekit.reading.schema import DIALECT, SCHEMA_ID, head_of
from strokekit.reading.step_shapes import deed_shape, english


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """List the techniques, or show one by its id or another name."""
    engine = engine_of(arguments, streams)
    if isinstance(engine, int):
        return engine
    catalog = engine.catalog

    def more(technique: Technique) -> dict[str, Any]:
        """Add the form where one technique is asked for: with all of them it would be a hundred times the same words."""
        drawn = {"form": _referring(list(form(catalog, technique)))} if arguments.id is not None else {}
        return {**_shape(technique), **drawn}

    listing = Listing(kind="technique", entries=catalog.techniques, groups=("technique", "action"), lines=_lines, more=more)
    return show(arguments, streams, catalog, listing)


def _shape(technique: Technique) -> dict[str, Any]:
    """Give the schema of a step of this technique. It refers to the schema of routine files."""
    return {"schema": {"$schema": DIALECT, **_referring(deed_shape(technique, head_of(technique)))}}


def _referring(shape: Any) -> Any:
    """Lead the references of a shape into the published schema, since its definitions do not stand here."""
    if isinstance(shape, Mapping):
        return {key: f"{SCHEMA_ID}{part}" if key == "$ref" else _referring(part) for key, part in shape.items()}
    return [_referring(part) for part in shape] if isinstance(shape, list) else shape


def _lines(technique: Technique) -> list[str]:
    kind = technique.family if technique.hands_on else f"action, {technique.family}"
    lines = [f"{technique.id}  ({kind})  {english(technique.summary)}"]
    if technique.aliases:
        lines.append(f"  also: {', '.join(technique.aliases)}")
    if technique.mechanics:
        lines.append(f"  mechanics: {english(technique.mechanics)}")
    lines += [f"  takes {name}{_taken(takes)}" for name, takes in technique.takes.items()]
    lines += [f"  needs one of: {', '.join(group)}" for group in technique.one_of]
    return [*lines, *_timing(technique), *_cautions(technique), f"  provenance: {_source(technique.provenance)}"]


def _taken(takes: Any) -> str:
    parts = [f"limits {takes.limits}"] if takes.limits is not None else []
    parts += [f"default {takes.default}"] if takes.default is not None else []
    parts += ["needed"] if takes.needs else []
    return f": {', '.join(parts)}" if parts else ""


def _timing(technique: Technique) -> list[str]:
    timing = technique.timing
    if timing is None:
        return ["  time: unknown"]
    counts = [f"{name} {value}" for name, value in (("passes", timing.passes), ("spots", timing.spots)) if value != 1]
    return [f"  time: {timing.time} per {timing.per}{''.join(f', {count}' for count in counts)} ({_source(timing.basis)})"]


def _cautions(technique: Technique) -> list[str]:
    cautions = technique.cautions
    if cautions.status != "listed":
        return [f"  cautions: {cautions.status.replace('_', ', ')}"]
    return [f"  caution: {item.condition}: {item.effect} ({item.source})" for item in cautions.items]


def _source(provenance: Any) -> str:
    return ", ".join(part for part in (provenance.kind, provenance.source, english(provenance.note)) if part)
