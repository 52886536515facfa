"""Text in a picture, where nothing breaks lines and nobody knows the font: estimated widths, on the wide side, and fitting.

Widths are in parts of the font size, for the widest of the usual sans-serif fonts; a real browser holds the estimate in a test.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_NARROW = frozenset("ijlI.,:;'|!`()[]{}/\\ ftr-\u00a0")
_WIDE = frozenset("mwMW@%&—–…")
WIDTHS = {"narrow": 0.43, "wide": 1.02, "capital": 0.8, "other": 0.66, "full": 1.1, "none": 0.0}
"""How wide a character of each kind is taken to be."""
MORE = "…"
BOLD = 1.08
"""How much wider bold letters are."""


def _kind(char: str) -> str:
    if char in _NARROW:
        return "narrow"
    if char in _WIDE:
        return "wide"
    if unicodedata.combining(char):
        return "none"
    if ord(char) > 0x24F:  # noqa: PLR2004 - beyond the Latin letters scripts differ too much to tell
        return "full"
    return "capital" if char.isupper() else "other"


def width(text: str, size: float) -> float:
    """Estimate how wide a text is in a font of so many units.

    >>> width("ill", 10) < width("WWW", 10)
    True
    """
    return sum(WIDTHS[_kind(char)] for char in text) * size


LONGEST = 2_000
"""How many characters of a text are looked at."""
_JOINERS = "\u200c\u200d\u00a0"
"""Letters of some scripts, parts of some pictures, and a number and its unit are kept apart or together by these."""
_SPACES = re.compile(r"[^\S\u00a0]+")


def legal(text: str) -> str:
    r"""Put a space for what no XML may hold, and for marks that turn the direction of what stands around.

    >>> legal("a\x00b\u202ec")
    'a b c'
    """
    return "".join(char if char.isprintable() or char in _JOINERS else " " for char in text)


def plain(text: str) -> str:
    r"""Make one line of a text; a very long one is cut.

    >>> plain("one\n two\x00")
    'one two'
    """
    return _SPACES.sub(" ", legal(text[:LONGEST])).strip()


def fit(text: str, size: float, room: float) -> str:
    """Shorten a text to a room, with `…` where something is left out.

    >>> fit("Kneading of the lower back", 10, 90)
    'Kneading of t…'
    """
    text = plain(text)
    if width(text, size) <= room:
        return text
    kept, used = "", width(MORE, size)
    for char in text:
        used += width(char, size)
        if used > room:
            break
        kept += char
    return kept.rstrip() + MORE


def wrap(text: str, size: float, room: float, lines: int) -> list[str]:
    """Break a text into at most so many lines, the last shortened if that is not enough.

    >>> wrap("one two three four", 10, 60, 2)
    ['one two', 'three four']
    """
    found: list[str] = []
    for word in plain(text).split(" "):
        joined = f"{found[-1]} {word}" if found else word
        if found and width(joined, size) > room:
            found.append(word)
        else:
            found[-1:] = [joined]
    kept = [*found[: lines - 1], " ".join(found[lines - 1 :])] if len(found) > lines else found
    return [fit(line, size, room) for line in kept if line]


def spans(numbers: list[int]) -> str:
    """Write numbers in order, of three and more in a row the ends.

    >>> spans([1, 2, 4, 5, 6, 9])
    '1, 2, 4–6, 9'
    """
    return ", ".join(_span(run) for run in _runs(numbers))


def _span(run: list[int]) -> str:
    return f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run))  # noqa: PLR2004 - two are no shorter with a dash


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
