"""Edits of documents as patches: every style, and what is refused."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from strokekit.errors import InvalidRoutine, UsageError
from strokekit.formats import Document, read_text
from strokekit.formats.changes import Change, Insert, Remove, Rename, Set


def read(text: str) -> Document:
    """Read a text, JSON where it looks like it."""
    return read_text(text, name="r.json" if text.startswith("{") else "r.yaml").require()


CASES: list[tuple[str, str, Change, str]] = [
    ("a scalar", "a: 1 # one\n", Set("/a", "no"), 'a: "no" # one\n'),
    ("a scalar by a mapping", "a: 1 # one\n", Set("/a", {"b": 2}), "a: {b: 2} # one\n"),
    ("a mapping by a scalar", "a:\n  b: 1\n  # two\nc: 3\n", Set("/a", 2), "a: 2\n  # two\nc: 3\n"),
    ("a list below a comment", "a: # one\n  # two\n  - 1 # three\n", Set("/a", 5), "a: # one\n  # two\n  5 # three\n"),
    ("a list at its key's column", "l: # c\n- a\nk: 1\n", Set("/l", "m"), "l: # c\n  m\nk: 1\n"),
    ("a block scalar", "a: |\n  one\n  two\nb: 1\n", Set("/a", "x"), "a: x\nb: 1\n"),
    ("a text of two lines", "a: 'x' # c\n", Set("/a", "two\nlines"), 'a: "two\\nlines" # c\n'),
    ("nothing", "x-a:\nb: 1\n", Set("/x-a", 2), "x-a: 2\nb: 1\n"),
    ("an alias", "a: &x 1\nb: *x\n", Set("/b", 2), "a: &x 1\nb: 2\n"),
    ("in flow style", "a: {b: 1,c: 2}\n", Set("/a/b", "x, y"), 'a: {b: "x, y",c: 2}\n'),
    ("a long list", "a: 1 # c\n", Set("/a", [{"b": 1}, {"c": 2}]), "a:\n  - {b: 1}\n  - {c: 2} # c\n"),
    ("a new key", "a:\n  b: 1 # c\n\n# end\n", Set("/a/d", 2), "a:\n  b: 1 # c\n  d: 2\n\n# end\n"),
    ("a new key behind a kept scalar", "a: |+\n  x\n\n\n", Set("/c", 1), "a: |+\n  x\n\n\nc: 1\n"),
    ("a new key at a cut end", "a: |\n  x", Set("/c", 1), "a: |-\n  x\nc: 1"),
    ("a new key in braces", "a: {b: 1,}\n", Set("/a/c", 2), "a: {b: 1, c: 2,}\n"),
    ("a new key in empty braces", "a: {}\n", Set("/a/c", 2), "a: {c: 2}\n"),
    ("a new key on its own line", "a: {\n  b: 1 # c\n}\n", Set("/a/d", 3), "a: {\n  b: 1,\n  d: 3 # c\n}\n"),
    ("a new key before another", "a: 1\n# b\nb: 2\n", Insert("/c", 3, before="b"), "a: 1\nc: 3\n# b\nb: 2\n"),
    ("a new first key", "# top\na: 1\n", Insert("/c", 3, before="a"), "c: 3\n# top\na: 1\n"),
    ("a key before one in braces", "a: {b: 1}\n", Insert("/a/c", 3, before="b"), "a: {c: 3, b: 1}\n"),
    ("an explicit key", "? a\n: b\n", Set("/c", 1), "? a\n: b\nc: 1\n"),
    ("a first item", "a:\n  # x\n  - x\n", Insert("/a/0", "w"), "a:\n  - w\n  # x\n  - x\n"),
    ("a first item in a dash's line", "a:\n  - - x\n    - t\n", Insert("/a/0/0", "w"), "a:\n  - - w\n    - x\n    - t\n"),
    ("an item between", "a:\n- x\n# t\n- t\n", Insert("/a/1", "w"), "a:\n- x\n- w\n# t\n- t\n"),
    (
        "a last item",
        "a:\r\n  - x\r\n",
        Insert("/a/-", {"b": [{"c": 1}, {"d": 1}]}),
        "a:\r\n  - x\r\n  - b:\r\n      - {c: 1}\r\n      - {d: 1}\r\n",
    ),
    ("a last item in brackets", "a: [\n  1,\n]\n", Insert("/a/-", 3), "a: [\n  1,\n  3,\n]\n"),
    ("an item in empty brackets", "a: []\n", Insert("/a/0", 3), "a: [3]\n"),
    ("an entry", "a: 1 # one\n# b\nb: 2\n", Remove("/a"), "# b\nb: 2\n"),
    ("the last entry", "a: 1\nb: 2", Remove("/b"), "a: 1\n"),
    ("the first of an item", "a:\n  - k: v # c\n    m: w\n", Remove("/a/0/k"), "a:\n  - m: w\n"),
    (
        "the first of an item above a comment",
        "a:\n  - k: v # c\n    # m\n    m: w\n",
        Remove("/a/0/k"),
        "a:\n  - \n    # m\n    m: w\n",
    ),
    ("the only entry", "a: # c\n  b: 1\n", Remove("/a/b"), "a: # c\n  {}\n"),
    ("the only key", "a: 1\n", Remove("/a"), "{}\n"),
    ("the last in braces", "a: {b: 1, c: 2,}\n", Remove("/a/c"), "a: {b: 1,}\n"),
    ("the first in brackets", "a: [1, # one\n  2]\n", Remove("/a/0"), "a: [ # one\n  2]\n"),
    ("the last below a comment", "a: [1, # one\n  2]\n", Remove("/a/1"), "a: [1, # one\n  ]\n"),
    ("the only one in brackets", "a: [1,]\n", Remove("/a/0"), "a: []\n"),
    ("a key", "a: # c\n  - 1\n", Rename("/a", "on"), '"on": # c\n  - 1\n'),
    ("a key in braces", "a: {b: 1}\n", Rename("/a/b", "x:y"), 'a: {"x:y": 1}\n'),
    ("a document in marks", "--- \na: 1\n...\n", Set("/b", 2), "--- \na: 1\nb: 2\n...\n"),
    ("behind a byte order mark", "\ufeffa: 1\n", Set("/b", 2), "\ufeffa: 1\nb: 2\n"),
    ("before the first behind a mark", "\ufeffa: 1\n", Insert("/b", 2, before="a"), "\ufeffb: 2\na: 1\n"),
    ("JSON on one line", '{"a":1}', Set("/b", [{"c": "ü"}]), '{"a":1, "b": [{"c": "ü"}]}'),
    (
        "JSON with a line each",
        '{\n\t"a": 1\n}',
        Set("/b", {"c": [1]}),
        '{\n\t"a": 1,\n\t"b": {\n\t  "c": [\n\t    1\n\t  ]\n\t}\n}',
    ),
    ("JSON replaced", '{\n  "a": 1\n}', Set("/a", {"c": 1}), '{\n  "a": {\n    "c": 1\n  }\n}'),
    ("JSON removed", '{\n  "a": 1,\n  "b": 2\n}', Remove("/a"), '{\n  "b": 2\n}'),
    ("JSON renamed", '{"a": 1}', Rename("/a", "b"), '{"b": 1}'),
]


@pytest.mark.parametrize(("text", "change", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_a_change_is_a_patch(text: str, change: Change, expected: str) -> None:
    """Each kind of change, in each style, touches no more of the text than it must."""
    assert read(text).edit().apply(change).text == expected


def test_calls_follow_one_another() -> None:
    """Each call speaks of what the calls before it left, and gives a new editing."""
    first = read("a:\n  - x\n  - t\n").edit()

    second = first.remove("/a/0").insert("/a/-", "z").set("/a/0", "w").rename("/a", "b")

    assert (first.text, second.text, second.document.data) == ("a:\n  - x\n  - t\n", "b:\n  - w\n  - z\n", {"b": ["w", "z"]})


def test_changes_at_once_speak_of_the_same_document() -> None:
    """Several changes may move one another's places: their pointers are those of the document before."""
    text = "a:\n  - x\n  - t\n  - z\n"

    made = read(text).edit().apply(Remove("/a/0"), Set("/a/1", "w"), Insert("/a/-", "end"), Rename("/a", "b"))

    assert made.text == "b:\n  - w\n  - z\n  - end\n"


ALIASES = "lib: &lib {where: calf, side: left}\nuse: *lib\nlast: 1\n"


@pytest.mark.parametrize(
    ("text", "changes", "problem"),
    [
        pytest.param(
            ALIASES,
            [Set("/use/where", "foot")],
            "'/use/where' stands inside the alias `*lib` at '/use': write the value out there first",
            id="inside an alias",
        ),
        pytest.param(
            ALIASES,
            [Set("/lib/where", "foot")],
            "'/lib/where': the alias `*lib` takes over what `&lib` names: write it out there first",
            id="inside what an alias takes over",
        ),
        pytest.param(
            ALIASES,
            [Remove("/lib")],
            "'/lib': the alias `*lib` takes over what `&lib` names: write it out there first",
            id="what an alias takes over",
        ),
        pytest.param(
            "a: 1\n",
            [Set("/a", 1.5)],
            "this can't be written at '/a' without changing something else: `1.5` is a bare decimal number",
            id="what the format refuses",
        ),
        pytest.param(
            "a: [b: 1]\n",
            [Set("/a/0/c", 2)],
            "this can't be written at '/a/0/c' without changing something else",
            id="a mapping without braces",
        ),
        pytest.param("a: 1\n", [Set("/a", {1: 2})], "a key is text, not 1", id="a key that is no text"),
        pytest.param(
            "a: {b: 1}\n", [Set("/a", 1), Set("/a/b", 2)], "two edits overlap: one ends at 9, the next begins at 7", id="overlap"
        ),
    ],
)
def test_what_would_touch_more_is_refused(text: str, changes: list[Change], problem: str) -> None:
    """A change that can't be made alone is refused with the place, and the document stays."""
    document = read(text)

    with pytest.raises(UsageError) as raised:
        document.edit().apply(*changes)

    assert str(raised.value) == problem
    assert document.source.text == text


def test_the_rest_of_a_document_with_aliases_can_be_changed() -> None:
    """Aliases elsewhere, and the place where one is written, are no hindrance."""
    made = read(ALIASES).edit().set("/last", 2).set("/use", "foot")

    assert made.text == "lib: &lib {where: calf, side: left}\nuse: foot\nlast: 2\n"


def test_a_later_version_is_not_edited() -> None:
    """A document of a later version of the format can be read and looked at, but not written."""
    document = read("strokekit: 2\ntitle: Feet\n")

    with pytest.raises(InvalidRoutine) as raised:
        document.edit()

    assert str(raised.value) == ("r.yaml:1:12: error[SK208] this file is written in version 2 of the format; this reader knows 1")
    assert document.value("/title") == "Feet"


def test_the_folder_of_a_document_stays(tmp_path: Path) -> None:
    """An edited document still knows where its includes are looked for."""
    document = read_text("a: 1", name="r.yaml", folder=tmp_path).require()

    assert document.edit().set("/a", 2).document.source.folder == document.source.folder


def test_text_is_indented_by_what_stands_there() -> None:
    """New lines take the indent of the text around them, whatever that is."""
    text = textwrap.dedent("""\
        a:
            - b:
                  - c: 1
    """)

    assert read(text).edit().set("/a/0/b/0/d", 2).text == text + "            d: 2\n"
