"""TOML's tokens: what breaks a limit before anything is read, and where the keys and values of what was read stand.

Whether a text is TOML, and what it means, the standard library says; it keeps no positions and knows no limits.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from strokekit.formats.builder import shown
from strokekit.formats.findings import Findings
from strokekit.formats.limits import Limits
from strokekit.formats.marks import Mark

_TOKEN = re.compile(
    r"(?:[ \t\r\n]+|#[^\n]*)*+"  # gaps, which are half of all that would be found otherwise
    r'(?:(?P<text>"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"""(?:"{1,2}(?!"))?'
    r"|'''(?:[^']|'{1,2}(?!'))*+'''(?:'{1,2}(?!'))?"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*')"
    r"|(?P<sign>[\[\]{}=,])"
    r"|(?P<bare>[^\s\[\]{}=,#\"']+))",
    re.DOTALL,
)
_TIME = re.compile(r" [0-9][0-9:.Z+-]*")
_LONGEST = 100
"""Code points of a bare value: no date, number or truth value that anybody means is longer."""


class Token(NamedTuple):
    """A piece of the text that is no gap: a quoted text, a sign or bare characters."""

    kind: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into its pieces; the rest after something that no TOML holds is left out, for that is said elsewhere.

    >>> [token.kind for token in tokens('a.b = ["x"] # y')]
    ['bare', 'sign', 'sign', 'text', 'sign']
    """
    place = 0
    while (match := _TOKEN.match(text, place)) is not None:
        kind, place = str(match.lastgroup), match.end()
        yield Token(kind, match.start(kind), place)


def refuse(findings: Findings, limits: Limits) -> bool:
    """Tell whether a text breaks a limit, which is then reported with its place; the standard library never sees it.

    Values are counted as far as that can be told without reading: at most as many as there are.
    """
    text, counted = findings.source.text, _Counted(limits)
    for token in tokens(text):
        broken = counted.breaks(text, token)
        if broken:
            code, fact = broken
            findings.add(code, token.start, token.end, "", **fact)
            return True
    return False


@attrs.define
class _Counted:
    """What has been counted of a text, up to one of its tokens."""

    limits: Limits
    nodes: int = 1
    open: list[str] = attrs.field(factory=list)
    """The brackets around."""
    item: bool = False
    """An item of a list may begin here."""
    key: bool = True
    """A key or a heading may begin here."""

    def breaks(self, text: str, token: Token) -> tuple[str, dict[str, Any]] | None:
        """Count one token; the code of the limit that it breaks, with its facts, or None."""
        kind, start, end = token
        sign = text[start] if kind == "sign" else ""
        self._count(sign)
        if self.nodes > self.limits.nodes:
            return "too-many-nodes", {"limit": self.limits.nodes}
        dots = text.count(".", start, end) if kind == "bare" else 0
        if len(self.open) >= self.limits.depth or dots >= self.limits.depth:
            return "too-deep", {"limit": self.limits.depth}
        if kind == "text" and end - start > self.limits.scalar + len('""""""'):
            return "scalar-too-long", {"limit": self.limits.scalar}
        if kind == "bare" and end - start > _LONGEST and not dots and text[start] in "+-.0123456789":
            return "number-not-plain", {"text": shown(text[start:end])}
        return None

    def _count(self, sign: str) -> None:
        if self.item and sign != "]":
            self.nodes += 1
            self.item = False
        if sign == "=":
            self.nodes += 1
        elif sign in {"[", "{"} and sign:
            self.open.append(sign)
            self.item = sign == "["
        elif sign in {"]", "}"} and sign and self.open:
            self.open.pop()
            self.item = False
        elif sign == "," and self.open and self.open[-1] == "[":
            self.item = True


def marks_of(text: str, shift: int) -> Mark:
    """Find where the keys and values of a text that has been read as TOML stand, each place moved by `shift`.

    >>> marks_of("a.b = 1", 0).inside["a"][2]["b"]
    (6, 7, None, 2, 3)
    """
    return _Walk(text, list(tokens(text))).document().mark(shift)


@attrs.define
class _Box:
    """A value in the making: where it stands, its key, and what is in it."""

    start: int
    end: int
    key: tuple[int, int] = (-1, -1)
    inside: dict[str, _Box] | list[_Box] | None = attrs.field(factory=dict)

    def child(self, part: _Part) -> _Box:
        """Give what a part of a key leads to, made where it is new."""
        inside: Any = self.inside
        self.end = max(self.end, part.end)
        made: _Box = inside.setdefault(part.name, _Box(part.start, part.end, (part.start, part.end)))
        return made

    def last(self) -> _Box:
        """Give the last of a row of tables; anything else is its own."""
        return self.inside[-1] if isinstance(self.inside, list) else self

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


class _Part(NamedTuple):
    """A part of a dotted key."""

    name: str
    start: int
    end: int


@attrs.define
class _Walk:
    """Goes through the tokens of a text that is known to be TOML."""

    text: str
    tokens: list[Token]
    at: int = 0

    def document(self) -> _Box:
        """Take in everything."""
        root = table = _Box(0, 0)
        while self.at < len(self.tokens):
            if self._is("["):
                table = self._heading(root)
            else:
                self._pair(table)
        return root

    def _is(self, sign: str) -> bool:
        token = self.tokens[self.at]
        return token.kind == "sign" and self.text[token.start] == sign

    def _heading(self, root: _Box) -> _Box:
        """Go to the table that a heading names, and begin a new one of its row for `[[…]]`."""
        row = self.text.startswith("[[", self.tokens[self.at].start)
        self.at += 1 + row
        parts = self._key()
        self.at += 1 + row
        at = root
        for part in parts[:-1]:
            at = at.child(part).last()
        last = at.child(parts[-1])
        if not row:
            return last
        if not isinstance(last.inside, list):
            last.inside = []
        last.inside.append(_Box(parts[0].start, parts[-1].end))
        return last.inside[-1]

    def _key(self) -> list[_Part]:
        """Take the parts of a key, up to the sign behind it."""
        parts: list[_Part] = []
        while self.tokens[self.at].kind != "sign":
            kind, start, end = self.tokens[self.at]
            self.at += 1
            if kind == "text":
                name = next(iter(tomllib.loads(f"{self.text[start:end]} = 0")))
                parts.append(_Part(name, start, end))
                continue
            for piece in self.text[start:end].split("."):
                if piece:
                    parts.append(_Part(piece, start, start + len(piece)))
                start += len(piece) + 1
        return parts

    def _pair(self, table: _Box) -> None:
        """Take in a key with its value, and make the tables that a dotted key goes through."""
        *above, last = self._key()
        self.at += 1
        at = table
        for part in above:
            at = at.child(part)
        named, made = at.child(last), self._value()
        named.start, named.end, named.inside = made.start, made.end, made.inside
        table.end = max(table.end, made.end)

    def _value(self) -> _Box:
        if self._is("["):
            return self._row()
        if self._is("{"):
            return self._inline()
        _, start, end = self.tokens[self.at]
        self.at += 1
        time = _TIME.match(self.text, end)
        if time and self.at < len(self.tokens) and self.tokens[self.at].start == end + 1:
            end = time.end()
            self.at += 1
        return _Box(start, end, inside=None)

    def _row(self) -> _Box:
        inside: list[_Box] = []
        made = _Box(self.tokens[self.at].start, 0, inside=inside)
        self.at += 1
        while not self._is("]"):
            inside.append(self._value())
            self.at += self._is(",")
        return self._closed(made)

    def _inline(self) -> _Box:
        made = _Box(self.tokens[self.at].start, 0)
        self.at += 1
        while not self._is("}"):
            self._pair(made)
            self.at += self._is(",")
        return self._closed(made)

    def _closed(self, made: _Box) -> _Box:
        made.end = self.tokens[self.at].end
        self.at += 1
        return made
