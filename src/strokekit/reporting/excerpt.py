"""The lines of a file around places, with marks below what is meant and a label behind each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from strokekit.diagnostics import Span
from strokekit.formats.source import BOM, Source
from strokekit.reporting.display import Cell, cells, one_line, width

BEFORE, LONGEST = 60, 120
"""Of a long line: how many characters are shown before the place, and how many in all."""
_BREAK = re.compile(r"[\r\n]")
_CUT = Cell("…", 1)


@attrs.frozen(kw_only=True)
class Place:
    """A stretch to be marked: with `^` what a finding is about, with `-` and a label what belongs to it."""

    span: Span
    sign: str = "^"
    label: str = ""


def excerpt(source: Source, *places: Place) -> list[str]:
    r"""Give the lines of all places between margins, in the order of the text, and the marks below each.

    A place over several lines is marked to the end of its first line and names its last. An empty one gets one sign. Lines that
    are left out between two that are shown are told by `…`.

    >>> text = Source("a.yaml", "id: a\nname: b\n")
    >>> print("\n".join(excerpt(text, Place(span=text.span(4, 5), label="here"))))
      |
    1 | id: a
      |     ^ here
    """
    margin = " " * max(len(str(place.span.line)) for place in places)
    lines, before, shown_before = [f"{margin} |"], 0, ""
    for place in sorted(places, key=lambda place: (place.span.line, place.sign != "^", place.span.start)):
        shown, marks = _marked(source, place)
        if before and place.span.line > before + 1:
            lines.append(f"{margin} …")
        if (place.span.line, shown) != (before, shown_before):
            lines.append(f"{place.span.line:>{len(margin)}} | {shown}".rstrip())
        lines.append(f"{margin} | {marks}")
        before, shown_before = place.span.line, shown
    return lines


def _marked(source: Source, place: Place) -> tuple[str, str]:
    """Give the line of a place, and the line of marks below it."""
    lead, marked, rest = _parts(source, place.span)
    shown = "".join(cell.shown for cell in (*lead, *marked, *rest)).rstrip()
    until = _last_line(source, place.span)
    said = [f"to line {until}"] if until > place.span.line else []
    said += [one_line(place.label)] if place.label else []
    signs = place.sign * max(width(marked), 1)
    return shown, " ".join((" " * width(lead) + signs, *said))


def _parts(source: Source, span: Span) -> tuple[list[Cell], list[Cell], list[Cell]]:
    """Split the line into before, inside and after the span; a long one is cut, so that a file of one line costs no more."""
    first = span.start - span.column + 1
    whole = _BREAK.search(source.text, span.start, first + LONGEST + 1) or len(source.text) <= first + LONGEST
    start = first if whole else max(first, span.start - BEFORE)
    stop = start + LONGEST
    found = _BREAK.search(source.text, span.start, stop + 1)
    end = found.start() if found else min(stop, len(source.text))
    last = min(max(span.end, span.start), end)
    lead = [*([_CUT] if start > first else []), *_cells(source.text[start : span.start])]
    cut = not found and end < len(source.text)
    return lead, list(_cells(source.text[span.start : last])), [*_cells(source.text[last:end]), *([_CUT] if cut else [])]


def _cells(text: str) -> Iterable[Cell]:
    return cells(text.removeprefix(BOM))


def _last_line(source: Source, span: Span) -> int:
    """Find the last line that holds something of the span: line breaks and spaces at its end do not count."""
    inside = source.text[span.start : span.end].rstrip()
    return source.span(span.start, span.start + len(inside)).end_line


def labelled(places: Iterable[tuple[Span, str]]) -> Iterator[Place]:
    """Make places that belong to a finding of spans and their labels."""
    return (Place(span=span, sign="-", label=label) for span, label in places)
