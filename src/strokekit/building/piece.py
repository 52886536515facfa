"""A piece of a routine that was built in Python: its keys and values as a file would hold them, and the call that made it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, Generic, Literal, TypeAlias, TypeVar

import attrs

from strokekit.diagnostics import Diagnostic, Outcome
from strokekit.formats.calls import Call
from strokekit.formats.document import Document
from strokekit.formats.pointer import join
from strokekit.model.frozen import FrozenMap

Kind: TypeAlias = Literal["routine", "section", "step", "part"]
"""What a piece is."""
K = TypeVar("K", bound=Kind)


@attrs.frozen(kw_only=True, repr=False)
class Piece(Generic[K]):
    """A routine, a section, a step or a part, as a builder makes it. Immutable; what was handed in is copied.

    Two pieces are equal when they are of one kind and hold the same: by which calls they were made is no matter. No mistake
    of an author makes a builder raise: it is reported when an engine reads `document`.
    """

    kind: K
    keys: FrozenMap[str, Any]
    """Key of the format → value: texts, whole numbers, truth values, tuples, mappings, and pieces where steps stand."""
    call: Call = attrs.field(eq=False)
    found: tuple[Diagnostic, ...] = attrs.field(default=(), eq=False)
    """What is wrong with it already: values that a part was filled with and does not take."""

    @property
    def data(self) -> dict[str, Any]:
        """The piece as plain JSON, as a file would hold it; a new copy each time.

        >>> from strokekit import build
        >>> build.technique("gliding", where="back", repeat="3..5").data
        {'technique': 'gliding', 'where': 'back', 'repeat': '3..5'}
        """
        return {key: thawed(value) for key, value in self.keys.items()}

    @property
    def document(self) -> Outcome[Document]:
        """The piece as an engine takes it, in the place of a document that was read; it includes no files.

        Raises:
            UsageError: it is no routine: sections, steps and parts are documents only inside one.

        >>> from strokekit import Engine, build
        >>> rest = build.routine(title="Rest", sections=[build.section("rest", build.cue(say="Rest a while."))])
        >>> Engine().structure(rest.document).require().title["en"]
        'Rest'
        """
        return self.document_in(None)

    def document_in(self, folder: str | os.PathLike[str] | None) -> Outcome[Document]:
        """Give the same document with the folder from which its includes of files are looked for.

        Raises:
            UsageError: as for `document`.
        """
        from strokekit.building.documents import document_of

        return document_of(self, folder)

    def __repr__(self) -> str:
        """Name the call and its place."""
        return f"<{self.call} at {self.call.place}>"


Routine: TypeAlias = Piece[Literal["routine"]]
"""A whole routine, or a file of parts."""
Section: TypeAlias = Piece[Literal["section"]]
"""A section of a routine."""
Step: TypeAlias = Piece[Literal["step"]]
"""A step: a technique, an action, a block, a choice, or any other."""
Part: TypeAlias = Piece[Literal["part"]]
"""A part of a routine that is included by its name, with values of its own."""
AnyPiece: TypeAlias = Routine | Section | Step | Part
"""Any piece."""


def frozen(value: Any) -> Any:
    """Copy a value so that nobody can change it: lists become tuples, mappings frozen ones."""
    if isinstance(value, Mapping):
        return FrozenMap({key: frozen(part) for key, part in value.items()})
    return tuple(frozen(part) for part in value) if isinstance(value, (list, tuple)) else value


def thawed(value: Any) -> Any:
    """Give a value as plain JSON.

    >>> thawed((1, FrozenMap({"a": (2,)})))
    [1, {'a': [2]}]
    """
    if isinstance(value, Piece):
        return value.data
    if isinstance(value, Mapping):
        return {key: thawed(part) for key, part in value.items()}
    return [thawed(part) for part in value] if isinstance(value, tuple) else value


def pieces(value: Any, pointer: str = "") -> Iterator[tuple[str, AnyPiece]]:
    """Go through the pieces in a value, each with the pointer that it will stand at, the outer ones first."""
    if isinstance(value, Piece):
        yield pointer, value
        value = value.keys
    entries = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, tuple) else ()
    for key, part in entries:
        yield from pieces(part, join(pointer, key))
