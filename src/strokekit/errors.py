"""The exceptions of strokekit, for mistakes of the program that calls it.

Mistakes of a routine's author are no exceptions: they are diagnostics in a report. A caller who wants an exception all the
same writes `outcome.require()`.

    StrokekitError
    ├── InvalidRoutine      require() on an outcome whose report holds an error
    ├── UsageError          a call that can't be right whatever the document says
    └── PluginError         strict mode: a plugin could not be used
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from strokekit.diagnostics.values import Diagnostic, Report


class StrokekitError(Exception):
    """The root of all exceptions that strokekit raises on purpose."""


class InvalidRoutine(StrokekitError):
    """A routine was required to be valid and is not; `report` says why."""

    def __init__(self, report: Report) -> None:
        """Keep the report; the first errors make the message."""
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        """Give the errors, a line each, at most ten of them."""
        errors = self.report.errors
        shown = [str(error) for error in errors[:10]]
        left = len(errors) - len(shown)
        more = [f"… and {left} more"] if left else []
        return "\n".join([*shown, *more]) or "nothing could be made of the routine"


class UsageError(StrokekitError, ValueError):
    """A call names something that does not exist or passes a value of the wrong kind."""


class PluginError(StrokekitError):
    """Strict mode: a plugin could not be found, loaded or used; `problems` say which, and what is wrong with it."""

    def __init__(self, problems: tuple[Diagnostic, ...]) -> None:
        """Keep the problems; their messages make the message."""
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """Say every problem, with its place in a file where it has one."""
        return "; ".join(f"{_place(problem)}{problem.message}" for problem in self.problems)


def _place(problem: Diagnostic) -> str:
    """Give the place of a problem in a file; empty where it has none."""
    return f"{problem.file}:{problem.span.line}:{problem.span.column}: " if problem.span else ""
