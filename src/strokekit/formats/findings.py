"""The collector of one reading's diagnostics: knows the source, fills in file, place and found text, and stops at the limit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic, Edit, Fix, Related, Report, diagnose
from strokekit.formats.source import Source


@attrs.define
class Findings:
    """What has been found so far in `source`; at most `limit` diagnostics are kept, in the order in which they come.

    >>> findings = Findings(Source("a.yaml", "<<: x"), 10)
    >>> findings.add("merge-key", 0, 2, "")
    >>> findings.report().diagnostics[0].found
    '<<'
    """

    source: Source
    limit: int
    items: list[Diagnostic] = attrs.field(factory=list)

    @property
    def full(self) -> bool:
        """True when nothing more is kept, so that nobody need work out what would be left unsaid."""
        return len(self.items) >= self.limit

    def add(
        self,
        code: str,
        start: int,
        end: int,
        pointer: str,
        /,
        *,
        related: Iterable[Related] = (),
        hints: Iterable[str] = (),
        fix: Fix | None = None,
        **facts: Any,
    ) -> None:
        """Report `code` for the source's code points from `start` up to `end`; `facts` fill the words of the table."""
        if self.full:
            return
        self.items.append(
            diagnose(
                code,
                file=self.source.name,
                pointer=pointer,
                span=self.source.span(start, end),
                found=self.source.slice(start, min(end, start + 100)),
                related=related,
                hints=hints,
                fix=fix,
                **facts,
            )
        )

    def related(self, message: str, start: int, end: int, pointer: str) -> Related:
        """Point at another place of the same text."""
        return Related(message=message, file=self.source.name, pointer=pointer, span=self.source.span(start, end))

    def report(self) -> Report:
        """Give everything found, sorted by place."""
        return Report.of(self.items)


def replace(title: str, start: int, end: int, text: str, *, safe: bool = False) -> Fix:
    """Make the fix that puts `text` in the place of the code points `start` up to `end`."""
    return Fix(title=title, edits=(Edit(start=start, end=end, text=text),), safe=safe)
