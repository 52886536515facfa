"""Changes of a document through the API: each is a patch of its text, and all bytes outside stay as they are.

Every change is proven before it is given back: the new text is read again, and must say just what the change means. One that
can't be made so, as inside what an alias shares, is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import attrs

from strokekit.diagnostics import Edit, Report
from strokekit.errors import InvalidRoutine, UsageError
from strokekit.formats.changes import Change, Insert, Remove, Rename, Set, changed
from strokekit.formats.document import Document
from strokekit.formats.limits import Limits
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.parts import aliases, gap
from strokekit.formats.patches import Place, edits_of
from strokekit.formats.patching import patched
from strokekit.formats.pointer import join, split
from strokekit.formats.read import read_text
from strokekit.version import FORMAT

# The caller has read the document under limits of its own.
ENDLESS = Limits(size=2**62, depth=2**62, nodes=2**62, scalar=2**62, diagnostics=1)
"""For texts that were read once already."""


def refuse_newer(document: Document) -> None:
    """Let no document pass that is written in a version of the format which this release can read but not write.

    Raises:
        InvalidRoutine: it is; the report says so.
    """
    found = document.data.get("strokekit")
    if isinstance(found, int) and not isinstance(found, bool) and found > FORMAT:
        wrong = Wrong("version-unknown", "/strokekit", facts={"found": found, "known": FORMAT})
        raise InvalidRoutine(Report.of([locate(document, wrong)]))


@attrs.frozen
class Editing:
    """A document after some changes, each made to what the ones before it left; immutable, so nothing is half done.

    `document` is the outcome, read again from `text`; the document that was edited is not touched.
    """

    document: Document

    @classmethod
    def of(cls, document: Document) -> Editing:
        """Begin with a document as it is.

        Raises:
            InvalidRoutine: it is written in a version of the format that this release can read but not write.
        """
        refuse_newer(document)
        return cls(document)

    @property
    def text(self) -> str:
        """The text after all changes, to be written as UTF-8 without changing its line breaks."""
        return self.document.source.text

    def set(self, pointer: str, value: Any) -> Editing:
        """Put a value at `pointer`: in the place of what stands there, or as a new key at the end of its mapping.

        Comments inside what is replaced go with it; the one behind it stays.

        Raises:
            UsageError: the way to it does not exist, or the change can't be made without touching more.

        >>> from strokekit.formats import read_text
        >>> read_text("{hold: 3 s}", syntax="yaml").require().edit().set("/repeat", "3..5").text
        '{hold: 3 s, repeat: 3..5}'
        """
        return self.apply(Set(pointer, value))

    def insert(self, pointer: str, value: Any, *, before: str | None = None) -> Editing:
        r"""Put a value before the item of a list at `pointer`, at its end for `/-`; or as a new key of a mapping.

        Args:
            pointer: where the value will stand.
            value: what will stand there.
            before: of a new key, the key that it comes before; without it, it comes last.

        Raises:
            UsageError: there is no such place, or the key is there already.

        >>> from strokekit.formats import read_text
        >>> print(read_text("where:\n  - calf # left\n", name="a.yaml").require().edit().insert("/where/-", "foot").text, end="")
        where:
          - calf # left
          - foot
        """
        return self.apply(Insert(pointer, value, before=before))

    def remove(self, pointer: str) -> Editing:
        r"""Take away an entry or an item, with its line and the comment behind it; comments above it stay.

        Raises:
            UsageError: nothing stands there.

        >>> from strokekit.formats import read_text
        >>> read_text("a: 1 # one\nb: 2\n", name="a.yaml").require().edit().remove("/a").text
        'b: 2\n'
        """
        return self.apply(Remove(pointer))

    def rename(self, pointer: str, key: str) -> Editing:
        """Call the key at `pointer` something else; its place, its value and all comments stay.

        Raises:
            UsageError: nothing stands there, it is an item of a list, or there is such a key already.

        >>> from strokekit.formats import read_text
        >>> read_text("time: 3 s", name="a.yaml").require().edit().rename("/time", "hold").text
        'hold: 3 s'
        """
        return self.apply(Rename(pointer, key))

    def apply(self, *changes: Change) -> Editing:
        r"""Make several changes at once: all their pointers speak of the document as it is now, so none moves another's place.

        Raises:
            UsageError: one of them can't be made, or two of them overlap; none is made then.

        >>> from strokekit.formats import read_text
        >>> from strokekit.formats.changes import Rename, Set
        >>> editing = read_text("a: 1\nb: 2", name="a.yaml").require().edit()
        >>> editing.apply(Rename("/a", "c"), Set("/b", "two")).text
        'c: 1\nb: two'
        """
        meant = self.document.data
        for change in changes:
            _refuse_shared(self.document, change)
        planned = [(edits_of(self.document, change), change) for change in changes if _possible(self.document, change)]
        # From the end, so that a change moves no pointer of one that comes after it here.
        for _, change in sorted(planned, key=lambda plan: plan[0][0].start, reverse=True):
            meant = changed(meant, change)
        return self._read_again((edit for edits, _ in planned for edit in edits), meant, changes)

    def _read_again(self, edits: Iterable[Edit], meant: dict[str, Any], changes: tuple[Change, ...]) -> Editing:
        source = self.document.source
        text = patched(source.text, edits)
        outcome = read_text(text, name=source.name, syntax=self.document.syntax, limits=ENDLESS, folder=source.folder)
        if outcome.value is None or _exact(outcome.value.data) != _exact(meant):
            raise UsageError(_problem(changes, outcome.report))
        return Editing(outcome.value)


def _possible(document: Document, change: Change) -> bool:
    changed(document.data, change)  # raises where it is not
    return True


def _exact(data: Any) -> str:
    # `==` would take `true` for 1, and 1 for 1.0.
    return json.dumps(data, sort_keys=True)


def _problem(changes: tuple[Change, ...], report: Report) -> str:
    places = ", ".join(repr(change.pointer) for change in changes)
    why = f": {report.errors[0].message}" if report.errors else ""
    return f"this can't be written at {places} without changing something else{why}"


def _refuse_shared(document: Document, change: Change) -> None:
    """Refuse a change inside what an alias stands for, or of what one takes over: it would change other places too."""
    text = document.source.text
    if document.syntax == "json" or "*" not in text or not change.pointer.startswith("/"):
        return
    *holders, key = split(change.pointer)
    way, used = "", {text[start:end] for start, end in aliases(document.mark(""), text)}
    for name in holders if isinstance(change, (Insert, Rename)) else (*holders, key):
        part = Place.of(document, way).part(name)
        if part is None:
            return
        way = join(way, name)
        anchor = gap(text, part.lead_end, part.start).anchor
        if anchor and f"*{anchor}" in used:
            raise UsageError(
                f"{change.pointer!r}: the alias `*{anchor}` takes over what `&{anchor}` names: write it out there first"
            )
        if way != change.pointer and text.startswith("*", part.start):
            alias = text[part.start : part.end]
            raise UsageError(f"{change.pointer!r} stands inside the alias `{alias}` at {way!r}: write the value out there first")
