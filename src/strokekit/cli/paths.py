"""The files that a command is given: outright, or to be searched for in folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from strokekit.cli.common import STDIN, why
from strokekit.diagnostics import Diagnostic, diagnose

ENDINGS = (".routine.yaml", ".routine.yml", ".routine.json")
"""What a folder is searched for; a file that is named outright may be called anything."""


def named(paths: Iterable[str]) -> Iterator[str | Diagnostic]:
    """Give the files of all paths in a stable order, each once, and what keeps others from being found."""
    return _once(_found(paths))


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
