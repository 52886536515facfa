"""A text that has been read: plain JSON values, and the way back from each of them into the text.

Nothing here knows what a routine is. Positions are looked up for what is reported and for nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from strokekit.diagnostics import Span
from strokekit.formats.calls import Call, call_at
from strokekit.formats.inner import stretch
from strokekit.formats.marks import Mark, child, index, opening
from strokekit.formats.pointer import split
from strokekit.formats.source import Source

if TYPE_CHECKING:
    from strokekit.formats.editing import Editing

Syntax: TypeAlias = Literal["yaml", "json"]
"""The syntaxes a document is written in."""


@attrs.frozen(kw_only=True)
class Document:
    """What a text says, and where it says it.

    `data` holds exact `dict`, `list`, `str`, `int` and `bool` objects; `float` and `None` only below keys that begin with
    `x-`. Values that aliases share are shared objects: treat `data` as read-only. Two documents are equal when source,
    syntax and data are.

    Where the text has faults, an erroneous scalar is kept as its text, of two equal keys the first is kept, and a key
    that is no text is left out, so that later stages can go on finding more.
    """

    source: Source
    syntax: Syntax
    data: dict[str, Any] = attrs.field(repr=False)
    _marks: Mark | None = attrs.field(default=None, eq=False, repr=False)
    calls: Mapping[str, Call] = attrs.field(factory=dict, eq=False, repr=False)
    """Where no text was read but a program built the document: pointer → the call that made what stands there."""

    def value(self, pointer: str) -> Any:
        """Return the value at a JSON Pointer.

        Raises:
            KeyError: nothing stands there.

        >>> from strokekit.formats import read_text
        >>> read_text("steps: [{say: Hello}]").require().value("/steps/0/say")
        'Hello'
        """
        found: Any = self.data
        for part in split(pointer):
            place = index(part) if isinstance(found, list) else part
            if isinstance(found, (dict, list)) and _holds(found, place):
                found = found[place]  # type: ignore[index] # an index for a list, a key for a mapping
            else:
                raise KeyError(pointer)
        return found

    def span(self, pointer: str) -> Span:
        """Locate the value at `pointer`.

        Where nothing stands there, the opening of the last container on the way is given: its first key, else its
        own text. What an alias stands for is located where it is written out. The span of a block collection ends
        with its last value.

        >>> from strokekit.formats import read_text
        >>> document = read_text("steps: [{say: Hello}]").require()
        >>> document.span("/steps/0/say").column, document.span("/steps/0/where").column
        (15, 10)
        """
        mark, whole = self._find(pointer)
        return self.source.span(*((mark.start, mark.end) if whole else opening(mark)))

    def key_span(self, pointer: str) -> Span:
        """Locate the key that leads to `pointer`; for a list's item the item, for the root its opening.

        >>> from strokekit.formats import read_text
        >>> read_text("steps: [{say: Hello}]").require().key_span("/steps/0/say").column
        10
        """
        mark, whole = self._find(pointer)
        if whole and mark.key_start >= 0:
            return self.source.span(mark.key_start, mark.key_end)
        return self.source.span(*((mark.start, mark.end) if whole and pointer else opening(mark)))

    def inner_span(self, pointer: str, start: int, end: int) -> Span:
        r"""Locate the code points `start` up to `end` of the *decoded* text at `pointer`.

        Exact through quotes, escapes and folded lines. Where the value is no text, or can't be followed (an alias, a
        repaired scalar), the whole value is given.

        >>> from strokekit.formats import read_text
        >>> read_text(r'say: "caf\u00e9 noir"').require().inner_span("/say", 5, 9).column
        17
        """
        mark, whole = self._find(pointer)
        found = self.value(pointer) if whole else None
        if not isinstance(found, str):
            return self.span(pointer)
        raw = self.source.slice(mark.start, mark.end)
        inner = stretch(raw, found, self.syntax, start, end)
        return self.source.span(mark.start + inner[0], mark.start + inner[1]) if inner else self.span(pointer)

    def mark(self, pointer: str) -> Mark:
        """Give where the value at `pointer` and its key stand, and the marks of what it holds.

        Raises:
            KeyError: nothing stands there.

        >>> from strokekit.formats import read_text
        >>> read_text("say: Hello").require().mark("/say")
        Mark(start=5, end=10, inside=None, key_start=0, key_end=3)
        """
        mark, whole = self._find(pointer)
        if not whole:
            raise KeyError(pointer)
        return mark

    def edit(self) -> Editing:
        """Begin to change the document: every change is a patch of its text, and all else stays as it is.

        Raises:
            InvalidRoutine: it is written in a version of the format that this release can read but not write.

        >>> from strokekit.formats import read_text
        >>> read_text("hold: 3 s # so long").require().edit().set("/hold", "5 s").text
        'hold: 5 s # so long'
        """
        from strokekit.formats.editing import Editing

        return Editing.of(self)

    def line(self, pointer: str) -> int:
        """Give the line that leads to the value at `pointer`, from 1: of the text, or of the program that built the document.

        >>> from strokekit.formats import read_text
        >>> read_text("title: Legs").require().line("/title")
        1
        """
        call = call_at(self.calls, pointer)
        return call.line if call else self.span(pointer).line

    def text(self, pointer: str) -> str:
        """Return the source text of the value at `pointer`, as `span` locates it.

        >>> from strokekit.formats import read_text
        >>> read_text("say: 'Hello'").require().text("/say")
        "'Hello'"
        """
        span = self.span(pointer)
        return self.source.slice(span.start, span.end)

    @cached_property
    def _tree(self) -> Mark:
        if self._marks is not None:
            return self._marks
        if self.syntax == "yaml":
            return self._read_again()
        from strokekit.formats.json_scanner import scan_marks

        return scan_marks(self.source)

    def _read_again(self) -> Mark:
        """Find the places of a text whose values were known before it was read."""
        from strokekit.formats.read import read_text

        return read_text(self.source.text, name=self.source.name, syntax="yaml").require()._tree  # noqa: SLF001 - of its own kind

    def _find(self, pointer: str) -> tuple[Mark, bool]:
        mark: Mark = self._tree
        for part in split(pointer):
            found = child(mark.inside, part)
            if found is None:
                return mark, False
            mark = found
        return mark, True


def _holds(container: dict[str, Any] | list[Any], place: str | int | None) -> bool:
    if isinstance(container, dict):
        return place in container
    return isinstance(place, int) and place < len(container)
