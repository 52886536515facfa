"""A report as JSON: every field of every diagnostic."""

from __future__ import annotations

from strokekit.diagnostics import Edit, Fix, Related, Report, diagnose
from strokekit.formats.source import Source
from strokekit.reporting.json_report import report_json

SPAN = Source("a.yaml", "first: 1").span(0, 5)
PLACE = {"start": 0, "end": 5, "line": 1, "column": 1, "end_line": 1, "end_column": 6}


def test_every_field_is_there() -> None:
    """Nothing that the core knows is lost on the way to a program."""
    found = diagnose(
        "unknown-id",
        file="a.yaml",
        pointer="/first",
        span=SPAN,
        found="first",
        hints=["did you mean `second`?"],
        related=[Related(message="here", file="a.yaml", pointer="/second", span=SPAN)],
        fix=Fix(title="write `second`", edits=(Edit(start=0, end=5, text="second"),)),
        id="first",
    )

    assert report_json(Report.of([found]), 1) == {
        "format": "strokekit.report",
        "version": 1,
        "ok": False,
        "files": 1,
        "errors": 1,
        "warnings": 0,
        "diagnostics": [
            {
                "code": "SK406",
                "name": "unknown-id",
                "severity": "error",
                "message": "nothing here has the id `first`",
                "file": "a.yaml",
                "pointer": "/first",
                "span": PLACE,
                "found": "first",
                "hints": ["did you mean `second`?"],
                "related": [{"message": "here", "file": "a.yaml", "pointer": "/second", "span": PLACE}],
                "fix": {"title": "write `second`", "safe": False, "edits": [{"start": 0, "end": 5, "text": "second"}]},
                "docs": "docs/codes/SK406-unknown-id.md",
            }
        ],
    }


def test_what_is_not_known_is_null_or_empty() -> None:
    """A finding about no file has every key all the same."""
    made = report_json(Report.of([diagnose("nothing-to-check", path="x")]), 0)["diagnostics"][0]

    assert {key: made[key] for key in ("file", "pointer", "span", "found", "hints", "related", "fix")} == {
        "file": "",
        "pointer": "",
        "span": None,
        "found": "",
        "hints": [],
        "related": [],
        "fix": None,
    }
