"""A built routine → the document that an engine takes: through the reader of JSON, so that every check of a file is made."""

from __future__ import annotations

import json
import os
from typing import TypeVar

import attrs

from strokekit.building.piece import Kind, Piece, pieces
from strokekit.diagnostics import Outcome, Report
from strokekit.errors import UsageError
from strokekit.formats.calls import in_call
from strokekit.formats.document import Document
from strokekit.formats.read import read_text

NAME = "<built>"
"""What a document is called that no file holds."""


K = TypeVar("K", bound=Kind)


def document_of(piece: Piece[K], folder: str | os.PathLike[str] | None = None) -> Outcome[Document]:
    """Make the document of a routine; its diagnostics lead to the calls that made its parts, its includes to files in `folder`.

    The limits are those of a file.

    Raises:
        UsageError: the piece is no routine, or nests too deeply for Python to follow.
    """
    if piece.kind != "routine":
        raise UsageError(f"only a routine is a document, and {piece!r} is a {piece.kind}: put it into `routine(…)`")
    try:
        inside, text = list(pieces(piece)), json.dumps(piece.data, ensure_ascii=False)
    except RecursionError:
        raise UsageError(f"{piece!r} nests too deeply: no file may") from None
    calls = {pointer: inner.call for pointer, inner in inside}
    found = [problem for _, inner in inside for problem in inner.found]
    outcome = read_text(text, name=NAME, syntax="json", folder=folder)
    report = Report.of([*found, *(in_call(calls, NAME, problem) for problem in outcome.report)])
    return Outcome(None if outcome.value is None else attrs.evolve(outcome.value, calls=calls), report)
