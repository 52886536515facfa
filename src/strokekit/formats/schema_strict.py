"""Schemas as the strictest readers of them want them: one type a place, and every key that is asked for is named.

`ajv` refuses both in its strict mode, since a slip of the pen often looks so. Shapes are written without that care; what is
published goes through here, and accepts just what it accepted before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Schema = dict[str, Any]
_MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SINGLE = ("items", "contains", "not", "if", "then", "else", "additionalProperties", "propertyNames")
_OF_TYPE: Mapping[str, tuple[str, ...]] = {
    "object": (
        "properties",
        "patternProperties",
        "additionalProperties",
        "propertyNames",
        "required",
        "minProperties",
        "maxProperties",
    ),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems"),
    "integer": ("minimum", "maximum"),
    "number": ("minimum", "maximum"),
    "boolean": (),
    "null": (),
    "string": ("pattern", "patternErrorMessage", "minLength", "maxLength"),
}
"""Type → the keywords that say something of it; in the order in which they are told apart, the last is what else is meant."""


def strict(schema: Mapping[str, Any]) -> Schema:
    """Rewrite a schema, and everything in it, so that `ajv` compiles it in strict mode; it accepts what it accepted.

    Several types become a choice by type, `if`/`then`/`else`, which says what is wrong with the one that was written; a text
    comes last where it is one of them, so that a value of none of the types is told to be no text. A key that is `required`
    is named under `properties`.

    >>> strict({"type": ["string", "integer"], "pattern": "^a", "minimum": 1})["else"]
    {'type': 'string', 'pattern': '^a'}
    """
    return _named(_told_apart(_inside(schema, strict)))


def _inside(schema: Mapping[str, Any], change: Callable[[Any], Any]) -> Schema:
    return {key: _changed(key, value, change) for key, value in schema.items()}


def _changed(key: str, value: Any, change: Callable[[Any], Any]) -> Any:
    if key in _MAPS:
        return {name: _one(part, change) for name, part in value.items()}
    if key in _LISTS:
        return [_one(part, change) for part in value]
    return _one(value, change) if key in _SINGLE else value


def _one(part: Any, change: Callable[[Any], Any]) -> Any:
    return change(part) if isinstance(part, Mapping) else part


def _named(schema: Schema) -> Schema:
    known = schema.get("properties", {})
    missing = [key for key in schema.get("required", ()) if key not in known]
    return {**schema, "properties": {**known, **{key: {} for key in missing}}} if missing else schema


def _told_apart(schema: Schema) -> Schema:
    types = schema.get("type")
    if not isinstance(types, list):
        return schema
    of_types = {key for name in types for key in _OF_TYPE[name]}
    rest = {key: value for key, value in schema.items() if key != "type" and key not in of_types}
    ordered = [name for name in _OF_TYPE if name in types]
    choice = _choice(schema, ordered)
    # Shapes that tell their forms apart themselves keep doing so: a second `if` stands beside them.
    return {**rest, "allOf": [*rest.get("allOf", ()), choice]} if "if" in rest else {**rest, **choice}


def _choice(schema: Schema, types: list[str]) -> Schema:
    name, *others = types
    own = {"type": name, **{key: schema[key] for key in _OF_TYPE[name] if key in schema}}
    if not others:
        return own
    return {"if": {"type": name}, "then": own, "else": _choice(schema, others)}
