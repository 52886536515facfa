"""From a document with findings to the document after their fixes. Nothing is written: what to do with the text is for others."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from strokekit.diagnostics import Diagnostic, Fix, Outcome, Report
from strokekit.errors import UsageError
from strokekit.formats.document import Document
from strokekit.formats.patching import apply_fixes

ROUNDS = 20
"""How often a text is checked again at most; fixes that undo each other end there."""


@attrs.frozen(kw_only=True)
class Repaired:
    """A document after its fixes.

    Attributes:
        document: the document, read anew; the given one where nothing was fixed.
        report: what is found of it still.
        applied: the fixes in the order in which they were applied; their offsets speak of the text before each.
    """

    document: Outcome[Document]
    report: Report
    applied: tuple[Fix, ...] = ()


def repair(
    document: Outcome[Document],
    *,
    read: Callable[[Document, str], Outcome[Document]],
    check: Callable[[Outcome[Document]], Report],
    unsafe: bool = False,
) -> Repaired:
    """Apply the fixes of what is found in a document, check again, and go on until nothing is left to fix.

    Fixes that overlap are applied one after the other. A fix after which the text can't be read any more, or after which the
    same is found at the same place, is taken back. So a repaired document has no fix left that would do anything: to repair it
    again changes nothing.

    Args:
        document: what was read; a text that could not be followed stays as it is.
        read: reads another text in the place of that of a document.
        check: gives the report of a document.
        unsafe: also apply fixes that may change what the author meant.

    >>> from strokekit.formats import read_text
    >>> read = lambda document, text: read_text(text, name="a.yaml")
    >>> given = read(None, "a: no")
    >>> repaired = repair(given, read=read, check=lambda document: document.report, unsafe=True)
    >>> repaired.document.require().source.text
    'a: "no"'
    """
    working = _Working(read=read, check=check, unsafe=unsafe, document=document, report=check(document))
    for _ in range(ROUNDS):
        if not working.round():
            break
    return Repaired(document=working.document, report=working.report, applied=tuple(working.applied))


@attrs.define(kw_only=True)
class _Working:
    read: Callable[[Document, str], Outcome[Document]]
    check: Callable[[Outcome[Document]], Report]
    unsafe: bool
    document: Outcome[Document]
    report: Report
    applied: list[Fix] = attrs.field(factory=list)
    refused: set[tuple[str, str, str]] = attrs.field(factory=set)

    def round(self) -> bool:
        """Apply what can be applied together, or else one fix alone; tell whether anything was."""
        wanted = self._wanted()
        return bool(wanted) and (self._apply(wanted) or any(self._alone(found) for found in wanted))

    def _wanted(self) -> list[Diagnostic]:
        value = self.document.value
        if value is None:
            return []
        own = (found for found in self.report if found.fix is not None and found.file == value.source.name)
        return [found for found in own if found.fix and (self.unsafe or found.fix.safe) and _key(found) not in self.refused]

    def _alone(self, found: Diagnostic) -> bool:
        """Apply one fix; one that does no good is not tried again."""
        done = self._apply([found])
        if not done:
            self.refused.add(_key(found))
        return done

    def _apply(self, wanted: list[Diagnostic]) -> bool:
        """Apply fixes unless that does harm: all that do not overlap."""
        value = self.document.value
        if value is None:
            return False
        try:
            fixed = apply_fixes(value.source.text, [found.fix for found in wanted if found.fix], unsafe=self.unsafe)
        except UsageError:  # a plugin's fix that lies outside of the text
            return False
        after = self.read(value, fixed.text)
        if fixed.text == value.source.text or after.value is None:
            return False
        report = self.check(after)
        applied = set(fixed.applied)
        if {_key(found) for found in wanted if found.fix in applied} & {_key(found) for found in report}:
            return False
        self.document, self.report = after, report
        self.applied += fixed.applied
        return True


def _key(found: Diagnostic) -> tuple[str, str, str]:
    """Know a finding again after other places of the text have moved."""
    return (found.code, found.pointer, found.fix.title if found.fix else "")
