"""One file and what is found in it, from bytes that are taken once."""

from __future__ import annotations

from collections.abc import Callable

from strokekit.batch.cache import Entries
from strokekit.diagnostics import Diagnostic, Report
from strokekit.engine import Engine
from strokekit.formats.read import file_content, read_content
from strokekit.formats.source import Source
from strokekit.reporting import Checked


def content_of(engine: Engine, path: str) -> bytes | Diagnostic:
    """Take the bytes of a file, or say why there are none."""
    return file_content(path, limits=engine.limits)


def unread(path: str, problem: Diagnostic) -> Checked:
    """Give the report on a file that can't be read."""
    return Checked(file=path, report=Report.of([problem]))


def check_content(engine: Engine, path: str, content: bytes, *, opened: Callable[[str], object] | None = None) -> Checked:
    """Check the bytes of a file.

    >>> check_content(Engine(), "a.routine.yaml", b"strokekit: 1").report.errors[0].name
    'missing-key'
    """
    document = read_content(content, path, limits=engine.limits)
    report = engine.check(document, opened=opened)
    source = document.value.source if document.value is not None else source_of(report, content)
    return Checked(file=path, report=report, source=source)


def source_of(report: Report, content: bytes) -> Source | None:
    """Give the text that the findings of a file speak of, also where it could not be followed to its end."""
    placed = next((found for found in report if found.span is not None), None)
    return None if placed is None else Source(placed.file, content.decode("utf-8", errors="replace"))


def check_path(engine: Engine, entries: Entries | None, path: str) -> Checked:
    """Check one file, and remember what was found."""
    content = content_of(engine, path)
    if isinstance(content, Diagnostic):
        return unread(path, content)
    opened: list[str] = []
    checked = check_content(engine, path, content, opened=opened.append)
    if entries is not None:
        entries.put(path, content, checked, opened)
    return checked
