"""The word most similar to a misspelt one, at a bounded cost."""

from __future__ import annotations

from functools import lru_cache

LONGEST = 60
"""Words longer than this are nobody's typing mistake."""
_SURE = 0.65


@lru_cache(maxsize=4096)
def closest(word: str, options: tuple[str, ...]) -> str | None:
    """Give the option most similar to `word`, if one is similar enough to be meant.

    >>> closest("pressur", ("pressure", "repeat"))
    'pressure'
    """
    from difflib import get_close_matches  # needed only when something is misspelt

    if len(word) > LONGEST:
        return None
    near = get_close_matches(word, options, n=1, cutoff=_SURE)
    if near:
        return near[0]
    return next((option for option in options if sorted(option) == sorted(word)), None)  # `sya` is a slip of the fingers
