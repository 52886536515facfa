"""`dump`: a routine as the text that a person would have written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from strokekit.building.piece import Piece
from strokekit.building.values import default_engine
from strokekit.diagnostics import Outcome
from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.formats.document import Document, Syntax
from strokekit.formats.json_layout import json_text
from strokekit.formats.read import read_text
from strokekit.formats.tree import Group, tree_of
from strokekit.formats.yaml_layout import yaml_text
from strokekit.model.routine import Routine
from strokekit.writing import canonical, settled

Dumped: TypeAlias = Piece[Any] | Routine | Document | Outcome[Document] | Mapping[str, Any]
"""What can be written."""


def dump(routine: Dumped, *, syntax: Syntax = "yaml", engine: Engine | None = None) -> str:
    """Write a routine as the text of a file, in its canonical layout, which `strokekit fmt` leaves as it is.

    Reading the text gives the same routine. What was read from a file loses its comments and its own layout: to change a
    file, edit its document.

    Args:
        routine: what a builder made, also a section or a step alone; a document; a routine that was read from one; or JSON.
        syntax: `yaml` or `json`.
        engine: knows which long forms have a short one that says the same; by default what strokekit ships does.

    Raises:
        UsageError: there is no document, or it holds what no document can.

    >>> from strokekit.build import technique
    >>> print(dump(technique("kneading", repeat="3..5", where="calf")), end="")
    technique: kneading
    where: calf
    repeat: 3..5
    """
    if syntax not in ("yaml", "json"):
        raise UsageError(f"dump() writes `yaml` or `json`, not {syntax!r}")
    data = _data(routine)
    tree = _tree(data, routine.kind if isinstance(routine, Piece) else "")
    text = yaml_text(tree) if syntax == "yaml" else json_text(tree)
    if "strokekit" not in data:
        return text
    # What `fmt` makes of it, so that the two can't drift apart; a document with a fault that `fmt` refuses stays as it is.
    return canonical(read_text(text, syntax=syntax), (engine or default_engine()).catalog).value or text


def _tree(data: dict[str, Any], kind: str) -> Group:
    """Put what is written into the canonical layout: a piece that is no document is laid out inside one, and taken out again."""
    shells: dict[str, tuple[dict[str, Any], tuple[int, ...]]] = {
        "section": ({"sections": [data]}, (0, 0)),
        "step": ({"sections": [{"steps": [data]}]}, (0, 0, 0, 0)),
        "part": ({"parts": {"part": data}}, (0, 0)),
    }
    shell, way = shells.get(kind, (data, ()))
    node = tree_of(shell)
    assert isinstance(node, Group)  # noqa: S101 - the data is a mapping
    node = settled(node, shell)
    for place in way:
        inner = node.entries[place].node
        assert isinstance(inner, Group)  # noqa: S101 - as above
        node = inner
    return node


def _data(routine: Any) -> dict[str, Any]:
    """Give the JSON values of whatever was handed in."""
    found = routine.value if isinstance(routine, Outcome) else routine
    found = found.document if isinstance(found, Routine) else found
    if isinstance(found, (Piece, Document)):
        return found.data
    if isinstance(found, Mapping):
        return dict(found)
    what = "nothing was read" if found is None else f"a {type(found).__name__} is none"
    raise UsageError(f"dump() writes what a document holds, and {what}")
