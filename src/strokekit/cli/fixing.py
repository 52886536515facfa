"""`strokekit check --fix` and `--diff`: files after the fixes of what is found in them, written or shown."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

import attrs

from strokekit.cli.check_output import Tally
from strokekit.cli.check_settings import Wanted
from strokekit.cli.common import STDIN, Read, read, why, wrong_call
from strokekit.cli.rewriting import diff_of, replace_file
from strokekit.cli.streams import Streams
from strokekit.diagnostics import Diagnostic, Report
from strokekit.reporting import Checked


def fixed(
    wanted: Wanted, found: Iterable[str | Diagnostic], arguments: argparse.Namespace, streams: Streams, tally: Tally
) -> Iterator[Checked]:
    """Fix files one after the other, and give what is still found in each.

    A file is written in one go, where it has changed and is still as it was read; with `--diff` it is shown instead.
    """
    fixing = _Fixing(wanted=wanted, arguments=arguments, streams=streams, tally=tally)
    for one in found:
        if isinstance(one, Diagnostic):
            yield Checked(file="", report=Report.of([one]))
        else:
            yield fixing.one(one, read(wanted.engine, one, streams, arguments.stdin_filename))


@attrs.frozen(kw_only=True)
class _Fixing:
    wanted: Wanted
    arguments: argparse.Namespace
    streams: Streams
    tally: Tally

    def one(self, path: str, given: Read) -> Checked:
        """Fix one file; where it can't be written, give what is found in it as it is."""
        engine, settings, selection = self.wanted.engine, self.wanted.settings, self.wanted.selection
        file = self.arguments.stdin_filename if path == STDIN else path
        repaired = engine.repair(given.document, unsafe=bool(settings.unsafe_fixes), selection=selection)
        before, after = given.document.value, repaired.document.value
        old, new = (before.source.text, after.source.text) if before and after else ("", "")
        if path == STDIN and not self.arguments.diff and before is not None:
            self.streams.raw(new.encode())
        elif new != old and not self._given(path, file, old, new):
            return Checked(file=file, report=engine.check(given.document), source=given.source)
        self.tally.changed += new != old
        self.tally.fixed += len(repaired.applied)
        return Checked(file=file, report=repaired.report, source=after.source if after else given.source)

    def _given(self, path: str, file: str, old: str, new: str) -> bool:
        """Show or write what has changed; tell whether that could be done."""
        if self.arguments.diff:
            self.streams.out(diff_of(file, old, new))
            return True
        try:
            with open(path, "rb") as now:  # noqa: PTH123 - a Path is made of fewer names than a user may type
                same = now.read() == old.encode()
            if same:
                replace_file(path, new.encode())
        except OSError as problem:
            return self._refused(path, why(problem))
        return same or self._refused(path, "somebody changed it meanwhile")

    def _refused(self, path: str, reason: str) -> bool:
        self.tally.code = wrong_call(self.arguments, self.streams, f"{path!r} can't be written: {reason}")
        return False
