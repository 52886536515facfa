"""What the listing commands share: finding an entry by id or another name, and showing it as text or JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from typing import Any

from strokekit.cli.main import FOUND, OK, Streams
from strokekit.model.plain import plain
from strokekit.plugins.catalog import Catalog

FORMAT_VERSION = 1
"""The version of the JSON output."""


def show(
    arguments: argparse.Namespace,
    streams: Streams,
    catalog: Catalog,
    *,
    kind: str,
    entries: Mapping[str, Any],
    groups: tuple[str, ...],
    lines: Callable[[Any], list[str]],
    more: Callable[[Any], dict[str, Any]] = lambda _entry: {},
) -> int:
    """Show all entries, or the one that is asked for."""
    if arguments.id is None:
        chosen = list(entries.values())
    else:
        found = next((entries.get(f.id) for f in (catalog.find(group, arguments.id) for group in groups) if f), None)
        if found is None:
            near = next((n for n in (catalog.suggest(group, arguments.id) for group in groups) if n), None)
            hint = f"; did you mean {near}?" if near else ""
            streams.stderr.write(f"strokekit: there is no {kind} {arguments.id!r}{hint}\n")
            return FOUND
        chosen = [found]
    if arguments.format == "json":
        made = {
            "format": f"strokekit.{kind}s",
            "version": FORMAT_VERSION,
            f"{kind}s": [{**_entry(catalog, kind, entry), **more(entry)} for entry in chosen],
        }
        streams.stdout.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n")
        return OK
    for entry in chosen:
        shown = lines(entry)
        streams.stdout.write("\n".join(shown if arguments.id else shown[:1]) + "\n")
    return OK


def _entry(catalog: Catalog, kind: str, entry: Any) -> dict[str, Any]:
    owner = catalog.owners[f"{kind}:{entry.id}"]
    declared = plain(entry)
    declared.pop("type", None)
    return {**declared, "plugin": {"namespace": owner.namespace, "distribution": owner.distribution, "version": owner.version}}
