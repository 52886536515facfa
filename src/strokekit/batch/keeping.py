"""A report as JSON and back, without loss: what `read_report` gives equals what `write_report` was given, facts included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic, Edit, Fix, Related, Report, Severity, Span

_TUPLE, _MAPPING = "t", "m"


class Unkept(ValueError):
    """A report holds something that JSON has no form for, such as a value of a plugin's own type."""


def write_report(report: Report) -> list[Any]:
    """Write a report as JSON values.

    Raises:
        Unkept: it can't be written without loss.

    >>> write_report(Report())
    []
    """
    return [_diagnostic(found) for found in report]


def read_report(written: list[Any]) -> Report:
    """Read what `write_report` gave.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it is something else.

    >>> read_report(write_report(Report())) == Report()
    True
    """
    return Report(tuple(_read(found) for found in written))


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    fields = {field.name: getattr(found, field.name) for field in attrs.fields(Diagnostic)}
    return fields | {
        "severity": found.severity.value,
        "span": _span(found.span),
        "hints": list(found.hints),
        "related": [[one.message, one.file, one.pointer, _span(one.span)] for one in found.related],
        "fix": found.fix and [found.fix.title, found.fix.safe, [[e.start, e.end, e.text] for e in found.fix.edits]],
        "facts": {_name(name): _plain(value) for name, value in found.facts.items()},
    }


def _read(written: dict[str, Any]) -> Diagnostic:
    related = (Related(message=m, file=f, pointer=p, span=_as_span(span)) for m, f, p, span in written["related"])
    more = {
        "severity": Severity(written["severity"]),
        "span": _as_span(written["span"]),
        "hints": tuple(written["hints"]),
        "related": tuple(related),
        "fix": _as_fix(written["fix"]),
        "facts": {name: _value(value) for name, value in written["facts"].items()},
    }
    return Diagnostic(**{**written, **more})


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end, span.line, span.column, span.end_line, span.end_column]


def _as_span(written: list[int] | None) -> Span | None:
    if written is None:
        return None
    start, end, line, column, end_line, end_column = written
    return Span(start=start, end=end, line=line, column=column, end_line=end_line, end_column=end_column)


def _as_fix(written: list[Any] | None) -> Fix | None:
    if written is None:
        return None
    title, safe, edits = written
    return Fix(title=title, safe=safe, edits=tuple(Edit(start=start, end=end, text=text) for start, end, text in edits))


def _name(name: Any) -> str:
    if type(name) is not str:
        raise Unkept(name)
    return name


def _plain(value: Any) -> Any:
    """Write a fact; tuples and mappings say what they are, so that they come back as such."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):  # or of an enumeration, and equal to its text
        return str(value)
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, tuple):
        return {_TUPLE: [_plain(part) for part in value]}
    if isinstance(value, Mapping):
        return {_MAPPING: {_name(name): _plain(part) for name, part in value.items()}}
    raise Unkept(value)


def _value(written: Any) -> Any:
    if isinstance(written, list):
        return [_value(part) for part in written]
    if not isinstance(written, dict):
        return written
    if _TUPLE in written:
        return tuple(_value(part) for part in written[_TUPLE])
    return {name: _value(part) for name, part in written[_MAPPING].items()}
