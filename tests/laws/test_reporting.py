"""Laws of reports: whatever stands in a finding, every format can be read by who it is for, and loses no finding."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import JUnitXml

from strokekit.diagnostics import Diagnostic, Edit, Fix, Related, Report, Severity
from strokekit.formats.source import Source
from strokekit.reporting import Checked, FormatName, write_report
from strokekit.reporting.display import cells, one_line, width
from strokekit.reporting.excerpt import Place, excerpt
from tests.reporting.test_github import read
from tests.reporting.test_sarif import SCHEMA

TEXTS = st.text(max_size=12) | st.text("a:%,\r\n\0\x1b\u2028\u202e\ud83d]>&<\"'é按👐\u0301\u200d ", max_size=12)
NAMES = TEXTS.map(lambda text: f"a{text}.yaml")


@st.composite
def findings(draw: st.DrawFn, source: Source) -> Diagnostic:
    """A finding somewhere in a text."""
    places = st.integers(0, len(source.text))
    start, end = sorted((draw(places), draw(places)))
    related = st.builds(Related, message=TEXTS, file=NAMES | st.just(source.name), pointer=st.just(""), span=st.none())
    fix = st.builds(Fix, title=TEXTS, edits=st.just((Edit(start=start, end=end, text="x"),)), safe=st.booleans())
    return Diagnostic(
        code=draw(st.sampled_from(["SK403", "thai/no-oil"])),
        name=draw(TEXTS),
        severity=draw(st.sampled_from(Severity)),
        message=draw(TEXTS),
        file=source.name,
        pointer=draw(st.sampled_from(["", "/a/0", "/a/0/b"])),
        span=source.span(start, end) if draw(st.booleans()) else None,
        found=source.slice(start, end)[:80],
        hints=tuple(draw(st.lists(TEXTS, max_size=2))),
        related=tuple(draw(st.lists(related, max_size=2))),
        fix=draw(st.none() | fix),
    )


@st.composite
def files(draw: st.DrawFn) -> Checked:
    """A file with findings."""
    source = Source(draw(NAMES), draw(TEXTS))
    return Checked(file=source.name, report=Report.of(draw(st.lists(findings(source), max_size=4))), source=source)


CHECKED = st.lists(files(), max_size=3, unique_by=lambda one: one.file)


def _found(checked: list[Checked]) -> int:
    return sum(len(one.report) for one in checked)


@settings(max_examples=80)
@given(CHECKED)
def test_every_format_can_be_read_and_loses_nothing(checked: list[Checked]) -> None:
    """Whatever the texts and names: each format has all findings, and nothing that strokekit did not write."""
    _texts_are_lines(checked)
    _github_reads_a_command_for_each(checked)
    _json_is_read(checked)
    _junit_is_read(checked)


def _texts_are_lines(checked: list[Checked]) -> None:
    """A line for each finding, and no line that strokekit did not break."""
    concise, full = write_report(checked, "concise"), write_report(checked, "full")

    assert concise.count("\n") == len(concise.splitlines()) == _found(checked)
    assert len(full.splitlines()) == full.count("\n")
    assert full.count("\n\n") == _found(checked)


def _github_reads_a_command_for_each(checked: list[Checked]) -> None:
    """With the properties that GitHub knows, and no others."""
    commands = [read(line) for line in write_report(checked, "github").splitlines()]

    assert len(commands) == _found(checked)
    assert {key for _, facts, _ in commands for key in facts} <= {"file", "line", "endLine", "col", "endColumn", "title"}


def _json_is_read(checked: list[Checked]) -> None:
    """Fingerprints are unique; the schema of SARIF accepts it."""
    names: tuple[FormatName, ...] = ("json", "gitlab", "sarif")
    made: dict[str, Any] = {name: json.loads(write_report(checked, name)) for name in names}
    fingerprints = [issue["fingerprint"] for issue in made["gitlab"]]

    assert len(made["json"]["diagnostics"]) <= _found(checked)
    assert len(set(fingerprints)) == len(fingerprints) == len(made["sarif"]["runs"][0]["results"]) == _found(checked)
    assert [fault.message for fault in SCHEMA.iter_errors(made["sarif"])] == []


def _junit_is_read(checked: list[Checked]) -> None:
    """A case for each finding, a failure for each error."""
    suites = list(JUnitXml.fromstring(write_report(checked, "junit").encode()))

    assert sum(suite.failures for suite in suites) == sum(len(one.report.errors) for one in checked)
    assert sum(suite.tests for suite in suites) == sum(len(one.report) or 1 for one in checked)


@settings(max_examples=100)
@given(st.data(), st.text("ab\té按👐\u0301\u200d\ufe0f🇩🇪 ", min_size=1, max_size=30))
def test_carets_are_as_wide_as_what_they_mark(data: st.DataObject, text: str) -> None:
    """And begin where it does, at every boundary of what a reader takes for a character."""
    parts = [cell.shown for cell in cells(text)]
    first = data.draw(st.integers(0, len(parts) - 1))
    starts = [0]
    for shown in parts:
        taken = len(shown) if shown != "    " else 1
        starts.append(starts[-1] + taken)
    start, end = starts[first], starts[data.draw(st.integers(first + 1, len(parts)))]
    line, marks = excerpt(Source("", text), Place(span=Source("", text).span(start, end)))[1:]

    assert one_line(line) == line
    assert len(marks) - len(marks.lstrip(" |")) == 4 + width(cells(text[:start]))
    assert marks.count("^") == max(width(cells(text[start:end])), 1)
