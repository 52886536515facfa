"""`strokekit check`: everything that is wrong with routine files, in one run."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path

from strokekit.cli.common import read
from strokekit.cli.main import FOUND, OK, Streams
from strokekit.cli.report_json import report_json
from strokekit.cli.show import concise, full
from strokekit.diagnostics import Report, diagnose
from strokekit.engine import Engine
from strokekit.formats.source import Source

ENDINGS = (".routine.yaml", ".routine.yml", ".routine.json")
"""What a folder is searched for; a file that is named outright may be called anything."""


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Check every path, show what was found, and give 1 if an error is among it."""
    engine = Engine.discover()
    whole, files = Report.of(engine.catalog.problems), 0
    for path in arguments.paths:
        for name in _files(path):
            found, source = _check(engine, name, streams, arguments.stdin_filename)
            whole, files = whole + found, files + 1
            _show(found, source, arguments.format, streams)
    if not files:
        missing = Report.of(diagnose("nothing-to-check", path=path) for path in arguments.paths)
        _show(missing, None, arguments.format, streams)
        whole = whole + missing
    _close(whole, files, arguments.format, streams)
    return OK if whole.ok else FOUND


def _files(path: str) -> Iterator[str]:
    """The files of a path, in a stable order; links to folders are not followed, so that no loop is walked."""
    if path == "-" or not Path(path).is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        yield from (str(Path(folder, name)) for name in sorted(names) if name.endswith(ENDINGS))


def _check(engine: Engine, path: str, streams: Streams, name: str) -> tuple[Report, Source | None]:
    document = read(engine, path, streams, name)
    return engine.check(document), document.value.source if document.value else None


def _show(report: Report, source: Source | None, form: str, streams: Streams) -> None:
    for found in report if form != "json" else ():
        streams.stdout.write(f"{concise(found)}\n" if form == "concise" else f"{full(found, source)}\n\n")


def _close(report: Report, files: int, form: str, streams: Streams) -> None:
    if form == "json":
        made = report_json(report, files)
        streams.stdout.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n")
        return
    counts = [_count(len(report.errors), "error"), _count(len(report.warnings), "warning")]
    streams.stderr.write(f"{_count(files, 'file')}: {', '.join(counts)}\n")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


