"""The lines of a file around a place, with carets below what is meant."""

from __future__ import annotations

import re

from strokekit.cli.display import Cell, cells, width
from strokekit.diagnostics import Span
from strokekit.formats.source import BOM, Source

BEFORE, LONGEST = 60, 120
"""Of a long line: how many characters are shown before the place, and how many in all."""
_BREAK = re.compile(r"[\r\n]")
_CUT = Cell("…", 1)


def excerpt(source: Source, span: Span) -> list[str]:
    """Give the line of a span between margins, and the carets below it.

    A span over several lines is marked to the end of its first line and names its last. An empty one gets one caret.
    """
    number = str(span.line)
    margin = " " * len(number)
    lead, marked, rest = _parts(source, span)
    shown = "".join(cell.shown for cell in (*lead, *marked, *rest)).rstrip()
    carets = " " * width(lead) + "^" * max(width(marked), 1)
    until = _last_line(source, span)
    more = f" to line {until}" if until > span.line else ""
    return [f"{margin} |", f"{number} | {shown}".rstrip(), f"{margin} | {carets}{more}"]


def _parts(source: Source, span: Span) -> tuple[list[Cell], list[Cell], list[Cell]]:
    """Split the line into before, inside and after the span; a long one is cut, so that a file of one line costs no more."""
    first = span.start - span.column + 1
    start = max(first, span.start - BEFORE)
    stop = start + LONGEST
    found = _BREAK.search(source.text, span.start, stop)
    end = found.start() if found else min(stop, len(source.text))
    last = min(max(span.end, span.start), end)
    lead = [*([_CUT] if start > first else []), *cells(source.text[start : span.start].removeprefix(BOM))]
    cut = not found and end < len(source.text)
    marked = list(cells(source.text[span.start : last].removeprefix(BOM)))
    return lead, marked, [*cells(source.text[last:end].removeprefix(BOM)), *([_CUT] if cut else [])]


def _last_line(source: Source, span: Span) -> int:
    """Find the last line that holds something of the span: line breaks and spaces at its end do not count."""
    inside = source.text[span.start : span.end].rstrip()
    return source.span(span.start, span.start + len(inside)).end_line
