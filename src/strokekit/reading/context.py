"""What reading one document needs and gathers: the text's positions, the vocabulary, the problems found so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic, Edit, Fix, Report
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.pointer import join
from strokekit.literals import Literals, Mistake
from strokekit.model.amounts import UNSTATED
from strokekit.model.routine import Deferred
from strokekit.plugins.catalog import Catalog


@attrs.define
class Reading:
    """One document being read. It only gathers: nothing that was found is ever taken back."""

    document: Document
    catalog: Catalog
    literals: Literals
    found: list[Diagnostic] = attrs.field(factory=list)
    values: Mapping[str, Any] = attrs.field(factory=dict)
    """The values that the document declares, as written."""
    sources: frozenset[str] = frozenset()
    language: str = "en"
    silent: frozenset[str] = frozenset()
    """Pointers of which an earlier stage has spoken: nothing more is said of them."""
    said: set[str] = attrs.field(factory=set)
    """Pointers of literals whose own mistakes were reported, so that the schema's word on them would only repeat it."""

    @staticmethod
    def below(pointer: str, *path: str | int) -> str:
        """Go down from a pointer."""
        return join(pointer, *path)

    def wrong(self, wrong: Wrong) -> None:
        """Report a problem at its place, unless an earlier stage has spoken of that place."""
        if wrong.pointer not in self.silent:
            self.found.append(locate(self.document, wrong))

    def replace_key(self, pointer: str, key: str) -> Fix:
        """The repair of a misspelt key."""
        span = self.document.key_span(pointer)
        return Fix(title=f"write `{key}`", edits=(Edit(start=span.start, end=span.end, text=key),))

    def literal(self, kind: str, written: Any, pointer: str) -> Any:
        """Read a literal; None where it can't be made, and then its mistakes are reported."""
        if mentions_value(written):
            return self._deferred(kind, written, pointer)
        reading = self.literals.read(kind, written)
        for mistake in reading.mistakes:
            self.mistake(mistake, pointer)
        return reading.value

    def mistake(self, mistake: Mistake, pointer: str) -> None:
        """Report a mistake of a literal at its place in the text."""
        at = self.below(pointer, *mistake.path)
        self.said.add(pointer)
        if any(part not in ("",) for part in mistake.path) and not self._stands(at):
            at = pointer
        inner = (mistake.start, mistake.end) if mistake.end is not None else None
        self.wrong(Wrong(mistake.name, at, inner=inner, facts=mistake.facts, hints=mistake.hints))

    def _stands(self, pointer: str) -> bool:
        try:
            self.document.value(pointer)
        except KeyError:
            return False
        return True

    def _deferred(self, kind: str, written: Any, pointer: str) -> Deferred:
        for name in sorted(names_in(written) - set(self.values)):
            near = self.suggest_value(name)
            hints = (f"did you mean `{near}`?",) if near else ()
            self.wrong(Wrong("unknown-value", pointer, facts={"id": name}, hints=hints))
        return Deferred(kind=kind, written=written, origin=pointer)

    def suggest_value(self, name: str) -> str | None:
        """The declared value that may be meant."""
        from strokekit.plugins.spelling import closest  # noqa: PLC0415 - needed only for a misspelt name

        return closest(name, tuple(self.values))

    @property
    def report(self) -> Report:
        """Everything found so far."""
        return Report.of(self.found)


def names_in(written: Any) -> set[str]:
    """The values that a literal names, in whatever form it is written."""
    if isinstance(written, str):
        return {part.split()[0] for part in _after_dollar(written)}
    if isinstance(written, Mapping):
        return set().union(*(names_in(part) for part in written.values()))
    return set().union(*(names_in(part) for part in written)) if isinstance(written, list) else set()


def _after_dollar(text: str) -> list[str]:
    found = []
    for part in text.split("$")[1:]:
        name = part[: next((i for i, c in enumerate(part) if not (c.isalnum() or c == "_")), len(part))]
        if name:
            found.append(name)
    return found


def mentions_value(written: Any) -> bool:
    """Tell whether a literal names a value."""
    if isinstance(written, str):
        return "$" in written
    if isinstance(written, Mapping):
        return any(mentions_value(part) for part in written.values())
    return isinstance(written, list) and any(mentions_value(part) for part in written)


def stated(value: Any) -> bool:
    """Tell whether a field says something: neither absent nor `unstated`."""
    return value is not None and value is not UNSTATED


__all__ = ["Reading", "Wrong", "locate", "mentions_value", "names_in", "stated"]
