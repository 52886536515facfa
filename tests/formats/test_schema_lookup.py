"""The value of a keyword, by the way of an evaluation."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.formats.schema_lookup import Lookup

SCHEMA = {
    "$id": "tag:x,2024:s",
    "properties": {"a": {"$ref": "#/$defs/p"}, "b": {"$ref": "tag:x,2024:t#/allOf/1"}, "c": {"$ref": "#/$defs/e"}},
    "prefixItems": [{"type": "string"}],
    "$defs": {"p": {"minLength": 3}, "e": {"$id": "tag:x,2024:e", "$ref": "#/$defs/k", "$defs": {"k": {"type": "null"}}}},
}
RESOURCES = {"tag:x,2024:t#": {"allOf": [True, {"$ref": "#/$defs/z"}], "$defs": {"z": {"maximum": 4}}}}


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        pytest.param((), SCHEMA, id="the root"),
        pytest.param(("prefixItems", 0, "type"), "string", id="an index"),
        pytest.param(("properties", "a", "$ref", "minLength"), 3, id="a reference"),
        pytest.param(("properties", "b", "$ref", "$ref", "maximum"), 4, id="into a resource, and on inside it"),
        pytest.param(("properties", "c", "$ref", "$ref", "type"), "null", id="into a schema with its own id"),
        pytest.param(("properties", "x", "type"), None, id="nothing there"),
        pytest.param(("prefixItems", 7, "type"), None, id="behind a list"),
        pytest.param(("prefixItems", "a"), None, id="a key of a list"),
    ],
)
def test_value(way: tuple[str | int, ...], expected: Any) -> None:
    """The way leads to the keyword's value, or to None where it can't be followed."""
    assert Lookup(SCHEMA, RESOURCES).value(way) == expected


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param("tag:x,2024:unknown", id="an unknown resource"),
        pytest.param("#name", id="an anchor"),
        pytest.param("#/$defs/none", id="an unknown definition"),
    ],
)
def test_references_that_lead_nowhere(reference: str) -> None:
    """They give no value, and no exception."""
    assert Lookup({"$ref": reference}, {}).value(("$ref", "type")) is None
