"""`strokekit renderers`: the formats that a routine can be written in, or one of them with its options."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from strokekit.cli.common import wrong_call
from strokekit.cli.engines import engine_of
from strokekit.cli.listing import Listing, show
from strokekit.cli.streams import Streams
from strokekit.errors import UsageError
from strokekit.plugins.declarations import Parameter, Renderer
from strokekit.reading.step_shapes import english
from strokekit.rendering.calling import renderer_of
from strokekit.rendering.options import schema_of, taken


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """List the renderers, or show one by its id."""
    engine = engine_of(arguments, streams)
    if isinstance(engine, int):
        return engine
    catalog = engine.catalog
    try:
        arguments.id = arguments.id and renderer_of(catalog, arguments.id).id
    except UsageError as problem:
        return wrong_call(arguments, streams, str(problem))
    listing = Listing(kind="renderer", entries=catalog.renderers, groups=(), lines=_lines, more=_more)
    return show(arguments, streams, catalog, listing)


def _more(renderer: Renderer) -> dict[str, Any]:
    return {"schema": schema_of(renderer)}


def _lines(renderer: Renderer) -> list[str]:
    lines = [f"{renderer.id}  ({renderer.media_type}, {renderer.suffix})  {english(renderer.title)}"]
    lines += [f"  {english(renderer.summary)}"] if renderer.summary else []
    lines += [] if renderer.timed else ["  also where a time is unknown"]
    return [*lines, *(line for name, option in renderer.options.items() for line in _option(name, option))]


def _option(name: str, option: Parameter) -> Iterator[str]:
    default = f", by default {_shown(option.default)}" if option.default is not None else ", needed" if option.needs else ""
    yield f"  --option {name}=…: {taken(option)}{default}"
    if option.title or option.summary:
        yield f"    {english(option.summary or option.title)}"


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
