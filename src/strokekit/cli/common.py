"""What the commands share: reading a file or standard input, and showing what was found."""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from strokekit.cli.main import FOUND, USAGE, Streams
from strokekit.cli.show import full
from strokekit.diagnostics import Outcome, Report, diagnose
from strokekit.engine import Engine
from strokekit.formats import Document
from strokekit.model.plan import Plan


def read(engine: Engine, path: str, streams: Streams, name: str) -> Outcome[Document]:
    """Read a file, or standard input for `-`."""
    if path != "-":
        return engine.read(path)
    raw = getattr(streams.stdin, "buffer", None)
    text = streams.stdin.read() if raw is None or isinstance(streams.stdin, io.StringIO) else raw.read()
    return engine.read_text(text, name=name)


def settings(given: Iterable[str]) -> Mapping[str, str] | str:
    """Take `NAME=VALUE` apart; a text that is not of this form is given back."""
    made = {}
    for setting in given:
        name, equals, value = setting.partition("=")
        if not equals or not name:
            return setting
        made[name] = value
    return made


def composed(arguments: argparse.Namespace, streams: Streams) -> tuple[Engine, Outcome[Plan]] | int:
    """Read, check and compose the routine of a command; what was found is shown, and a wrong call gives its exit code."""
    values = settings(arguments.set)
    if isinstance(values, str):
        streams.stderr.write(f"strokekit {arguments.command}: error: --set takes NAME=VALUE, not {values!r}\n")
        return USAGE
    engine = Engine.discover()
    document = read(engine, arguments.file, streams, arguments.stdin_filename)
    outcome = engine.compose(engine.structure(document), values=values)
    show_report(outcome.report, document.value, streams)
    return (engine, outcome) if outcome.value is not None else FOUND


def show_report(report: Report, document: Document | None, streams: Streams) -> None:
    """Show everything that was found on standard error, with the lines it was found in."""
    for found in report:
        streams.stderr.write(full(found, document.source if document else None) + "\n\n")


def write(output: str | None, made: str | bytes, streams: Streams) -> int:
    """Write to a file or to standard output."""
    if output is None:
        _to_stream(made, streams)
        return 0
    try:
        Path(output).write_bytes(made.encode() if isinstance(made, str) else made)
    except OSError as problem:
        found = diagnose("file-unreadable", path=output, problem=problem.strerror or str(problem))
        streams.stderr.write(f"{found}\n")
        return USAGE
    return 0


def _to_stream(made: str | bytes, streams: Streams) -> None:
    raw: Any = getattr(streams.stdout, "buffer", None)
    if isinstance(made, str):
        streams.stdout.write(made)
    elif raw is not None:
        raw.write(made)
    else:
        streams.stdout.write(made.decode("utf-8", errors="replace"))
