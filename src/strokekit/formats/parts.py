"""The parts of a container as they stand in the text: where each begins, its dash or key included, and where its value is.

Marks say where keys and values stand; dashes, colons and comments lie in the gaps between them, and are looked for there. In a
gap nothing else can stand: every text of the document has its mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.formats.marks import Mark, Marks
from strokekit.formats.source import BOM

_TOKEN = re.compile(
    r"(?P<space>[ \t\ufeff]+)|(?P<break>\r\n?|\n)|(?P<comment>#[^\r\n]*)"
    r"|(?:&(?P<anchor>[0-9A-Za-z_-]+))|(?P<other>[^ \t\r\n,&#]+|[,&])"
)
_SPACE = re.compile(r"(?:[ \t\r\n\ufeff]|#[^\r\n]*)*")
_SPACE_AND_COMMAS = re.compile(r"(?:[ \t\r\n\ufeff,]|#[^\r\n]*)*")
_LINE_REST = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n?|\n")


@attrs.frozen(kw_only=True)
class Part:
    """An entry of a mapping, or an item of a list; offsets in code points.

    `begin` is where its dash, its `?` or its key stands, `lead_end` where dash or colon ends; `start` and `end` hold its value.
    """

    key: str | int
    begin: int
    lead_end: int
    start: int
    end: int
    inside: Marks
    key_start: int = -1
    key_end: int = -1


def is_flow(text: str, mark: Mark, *, inside: bool = False) -> bool:
    """Tell whether a container is in flow style; `inside` says that it stands in one that is."""
    return inside or text[mark.start : mark.start + 1] in ("{", "[")


def parts(text: str, mark: Mark, *, flow: bool) -> list[Part]:
    r"""Give the parts of a container in the order of the text.

    >>> from strokekit.formats import read_text
    >>> document = read_text("steps:\n- a\n- b\n", name="a.yaml").require()
    >>> [part.begin for part in parts(document.source.text, document.mark("/steps"), flow=False)]
    [7, 11]
    """
    gap = _SPACE_AND_COMMAS if flow else _SPACE
    place = mark.start + (1 if flow and text[mark.start : mark.start + 1] in ("{", "[") else 0)
    found: list[Part] = []
    for key, (start, end, inside, *keys) in _children(mark.inside):
        skipped = gap.match(text, place)
        begin = skipped.end() if skipped else place
        key_start, key_end = keys or (-1, -1)
        lead_end = _lead_end(text, begin, key_end, start, flow=flow)
        found.append(
            Part(
                key=key,
                begin=begin,
                lead_end=lead_end,
                start=start,
                end=max(end, lead_end),
                inside=inside,
                key_start=key_start,
                key_end=key_end,
            )
        )
        place = found[-1].end
    return found


def _children(marks: Marks) -> Iterator[tuple[str | int, tuple[Any, ...]]]:
    children = marks.items() if isinstance(marks, dict) else enumerate(marks or ())
    yield from children


def _lead_end(text: str, begin: int, key_end: int, start: int, *, flow: bool) -> int:
    """Find where the dash or the colon before a value ends; a key without a colon ends by itself, an item in flow has none."""
    if key_end < 0:
        return begin if flow else begin + 1
    gap = _SPACE.match(text, key_end)
    colon = gap.end() if gap else key_end
    return colon + 1 if colon <= start and text[colon : colon + 1] == ":" else key_end


def aliases(mark: tuple[Any, ...], text: str) -> Iterator[tuple[int, int]]:
    r"""Give where aliases stand as values; what one stands for is not entered.

    >>> from strokekit.formats import read_text
    >>> document = read_text("a: &one 1\nb: *one", name="a.yaml").require()
    >>> list(aliases(document.mark(""), document.source.text))
    [(13, 17)]
    """
    if text.startswith("*", mark[0]):
        yield mark[0], mark[1]
        return
    for inner in mark[2].values() if isinstance(mark[2], dict) else mark[2] or ():
        yield from aliases(inner, text)


@attrs.frozen
class Remark:
    """A comment in a gap: its text from `#` on, its column from 0, and how it stands there."""

    text: str
    column: int
    own_line: bool
    blank: bool
    """An empty line stands before it."""


@attrs.frozen
class Gap:
    """What stands between two texts: comments, whether an empty line stands behind the last of them, and an anchor."""

    remarks: tuple[Remark, ...] = ()
    blank: bool = False
    anchor: str = ""


def gap(text: str, start: int, end: int) -> Gap:
    r"""Look through the gap from `start` up to `end`.

    >>> gap("a: 1 # one\n\n# two\nb: 2", 4, 19).remarks[1]
    Remark(text='# two', column=0, own_line=True, blank=True)
    """
    remarks: list[Remark] = []
    breaks, own, anchor = 0, not text[line_start(text, start) : start].strip(f" \t{BOM}"), ""
    for token in _TOKEN.finditer(text, start, end):
        if token.lastgroup == "break":
            breaks, own = breaks + 1, True
        elif token.lastgroup == "comment":
            remarks.append(Remark(token.group().rstrip(), column(text, token.start()), own, own and breaks > 1))
            breaks = 0
        elif token.lastgroup != "space":
            anchor, own = token["anchor"] or anchor, False
    return Gap(tuple(remarks), breaks > 1, anchor)


def line_start(text: str, place: int) -> int:
    """Find where the line of `place` begins."""
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1


def line_end(text: str, place: int) -> int:
    """Find where the line of `place` ends, before its line break."""
    rest = _LINE_REST.match(text, place)
    return rest.end() if rest else place


def next_line(text: str, place: int) -> int:
    """Find where the line after that of `place` begins; the end of the text where there is none."""
    end = line_end(text, place)
    found = _BREAK.match(text, end)
    return found.end() if found else end


def column(text: str, place: int) -> int:
    """Give the column of `place`, from 0; a byte order mark is no column."""
    start = line_start(text, place)
    return place - start - (1 if start == 0 and text.startswith(BOM) and place > 0 else 0)


def line_break(text: str) -> str:
    r"""Give the line break that a text uses first; a line feed where it has none.

    >>> line_break("a\r\nb\n")
    '\r\n'
    """
    found = _BREAK.search(text)
    return found.group() if found else "\n"
