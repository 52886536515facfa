"""A text with its name, and the way from offsets to lines and columns.

It knows nothing of YAML or JSON. Offsets count code points from 0, as Python's strings do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

import attrs

from strokekit.diagnostics import Span

BOM = "\ufeff"
"""The byte order mark: allowed in front of a text, and no column of its first line."""

_BREAK = re.compile(r"\r\n?|\n")


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
    def _lines(self) -> list[int]:
        # Built once a position is asked for: a file without findings never pays for it.
        first = 1 if self.text.startswith(BOM) else 0
        return [first, *(match.end() for match in _BREAK.finditer(self.text))]

    def _place(self, offset: int) -> tuple[int, int]:
        line = max(bisect_right(self._lines, offset), 1)
        return line, max(offset - self._lines[line - 1], 0) + 1
