"""An arrangement brought into a tree: entries in order, shorter literals in the place of long ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.formats.pointer import join
from strokekit.formats.tree import Entry, Group, Leaf, has_remarks, walk
from strokekit.writing.arranging import Arrangement, arrange


def settled(group: Group, data: Mapping[str, Any]) -> Group:
    """Put the tree of plain data in order, as `fmt` would leave it; for who writes documents that nobody has written yet.

    >>> from strokekit.formats.tree import tree_of
    >>> data = {"title": "Calves", "strokekit": 1}
    >>> [entry.key for entry in settled(tree_of(data), data).entries]
    ['strokekit', 'title']
    """
    name_places(group)
    settle(group, arrange(data))
    return group


def name_places(group: Group, pointer: str = "") -> None:
    """Give every entry below a group its pointer."""
    for index, entry in enumerate(group.entries):
        entry.pointer = join(pointer, index if entry.key is None else entry.key)
        if isinstance(entry.node, Group):
            name_places(entry.node, entry.pointer)


def settle(group: Group, arrangement: Arrangement) -> dict[str, Any]:
    """Bring an arrangement into a tree, in place; give what was written shorter, by pointer.

    Where a document uses aliases, nothing may change places, for an anchor must stand before them.
    """
    entries = [*walk(group)]
    if any(entry.anchor or (isinstance(entry.node, Leaf) and entry.node.alias) for entry in entries):
        return {}
    shorter: dict[str, Any] = {}
    _sort(group, arrangement.order.get("", []))
    for entry in entries:
        inner = entry.node
        entry.roomy = entry.roomy or entry.pointer in arrangement.roomy
        if entry.kept is not None or not isinstance(inner, Group):
            continue
        compact = arrangement.shorter.get(entry.pointer)
        if compact is not None and not has_remarks(inner) and not _inside(entry.pointer, shorter):
            shorter[entry.pointer] = entry.node = compact
            entry.node = Leaf(compact)
        else:
            _sort(inner, arrangement.order.get(entry.pointer, []))
            inner.wide = entry.pointer.count("/") == 1 and any(_named(part, arrangement) for part in inner.entries)
    return shorter


def _named(part: Entry, arrangement: Arrangement) -> bool:
    return part.pointer in arrangement.roomy


def _inside(pointer: str, shorter: Mapping[str, Any]) -> bool:
    return any(pointer.startswith(f"{above}/") for above in shorter)


def _sort(group: Group, keys: list[str]) -> None:
    rank = {key: place for place, key in enumerate(keys)}
    if rank:
        group.entries.sort(key=lambda entry: rank[str(entry.key)])
