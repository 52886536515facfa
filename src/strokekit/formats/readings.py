"""The rules of YAML 1.1 and of YAML 1.2 for plain scalars, each in one function.

Those of 1.1 are PyYAML's, widened by the spellings that other 1.1 readers (Ruby's, Go's) take: `y` and `n`, and base-60 numbers
with a leading zero. What follows from a difference is decided in `plain`.
"""

from __future__ import annotations

import math
import re
from typing import Any

import attrs

KEPT = 64
"""The longest scalar that is remembered, in code points: with longer ones a hostile file could fill the memory."""

DIGITS = 15
"""The most digits of a whole number: what a double holds exactly, and so every reader of JSON."""


@attrs.frozen
class Reading:
    """What a reader takes a scalar for: its kind, its value, and both in words."""

    kind: str
    value: Any
    words: str


_NULL = Reading("null", None, "null")
_TRUE = Reading("bool", value=True, words="true")
_FALSE = Reading("bool", value=False, words="false")
_MERGE = Reading("special", "<<", "a merge key")
_DEFAULT = Reading("special", "=", "a default value")


def _cases(*words: str) -> list[str]:
    return [case for word in words for case in (word, word.capitalize(), word.upper())]


_BOTH = {
    "": _NULL,
    "~": _NULL,
    **dict.fromkeys(_cases("null"), _NULL),
    **dict.fromkeys(_cases("true"), _TRUE),
    **dict.fromkeys(_cases("false"), _FALSE),
}
_OLD = {
    **_BOTH,
    **dict.fromkeys(_cases("yes", "on", "y"), _TRUE),
    **dict.fromkeys(_cases("no", "off", "n"), _FALSE),
    "<<": _MERGE,
    "=": _DEFAULT,
}

_OLD_INT = re.compile(
    r"(?P<sign>[-+]?)(?:0b(?P<b>[01_]+)|0x(?P<x>[0-9a-fA-F_]+)|0(?P<o>[0-7_]+)|(?P<d>0|[1-9][0-9_]*)"
    r"|(?P<s>[0-9][0-9_]*(?::[0-5]?[0-9])+))"
)
_OLD_FLOAT = re.compile(r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?")
_OLD_BASE60 = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*")
_OLD_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?"
)
_NEW_INT = re.compile(r"(?P<d>[-+]?[0-9]+)|0o(?P<o>[0-7]+)|0x(?P<x>[0-9a-fA-F]+)")
_NEW_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def yaml_1_1(text: str) -> Reading | None:  # noqa: PLR0911 - a table of seven cases
    """Read a plain scalar as YAML 1.1 does; None for text.

    >>> yaml_1_1("1:30").words
    'the number 90'
    """
    if text in _OLD:
        return _OLD[text]
    if text[:1] not in "+-.0123456789":
        return None
    if match := _OLD_INT.fullmatch(text):
        return _number(_old_int(match))
    if _OLD_FLOAT.fullmatch(text):
        return _decimal(text.replace("_", ""))
    if _OLD_BASE60.fullmatch(text):
        return Reading("float", text, "a number")
    if _OLD_TIME.fullmatch(text):
        return Reading("time", text, "a date")
    return _special(text)


def yaml_1_2(text: str) -> Reading | None:
    """Read a plain scalar as YAML 1.2 does in its core schema; None for text.

    >>> yaml_1_2("1:30") is None
    True
    """
    if text in _BOTH:
        return _BOTH[text]
    if text[:1] not in "+-.0123456789":
        return None
    if match := _NEW_INT.fullmatch(text):
        base = {"d": 10, "o": 8, "x": 16}[str(match.lastgroup)]
        return _number(_int(match[str(match.lastgroup)], base))
    if _NEW_FLOAT.fullmatch(text):
        return _decimal(text)
    return _special(text)


def _old_int(match: re.Match[str]) -> int | None:
    kind = str(match.lastgroup)
    digits = match[kind].replace("_", "")
    value = _base60(digits) if kind == "s" else _int(digits or "0", {"b": 2, "x": 16, "o": 8, "d": 10}[kind])
    return -value if value is not None and match["sign"] == "-" else value


def _base60(digits: str) -> int | None:
    total = 0
    for part in digits.split(":"):
        value = _int(part, 10)
        if value is None or total > 10**DIGITS:
            return None
        total = total * 60 + value
    return total


def _int(digits: str, base: int) -> int | None:
    # Python refuses to turn thousands of digits into a number; nobody needs their value.
    return int(digits, base) if len(digits) <= KEPT else None


def _number(value: int | None) -> Reading:
    short = value is not None and len(str(value)) <= DIGITS + 1
    return Reading("int", value, f"the number {value}" if short else "a number")


def _decimal(text: str) -> Reading:
    value = float(text) if len(text) <= KEPT else math.inf
    whole = value.is_integer() and abs(value) < 10**DIGITS
    return Reading("float", value, f"the number {int(value)}" if whole else "a decimal number")


def _special(text: str) -> Reading | None:
    # NaN and the infinities alike: no reader of JSON can hold them, and NaN would not equal itself.
    return Reading("float", math.inf, "no finite number") if _NOT_FINITE.fullmatch(text) else None
