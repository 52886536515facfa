"""What may stand under one key of a long form: its JSON Schema for editors, and what is wrong with a value that does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import attrs

VALUE = r"^\$[a-z][a-z0-9_]*$"
"""A value of the routine in place of a word or a number; it is filled in before the literal is read."""
WORDS = r"[a-z][a-z0-9_.]*"
WHOLE = 10**15
"""Whole numbers stay below this: more digits do not survive every reader of JSON."""


@attrs.frozen
class Form:
    """What a key takes: in words, as a JSON Schema, and as a test of a value."""

    takes: str
    shape: Mapping[str, Any]
    fits: Callable[[Any], bool]


def whole(value: Any) -> bool:
    """Tell whether a JSON value is a whole number; `true` is none."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < WHOLE


def _amount(value: Any) -> bool:
    return isinstance(value, str) or whole(value)


TEXT = Form("a text", {"type": "string", "minLength": 1}, lambda value: isinstance(value, str) and bool(value))
WORD = Form(
    "one word",
    {"type": "string", "pattern": rf"^{WORDS}$|{VALUE}"},
    lambda value: isinstance(value, str) and re.fullmatch(WORDS, value) is not None,
)
MANNERS = Form(
    "words",
    {"type": "string", "pattern": rf"^{WORDS}( +{WORDS})*$|{VALUE}"},
    lambda value: isinstance(value, str) and re.fullmatch(rf"{WORDS}( +{WORDS})*", value) is not None,
)
NUMBER = Form(
    "a whole number",
    {"type": ["integer", "string"], "minimum": 1, "pattern": rf"^[0-9]+$|{VALUE}"},
    lambda value: whole(value) or (isinstance(value, str) and re.fullmatch("[0-9]+", value) is not None),
)
FLAG = Form("true or false", {"type": ["boolean", "string"], "pattern": VALUE}, lambda value: isinstance(value, bool))
AMOUNT = Form("a number or a text", {"type": ["string", "integer"]}, _amount)
SCALAR = Form(
    "a word, a number, true or false",
    {"type": ["string", "integer", "boolean"]},
    lambda value: _amount(value) or isinstance(value, bool),
)


def one_of(*words: str) -> Form:
    """Take one of a few words."""
    shape = {"type": "string", "if": {"pattern": VALUE}, "else": {"enum": list(words)}}
    return Form(", ".join(f"`{word}`" for word in words), shape, lambda value: isinstance(value, str) and value in words)


def literal(kind: str) -> Form:
    """Take a literal in whatever form; its own reader says what is wrong with it."""
    return Form(f"a {kind}", {"$ref": f"#/$defs/{kind}"}, lambda _value: True)


def listed(kind: str) -> Form:
    """Take a list of literals; there is at least one."""
    shape = {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}, "minItems": 1}
    return Form("a list", shape, lambda value: isinstance(value, list) and bool(value))
