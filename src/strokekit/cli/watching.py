"""`strokekit check --watch`: again after every change, until it is interrupted."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from strokekit.cli.common import wrong_call
from strokekit.cli.engines import configuration_file, configuration_of
from strokekit.cli.streams import OK, USAGE, Streams
from strokekit.configuration import Configuration
from strokekit.errors import UsageError

SUFFIXES = (".yaml", ".yml", ".json", ".toml", ".py", ".ftl")
"""What is looked at: routines, plugins and the files that configure."""


TICK = 200
"""Milliseconds after which the watcher lets itself be interrupted."""


def watched(arguments: argparse.Namespace, streams: Streams, once: Callable[[argparse.Namespace, Streams], int]) -> int:
    """Run `once`, and again whenever a file changes below what is checked, configures it, or is a plugin of it.

    What changes during a run is seen after it. An interrupt ends it with the exit code of the last run; a call that is wrong
    from the start ends at once.
    """
    configured = configuration_of(arguments, streams, arguments.paths)
    if isinstance(configured, int):
        return configured
    code = OK
    try:
        folders = sorted(roots(arguments.paths or configured.check.paths or (os.curdir,)))
        changes = _changes(arguments, configured, folders)
        next(changes)
        code = once(arguments, streams)
        if code == USAGE:
            return code
        _tell(streams, folders)
        for changed in changes:
            if changed:
                code = once(arguments, streams)
                _tell(streams, folders)
    except UsageError as problem:
        return wrong_call(arguments, streams, str(problem))
    except KeyboardInterrupt:
        streams.err("\n")
    return code


def _tell(streams: Streams, folders: Iterable[str]) -> None:
    """Say that everything so far is checked, and what for is waited."""
    streams.err(f"watching {', '.join(folders)}; interrupt to end\n")
    streams.flush()


def _changes(arguments: argparse.Namespace, configured: Configuration, folders: Iterable[str]) -> Iterator[Any]:
    """Give what has changed, again and again; nothing, to begin with and while nothing changes.

    Raises:
        UsageError: the extra `watch` is not installed.
    """
    try:
        watch = import_module("watchfiles").watch
    except ImportError:
        raise UsageError("--watch needs watchfiles: install strokekit[watch]") from None
    output = os.path.abspath(arguments.output_file or configured.check.output_file or "")  # noqa: PTH100 - names of files are texts

    def minds(_: Any, path: str) -> bool:
        return path.endswith(SUFFIXES) and path != output  # else a report would ask for the next one

    beside = _beside(arguments, configured)
    yield from watch(*folders, *beside, watch_filter=minds, raise_interrupt=True, yield_on_timeout=True, rust_timeout=TICK)


def _beside(arguments: argparse.Namespace, wanted: Configuration) -> list[str]:
    """Name the files that matter besides: the one that configures, and those of plugins."""
    files = [configuration_file(arguments.paths), *wanted.plugins.values()]
    return [str(file) for file in files if file is not None and os.path.isfile(file)]  # noqa: PTH113 - it may be a module's name


def roots(paths: Iterable[str]) -> set[str]:
    """Give the folders that paths lie in: of a glob, or of what does not exist yet, the nearest that does.

    >>> roots(["no/such/*.yaml"]) == {os.curdir}
    True
    """
    return {_root(path) for path in paths}


def _root(path: str) -> str:
    while path and not os.path.isdir(path):  # noqa: PTH112 - as above
        path = os.path.dirname(path)  # noqa: PTH120 - as above
    return os.path.normpath(path or os.curdir)
