"""A document as it is to be written: values with their comments, blank lines and anchors, and texts that are kept as they are.

Between reading and writing: `tree_reading` makes it of a document that was read, `tree_of` of plain data, `yaml_layout` and
`json_layout` write it. It is made anew for each writing and filled in place; nobody keeps one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs


@attrs.define
class Kept:
    """Lines of the source, kept as they are; `column` is where the part that they belong to began, from 0.

    The first line begins at the part itself. `flow` says that it stood in flow style, where a column means nothing.
    """

    lines: tuple[str, ...]
    column: int
    flow: bool = False


@attrs.define
class Leaf:
    """A scalar; `kept` is its source where that runs over several lines, `alias` the name of what stands in its place."""

    value: Any
    kept: Kept | None = None
    alias: str = ""


@attrs.define
class Group:
    """A mapping or a list; `ending` are the comments behind its last part, with "" for an empty line."""

    mapping: bool
    entries: list[Entry] = attrs.field(factory=list)
    ending: list[str] = attrs.field(factory=list)
    column: int = 0
    """Where its parts began in the source; of use only for a group in block style."""
    block: bool = False
    """It stood in block style."""
    wide: bool = False
    """Its parts have a line each, however short they are."""


Node: TypeAlias = "Leaf | Group"


@attrs.define
class Entry:
    """A part of a group: an entry of a mapping with its key, or an item of a list."""

    key: str | None
    node: Node
    before: list[str] = attrs.field(factory=list)
    """Comments above it, with "" for an empty line."""
    head: str = ""
    """The comment behind its key."""
    trail: str = ""
    """The comment behind its value."""
    anchor: str = ""
    kept: Kept | None = None
    """The whole part as it stands in the source, its key or dash included where it stood in block style."""
    roomy: bool = False
    """It stands on a line of its own like an item of a list: more fields fit there than behind a key."""
    pointer: str = ""

    def remarks(self) -> bool:
        """Tell whether it has a comment of its own, or holds one."""
        own = any(self.before) or self.head or self.trail
        return bool(own) or (self.kept is None and isinstance(self.node, Group) and has_remarks(self.node))


def has_remarks(group: Group) -> bool:
    """Tell whether comments stand in a group."""
    return any(group.ending) or any(entry.remarks() for entry in group.entries)


def tree_of(value: Any) -> Node:
    """Make the tree of plain data, as a program gives it.

    >>> tree_of([3]).entries[0].node.value
    3
    """
    if isinstance(value, dict):
        return Group(mapping=True, entries=[Entry(key, tree_of(part)) for key, part in value.items()])
    if isinstance(value, list):
        return Group(mapping=False, entries=[Entry(None, tree_of(part), roomy=True) for part in value])
    return Leaf(value)


def walk(node: Node) -> Iterator[Entry]:
    """Go through all entries below a node, each before what it holds; what is kept as text is not entered."""
    for entry in node.entries if isinstance(node, Group) else ():
        yield entry
        if entry.kept is None:
            yield from walk(entry.node)
