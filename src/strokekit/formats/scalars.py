"""Scalars as text: plain where YAML 1.1, YAML 1.2 and JSON agree on what that means, else in double quotes."""

from __future__ import annotations

import json
import re
from typing import Any

from strokekit.errors import UsageError
from strokekit.formats.document import Syntax
from strokekit.formats.plain import quoted, resolve
from strokekit.formats.readings import DIGITS

# Characters that no text may hold as they are, in one of the syntaxes or the other: they are written as escapes.
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# What makes a plain text end, or be something else, wherever it stands.
_NEVER_PLAIN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|^[\s,\[\]{}#&*!|>'\"%@`?:=]|^-(?![0-9A-Za-z.$])|\s$|:(\s|$)|\s#|^\.\.\.|^---"
)
_FLOW_ENDS = re.compile(r"[,?:\[\]{}]")


def is_plain(text: str, *, flow: bool) -> bool:
    """Tell whether a text may stand without quotes; inside `{…}` and `[…]` fewer may.

    >>> is_plain("a, b", flow=False), is_plain("a, b", flow=True), is_plain("no", flow=False)
    (True, False, False)
    """
    if not text or _NEVER_PLAIN.search(text) or (flow and _FLOW_ENDS.search(text)):
        return False
    return isinstance(resolve(text), str)


def text_of(text: str, *, syntax: Syntax, flow: bool) -> str:
    """Write a text or a key on one line.

    Raises:
        UsageError: it is no text, or holds half of a surrogate pair, which is no character.

    >>> text_of("3..5", syntax="yaml", flow=True), text_of("1:30", syntax="yaml", flow=False)
    ('3..5', '"1:30"')
    """
    if not isinstance(text, str):
        raise UsageError(f"a key is text, not {text!r}")
    if _SURROGATE.search(text):
        raise UsageError(f"{text!r} holds half of a character, which can't be written")
    if syntax == "yaml" and is_plain(text, flow=flow):
        return text
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted(text))


def scalar_text(value: Any, *, syntax: Syntax, flow: bool) -> str:
    """Write a scalar on one line, so that every reader takes it for the same value.

    Raises:
        UsageError: it is no scalar of a document, or a number that not every reader can hold.

    >>> scalar_text(True, syntax="yaml", flow=False), scalar_text("true", syntax="yaml", flow=False)
    ('true', '"true"')
    """
    if isinstance(value, str):
        return text_of(value, syntax=syntax, flow=flow)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int) and len(str(abs(value))) <= DIGITS:
        return str(value)
    if isinstance(value, float) and value - value == 0:
        return _float_text(value)
    raise UsageError(f"{value!r} can't stand in a document: it takes dicts, lists, texts, truth values and whole numbers")


def _float_text(value: float) -> str:
    # YAML 1.1 knows an exponent only behind a point and with a sign.
    digits, exponent, power = repr(value).partition("e")
    return (
        repr(value)
        if not exponent
        else f"{digits if '.' in digits else f'{digits}.0'}e{power if power[0] in '+-' else f'+{power}'}"
    )
