"""The command line: parse, hand the values to one command, give its exit code. Commands are imported when they are run."""

from __future__ import annotations

import contextlib
import io
import os
import sys

from strokekit.cli.arguments import build_parser
from strokekit.cli.streams import OK, USAGE, Streams, Unwritable

TYPE_CHECKING = False
"""As in `strokekit.cli.streams`: nothing is imported here that `--help` does not need."""
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from typing import Any, TextIO


def main(
    argv: Sequence[str] | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    r"""Run one command and give its exit code: 0 no errors, 1 errors in what was read, 2 a wrong call or a failure.

    It never raises and never ends the process. 0 means that nothing of weight `error` was shown.

    Args:
        argv: the arguments after the program's name; by default those of the process.
        stdin: what `-` reads; its bytes, where it has a `buffer`.
        stdout: for what was asked for.
        stderr: for everything else: findings (of `check`: only the summary), wrong calls, failures.

    >>> import io
    >>> out = io.StringIO()
    >>> main(["--version"], stdout=out)
    0
    >>> out.getvalue()
    'strokekit 0.1.0\n'
    """
    streams = Streams(_given(stdin, sys.stdin), _given(stdout, sys.stdout), _given(stderr, sys.stderr))
    try:
        code = _run(argv, streams)
        streams.flush()
    except KeyboardInterrupt:
        return _say(streams, "strokekit: interrupted\n")
    except Unwritable as problem:
        return _say(streams, f"strokekit: error: the output can't be written: {_in_a_line(problem)}\n")
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - the last line before the user: no traceback, never 0
        return _internal(streams, problem)
    return code


def _given(stream: TextIO | None, default: TextIO | None) -> TextIO:
    """Take the stream that is given, or the process's; a process may have been started without."""
    return stream or default or io.StringIO()


def _run(argv: Sequence[str] | None, streams: Streams) -> int:
    try:
        arguments = _parsed(build_parser(streams), argv)
    except SystemExit as stop:
        return OK if stop.code in (None, OK) else USAGE
    from importlib import import_module

    code: int = import_module(f"strokekit.cli.{arguments.command}").run(arguments, streams)
    return code


def _in_a_line(problem: Exception) -> str:
    from strokekit.reporting.display import one_line

    return one_line(str(problem))


def _parsed(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> argparse.Namespace:
    """Parse a call; paths may stand before and behind options, which argparse alone does not let them."""
    arguments, left = parser.parse_known_args(argv)
    refuse = vars(arguments).pop("refuse")  # other processes get the arguments, and can't be sent a parser
    strange = [text for text in left if text.startswith("-") and text != "-"]
    if left and (strange or not hasattr(arguments, "paths")):
        refuse(f"unrecognized arguments: {' '.join(left)}")
    if left:
        arguments.paths = [*arguments.paths, *left]
    return arguments


def _internal(streams: Streams, problem: BaseException) -> int:
    from strokekit.diagnostics import diagnose
    from strokekit.reporting.text import full

    words = f"{type(problem).__name__}{f': {problem}' if str(problem) else ''}{_where(problem)}"
    return _say(streams, full(diagnose("internal", problem=words), None) + "\n")


def _where(problem: BaseException) -> str:
    """Name the file and line that raised: enough for a report, without the folders of this machine."""
    frame = problem.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    # A Path would be imported with every command for the sake of this one.
    return f" ({os.path.basename(frame.tb_frame.f_code.co_filename)}, line {frame.tb_lineno})" if frame else ""  # noqa: PTH119


def _say(streams: Streams, text: str) -> int:
    """Say why there is nothing better to say; give the exit code. A standard error that is broken too stays silent."""
    with contextlib.suppress(Unwritable):
        Streams(streams.stdin, io.StringIO(), streams.stderr).err(text)  # a standard output that fails must not silence this
        streams.stderr.flush()
    return USAGE


def run() -> None:
    """Run with the arguments and streams of the process, and end it."""
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)
    code = main()
    _let_go()
    raise SystemExit(code)


def _prepare(stream: Any) -> None:
    """Write UTF-8 into files and pipes everywhere; a terminal keeps its own encoding."""
    with contextlib.suppress(AttributeError, ValueError):
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")


def _let_go() -> None:
    """Keep Python from flushing into a pipe that nobody reads any more, which would print a traceback at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            continue
        except OSError:
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
