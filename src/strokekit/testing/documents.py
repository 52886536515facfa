"""Routine files as JSON values: the short forms that tests write, checked by an engine."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from strokekit.diagnostics import Diagnostic, Report
from strokekit.engine import Engine

Data: TypeAlias = dict[str, Any]
"""A routine file, or a part of one, as JSON values."""
Path: TypeAlias = tuple[str | int, ...]
"""The way to a value in it: keys and indexes."""


def document(*steps: Data, **head: Any) -> Data:
    """Make a routine of one section `s` with these steps; `head` holds further keys of the document, or other values of them.

    >>> document({"say": "Breathe"})["sections"]
    [{'id': 's', 'steps': [{'say': 'Breathe'}]}]
    """
    lead = {"strokekit": 1, "title": "Test", "contraindications": "none_reviewed"}
    return {**lead, **head, "sections": head.get("sections", [{"id": "s", "steps": list(steps)}])}


def text_of(data: Data) -> str:
    """Write a routine as JSON text, one value a line."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def report_of(engine: Engine, data: Data) -> Report:
    """Check a routine that is given as JSON values."""
    return engine.check(engine.read_text(text_of(data), name="generated.routine.json", syntax="json"))


def errors_of(engine: Engine, data: Data) -> tuple[Diagnostic, ...]:
    """Give the errors of a routine that is given as JSON values."""
    return report_of(engine, data).errors


def path_of(pointer: str) -> Path:
    """Read a JSON Pointer as a way.

    >>> path_of("/sections/0/id")
    ('sections', 0, 'id')
    """
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def pointer_of(path: Path) -> str:
    """Write a way as a JSON Pointer."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def value_at(data: Any, path: Path) -> Any:
    """Give the value at the end of a way."""
    for part in path:
        data = data[part]
    return data
