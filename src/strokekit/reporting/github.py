"""Findings as commands of GitHub Actions: what a workflow prints so becomes an annotation of the line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from strokekit.diagnostics import Diagnostic, Severity
from strokekit.reporting.checked import Checked
from strokekit.reporting.display import one_line
from strokekit.reporting.places import relative

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def write_github(checked: Iterable[Checked]) -> Iterator[str]:
    """Write a command for each finding, hints and other places in its text."""
    return (f"{command(found)}\n" for one in checked for found in one.report)


def command(found: Diagnostic) -> str:
    """Give the command of a finding: always one line, whatever its texts and names hold.

    Columns are given only where the place ends in the line in which it begins: elsewhere GitHub refuses them.

    >>> from strokekit.diagnostics import diagnose
    >>> command(diagnose("unknown-id", file="a,b.yaml", id="100%"))
    '::error file=a%2Cb.yaml,title=SK406 unknown-id::nothing here has the id `100%25`'
    """
    facts = {"file": relative(found.file), **_place(found), "title": f"{found.code} {found.name}"}
    written = ",".join(f"{key}={_property(value)}" for key, value in facts.items() if value)
    return f"::{_COMMANDS[found.severity]} {written}::{_data(_text(found))}"


def _place(found: Diagnostic) -> dict[str, str]:
    span = found.span
    if span is None:
        return {}
    if span.end_line != span.line:
        return {"line": str(span.line), "endLine": str(span.end_line)}
    end = max(span.end_column - 1, span.column)
    return {"line": str(span.line), "col": str(span.column), "endLine": str(span.line), "endColumn": str(end)}


def _text(found: Diagnostic) -> str:
    places = (f"{other.message}: {relative(other.file)}{f':{other.span.line}' if other.span else ''}" for other in found.related)
    return "\n".join(one_line(line) for line in (found.message, *found.hints, *places))


def _data(text: str) -> str:
    """Escape the text of a command, as GitHub's own toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a command; its value may not end the property or the command."""
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
