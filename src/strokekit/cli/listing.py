"""What the listing commands share: finding an entry by id or another name, and showing it as text or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any, Literal

import attrs

from strokekit.cli.common import show_report
from strokekit.cli.streams import Streams
from strokekit.diagnostics import Report, diagnose
from strokekit.model.plain import plain
from strokekit.plugins.catalog import Catalog

FORMAT_VERSION = 1
"""The version of the JSON output; it grows when a field changes its meaning, not when one is added."""
_TEXTS = frozenset({"title", "summary", "mechanics"})
_CODE = frozenset({"refine", "moves", "render"})
"""Fields that hold functions: JSON says whether there is one."""


@attrs.frozen(kw_only=True)
class Listing:
    """A kind of entry of the catalogue, and how one is shown: `lines` gives a line for lists first, then the details."""

    kind: Literal["technique", "region", "renderer"]
    entries: Mapping[str, Any]
    groups: tuple[str, ...]
    lines: Callable[[Any], list[str]]
    more: Callable[[Any], dict[str, Any]]
    """What the JSON of an entry holds beside what was declared."""


def show(arguments: argparse.Namespace, streams: Streams, catalog: Catalog, listing: Listing) -> int:
    """Show all entries, or the one that is asked for; one that does not exist is an error."""
    code = show_report(Report.of(catalog.problems), None, streams)
    chosen = list(listing.entries.values()) if arguments.id is None else _chosen(arguments.id, catalog, listing)
    if not chosen:
        return show_report(Report.of([_unknown(arguments.id, catalog, listing)]), None, streams)
    if arguments.format == "json":
        streams.json(_json(chosen, catalog, listing))
        return code
    for entry in chosen:
        lines = listing.lines(entry)
        streams.out("\n".join(lines if arguments.id is not None else lines[:1]) + "\n")
    return code


def _chosen(name: str, catalog: Catalog, listing: Listing) -> list[Any]:
    if name in listing.entries:
        return [listing.entries[name]]
    found = [known.id for group in listing.groups if (known := catalog.find(group, name))]
    return [listing.entries[id_] for id_ in dict.fromkeys(found)]


def _unknown(name: str, catalog: Catalog, listing: Listing) -> Any:
    near = dict.fromkeys(word for group in listing.groups if (word := catalog.suggest(group, name)))
    hint = f"did you mean {' or '.join(f'`{word}`' for word in near)}?" if near else f"`strokekit {listing.kind}s` lists all"
    return diagnose(f"unknown-{listing.kind}", id=name, hints=[hint])


def _json(chosen: list[Any], catalog: Catalog, listing: Listing) -> dict[str, Any]:
    return {
        "format": f"strokekit.{listing.kind}s",
        "version": FORMAT_VERSION,
        f"{listing.kind}s": [_entry(catalog, listing, entry) for entry in chosen],
    }


def _entry(catalog: Catalog, listing: Listing, entry: Any) -> dict[str, Any]:
    owner = catalog.owners[f"{listing.kind}:{entry.id}"]
    plugin = {"namespace": owner.namespace, "distribution": owner.distribution, "version": owner.version}
    return {**whole(entry), **listing.more(entry), "plugin": plugin}


def whole(value: Any) -> dict[str, Any]:
    """Give a declared value as JSON with every field, also those that were left at their defaults.

    `plain` leaves them out; here an absent field could be taken for a fact, such as cautions that nobody has reviewed.

    >>> from strokekit.plugins.declarations import Cautions
    >>> whole(Cautions())
    {'status': 'unknown', 'items': [], 'reviewed': ''}
    """
    return {field.name: _field(field.name, getattr(value, field.name)) for field in attrs.fields(type(value))}


def _field(name: str, value: Any) -> Any:
    if name in _CODE:
        return value is not None
    if name in _TEXTS:
        return {"en": value} if isinstance(value, str) else dict(value)
    if attrs.has(type(value)):
        return whole(value)
    if isinstance(value, Mapping):
        return {key: _field("", part) for key, part in value.items()}
    return [_field("", part) for part in value] if isinstance(value, (tuple, list)) else plain(value)
