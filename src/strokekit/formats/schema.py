"""The one adapter to JSON Schema validators (draft 2020-12): which faults an instance has, in the same form from both back-ends.

`jsonschema` is the reference; `jsonschema-rs` is quick, and there is no wheel of it for some machines. Neither is imported
before the first validation. What is said to an author about a fault is the business of `strokekit.reading`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib.util import find_spec
from typing import Any, Literal, TypeAlias

import attrs

Backend: TypeAlias = Literal["auto", "jsonschema", "jsonschema-rs"]
"""Which library validates; `auto` is jsonschema-rs where it is installed."""

QUICK = "jsonschema-rs"
"""The back-end that compiles."""
Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the root."""


@attrs.frozen(kw_only=True)
class Fault:
    """One keyword of a schema that one place of an instance does not keep to.

    Attributes:
        path: the place in the instance; for a missing or unexpected property the object it is missing from or unexpected in.
        keyword: the keyword that failed; `false` for a schema that is `false`.
        value: what the schema says under that keyword.
        params: `missing` (the property) for `required` and `dependentRequired`, `unexpected` (a list of one property) for
            `additionalProperties` and `unevaluatedProperties`, `name` for `propertyNames`; else empty. One fault per property.
        schema_path: the way through the schema, references followed and not named.
        context: for `anyOf` and `oneOf` the faults of each branch, with paths from the root of the instance; best effort.

    >>> Validator({"required": ["steps"]}).faults({})[0].params
    {'missing': 'steps'}
    """

    path: Path
    keyword: str
    value: Any
    params: Mapping[str, Any] = attrs.field(factory=dict)
    schema_path: Path = ()
    context: tuple[tuple[Fault, ...], ...] = attrs.field(default=(), eq=False, repr=False)

    @property
    def order(self) -> tuple[tuple[tuple[int, int, str], ...], str, str, str]:
        """The key by which faults are sorted: place, keyword, property, way through the schema."""
        return (tuple(map(_rank, self.path)), self.keyword, str(dict(self.params)), str(self.schema_path))


@attrs.frozen
class Validator:
    """A JSON Schema, compiled on its first use; it pickles as its recipe.

    Instances are plain JSON values with exact `str` keys, as `Document.data` holds them. `format` is not asserted.

    Attributes:
        schema: the schema; what it refers to stands in itself or in `resources`.
        resources: other schemas by their URI. Nothing is ever fetched.
        backend: which library validates.
        family: the schemas that this one shares its definitions with, itself among them under `name`; what it refuses is the
            same without.

    >>> Validator({"properties": {"repeat": {"type": "integer"}}}, backend="jsonschema").valid({"repeat": 3})
    True
    """

    schema: Mapping[str, Any] = attrs.field(repr=False)
    resources: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict, kw_only=True, repr=False)
    backend: Backend = attrs.field(default="auto", kw_only=True)
    family: Family | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)
    name: str = attrs.field(default="", kw_only=True)

    def faults(self, instance: Any) -> list[Fault]:
        """Find everything in `instance` that the schema refuses, without duplicates, sorted by path, then keyword.

        Raises:
            ValueError: the schema itself can't be used; `check_schema` says why.

        >>> [fault.path for fault in Validator({"items": {"type": "string"}}).faults(["a", 1])]
        [(1,)]
        """
        return _sorted(self._engine.faults(instance))

    def valid(self, instance: Any) -> bool:
        """Say whether `faults` would find nothing, at less cost.

        Raises:
            ValueError: the schema itself can't be used; `check_schema` says why.

        >>> Validator({"type": "object"}).valid([])
        False
        """
        return self._engine.valid(instance)

    @cached_property
    def _engine(self) -> Engine:
        chosen = _chosen(self.backend)
        if self.family is not None and chosen == QUICK:
            return self.family.engine(self.name)
        return _engines()[chosen](self.schema, self.resources)


@attrs.frozen
class Family:
    """Schemas with the same definitions, compiled as one by the quick back-end: most of the work is in what they share.

    Attributes:
        shapes: gives the schemas by their names, without what they share; it is called when the first of them is needed.
        shared: what stands beside each of them, such as `$defs`.

    >>> family = Family(lambda: {"count": {"$ref": "#/$defs/n"}}, {"$defs": {"n": {"type": "integer"}}})
    >>> whole = {"$ref": "#/$defs/n", "$defs": {"n": {"type": "integer"}}}
    >>> Validator(whole, family=family, name="count").faults("three") == Validator(whole, backend="jsonschema").faults("three")
    True
    """

    shapes: Callable[[], Mapping[str, Mapping[str, Any]]]
    shared: Mapping[str, Any]

    def engine(self, name: str) -> Engine:
        """Give what answers for one of the schemas: each is that of the property with its name, in one schema of all."""
        whole = self._whole

        def faults(instance: Any) -> Iterable[Fault]:
            return (_inner(fault) for fault in whole.faults({name: instance}))

        return Engine(faults=faults, valid=lambda instance: whole.valid({name: instance}))

    @cached_property
    def _whole(self) -> Engine:
        return _engines()[QUICK]({**self.shared, "properties": dict(self.shapes())}, {})


def _inner(fault: Fault) -> Fault:
    """Leave out the name of the schema at the begin of the ways."""
    context = tuple(tuple(_inner(one) for one in branch) for branch in fault.context)
    return attrs.evolve(fault, path=fault.path[1:], schema_path=fault.schema_path[2:], context=context)


@attrs.frozen
class Engine:
    """What a back-end gives: two questions about an instance."""

    faults: Callable[[Any], Iterable[Fault]]
    valid: Callable[[Any], bool]


def check_schema(schema: Mapping[str, Any]) -> list[str]:
    """Check a schema against the metaschema of draft 2020-12; an empty list means that it can be used.

    Slow (up to a second for a large schema): for tests and for plugins at registration, never for a routine.

    >>> check_schema({"type": "strin"})
    ["$.type: 'strin' is not valid under any of the given schemas"]
    """
    from jsonschema import Draft202012Validator

    problems = Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema)
    return sorted(f"{problem.json_path}: {problem.message}" for problem in problems)


def _chosen(backend: Backend) -> str:
    if backend != "auto":
        return backend
    return QUICK if find_spec("jsonschema_rs") else "jsonschema"


def _engines() -> dict[str, Callable[[Mapping[str, Any], Mapping[str, Mapping[str, Any]]], Engine]]:
    def slow(schema: Mapping[str, Any], resources: Mapping[str, Mapping[str, Any]]) -> Engine:
        from strokekit.formats.schema_python import engine

        return engine(schema, resources)

    def quick(schema: Mapping[str, Any], resources: Mapping[str, Mapping[str, Any]]) -> Engine:
        from strokekit.formats.schema_rust import engine

        return engine(schema, resources)

    return {"jsonschema": slow, QUICK: quick}


def _sorted(faults: Iterable[Fault]) -> list[Fault]:
    unique = {fault.order: fault for fault in faults}
    return [unique[order] for order in sorted(unique)]


def _rank(key: str | int) -> tuple[int, int, str]:
    # Indices sort as numbers and before keys: text and numbers don't compare.
    return (0, key, "") if isinstance(key, int) else (1, 0, key)
