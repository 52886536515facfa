"""The way from a decoded text back into the source it was written as.

Nothing is kept while reading: for the one string that is asked for, the escapes and folds are gone through again. The
result is checked against the decoded text, so that a mapping is either exact or not given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

Piece: TypeAlias = tuple[str, int, int, bool]
"""Decoded text, where it stands in the source (start, end), and whether each code point stands for itself."""

_FOLD = r"[ \t]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*[ \t]*"
_JSON = re.compile(
    r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?P<code>\\u[0-9a-fA-F]{4})|(?P<escape>\\.)|(?P<plain>[^\\]+)",
    re.DOTALL,
)
_DOUBLE = re.compile(
    rf"(?P<code>\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}})|(?P<joined>\\{_FOLD})|(?P<escape>\\.)"
    rf"|(?P<fold>{_FOLD})|(?P<plain>[^\\\r\n \t]+|[ \t]+)",
    re.DOTALL,
)
_SINGLE = re.compile(rf"(?P<quote>'')|(?P<fold>{_FOLD})|(?P<plain>[^'\r\n \t]+|[ \t]+)")
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_BREAK = re.compile(r"\r\n?|\n")


def stretch(raw: str, decoded: str, syntax: Literal["yaml", "json"], start: int, end: int) -> tuple[int, int] | None:
    r"""Find where code points `start` up to `end` of `decoded` stand in `raw`, the source text of the same value.

    Offsets count from the start of `raw`. None when `raw` does not decode to `decoded` by the rules of its style.

    >>> stretch('"caf\\u00e9 noir"', "café noir", "json", 3, 4)
    (4, 10)
    """
    start = min(max(start, 0), len(decoded))
    end = min(max(end, start), len(decoded))
    if raw == decoded:
        return start, end
    pieces = list(_pieces(raw, decoded, syntax))
    if "".join(piece[0] for piece in pieces) != decoded or not pieces:
        return None
    return _edges(pieces, start, end)


def _pieces(raw: str, decoded: str, syntax: Literal["yaml", "json"]) -> Iterator[Piece]:
    if raw[:1] == '"':
        return _tokens(_JSON if syntax == "json" else _DOUBLE, raw)
    if raw[:1] == "'":
        return _tokens(_SINGLE, raw)
    return _lines(raw, decoded)


def _tokens(pattern: re.Pattern[str], raw: str) -> Iterator[Piece]:
    for match in pattern.finditer(raw, 1, len(raw) - 1):
        kind = str(match.lastgroup)
        yield _decode(kind, match.group()), match.start(), match.end(), kind == "plain"


def _decode(kind: str, token: str) -> str:  # noqa: PLR0911 - a table of seven cases
    match kind:
        case "pair":
            return chr(0x10000 + ((int(token[2:6], 16) & 0x3FF) << 10) + (int(token[8:12], 16) & 0x3FF))
        case "code":
            return chr(min(int(token[2:], 16), 0x10FFFF))  # noqa: FURB166 - an escape's prefix, not a number's
        case "escape":
            return _ESCAPES.get(token[1], token)
        case "fold":
            return "\n" * (_breaks(token) - 1) or " "
        case "joined":
            return "\n" * (_breaks(token) - 1)
        case "quote":
            return "'"
        case _:
            return token


def _breaks(token: str) -> int:
    return len(_BREAK.findall(token))


def _lines(raw: str, decoded: str) -> Iterator[Piece]:
    """Match plain and block texts line by line: the lines' contents stand in `decoded` with only white space between."""
    block = raw[:1] in ("|", ">")
    place = 0
    for at, content in _contents(raw, block=block):
        found = decoded.find(content, place)
        if found < 0 or decoded[place:found].strip(" \n"):
            return
        if found > place:
            yield decoded[place:found], max(at - (found - place), 0) if found - place == 1 else at, at, False
        yield content, at, at + len(content), True
        place = found + len(content)
    if place < len(decoded) and not decoded[place:].strip("\n"):
        yield decoded[place:], len(raw), len(raw), False


def _contents(raw: str, *, block: bool) -> Iterator[tuple[int, str]]:
    indent: int | None = None
    at = 0
    for number, line in enumerate(_BREAK.split(raw)):
        # The indent of the first line with text is the block's: deeper lines keep the rest of theirs.
        if line.strip(" \t") and not (block and number == 0):
            own = len(line) - len(line.lstrip(" \t"))
            indent = own if indent is None else indent
            cut = min(indent, own) if block else own
            yield at + cut, line[cut:] if block else line.strip(" \t")
        at += len(line)
        at += len(_BREAK.match(raw, at).group()) if at < len(raw) else 0  # type: ignore[union-attr] # split stopped at a break


def _edges(pieces: list[Piece], start: int, end: int) -> tuple[int, int]:
    first = _left(pieces, start)
    return first, first if start == end else _right(pieces, end)


def _left(pieces: list[Piece], wanted: int) -> int:
    place = 0
    for text, left, _, plain in pieces:
        if place <= wanted < place + len(text):
            return left + (wanted - place if plain else 0)
        place += len(text)
    return pieces[-1][2]


def _right(pieces: list[Piece], wanted: int) -> int:
    place = 0
    for text, left, right, plain in pieces:
        if place < wanted <= place + len(text):
            return left + wanted - place if plain else right
        place += len(text)
    return pieces[-1][2]
