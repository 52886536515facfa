"""The quick back-end: faults by `jsonschema-rs`, brought into the form of the reference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from strokekit.formats.schema import Engine, Fault, Path
from strokekit.formats.schema_lookup import REFERENCES, Lookup

_UNEXPECTED = ("additionalProperties", "unevaluatedProperties")


def engine(schema: Mapping[str, Any], resources: Mapping[str, Mapping[str, Any]]) -> Engine:
    """Compile a schema.

    Raises:
        ImportError: jsonschema-rs is not installed.
    """
    import jsonschema_rs  # here, so that the module can be looked at where there is no wheel

    contents: Any = list(resources.items())
    plain: Any = schema
    registry = jsonschema_rs.Registry(contents, draft=jsonschema_rs.Draft202012, retriever=_no_retrieval)
    validator = jsonschema_rs.Draft202012Validator(plain, registry=registry)
    lookup = Lookup(schema, resources)

    def faults(instance: Any) -> list[Fault]:
        return [fault for error in validator.iter_errors(instance) for fault in _faults(error, lookup, instance)]

    return Engine(faults=faults, valid=validator.is_valid)


def _no_retrieval(uri: str) -> NoReturn:
    raise LookupError(uri)


def _faults(error: Any, lookup: Lookup, instance: Any) -> list[Fault]:
    keyword, way = _place(error)
    value = False if keyword == "false" else lookup.value(way)
    path = _path(error, instance)
    schema_path = tuple(part for part in way if part not in REFERENCES)
    context = _context(error, lookup, instance) if keyword in ("anyOf", "oneOf") else ()

    def fault(params: dict[str, Any]) -> Fault:
        return Fault(path=path, keyword=keyword, value=value, params=params, schema_path=schema_path, context=context)

    return [fault(params) for params in _params(keyword, error, instance)]


def _place(error: Any) -> tuple[str, Path]:
    """Give the keyword that the reference would name, and the way to it, references included."""
    way = tuple(error.evaluation_path)
    kind = error.kind.name
    if kind == "propertyNames":
        inner = tuple(error.kind.error.evaluation_path)
        return kind, inner[: len(inner) - inner[::-1].index(kind)]
    if kind == "contains":
        return kind, (*way[:-1], kind)
    if kind == "falseSchema" and way[-1] not in (*_UNEXPECTED, "propertyNames"):
        return "false", way
    return str(way[-1]), way


def _params(keyword: str, error: Any, instance: Any) -> list[dict[str, Any]]:
    kind = error.kind
    if kind.name == "required":
        return [{"missing": kind.property}]
    if keyword == "propertyNames":
        names = _names(error, instance) if kind.name == "falseSchema" else [kind.error.instance]
        return [{"name": name} for name in names]
    if keyword in _UNEXPECTED:
        names = _names(error, instance) if kind.name == "falseSchema" else kind.unexpected
        return [{"unexpected": [name]} for name in names]
    return [{}]


def _names(error: Any, instance: Any) -> list[str]:
    # Where a schema refuses all properties, jsonschema-rs says so once, without their names.
    for part in _path(error, instance):
        instance = instance[part]
    return list(instance)


def _path(error: Any, instance: Any) -> Path:
    """Give the way to the value: a key made of digits comes as a number, and is a key all the same."""
    way: list[str | int] = []
    for part in error.instance_path:
        way.append(str(part) if isinstance(instance, Mapping) else part)
        instance = instance[way[-1]]
    return tuple(way)


def _context(error: Any, lookup: Lookup, instance: Any) -> tuple[tuple[Fault, ...], ...]:
    branches = getattr(error.kind, "context", ())
    return tuple(tuple(fault for inner in branch for fault in _faults(inner, lookup, instance)) for branch in branches)
