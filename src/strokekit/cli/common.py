"""What the commands share: reading a file or standard input, showing what was found, writing what was made."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Mapping

import attrs

from strokekit.cli.show import full
from strokekit.cli.streams import FOUND, OK, USAGE, Streams
from strokekit.diagnostics import Diagnostic, Outcome, Report, diagnose
from strokekit.engine import Engine
from strokekit.formats import Document
from strokekit.formats.source import Source
from strokekit.model.plan import Plan

STDIN = "-"


@attrs.frozen
class Read:
    """A text that was read: the document, and the source that its findings speak of, where there is one."""

    document: Outcome[Document]
    source: Source | None


def read(engine: Engine, path: str, streams: Streams, name: str) -> Read:
    """Read a file, or standard input for `-`, which is then called `name`."""
    if path != STDIN:
        document = engine.read(path)
        return Read(document, _source(document, lambda: _content(path, engine.limits.size)))
    try:
        given = _stdin(streams, engine.limits.size + 1)
    except (OSError, ValueError) as problem:
        return Read(Outcome(None, Report.of([diagnose("file-unreadable", file=name, path=name, problem=why(problem))])), None)
    document = engine.read_text(given, name=name)
    return Read(document, _source(document, lambda: given))


def _source(document: Outcome[Document], content: Callable[[], str | bytes]) -> Source | None:
    """Give the text behind a report. One that can't be followed gives no document, and is fetched again to show its lines."""
    if document.value is not None:
        return document.value.source
    placed = next((found for found in document.report if found.span is not None), None)
    if placed is None:
        return None
    text = content()
    return Source(placed.file, text if isinstance(text, str) else text.decode("utf-8", errors="replace"))


def _content(path: str, most: int) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a Path is made of fewer names than a user may type
            return file.read(most)
    except (OSError, ValueError):
        return b""


def why(problem: Exception) -> str:
    """Say what the system says of a file, without its number and path."""
    return str(getattr(problem, "strerror", None) or problem).lower()


def _stdin(streams: Streams, most: int) -> str | bytes:
    """Take the bytes where there are any: what is no UTF-8 is then a finding with its place."""
    buffer = getattr(streams.stdin, "buffer", None)
    given: str | bytes = streams.stdin.read(most) if buffer is None else buffer.read(most)
    return given


def settings(given: Iterable[str]) -> Mapping[str, str] | str:
    """Take `NAME=VALUE` apart; a text that is not of this form is given back.

    >>> settings(["passes=3", "firmness=firm"])
    {'passes': '3', 'firmness': 'firm'}
    >>> settings(["passes"])
    'passes'
    """
    made = {}
    for setting in given:
        name, equals, value = (part.strip() for part in setting.partition("="))
        if not equals or not name:
            return setting
        made[name] = value
    return made


@attrs.frozen
class Composed:
    """The routine of a command, composed. `code` is the exit code so far: not 0 while an error was shown."""

    engine: Engine
    plan: Plan
    code: int


def composed(arguments: argparse.Namespace, streams: Streams, engine: Engine) -> Composed | int:
    """Read, check and compose the routine of a command, and show what was found; without a plan give the exit code."""
    values = settings(arguments.set)
    if isinstance(values, str):
        return wrong_call(arguments, streams, f"--set takes NAME=VALUE, not {values!r}")
    given = read(engine, arguments.file, streams, arguments.stdin_filename)
    outcome = engine.compose(engine.structure(given.document), values=values)
    found = (_of_call(one, values) for one in outcome.report)
    code = show_report(Report.of((*engine.catalog.problems, *found)), given.source, streams)
    return FOUND if outcome.value is None else Composed(engine, outcome.value, code)


def _of_call(found: Diagnostic, values: Mapping[str, str]) -> Diagnostic:
    """Lead to the call what has no place in the file: a value that the routine does not declare."""
    name = str(found.facts.get("id"))
    if found.name != "unknown-value" or found.pointer not in ("", "/values") or name not in values:
        return found
    return attrs.evolve(found, file=f"--set {name}={values[name]}", span=None, found="")


def show_report(report: Report, source: Source | None, streams: Streams) -> int:
    """Show everything that was found on standard error, with the lines it was found in; give the exit code."""
    for found in report:
        streams.err(full(found, source) + "\n\n")
    return OK if report.ok else FOUND


def wrong_call(arguments: argparse.Namespace, streams: Streams, problem: str) -> int:
    """Say what is wrong with a call, as the parser does."""
    streams.err(f"strokekit {arguments.command}: error: {problem}\n")
    return USAGE


def write(arguments: argparse.Namespace, made: str | bytes, streams: Streams) -> int:
    """Write to the file that `--output` names, or to standard output; never over the file that was read."""
    target, source = arguments.output, getattr(arguments, "file", STDIN)
    if target in (None, STDIN):
        streams.raw(made) if isinstance(made, bytes) else streams.out(made)
        return OK
    if source != STDIN and _same(source, target):
        return wrong_call(arguments, streams, f"{target!r} is the file that is read: give --output another name")
    try:
        with open(target, "wb") as file:  # noqa: PTH123 - as above
            file.write(made.encode() if isinstance(made, str) else made)
    except (OSError, ValueError) as problem:
        return wrong_call(arguments, streams, f"{target!r} can't be written: {why(problem)}")
    return OK


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 - as above
    except (OSError, ValueError):
        return False
