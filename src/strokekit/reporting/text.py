"""A finding as text: one line, or with the lines of the file that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from strokekit.diagnostics import Diagnostic, Related, Span
from strokekit.formats.source import Source
from strokekit.reporting.checked import Checked, Sources
from strokekit.reporting.display import one_line
from strokekit.reporting.excerpt import Place, excerpt, labelled


def concise(found: Diagnostic) -> str:
    """Give `file:line:column: error[SK201] message` and each hint in brackets: always one line.

    >>> from strokekit.diagnostics import diagnose
    >>> concise(diagnose("unknown-id", id="pack", hints=["did you mean `warm_pack`?"]))
    'error[SK406] nothing here has the id `pack` (did you mean `warm_pack`?)'
    """
    return one_line(str(found) + "".join(f" ({hint})" for hint in found.hints))


def full(found: Diagnostic, source: Source | Sources | None = None) -> str:
    """Give the message, the place, the line with the offending text marked, every hint, and the other places that belong to it.

    What belongs to it in the same file is marked with `-` and its label in the same excerpt; what stands elsewhere follows.

    Args:
        found: what to show.
        source: the text it speaks of; the lines of other files are read again, and where that fails, none are shown.

    >>> from strokekit.diagnostics import diagnose
    >>> text = Source("a.yaml", "id: pack")
    >>> print(full(diagnose("unknown-id", id="pack", file="a.yaml", span=text.span(4, 8)), text))
    error[SK406] nothing here has the id `pack`
      --> a.yaml:1:5
      |
    1 | id: pack
      |     ^^^^
    """
    texts = source if isinstance(source, Sources) else Sources(source)
    beside = [one for one in found.related if found.span is not None and one.span is not None and one.file == found.file]
    labels = labelled((one.span, one.message) for one in beside if one.span is not None and one.span != found.span)
    own = "; ".join(one.message for one in beside if one.span == found.span)
    lines = [one_line(f"{found.severity.value}[{found.code}] {found.message}")]
    lines += _place(found.file, found.span, labels, texts, label=own)
    lines += [f"   = {one_line(hint)}" for hint in found.hints]
    for related in found.related:
        lines += [] if related in beside else _related(related, texts)
    return "\n".join(lines)


def _related(related: Related, texts: Sources) -> list[str]:
    return [f"   note: {one_line(related.message)}", *_place(related.file, related.span, (), texts)]


def _place(file: str, span: Span | None, labels: Iterable[Place], texts: Sources, *, label: str = "") -> list[str]:
    if span is None:
        return [f"  --> {one_line(file)}"] if file else []
    head, there = f"  --> {one_line(file)}:{span.line}:{span.column}", texts.of(file)
    if there is not None:
        return [head, *excerpt(there, Place(span=span, label=label), *labels)]
    notes = ((f"   note: {one_line(one.label)}", f"  --> {one_line(file)}:{one.span.line}:{one.span.column}") for one in labels)
    return [head, *(line for note in notes for line in note)]


def write_concise(checked: Iterable[Checked]) -> Iterator[str]:
    """Write a line for each finding."""
    return (f"{concise(found)}\n" for one in checked for found in one.report)


def write_full(checked: Iterable[Checked]) -> Iterator[str]:
    """Write every finding with its lines, and a blank line after it."""
    for one in checked:
        texts = Sources(one.source)
        yield from (f"{full(found, texts)}\n\n" for found in one.report)
