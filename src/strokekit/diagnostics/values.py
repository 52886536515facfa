"""The values that say what is wrong, where, and what to do: Span, Diagnostic, Report, Outcome.

This module knows nothing of files, formats or techniques. How a diagnostic is printed is the business of
`strokekit.reporting`; what each code means stands in `strokekit.diagnostics.codes`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

import attrs

from strokekit.diagnostics.codes import CODES, UNCHECKED, Code
from strokekit.errors import InvalidRoutine
from strokekit.resources import DOCUMENTATION

T = TypeVar("T")


class Severity(enum.StrEnum):
    """How much a diagnostic weighs: an error makes a document invalid, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for an error, growing as the weight falls: the order in which reports are sorted."""
        return ("error", "warning", "hint").index(self.value)


@attrs.frozen(kw_only=True, order=True)
class Span:
    """A stretch of a text, from `start` up to but not including `end`.

    Offsets count code points from 0; lines and columns count from 1, columns in code points. `start <= end`.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@attrs.frozen(kw_only=True)
class Edit:
    """Replace the text from `start` up to `end` (code points) by `text`."""

    start: int
    end: int
    text: str


@attrs.frozen(kw_only=True)
class Fix:
    """A repair that a program may apply: `safe` when it cannot change what the author meant."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@attrs.frozen(kw_only=True)
class Related:
    """Another place that belongs to a diagnostic, with a few words on why."""

    message: str
    file: str
    pointer: str
    span: Span | None = None


@attrs.frozen(kw_only=True)
class Diagnostic:
    """One thing to tell the author: a stable code, the place, what was found, and what to do.

    `facts` holds the data that the message was made from, so that no program has to read it back out of the words.
    `found` is the offending text as it stands in the file, cut to 80 characters; empty where nothing stands there.
    `span` is the primary place. A related place in the same file is a secondary one and its message is its label; one in another
    file leads there, as through the includes.
    """

    code: str
    name: str
    severity: Severity
    message: str
    file: str = ""
    pointer: str = ""
    span: Span | None = None
    found: str = ""
    hints: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    facts: Mapping[str, Any] = attrs.field(factory=dict, eq=False, repr=False)

    def __str__(self) -> str:
        """Say it in one line, `file:line:column: severity[code] message`, as compilers do."""
        place = f"{self.file}:{self.span.line}:{self.span.column}" if self.span else self.file
        lead = f"{place}: " if place else ""
        return f"{lead}{self.severity.value}[{self.code}] {self.message}"

    @property
    def docs(self) -> str:
        """The page that explains the code, by its path in the repository until there is an address; empty for a plugin's code."""
        return f"{DOCUMENTATION}/codes/{self.code}-{self.name}.md" if self.code.startswith("SK") else ""

    @property
    def unchecked(self) -> bool:
        """Whether it says that something was not checked: it can't be left out, so that this never looks like finding nothing."""
        return self.name in UNCHECKED or self.code.startswith("SK9")

    @property
    def order(self) -> tuple[str, int, int, int, str, str]:
        """The key by which a report is sorted: file, place, weight, code, message.

        Offsets come before lines: what a program built has lines only.
        """
        start, line = (self.span.start, self.span.line) if self.span else (-1, -1)
        return (self.file, start, line, self.severity.rank, self.code, self.message)


def diagnose(
    name: str,
    /,
    *,
    file: str = "",
    pointer: str = "",
    span: Span | None = None,
    found: str = "",
    hints: Iterable[str] = (),
    related: Iterable[Related] = (),
    fix: Fix | None = None,
    severity: Severity | None = None,
    facts: Mapping[str, Any] | None = None,
    **more: Any,
) -> Diagnostic:
    """Make the diagnostic `name` from the table of codes, its words filled with `facts` and `more`.

    The table's own hint comes first, then `hints`; empty ones are left out. A fact that is called like another argument, such
    as `found`, can only stand in `facts`. In words, no fact takes more than a
    thousand characters.

    Raises:
        KeyError: `name` is not in the table, or its words need a fact that is not given.

    >>> diagnose("unknown-id", id="pack", hints=["did you mean `warm_pack`?"]).message
    'nothing here has the id `pack`'
    """
    code: Code = CODES[name]
    facts = {**(facts or {}), **more}
    said = {fact: _cut(value) if isinstance(value, str) else value for fact, value in facts.items()}
    own = code.hint.format_map(said) if code.hint else ""
    return Diagnostic(
        code=code.number,
        name=code.name,
        severity=severity or Severity(code.severity),
        message=code.message.format_map(said),
        file=file,
        pointer=pointer,
        span=span,
        found=found if len(found) <= 80 else f"{found[:79]}…",  # noqa: PLR2004 - the bound stands in the class's docstring
        hints=tuple(_cut(hint) for hint in (own, *hints) if hint),
        related=tuple(related),
        fix=fix,
        facts=facts,
    )


_LONGEST = 1_000


def _cut(text: str) -> str:
    # What an author wrote may be as long as a file; a message is for people.
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


@attrs.frozen
class Report:
    """All diagnostics of a run, sorted by place and without duplicates.

    >>> Report.of([]).ok
    True
    """

    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Report:
        """Sort `diagnostics` by place and drop the ones said twice."""
        unique = {(d.order, d.pointer): d for d in diagnostics}
        return cls(tuple(sorted(unique.values(), key=lambda d: (d.order, d.pointer))))

    @property
    def ok(self) -> bool:
        """True while no error is among them; warnings and hints do not count."""
        return not self.errors

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that make the document invalid."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that the author should look at and may leave."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.WARNING)

    def __add__(self, other: Report) -> Report:
        """Join two reports; what both say is said once."""
        if not other.diagnostics:
            return self
        return Report.of((*self.diagnostics, *other.diagnostics)) if self.diagnostics else other

    def __iter__(self) -> Iterator[Diagnostic]:
        """Go through the diagnostics in the order of the text."""
        return iter(self.diagnostics)

    def __len__(self) -> int:
        """Count the diagnostics, of whatever weight."""
        return len(self.diagnostics)

    def __bool__(self) -> bool:
        """Be true always: ask `ok` or `len` for what you mean."""
        return True


@attrs.frozen
class Outcome(Generic[T]):
    """What a stage gives: a value, or none, and always the report of everything found so far."""

    value: T | None
    report: Report = Report()

    @staticmethod
    def of(given: Outcome[T] | T) -> Outcome[T]:
        """Take an outcome as it is; a bare value has nothing reported of it.

        >>> Outcome.of(3) == Outcome.of(Outcome(3))
        True
        """
        return given if isinstance(given, Outcome) else Outcome(given)

    @property
    def ok(self) -> bool:
        """True when there is a value and no error."""
        return self.value is not None and self.report.ok

    def require(self) -> T:
        """Return the value, or raise.

        Raises:
            InvalidRoutine: the report holds an error, or there is no value; the exception carries the report.
        """
        if self.value is None or not self.report.ok:
            raise InvalidRoutine(self.report)
        return self.value

    def after(self, earlier: Report) -> Outcome[T]:
        """Give the same outcome with the report of an earlier stage in front."""
        return Outcome(self.value, earlier + self.report)
