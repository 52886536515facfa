"""Conditions of shapes, as far as the shapes of strokekit use them."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.reading.outlines import ref
from strokekit.writing.outline import holds, shapes_of


@pytest.mark.parametrize(
    ("condition", "data", "expected"),
    [
        pytest.param({}, 1, True, id="nothing asked"),
        pytest.param({"type": "object"}, {}, True, id="an object"),
        pytest.param({"type": "array"}, {}, False, id="no array"),
        pytest.param({"type": "integer"}, True, False, id="no truth value is a number"),
        pytest.param({"required": ["a"]}, {"a": 1}, True, id="a key"),
        pytest.param({"required": ["a"]}, ["a"], False, id="a list has no keys"),
        pytest.param({"properties": {"a": {"const": 1}}}, {"a": 1, "b": 2}, True, id="a value"),
        pytest.param({"properties": {"a": {"const": 1}}}, {"a": True}, False, id="another type"),
        pytest.param({"properties": {"a": {"enum": ["x"]}}}, {"a": "z"}, False, id="none of them"),
        pytest.param({"propertyNames": {"pattern": "^x"}}, {"xa": 1}, True, id="all names"),
        pytest.param({"propertyNames": {"pattern": "^x"}}, {"xa": 1, "b": 1}, False, id="not all names"),
        pytest.param({"not": {"required": ["a"]}}, {}, True, id="not"),
        pytest.param({"anyOf": [{"type": "string"}, {"type": "array"}]}, [], True, id="any"),
        pytest.param({"minLength": 1}, "a", False, id="what is not known is not kept to"),
    ],
)
def test_a_condition_is_decided(condition: dict[str, Any], data: Any, expected: bool) -> None:  # noqa: FBT001 - a case
    """Each keyword that conditions of shapes use is understood, and any other is never kept to."""
    assert holds(condition, data) is expected


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("step", {"technique": "kneading"}, ["step", "any.technique"], id="a technique"),
        pytest.param("step", {"steps": []}, ["step", "block"], id="a block"),
        pytest.param("step", {"say": "Hello"}, ["step", "cue_step"], id="a cue"),
        pytest.param("section", {"free": "region"}, ["section", "section.free"], id="free time"),
        pytest.param("text", "Hello", ["text"], id="a text"),
    ],
)
def test_a_shape_comes_down_to_what_fits(name: str, data: Any, expected: list[str]) -> None:
    """References and branches are followed to the shapes that the data decides on."""
    assert [shape["name"] for shape in shapes_of(ref(name), data) if "name" in shape] == expected
