"""The word most similar to a misspelt one, at a bounded cost."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

LONGEST = 60
"""Words longer than this are nobody's typing mistake."""
_SURE = 0.65
CERTAIN = 0.8
"""How similar a word must be where it may as well be meant: `cooling` is no slip for `holding`."""


@lru_cache(maxsize=4096)
def closest(word: str, options: tuple[str, ...], sure: float = _SURE) -> str | None:
    """Give the option most similar to `word`, if one is similar enough to be meant.

    >>> closest("pressur", ("pressure", "repeat"))
    'pressure'
    """
    from difflib import get_close_matches  # needed only when something is misspelt

    if len(word) > LONGEST:
        return None
    near = get_close_matches(word, options, n=1, cutoff=sure)
    if near:
        return near[0]
    return next((option for option in options if sorted(option) == sorted(word)), None)  # `sya` is a slip of the fingers


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
