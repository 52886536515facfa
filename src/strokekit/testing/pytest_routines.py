"""Routine files as tests: with `-p strokekit.testing.pytest_routines` every section of every file is one, at its line.

What plugins there are, and what counts as a finding, the nearest configuration says, as it does for `strokekit check`. A test
fails of errors; with `strokekit_fail_on = "warning"` of warnings too. `strokekit_files` says which files are meant.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import attrs
import pytest

from strokekit.configuration import Configuration, find_configuration, from_environment, read_configuration
from strokekit.diagnostics import Diagnostic, Outcome, Report, Severity
from strokekit.engine import Engine
from strokekit.errors import PluginError, UsageError
from strokekit.formats.document import Document
from strokekit.formats.pointer import join
from strokekit.reporting.selection import Selection
from strokekit.reporting.text import full

FILES = ("*.routine.yaml", "*.routine.yml", "*.routine.json")
"""The files that are collected unless `strokekit_files` names others."""
REST = "routine"
"""The name of the test of whatever lies in no section and no part."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say which options there are."""
    parser.addini("strokekit_files", "globs of routine files, relative to the root or of names alone", type="args", default=FILES)
    parser.addini("strokekit_fail_on", "the least severity that fails a test: error, warning or hint", default="error")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a routine file."""
    globs = parent.config.getini("strokekit_files")
    if any(file_path.match(str(parent.config.rootpath / glob) if "/" in glob else glob) for glob in globs):
        collector: pytest.Collector = RoutineFile.from_parent(parent, path=file_path)
        return collector
    return None


@attrs.frozen
class Checker:
    """Who checks the files below a configuration: an engine, and what is shown of its reports."""

    engine: Engine
    selection: Selection

    @classmethod
    def near(cls, folder: Path) -> Checker:
        """Make the one that the nearest configuration asks for.

        Raises:
            UsageError: the configuration, or what it names, can't be used.
        """
        path = find_configuration(folder)
        told = read_configuration(path) if path is not None else Outcome(Configuration(), Report())
        if not told.report.ok or told.value is None:
            raise UsageError("\n".join(map(str, told.report)))
        wanted = from_environment(os.environ).over(told.value)
        return cls(wanted.engine(), wanted.check.selection())


Checkers: TypeAlias = dict[Path | None, Checker]
_CHECKERS = pytest.StashKey[Checkers]()


class RoutineFile(pytest.File):
    """A routine file."""

    def collect(self) -> Iterator[pytest.Item]:
        """Give a test for each section and each part, and one for the rest, in the order of the file."""
        document = self.document.value
        yield RoutineItem.from_parent(self, name=REST, pointer="", line=0)
        for name, pointer in _pieces(document.data) if document is not None else ():
            line = document.key_span(pointer).line - 1 if document is not None else 0
            yield RoutineItem.from_parent(self, name=name, pointer=pointer, line=line)

    @cached_property
    def checker(self) -> Checker:
        """The checker of the folder; one for all files with the same configuration.

        Raises:
            CollectError: there is none, because the configuration has mistakes or a plugin can't be used.
        """
        checkers = self.config.stash.setdefault(_CHECKERS, {})
        key = find_configuration(self.path.parent)
        if key not in checkers:
            try:
                checkers[key] = Checker.near(self.path.parent)
            except (UsageError, PluginError) as problem:
                raise self.CollectError(str(problem)) from problem
        return checkers[key]

    @cached_property
    def document(self) -> Outcome[Document]:
        """What reading the file gave."""
        return self.checker.engine.read(os.path.relpath(self.path, self.config.invocation_params.dir))

    @cached_property
    def found(self) -> Mapping[str, list[Diagnostic]]:
        """What was found, by the pointer of the piece that it lies in; the file is checked once for all its tests.

        What is wrong in an included file lies in no piece of this one.
        """
        document = self.document.value
        pieces = [pointer for _, pointer in _pieces(document.data)] if document is not None else []
        found: dict[str, list[Diagnostic]] = {}
        for one in self.checker.selection.of(self.checker.engine.check(self.document)):
            own = document is not None and one.file == document.source.name
            at = next((pointer for pointer in pieces if own and f"{one.pointer}/".startswith(f"{pointer}/")), "")
            found.setdefault(at, []).append(one)
        return found


class RoutineItem(pytest.Item):
    """A piece of a routine file: a section, a part, or whatever else is in it."""

    def __init__(self, *, pointer: str, line: int, **named: object) -> None:
        """Keep the place of the piece; `line` counts from 0, as pytest does."""
        super().__init__(**named)  # type: ignore[arg-type]  # pytest's own arguments, handed through
        self.pointer = pointer
        self.line = line

    def runtest(self) -> None:
        """Fail if something was found that counts.

        Raises:
            Failed: with every finding in it.
        """
        file = self.getparent(RoutineFile)
        assert file is not None  # noqa: S101 - only files make items
        least = Severity(self.config.getini("strokekit_fail_on"))
        counting = [one for one in file.found.get(self.pointer, ()) if one.severity.rank <= least.rank]
        if counting:
            document = file.document.value
            raise Failed("\n\n".join(full(one, document.source if document is not None else None) for one in counting))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Show the findings as `strokekit check` does; a failure of another kind with its stack."""
        if isinstance(excinfo.value, Failed):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))  # type: ignore[arg-type]  # handed through

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Say where the piece stands."""
        return self.path, self.line, self.name


class Failed(Exception):
    """A piece of a routine file in which something was found."""


def _pieces(data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give the name and the pointer of each section and part."""
    for index, section in enumerate(_items(data.get("sections"))):
        named = section.get("id") if isinstance(section, Mapping) else None
        yield named if isinstance(named, str) else f"sections[{index}]", join("/sections", index)
    parts = data.get("parts")
    for name in parts if isinstance(parts, Mapping) else ():
        yield f"parts/{name}", join("/parts", name)


def _items(data: object) -> Iterable[object]:
    return data if isinstance(data, list) else ()
