"""Strategies for texts as people write them: YAML in every style with comments and blank lines, JSON in any layout."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from strokekit.formats import Document, read_text
from strokekit.formats.scalars import is_plain

KEYS = ("where", "repeat", "note", "on", "a b", "x-own", "ü", "- d", "1", "say", "with: it")
TEXTS = (
    "calf",
    "3..5",
    "a, b",
    "no",
    "1:30",
    "",
    " lead",
    "Fine?",
    "it's",
    'say "ah"',
    "# no",
    "a: b",
    "ü\u2028",
    "*a",
    "&b",
    "~",
    "-1 s",
    "x\\y",
)
LONG = ("two\nlines", "one\n\n  three\n", "end\n", "  lead\nrest\n", "kept\n\n\n", "# none\nb: c\n")
"""Texts of several lines."""
REMARKS = ("#", "# one", "#two", "# a: b", "# \ttab", "# {", "# ü")
SCALARS = st.sampled_from(TEXTS) | st.integers(-20, 20) | st.booleans()
VALUES = st.recursive(
    SCALARS | st.sampled_from(LONG),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([key for key in KEYS if key != "x-own"]), inner, max_size=3)
    ),
    max_leaves=5,
)
"""What a program may write."""
FREE = st.sampled_from((None, 1.5, {"a": [None]}))
"""What only `x-` keys may hold."""


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Any]:
    """Make data with a few levels, and `x-` keys that hold null and floats."""
    data = draw(st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1, max_size=4))
    return {key: draw(FREE) if key == "x-own" else value for key, value in data.items()}


class _Writer:
    """Writes data as YAML, with every choice of style drawn."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def chance(self, one_in: int) -> bool:
        return bool(self.draw(st.integers(1, one_in)) == 1)

    def above(self, column: int) -> list[str]:
        lines = []
        while self.chance(4):
            space = " " * self.draw(st.integers(0, column + 3))
            lines.append("" if self.chance(2) else f"{space}{self.draw(st.sampled_from(REMARKS))}")
        return lines

    def behind(self) -> str:
        return f"{self.draw(st.sampled_from((' ', '   ')))}{self.draw(st.sampled_from(REMARKS))}" if self.chance(4) else ""

    def block(self, value: Any, column: int) -> list[str]:
        """Write a container in block style, its parts at `column`."""
        lines: list[str] = []
        entries = value.items() if isinstance(value, dict) else [(None, item) for item in value]
        for key, part in entries:
            lead = "-" if key is None else f"{self.scalar(key, flow=False)}:"
            above = self.above(column) if lines or column else []
            lines += [*above, *self.part(lead, part, column)]
        return lines

    def part(self, lead: str, value: Any, column: int) -> list[str]:
        space = " " * column
        if isinstance(value, (dict, list)) and value and not self.chance(3):
            deeper = column + self.draw(st.integers(1, 4))
            if lead != "-" and isinstance(value, list) and self.chance(2):
                deeper = column
            if lead == "-" and self.chance(2):
                inside = self.block(value, column + 2)
                return [f"{space}- {inside[0].lstrip()}", *inside[1:]]
            return [f"{space}{lead}{self.behind()}", *self.above(deeper), *self.block(value, deeper)]
        if isinstance(value, str) and "\n" in value and not self.chance(3) and value.strip():
            return self.long(f"{space}{lead}", value, column + self.draw(st.integers(1, 3)), column)
        if isinstance(value, (dict, list)):
            return [f"{space}{lead} {self.flow(value, column + 1)}{self.behind()}"]
        return [f"{space}{lead} {self.scalar(value, flow=False)}{self.behind()}"]

    def long(self, lead: str, value: str, column: int, parent: int) -> list[str]:
        ends = len(value) - len(value.rstrip("\n"))
        sign = ("-", "", "+")[min(ends, 2)]
        digit = str(column - parent) if value.startswith((" ", "\n")) else ""
        lines = [f"{' ' * column}{line}" if line else "" for line in value.rstrip("\n").split("\n")]
        return [f"{lead} |{digit}{sign}{self.behind()}", *lines, *([""] * (ends - 1))]

    def flow(self, value: Any, column: int) -> str:
        """Write a container in flow style, over several lines where that is drawn."""
        many = self.chance(3)
        between = f",{self.behind()}\n{' ' * (column + 2)}" if many else self.draw(st.sampled_from((", ", ",  ")))
        mapping = isinstance(value, dict)
        made = []
        for key, part in value.items() if isinstance(value, dict) else [(None, item) for item in value]:
            said = self.flow(part, column + 2) if isinstance(part, (dict, list)) else self.scalar(part, flow=True)
            made.append(said if key is None else f"{self.scalar(key, flow=True)}: {said}")
        first = f"{self.behind()}\n{' ' * (column + 2)}" if many else ""
        last = f"{self.behind()}\n{' ' * (column + 1)}" if many else ""
        return f"{'{' if mapping else '['}{first}{between.join(made)}{last}{'}' if mapping else ']'}"

    def scalar(self, value: Any, *, flow: bool) -> str:
        if not isinstance(value, str):
            return "null" if value is None else json.dumps(value)
        if is_plain(value, flow=flow) and self.chance(2):
            return value
        if "\n" not in value and "\u2028" not in value and self.chance(2):
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value)


@st.composite
def yaml_texts(draw: st.DrawFn) -> str:
    """Make a YAML text; it reads without an error."""
    writer = _Writer(draw)
    data = draw(trees())
    top = draw(st.sampled_from(("", "# top\n", "# top\n\n", "---\n", "\n")))
    end = draw(st.sampled_from(("\n", "\n\n", "\n# end\n", "\n\n  # end\n")))
    text = top + "\n".join(writer.block(data, 0)) + end
    text = text if draw(st.booleans()) else text.replace("\n", "\r\n")
    return text if draw(st.integers(0, 3)) else f"\ufeff{text}"


@st.composite
def json_texts(draw: st.DrawFn) -> str:
    """Make a JSON text in one of several layouts."""
    indent = draw(st.sampled_from((None, 0, 1, 2, 4, "\t")))
    separators = draw(st.sampled_from(((", ", ": "), (",", ":"), (" , ", " : "))))
    text = json.dumps(draw(trees()), ensure_ascii=draw(st.booleans()), indent=indent, separators=separators)
    return draw(st.sampled_from(("", "\n", " "))) + text + draw(st.sampled_from(("", "\n", "\n\n")))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Make a document that was read from one of these texts."""
    syntax = draw(st.sampled_from(("yaml", "json")))
    text = draw(yaml_texts() if syntax == "yaml" else json_texts())
    return read_text(text, name=f"r.{syntax}").require()


def remarks(document: Document) -> list[str]:
    """Find the comments of a document: each `#` outside its texts, up to the end of the line; in JSON there are none."""
    if document.syntax == "json":
        return []
    text = list(document.source.text)
    for start, end in _leaves(document.mark("")):
        raw = document.source.text[start:end]
        head = raw[: raw.index("\n") + 1] if raw[:1] in ("|", ">") else ""
        text[start + len(head) : end] = "x" * (end - start - len(head))
    return [line[line.index("#") :].rstrip() for line in "".join(text).splitlines() if "#" in line]


def _leaves(mark: Any) -> Iterator[tuple[int, int]]:
    """Give where keys and scalars stand; of an alias only itself."""
    if len(mark) > 3 and mark[3] >= 0:
        yield mark[3], mark[4]
    if mark[2] is None:
        yield mark[0], mark[1]
    for inner in mark[2].values() if isinstance(mark[2], dict) else mark[2] or ():
        yield from _leaves(inner)


def ways(data: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Go through the ways to all values below the root; what `x-` keys hold is left out."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*way, key)
        if not str(key).startswith("x-"):
            yield from ways(value, (*way, key))
