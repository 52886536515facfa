r"""Regular expressions as JSON Schema means them (ECMAScript), for Python's `re`.

Only what the two read differently is translated: `$` matches at the very end, and `\d`, `\w`, `\b` know ASCII only.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(r"\\.|\[|\]|\$", re.DOTALL)
_SPACES = r"\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    r"""Compile an ECMAScript pattern.

    >>> bool(compiled("^a$").search("a\n"))
    False

    Raises:
        re.error: Python can't read it.
    """
    inside = False
    pieces: list[str] = []
    place = 0
    for match in _TOKEN.finditer(pattern):
        piece = match.group()
        pieces += [pattern[place : match.start()], _translated(piece, inside=inside)]
        inside = piece == "[" or (inside and piece != "]")
        place = match.end()
    return re.compile("".join([*pieces, pattern[place:]]), re.ASCII)


def _translated(piece: str, *, inside: bool) -> str:
    if piece == "$" and not inside:
        return r"\Z"
    if piece == "[" and inside:
        return r"\["  # Python warns of nested sets.
    if piece == r"\s":
        return _SPACES if inside else f"[{_SPACES}]"
    if piece == r"\S" and not inside:
        return f"[^{_SPACES}]"
    return piece
