"""Edits of a text, applied together or not at all: what lies outside them stays as it is, byte for byte.

The one place where text is cut and joined: edits of documents, fixes of diagnostics, layout and migrations all end here.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from strokekit.diagnostics import Edit, Fix
from strokekit.errors import UsageError


def patched(text: str, edits: Iterable[Edit]) -> str:
    """Apply `edits`, whose offsets all speak of `text` as it is given, in whatever order they come.

    Several insertions at one place keep their order.

    Raises:
        UsageError: an edit lies outside the text, or two of them overlap; nothing is applied then.

    >>> patched("hold: 3 s", [Edit(start=6, end=9, text="5 s"), Edit(start=0, end=4, text="rest")])
    'rest: 5 s'
    """
    pieces, place = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not 0 <= edit.start <= edit.end <= len(text):
            raise UsageError(f"an edit from {edit.start} to {edit.end} lies outside the text, which has {len(text)} characters")
        if edit.start < place:
            raise UsageError(f"two edits overlap: one ends at {place}, the next begins at {edit.start}")
        pieces += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join((*pieces, text[place:]))


@attrs.frozen
class Fixed:
    """A text after some fixes: what it is now, the fixes that were applied, and those that were left for another time."""

    text: str
    applied: tuple[Fix, ...] = ()
    left: tuple[Fix, ...] = ()


def apply_fixes(text: str, fixes: Iterable[Fix], *, unsafe: bool = False) -> Fixed:
    """Apply fixes of diagnostics to the text that they speak of, each as a whole.

    A fix that overlaps an earlier one is left, for it may not be needed any more: check again, and it comes back if it is.
    One that is given twice is applied once.

    Args:
        text: the text that the diagnostics were made of.
        fixes: in order of preference.
        unsafe: also apply those that might change what the author meant.

    Raises:
        UsageError: an edit lies outside the text.

    >>> apply_fixes("a: no", [Fix(title="quote", edits=(Edit(start=3, end=5, text='"no"'),), safe=True)]).text
    'a: "no"'
    """
    applied: list[Fix] = []
    left: list[Fix] = []
    for fix in dict.fromkeys(fixes):
        fits = (unsafe or fix.safe) and not any(_touch(fix, other) for other in applied)
        (applied if fits else left).append(fix)
    return Fixed(patched(text, (edit for fix in applied for edit in fix.edits)), tuple(applied), tuple(left))


def _touch(one: Fix, other: Fix) -> bool:
    """Tell whether two fixes work on the same characters, or insert at the same place."""
    pairs = ((a, b) for a in one.edits for b in other.edits)
    return any((a.start < b.end and b.start < a.end) or a.start == b.start for a, b in pairs)
