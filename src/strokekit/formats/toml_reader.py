"""TOML → document: for the data files of plugins; routines are written in YAML or JSON.

The standard library reads the text, and only it. It keeps no positions, so those come from a second reading with a grammar of
where things stand; no parser of TOML for Python gives them. That is done when a position is asked for.
"""

from __future__ import annotations

import functools
import re
import tomllib
from datetime import date, datetime, time
from importlib import resources
from typing import TYPE_CHECKING, Any

import attrs

from strokekit.diagnostics import Diagnostic, Outcome, Report, diagnose
from strokekit.formats.document import Document
from strokekit.formats.limits import Limits
from strokekit.formats.marks import Mark
from strokekit.formats.pointer import join
from strokekit.formats.source import BOM, Source

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def read_toml(source: Source, limits: Limits) -> Outcome[Document]:
    """Read a text as TOML. Dates become texts; a float is an error, as it is in the other syntaxes.

    >>> from strokekit.formats.source import Source
    >>> read_toml(Source("a.toml", 'title = "Shiatsu"'), Limits()).require().data
    {'title': 'Shiatsu'}
    """
    text = source.text.removeprefix(BOM)
    try:
        data = tomllib.loads(text)
        marks = _marks(text, len(source.text) - len(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Outcome(None, Report.of([_fault(source, error)]))
    if _deep(data, limits.depth):
        return Outcome(None, Report.of([diagnose("too-deep", file=source.name, limit=limits.depth)]))
    bare = Document(source=source, syntax="yaml", data=data, marks=marks)
    found: list[Diagnostic] = []
    document = attrs.evolve(bare, data=_plain(data, "", bare, found))
    return Outcome(document, Report.of(found))


def _fault(source: Source, error: Exception) -> Diagnostic:
    said = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "it nests too deep"
    place = _PLACE.search(said)
    problem = _PLACE.sub("", said)
    offset = len(source.text)
    if place and place["line"]:
        lines = source.text.splitlines(keepends=True)
        offset = sum(map(len, lines[: int(place["line"]) - 1])) + int(place["column"]) - 1
    span = source.span(offset, min(offset + 1, len(source.text)))
    return diagnose("syntax", file=source.name, span=span, syntax="TOML", problem=f"{problem[:1].lower()}{problem[1:]}")


def _deep(value: Any, depth: int) -> bool:
    level = [value]
    for _ in range(depth):
        level = [part for one in level for part in _inside(one)]
        if not level:
            return False
    return True


def _inside(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


def _plain(value: Any, pointer: str, document: Document, found: list[Diagnostic]) -> Any:
    """Give a value as the other syntaxes know it."""
    if isinstance(value, dict):
        return {key: _plain(part, join(pointer, key), document, found) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part, join(pointer, index), document, found) for index, part in enumerate(value)]
    if isinstance(value, (date, datetime, time)):
        return document.text(pointer)
    if not isinstance(value, float) or "/x-" in pointer:
        return value
    text, span = document.text(pointer), document.span(pointer)
    finite = abs(value) < float("inf")
    found.append(_odd("bare-float" if finite else "number-not-plain", text, document, span, pointer))
    return text


def _odd(name: str, text: str, document: Document, span: Any, pointer: str) -> Diagnostic:
    facts = {"text": text, "found": text}
    return diagnose(name, file=document.source.name, pointer=pointer, span=span, found=text, facts=facts)


def _marks(text: str, shift: int) -> Mark:
    root = _Box(0, 0)
    at = root
    items: list[Any] = _grammar().parse(text).children
    for item in items:
        if item.data == "pair":
            at.put(item)
        else:
            at = root.table(item)
    return root.mark(shift)


@attrs.define
class _Box:
    """A value in the making: where it stands, its key, and what is in it."""

    start: int
    end: int
    key: tuple[int, int] = (-1, -1)
    inside: dict[str, _Box] | list[_Box] | None = attrs.field(factory=dict)

    def table(self, header: Tree[Token]) -> _Box:
        """Go to the table that a header names, and begin a new one of its row for `[[…]]`."""
        tokens: list[Any] = list(header.children[0].children)  # type: ignore[union-attr]  # the grammar: a header holds a key
        at = self
        for token in tokens[:-1]:
            at = at.child(token).last()
        last = at.child(tokens[-1])
        if header.data == "table":
            return last
        if not isinstance(last.inside, list):
            last.inside = []
        last.inside.append(_Box(tokens[0].start_pos, tokens[-1].end_pos))
        return last.inside[-1]

    def child(self, token: Token) -> _Box:
        """Give what a key leads to, made where it is new."""
        inside: Any = self.inside
        start, end = token.start_pos or 0, token.end_pos or 0
        self.end = max(self.end, end)
        made: _Box = inside.setdefault(_name(token), _Box(start, end, (start, end)))
        return made

    def last(self) -> _Box:
        """Give the last of a row of tables; anything else is its own."""
        return self.inside[-1] if isinstance(self.inside, list) else self

    def put(self, pair: Tree[Token]) -> None:
        """Take in a key with its value, and make the tables that a dotted key goes through."""
        key, value = pair.children
        at = self
        for token in key.children[:-1]:  # type: ignore[union-attr]  # the grammar: a pair is a key and a value
            at = at.child(token)  # type: ignore[arg-type]  # of tokens
        named = at.child(key.children[-1])  # type: ignore[union-attr, arg-type]  # as above
        made = _box(value)
        named.start, named.end, named.inside = made.start, made.end, made.inside
        self.end = max(self.end, made.end)

    def mark(self, shift: int) -> Mark:
        """Give the marks, each moved by `shift`."""
        return Mark(*self._tuple(shift))

    def _tuple(self, shift: int) -> tuple[Any, ...]:
        inside: Any = self.inside
        if isinstance(inside, dict):
            inside = {name: box._tuple(shift) for name, box in inside.items()}  # noqa: SLF001 - one of its own kind
        elif isinstance(inside, list):
            inside = [box._tuple(shift)[:3] for box in inside]  # noqa: SLF001 - as above
        moved = [place + shift if place >= 0 else place for place in (self.start, self.end, *self.key)]
        return (moved[0], moved[1], inside, moved[2], moved[3])


def _box(value: Any) -> _Box:
    if not hasattr(value, "children"):
        return _Box(value.start_pos, value.end_pos, inside=None)
    first, *between, last = [part for part in value.children if part is not None]
    box = _Box(first.start_pos, last.end_pos)
    if value.data == "array":
        box.inside = [_box(part) for part in between]
    else:
        for pair in between:
            box.put(pair)
    return box


def _name(token: Token) -> str:
    return str(token) if token.type == "BARE" else next(iter(tomllib.loads(f"{token} = 0")))


@functools.cache
def _grammar() -> Lark:
    from lark import Lark

    text = (resources.files(__package__) / "toml.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", propagate_positions=False, maybe_placeholders=False)
