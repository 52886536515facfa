"""What reading one document needs and gathers: the text's positions, the vocabulary, the problems found so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import attrs

from strokekit.diagnostics import Diagnostic, Related, Report
from strokekit.formats.document import Document
from strokekit.formats.limits import Limits
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.pointer import join
from strokekit.literals import Literals, Mistake
from strokekit.literals.grammar import reserved_words
from strokekit.literals.vocabulary import DECLARED
from strokekit.model.condition import Condition, When
from strokekit.model.place import Path, Place
from strokekit.model.routine import Deferred
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.spelling import closest
from strokekit.reading.missing import of_plugin
from strokekit.reading.repairs import did_you_mean, replace_inside, replace_key, replace_value

MOST = Limits().diagnostics
_NAME = re.compile(r"\$([A-Za-z_][A-Za-z0-9_]*)")
_TEXTS = frozenset({"by", "basis", "source", "note"})
"""Keys of a long form that hold texts: no value is named there."""
_DECLARED = {declared: group for group, declared in DECLARED.items()}
_GROUPS = {"unknown-region": "region", "unknown-scale": "scale", "unknown-quantity": "quantity"}


@attrs.frozen
class Reference:
    """A name that stands for something elsewhere: what it should be, where it stands, and where in the text there."""

    what: str
    name: str
    pointer: str
    inner: tuple[int, int] | None = None


class Enough(Exception):
    """As many problems have been found as are kept: to look for more would take time and tell nobody anything."""


@attrs.define
class Reading:
    """One document being read. It only gathers: nothing that was found is ever taken back."""

    document: Document
    catalog: Catalog
    literals: Literals
    found: list[Diagnostic] = attrs.field(factory=list)
    values: Mapping[str, Any] = attrs.field(factory=dict)
    """The values that may be named here, as written: those of the document, or inside a part those of the part."""
    references: list[Reference] = attrs.field(factory=list)
    """The names that stand for something elsewhere in the document."""
    parts: Mapping[str, Any] = attrs.field(factory=dict)
    """The parts that the document declares, as written."""
    sources: frozenset[str] = frozenset()
    language: str = "en"
    silent: frozenset[str] = frozenset()
    """Pointers of which an earlier stage has spoken: nothing more is said of them."""
    touched: frozenset[str] = frozenset()
    """Pointers at or above a fault of shape: a long form there is not read, since the fault says more than its words would."""
    refused: frozenset[str] = frozenset()
    """Pointers of keys that may not stand where they do: what they hold is not read."""
    most: int = MOST
    """How many problems are kept."""
    said: set[str] = attrs.field(factory=set)
    """Pointers of literals whose own mistakes were reported, so that the schema's word on them would only repeat it."""

    @staticmethod
    def below(pointer: str, *path: str | int) -> str:
        """Go down from a pointer."""
        return join(pointer, *path)

    def wrong(self, wrong: Wrong) -> None:
        """Report a problem at its place, unless an earlier stage has spoken of that place.

        Raises:
            Enough: it is the last that is kept.
        """
        if wrong.pointer not in self.silent:
            self.found.append(locate(self.document, wrong))
            if len(self.found) >= self.most:
                raise Enough

    def first(self, pointer: str, *, on: Literal["value", "key"] = "value") -> Related:
        """Point at the place that had an id first."""
        span = self.document.key_span(pointer) if on == "key" else self.document.span(pointer)
        return Related(message="the first is here", file=self.document.source.name, pointer=pointer, span=span)

    def literal(
        self,
        kind: str,
        written: Any,
        pointer: str,
        *,
        on: Literal["value", "key"] = "value",
        offset: int = 0,
        values: bool = False,
    ) -> Any:
        """Read a literal; None where it can't be made, and then its mistakes are reported.

        Args:
            kind: what sort of literal.
            written: its JSON value.
            pointer: where it stands.
            on: whether it stands there as the key.
            offset: how many code points of the text there come before it.
            values: whether it may name values of the routine; then it may be `Deferred`.
        """
        if pointer in self.refused:
            return None
        if isinstance(written, (Mapping, list)):
            if pointer in self.touched:
                return None
            written = _without_extras(written)
        if values and (names := tuple(names_in(written))):
            return self._deferred(kind, written, pointer, names)
        reading = self.literals.read(kind, written)
        for mistake in reading.mistakes:
            self._mistake(mistake, pointer, on, offset)
        self._refer_inside(reading.value, written, pointer)
        return reading.value

    def one_of(self, pointer: str, where: str, keys: Iterable[str], found: Iterable[str]) -> None:
        """Report that of some keys just one must stand somewhere, and none does, or several."""
        shown = " and ".join(f"`{key}`" for key in found) or "none of them"
        facts = {"where": where, "keys": ", ".join(f"`{key}`" for key in keys), "found": shown}
        self.wrong(Wrong("one-of-keys", pointer, facts=facts))

    def refer(self, what: str, name: str, pointer: str, inner: tuple[int, int] | None = None) -> None:
        """Note a name that stands for something elsewhere in the document."""
        self.references.append(Reference(what, name, pointer, inner))

    def _refer_inside(self, value: Any, written: Any, pointer: str) -> None:
        """Note the marks, answers and values that a literal asks for."""
        for what, name in asked(value):
            match = re.search(rf"(?<=[ =]){re.escape(name)}\b", written) if isinstance(written, str) else None
            inner = match.span() if match else None
            if what == "value":
                self._named_value(name, pointer, inner)
            else:
                self.refer(what, name, pointer, inner)

    def _named_value(self, name: str, pointer: str, inner: tuple[int, int] | None) -> None:
        if name not in self.values:
            near = closest(name, tuple(self.values))
            self.said.add(pointer)
            fix = replace_inside(self.document, pointer, inner, near) if near and inner else None
            self.wrong(Wrong("unknown-value", pointer, inner=inner, facts={"id": name}, hints=did_you_mean(near), fix=fix))

    def _mistake(self, mistake: Mistake, pointer: str, on: Literal["value", "key"], offset: int) -> None:
        """Report a mistake of a literal at its place in the text."""
        self.said.add(pointer)
        at = self.below(pointer, *mistake.path)
        if not self._stands(at):
            at = pointer
        on = "key" if mistake.on == "key" and at != pointer else on
        inner = None if mistake.end is None or on == "key" else (mistake.start + offset, mistake.end + offset)
        fix = self._respelt(mistake, at, inner)
        named = str(mistake.facts.get("id", "")) if mistake.name.startswith("unknown-") else ""
        hints = (*mistake.hints, *of_plugin(self.catalog, named))
        self.wrong(Wrong(mistake.name, at, on=on, inner=inner, facts=mistake.facts, hints=hints, fix=fix))

    def _respelt(self, mistake: Mistake, pointer: str, inner: tuple[int, int] | None) -> Any:
        declared = str(mistake.facts.get("group"))
        group = _GROUPS.get(mistake.name) or (_DECLARED.get(declared, declared) if mistake.name == "unknown-word" else None)
        near = self.literals.vocabulary.suggest(group, str(mistake.facts.get("id"))) if group and inner else None
        return replace_inside(self.document, pointer, inner, near) if near and inner else None

    def _stands(self, pointer: str) -> bool:
        try:
            self.document.value(pointer)
        except KeyError:
            return False
        return True

    def _deferred(self, kind: str, written: Any, pointer: str, names: tuple[Named, ...]) -> Deferred:
        for named in names:
            if named.name not in self.values:
                self.said.add(pointer)
            self._named_value(named.name, self.below(pointer, *named.path), named.inner)
        return Deferred(kind=kind, written=written, origin=pointer)

    def named(self, group: str, word: str, pointer: str, *, on: Literal["value", "key"] = "value", declared: str = "") -> str:
        """Give the id of a word of a closed vocabulary; one that nobody knows is reported, and stands for itself.

        Args:
            group: the vocabulary.
            word: the word as written.
            pointer: where it stands.
            on: whether it stands there as the key.
            declared: under which key of `words` a document may declare such words; by default the plural of the group.
        """
        known = self.literals.vocabulary.find(group, word)
        if known is not None:
            return known.id
        near = self.literals.vocabulary.suggest(group, word)
        facts = {"id": word, "what": group, "group": declared or f"{group}s"}
        replace = replace_key if on == "key" else replace_value
        fix = replace(self.document, pointer, near) if near else None
        hints = (*did_you_mean(near), *of_plugin(self.catalog, word))
        self.wrong(Wrong("unknown-word", pointer, on=on, facts=facts, hints=hints, fix=fix))
        return word

    def new_word(self, name: str, what: str, pointer: str) -> None:
        """Report the name of a value or a word of the document's own that is a word of the grammar: literals can't hold it.

        Ids of steps, sources and claims stand in no literal, so the grammar may grow without taking words from them.
        """
        if name in reserved_words():
            self.wrong(Wrong("reserved-word", pointer, on="key", facts={"word": name, "what": what}))

    @property
    def report(self) -> Report:
        """Everything found so far."""
        return Report.of(self.found)


@attrs.frozen
class Named:
    """A value that a literal names: where in its long form, where in the text that stands there, and the name."""

    path: tuple[str | int, ...]
    inner: tuple[int, int]
    name: str


def asked(value: Any) -> Iterator[tuple[str, str]]:
    """Find the names in a literal that something else in the document must bear: marks, answers, values."""
    match value:
        case Place(marked=str() as mark):
            yield "mark", mark
        case Path():
            for place in value.places:
                yield from asked(place)
        case When():
            for part in value.parts:
                yield from asked(part)
        case Condition(test="answer", name=str() as name):
            yield "question", name
        case Condition(test="value", name=str() as name):
            yield "value", name


def names_in(written: Any, path: tuple[str | int, ...] = ()) -> Iterator[Named]:
    """Find the values that a literal names, in whatever form it is written.

    >>> [named.name for named in names_in({"min": "$least", "max": "$most", "note": "$5 each"})]
    ['least', 'most']
    """
    if isinstance(written, str):
        for match in _NAME.finditer(written) if "$" in written else ():
            yield Named(path, match.span(1), match[1])
    elif isinstance(written, Mapping):
        for key, part in written.items():
            if key not in _TEXTS:
                yield from names_in(part, (*path, key))
    elif isinstance(written, list):
        for index, part in enumerate(written):
            yield from names_in(part, (*path, index))


def _without_extras(written: Any) -> Any:
    """Give a long form without its `x-` keys, which say nothing."""
    if isinstance(written, Mapping):
        return {key: _without_extras(part) for key, part in written.items() if not key.startswith("x-")}
    return [_without_extras(part) for part in written] if isinstance(written, list) else written
