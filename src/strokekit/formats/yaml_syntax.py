"""What PyYAML's scanner and parser complain about, in plain words and with the place."""

from __future__ import annotations

import re
from typing import Any

from strokekit.formats.findings import Findings
from strokekit.formats.flow import repaired

NO_CHARACTER = "this escape stands for no character; write the character itself"
"""What is wrong with an escape beyond Unicode, or for half of a character."""

_WORDS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"scanning a quoted scalar.*end of stream", "the quote opened here is never closed"),
        (
            r"scanning a quoted scalar.*document (indicator|separator)",
            "the quote opened here is still open where a document ends",
        ),
        (r"mapping values are not allowed", "no key belongs to this `:`; quote the text around it, or check the indent"),
        (r"could not find expected ':'", "this line is neither a list item nor `key: value`"),
        (r"cannot start any token", "no text can begin with `{character}`; quote it"),
        (r"expected (',' or '}'|'}')|flow mapping", "a `,` or the closing `}}` is missing, or a text in braces needs quotes"),
        (r"expected (',' or '\]'|'\]')|flow sequence", "a `,` or the closing `]` is missing, or a text in brackets needs quotes"),
        (
            r"expected '-' indicator|block collection",
            "this line does not fit the list above; indent it like the other items, each with its `- `",
        ),
        (
            r"block mapping",
            "this line does not fit the mapping above; indent it like the other keys, or quote the text before it",
        ),
        (r"sequence entries are not allowed", "a list can't begin in the line of its key; begin it in the next line"),
        (r"mapping keys are not allowed", "a `?` can't begin a text here; quote it"),
        (r"document start", "this stands behind the end of the document; indent it, or remove it"),
        (r"unknown escape", "there is no such escape; write the backslash twice, or use single quotes"),
        (r"hexdecimal|hexadecimal|escape code|Unicode", NO_CHARACTER),
        (r"(scanning|an) (an )?(alias|anchor)", "`*` and `&` begin an alias and an anchor; quote the text if they belong to it"),
        (r"block scalar", "only a sign or a digit may follow `|` or `>`; begin the text in the next line"),
        (r"node content", "a value is missing here"),
        (r"unexpected ':'", "a `:` can't stand here; quote the text that holds it"),
        (r"tag|directive|%|version|incompatible", "this tag or directive can't be read; remove it"),
    )
)
"""Patterns over PyYAML's context and problem, tried in order, and what is said instead."""


def report_syntax(error: Exception, findings: Findings) -> None:
    """Report what a parser raised; errors without a place are put at the start of the text.

    >>> from strokekit.formats.source import Source
    >>> findings = Findings(Source("a.yaml", "a: b: c"), 1)
    >>> report_syntax(ValueError("chr() arg not in range"), findings)
    >>> findings.report().diagnostics[0].message
    'this is not readable YAML: chr() arg not in range'
    """
    text = findings.source.text
    offset = _offset(error, len(text))
    findings.limit += 1  # The reason for having no document is never the one left unsaid.
    if text[offset : offset + 1] == "?" and text[offset - 1 : offset].strip() and "expected ',' or" in str(error):
        findings.add("question-mark", offset, offset + 1, "", repair=f"`{repaired(text, offset)}`")
        return
    findings.add("syntax", offset, _line_end(text, offset), "", syntax="YAML", problem=_problem(error, text[offset : offset + 1]))


def _offset(error: Exception, length: int) -> int:
    problem: Any = getattr(error, "problem_mark", None)
    context: Any = getattr(error, "context_mark", None)
    # An unclosed quote shows at the end of the file and a missing colon in the next line: where they began is the place.
    begun = context is not None and str(getattr(error, "context", "")).endswith(("quoted scalar", "simple key"))
    mark = context if begun else problem or context
    return min(int(mark.index), length) if mark is not None else 0


def _line_end(text: str, offset: int) -> int:
    match = re.compile(r"[^\r\n]*").match(text, offset)
    return match.end() if match else offset


def _problem(error: Exception, character: str) -> str:
    if character == "\t":
        return "a tab can't indent; use spaces"
    said = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part)
    for pattern, words in _WORDS:
        if pattern.search(said):
            return words.format(character=character)
    return said or str(error).partition("\n")[0] or type(error).__name__
