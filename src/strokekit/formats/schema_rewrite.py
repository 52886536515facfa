"""Schemas as `jsonschema` can be given them: every `false` spelt out, no `$schema`, and the way back to what was written.

`jsonschema` forgets the place at which a schema is `false`, and takes its own class of validators wherever it sees `$schema`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SINGLE = ("items", "contains", "not", "if", "then", "else")
# Their own keywords report a `false`, by the name of the property.
_REPORTED = ("additionalProperties", "unevaluatedProperties", "unevaluatedItems", "propertyNames")


class Rewritten:
    """Rewrites schemas, and remembers what each part was before."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._never: dict[str, Any] = {"not": {}}
        # The rewritten parts are kept beside the originals, so that no `id` is ever given twice.
        self._back: dict[int, tuple[Any, Any]] = {}

    def schema(self, schema: Any) -> Any:
        """Rewrite a schema and everything inside it.

        >>> Rewritten().schema({"properties": {"a": False}})
        {'properties': {'a': {'not': {}}}}
        """
        if schema is False:
            return self._never
        if not isinstance(schema, Mapping):
            return schema
        return self._kept({key: self._keyword(key, value) for key, value in schema.items() if key != "$schema"}, schema)

    def original(self, part: Any) -> Any:
        """Give what `part` was before."""
        if part is self._never:
            return False
        return self._back[id(part)][1] if id(part) in self._back else part

    def never(self, value: Any) -> bool:
        """Say whether `value` is that of the `not` which stands for `false`."""
        return value is self._never["not"]

    def _keyword(self, key: str, value: Any) -> Any:
        if key in _MAPS and isinstance(value, Mapping):
            return self._kept({name: self.schema(part) for name, part in value.items()}, value)
        if key in _LISTS and isinstance(value, list):
            return self._kept([self.schema(part) for part in value], value)
        if key in _SINGLE or (key in _REPORTED and value is not False):
            return self.schema(value)
        return value

    def _kept(self, new: Any, old: Any) -> Any:
        self._back[id(new)] = (new, old)
        return new
