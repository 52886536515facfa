"""A tree as JSON: two spaces a level, a line for each part."""

from __future__ import annotations

from strokekit.formats.scalars import scalar_text, text_of
from strokekit.formats.tree import Entry, Group, Node
from strokekit.formats.yaml_layout import STEP, moved


def json_text(group: Group) -> str:
    """Write a whole document.

    Raises:
        UsageError: a value can't stand in a document.

    >>> from strokekit.formats.tree import tree_of
    >>> print(json_text(tree_of({"strokekit": 1, "sections": []})), end="")
    {
      "strokekit": 1,
      "sections": []
    }
    """
    return "\n".join([*part_lines(group, 0), ""])


def part_lines(node: Node, column: int) -> list[str]:
    """Write a node; the lines after the first are indented as what stands at `column`."""
    if not isinstance(node, Group):
        return [scalar_text(node.value, syntax="json", flow=True)]
    brackets = "{}" if node.mapping else "[]"
    if not node.entries:
        return [brackets]
    made: list[str] = []
    for entry in node.entries:
        part = _part(entry, column + STEP)
        comma = "" if entry is node.entries[-1] else ","
        made += [*part[:-1], part[-1] + comma]
    return [brackets[0], *made, " " * column + brackets[1]]


def _part(entry: Entry, column: int) -> list[str]:
    space = " " * column
    if entry.kept is not None:
        return [f"{space}{entry.kept.lines[0]}", *moved(entry.kept, column)]
    key = "" if entry.key is None else f"{text_of(entry.key, syntax='json', flow=True)}: "
    first, *rest = part_lines(entry.node, column)
    return [f"{space}{key}{first}", *rest]
