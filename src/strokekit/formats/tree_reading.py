"""A document that was read, as a tree to be written again: every comment stands with what it stood at.

A comment behind a value belongs to it. One on lines of its own belongs to the part below it, or, where it is indented deeper than
that, to the end of what stands above. The comments above the first key are those of the file. Of the marks only the text is read
again, so nothing is parsed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs

from strokekit.formats.document import Document
from strokekit.formats.marks import Mark
from strokekit.formats.parts import Gap, Part, Remark, column, gap, is_flow, line_start, parts
from strokekit.formats.pointer import join
from strokekit.formats.tree import Entry, Group, Kept, Leaf, Node

_BREAK = re.compile(r"\r\n?|\n")
_HEADER = re.compile(r"([|>][-+]?)([1-9]?)([-+]?)")


@attrs.frozen
class Tree:
    """A document's tree, and the comments above its first key."""

    root: Group
    header: tuple[str, ...] = ()


def read_tree(document: Document, *, keep: Callable[[str], bool] = lambda _pointer: False) -> Tree:
    r"""Make the tree of a document.

    Args:
        document: what was read, without errors.
        keep: of a pointer, whether the part there is to be kept as it is written; `x-` keys always are.

    >>> from strokekit.formats import read_text
    >>> tree = read_tree(read_text("a: 1 # one\nb: 2\n", name="a.yaml").require())
    >>> [entry.trail for entry in tree.root.entries]
    ['# one', '']
    """
    reader = _Reader(document, keep)
    mark = document.mark("")
    root = reader.group(document.data, mark, "", flow=is_flow(reader.text, mark))
    top = gap(reader.text, 0, mark.start)
    above = [*_lines(top.remarks), *([""] if top.blank else [])]
    if root.entries:
        above += root.entries[0].before
        root.entries[0].before = []
    reader.below(Gap() if mark.end >= len(reader.text) else gap(reader.text, mark.end, len(reader.text)), root)
    return Tree(root, tuple(above))


@attrs.frozen
class _Reader:
    document: Document
    keep: Callable[[str], bool]

    @property
    def text(self) -> str:
        return self.document.source.text

    def group(self, data: Any, mark: Mark, pointer: str, *, flow: bool) -> Group:
        """Make a group with its parts, and share out the comments between them."""
        group = Group(mapping=isinstance(data, dict), block=not flow)
        place = mark.start + (1 if self.text[mark.start : mark.start + 1] in ("{", "[") else 0)
        for part in parts(self.text, mark, flow=flow):
            between = gap(self.text, place, part.begin)
            entry = self.entry(data[part.key], part, join(pointer, part.key), flow=flow)
            _share(between, group, entry, column(self.text, part.begin))
            group.column = group.column if group.entries else column(self.text, part.begin)
            group.entries.append(entry)
            place = part.end
        if flow:
            self.closing(gap(self.text, place, max(mark.end - 1, place)), group)
        return group

    def entry(self, value: Any, part: Part, pointer: str, *, flow: bool) -> Entry:
        key = part.key if isinstance(part.key, str) else None
        entry = Entry(key, Leaf(value), roomy=key is None, pointer=pointer)
        if (key is not None and key.startswith("x-")) or self.keep(pointer):
            entry.kept = self.kept(part, flow=flow)
            return entry
        lead = gap(self.text, part.lead_end, part.start)
        entry.anchor = lead.anchor
        entry.node = self.node(value, part, pointer, flow=flow)
        self.lead(entry, (*gap(self.text, max(part.key_end, part.begin), part.lead_end).remarks, *lead.remarks))
        return entry

    def lead(self, entry: Entry, remarks: tuple[Remark, ...]) -> None:
        """Put the comments between a key or dash and its value: behind the key, else above what follows."""
        said = [remark.text for remark in remarks]
        if said and not remarks[0].own_line and entry.key is not None:
            entry.head = said.pop(0)
        group = entry.node if isinstance(entry.node, Group) else Group(mapping=True)
        if not group.entries:
            entry.before += [*said, *(line for line in group.ending if line)]
            group.ending = []
            return
        first = group.entries[0]
        first.before[:0] = said
        if entry.key is None and any(first.before):
            # Comments above the first key of an item stand above its dash, so that key and dash share a line.
            entry.before += [line for line in first.before if line]
            first.before = []

    def node(self, value: Any, part: Part, pointer: str, *, flow: bool) -> Node:
        raw = self.text[part.start : part.end]
        if raw.startswith("*"):
            return Leaf(value, alias=raw)
        if isinstance(value, (dict, list)):
            mark = Mark(part.start, part.end, part.inside)
            return self.group(value, mark, pointer, flow=is_flow(self.text, mark, inside=flow))
        lines = _BREAK.split(raw)
        many = len(lines) > 1 and self.document.syntax == "yaml"
        return Leaf(value, Kept(_dedented(lines, str(value)), 0) if many else None)

    def kept(self, part: Part, *, flow: bool) -> Kept:
        """Take a part as it is written; an item in flow style has no dash, and a key without a value gets null."""
        raw = self.text[part.begin : part.end]
        if flow and isinstance(part.key, str) and part.end in (part.key_end, part.lead_end):
            # A key alone, or its colon alone, means null in braces only, and not to all readers.
            raw = f"{self.text[part.begin : part.key_end]}: null"
        if self.document.syntax == "json":  # a line may hold many parts there: what moves is the line
            line = self.text[line_start(self.text, part.begin) :]
            return Kept(tuple(_BREAK.split(raw)), len(line) - len(line.lstrip(" ")))
        return Kept(tuple(_BREAK.split(raw)), column(self.text, part.begin), flow)

    def closing(self, between: Gap, group: Group) -> None:
        """Share out the comments before a closing bracket."""
        remarks = list(between.remarks)
        if remarks and not remarks[0].own_line and group.entries:
            _behind(group.entries[-1], remarks.pop(0).text)
        group.ending += _lines(tuple(remarks))

    def below(self, rest: Gap, root: Group) -> None:
        """Share out the comments at the end of the file."""
        _share(rest, root, None, 0)


def _share(between: Gap, group: Group, entry: Entry | None, column_: int) -> None:
    """Share out what stands between the last part of `group` and `entry`, which begins at `column_`."""
    remarks = list(between.remarks)
    if remarks and not remarks[0].own_line and group.entries:
        _behind(group.entries[-1], remarks.pop(0).text)
    open_, above = _open(group), []
    for remark in remarks:
        deeper = [inner for inner in open_ if column_ < inner.column <= remark.column] if remark.own_line else []
        if deeper:
            del open_[open_.index(deeper[-1]) + 1 :]
            deeper[-1].ending += _lines((remark,))
        else:
            open_ = []
            above += _lines((remark,))
    if entry is None:
        group.ending += above
    else:
        entry.before[:0] = [*above, *([""] if between.blank else [])]


def _open(group: Group) -> list[Group]:
    """Give the groups in block style that end where the last part of `group` ends, the outermost first."""
    found: list[Group] = []
    while group.entries and group.entries[-1].kept is None:
        inner = group.entries[-1].node
        if not isinstance(inner, Group) or not inner.block:
            break
        found.append(inner)
        group = inner
    return found


def _behind(entry: Entry, remark: str) -> None:
    """Put a comment behind a part: behind the last of what it holds where that stands on lines of its own."""
    inner = entry.node
    if entry.kept is None and isinstance(inner, Group) and inner.block and inner.entries:
        _behind(inner.entries[-1], remark)
    else:
        entry.trail = remark


def _lines(remarks: tuple[Remark, ...]) -> list[str]:
    return [line for remark in remarks for line in ([""] if remark.blank else []) + [remark.text]]


def _dedented(lines: list[str], value: str) -> tuple[str, ...]:
    """Take the indent off the lines of a scalar; that of a block scalar is what its lines have in common, less what it says."""
    header = _HEADER.match(lines[0])
    if header is None:
        return (lines[0], *(line.lstrip(" \t") for line in lines[1:]))
    first = next((line for line in lines[1:] if line.strip(" \t")), "")
    said = next((line for line in value.split("\n") if line.strip(" \t")), "")
    own = len(said) - len(said.lstrip(" "))
    indent = len(first) - len(first.lstrip(" ")) - own
    sign = f"{header[1]}{'2' if header[2] else ''}{header[3]}"
    rest = [line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines[1:]]
    kept = "+" in sign
    more = [""] * (len(value) - len(value.rstrip("\n")) - 1) if kept else []
    return (f"{sign}{lines[0][header.end() :]}", *rest, *more)
