"""Findings as GitLab's code quality report: merge requests show what is new and what is resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from strokekit.diagnostics import Diagnostic, Severity
from strokekit.reporting.checked import Checked
from strokekit.reporting.display import one_line
from strokekit.reporting.fingerprints import fingerprints
from strokekit.reporting.json_report import json_text
from strokekit.reporting.places import relative

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def write_gitlab(checked: Iterable[Checked]) -> Iterator[str]:
    """Write the report: a list of issues, empty where nothing was found."""
    yield json_text([_issue(found, fingerprint) for found, fingerprint in fingerprints(checked)])


def _issue(found: Diagnostic, fingerprint: str) -> dict[str, Any]:
    """Give an issue; GitLab wants a path and a line also of what has neither."""
    span = found.span
    lines = {"begin": span.line, "end": span.end_line} if span else {"begin": 1}
    return {
        "description": one_line(found.message + "".join(f" ({hint})" for hint in found.hints)),
        "check_name": f"{found.code} {found.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {"path": relative(found.file) or ".", "lines": lines},
    }
