"""The last gate of both readers: the root of a document is a mapping."""

from __future__ import annotations

from strokekit.diagnostics import Outcome
from strokekit.formats.builder import Builder
from strokekit.formats.document import Document, Syntax

_KINDS = {
    "list": "a list",
    "str": "a text",
    "bool": "a truth value",
    "int": "a number",
    "float": "a number",
    "NoneType": "nothing",
}


def finish(builder: Builder, syntax: Syntax) -> Outcome[Document]:
    """Make the document of what was built; none when the root is no mapping."""
    root, mark = builder.result()
    if isinstance(root, dict):
        marks = mark if syntax == "yaml" else None
        return Outcome(Document(source=builder.source, syntax=syntax, data=root, marks=marks), builder.findings.report())
    builder.findings.limit += 1
    builder.findings.add("root-not-mapping", mark.start, mark.end, "", kind=_KINDS[type(root).__name__])
    return nothing(builder)


def nothing(builder: Builder) -> Outcome[Document]:
    """Give no document, and what was found."""
    return Outcome(None, builder.findings.report())
