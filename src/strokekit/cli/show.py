"""A diagnostic as text: one line, or with the lines of the file that it speaks of."""

from __future__ import annotations

from strokekit.cli.display import one_line
from strokekit.cli.excerpt import excerpt
from strokekit.diagnostics import Diagnostic, Span
from strokekit.formats import read_path
from strokekit.formats.source import Source


def concise(found: Diagnostic) -> str:
    """Give `file:line:column: error[SK201] message` and each hint in brackets: always one line.

    >>> from strokekit.diagnostics import diagnose
    >>> concise(diagnose("unknown-id", id="pack", hints=["did you mean `warm_pack`?"]))
    'error[SK406] nothing here has the id `pack` (did you mean `warm_pack`?)'
    """
    return one_line(str(found) + "".join(f" ({hint})" for hint in found.hints))


def full(found: Diagnostic, source: Source | None) -> str:
    """Give the message, the place, the line with the offending text marked, every hint, and the other places that belong to it.

    Args:
        found: what to show.
        source: the text it speaks of; without it there are no lines to show.
    """
    lines = [one_line(f"{found.severity.value}[{found.code}] {found.message}"), *_place(found.file, found.span, source)]
    lines += [f"   = {one_line(hint)}" for hint in found.hints]
    for related in found.related:
        lines += [f"   note: {one_line(related.message)}", *_place(related.file, related.span, source)]
    return "\n".join(lines)


def _place(file: str, span: Span | None, source: Source | None) -> list[str]:
    if span is None:
        return [f"  --> {one_line(file)}"] if file else []
    there = source if source is not None and source.name == file else _elsewhere(file)
    lines = excerpt(there, span) if there is not None else []
    return [f"  --> {one_line(file)}:{span.line}:{span.column}", *lines]


def _elsewhere(file: str) -> Source | None:
    """Read the lines of an included file again, to show them; one that is gone by now has none."""
    document = read_path(file, name=file).value if file else None
    return document.source if document is not None else None
