"""A tree as YAML: two spaces a level, short parts in flow style, quotes only where they are needed.

A mapping stands on one line when it has few fields, holds no comment and fits: an item of a list up to six fields, a value behind
its key up to five short ones. A list stands on one line when it holds scalars, or one mapping alone, and fits. All else has a
line for each part.
"""

from __future__ import annotations

from collections.abc import Iterable

from strokekit.formats.scalars import scalar_text, text_of
from strokekit.formats.tree import Entry, Group, Kept, Leaf, Node, has_remarks

WIDTH = 130
"""How many columns a line of flow style may take, its comment not counted."""
ROOMY, NARROW, NARROW_WIDTH = 6, 5, 80
"""The most fields on one line: of an item, and behind a key; and how long the latter may be."""
STEP = 2
"""Spaces for a level."""


def yaml_text(group: Group, *, header: Iterable[str] = ()) -> str:
    """Write a whole document, with the comments above it.

    Raises:
        UsageError: a value can't stand in a document.

    >>> from strokekit.formats.tree import tree_of
    >>> steps = [{"action": "cover"}, {"technique": "kneading", "repeat": 3}]
    >>> print(yaml_text(tree_of({"title": "Calves", "steps": steps})), end="")
    title: Calves
    steps:
      - {action: cover}
      - {technique: kneading, repeat: 3}
    """
    lines = [*header, *(block_lines(group, 0) if group.entries else ["{}", *group.ending])]
    return "\n".join([*_without_doubles(lines), ""])


def _without_doubles(lines: list[str]) -> list[str]:
    """Leave out empty lines at the start and at the end; the ends of kept texts are the business of who kept them."""
    while lines and not lines[0]:
        lines = lines[1:]
    return lines


def block_lines(group: Group, column: int) -> list[str]:
    """Write the parts of a group, each on lines of its own that begin at `column`."""
    made: list[str] = []
    for entry in group.entries:
        made += [*_remarks(entry.before, column, made), *entry_lines(entry, column)]
    return made + _remarks(group.ending, column, made)


def _remarks(remarks: list[str], column: int, above: list[str]) -> list[str]:
    """Write comments and empty lines; no empty line comes first, or after another."""
    made: list[str] = []
    for remark in remarks:
        if remark or (made[-1:] or above[-1:] or [""])[0]:
            made.append(f"{' ' * column}{remark}" if remark else "")
    return made


def entry_lines(entry: Entry, column: int) -> list[str]:
    """Write one part, without the comments above it."""
    space = " " * column
    lead = "-" if entry.key is None else f"{text_of(entry.key, syntax='yaml', flow=False)}:"
    trail = f" {entry.trail}" if entry.trail else ""
    if entry.kept is not None:
        return _kept_part(entry.kept, column, lead if entry.key is None and entry.kept.flow else "", trail)
    if entry.anchor:
        lead = f"{lead} &{entry.anchor}"
    line = one_line(entry, column + len(lead) + 1)
    if line is not None:
        remark = f" {entry.head}" if entry.head else ""
        return [f"{space}{lead} {line}{remark}{trail}"]
    if isinstance(entry.node, Leaf):
        return _long_leaf(entry.node, column, f"{space}{lead}", trail)
    return _group_lines(entry, entry.node, column, f"{space}{lead}")


def _group_lines(entry: Entry, group: Group, column: int, lead: str) -> list[str]:
    """Write a part whose value has lines of its own; a comment that stood behind all of it stands above it, or below its last."""
    head, above, below = entry.head, [], []
    if entry.trail and (has_remarks(group) or head):
        below = [f"{' ' * (column + STEP)}{entry.trail}"]
    elif entry.trail and entry.key is None:
        above = [f"{' ' * column}{entry.trail}"]
    else:
        head = head or entry.trail
    inside = block_lines(group, column + STEP)
    if entry.key is None and not entry.anchor:
        return [*above, f"{lead} {inside[0].lstrip()}", *inside[1:], *below]
    return [*above, f"{lead} {head}".rstrip(), *inside, *below]


def one_line(entry: Entry, column: int) -> str | None:
    """Write the value of a part on the line of its key or dash, which ends at `column`; None where it needs lines of its own."""
    node = entry.node
    if isinstance(node, Leaf):
        return _leaf(node, flow=False)
    alone = _alone(node)
    if not (_short(alone, ROOMY) if alone else _short(node, ROOMY if entry.roomy else NARROW)) or has_remarks(node):
        return None
    made = flow_text(node)
    room = WIDTH - column if entry.roomy or not node.mapping else min(WIDTH - column, NARROW_WIDTH)
    return made if made is not None and (len(made) <= room or not node.entries) else None


def _alone(group: Group) -> Group | None:
    """Give the mapping that is the only item of a list."""
    item = group.entries[0] if len(group.entries) == 1 and not group.mapping else None
    return item.node if item and item.kept is None and isinstance(item.node, Group) and item.node.mapping else None


def _short(group: Group, most: int) -> bool:
    """Tell whether a group has few enough parts for one line, and none that wants lines of its own."""
    groups = [part.node for part in group.entries if part.kept is None and isinstance(part.node, Group)]
    if not group.mapping:
        return not any(inner.entries for inner in groups)
    return not group.wide and len(group.entries) <= most and all(_short(inner, NARROW) for inner in groups)


def flow_text(node: Node) -> str | None:
    """Write a node in flow style, on one line; None where a kept text of several lines stands in it."""
    if isinstance(node, Leaf):
        return _leaf(node, flow=True)
    made = [_flow_part(part) for part in node.entries]
    if None in made:
        return None
    inside = ", ".join(part for part in made if part is not None)
    return f"{{{inside}}}" if node.mapping else f"[{inside}]"


def _flow_part(part: Entry) -> str | None:
    if part.kept is not None:
        return part.kept.lines[0] if part.kept.flow and len(part.kept.lines) == 1 else None
    value = flow_text(part.node)
    if value is None:
        return None
    anchor = f"&{part.anchor} " if part.anchor else ""
    return f"{anchor}{value}" if part.key is None else f"{text_of(part.key, syntax='yaml', flow=True)}: {anchor}{value}"


def _leaf(leaf: Leaf, *, flow: bool) -> str | None:
    if leaf.alias:
        return leaf.alias
    return None if leaf.kept is not None else scalar_text(leaf.value, syntax="yaml", flow=flow)


def _kept_part(kept: Kept, column: int, lead: str, trail: str) -> list[str]:
    first = f"{' ' * column}{lead} {kept.lines[0]}" if lead else f"{' ' * column}{kept.lines[0]}"
    made = [first, *moved(kept, column)]
    return [*made[:-1], made[-1] + trail]


def moved(kept: Kept, column: int) -> list[str]:
    """Give the lines after the first, moved with their part to `column`; what was in flow style is indented below it."""
    rest = kept.lines[1:]
    if not kept.flow:
        return [_moved(line, column - kept.column) for line in rest]
    least = min((len(line) - len(line.lstrip(" ")) for line in rest if line.strip()), default=0)
    return [_moved(line, column + STEP - least) for line in rest]


def _moved(line: str, by: int) -> str:
    if not line.strip() or by == 0:
        return line
    if by > 0:
        return f"{' ' * by}{line}"
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _long_leaf(leaf: Leaf, column: int, lead: str, trail: str) -> list[str]:
    """Write a scalar of several lines; the comment of a block scalar stands behind its sign, and stays there."""
    kept = leaf.kept
    if kept is None:
        return [f"{lead} {scalar_text(leaf.value, syntax='yaml', flow=False)}{trail}"]
    space = " " * (column + STEP)
    made = [f"{lead} {kept.lines[0]}", *(f"{space}{line}" if line else "" for line in kept.lines[1:])]
    return [*made[:-1], made[-1] + trail]
