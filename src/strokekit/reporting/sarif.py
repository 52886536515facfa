"""Findings as SARIF 2.1.0, which code scanning of GitHub, Azure DevOps and editors read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from strokekit import resources
from strokekit.diagnostics import CODES, Diagnostic, Fix, Related, Severity, Span
from strokekit.reporting.checked import Checked
from strokekit.reporting.display import one_line
from strokekit.reporting.fingerprints import fingerprints
from strokekit.reporting.json_report import json_text
from strokekit.reporting.pages import first_paragraph, page
from strokekit.reporting.places import relative, uri
from strokekit.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The address of the schema that the output keeps to."""
FINGERPRINT = "strokekit/v1"
"""The kind of fingerprint; another number stands for another way to make them."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_ROOT = "%SRCROOT%"


def write_sarif(checked: Iterable[Checked]) -> Iterator[str]:
    """Write one run with every finding, its rule, its repair and its fingerprint."""
    named = tuple(fingerprints(checked))
    rules = {found.code: found for found, _ in named}
    numbers = {code: number for number, code in enumerate(rules)}
    run = {
        "tool": {"driver": _driver([_rule(found) for found in rules.values()])},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, numbers[found.code], fingerprint) for found, fingerprint in named],
    }
    yield json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "strokekit",
        "version": VERSION,
        "semanticVersion": VERSION,
        **_address("informationUri", resources.DOCUMENTATION),
        "rules": rules,
    }


def _address(name: str, address: str) -> dict[str, str]:
    """Give a property that holds an address; SARIF has no use for the name of a page that is not published anywhere."""
    return {name: address} if "://" in address else {}


def _rule(found: Diagnostic) -> dict[str, Any]:
    """Describe the code of a finding: one of strokekit with its page, one of a plugin by its name."""
    row = CODES.get(found.name)
    rule: dict[str, Any] = {"id": found.code, "name": found.name}
    if row is None or row.number != found.code:
        return {**rule, "shortDescription": {"text": found.name}}
    text = page(row)
    return {
        **rule,
        "shortDescription": {"text": first_paragraph(text)},
        "help": {"text": text, "markdown": text},
        **_address("helpUri", found.docs),
        "defaultConfiguration": {"level": _LEVELS[Severity(row.severity)]},
    }


def _result(found: Diagnostic, rule: int, fingerprint: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": "\n".join(one_line(line) for line in (found.message, *found.hints))},
        "locations": [_location(found)] if found.file else [],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    related = [_location(one, number) for number, one in enumerate(found.related) if one.file]
    made |= {"relatedLocations": related} if related else {}
    return made | ({"fixes": [_fix(found.file, found.fix)]} if found.fix and found.file else {})


def _location(place: Diagnostic | Related, number: int | None = None) -> dict[str, Any]:
    region = {"region": _region(place.span)} if place.span else {}
    made: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(place.file), **region}}
    if place.pointer:
        made["logicalLocations"] = [{"fullyQualifiedName": place.pointer}]
    return made if number is None else {"id": number, **made, "message": {"text": one_line(place.message)}}


def _artifact(file: str) -> dict[str, str]:
    base = {} if relative(file).startswith("/") else {"uriBaseId": _ROOT}
    return {"uri": uri(file), **base}


def _region(span: Span) -> dict[str, int]:
    """Give a region; its end is the column behind the last one, as SARIF counts too."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _fix(file: str, fix: Fix) -> dict[str, Any]:
    edits = [
        {
            "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": one_line(fix.title)},
        "artifactChanges": [{"artifactLocation": _artifact(file), "replacements": edits}],
        "properties": {"safe": fix.safe},
    }
