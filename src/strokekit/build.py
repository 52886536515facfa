"""Routines built in Python, without a file: a function for each thing that a file holds, and functions that combine them.

The keywords are the keys of the format. What they hold is checked by an engine, as a file is; a diagnostic names the call.

>>> from strokekit import Engine, build
>>> legs = build.section("legs", build.technique("kneading", where="calf", repeat="3..5"), position="prone")
>>> routine = build.routine(title="Legs", contraindications="none_reviewed", sections=[legs])
>>> Engine().structure(routine.document).ok
True
"""

from strokekit.building.builders import (
    action,
    block,
    checkpoint,
    choose,
    cue,
    fragment,
    free,
    include,
    part,
    routine,
    section,
    technique,
    unlisted,
)
from strokekit.building.combining import concatenate, insert, repeat, replace
from strokekit.building.filling import with_values
from strokekit.building.mirroring import mirror
from strokekit.building.piece import AnyPiece, Part, Piece, Routine, Section, Step

__all__ = [
    "AnyPiece",
    "Part",
    "Piece",
    "Routine",
    "Section",
    "Step",
    "action",
    "block",
    "checkpoint",
    "choose",
    "concatenate",
    "cue",
    "fragment",
    "free",
    "include",
    "insert",
    "mirror",
    "part",
    "repeat",
    "replace",
    "routine",
    "section",
    "technique",
    "unlisted",
    "with_values",
]
