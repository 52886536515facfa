"""Where a YAML value begins behind its anchor and tag: PyYAML counts both to the value."""

from __future__ import annotations

import re
from typing import NamedTuple

_GAP = re.compile(r"(?:[ \t\r\n]|(?<![^ \t\r\n])#[^\r\n]*)*")
_ANCHOR = re.compile(r"&[0-9A-Za-z_-]*")
_TAG = re.compile(r"!(?:<[^>]*>|[^ \t\r\n,\[\]{}]*)")


class Properties(NamedTuple):
    """Offsets in the source: the tag's start and end, equal where there is none, and where the value itself begins."""

    tag_start: int
    tag_end: int
    value: int


def properties(text: str, start: int, end: int) -> Properties:
    """Go past the anchor and the tag that stand at `start`, but not beyond `end`.

    >>> properties("&a !b c", 0, 7)
    Properties(tag_start=3, tag_end=5, value=6)
    """
    tag = (start, start)
    place = start
    while place < end and (match := _ANCHOR.match(text, place, end) or _TAG.match(text, place, end)):
        tag = match.span() if match.group().startswith("!") else tag
        gap = _GAP.match(text, match.end(), end)
        place = gap.end() if gap else match.end()
    return Properties(*tag, place)
