"""The formats of a report by their names, and one way to write any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Literal, TypeAlias, get_args

import attrs

from strokekit.diagnostics import Diagnostic, Report
from strokekit.errors import UsageError
from strokekit.reporting.checked import Checked

FormatName: TypeAlias = Literal["full", "concise", "json", "github", "gitlab", "sarif", "junit"]
"""For people: `full`, `concise`; for programs: `json`; for platforms: the others."""
FORMATS: tuple[FormatName, ...] = get_args(FormatName)


@attrs.frozen(kw_only=True)
class Format:
    """How a report is written: `write` gives the text in pieces; a `flowing` one gives those of a file as soon as it has it."""

    module: str
    flowing: bool = False

    @property
    def write(self) -> Callable[[Iterable[Checked]], Iterator[str]]:
        """The writer, loaded when it is asked for."""
        name, _, function = self.module.partition(":")
        writer: Callable[[Iterable[Checked]], Iterator[str]] = getattr(import_module(f"strokekit.reporting.{name}"), function)
        return writer


_FORMATS: Mapping[str, Format] = {
    "full": Format(module="text:write_full", flowing=True),
    "concise": Format(module="text:write_concise", flowing=True),
    "json": Format(module="json_report:write_json"),
    "github": Format(module="github:write_github", flowing=True),
    "gitlab": Format(module="gitlab:write_gitlab"),
    "sarif": Format(module="sarif:write_sarif"),
    "junit": Format(module="junit:write_junit"),
}


def format_named(name: str) -> Format:
    """Give a format by its name.

    Raises:
        UsageError: there is none of that name.

    >>> format_named("concise").flowing
    True
    """
    if name not in _FORMATS:
        raise UsageError(f"there is no format {name!r} of reports; there are {', '.join(_FORMATS)}")
    return _FORMATS[name]


def write_report(given: Report | Iterable[Checked], to: FormatName = "full") -> str:
    """Write a report as a text in the format of a platform.

    Args:
        given: a report, whose lines are then read again from the files that it names; or files with their reports and texts.
        to: `full`, `concise`, `json`, `github`, `gitlab`, `sarif` or `junit`.

    Raises:
        UsageError: there is no such format.

    >>> from strokekit import Engine
    >>> print(write_report(Engine().check("no/such.yaml"), "github"), end="")
    ::error file=no/such.yaml,title=SK901 file-missing::there is no file `no/such.yaml`
    """
    checked = _by_file(given) if isinstance(given, Report) else given
    return "".join(format_named(to).write(checked))


def _by_file(report: Report) -> tuple[Checked, ...]:
    """Share the findings of a report out by the files that they are in."""
    files: dict[str, list[Diagnostic]] = {}
    for found in report:
        files.setdefault(found.file, []).append(found)
    return tuple(Checked(file=file, report=Report.of(found)) for file, found in files.items())
