"""What `strokekit check` shows: the report in its format, while files are checked, then counts, and the exit code."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from strokekit.cli.check_settings import Wanted
from strokekit.cli.common import STDIN, why, wrong_call
from strokekit.cli.progress import Progress
from strokekit.cli.streams import FOUND, OK, Streams
from strokekit.diagnostics import Diagnostic, Severity
from strokekit.reporting import Checked
from strokekit.reporting.forms import format_named

_SILENT = frozenset({"json", "gitlab", "sarif", "junit"})
"""Formats for programs: where they are written to standard output, nothing is said besides."""


@attrs.define
class Tally:
    """What was counted on the way."""

    files: int = 0
    left_out: int = 0
    codes: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    weights: Counter[Severity] = attrs.field(factory=Counter)
    fixable: Counter[bool] = attrs.field(factory=Counter)
    """Safe or not → how many findings have such a fix."""
    fixed: int = 0
    """How many fixes were applied, or would be."""
    changed: int = 0
    """To how many files."""
    code: int = OK
    """The exit code of what could not be written."""
    seen: set[Diagnostic] = attrs.field(factory=set)

    def count(self, found: Iterable[Diagnostic]) -> None:
        """Count what is shown; what several files say of one that they include counts once."""
        for one in found:
            if one not in self.seen:
                self.seen.add(one)
                self.codes[one.code, one.name] += 1
                self.weights[one.severity] += 1
                if one.fix is not None:
                    self.fixable[one.fix.safe] += 1

    def summary(self) -> str:
        """Say what was found, in a line."""
        counts = [_count(self.weights[Severity.ERROR], "error"), _count(self.weights[Severity.WARNING], "warning")]
        counts += [_count(self.weights[Severity.HINT], "hint")] if self.weights[Severity.HINT] else []
        left = f" ({self.left_out} left out)" if self.left_out else ""
        return f"{_count(self.files, 'file')}: {', '.join(counts)}{left}\n"

    def fixes(self, *, unsafe: bool, fixing: bool, planned: bool) -> str:
        """Say what was fixed and what could be, in a line; nothing where there is nothing to say.

        Fixes that may change the meaning are offered only to who is fixing.
        """
        done = f"{'would fix' if planned else 'fixed'} {self.fixed} in {_count(self.changed, 'file')}"
        safe = self.fixable[True] + (self.fixable[False] if unsafe else 0)
        more = 0 if unsafe or not fixing else self.fixable[False]
        said = [done] if self.fixed else []
        said += [f"{safe} can be fixed with `--fix`"] if safe and not fixing else []
        said += [f"{more} can be fixed with `--unsafe-fixes`"] if more else []
        return f"{', '.join(said)}\n" if said else ""

    def statistics(self) -> Iterator[str]:
        """Say how often each code was found, the most frequent first."""
        width = len(str(max(self.codes.values(), default=0)))
        for (code, name), number in sorted(self.codes.items(), key=lambda item: (-item[1], item[0])):
            yield f"{number:>{width}}  {code}  {name}\n" if code != name else f"{number:>{width}}  {code}\n"


@attrs.define(kw_only=True)
class Output:
    """Where a check is shown, piece by piece."""

    arguments: argparse.Namespace
    streams: Streams
    wanted: Wanted
    total: int
    tally: Tally = attrs.field(factory=Tally)

    def show(self, checked: Iterable[Checked]) -> int:
        """Write the report; give the exit code of that alone."""
        form, output = format_named(self.wanted.format), self.wanted.settings.output_file
        with Progress(self.streams, self.total) as progress:
            pieces = form.write(self._counted(checked, progress))
            if output is not None:
                return self._written(output, "".join(pieces))
            if not form.flowing:
                pieces = iter(["".join(pieces)])
            for piece in pieces:
                progress.clear()
                self._out(piece)
        return OK

    def _counted(self, checked: Iterable[Checked], progress: Progress) -> Iterator[Checked]:
        for one in checked:
            shown = self.wanted.selection.of(one.report)
            self.tally.left_out += len(one.report) - len(shown)
            self.tally.files += bool(one.file)
            self.tally.count(shown)
            progress.step()
            yield attrs.evolve(one, report=shown)

    def _out(self, piece: str) -> None:
        if self.arguments.diff:  # the changes are shown in the place of the report
            return
        if self.wanted.settings.fix and STDIN in self.wanted.paths:
            self.streams.err(piece)  # standard output gets the text
        elif self.wanted.format == "junit":
            self.streams.raw(piece.encode())
        elif self.wanted.format in _SILENT:
            self.streams.json_text(piece)
        else:
            self.streams.out(piece)

    def _written(self, path: str, text: str) -> int:
        try:
            with open(path, "wb") as file:  # noqa: PTH123 - a Path is made of fewer names than a user may type
                file.write(text.encode("utf-8", errors="replace"))
        except (OSError, ValueError) as problem:
            return wrong_call(self.arguments, self.streams, f"{path!r} can't be written: {why(problem)}")
        return OK

    def close(self, code: int) -> int:
        """Write what was counted, and give the exit code."""
        settings = self.wanted.settings
        if settings.statistics:
            self.streams.err("".join(self.tally.statistics()))
        if self.wanted.format not in _SILENT or settings.output_file or self.arguments.diff:
            self.streams.err(self.tally.summary())
            fixing, planned = bool(settings.fix or self.arguments.diff), self.arguments.diff
            self.streams.err(self.tally.fixes(unsafe=bool(settings.unsafe_fixes), fixing=fixing, planned=planned))
        too_many = settings.max_warnings is not None and self.tally.weights[Severity.WARNING] > settings.max_warnings
        if too_many:
            self.streams.err(f"strokekit check: more than {_count(settings.max_warnings or 0, 'warning')}\n")
        would_change = self.arguments.diff and self.tally.changed
        failed = self.tally.weights[Severity.ERROR] or too_many or would_change
        return max(code, self.tally.code, OK if settings.exit_zero or not failed else FOUND)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
