"""The mistakes of `mistakes.txt`: what an author wrote, and what is said about it, word for word.

An entry is `# name`, what is written, `---`, and what is said: for each diagnostic its line, its text as found in the file behind
`|`, its hints behind `=` and what its fix would write behind `>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs

from strokekit.diagnostics import Diagnostic, Report

LEAD = "strokekit: 1\ntitle: T\n"


@attrs.frozen
class Mistake:
    """A fragment of a routine file and what is said about it."""

    name: str
    text: str
    says: str


def whole(text: str) -> str:
    """Complete a fragment to a file: fields of a step if it begins with `+`, a step if it begins with `-`, else of a document."""
    if text.startswith("+"):
        return f"{LEAD}sections: [{{id: a, steps: [\n{{technique: kneading, \n{text[1:].strip()}\n}}]}}]\n"
    if text.startswith("-"):
        return f"{LEAD}sections: [{{id: a, steps: [\n{text[1:].strip()}\n]}}]\n"
    lead = "".join(f"{line}\n" for line in LEAD.splitlines() if f"\n{line[:6]}" not in f"\n{text}")
    rest = "" if "sections" in text else "sections: [{id: a, steps: [{technique: kneading, where: calf}]}]\n"
    return f"{lead}{text.strip()}\n{rest}"


def shown(report: Report) -> str:
    """Write a report as it stands in `mistakes.txt`."""
    return "\n".join(line for diagnostic in report for line in _lines(diagnostic))


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    yield str(diagnostic)
    yield f"    | {' '.join(diagnostic.found.split())}"
    yield from (f"    = {hint}" for hint in diagnostic.hints)
    if diagnostic.fix is not None:
        yield f"    > {', '.join(edit.text for edit in diagnostic.fix.edits)}{' (safe)' if diagnostic.fix.safe else ''}"


def _read(text: str) -> Iterator[Mistake]:
    for entry in text.split("\n# ")[1:]:
        name, _, rest = entry.partition("\n")
        written, _, says = rest.partition("\n---\n")
        yield Mistake(name.strip(), written.strip(), says.strip())


MISTAKES = tuple(_read("\n" + (Path(__file__).parent / "mistakes.txt").read_text(encoding="utf-8")))
