"""A text with its name, and the way from offsets to lines and columns.

It knows nothing of YAML or JSON. Offsets count code points from 0, as Python's strings do.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import attrs

from strokekit.diagnostics import Span

BOM = "\ufeff"
"""The byte order mark: allowed in front of a text, and no column of its first line."""

_STRETCH = 1_024
"""How much of a text is searched for the lines of one place."""


@attrs.frozen
class Source:
    r"""A text as it was given, byte order mark and line breaks included, under the name that reports show.

    Two sources are equal when name and text are.

    >>> Source("a.yaml", "one\ntwo").span(4, 7).line
    2
    """

    name: str
    text: str = attrs.field(repr=False)
    folder: str | None = attrs.field(default=None, eq=False, repr=False)
    """The folder that the text was read from, or that it says it stands in: where its includes are looked for."""

    def span(self, start: int, end: int) -> Span:
        r"""Give the stretch from `start` up to `end` its lines and columns, both from 1, columns in code points.

        LF, CRLF and a lone CR end a line. Offsets outside the text are moved to its nearest end, and an `end` before
        `start` to `start`.

        >>> Source("", "a: 1\r\nb: 2").span(6, 7)
        Span(start=6, end=7, line=2, column=1, end_line=2, end_column=2)
        """
        start = min(max(start, 0), len(self.text))
        end = min(max(end, start), len(self.text))
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(start=start, end=end, line=line, column=column, end_line=end_line, end_column=end_column)

    def slice(self, start: int, end: int) -> str:
        """Cut out the text from `start` up to `end`.

        >>> Source("", "where: back").slice(7, 11)
        'back'
        """
        return self.text[start:end]

    @cached_property
    def _stretches(self) -> tuple[list[int], list[tuple[int, int]]]:
        """Where each stretch of the text begins; how many line breaks stand before it, and where its first line begins.

        Made once a position is asked for, so that a file without findings never pays for it; and of stretches, since a list of
        all lines would take forty times the memory of a text that is nothing but line breaks.
        """
        text, begin, breaks = self.text, 0, 0
        line = 1 if text.startswith(BOM) else 0
        begins, before = [begin], [(breaks, line)]
        while begin + _STRETCH < len(text):
            end = begin + _STRETCH
            end += text.startswith("\n", end) and text[end - 1] == "\r"  # the two belong together
            breaks += _breaks(text, begin, end)
            line = _line_start(text, begin, end) or line
            begin = end
            begins.append(begin)
            before.append((breaks, line))
        return begins, before

    def _place(self, offset: int) -> tuple[int, int]:
        text, (begins, before) = self.text, self._stretches
        number = bisect_right(begins, offset) - 1
        begin, (breaks, line) = begins[number], before[number]
        inside = offset - (text.startswith("\n", offset) and text[offset - 1 : offset] == "\r")
        start = _line_start(text, begin, inside) or line
        return breaks + _breaks(text, begin, inside) + 1, max(offset - start, 0) + 1


def _breaks(text: str, start: int, end: int) -> int:
    """Count the line breaks: LF, CRLF and a lone CR."""
    return text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)


def _line_start(text: str, start: int, end: int) -> int:
    """Find where the last line of a stretch begins, behind a break in it; 0 where it has none."""
    return max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1
