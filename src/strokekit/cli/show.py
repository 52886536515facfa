"""A diagnostic as text: one line, or with the lines of the file that it speaks of."""

from __future__ import annotations

import unicodedata

from strokekit.diagnostics import Diagnostic, Related, Span
from strokekit.formats.source import Source

LONGEST = 160
"""How much of a line of the file is shown."""


def concise(found: Diagnostic) -> str:
    """`file:line:column: error[SK201] message`, then each hint in brackets."""
    return str(found) + "".join(f" ({hint})" for hint in found.hints)


def full(found: Diagnostic, source: Source | None) -> str:
    """The message, the place, the line with the offending text marked, and every hint."""
    lines = [f"{found.severity.value}[{found.code}] {found.message}"]
    if found.span is not None:
        lines += _place(found.file, found.span, source)
    elif found.file:
        lines.append(f"  --> {found.file}")
    lines += [f"   = {hint}" for hint in found.hints]
    for related in found.related:
        lines += _related(related, source)
    return "\n".join(lines)


def _related(related: Related, source: Source | None) -> list[str]:
    lines = [f"   note: {related.message}"]
    return lines + (_place(related.file, related.span, source) if related.span else [])


def _place(file: str, span: Span, source: Source | None) -> list[str]:
    lines = [f"  --> {file}:{span.line}:{span.column}"]
    if source is None:
        return lines
    number = str(span.line)
    margin = " " * len(number)
    text = _line(source, span)
    return [*lines, f"{margin} |", f"{number} | {text[0]}", f"{margin} | {text[1]}"]


def _line(source: Source, span: Span) -> tuple[str, str]:
    """The line, cut to a readable stretch, and the carets below its marked part."""
    start = span.start - span.column + 1
    rest = source.text[start : span.end + LONGEST * 2]
    line = rest.splitlines()[0] if rest.splitlines() else ""
    first = span.column - 1
    last = len(line) if span.end_line > span.line else span.end_column - 1
    cut = max(first - LONGEST // 2, 0) if len(line) > LONGEST else 0
    shown = line[cut : cut + LONGEST]
    lead = "".join(character if character == "\t" else " " * _width(character) for character in shown[: first - cut])
    marked = shown[first - cut : max(last - cut, first - cut + 1)]
    return _clean(shown).rstrip(), lead + "^" * max(sum(_width(character) for character in marked), 1)


def _width(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _clean(text: str) -> str:
    """Keep control characters from the terminal."""
    return "".join(c if c == "\t" or unicodedata.category(c) != "Cc" else "\N{REPLACEMENT CHARACTER}" for c in text)
