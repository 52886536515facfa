"""The reference back-end: faults by `jsonschema`.

Some keywords of `jsonschema` say what is wrong in words only. Here they yield one error per property, whose `instance` is that
property's name, so that nothing has to be read back out of a message. Patterns are read as ECMAScript reads them, and a schema
that is `false` keeps its place, both of which `jsonschema` does not do by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import jsonschema
import jsonschema_specifications  # type: ignore[import-untyped]
from jsonschema import Draft202012Validator, ValidationError

# Private, for want of a public way: the keyword itself gives the names in a sentence. A test over both back-ends guards it.
from jsonschema._utils import find_evaluated_property_keys_by_schema
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from strokekit.formats.schema import Engine, Fault, Path
from strokekit.formats.schema_patterns import compiled
from strokekit.formats.schema_rewrite import Rewritten

_PARAMS = {
    "required": "missing",
    "dependentRequired": "missing",
    "additionalProperties": "unexpected",
    "unevaluatedProperties": "unexpected",
    "propertyNames": "name",
}
_BROKEN = (jsonschema.exceptions.UnknownType, Unresolvable, re.error)


def engine(schema: Mapping[str, Any], resources: Mapping[str, Mapping[str, Any]]) -> Engine:
    """Compile a schema.

    >>> engine({"type": "object"}, {}).valid({})
    True
    """
    rewritten = Rewritten()
    made = [(uri, DRAFT202012.create_resource(rewritten.schema(contents))) for uri, contents in resources.items()]
    registry = jsonschema_specifications.REGISTRY.with_resources(made)
    validator = _validator()(rewritten.schema(schema), registry=registry)

    def faults(instance: Any) -> list[Fault]:
        try:
            return [_fault(error, (), (), rewritten) for error in validator.iter_errors(instance)]
        except _BROKEN as error:
            raise ValueError(str(error)) from error

    def valid(instance: Any) -> bool:
        try:
            return bool(validator.is_valid(instance))
        except _BROKEN as error:
            raise ValueError(str(error)) from error

    return Engine(faults=faults, valid=valid)


@lru_cache(maxsize=1)
def _validator() -> Any:
    own = {
        "required": _required,
        "dependentRequired": _dependent_required,
        "additionalProperties": _additional,
        "unevaluatedProperties": _unevaluated,
        "propertyNames": _property_names,
        "pattern": _pattern,
        "patternProperties": _pattern_properties,
        "contains": _contains,
    }
    extend: Any = jsonschema.validators.extend
    return extend(Draft202012Validator, own)


def _fault(error: ValidationError, base: Path, way: Path, rewritten: Rewritten) -> Fault:
    keyword = str(error.validator)
    path = (*way, *(part for part in error.relative_schema_path if part != "$dynamicRef"))
    value = rewritten.original(error.validator_value)
    if rewritten.never(error.validator_value):
        keyword, value, path = "false", False, path[:-1]
    where = (*base, *error.relative_path)
    context = _context(error, where, path, rewritten) if keyword in ("anyOf", "oneOf") else ()
    return Fault(
        path=where, keyword=keyword, value=value, params=_params(keyword, error.instance), schema_path=path, context=context
    )


def _params(keyword: str, name: Any) -> dict[str, Any]:
    param = _PARAMS.get(keyword)
    return {param: [name] if param == "unexpected" else name} if param else {}


def _context(error: ValidationError, base: Path, way: Path, rewritten: Rewritten) -> tuple[tuple[Fault, ...], ...]:
    branches: dict[Any, list[Fault]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(_fault(inner, base, way, rewritten))
    return tuple(tuple(faults) for faults in branches.values())


def _named(names: Iterable[str]) -> Iterator[ValidationError]:
    return (ValidationError("", instance=name) for name in names)


def _required(_validator: Any, value: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    return _named(name for name in value if name not in instance) if isinstance(instance, dict) else _named(())


def _dependent_required(_validator: Any, value: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        yield from _named(name for key, names in value.items() if key in instance for name in names if name not in instance)


def _additional(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    known, patterns = schema.get("properties", {}), [compiled(pattern) for pattern in schema.get("patternProperties", {})]
    extras = [name for name in instance if name not in known and not any(pattern.search(name) for pattern in patterns)]
    if value is False:
        yield from _named(extras)
    else:
        for name in extras:
            yield from validator.descend(instance[name], value, path=name)


def _unevaluated(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        evaluated = find_evaluated_property_keys_by_schema(validator, instance, schema)
        left = [name for name in instance if name not in evaluated]
        yield from _named(name for name in left if any(validator.descend(instance[name], value)))


def _property_names(validator: Any, value: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        yield from _named(name for name in instance if any(validator.descend(name, value)))


def _pattern(_validator: Any, value: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not compiled(value).search(instance):
        yield ValidationError("")


def _pattern_properties(validator: Any, value: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    for pattern, schema in value.items() if isinstance(instance, dict) else ():
        for name in instance:
            if compiled(pattern).search(name):
                yield from validator.descend(instance[name], schema, path=name, schema_path=pattern)


def _contains(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    for _ in Draft202012Validator.VALIDATORS["contains"](validator, value, instance, schema) or ():
        yield ValidationError("")
