"""The comments of a text that was read, as far as they speak to strokekit; what only looks like one inside a text is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.formats.document import Document

_CANDIDATE = re.compile(r"(?:^|(?<=[\s,\[\]{}\ufeff]))#[ \t]*strokekit:[^\r\n]*", re.MULTILINE)
_BREAK = re.compile(r"\r\n?|\n")


@attrs.frozen(kw_only=True)
class Comment:
    """A comment: `text` from `start` up to `end`; with what stands around it only for its sake from `begin` up to `until`."""

    text: str
    start: int
    end: int
    begin: int
    until: int
    own_line: bool

    def meant(self, document: Document) -> int:
        """Give the line that it speaks of: its own, or for one on a line of its own the next that holds something else."""
        line = document.source.span(self.start, self.start).line
        if not self.own_line:
            return line
        for below in _BREAK.split(document.source.text[self.until :]):
            line += 1
            if below.strip() and not below.lstrip().startswith("#"):
                return line
        return line


def comments(document: Document) -> Iterator[Comment]:
    """Give the comments that begin with `# strokekit:`, in the order of the text."""
    text = document.source.text
    found = list(_CANDIDATE.finditer(text))
    texts = list(_texts(document.mark(""))) if found else []
    for match in found:
        if not any(_holds(text, start, end, match.start()) for start, end in texts):
            yield _comment(text, match.start(), match.end())


def _holds(text: str, start: int, end: int, place: int) -> bool:
    """Tell whether a scalar holds a place; what stands behind the sign of a block scalar, in its first line, is a comment."""
    if not start <= place < end:
        return False
    return text[start] not in "|>" or _BREAK.search(text, start, place) is not None


def _texts(mark: Any) -> Iterator[tuple[int, int]]:
    """Give where scalars and keys stand."""
    start, end, inside, *key = mark
    if key and key[0] >= 0:
        yield (key[0], key[1])
    if inside is None:
        yield (start, end)
        return
    for part in inside.values() if isinstance(inside, dict) else inside:
        yield from _texts(part)


def _comment(text: str, start: int, end: int) -> Comment:
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    own = not text[line:start].strip("\ufeff \t")
    following = _BREAK.match(text, end)
    until = following.end() if own and following else end
    begin = line if own else line + len(text[line:start].rstrip(" \t"))
    return Comment(text=text[start:end].rstrip(), start=start, end=end, begin=begin, until=until, own_line=own)
