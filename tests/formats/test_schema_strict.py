"""Schemas rewritten for strict readers: one type a place, every key named, and just what was accepted before."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strokekit.formats.schema import Validator
from strokekit.formats.schema_strict import strict


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        pytest.param({"type": "string", "pattern": "a"}, {"type": "string", "pattern": "a"}, id="one type stays"),
        pytest.param(
            {"type": ["string", "object"], "title": "text", "minLength": 1, "minProperties": 2, "examples": ["a"]},
            {
                "title": "text",
                "examples": ["a"],
                "if": {"type": "object"},
                "then": {"type": "object", "minProperties": 2},
                "else": {"type": "string", "minLength": 1},
            },
            id="each keyword goes to its type, what is said of all stays",
        ),
        pytest.param(
            {"type": ["string", "integer", "array"], "minimum": 1, "items": {"type": ["string", "null"]}},
            {
                "if": {"type": "array"},
                "then": {
                    "type": "array",
                    "items": {"if": {"type": "null"}, "then": {"type": "null"}, "else": {"type": "string"}},
                },
                "else": {"if": {"type": "integer"}, "then": {"type": "integer", "minimum": 1}, "else": {"type": "string"}},
            },
            id="three types, and types within",
        ),
        pytest.param(
            {"type": ["string", "boolean"], "if": {"const": True}, "then": False},
            {
                "if": {"const": True},
                "then": False,
                "allOf": [{"if": {"type": "boolean"}, "then": {"type": "boolean"}, "else": {"type": "string"}}],
            },
            id="beside another choice",
        ),
        pytest.param(
            {"anyOf": [{"required": ["a", "b"], "properties": {"b": {"type": "string"}}}]},
            {"anyOf": [{"required": ["a", "b"], "properties": {"b": {"type": "string"}, "a": {}}}]},
            id="a key that is asked for is named",
        ),
        pytest.param(
            {"examples": [{"type": ["string", "object"]}], "properties": {"type": {"type": "string"}}},
            {"examples": [{"type": ["string", "object"]}], "properties": {"type": {"type": "string"}}},
            id="examples and names are no schemas",
        ),
    ],
)
def test_rewriting(schema: dict[str, Any], expected: dict[str, Any]) -> None:
    """The whole schema, as it is written afterwards."""
    assert strict(schema) == expected


TYPES = ["string", "integer", "boolean", "object", "array", "null"]
SCHEMAS = st.recursive(
    st.builds(
        lambda types, more: {"type": types, **more},
        st.lists(st.sampled_from(TYPES), min_size=1, max_size=4, unique=True),
        st.fixed_dictionaries(
            {},
            optional={
                "minLength": st.integers(0, 2),
                "minimum": st.integers(0, 2),
                "minItems": st.integers(0, 2),
                "minProperties": st.integers(0, 2),
                "required": st.just(["a"]),
                "additionalProperties": st.booleans(),
            },
        ),
    ),
    lambda inner: st.builds(
        lambda base, a, items, test: {**base, "properties": {"a": a}, "items": items, "if": test, "then": a, "else": items},
        inner,
        inner,
        inner,
        inner,
    ),
    max_leaves=4,
)
VALUES = st.recursive(
    st.sampled_from([None, True, 0, 2, "", "abc"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2),
    max_leaves=5,
)


@given(SCHEMAS, VALUES)
def test_what_is_accepted_stays(schema: dict[str, Any], value: Any) -> None:
    """A rewritten schema accepts what the one before it accepted."""
    before, after = (Validator(one, backend="jsonschema-rs") for one in (schema, strict(schema)))

    assert before.valid(value) == after.valid(value)
