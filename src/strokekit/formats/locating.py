"""From a problem and its JSON Pointer to a diagnostic with its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from strokekit.diagnostics import Diagnostic, Fix, Related, diagnose
from strokekit.formats.calls import in_call
from strokekit.formats.document import Document


@attrs.frozen
class Wrong:
    """A problem to be reported: a code's name, a pointer, and the facts for the code's words."""

    name: str
    pointer: str
    on: Literal["value", "key"] = attrs.field(default="value", kw_only=True)
    inner: tuple[int, int] | None = attrs.field(default=None, kw_only=True)
    """A stretch inside the text that stands there, in code points."""
    facts: Mapping[str, Any] = attrs.field(factory=dict, kw_only=True)
    hints: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    related: tuple[Related, ...] = attrs.field(default=(), kw_only=True)
    fix: Fix | None = attrs.field(default=None, kw_only=True)


def locate(document: Document | None, wrong: Wrong) -> Diagnostic:
    """Make the diagnostic of a problem; without a document it keeps its pointer and has no place in a text.

    >>> from strokekit.formats import read_text
    >>> document = read_text("title: Back", name="r.yaml").require()
    >>> str(locate(document, Wrong("unknown-id", "/title", facts={"id": "Back"})))
    'r.yaml:1:8: error[SK406] nothing here has the id `Back`'
    """
    if document is None:
        return diagnose(wrong.name, pointer=wrong.pointer, hints=wrong.hints, related=wrong.related, facts=wrong.facts)
    if wrong.on == "key":
        span = document.key_span(wrong.pointer)
    elif wrong.inner is not None:
        span = document.inner_span(wrong.pointer, *wrong.inner)
    else:
        span = document.span(wrong.pointer)
    found = diagnose(
        wrong.name,
        file=document.source.name,
        pointer=wrong.pointer,
        span=span,
        found=document.source.slice(span.start, span.end),
        hints=wrong.hints,
        related=wrong.related,
        fix=wrong.fix,
        facts=wrong.facts,
    )
    return in_call(document.calls, document.source.name, found) if document.calls else found
