"""The files that a command is given: outright, or to be searched for in folders."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from glob import glob, has_magic
from pathlib import Path, PurePath

from strokekit.cli.common import STDIN, why
from strokekit.diagnostics import Diagnostic, diagnose

ENDINGS = (".routine.yaml", ".routine.yml", ".routine.json")
"""What a folder is searched for; a file that is named outright may be called anything."""


def named(paths: Iterable[str], exclude: Collection[str] = ()) -> Iterator[str | Diagnostic]:
    """Give the files of all paths in a stable order, each once, and what keeps others from being found.

    A path that does not exist and holds `*`, `?` or `[` is a glob, in which `**` stands for any folders.

    Args:
        paths: files, folders, globs, or `-`.
        exclude: globs of files and folders that are passed over where folders and globs are searched; one without a `/` is
            held against names alone. A file that is named outright is never passed over.
    """
    return _once(_found(paths, exclude))


def _found(paths: Iterable[str], exclude: Collection[str]) -> Iterator[str | Diagnostic]:
    for path in paths:
        if path == STDIN or _exists(path) or not has_magic(path):
            inside: Iterable[str | Diagnostic] = _searched(path, exclude) if _is_folder(path) else [path]
        else:
            inside = _globbed(path, exclude)
        yield from list(inside) or [diagnose("nothing-to-check", path=path)]


def _globbed(path: str, exclude: Collection[str]) -> Iterator[str | Diagnostic]:
    """Expand a glob: folders among what it finds are searched; files count if they are routines, or it names their ending."""
    outright = path.endswith((".yaml", ".yml", ".json"))
    for one in sorted(glob(path, recursive=True)):  # noqa: PTH207 - names of files are texts here
        if _is_folder(one):
            yield from _searched(one, exclude)
        elif (outright or one.endswith(ENDINGS)) and not _excluded(one, exclude):
            yield one


def _excluded(path: str, exclude: Collection[str]) -> bool:
    """Tell whether a path, or a folder that it lies in, is to be passed over."""
    if not exclude:
        return False
    parts = PurePath(os.path.normpath(path)).parts
    names = {str(PurePath(*parts[: count + 1])).replace(os.sep, "/") for count in range(len(parts))}
    return any(
        any(fnmatchcase(name if "/" in pattern else name.rpartition("/")[2], pattern) for name in names) for pattern in exclude
    )


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):
        return False


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _searched(folder: str, exclude: Collection[str]) -> Iterator[str | Diagnostic]:
    """Search a folder; links to folders are not followed, so that no loop is walked."""
    closed: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not _excluded(str(Path(here, name)), exclude))
        found = (str(Path(here, name)) for name in sorted(names) if name.endswith(ENDINGS))
        yield from (path for path in found if not _excluded(path, exclude))
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
