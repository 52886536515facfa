"""What is reported on: a file that was checked, what was found in it, and its text where somebody has it at hand."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from strokekit.diagnostics import Report
from strokekit.formats.read import read_source
from strokekit.formats.source import Source


@attrs.frozen(kw_only=True)
class Checked:
    """One file and what was found in it.

    Attributes:
        file: the name by which it was checked; empty where the findings are about no file, such as those about plugins.
        report: what was found; places in included files bear the names of these.
        source: the text that was checked; without it, lines are read again from where the findings say they stand.

    >>> Checked(file="a.routine.yaml", report=Report()).source
    """

    file: str
    report: Report
    source: Source | None = None


def whole(checked: Iterable[Checked]) -> Report:
    """Put the reports of all files into one, by file and place, what several say only once.

    >>> len(whole([Checked(file="a", report=Report())]))
    0
    """
    return Report.of(found for one in checked for found in one.report)


def files_of(checked: Iterable[Checked]) -> int:
    """Count the files that were checked.

    >>> files_of([Checked(file="", report=Report()), Checked(file="a.yaml", report=Report())])
    1
    """
    return sum(1 for one in checked if one.file)


@attrs.define
class Sources:
    """The texts that findings speak of: the one at hand, and those of included files, each read again once."""

    given: Source | None = None
    _read: dict[str, Source | None] = attrs.field(factory=dict, init=False)

    def of(self, file: str) -> Source | None:
        """Give the text of a file by its name in the findings; None for one that is gone by now, or was never a file."""
        if self.given is not None and self.given.name == file:
            return self.given
        if file not in self._read:
            self._read[file] = read_source(file) if file else None
        return self._read[file]
