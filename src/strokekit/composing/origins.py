"""Where something was written: in the routine's own document, or in a file that it includes (`file#pointer`)."""

from __future__ import annotations

import attrs

from strokekit.diagnostics import Diagnostic, Related
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong, locate
from strokekit.model.routine import Routine

SHOWN = 3
"""How many includes of a chain are shown."""


def split_origin(origin: str) -> tuple[str, str]:
    """Take an origin apart: the file, empty for the routine's own, and the JSON Pointer in it.

    >>> split_origin("legs.routine.yaml#/parts/leg"), split_origin("/sections/0")
    (('legs.routine.yaml', '/parts/leg'), ('', '/sections/0'))
    """
    if origin.startswith("/") or "#" not in origin:
        return "", origin
    file, _, pointer = origin.partition("#")
    return file, pointer


def document_of(routine: Routine, origin: str) -> tuple[Document | None, str]:
    """Give the document that an origin leads into, and the pointer there."""
    file, pointer = split_origin(origin)
    if not file:
        return routine.document, pointer
    included = routine.files.get(file)
    return (included.document if included else None), pointer


def locate_in(routine: Routine, wrong: Wrong) -> Diagnostic:
    """Make the diagnostic of a problem, at its place in the routine's document or in the included file it came from."""
    document, pointer = document_of(routine, wrong.pointer)
    return locate(document, attrs.evolve(wrong, pointer=pointer))


def includes(routine: Routine, origins: tuple[str, ...]) -> tuple[Related, ...]:
    """Point at the includes that lead to a place, the nearest first; of a long chain at the two nearest and the outermost."""
    shown = origins if len(origins) <= SHOWN else (*origins[: SHOWN - 1], origins[-1])
    made = [related(routine, "included from here", origin) for origin in shown]
    left_out = len(origins) - len(shown)
    if left_out:
        made[-1] = attrs.evolve(made[-1], message=f"included from here, by way of {left_out} more includes")
    return tuple(made)


def related(routine: Routine, message: str, origin: str) -> Related:
    """Point at another place."""
    document, pointer = document_of(routine, origin)
    if document is None:
        return Related(message=message, file="", pointer=pointer)
    return Related(message=message, file=document.source.name, pointer=pointer, span=document.span(pointer))
