"""Any value of strokekit as JSON: for logs, for records, for programs that are not written in Python."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs


def plain(value: Any) -> Any:
    """Turn a value into plain JSON: mappings, lists, texts, whole numbers, truth values, null.

    A value of a class becomes a mapping with its class under `type`; what has its default, and what is private, is left out.
    Exact decimals become texts.

    >>> from strokekit.model.amounts import exactly
    >>> plain(exactly(3))
    {'type': 'Range', 'min': 3, 'ideal': 3, 'max': 3}
    """
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(part) for part in value]
    if attrs.has(type(value)):
        return {"type": type(value).__name__, **_fields(value)}
    return value


def _fields(value: Any) -> dict[str, Any]:
    found = {}
    for field in attrs.fields(type(value)):
        part = getattr(value, field.name)
        if field.repr and not field.name.startswith("_") and part != _default(field):
            found[field.name] = plain(part)
    return found


def _default(field: Any) -> Any:
    made = field.default
    return made.factory() if isinstance(made, attrs.Factory) and not made.takes_self else made  # type: ignore[arg-type]  # attrs types Factory as a function
