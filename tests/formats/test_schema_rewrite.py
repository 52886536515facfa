"""Schemas as the reference can be given them."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.formats.schema_rewrite import Rewritten

NEVER: dict[str, Any] = {"not": {}}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        pytest.param({"type": "object"}, {"type": "object"}, id="nothing to do"),
        pytest.param(False, NEVER, id="false itself"),
        pytest.param(True, True, id="true itself"),
        pytest.param({"properties": {"a": False, "b": True}}, {"properties": {"a": NEVER, "b": True}}, id="in a map"),
        pytest.param({"allOf": [False, {"items": False}]}, {"allOf": [NEVER, {"items": NEVER}]}, id="in a list, and deeper"),
        pytest.param({"additionalProperties": False}, {"additionalProperties": False}, id="where the keyword reports it"),
        pytest.param(
            {"additionalProperties": {"items": False}}, {"additionalProperties": {"items": NEVER}}, id="below such a keyword"
        ),
        pytest.param({"const": False, "enum": [False], "default": {"items": False}}, ..., id="not in data"),
        pytest.param({"$schema": "x", "items": {"$schema": "y"}}, {"items": {}}, id="no draft is named"),
        pytest.param({"properties": []}, {"properties": []}, id="what is no schema is left to the validator"),
    ],
)
def test_schema(schema: Any, expected: Any) -> None:
    """Every `false` that is a schema is spelt out, every other is left."""
    assert Rewritten().schema(schema) == (schema if expected is ... else expected)


def test_the_way_back() -> None:
    """What was rewritten is known by what it was."""
    schema = {"anyOf": [{"items": False}], "not": {}}
    rewritten = Rewritten()
    new = rewritten.schema(schema)

    assert rewritten.original(new) is schema
    assert rewritten.original(new["anyOf"]) is schema["anyOf"]
    assert rewritten.original("x") == "x"
    assert rewritten.never(new["anyOf"][0]["items"]["not"])
    assert not rewritten.never(new["not"])
