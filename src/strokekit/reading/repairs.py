"""The repairs that a program may apply, as edits of the text."""

from __future__ import annotations

import json

from strokekit.diagnostics import Edit, Fix, Span
from strokekit.formats.document import Document


def replace_key(document: Document, pointer: str, key: str, *, safe: bool = False) -> Fix:
    """Write another key where the one that leads to `pointer` stands."""
    return _replace(document, document.key_span(pointer), key, safe=safe)


def replace_value(document: Document, pointer: str, text: str, *, safe: bool = False) -> Fix:
    """Write another word where the value at `pointer` stands; the word needs no quotes in YAML."""
    return _replace(document, document.span(pointer), text, safe=safe)


def replace_inside(document: Document, pointer: str, inner: tuple[int, int], text: str) -> Fix | None:
    """Write another word in the place of a stretch of the text at `pointer`; None where the stretch can't be told apart."""
    span = document.inner_span(pointer, *inner)
    if span == document.span(pointer):
        return replace_value(document, pointer, text) if inner == (0, len(str(document.value(pointer)))) else None
    return Fix(title=f"write `{text}`", edits=(Edit(start=span.start, end=span.end, text=text),))


def _replace(document: Document, span: Span, text: str, *, safe: bool) -> Fix:
    written = json.dumps(text) if document.syntax == "json" else text
    return Fix(title=f"write `{text}`", edits=(Edit(start=span.start, end=span.end, text=written),), safe=safe)


def did_you_mean(near: str | None) -> tuple[str, ...]:
    """Ask about the word that may be meant, if there is one.

    >>> did_you_mean("calf")
    ('did you mean `calf`?',)
    """
    return (f"did you mean `{near}`?",) if near else ()
