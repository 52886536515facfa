"""Text for a terminal: how many columns it takes, and without characters that would move the cursor or turn the text round."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import attrs

TAB = 4
"""How many columns a tab is shown as."""
_JOINER, _EMOJI_STYLE = "\N{ZERO WIDTH JOINER}", "\N{VARIATION SELECTOR-16}"
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks of writing direction: they can make a line read otherwise than it is written."""
_BREAKING = {"Cc", "Cs", "Zl", "Zp"}
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_HANGUL_ENDINGS = range(0x1160, 0x1200)


@attrs.frozen
class Cell:
    """A character as it is shown, and how many columns of a terminal it takes: 0, 1 or 2, or `TAB`."""

    shown: str
    columns: int


def cells(text: str) -> Iterator[Cell]:
    """Show each character of a line.

    What belongs to the character before it (accents, joined emoji, skin tones) takes no columns of its own.

    >>> [cell.columns for cell in cells("a按e\u0301")]
    [1, 2, 1, 0]
    """
    before, cell = "", Cell("", 0)
    for character in text:
        cell = _cell(character, before, cell.columns)
        yield cell
        before = character


def _cell(character: str, before: str, columns: int) -> Cell:
    """Show a character that stands behind `before`, which takes `columns`."""
    if character == "\t":
        return Cell(" " * TAB, TAB)
    if _unshowable(character):
        return Cell("\N{REPLACEMENT CHARACTER}", 1)
    if character == _EMOJI_STYLE:  # turns a narrow sign into a wide emoji
        return Cell(character, int(columns == 1))
    joined = before == _JOINER or (before and ord(character) in _SKIN_TONES)
    return Cell(character, 0 if joined else _columns(character))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or ord(character) in _HANGUL_ENDINGS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


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
    return "".join(c.encode("unicode_escape").decode("ascii") if _unshowable(c) else c for c in text)
