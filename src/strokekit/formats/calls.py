"""Where a document comes from that no text holds: the calls of a program that made its parts.

A diagnostic of such a document leads to the program: it has the file and the line of the call, and its message names it.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from strokekit.diagnostics import Diagnostic, Related, Span


@attrs.frozen(kw_only=True)
class Call:
    """A call that made a part of a document: its words, the file's name and the line, from 1.

    `after` says what was done with the part since, the latest last: `mirrored at legs.py:20`.
    """

    text: str
    file: str
    line: int
    after: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Give the words of the call, with what was done since."""
        return ", ".join((self.text, *self.after))

    @property
    def place(self) -> str:
        """Where it stands, as people write it: `legs.py:20`."""
        return f"{self.file}:{self.line}"

    @property
    def span(self) -> Span:
        """The line of the call. The program's text is not read, so the offsets are 0 and the column is the first."""
        return Span(start=0, end=0, line=self.line, column=1, end_line=self.line, end_column=1)


def call_at(calls: Mapping[str, Call], pointer: str) -> Call | None:
    """Give the call that made what stands at `pointer`, or the nearest thing around it; None where there is none.

    >>> routine = Call(text="routine()", file="legs.py", line=3)
    >>> call_at({"": routine}, "/sections/0") is routine
    True
    """
    while pointer and pointer not in calls:
        pointer = pointer.rpartition("/")[0]
    return calls.get(pointer)


def in_call(calls: Mapping[str, Call], file: str, found: Diagnostic) -> Diagnostic:
    """Lead a diagnostic of the document called `file` to the call that made what it speaks of.

    A repair is left out: it is an edit of a text that nobody has.
    """
    call = call_at(calls, found.pointer)
    if call is None:
        return found
    related = tuple(_related(calls, file, other) for other in found.related)
    message = f"in {call}: {found.message}"
    return attrs.evolve(found, file=call.file, span=call.span, message=message, fix=None, related=related)


def _related(calls: Mapping[str, Call], file: str, other: Related) -> Related:
    call = call_at(calls, other.pointer) if other.file == file else None
    return other if call is None else attrs.evolve(other, file=call.file, span=call.span, message=f"{other.message}: {call}")
