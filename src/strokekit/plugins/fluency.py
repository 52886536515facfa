"""What in a plugin's messages is no Fluent. A catalogue of messages drops such lines without a word; here they are found."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

_SHOWN = 60
"""So many characters of a wrong message are repeated."""


@attrs.frozen
class Junk:
    """A stretch of a text that is no Fluent: where it stands, in code points, and what is wrong with it."""

    start: int
    end: int
    problem: str


def junk(text: str) -> Iterator[Junk]:
    r"""Find what a reader of Fluent drops.

    >>> [found.problem for found in junk("hello = Hello\nbye")]
    ['`bye` is no Fluent: expected token: "="']
    """
    from fluent.syntax import FluentParser, ast  # nothing else at a start needs it

    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk) and entry.content is not None:
            line = entry.content.strip().partition("\n")[0]
            start = text.find(line, entry.span.start if entry.span else 0)  # the parser counts a line's end as one
            yield Junk(start, start + len(line), f"`{line[:_SHOWN]}` is no Fluent: {_why(entry.annotations[0].message)}")


def _why(said: str | None) -> str:
    said = (said or "it can't be read").rstrip(".")
    return said[:1].lower() + said[1:]
