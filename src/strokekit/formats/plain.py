"""What plain YAML scalars mean, and what is odd about those on which readers do not agree.

A scalar that YAML 1.1 and YAML 1.2 take differently is never guessed at: it comes back as an `Odd` with what each of them makes
of it and what to write instead. Nothing here knows where the scalar stands.
"""

from __future__ import annotations

import json
import math
import re
from functools import lru_cache
from typing import Any

import attrs

from strokekit.formats.readings import DIGITS, KEPT, Reading, yaml_1_1, yaml_1_2

SUSPECT = frozenset(["", *"0123456789+-.=<~yYnNtTfFoO"])
"""What `text[:1]` is of all plain scalars that are anything but text to some reader."""

_PLAIN_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_CLOCK = re.compile(r"(?P<first>[0-9]{1,3}):(?P<second>[0-5][0-9])(?::(?P<third>[0-5][0-9]))?(?P<part>\.[0-9]{1,3})?")


@attrs.frozen
class Odd:
    """A plain scalar that is not simply text, a whole number or a truth value.

    `name` is the code that it is reported under; `value` is what it means where it is allowed after all (below `x-` keys).
    `fix` is the text to write instead, empty when none can be proposed, and `safe` says that it can only be what was meant.
    """

    name: str
    value: Any = None
    first: str = ""
    second: str = ""
    repair: str = ""
    fix: str = ""
    safe: bool = False


def quoted(text: str) -> str:
    r"""Write a text in double quotes, on one line, as both YAML and JSON read it.

    >>> print(quoted('say "ah"'))
    "say \"ah\""
    """
    return json.dumps(text, ensure_ascii=False)


def resolve(text: str) -> str | int | bool | Odd:
    """Say what a plain scalar is: its value, or what is odd about it.

    >>> resolve("firm"), resolve("3"), resolve("true")
    ('firm', 3, True)
    >>> resolve("no").first, resolve("1:30").repair
    ('false', '`1 min 30 s`')
    """
    return remembered(text) if len(text) <= KEPT else _resolve(text)


def _resolve(text: str) -> str | int | bool | Odd:
    old, new = yaml_1_1(text), yaml_1_2(text)
    if old is None and new is None:
        return text
    if old is None or new is None or (old.kind, old.value) != (new.kind, new.value) or not _spelt_plainly(text, old.kind):
        return _differs(text, old, new)
    if old.kind == "null":
        return Odd("null-value")
    if old.kind == "float":
        return Odd("bare-float", old.value) if math.isfinite(old.value) else Odd("number-not-plain")
    if old.kind == "int" and len(text.lstrip("+-")) > DIGITS:
        return Odd("number-not-plain")
    value: bool | int = old.value
    return value


remembered = lru_cache(maxsize=4096)(_resolve)
"""`resolve` for scalars of at most `KEPT` code points: the same few stand in a file again and again."""


def _spelt_plainly(text: str, kind: str) -> bool:
    # `0x1F` and `007` are the same number to YAML 1.1 and 1.2, and text to the readers that know JSON's numbers only.
    return kind != "int" or _PLAIN_INT.fullmatch(text) is not None


def _differs(text: str, old: Reading | None, new: Reading | None) -> Odd:
    first = old.words if old else "text"
    second = new.words if new else "text"
    repair, fix = _repair(text, old or new)
    only_text = new is None and old is not None and old.kind in ("time", "special")
    return Odd(
        "scalar-differs", first=first, second=second if second != first else "text", repair=repair, fix=fix, safe=only_text
    )


def _repair(text: str, reading: Reading | None) -> tuple[str, str]:
    clock = _CLOCK.fullmatch(text)
    if clock:
        literal = _clock(clock)
        return f"`{literal}`", literal
    if reading and reading.kind == "bool":
        return f"`{reading.words}`, or `{quoted(text)}` for the word", quoted(text)
    digits = _plain_digits(text)
    return (f"`{digits}`, or `{quoted(text)}`" if digits else f"`{quoted(text)}`"), quoted(text)


def _plain_digits(text: str) -> str:
    """Guess the number that an unusual spelling was meant to be, in plain digits; empty when it is none."""
    digits = text.replace("_", "")
    if re.fullmatch(r"[-+]?0*[0-9]{1,15}", digits):
        return str(int(digits))
    reading = yaml_1_2(digits) or yaml_1_1(digits)
    return reading.words.removeprefix("the number ") if reading and reading.words.startswith("the number ") else ""


def _clock(match: re.Match[str]) -> str:
    """Two numbers are minutes and seconds, three hours, minutes and seconds; what is zero is left out."""
    parts = [match["first"], match["second"], match["third"]]
    units = ("min", "s") if match["third"] is None else ("h", "min", "s")
    numbers = [str(int(part)) for part in parts if part is not None]
    numbers[-1] += match["part"] or ""
    said = [f"{number} {unit}" for number, unit in zip(numbers, units, strict=True) if number.strip("0.")]
    return " ".join(said) or "0 s"
