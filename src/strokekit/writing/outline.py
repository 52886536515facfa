"""Which shape a value of a document has: the shapes of reading, followed without judging.

Nothing is validated here. Where no shape fits, nothing is known, and what is not known is left as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from strokekit.plugins.catalog import build_catalog
from strokekit.reading.outlines import Shape, ref
from strokekit.reading.schema import SHAPES, composed_schema
from strokekit.reading.shapes import HEADS

_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
}


@cache
def _outline() -> Shape:
    """Give the definitions of the schema, as if every technique were known, so that no catalogue is needed."""
    whole = composed_schema(build_catalog(()))
    heads = {**SHAPES, "technique": "any.technique", "action": "any.action"}
    cue = {"if": {"not": {"anyOf": [{"required": [head]} for head in HEADS]}}, "then": ref("cue_step")}
    step = {"allOf": [*(_when(head, name) for head, name in heads.items()), cue]}
    document = {key: value for key, value in whole.items() if key not in ("if", "then", "else")}  # they ask for keys, no more
    return {**whole["$defs"], "document": document, "step": step}


def _when(head: str, name: str) -> Shape:
    return {"if": {"required": [head]}, "then": ref(name)}


def shapes_of(shape: Shape | bool, data: Any) -> Iterator[Shape]:  # noqa: FBT001 - JSON Schema has such shapes
    """Give the shapes without branches that `shape` comes down to for `data`, each with the name of its definition, if any.

    One that takes anything, or nothing, says no more: it gives none.
    """
    if isinstance(shape, bool):
        return
    name = shape.get("$ref")
    if name is not None:
        found = name.rpartition("/")[2]
        yield {"name": found}
        yield from shapes_of(_outline()[found], data)
    yield shape
    for part in shape.get("allOf", ()):
        yield from shapes_of(part, data)
    if "if" in shape:
        yield from shapes_of(shape.get("then" if holds(shape["if"], data) else "else", {}), data)


def holds(condition: Shape | bool, data: Any) -> bool:  # noqa: FBT001 - as above
    """Tell whether `data` keeps to a condition of a shape; one that says more than conditions here do is not kept to.

    >>> holds({"type": "object", "required": ["text"]}, {"text": "Hello"})
    True
    """
    if isinstance(condition, bool):
        return condition
    return all(key in _TESTS and _TESTS[key](value, data) for key, value in condition.items())


def _is_type(name: str, data: Any) -> bool:
    return isinstance(data, _TYPES.get(name, ())) and not (name == "integer" and isinstance(data, bool))


_TESTS: Mapping[str, Any] = {
    "type": _is_type,
    "required": lambda keys, data: isinstance(data, dict) and all(key in data for key in keys),
    "properties": lambda parts, data: isinstance(data, dict) and all(holds(p, data[k]) for k, p in parts.items() if k in data),
    "propertyNames": lambda part, data: not isinstance(data, dict) or all(holds(part, key) for key in data),
    "const": lambda value, data: type(value) is type(data) and bool(value == data),
    "enum": lambda values, data: data in values,
    "pattern": lambda pattern, data: not isinstance(data, str) or re.search(pattern, data) is not None,
    "not": lambda part, data: not holds(part, data),
    "anyOf": lambda parts, data: any(holds(part, data) for part in parts),
}
