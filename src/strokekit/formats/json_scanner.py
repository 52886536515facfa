"""JSON → builder, with positions: the slow and exact way, for texts with findings and for documents asked for positions.

It accepts exactly what RFC 8259 does, without recursion. What `json` reads without complaint comes here only for its marks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from json import decoder
from typing import Any

from strokekit.formats.builder import Builder
from strokekit.formats.findings import Findings
from strokekit.formats.frame import ITEM, KEY
from strokekit.formats.limits import Limits
from strokekit.formats.marks import Mark
from strokekit.formats.plain import Odd
from strokekit.formats.readings import DIGITS
from strokekit.formats.source import BOM, Source

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<float>(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
_WORD = re.compile(r"-?[A-Za-z_$][A-Za-z0-9_$]*")
_WORDS = {"true": True, "false": False, "null": None}
_UNKNOWN_NUMBERS = ("NaN", "Infinity", "-Infinity")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CLOSING = {ITEM: "]", KEY: "}"}
_ENDLESS = Limits(size=2**62, depth=2**62, nodes=2**62, scalar=2**62, diagnostics=1)


class SyntaxFault(Exception):
    """The text stops being JSON at `offset`; `problem` says how."""

    def __init__(self, offset: int, problem: str) -> None:
        """Keep place and words."""
        super().__init__(problem)
        self.offset = offset
        self.problem = problem


def scan_marks(source: Source) -> Mark:
    """Find where the keys and values of a text that has been read as JSON stand.

    >>> scan_marks(Source("a.json", '{"sets": 3}')).inside
    {'sets': (9, 10, None, 1, 7)}
    """
    builder = Builder(source, _ENDLESS, Findings(source, 1))
    scan(builder)
    return builder.result()[1]


def scan(builder: Builder) -> None:
    """Feed `builder` with the keys, values and brackets of its source.

    Raises:
        strokekit.formats.builder.Stop: the text is no JSON, or breaks a limit; the finding has been made.
    """
    text = builder.source.text
    try:
        _scan(builder, text, 1 if text.startswith(BOM) else 0)
    except SyntaxFault as fault:
        end = min(fault.offset + 1, len(text))
        builder.stop("syntax", min(fault.offset, len(text)), end, syntax="JSON", problem=fault.problem)


def _scan(builder: Builder, text: str, place: int) -> None:
    place = _value(builder, text, _skip(text, place))
    while len(builder.frames) > 1:
        frame = builder.frame
        place = _skip(text, place)
        if text[place : place + 1] == _CLOSING[frame.awaits]:
            place += 1
            builder.close(place)
        else:
            place = _element(builder, text, place)
    place = _skip(text, place)
    if place < len(text):
        raise SyntaxFault(place, "this stands behind the end of the document; remove it")


def _element(builder: Builder, text: str, place: int) -> int:
    """Read the comma before an element where one is due, the key in an object, and the value or its opening bracket."""
    frame = builder.frame
    if frame.begun:
        comma = place
        place = _skip(text, _expect(text, place, ",", frame.awaits))
        if text[place : place + 1] == _CLOSING[frame.awaits]:
            raise SyntaxFault(comma, "a comma stands behind the last element; remove it")
    frame.begun = True
    if frame.awaits == KEY:
        place = _key(builder, text, place)
    return _value(builder, text, place)


def _key(builder: Builder, text: str, place: int) -> int:
    if text[place : place + 1] != '"':
        raise SyntaxFault(place, _instead(text, place, "a key in double quotes"))
    key, end = _string(text, place)
    key = _checked(builder, key, place, end)
    builder.key(key, place, end)
    return _skip(text, _expect(text, _skip(text, end), ":", None))


def _value(builder: Builder, text: str, place: int) -> int:
    first = text[place : place + 1]
    if first in ("{", "["):
        builder.open(KEY if first == "{" else ITEM, place, flow=True)
        return place + 1
    if first == '"':
        string, end = _string(text, place)
        value: Any = _checked(builder, string, place, end)
    else:
        value, end = _plain(builder, text, place)
    builder.value(value, place, end)
    return end


def _plain(builder: Builder, text: str, place: int) -> tuple[Any, int]:
    match = _WORD.match(text, place) or _NUMBER.match(text, place)
    piece = match.group() if match else ""
    end = place + len(piece)
    if piece in _UNKNOWN_NUMBERS:
        return builder.odd(Odd("number-not-plain"), piece, place, end), end
    if match is None or (match.re is _WORD and piece not in _WORDS):
        raise SyntaxFault(place, _instead(text, place, "a value"))
    if match.re is _WORD:
        return (builder.odd(Odd("null-value"), piece, place, end) if piece == "null" else _WORDS[piece]), end
    return _number(builder, match), end


def _number(builder: Builder, match: re.Match[str]) -> Any:
    piece = match.group()
    if not match["float"] and len(piece.lstrip("-")) <= DIGITS:
        return int(piece)
    value = float(piece) if match["float"] else float("inf")
    name = "bare-float" if abs(value) < float("inf") else "number-not-plain"
    return builder.odd(Odd(name, value), piece, *match.span())


def _string(text: str, place: int) -> tuple[str, int]:
    scanstring: Callable[[str, int, bool], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined] # in C, and not in the stubs
    try:
        return scanstring(text, place + 1, True)  # noqa: FBT003 - it takes no keywords
    except json.JSONDecodeError as error:
        raise SyntaxFault(*_string_problem(text, place, error)) from None


def _string_problem(text: str, place: int, error: json.JSONDecodeError) -> tuple[int, str]:
    if error.msg.startswith("Unterminated"):
        return place, "the quote opened here is never closed"
    if error.msg.startswith("Invalid control"):
        return error.pos, "a line break or tab can't stand in a text; write `\\n` or `\\t`"
    return min(error.pos, len(text)), "there is no such escape; write the backslash twice"


def _checked(builder: Builder, string: str, start: int, end: int) -> str:
    """Report what no reader can hold, a lone surrogate or too much, and give what is kept."""
    half = _SURROGATE.search(string)
    if half:
        builder.findings.add("control-character", start, end, builder.pointer(), character=f"U+{ord(half.group()):04X}")
        string = _SURROGATE.sub("\ufffd", string)
    if len(string) > builder.limits.scalar:
        builder.findings.add("scalar-too-long", start, end, builder.pointer(), limit=builder.limits.scalar)
        string = string[: builder.limits.scalar]
    return string


def _skip(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return match.end() if match else place


def _expect(text: str, place: int, sign: str, awaits: int | None) -> int:
    if text[place : place + 1] == sign:
        return place + 1
    wanted = f"`{sign}`" if awaits is None else f"`{sign}` or `{_CLOSING[awaits]}`"
    raise SyntaxFault(place, _instead(text, place, wanted))


def _instead(text: str, place: int, wanted: str) -> str:
    if place >= len(text):
        return f"the text ends where {wanted} should stand"
    if text[place] == "#" or text.startswith(("//", "/*"), place):
        return "JSON has no comments; remove it, or rename the file to `.yaml`"
    return f"`{text[place]}` stands where {wanted} should stand"
