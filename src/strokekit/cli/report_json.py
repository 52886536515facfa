"""Reports as versioned JSON, described by `schemas/report.schema.json`."""

from __future__ import annotations

from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic, Report, Span

FORMAT_VERSION = 1
"""The version of this output; it grows when a field changes its meaning, not when one is added."""


def report_json(report: Report, files: int) -> dict[str, Any]:
    """Everything found, with counts."""
    return {
        "format": "strokekit.report",
        "version": FORMAT_VERSION,
        "ok": report.ok,
        "files": files,
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "diagnostics": [diagnostic_json(found) for found in report],
    }


def diagnostic_json(found: Diagnostic) -> dict[str, Any]:
    """One diagnostic with every field; what it has not is null or empty."""
    fix = found.fix
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        "file": found.file,
        "pointer": found.pointer,
        "span": _span(found.span),
        "found": found.found,
        "hints": list(found.hints),
        "related": [{"message": r.message, "file": r.file, "pointer": r.pointer, "span": _span(r.span)} for r in found.related],
        "fix": fix and {"title": fix.title, "safe": fix.safe, "edits": [attrs.asdict(edit) for edit in fix.edits]},
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return attrs.asdict(span) if span else None
