"""What the tests of this room say of a report: its diagnostics as lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from strokekit.diagnostics import Diagnostic, Outcome


def said(outcome: Outcome[Any]) -> list[str]:
    """Give the report as it is printed, a line for each diagnostic."""
    return [str(diagnostic) for diagnostic in outcome.report]


def only(outcome: Outcome[Any]) -> Diagnostic:
    """Give the one diagnostic of a report that holds no more."""
    (diagnostic,) = outcome.report
    return diagnostic


def hints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Give the hints of all diagnostics, in order."""
    return [hint for diagnostic in diagnostics for hint in diagnostic.hints]


def repaired(text: str, diagnostic: Diagnostic) -> str:
    """Apply the fix of a diagnostic."""
    assert diagnostic.fix is not None
    for edit in sorted(diagnostic.fix.edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
