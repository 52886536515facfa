"""The command line: parse, hand the values to one command, give its exit code. Commands are imported when they are run."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TextIO

import attrs

from strokekit.version import VERSION

OK, FOUND, USAGE = 0, 1, 2
"""Exit codes: no errors; errors in what was read; a wrong call, or a failure of strokekit itself."""

_COMMANDS = {
    "check": "report everything that is wrong with routine files",
    "time": "show how long a routine takes, section by section and step by step",
    "render": "write a routine as a treatment card or a timeline",
    "techniques": "list the techniques and actions, or show one",
    "regions": "list the regions of the body, or show one",
    "schema": "write the JSON Schema of routine files",
}


@attrs.frozen
class Streams:
    """Where a command reads and writes."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


class _Parser(argparse.ArgumentParser):
    """A parser that prints to given streams and never ends the process."""

    def __init__(self, *args: object, streams: Streams, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed through
        self.streams = streams

    def _print_message(self, message: str, file: object = None) -> None:
        if message:
            (self.streams.stderr if file is sys.stderr else self.streams.stdout).write(message)


def build_parser(streams: Streams) -> argparse.ArgumentParser:
    """Make the parser with all commands; only their arguments are known here."""
    parser = _Parser(prog="strokekit", description="Massage routines as data: checked, composed, timed, rendered.", streams=streams)
    parser.add_argument("--version", action="version", version=f"strokekit {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in _COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary, streams=streams)
        _ARGUMENTS[name](command)
    return parser


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help="files, or folders to search; - for standard input")
    command.add_argument("--format", choices=("full", "concise", "json"), default="full", help="how to show what was found")
    _stdin_name(command)


def _stdin_name(command: argparse.ArgumentParser) -> None:
    command.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="what to call standard input")


def _routine(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a routine file; - for standard input")
    command.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="set a value of the routine")
    _stdin_name(command)


def _time(command: argparse.ArgumentParser) -> None:
    _routine(command)
    command.add_argument("--format", choices=("text", "json"), default="text", help="how to show the times")


def _render(command: argparse.ArgumentParser) -> None:
    _routine(command)
    command.add_argument("--to", default="text", metavar="NAME", help="text, markdown, json, or a plugin's renderer")
    command.add_argument("--language", default="", metavar="TAG", help="the language of the words, by default the routine's")
    command.add_argument("-o", "--output", metavar="OUT", help="the file to write; by default standard output")


def _listing(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", nargs="?", metavar="ID", help="an id, or another name of one")
    command.add_argument("--format", choices=("text", "json"), default="text", help="how to show them")


def _schema(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", metavar="OUT", help="the file to write; by default standard output")


_ARGUMENTS = {
    "check": _check,
    "time": _time,
    "render": _render,
    "techniques": _listing,
    "regions": _listing,
    "schema": _schema,
}


def main(
    argv: Sequence[str] | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Run one command and give its exit code: 0 no errors, 1 errors in what was read, 2 a wrong call or a failure.

    >>> import io
    >>> out = io.StringIO()
    >>> main(["--version"], stdout=out)
    0
    >>> out.getvalue()
    'strokekit 0.1.0\\n'
    """
    streams = Streams(stdin or sys.stdin, stdout or sys.stdout, stderr or sys.stderr)
    try:
        arguments = build_parser(streams).parse_args(argv)
    except SystemExit as stop:
        return OK if stop.code in (None, 0) else USAGE
    return _run(arguments, streams)


def _run(arguments: argparse.Namespace, streams: Streams) -> int:
    try:
        code: int = import_module(f"strokekit.cli.{arguments.command}").run(arguments, streams)
    except BrokenPipeError:
        return OK
    except KeyboardInterrupt:
        return USAGE
    except Exception as problem:  # noqa: BLE001 - the last line before the user: no traceback, never 0
        streams.stderr.write(f"strokekit: error[SK905] strokekit itself failed: {type(problem).__name__}: {problem}\n")
        return USAGE
    return code


def run() -> None:
    """Run with the arguments and streams of the process, and end it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a stream may be replaced
    code = main()
    with contextlib.suppress(BrokenPipeError, ValueError):
        sys.stdout.flush()
    raise SystemExit(code)
