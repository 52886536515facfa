"""Text for a terminal: how many columns it takes, and without characters that would move the cursor or turn the text round."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import attrs

TAB = 4
"""How many columns a tab is shown as."""
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks of writing direction: they can make a line read otherwise than it is written."""
_BREAKING = {"Cc", "Cs", "Zl", "Zp"}


@attrs.frozen
class Cell:
    """What a reader takes for one character, as it is shown, and how many columns of a terminal it takes: 0, 1 or 2, or `TAB`."""

    shown: str
    columns: int


def cells(text: str) -> Iterator[Cell]:
    """Show a line, a character as readers count them at a time: with its accents, and joined emoji as the one that they make.

    >>> [cell.columns for cell in cells("a按e\u0301")]
    [1, 2, 1]
    """
    if text.isascii():
        return (_single(character) for character in text)
    return _clusters(text)


def _clusters(text: str) -> Iterator[Cell]:
    from wcwidth import iter_graphemes, wcswidth  # its tables are needed only for what is not ASCII

    for cluster in iter_graphemes(text):
        if len(cluster) == 1 and cluster.isascii():
            yield _single(cluster)
        else:
            shown = "".join(_single(character).shown for character in cluster)
            yield Cell(shown, max(wcswidth(shown), 0))


def _single(character: str) -> Cell:
    """Show one character; how wide it is, is true of ASCII only."""
    if character == "\t":
        return Cell(" " * TAB, TAB)
    return Cell("\N{REPLACEMENT CHARACTER}" if _unshowable(character) else character, 1)


def _unshowable(character: str) -> bool:
    return character in _TURNING or unicodedata.category(character) in _BREAKING


def width(shown: Iterable[Cell]) -> int:
    """Add up the columns."""
    return sum(cell.columns for cell in shown)


def one_line(text: str) -> str:
    r"""Write out what can't stand in a line of a terminal, as in `\n` and `\x1b`.

    >>> one_line("red\x1b[31m\nnext")
    'red\\x1b[31m\\nnext'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c.encode("unicode_escape").decode("ascii") if _unshowable(c) else c for c in text)
