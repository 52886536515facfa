"""Findings as a JUnit report: a suite for each file, a case for each finding, and a case that passes for a file without any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from strokekit.diagnostics import Diagnostic, Severity
from strokekit.reporting.checked import Checked, Sources
from strokekit.reporting.text import full

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, not even escaped."""


def write_junit(checked: Iterable[Checked]) -> Iterator[str]:
    """Write the report. An error is a failure; a warning or a hint passes and is told in the output of its case."""
    suites = ET.Element("testsuites", name="strokekit check")
    for one in checked:
        if one.file or len(one.report):
            _suite(suites, one)
    for name in ("tests", "failures", "errors"):
        suites.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ET.indent(suites)
    text = ET.tostring(suites, encoding="unicode")
    yield f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _suite(suites: ET.Element, one: Checked) -> None:
    name, failures = _allowed(one.file) or "strokekit", len(one.report.errors)
    counts = {"tests": str(len(one.report) or 1), "failures": str(failures), "errors": "0", "skipped": "0"}
    suite = ET.SubElement(suites, "testsuite", {"name": name, **counts})
    texts = Sources(one.source)
    for found in one.report:
        _case(suite, name, found, texts)
    if not len(one.report):
        ET.SubElement(suite, "testcase", {"classname": name, "name": "no findings", "file": name})


def _case(suite: ET.Element, name: str, found: Diagnostic, texts: Sources) -> None:
    line = {"line": str(found.span.line)} if found.span else {}
    place = f" at {found.span.line}:{found.span.column}" if found.span else ""
    facts = {"classname": name, "name": f"{found.code} {found.name}{place}", "file": found.file or name, **line}
    case = ET.SubElement(suite, "testcase", {key: _allowed(value) for key, value in facts.items()})
    if found.severity is Severity.ERROR:
        told = ET.SubElement(case, "failure", {"type": found.code, "message": _allowed(found.message)})
    else:
        told = ET.SubElement(case, "system-out")
    told.text = _allowed(full(found, texts))


def _allowed(text: str) -> str:
    """Replace what XML can't hold."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
