"""Formats by their names, from a program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from strokekit import Engine
from strokekit.diagnostics import Report
from strokekit.errors import UsageError
from strokekit.reporting import FORMATS, Checked, write_report
from strokekit.reporting.forms import format_named
from tests.reporting.findings import CLEAN, EVERYTHING, HOSTILE


def test_a_report_is_written_without_anything_else(tmp_path: Path) -> None:
    """Its lines are read from the files that it names."""
    path = tmp_path / "a.routine.yaml"
    path.write_text("strokekit: 1\ntitle: 1\n", encoding="utf-8")
    report = Engine().check(path)

    assert write_report(report).count("2 | title: 1\n  |        ^\n") == 1
    assert json.loads(write_report(report, "json"))["files"] == 1


def test_an_unknown_format_is_a_wrong_call() -> None:
    """The known ones are named."""
    with pytest.raises(UsageError) as raised:
        write_report(Report(), "xml")  # type: ignore[arg-type]  # as a program without types would

    assert str(raised.value) == (
        "there is no format 'xml' of reports; there are full, concise, json, github, gitlab, sarif, junit"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_encoded(name: str) -> None:
    """Whatever the report holds, halves of characters too where they are escaped."""
    text = write_report([*EVERYTHING, HOSTILE], name)  # type: ignore[arg-type]  # one of the names

    assert text.encode("utf-8", errors="strict").endswith(b"\n")


@pytest.mark.parametrize("name", FORMATS)
def test_what_flows_comes_file_by_file(name: str) -> None:
    """A format that flows gives what it has of a file before it asks for the next."""
    asked: list[str] = []

    def files() -> object:
        for one in EVERYTHING:
            asked.append(one.file)
            yield one

    form = format_named(name)
    next(form.write(files()))  # type: ignore[arg-type]  # a generator of what it takes

    assert (len(asked) < len(EVERYTHING)) == form.flowing


def test_json_counts_files() -> None:
    """Those without findings too, and not what is about no file."""
    report = json.loads(write_report((*EVERYTHING, Checked(file="c.yaml", report=Report())), "json"))

    assert (report["files"], report["errors"], report["warnings"], len(report["diagnostics"])) == (3, 3, 3, 7)
    assert json.loads(write_report([CLEAN], "json"))["ok"] is True
