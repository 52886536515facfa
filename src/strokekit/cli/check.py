"""`strokekit check`: everything that is wrong with routine files, in one run."""

from __future__ import annotations

import argparse

from strokekit.cli.common import read
from strokekit.cli.engines import engine_of
from strokekit.cli.paths import named
from strokekit.cli.report_json import report_json
from strokekit.cli.show import concise, full
from strokekit.cli.streams import FOUND, OK, Streams
from strokekit.diagnostics import Diagnostic, Report
from strokekit.engine import Engine
from strokekit.formats.source import Source


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Check every path, show what was found, and give 1 if an error is among it."""
    engine = engine_of(arguments, streams, arguments.paths)
    if isinstance(engine, int):
        return engine
    whole, files = Report.of(engine.catalog.problems), 0
    _show(whole, None, arguments.format, streams)
    for found in named(arguments.paths):
        if isinstance(found, Diagnostic):
            report, source = Report.of([found]), None
        else:
            report, source = _check(engine, found, streams, arguments.stdin_filename)
            files += 1
        _show(report, source, arguments.format, streams)
        whole = whole + report
    _close(whole, files, arguments.format, streams)
    return OK if whole.ok else FOUND


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
