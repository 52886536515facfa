"""Reports as versioned JSON, described by `schemas/report.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic, Report, Span
from strokekit.reporting.checked import Checked, files_of, whole

FORMAT_VERSION = 1
"""The version of this output; it grows when a field changes its meaning, not when one is added."""


def report_json(report: Report, files: int) -> dict[str, Any]:
    """Give everything found in `files` files, with counts.

    >>> report_json(Report(), 1)["ok"]
    True
    """
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
    """Give one diagnostic with every field; what it has not is null or empty."""
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
        "docs": found.docs,
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return attrs.asdict(span) if span else None


def json_text(value: Any) -> str:
    r"""Write a value as JSON, in ASCII where it holds what UTF-8 can't say: half of a character.

    >>> json_text("\ud83d")
    '"\\ud83d"\n'
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    return f"{text}\n"


def write_json(checked: Iterable[Checked]) -> Iterator[str]:
    """Write one report of everything."""
    given = tuple(checked)
    yield json_text(report_json(whole(given), files_of(given)))
