"""What all declarations are made of: texts in several languages, mappings that nobody can change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from strokekit.model.frozen import FrozenMap

API = 1
"""The version of the plugin interface that this release speaks."""

Text: TypeAlias = str | Mapping[str, str]
"""A text in English, or one text for each language tag."""


def frozen(value: Any) -> Any:
    """Give a text or a literal as nobody can change it: mappings become read-only, at every depth.

    >>> frozen({"en": "Kneading"})
    FrozenMap({'en': 'Kneading'})
    """
    if isinstance(value, Mapping):
        return FrozenMap({key: frozen(part) for key, part in value.items()})
    return value


def read_only() -> Any:
    """Make a field that holds a mapping which nobody can change, empty where nothing is given."""
    return attrs.field(factory=FrozenMap, converter=frozen)
