"""The adapter to JSON Schema validators: equal faults from both back-ends."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Mapping
from typing import Any, Literal

import pytest

from strokekit.formats import Fault, Validator, check_schema
from strokekit.formats.schema import Family

Backend = Literal["jsonschema", "jsonschema-rs"]
BACKENDS = [pytest.param("jsonschema"), pytest.param("jsonschema-rs")]


def _fault(path: tuple[Any, ...], said: dict[str, Any], way: tuple[Any, ...], **params: Any) -> Fault:
    ((keyword, value),) = said.items()
    return Fault(path=path, keyword=keyword, value=value, params=params, schema_path=way)


CASES = [
    pytest.param({"type": "object"}, [], [_fault((), {"type": "object"}, ("type",))], id="type"),
    pytest.param({"type": ["string", "null"]}, 3, [_fault((), {"type": ["string", "null"]}, ("type",))], id="types"),
    pytest.param({"enum": [1, "a"]}, 2, [_fault((), {"enum": [1, "a"]}, ("enum",))], id="enum"),
    pytest.param({"const": {"a": 1}}, 2, [_fault((), {"const": {"a": 1}}, ("const",))], id="const"),
    pytest.param({"minimum": 3}, 2, [_fault((), {"minimum": 3}, ("minimum",))], id="minimum"),
    pytest.param({"exclusiveMaximum": 3}, 3, [_fault((), {"exclusiveMaximum": 3}, ("exclusiveMaximum",))], id="exclusiveMaximum"),
    pytest.param({"multipleOf": 2}, 3, [_fault((), {"multipleOf": 2}, ("multipleOf",))], id="multipleOf"),
    pytest.param({"minLength": 2}, "😀", [_fault((), {"minLength": 2}, ("minLength",))], id="minLength"),
    pytest.param({"pattern": "^a"}, "b", [_fault((), {"pattern": "^a"}, ("pattern",))], id="pattern"),
    pytest.param({"minItems": 1}, [], [_fault((), {"minItems": 1}, ("minItems",))], id="minItems"),
    pytest.param({"uniqueItems": True}, [1, 1], [_fault((), {"uniqueItems": True}, ("uniqueItems",))], id="uniqueItems"),
    pytest.param({"maxProperties": 0}, {"a": 1}, [_fault((), {"maxProperties": 0}, ("maxProperties",))], id="maxProperties"),
    pytest.param(
        {"required": ["b", "a", "c"]},
        {"c": 1},
        [_fault((), {"required": ["b", "a", "c"]}, ("required",), missing=name) for name in ("a", "b")],
        id="required: one fault a property",
    ),
    pytest.param(
        {"dependentRequired": {"a": ["b", "c"]}},
        {"a": 1},
        [_fault((), {"dependentRequired": {"a": ["b", "c"]}}, ("dependentRequired",), missing=name) for name in ("b", "c")],
        id="dependentRequired",
    ),
    pytest.param(
        {"properties": {"a": True}, "patternProperties": {"^x-": True}, "additionalProperties": False},
        {"a": 1, "x-b": 2, "d": 3, "c": 4},
        [_fault((), {"additionalProperties": False}, ("additionalProperties",), unexpected=[name]) for name in ("c", "d")],
        id="additionalProperties: one fault a property",
    ),
    pytest.param(
        {"additionalProperties": False},
        {"b": 1, "a": 2},
        [_fault((), {"additionalProperties": False}, ("additionalProperties",), unexpected=[name]) for name in ("a", "b")],
        id="additionalProperties alone",
    ),
    pytest.param(
        {"additionalProperties": {"type": "string"}},
        {"a": 1},
        [_fault(("a",), {"type": "string"}, ("additionalProperties", "type"))],
        id="additionalProperties with a schema",
    ),
    pytest.param(
        {"allOf": [{"properties": {"a": True}}], "unevaluatedProperties": False},
        {"a": 1, "c": 2, "b": 3},
        [_fault((), {"unevaluatedProperties": False}, ("unevaluatedProperties",), unexpected=[name]) for name in ("b", "c")],
        id="unevaluatedProperties",
    ),
    pytest.param(
        {"unevaluatedProperties": {"type": "string"}},
        {"a": 1, "b": "x"},
        [_fault((), {"unevaluatedProperties": {"type": "string"}}, ("unevaluatedProperties",), unexpected=["a"])],
        id="unevaluatedProperties with a schema",
    ),
    pytest.param(
        {"prefixItems": [True], "unevaluatedItems": False},
        [1, 2, 3],
        [_fault((), {"unevaluatedItems": False}, ("unevaluatedItems",))],
        id="unevaluatedItems",
    ),
    pytest.param(
        {"propertyNames": {"pattern": "^a", "maxLength": 1}},
        {"a": 1, "bb": 2, "c": 3},
        [_fault((), {"propertyNames": {"pattern": "^a", "maxLength": 1}}, ("propertyNames",), name=name) for name in ("bb", "c")],
        id="propertyNames: one fault a name",
    ),
    pytest.param(
        {"propertyNames": False},
        {"a": 1, "b": 2},
        [_fault((), {"propertyNames": False}, ("propertyNames",), name=name) for name in ("a", "b")],
        id="propertyNames that are never right",
    ),
    pytest.param(
        {"propertyNames": {"$ref": "#/$defs/p"}, "$defs": {"p": {"pattern": "^a"}}},
        {"b": 1},
        [_fault((), {"propertyNames": {"$ref": "#/$defs/p"}}, ("propertyNames",), name="b")],
        id="propertyNames by reference",
    ),
    pytest.param(
        {"contains": {"type": "string"}}, [1], [_fault((), {"contains": {"type": "string"}}, ("contains",))], id="contains"
    ),
    pytest.param(
        {"contains": {"type": "string"}, "minContains": 2},
        ["a"],
        [_fault((), {"contains": {"type": "string"}}, ("contains",))],
        id="minContains",
    ),
    pytest.param(
        {"contains": {"type": "string"}, "maxContains": 1},
        ["a", "b"],
        [_fault((), {"contains": {"type": "string"}}, ("contains",))],
        id="maxContains",
    ),
    pytest.param({"not": {"type": "string"}}, "a", [_fault((), {"not": {"type": "string"}}, ("not",))], id="not"),
    pytest.param({"contains": False}, [], [_fault((), {"contains": False}, ("contains",))], id="contains what never is"),
    pytest.param({"not": {}}, "a", [_fault((), {"not": {}}, ("not",))], id="not anything"),
    pytest.param({"properties": {"a": False}}, {"a": 1}, [_fault(("a",), {"false": False}, ("properties", "a"))], id="false"),
    pytest.param(
        {"patternProperties": {"^a": False}},
        {"ab": 1},
        [_fault(("ab",), {"false": False}, ("patternProperties", "^a"))],
        id="false by pattern",
    ),
    pytest.param(
        {"prefixItems": [{"type": "string"}], "items": False},
        ["a", 1, 2],
        [_fault((index,), {"false": False}, ("items",)) for index in (1, 2)],
        id="false items",
    ),
    pytest.param({"allOf": [{"type": "string"}, False]}, "a", [_fault((), {"false": False}, ("allOf", 1))], id="false in allOf"),
    pytest.param(
        {"$ref": "#/$defs/a", "$defs": {"a": False}},
        1,
        [_fault((), {"false": False}, ())],
        id="false by reference",
    ),
    pytest.param(
        {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}},
        {"a": 1},
        [_fault((), {"required": ["b"]}, ("then", "required"), missing="b")],
        id="then",
    ),
    pytest.param(
        {"if": {"required": ["a"]}, "else": {"properties": {"b": {"type": "string"}}}},
        {"b": 1},
        [_fault(("b",), {"type": "string"}, ("else", "properties", "b", "type"))],
        id="else",
    ),
    pytest.param(
        {"dependentSchemas": {"a": {"required": ["b"]}}},
        {"a": 1},
        [_fault((), {"required": ["b"]}, ("dependentSchemas", "a", "required"), missing="b")],
        id="dependentSchemas",
    ),
    pytest.param(
        {"anyOf": [{"type": "string"}, {"minimum": 3}]},
        1,
        [_fault((), {"anyOf": [{"type": "string"}, {"minimum": 3}]}, ("anyOf",))],
        id="anyOf",
    ),
    pytest.param(
        {"oneOf": [{"type": "integer"}, {"minimum": 0}]},
        1,
        [_fault((), {"oneOf": [{"type": "integer"}, {"minimum": 0}]}, ("oneOf",))],
        id="oneOf: more than one",
    ),
    pytest.param(
        {"properties": {"a": {"$ref": "#/$defs/t"}}, "$defs": {"t": {"$ref": "#/$defs/u"}, "u": {"type": "string"}}},
        {"a": 1},
        [_fault(("a",), {"type": "string"}, ("properties", "a", "type"))],
        id="references are not named",
    ),
    pytest.param(
        {"$ref": "#/$defs/e", "$defs": {"e": {"$id": "tag:x,2024:e", "$ref": "#/$defs/k", "$defs": {"k": {"type": "string"}}}}},
        1,
        [_fault((), {"type": "string"}, ("type",))],
        id="a schema with its own id",
    ),
    pytest.param(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"required": ["a"]}},
        [{}, {"a": 1}, {}],
        [_fault((index,), {"required": ["a"]}, ("items", "required"), missing="a") for index in (0, 2)],
        id="a schema that names its draft",
    ),
    pytest.param(
        {"items": {"type": "string"}},
        [1] * 11,
        [_fault((index,), {"type": "string"}, ("items", "type")) for index in range(11)],
        id="indices are sorted as numbers",
    ),
    pytest.param(
        {"properties": {"b": {"type": "string", "minimum": 3}, "a": {"type": "string"}}, "required": ["c"]},
        {"b": 1, "a": 1},
        [
            _fault((), {"required": ["c"]}, ("required",), missing="c"),
            _fault(("a",), {"type": "string"}, ("properties", "a", "type")),
            _fault(("b",), {"minimum": 3}, ("properties", "b", "minimum")),
            _fault(("b",), {"type": "string"}, ("properties", "b", "type")),
        ],
        id="sorted by path, then keyword",
    ),
    pytest.param({"format": "date"}, "no date", [], id="format is not asserted"),
    pytest.param({"type": "integer"}, True, [_fault((), {"type": "integer"}, ("type",))], id="true is no number"),
    pytest.param({"const": 1}, True, [_fault((), {"const": 1}, ("const",))], id="true is not 1"),
    pytest.param({"x-unknown": False}, 1, [], id="unknown keywords say nothing"),
]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(("schema", "instance", "expected"), CASES)
def test_faults(schema: Mapping[str, Any], instance: Any, expected: list[Fault], backend: Backend) -> None:
    """Path, keyword, value, parameters and way, the same from both."""
    validator = Validator(schema, backend=backend)

    assert validator.faults(instance) == expected
    assert validator.valid(instance) == (not expected)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        pytest.param("^a$", "a\n", False, id="the end is the very end"),
        pytest.param(r"^\d$", "٣", False, id="digits are ASCII"),
        pytest.param(r"^\w$", "é", False, id="word characters are ASCII"),
        pytest.param(r"^\s$", "\u00a0", True, id="white space is not"),
        pytest.param(r"^[\s]$", "\u3000", True, id="white space in a set"),
        pytest.param(r"^\S$", "\u00a0", False, id="no white space"),
        pytest.param(r"^[$]$", "$", True, id="a dollar in a set"),
        pytest.param(r"^\$$", "$", True, id="an escaped dollar"),
        pytest.param(r"^(a|b$)", "b\n", False, id="an end inside a group"),
        pytest.param("a", "xax", True, id="anywhere"),
        pytest.param("^(?!a)", "b", True, id="looking ahead"),
        pytest.param("^é+$", "éé", True, id="letters of any script"),
    ],
)
def test_patterns(pattern: str, text: str, matches: bool, backend: Backend) -> None:  # noqa: FBT001 - a parameter of the test
    """Patterns are those of ECMAScript."""
    assert Validator({"pattern": pattern}, backend=backend).valid(text) == matches
    assert Validator({"patternProperties": {pattern: {"type": "string"}}}, backend=backend).valid({text: 1}) != matches


@pytest.mark.parametrize("backend", BACKENDS)
def test_context(backend: Backend) -> None:
    """The faults of each branch are there, with paths from the root."""
    schema = {"properties": {"a": {"anyOf": [{"type": "string"}, {"required": ["b"], "properties": {"c": {"type": "string"}}}]}}}
    (fault,) = Validator(schema, backend=backend).faults({"a": {"c": 1}})
    way = ("properties", "a", "anyOf")

    assert [sorted(branch, key=lambda inner: inner.order) for branch in fault.context] == [
        [_fault(("a",), {"type": "string"}, (*way, 0, "type"))],
        [
            _fault(("a",), {"required": ["b"]}, (*way, 1, "required"), missing="b"),
            _fault(("a", "c"), {"type": "string"}, (*way, 1, "properties", "c", "type")),
        ],
    ]


@pytest.mark.parametrize("backend", BACKENDS)
def test_resources(backend: Backend) -> None:
    """References lead into other schemas, and from there on."""
    resources: dict[str, dict[str, Any]] = {
        "tag:x,2024:t": {"$id": "tag:x,2024:t", "minLength": 2, "$defs": {"q": {"$ref": "#/$defs/z"}, "z": {"minLength": 4}}},
        "tag:x,2024:u": {"$ref": "tag:x,2024:t#/$defs/q"},
    }
    schema = {"properties": {"a": {"$ref": "tag:x,2024:t"}, "b": {"$ref": "tag:x,2024:u"}}}

    assert Validator(schema, resources=resources, backend=backend).faults({"a": "x", "b": "xyz"}) == [
        _fault(("a",), {"minLength": 2}, ("properties", "a", "minLength")),
        _fault(("b",), {"minLength": 4}, ("properties", "b", "minLength")),
    ]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_missing_resource_is_never_fetched(backend: Backend) -> None:
    """A reference that leads nowhere makes the schema unusable, without a look at the network."""
    with pytest.raises(ValueError, match="localhost"):
        Validator({"$ref": "http://localhost:1/x"}, backend=backend).faults(1)
    with pytest.raises(ValueError, match="localhost"):
        Validator({"$ref": "http://localhost:1/x"}, backend=backend).valid(1)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    "schema",
    [
        pytest.param({"type": "strin"}, id="an unknown type"),
        pytest.param({"pattern": "("}, id="a broken pattern"),
        pytest.param({"$ref": "#/nowhere"}, id="a broken reference"),
    ],
)
def test_a_broken_schema(schema: Mapping[str, Any], backend: Backend) -> None:
    """It is the programmer's mistake: an exception, when it is first used."""
    validator = Validator(schema, backend=backend)
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the library's
        validator.faults("x")


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_schema_is_left_alone(backend: Backend) -> None:
    """Validating changes nothing in the schema; faults show it as it was given."""
    schema = {"anyOf": [False, {"items": False}], "$schema": "https://json-schema.org/draft/2020-12/schema"}
    (fault,) = Validator(schema, backend=backend).faults([1])

    assert fault.value == [False, {"items": False}]
    assert schema == {"anyOf": [False, {"items": False}], "$schema": "https://json-schema.org/draft/2020-12/schema"}


@pytest.mark.parametrize("backend", [*BACKENDS, pytest.param("auto")])
def test_it_pickles_as_its_recipe(backend: Backend) -> None:
    """Compiled or not: the copy compiles for itself."""
    validator = Validator({"type": "object"}, backend=backend)
    before = pickle.dumps(validator)
    validator.faults([])

    assert pickle.dumps(validator) == before
    assert pickle.loads(before) == validator  # noqa: S301 - our own bytes
    assert not pickle.loads(before).valid([])  # noqa: S301


def test_auto_is_the_quick_one() -> None:
    """Where jsonschema-rs is installed it validates."""
    sys.modules.pop("strokekit.formats.schema_rust", None)
    Validator({"type": "object"}).valid({})

    assert "strokekit.formats.schema_rust" in sys.modules


def test_auto_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not, the reference does."""
    monkeypatch.setattr("strokekit.formats.schema.find_spec", lambda _: None)
    sys.modules.pop("strokekit.formats.schema_rust", None)

    assert not Validator({"type": "object"}).valid([])
    assert "strokekit.formats.schema_rust" not in sys.modules


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        pytest.param({"type": "object"}, [], id="a schema"),
        pytest.param({"type": "strin"}, ["$.type: 'strin' is not valid under any of the given schemas"], id="an unknown type"),
        pytest.param(
            {"required": "a", "minimum": "b"},
            ["$.minimum: 'b' is not of type 'number'", "$.required: 'a' is not of type 'array'"],
            id="two mistakes",
        ),
    ],
)
def test_check_schema(schema: Mapping[str, Any], expected: list[str]) -> None:
    """The metaschema's complaints, each with its place."""
    assert check_schema(schema) == expected


FAMILY = Family(
    lambda: {
        "count": {"$ref": "#/$defs/n"},
        "step": {"properties": {"repeat": {"$ref": "#/$defs/n"}, "where": {"anyOf": [{"const": "calf"}, {"const": "foot"}]}}},
        "none": {"additionalProperties": False, "required": ["steps"]},
    },
    {"$defs": {"n": {"type": "integer", "minimum": 1}}},
)


@pytest.mark.parametrize(
    "instance", [3, 0, "a", {}, {"repeat": 0, "where": "hip"}, {"steps": 1, "x": 2}, {"steps": []}, None, []]
)
@pytest.mark.parametrize("name", ["count", "step", "none"])
@pytest.mark.parametrize("backend", ["jsonschema", "jsonschema-rs"])
def test_a_schema_of_a_family_says_what_it_says_alone(backend: Backend, name: str, instance: Any) -> None:
    """Compiled with its kin or by itself, it refuses the same, and says the same of it."""
    schema = {**FAMILY.shapes()[name], **FAMILY.shared}
    alone, within = Validator(schema, backend=backend), Validator(schema, backend=backend, family=FAMILY, name=name)

    assert within.faults(instance) == alone.faults(instance)
    assert [fault.context for fault in within.faults(instance)] == [fault.context for fault in alone.faults(instance)]
    assert within.valid(instance) is alone.valid(instance)


def test_a_family_is_compiled_when_one_of_it_is_needed() -> None:
    """And no sooner."""

    def shapes() -> dict[str, Any]:
        raise LookupError

    validator = Validator({}, family=Family(shapes, {}), name="a")

    with pytest.raises(LookupError):
        validator.valid(1)
