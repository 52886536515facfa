"""A change of a document as edits of its text: the smallest stretch is replaced, and new text takes the style around it.

What each edit means for the data is said by `changes`; whether it means just that is found out by reading again, in `editing`.
"""

from __future__ import annotations

import re
from typing import Any

import attrs

from strokekit.diagnostics import Edit
from strokekit.formats.changes import END, Change, Insert, Remove, Rename, Set
from strokekit.formats.document import Document, Syntax
from strokekit.formats.json_layout import part_lines as json_lines
from strokekit.formats.marks import Mark, index
from strokekit.formats.parts import Part, column, gap, is_flow, line_break, line_end, line_start, next_line, parts
from strokekit.formats.pointer import join, split
from strokekit.formats.scalars import text_of
from strokekit.formats.tree import Entry, tree_of
from strokekit.formats.yaml_layout import STEP, WIDTH, entry_lines, flow_text, one_line

_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*")
_CLIPS = re.compile(r"[|>][1-9]?(?![-+1-9])")
_KEEPS = re.compile(r"[|>](?:[1-9]?\+|\+)")


@attrs.frozen(kw_only=True)
class Place:
    """A container of a document, its parts, and how it is written."""

    text: str
    syntax: Syntax
    mark: Mark
    parts: tuple[Part, ...]
    flow: bool

    @classmethod
    def of(cls, document: Document, pointer: str) -> Place:
        """Find the container at `pointer`, which must be there."""
        text, way, mark = document.source.text, "", document.mark("")
        flow = is_flow(text, mark)
        for key in split(pointer):
            way = join(way, key)
            mark = document.mark(way)
            flow = is_flow(text, mark, inside=flow)
        found = tuple(parts(text, mark, flow=flow))
        return cls(text=text, syntax=document.syntax, mark=mark, parts=found, flow=flow)

    def part(self, key: str) -> Part | None:
        """Find a part by its key, or its index as text."""
        wanted: Any = index(key) if isinstance(self.mark.inside, list) else key
        return next((part for part in self.parts if part.key == wanted), None)


def edits_of(document: Document, change: Change) -> tuple[Edit, ...]:
    """Give the edits that make a change; it must be one that `changes.changed` takes."""
    *way, key = split(change.pointer)
    place = Place.of(document, join("", *way))
    part = place.part(key)
    if isinstance(change, Rename) and part is not None:
        name = text_of(change.key, syntax=place.syntax, flow=place.flow)
        return (Edit(start=part.key_start, end=part.key_end, text=name),)
    if isinstance(change, Remove) and part is not None:
        return (_removed(document, place, part, join("", *way)),)
    if isinstance(change, Set) and part is not None:
        return (_replaced(place, part, change.value),)
    entry = Entry(key if isinstance(place.mark.inside, dict) else None, tree_of(getattr(change, "value", None)))
    entry.roomy = entry.key is None
    before = part if entry.key is None and key != END else None
    if isinstance(change, Insert) and change.before is not None:
        before = place.part(change.before)
    return (_added(place, entry, before), *_closed(place, before))


def _closed(place: Place, before: Part | None) -> tuple[Edit, ...]:
    """Mark a block scalar that the file's end cuts off: a line after it would give it a line break that it does not have."""
    if before is not None or place.flow or not place.parts or place.text[place.parts[-1].end :]:
        return ()
    start = _last_start(place.parts[-1])
    sign = _CLIPS.match(place.text, start)
    return (Edit(start=sign.end(), end=sign.end(), text="-"),) if sign else ()


def _replaced(place: Place, part: Part, value: Any) -> Edit:
    key = part.key if isinstance(part.key, str) else None
    entry = Entry(key, tree_of(value), roomy=key is None)
    lead = place.text[part.lead_end : part.start]
    if place.flow or place.syntax == "json":
        missing = " " if not lead and key is not None else ""
        return Edit(start=part.start, end=part.end, text=missing + _inline(place, entry, part.start))
    own_line = "\n" in lead or "\r" in lead
    if own_line and lead.strip():
        # A comment or an anchor stands between: it stays, and the value keeps to the line below it.
        least = column(place.text, part.begin) + STEP
        short = max(least - column(place.text, part.start), 0)
        return Edit(start=part.start, end=part.end, text=" " * short + str(flow_text(entry.node)))
    at = column(place.text, part.begin)
    start = part.start if lead.strip() else part.lead_end
    line = one_line(entry, part.start - line_start(place.text, part.start))
    if line is None:
        lines = entry_lines(entry, at)
        lines[0] = lines[0].lstrip()
        if part.lead_end - part.begin == len(lines[0].split(" ")[0]) and not lead.strip():
            return Edit(start=part.begin, end=part.end, text=line_break(place.text).join(lines))
        line = str(flow_text(entry.node))
    return Edit(start=start, end=part.end, text=line if lead and start == part.start else f" {line}")


def _inline(place: Place, entry: Entry, at: int) -> str:
    """Write a value inside brackets: on one line, but in JSON that has a line for each part in the same way."""
    if place.syntax == "yaml":
        return str(flow_text(entry.node))
    if "\n" not in place.text[place.mark.start : place.mark.end]:
        return json_flow(entry.node)
    line = place.text[line_start(place.text, at) : at]
    space = line[: len(line) - len(line.lstrip(" \t"))]
    return f"{line_break(place.text)}{space}".join(json_lines(entry.node, 0))


def json_flow(node: Any) -> str:
    """Write a node as JSON on one line."""
    return "".join(line.strip() if line.strip()[-1:] != "," else f"{line.strip()} " for line in json_lines(node, 0))


def _added(place: Place, entry: Entry, before: Part | None) -> Edit:
    if not place.parts:
        inside = _flow_entry(place, entry, place.mark.start)
        return Edit(start=place.mark.start + 1, end=place.mark.start + 1, text=inside)
    if place.flow or place.syntax == "json":
        return _added_in_flow(place, entry, before)
    return _added_in_block(place, entry, before)


def _flow_entry(place: Place, entry: Entry, at: int) -> str:
    value = _inline(place, entry, at)
    return value if entry.key is None else f"{text_of(entry.key, syntax=place.syntax, flow=True)}: {value}"


def _added_in_flow(place: Place, entry: Entry, before: Part | None) -> Edit:
    """Add a part between brackets: on a line of its own where the others have one."""
    model = before or place.parts[-1]
    start = line_start(place.text, model.begin)
    own_line = start > place.mark.start and not place.text[start : model.begin].strip()
    made = _flow_entry(place, entry, model.begin)
    between = line_break(place.text) + place.text[start : model.begin] if own_line else " "
    if before is not None:
        return Edit(start=before.begin, end=before.begin, text=f"{made},{between}")
    return Edit(start=model.end, end=model.end, text=f",{between}{made}")


def _added_in_block(place: Place, entry: Entry, before: Part | None) -> Edit:
    text, end = place.text, line_break(place.text)
    at = column(text, place.parts[0].begin)
    lines = entry_lines(entry, at)
    if before is place.parts[0]:
        start = _above(place, before)
        if start == before.begin:
            return Edit(start=start, end=start, text=end.join([lines[0].lstrip(), *lines[1:], " " * at]))
        return Edit(start=start, end=start, text=end.join([*lines, ""]))
    last = place.parts[-1] if before is None else place.parts[place.parts.index(before) - 1]
    stop = line_end(text, last.end)
    if _KEEPS.match(text, _last_start(last)) and text[stop:].strip(" \t\r\n") != text[stop:]:
        blank = _BLANK_LINES.match(text, next_line(text, last.end))
        stop = blank.end() if blank else stop
        return Edit(start=stop, end=stop, text=end.join([*lines, ""]))
    return Edit(start=stop, end=stop, text=end.join(["", *lines]))


def _last_start(part: Part) -> int:
    """Find where the last scalar inside a part begins."""
    inside, start = part.inside, part.start
    while inside:
        last: Any = inside[-1] if isinstance(inside, list) else next(reversed(inside.values()))
        start, inside = last[0], last[2]
    return start


def _above(place: Place, part: Part) -> int:
    """Find where a first part begins with the comments right above it; its own beginning where it shares the line of a dash."""
    text, start = place.text, line_start(place.text, part.begin)
    if text[start : part.begin].strip(" \ufeff"):
        return part.begin
    while start > 0:
        above = line_start(text, start - 1) if text[start - 2 : start] != "\r\n" else line_start(text, start - 2)
        if not text[above:start].lstrip(" \t").startswith("#") or place.mark == Mark(0, 0):
            break
        start = above
    return start if start > 0 or not text.startswith("\ufeff") else 1


def _removed(document: Document, place: Place, part: Part, holder: str) -> Edit:
    if len(place.parts) == 1:
        return _emptied(document, place, holder)
    if place.flow or place.syntax == "json":
        return _removed_in_flow(place, part)
    text = place.text
    start = line_start(text, part.begin)
    if not text[start : part.begin].strip(" \ufeff"):
        return Edit(start=max(start, int(text.startswith("\ufeff"))), end=next_line(text, part.end), text="")
    after = place.parts[place.parts.index(part) + 1]
    remarks = gap(text, part.end, after.begin).remarks
    if any(remark.own_line for remark in remarks):
        return Edit(start=part.begin, end=line_end(text, part.end), text="")
    return Edit(start=part.begin, end=after.begin, text="")


def _removed_in_flow(place: Place, part: Part) -> Edit:
    at = place.parts.index(part)
    if part is place.parts[-1]:
        before = place.parts[at - 1]
        clear = not gap(place.text, before.end, part.begin).remarks
        return Edit(start=before.end if clear else part.begin, end=part.end, text="")
    after = place.parts[at + 1]
    clear = not gap(place.text, part.end, after.begin).remarks
    return Edit(start=part.begin, end=after.begin if clear else place.text.index(",", part.end) + 1, text="")


def _emptied(document: Document, place: Place, holder: str) -> Edit:
    """Write the empty brackets of a container that has lost its only part."""
    empty: Any = {} if isinstance(place.mark.inside, dict) else []
    if not holder:
        return Edit(start=place.mark.start, end=place.mark.end, text="{}")
    *way, key = split(holder)
    outer = Place.of(document, join("", *way))
    part = outer.part(key)
    return _replaced(outer, part, empty) if part is not None else Edit(start=0, end=0, text="")


__all__ = ["WIDTH", "Place", "edits_of"]
