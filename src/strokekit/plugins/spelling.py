"""The word most similar to a misspelt one, at a bounded cost."""

from __future__ import annotations

from functools import lru_cache

LONGEST = 60
"""Words longer than this are nobody's typing mistake."""
_SURE = 0.7


@lru_cache(maxsize=4096)
def closest(word: str, options: tuple[str, ...]) -> str | None:
    """Give the option most similar to `word`, if one is similar enough to be meant.

    >>> closest("pressur", ("pressure", "repeat"))
    'pressure'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - needed only when something is misspelt

    if len(word) > LONGEST:
        return None
    near = get_close_matches(word, options, n=1, cutoff=_SURE)
    return near[0] if near else None
