"""Files made to hurt: each with the syntax that it is written in, and what is to be said of it.

They are made when they are asked for, since some are many megabytes. What is no mistake, such as line breaks of another system,
is here too: it must be read as if nothing were odd about it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

import attrs

Made: TypeAlias = str | bytes
Syntax: TypeAlias = Literal["yaml", "json", "toml"]
MB = 1_000_000
DEEP = 100_000
HEAD = "strokekit: 1\ntitle: Hostile\ncontraindications: none_reviewed\n"
STEPS = f"{HEAD}sections:\n  - id: a\n    steps:\n"
TAIL = "sections:\n  - id: a\n    steps: [{say: Hello}]\n"
JSON = '{"strokekit": 1, "title": "Hostile", "contraindications": "none_reviewed", '
JSON_TAIL = '"sections": [{"id": "a", "steps": [{"say": "Hello"}]}]}'


@attrs.frozen(kw_only=True)
class Case:
    """A hostile file: what it is called, how it is made, and the names of what must be found; none: nothing is wrong.

    `placed` says that each of those has a place in the text.
    """

    name: str
    syntax: Syntax
    make: Callable[[], str | bytes]
    names: tuple[str, ...]
    placed: bool = True
    patient: bool = False
    """It is within the limits, and so it is read to its end, which takes PyYAML's parser in Python longer than a refusal may."""

    @property
    def file(self) -> str:
        """What the file is called."""
        return f"hostile.routine.{self.syntax}"

    def content(self) -> bytes:
        """Give the bytes of the file."""
        made = self.make()
        return made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made


def _yaml(name: str, make: Made | Callable[[], Made], *names: str, placed: bool = True, patient: bool = False) -> Case:
    made = make if callable(make) else lambda: make
    return Case(name=name, syntax="yaml", make=made, names=names, placed=placed, patient=patient)


def _json(name: str, make: Made | Callable[[], Made], *names: str, placed: bool = True) -> Case:
    return Case(name=name, syntax="json", make=make if callable(make) else lambda: make, names=names, placed=placed)


def _toml(name: str, make: Made | Callable[[], Made], *names: str, placed: bool = True) -> Case:
    return Case(name=name, syntax="toml", make=make if callable(make) else lambda: make, names=names, placed=placed)


def _bomb(levels: int = 10, width: int = 10) -> str:
    first = f"x-a0: &a0 [{'x, ' * width}x]\n"
    return HEAD + first + "".join(f"x-a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]\n" for n in range(1, levels)) + TAIL


def _quadratic() -> str:
    return f"{HEAD}x-a: &a [{'x, ' * 50_000}x]\nx-b: [{'*a, ' * 50_000}*a]\n{TAIL}"


def _tower() -> str:
    return HEAD + "x-a0: &a0 [x]\n" + "".join(f"x-a{n}: &a{n} {'[' * 40}*a{n - 1}{']' * 40}\n" for n in range(1, 10)) + TAIL


def _stairs(step: str = "a:", most: int = 9 * MB) -> str:
    lines, size, depth = [], 0, 0
    while size < most:
        lines.append(" " * depth + step)
        size += depth + len(step) + 1
        depth += 1
    return "\n".join(lines)


YAML = (
    _yaml("alias bomb", _bomb, "too-many-nodes"),
    _yaml("alias bomb of two values a level", lambda: _bomb(60, 2), "too-many-nodes"),
    _yaml("a long list, named often", _quadratic, "too-many-nodes", patient=True),
    _yaml("a tower of aliases", _tower, "too-deep"),
    _yaml("an alias of itself", f"{HEAD}x-a: &a [*a]\n{TAIL}", "recursive-alias"),
    _yaml("an unknown alias", f"{HEAD}x-a: *b\n{TAIL}", "unknown-alias"),
    _yaml("100,000 anchors", lambda: HEAD + "".join(f"x-{n}: &a{n} v\n" for n in range(DEEP)) + TAIL, patient=True),
    _yaml("100,000 lists in lists", lambda: f"{HEAD}x-a: {'[' * DEEP}", "too-deep"),
    _yaml("100,000 mappings in mappings", lambda: f"{HEAD}x-a: {'{a: ' * DEEP}", "too-deep"),
    _yaml("100,000 lists in lists, closed", lambda: f"{HEAD}x-a: {'[' * DEEP}{']' * DEEP}", "too-deep"),
    _yaml("100,000 dashes", lambda: f"{HEAD}x-a:\n  {'- ' * DEEP}x", "too-deep"),
    _yaml("100,000 question marks", lambda: f"{HEAD}x-a:\n  {'? ' * DEEP}x", "too-deep"),
    _yaml("block mappings in block mappings", lambda: HEAD + _stairs(), "too-deep"),
    _yaml("block lists in block lists", lambda: f"{HEAD}x-a:\n" + _stairs("-"), "too-deep"),
    _yaml("50 MB", lambda: HEAD + "#" + "x" * 50 * MB + f"\n{TAIL}", "too-large", placed=False),
    _yaml("50 MB of steps", lambda: STEPS + "      - {say: Hello there}\n" * 1_800_000, "too-large", placed=False),
    _yaml("a million steps", lambda: STEPS + "      - {say: Hello}\n" * MB, "too-large", placed=False),
    _yaml("a million short steps", lambda: f"{HEAD}x-a:\n" + "- say: a\n" * MB, "too-many-nodes"),
    _yaml("a million short steps in a row", lambda: f"{HEAD}x-a: [" + "{a: b}," * MB + "]\n", "too-many-nodes"),
    _yaml("a million values", lambda: f"{HEAD}x-a: [{'a,' * MB}a]\n", "too-many-nodes"),
    _yaml("a million quoted values", lambda: HEAD + "x-a: [" + '"",' * MB + "a]\n", "too-many-nodes"),
    _yaml("a million empty items", lambda: f"{HEAD}x-a:\n" + "-\n" * MB, "too-many-nodes"),
    _yaml("a million keys", lambda: HEAD + "".join(f"{n:x}:\n" for n in range(MB)), "too-many-nodes"),
    _yaml("a million equal keys", lambda: HEAD + "title: a\n" * MB, "too-many-nodes"),
    _yaml("5,000 equal keys", lambda: HEAD + "title: a\n" * 5_000 + TAIL, "duplicate-key"),
    _yaml("9 MB of comment", lambda: f"{HEAD}#{'x' * 9 * MB}\n{TAIL}"),
    _yaml("9 MB of comment, then a mistake", lambda: f"{HEAD}#{'x' * 9 * MB}\n{TAIL}a: b: c\n", "syntax"),
    _yaml("9 MB of short comments, then a mistake", lambda: HEAD + "# x\n" * 2_250_000 + f"{TAIL}a: b: c\n", "syntax"),
    _yaml("9 MB of empty lines, then a mistake", lambda: HEAD + "\n" * 9 * MB + f"{TAIL}a: b: c\n", "syntax"),
    _yaml("9 MB of spaces, then a mistake", lambda: HEAD + " " * 9 * MB + f"\n{TAIL}a: b: c\n", "syntax"),
    _yaml("9 MB that is no mapping", lambda: "x" * 9 * MB, "scalar-too-long", "root-not-mapping", patient=True),
    _yaml("9 MB in one quoted text", lambda: f'{HEAD}note: "{"x " * 4 * MB}"\n{TAIL}', "scalar-too-long"),
    _yaml("9 MB in a quote that is never closed", lambda: f'{HEAD}note: "{"x " * 4 * MB}', "syntax"),
    _yaml("9 MB of escapes", lambda: HEAD + 'note: "' + r"\x41" * 2 * MB + f'"\n{TAIL}', "scalar-too-long", patient=True),
    _yaml("9 MB of quotes", lambda: HEAD + "note: '" + "''" * 4 * MB + f"'\n{TAIL}", "scalar-too-long", patient=True),
    _yaml("9 MB of folds", lambda: HEAD + "note: 'a" + "\n" * 8 * MB + f" b'\n{TAIL}", "scalar-too-long", patient=True),
    _yaml("a text of a megabyte", lambda: f"{HEAD}note: {'x ' * (MB // 2)}\n{TAIL}", "scalar-too-long"),
    _yaml("a block text of a megabyte", lambda: f"{HEAD}note: |\n" + "  xxxx xxxx\n" * (MB // 10) + TAIL, "scalar-too-long"),
    _yaml("a folded text of a megabyte", lambda: f"{HEAD}note: >\n" + "  xxxx xxxx\n" * (MB // 10) + TAIL, "scalar-too-long"),
    _yaml("a text over a million lines", lambda: f"{HEAD}note: a\n" + "  b\n" * MB + TAIL, "scalar-too-long", patient=True),
    _yaml("a key of a megabyte", lambda: f'{HEAD}? "{"x" * MB}"\n: a\n{TAIL}', "scalar-too-long"),
    _yaml("a key of a megabyte before its colon", lambda: f"{HEAD}{'x' * MB}: a\n{TAIL}", "syntax"),
    _yaml("a tag of a megabyte", lambda: f"{HEAD}note: !{'x' * MB} a\n{TAIL}", "tag"),
    _yaml("an anchor of a megabyte", lambda: f"{HEAD}note: &{'x' * MB} a\n{TAIL}"),
    _yaml("a byte order mark", "\ufeff" + HEAD + TAIL),
    _yaml("CRLF", (HEAD + TAIL).replace("\n", "\r\n")),
    _yaml("lone CR", (HEAD + TAIL).replace("\n", "\r")),
    _yaml("a byte order mark in the middle", f"{HEAD}note: a\ufeffb\n{TAIL}", "control-character"),
    _yaml("UTF-16 with a mark", (HEAD + TAIL).encode("utf-16"), "not-utf8", placed=False),
    _yaml("UTF-16, low byte first", (HEAD + TAIL).encode("utf-16-le"), "not-utf8", placed=False),
    _yaml("UTF-16, high byte first", (HEAD + TAIL).encode("utf-16-be"), "not-utf8", placed=False),
    _yaml("UTF-32", (HEAD + TAIL).encode("utf-32"), "not-utf8", placed=False),
    _yaml("a byte that is no UTF-8", f"{HEAD}note: caf".encode() + b"\xe9\n" + TAIL.encode(), "not-utf8"),
    _yaml("an overlong form", f"{HEAD}note: ".encode() + b"\xc0\xaf\n" + TAIL.encode(), "not-utf8"),
    _yaml("9 MB, then a byte that is no UTF-8", lambda: HEAD.encode() + b"# \xc3\xa9\n" * (9 * MB // 5) + b"\xff", "not-utf8"),
    _yaml("NUL", f"{HEAD}note: a\0b\n{TAIL}", "control-character"),
    _yaml("half a character", f"{HEAD}note: a\ud800b\n{TAIL}", "not-utf8"),
    _yaml("half a character, escaped", f'{HEAD}note: "\\ud83d"\n{TAIL}', "syntax"),
    _yaml("two halves, escaped", f'{HEAD}note: "\\ud83d\\ude00"\n{TAIL}', "syntax"),
    _yaml("an emoji, escaped", f'{HEAD}note: "\\U0001F600"\n{TAIL}'),
    _yaml("a tab that indents", f"{HEAD}sections:\n\t- id: a\n", "syntax"),
    _yaml("a tab between", f"{HEAD}note:\ta\t\n{TAIL}"),
    _yaml("equal keys", f"{HEAD}title: Again\n{TAIL}", "duplicate-key"),
    _yaml("several documents", f"{HEAD}{TAIL}---\n{HEAD}{TAIL}", "several-documents"),
    _yaml("100,000 documents", lambda: "---\na: b\n" * DEEP, "several-documents"),
    _yaml("a tag of Python", f"{HEAD}note: !!python/object/apply:os.system [ls]\n{TAIL}", "tag"),
    _yaml("a tag", f"{HEAD}note: !!str a\n{TAIL}", "tag"),
    _yaml("a directive", f"%YAML 9.9\n---\n{HEAD}{TAIL}", "syntax"),
    _yaml("a merge key", f"{HEAD}x-a: &a {{b: c}}\nrecipient: {{<<: *a, kind: adult}}\n{TAIL}", "merge-key"),
    _yaml("a key that is a number", f"{HEAD}1: a\n{TAIL}", "key-not-text"),
    _yaml("a key that is a truth value", f"{HEAD}true: a\n{TAIL}", "key-not-text"),
    _yaml("a key that is nothing", f"{HEAD}~: a\n{TAIL}", "key-not-text"),
    _yaml("a key that is a list", f"{HEAD}? [a, b]\n: c\n{TAIL}", "key-not-text"),
    _yaml("a key that is a mapping", f"{HEAD}? {{a: b}}\n: c\n{TAIL}", "key-not-text"),
    _yaml("NaN", f"{HEAD}note: .nan\n{TAIL}", "number-not-plain"),
    _yaml("infinity", f"{HEAD}x-a: -.inf\n{TAIL}", "number-not-plain"),
    _yaml("10^400", f"{HEAD}x-a: 1.0e+400\n{TAIL}", "number-not-plain"),
    _yaml("400 digits", f"{HEAD}x-a: {'9' * 400}\n{TAIL}", "number-not-plain"),
    _yaml("a million digits", lambda: f"{HEAD}x-a: {'9' * MB}\n{TAIL}", "scalar-too-long"),
    _yaml("a million digits in base 16", lambda: f"{HEAD}x-a: 0x{'f' * 60_000}\n{TAIL}", "scalar-differs"),
    _yaml("a million digits in base 60", lambda: f"{HEAD}x-a: 1{':59' * 20_000}\n{TAIL}", "scalar-differs"),
    _yaml("5,000 mistakes", lambda: HEAD + "".join(f"x{n}: ~\n" for n in range(5_000)) + TAIL, "null-value"),
    _yaml("nothing", "", "root-not-mapping"),
    _yaml("spaces", " \n\n", "root-not-mapping"),
    _yaml("a list", "- a\n", "root-not-mapping"),
)
JSONS = (
    _json("100,000 lists in lists", lambda: f'{JSON}"x-a": {"[" * DEEP}', "too-deep"),
    _json("100,000 lists in lists, closed", lambda: f'{JSON}"x-a": {"[" * DEEP}{"]" * DEEP}, {JSON_TAIL}', "too-deep"),
    _json("100,000 mappings in mappings", lambda: JSON + '"x-a": ' + '{"a": ' * DEEP, "too-deep"),
    _json("50 MB", lambda: f"{JSON}{' ' * 50 * MB}{JSON_TAIL}", "too-large", placed=False),
    _json("a million steps", lambda: JSON + '"x-a": [' + '{"say": 1},' * MB, "too-large", placed=False),
    _json("a million values", lambda: f'{JSON}"x-a": [{"1," * MB}1], {JSON_TAIL}', "too-many-nodes"),
    _json("two million values, then a mistake", lambda: f'{JSON}"x-a": [{"1," * 2 * MB}1], ', "too-many-nodes"),
    _json("a million keys", lambda: JSON + "".join(f'"{n}":1,' for n in range(800_000)) + JSON_TAIL, "too-many-nodes"),
    _json("100,000 equal keys", lambda: JSON + '"title": "a", ' * DEEP + JSON_TAIL, "duplicate-key"),
    _json("9 MB of spaces, then a mistake", lambda: f"{JSON}{' ' * 9 * MB}x", "syntax"),
    _json("a text of a megabyte", lambda: f'{JSON}"note": "{"x" * MB}", {JSON_TAIL}', "scalar-too-long"),
    _json("a text of 9 MB that is never closed", lambda: f'{JSON}"note": "{"x" * 9 * MB}', "syntax"),
    _json("a text of 9 MB of escapes", lambda: JSON + '"note": "' + r"\n" * 4 * MB + f'", {JSON_TAIL}', "scalar-too-long"),
    _json("a key of a megabyte", lambda: f'{JSON}"{"x" * MB}": "a", {JSON_TAIL}', "scalar-too-long"),
    _json("a byte order mark", "\ufeff" + JSON + JSON_TAIL),
    _json("CRLF", (JSON + JSON_TAIL).replace(", ", ",\r\n")),
    _json("lone CR", (JSON + JSON_TAIL).replace(", ", ",\r")),
    _json("UTF-16 with a mark", (JSON + JSON_TAIL).encode("utf-16"), "not-utf8", placed=False),
    _json("UTF-16, low byte first", (JSON + JSON_TAIL).encode("utf-16-le"), "not-utf8", placed=False),
    _json("a byte that is no UTF-8", f'{JSON}"note": "caf'.encode() + b"\xe9" + f'", {JSON_TAIL}'.encode(), "not-utf8"),
    _json("NUL", f'{JSON}"note": "a\0b", {JSON_TAIL}', "control-character"),
    _json("NUL, escaped", f'{JSON}"note": "a\\u0000b", {JSON_TAIL}'),
    _json("half a character", f'{JSON}"note": "a\ud800b", {JSON_TAIL}', "not-utf8"),
    _json("half a character, escaped", f'{JSON}"note": "\\ud83d", {JSON_TAIL}', "control-character"),
    _json("a key of half a character", f'{JSON}"x-\\ud83d": "", {JSON_TAIL}', "control-character"),
    _json("an emoji, escaped", f'{JSON}"note": "\\ud83d\\ude00", {JSON_TAIL}'),
    _json("a tab in a text", f'{JSON}"note": "a\tb", {JSON_TAIL}', "syntax"),
    _json("equal keys", f'{JSON}"title": "Again", {JSON_TAIL}', "duplicate-key"),
    _json("several documents", JSON + JSON_TAIL + JSON + JSON_TAIL, "syntax"),
    _json("a comment", f"{JSON}// no\n{JSON_TAIL}", "syntax"),
    _json("nothing", f'{JSON}"note": null, {JSON_TAIL}', "null-value"),
    _json("NaN", f'{JSON}"note": NaN, {JSON_TAIL}', "number-not-plain"),
    _json("infinity", f'{JSON}"x-a": -Infinity, {JSON_TAIL}', "number-not-plain"),
    _json("10^400", f'{JSON}"x-a": 1e400, {JSON_TAIL}', "number-not-plain"),
    _json("400 digits", f'{JSON}"x-a": {"9" * 400}, {JSON_TAIL}', "number-not-plain"),
    _json("a million digits", lambda: f'{JSON}"x-a": {"9" * MB}, {JSON_TAIL}', "number-not-plain"),
    _json("9 MB of digits", lambda: f'{JSON}"x-a": {"9" * 9 * MB}, {JSON_TAIL}', "number-not-plain"),
    _json("an empty file", "", "syntax"),
    _json("a list", "[]", "root-not-mapping"),
)
TOMLS = (
    _toml("100,000 lists in lists", lambda: f"x-a = {'[' * DEEP}", "too-deep"),
    _toml("100,000 lists in lists, closed", lambda: f"x-a = {'[' * DEEP}{']' * DEEP}", "too-deep"),
    _toml("300 lists in lists", lambda: f"x-a = {'[' * 300}{']' * 300}", "too-deep"),
    _toml("100,000 tables in tables", lambda: f"x-a = {'{a = ' * DEEP}", "too-deep"),
    _toml("100,000 dots", lambda: f"a{'.a' * DEEP} = 1", "too-deep"),
    _toml("100,000 dots in a heading", lambda: f"[a{'.a' * DEEP}]\n", "too-deep"),
    _toml("50 MB", lambda: "#" + "x" * 50 * MB, "too-large", placed=False),
    _toml("a million values", lambda: f"x-a = [{'1,' * MB}1]", "too-many-nodes"),
    _toml("300,000 keys", lambda: "".join(f"x{n} = 1\n" for n in range(300_000)), "too-many-nodes"),
    _toml("300,000 tables", lambda: "[[x-a]]\n" * 300_000, "too-many-nodes"),
    _toml("150,000 keys", lambda: "".join(f"x{n} = 1\n" for n in range(150_000)), "declaration"),
    _toml("150,000 values", lambda: f"title = [{'1,' * 150_000}1]\n", "declaration"),
    _toml("5,000 mistakes", lambda: "".join(f"x{n} = 1.5\n" for n in range(5_000)), "bare-float"),
    _toml("a text of a megabyte", lambda: f'title = "{"x" * MB}"\n', "scalar-too-long"),
    _toml("a key of a megabyte", lambda: f'"{"x" * MB}" = 1\n', "scalar-too-long"),
    _toml("9 MB of comment, then a mistake", lambda: f"#{'x' * 9 * MB}\nx = \n", "syntax"),
    _toml("9 MB of empty lines, then a mistake", lambda: "\n" * 9 * MB + "x = \n", "syntax"),
    _toml("a byte order mark", '\ufefftitle = "A"\n'),
    _toml("CRLF", 'title = "A"\r\nsummary = "B"\r\n'),
    _toml("lone CR", 'title = "A"\rsummary = "B"\r', "syntax"),
    _toml("UTF-16 with a mark", 'title = "A"\n'.encode("utf-16"), "not-utf8", placed=False),
    _toml("UTF-16, low byte first", 'title = "A"\n'.encode("utf-16-le"), "not-utf8", placed=False),
    _toml("a byte that is no UTF-8", b'title = "caf\xe9"\n', "not-utf8"),
    _toml("NUL", 'title = "a\0"\n', "syntax"),
    _toml("half a character, escaped", 'title = "\\ud83d"\n', "syntax"),
    _toml("equal keys", 'title = "A"\ntitle = "B"\n', "syntax"),
    _toml("NaN", "x-a = nan\n", "number-not-plain"),
    _toml("10^400", "x-a = 1e400\n", "number-not-plain"),
    _toml("400 digits", f"x-a = {'9' * 400}\n", "number-not-plain"),
    _toml("a million digits", lambda: f"x-a = {'9' * MB}\n", "number-not-plain"),
    _toml("a date", "title = 1979-05-27\n"),
)
CASES = (*YAML, *JSONS, *TOMLS)
