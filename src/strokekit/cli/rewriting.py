"""What `fmt` and `migrate` share: every file is read, made anew, and written in one go where it has changed."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import os
import shutil
import tempfile
from collections.abc import Callable

import attrs

from strokekit.cli.common import STDIN, read, show_report, why, wrong_call
from strokekit.cli.paths import named
from strokekit.cli.streams import FOUND, OK, Streams
from strokekit.diagnostics import Diagnostic, Outcome, Report
from strokekit.engine import Engine
from strokekit.formats import Document

Make = Callable[[Outcome[Document]], Outcome[str]]
"""Gives the new text of a document, or none and why."""


@attrs.define
class _Count:
    """How many files there were, and what became of them; `code` is the exit code so far."""

    changed: int = 0
    same: int = 0
    failed: int = 0
    code: int = OK


def rewrite(arguments: argparse.Namespace, streams: Streams, engine: Engine, make: Make) -> int:
    """Make every file anew, and write those that change; with `--check` and `--diff` nothing is written.

    A file of which nothing can be made is reported and left alone. Gives 1 for one, and for a change under `--check`.
    """
    count = _Count(code=show_report(Report.of(engine.catalog.problems), None, streams))
    for found in named(arguments.paths):
        if isinstance(found, Diagnostic):
            show_report(Report.of([found]), None, streams)
            count.failed += 1
        else:
            _one(arguments, streams, count, read_made(engine, found, arguments, streams, make))
    _close(arguments, streams, count)
    return max(count.code, FOUND if count.failed or (arguments.check and count.changed) else OK)


@attrs.frozen
class _Made:
    """A file before and after; `new` is None where nothing can be made of it."""

    path: str
    old: str
    new: str | None


def read_made(engine: Engine, path: str, arguments: argparse.Namespace, streams: Streams, make: Make) -> _Made:
    """Read a file, and make it anew; show why where that can't be."""
    given = read(engine, path, streams, arguments.stdin_filename)
    made = make(given.document)
    show_report(made.report, given.source, streams)
    old = given.document.value.source.text if given.document.value is not None else ""
    return _Made(path, old, made.value)


def _one(arguments: argparse.Namespace, streams: Streams, count: _Count, made: _Made) -> None:
    if made.new is None:
        count.failed += 1
        return
    changes = made.new != made.old
    if changes and not (arguments.check or arguments.diff) and not _written(arguments, streams, count, made):
        return
    count.changed += changes
    count.same += not changes
    if arguments.diff:
        streams.out(diff_of(made.path, made.old, str(made.new)))
    elif arguments.check:
        streams.out(f"{made.path}\n" if changes else "")
    elif made.path == STDIN:
        streams.raw(made.new.encode())
    elif changes:
        streams.out(f"{made.path}\n")


def _written(arguments: argparse.Namespace, streams: Streams, count: _Count, made: _Made) -> bool:
    """Write a file anew; where that fails say so, and leave it alone."""
    if made.path == STDIN:
        return True
    try:
        replace_file(made.path, str(made.new).encode())
    except OSError as problem:
        count.code = max(count.code, wrong_call(arguments, streams, f"{made.path!r} can't be written: {why(problem)}"))
        count.failed += 1
        return False
    return True


def diff_of(path: str, old: str, new: str) -> str:
    r"""Show what changes in a file, as `diff -u` does.

    >>> print(diff_of("a.yaml", "a: 1\n", "a: 2\n").splitlines()[-1])
    +a: 2
    """
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    lines = difflib.unified_diff(before, after, path, path, "as it is", "as it would be")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _close(arguments: argparse.Namespace, streams: Streams, count: _Count) -> None:
    files = count.changed + count.same + count.failed
    planned = "would change" if arguments.check or arguments.diff else "changed"
    left = f", {count.failed} left alone" if count.failed else ""
    streams.err(f"{files} file{'' if files == 1 else 's'}: {count.changed} {planned}, {count.same} as before{left}\n")


def replace_file(path: str, content: bytes) -> None:
    """Put `content` in the place of a file in one go: whoever reads it sees the old file or the new one, never a part.

    A link stays a link, and the permissions stay.

    Raises:
        OSError: the folder or the file can't be written.
    """
    target = os.path.realpath(path)
    handle, beside = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".strokekit-")  # noqa: PTH120 - as in `read_path`
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        shutil.copymode(target, beside)
        os.replace(beside, target)  # noqa: PTH105 - as above
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)  # noqa: PTH108 - as above
        raise
