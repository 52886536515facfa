"""The word most similar to a misspelt one, at a bounded cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from heapq import nlargest

LONGEST = 60
"""Words longer than this are nobody's typing mistake."""
LIKELIEST = 40
"""So many options are compared letter by letter: those that have most letters in common with the word."""
BUDGET = 2_000_000
"""How much is looked at for one document, in letters of words times options; after that nothing is suggested any more."""
SURE = 0.65
"""How similar a word must be to be taken for a slip of another."""
CERTAIN = 0.8
"""How similar a word must be where it may as well be meant: `cooling` is no slip for `holding`."""
_LEFT: ContextVar[list[int] | None] = ContextVar("left", default=None)


@contextmanager
def within_budget(budget: int = BUDGET) -> Iterator[None]:
    """Bound what all suggestions inside may cost together; inside of another budget that one holds.

    What is suggested depends on nothing but the calls inside, so that the same document gets the same report.

    >>> with within_budget(10):
    ...     closest("pressur", ("pressure", "repeat"))
    """
    if _LEFT.get() is not None:
        yield
        return
    token = _LEFT.set([budget])
    try:
        yield
    finally:
        _LEFT.reset(token)


def closest(word: str, options: tuple[str, ...], sure: float = SURE) -> str | None:
    """Give the option most similar to `word`, if one is similar enough to be meant.

    >>> closest("pressur", ("pressure", "repeat"))
    'pressure'
    """
    if not word or len(word) > LONGEST:
        return None
    left = _LEFT.get()
    if left is not None:
        left[0] -= len(word) * len(options)
        if left[0] < 0:
            return None
    return _closest(word, options, sure)


@lru_cache(maxsize=4096)
def _closest(word: str, options: tuple[str, ...], sure: float) -> str | None:
    from difflib import get_close_matches  # needed only when something is misspelt

    near = get_close_matches(word, _likely(word, options, sure), n=1, cutoff=sure)
    if near:
        return near[0]
    same = (option for option, size, others, *_ in _measured(options) if (size, others) == (len(word), _letters(word)))
    return next((option for option in same if sorted(option) == sorted(word)), None)  # `sya` is a slip of the fingers


def _likely(word: str, options: tuple[str, ...], sure: float) -> list[str]:
    """Leave out what has too few letters in common with a word to be similar enough, and of many the least likely.

    Who makes a slip writes the beginning, or the end, as it should be.
    """
    length, letters, first, last = len(word), _letters(word), word[:3], word[-3:]
    found = []
    for option, size, others, begins, ends in _measured(options):
        shared = min(length - (letters & ~others).bit_count(), size - (others & ~letters).bit_count())
        if 2 * shared >= sure * (length + size):
            found.append((2 * shared / (length + size) + (begins == first) + (ends == last), option))
    return [option for _, option in nlargest(LIKELIEST, found)]


@lru_cache(maxsize=64)
def _measured(options: tuple[str, ...]) -> tuple[tuple[str, int, int, str, str], ...]:
    """Give each option with its length, its letters, and how it begins and ends."""
    return tuple((option, len(option), _letters(option), option[:3], option[-3:]) for option in options if option)


def _letters(word: str) -> int:
    """Give the letters of a word as bits of a number; which stands where is lost, and letters far apart may share a bit."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def behind_namespaces(options: Iterable[str]) -> dict[str, str]:
    """Give every option under itself, and under the part of it that stands behind a namespace unless that is an option too.

    >>> behind_namespaces(["kneading", "thai.thumbing", "thai.kneading"])["thumbing"]
    'thai.thumbing'
    """
    whole = {option: option for option in options}
    for option in tuple(whole):
        whole.setdefault(option.rpartition(".")[2], option)
    return whole


def alike_behind_namespaces(word: str, near: str) -> bool:
    """Tell whether two words are near by more than the namespace that both have.

    >>> alike_behind_namespaces("thai.line", "thai.sen"), alike_behind_namespaces("thai.lne", "thai.line")
    (False, True)
    """
    namespace, _, own = word.rpartition(".")
    theirs, _, other = near.rpartition(".")
    return not namespace or namespace != theirs or closest(own, (other,)) is not None
