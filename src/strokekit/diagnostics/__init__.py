"""What is wrong, where, and what to do: the values of every report, and the table of codes."""

from strokekit.diagnostics.codes import CODES, Code
from strokekit.diagnostics.values import (
    Diagnostic,
    Edit,
    Fix,
    Outcome,
    Related,
    Report,
    Severity,
    Span,
    diagnose,
)

__all__ = [
    "CODES",
    "Code",
    "Diagnostic",
    "Edit",
    "Fix",
    "Outcome",
    "Related",
    "Report",
    "Severity",
    "Span",
    "diagnose",
]
