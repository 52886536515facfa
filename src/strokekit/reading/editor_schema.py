"""The published schema with words of ours: where a text has not the form that is asked for, editors say what to write.

Those words stand under `patternErrorMessage`, which the editors know that are made from VS Code's services for JSON and YAML, and
no standard does; so they are added on demand, for validators that refuse what they do not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.formats.schema_strict import strict
from strokekit.literals import KINDS
from strokekit.plugins.catalog import Catalog
from strokekit.reading.faults import expected_form
from strokekit.reading.outlines import Shape
from strokekit.reading.schema import composed_schema

_SILENT = ("if", "not", "examples", "default", "enum", "const")
"""Keywords below which nothing is said to anybody."""


def editor_schema(catalog: Catalog) -> Shape:
    """Give the published schema with what to write in the place of every pattern; it accepts the same.

    >>> from strokekit.plugins.catalog import build_catalog
    >>> editor_schema(build_catalog(()))["$defs"]["percent"]["else"]["patternErrorMessage"]
    'write a share such as `40%` or `40..50%`'
    """
    return strict(_told(composed_schema(catalog)))


def _told(shape: Any) -> Any:
    if isinstance(shape, list):
        return [_told(part) for part in shape]
    if not isinstance(shape, Mapping):
        return shape
    told = {key: part if key in _SILENT else _told(part) for key, part in shape.items()}
    pattern, kind = shape.get("pattern"), shape.get("title")
    if isinstance(pattern, str):
        told["patternErrorMessage"] = f"write {expected_form(pattern, kind if kind in KINDS else '')}"
    return told
