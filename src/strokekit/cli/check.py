"""`strokekit check`: everything that is wrong with routine files, in one run."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from strokekit.cli.common import STDIN, read, why
from strokekit.cli.report_json import report_json
from strokekit.cli.show import concise, full
from strokekit.cli.streams import FOUND, OK, Streams
from strokekit.diagnostics import Diagnostic, Report, diagnose
from strokekit.engine import Engine
from strokekit.formats.source import Source

ENDINGS = (".routine.yaml", ".routine.yml", ".routine.json")
"""What a folder is searched for; a file that is named outright may be called anything."""


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Check every path, show what was found, and give 1 if an error is among it."""
    engine = Engine.discover()
    whole, files = Report.of(engine.catalog.problems), 0
    _show(whole, None, arguments.format, streams)
    for found in _once(_found(arguments.paths)):
        if isinstance(found, Diagnostic):
            report, source = Report.of([found]), None
        else:
            report, source = _check(engine, found, streams, arguments.stdin_filename)
            files += 1
        _show(report, source, arguments.format, streams)
        whole = whole + report
    _close(whole, files, arguments.format, streams)
    return OK if whole.ok else FOUND


def _found(paths: Iterable[str]) -> Iterator[str | Diagnostic]:
    """Give the files of all paths in a stable order, and what keeps others from being found."""
    for path in paths:
        if path == STDIN or not _is_folder(path):
            yield path
            continue
        inside = list(_searched(path))
        yield from inside or [diagnose("nothing-to-check", path=path)]


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _searched(folder: str) -> Iterator[str | Diagnostic]:
    """Search a folder; links to folders are not followed, so that no loop is walked."""
    closed: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=closed.append):
        folders.sort()
        yield from (str(Path(here, name)) for name in sorted(names) if name.endswith(ENDINGS))
    for problem in closed:
        yield diagnose("file-unreadable", file=str(problem.filename), path=str(problem.filename), problem=why(problem))


def _once(found: Iterable[str | Diagnostic]) -> Iterator[str | Diagnostic]:
    """Leave out a file that was named before, also by another way to it."""
    seen: set[str] = set()
    for one in found:
        key = one if isinstance(one, Diagnostic) or one == STDIN else _real(one)
        if str(key) not in seen:
            seen.add(str(key))
            yield one


def _real(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _check(engine: Engine, path: str, streams: Streams, name: str) -> tuple[Report, Source | None]:
    given = read(engine, path, streams, name)
    return engine.check(given.document), given.source


def _show(report: Report, source: Source | None, form: str, streams: Streams) -> None:
    for found in report if form != "json" else ():
        streams.out(f"{concise(found)}\n" if form == "concise" else f"{full(found, source)}\n\n")


def _close(report: Report, files: int, form: str, streams: Streams) -> None:
    if form == "json":
        streams.json(report_json(report, files))
        return
    counts = [_count(len(report.errors), "error"), _count(len(report.warnings), "warning")]
    hints = len(report) - len(report.errors) - len(report.warnings)
    counts += [_count(hints, "hint")] if hints else []
    streams.err(f"{_count(files, 'file')}: {', '.join(counts)}\n")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
