"""What the commands share: reading a file or standard input, showing what was found, writing what was made."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Mapping

import attrs

from strokekit.cli.streams import FOUND, OK, USAGE, Streams
from strokekit.diagnostics import Diagnostic, Outcome, Report, diagnose
from strokekit.engine import Engine
from strokekit.formats import Document
from strokekit.formats.read import open_ordinary
from strokekit.formats.source import Source
from strokekit.model.plan import Plan
from strokekit.model.routine import Routine
from strokekit.reporting.text import full
from strokekit.suppressing import quiet

STDIN = "-"
UNNAMED = "<stdin>"
"""What standard input is called as long as nobody says which file it is."""


@attrs.frozen
class Read:
    """A text that was read: the document, and the source that its findings speak of, where there is one."""

    document: Outcome[Document]
    source: Source | None


def read(engine: Engine, path: str, streams: Streams, name: str) -> Read:
    """Read a file, or standard input for `-`, which is then called `name`; what it includes is looked for beside that file."""
    if path != STDIN:
        document = engine.read(path)
        return Read(document, _source(document, lambda: _content(path, engine.limits.size)))
    try:
        given = _stdin(streams, engine.limits.size + 1)
    except (OSError, ValueError) as problem:
        return Read(Outcome(None, Report.of([diagnose("file-unreadable", file=name, path=name, problem=why(problem))])), None)
    document = engine.read_text(given, name=name, folder=None if name == UNNAMED else os.path.dirname(name))  # noqa: PTH120 - as below
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
        with open_ordinary(path) as file:
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


def settings(given: Iterable[str]) -> Mapping[str, tuple[str, ...]] | str:
    """Take `NAME=VALUE` apart, with every value that a name is given; a text that is not of this form is given back.

    >>> settings(["passes=3", "firmness=firm", "passes=4"])
    {'passes': ('3', '4'), 'firmness': ('firm',)}
    >>> settings(["passes"])
    'passes'
    """
    made: dict[str, tuple[str, ...]] = {}
    for setting in given:
        name, equals, value = (part.strip() for part in setting.partition("="))
        if not equals or not name:
            return setting
        made[name] = (*made.get(name, ()), value)
    return made


@attrs.frozen
class Wishes:
    """What a call asks for beside the routine: its values and answers by name, a variant, what is added and after which steps."""

    values: Mapping[str, str]
    variant: str | None
    answers: Mapping[str, str] = attrs.field(repr=False)
    add: Mapping[str, tuple[str, ...]]

    def compose(self, engine: Engine, routine: Outcome[Routine]) -> Outcome[Plan]:
        """Compose a routine so."""
        return engine.compose(routine, values=self.values, variant=self.variant, answers=self.answers, add=self.add)


def wishes(arguments: argparse.Namespace) -> Wishes | str:
    """Read what a call asks for; what is not of the form that it has to be is said in words."""
    forms = {"set": "NAME=VALUE", "answer": "ID=ANSWER", "add": "ID=HOST"}
    read = {}
    for option, form in forms.items():
        made = settings(getattr(arguments, option))
        if isinstance(made, str):
            return f"--{option} takes {form}, not {made!r}"
        read[option] = made
    values, answers = ({name: given[-1] for name, given in read[option].items()} for option in ("set", "answer"))
    return Wishes(values, arguments.variant, answers, read["add"])


@attrs.frozen
class Composed:
    """The routine of a command, composed. `code` is the exit code so far: not 0 while an error was shown."""

    engine: Engine
    plan: Plan
    code: int


def composed(arguments: argparse.Namespace, streams: Streams, engine: Engine) -> Composed | int:
    """Read, check and compose the routine of a command, and show what was found; without a plan give the exit code."""
    wished = wishes(arguments)
    if isinstance(wished, str):
        return wrong_call(arguments, streams, wished)
    given = read(engine, arguments.file, streams, arguments.stdin_filename)
    outcome = wished.compose(engine, engine.structure(given.document))
    report = quiet(outcome.report, given.document.value) if given.document.value is not None else outcome.report
    found = (_of_call(one, wished) for one in report)
    code = show_report(Report.of((*engine.catalog.problems, *found)), given.source, streams)
    return FOUND if outcome.value is None else Composed(engine, outcome.value, code)


_OPTIONS = {
    "unknown-value": "set",
    "unknown-variant": "variant",
    "unknown-question": "answer",
    "unknown-addition": "add",
    "unknown-id": "add",
}
"""Name of a finding → the option that it may be about."""


def _of_call(found: Diagnostic, wished: Wishes) -> Diagnostic:
    """Lead to the call what has no place in the file: a value, a variant, a question or an addition that the routine lacks."""
    option = _option(found, str(found.facts.get("id")), wished)
    return attrs.evolve(found, file=option, span=None, found="", pointer="") if option else found


def _option(found: Diagnostic, name: str, wished: Wishes) -> str:
    """Name the option that a finding is about; empty where it is about the file. An answer is never told."""
    if found.pointer not in ("", "/values", "/variants", "/screen"):
        return ""
    named = {
        "unknown-value": {name: f"{name}={value}" for name, value in wished.values.items()},
        "unknown-variant": {str(wished.variant): str(wished.variant)},
        "unknown-question": {name: f"{name}=…" for name in wished.answers},
        "unknown-addition": {name: f"{name}={hosts[0]}" for name, hosts in wished.add.items()},
        "unknown-id": {host: f"{step}={host}" for step, hosts in wished.add.items() for host in hosts},
    }
    given = named.get(found.name, {}).get(name)
    return f"--{_OPTIONS[found.name]} {given}" if given else ""


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
