"""Trees as YAML and JSON: where comments go, what stands on one line, what is kept as it is written."""

from __future__ import annotations

import textwrap

import pytest

from strokekit.formats import Document, read_text
from strokekit.formats.json_layout import json_text
from strokekit.formats.tree import Group, tree_of
from strokekit.formats.tree_reading import read_tree
from strokekit.formats.yaml_layout import yaml_text


def laid_out(text: str, *, kept: str = "-") -> str:
    """Lay a text out; what stands at the pointer `kept` stays as it is written."""
    document: Document = read_text(text, name="r.json" if text.startswith("{") else "r.yaml").require()
    tree = read_tree(document, keep=kept.__eq__)
    return json_text(tree.root) if document.syntax == "json" else yaml_text(tree.root, header=tree.header)


CASES: list[tuple[str, str, str]] = [
    ("indents", "a:\n- x\n-   b:\n         c: 1\n", "a:\n  - x\n  - {b: {c: 1}}\n"),
    ("quotes", "a: 'x'\n\"b\": \"no\"\nc: 'it''s'\n", 'a: x\nb: "no"\nc: it\'s\n'),
    ("line breaks and the mark", "\ufeffa: 1\r\nb: 2\r\n\r\n\r\n", "a: 1\nb: 2\n"),
    ("no last line break", "a: 1", "a: 1\n"),
    ("document marks", "--- \na: 1\n...\n", "a: 1\n"),
    ("explicit keys", "? a\n: b\n", "a: b\n"),
    ("comments behind", "a:    # one\n - x   # two\n - z\n", "a: # one\n  - x # two\n  - z\n"),
    ("comments above", "# top\n\na: 1\n # b\nb: 2\n", "# top\n\na: 1\n# b\nb: 2\n"),
    ("comments at the end of a list", "a:\n  - x\n  # last\n# b\nb: 2\n", "a:\n  - x\n  # last\n# b\nb: 2\n"),
    ("comments at the end of a file", "a:\n  - x\n  # last\n\n# end\n", "a:\n  - x\n  # last\n\n# end\n"),
    ("comments in braces", "a: { # one\n  b: 1, # two\n  # three\n}\n", "a:\n  # one\n  b: 1 # two\n  # three\n"),
    ("comments in empty braces", "a: { # one\n}\n", "# one\na: {}\n"),
    ("a comment behind braces", "a: {b: 1} # one\n", "a: {b: 1} # one\n"),
    ("a comment behind long braces", f"a: [{'x, ' * 50}x] # one\n", "a: # one\n" + "  - x\n" * 51),
    ("a comment behind braces with one", "a: [1, # one\n  2] # two\n", "a:\n  - 1 # one\n  - 2\n  # two\n"),
    (
        "a comment behind a dash",
        "a:\n  - # one\n    b: 1\n    c: [1, [2]]\n",
        "a:\n  # one\n  - b: 1\n    c:\n      - 1\n      - [2]\n",
    ),
    ("empty lines", "a: 1\n\n\n\nb:\n\n  - 1\n\n  - {c: 1}\n", "a: 1\n\nb:\n  - 1\n\n  - {c: 1}\n"),
    ("a block scalar", "a:\n    b: |2-\n        x\n      y: z\n", "a:\n  b: |2-\n      x\n    y: z\n"),
    ("a block scalar with a comment", "a: > # why\n      x\n      y\n\nb: 1\n", "a: > # why\n  x\n  y\n\nb: 1\n"),
    ("a kept end", "a: |+\n    x\n\n\nb: 1\n", "a: |+\n  x\n\n\nb: 1\n"),
    ("a text on two lines", "a: 'x\n      y' # c\nb: x\n  z\n", "a: 'x\n  y' # c\nb: x\n  z\n"),
    ("anchors and aliases", "a:   &x [1]\nb: [*x, &z 2]\nc: &q\n   d: *z\n", "a: &x [1]\nb: [*x, &z 2]\nc: &q {d: *z}\n"),
    (
        "x- keys",
        "a: {x-b:  [ 1.50,null ], c:  1}\nx-d:\n     e:   'f' # g\n     h: ~\n",
        "a: {x-b:  [ 1.50,null ], c: 1}\nx-d:\n     e:   'f' # g\n     h: ~\n",
    ),
    (
        "an x- key that moves",
        "a:\n     b: [1, [2]]\n     x-c:\n       - d:   1\n",
        "a:\n  b:\n    - 1\n    - [2]\n  x-c:\n    - d:   1\n",
    ),
    ("an x- key without a colon", "a: {x-b, c: 1}\n", "a: {x-b: null, c: 1}\n"),
    ("JSON", '{"a": [1,{"b":"\\u00fc"}], "c": {}}', '{\n  "a": [\n    1,\n    {\n      "b": "ü"\n    }\n  ],\n  "c": {}\n}\n'),
    ("x- keys of JSON", '{"a": {"x-b": [1.50,\n   null]}}', '{\n  "a": {\n    "x-b": [1.50,\n       null]\n  }\n}\n'),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_a_text_is_laid_out(text: str, expected: str) -> None:
    """The layout is the same whatever it was before; comments stand with what they stood at, and `x-` keys are kept."""
    assert laid_out(text) == expected


@pytest.mark.parametrize("text", [pytest.param(case[2], id=case[0]) for case in CASES])
def test_a_layout_is_final(text: str) -> None:
    """What is laid out stays as it is."""
    assert laid_out(text) == text


def test_a_part_is_kept_byte_for_byte() -> None:
    """What is to be kept stays as it is written, comments and all, and moves with what it belongs to."""
    text = "steps:\n- technique:   thai.palming # theirs\n  # and\n  where:  'calf'   # ours\n- {a:   1}\n"

    assert laid_out(text, kept="/steps/0") == (
        "steps:\n  - technique:   thai.palming # theirs\n    # and\n    where:  'calf' # ours\n  - {a: 1}\n"
    )


def test_a_kept_part_in_braces_stays_on_its_lines() -> None:
    """A kept item of a list in brackets gets a dash where the list gets lines, and no more."""
    text = "steps: [{technique:   thai.palming,\n  where:  calf}, {a:   1}, {b:   2}]\n"

    assert laid_out(text, kept="/steps/0") == (
        "steps:\n  - {technique:   thai.palming,\n    where:  calf}\n  - {a: 1}\n  - {b: 2}\n"
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            {"a": [{f"k{n}": n for n in range(6)}, {}]}, "a:\n  - {k0: 0, k1: 1, k2: 2, k3: 3, k4: 4, k5: 5}\n  - {}\n", id="six"
        ),
        pytest.param(
            {"a": [{f"k{n}": n for n in range(7)}]},
            "a:\n  - k0: 0\n    k1: 1\n    k2: 2\n    k3: 3\n    k4: 4\n    k5: 5\n    k6: 6\n",
            id="seven",
        ),
        pytest.param({"a": {f"k{n}": n for n in range(5)}}, "a: {k0: 0, k1: 1, k2: 2, k3: 3, k4: 4}\n", id="five behind a key"),
        pytest.param(
            {"a": {f"k{n}": n for n in range(6)}}, "a:\n" + "".join(f"  k{n}: {n}\n" for n in range(6)), id="six behind a key"
        ),
        pytest.param({"a": {"b": "x" * 74}}, f"a: {{b: {'x' * 74}}}\n", id="eighty wide"),
        pytest.param({"a": {"b": "x" * 76}}, f"a:\n  b: {'x' * 76}\n", id="wider"),
        pytest.param({"a": [{"b": 1}]}, "a: [{b: 1}]\n", id="one item"),
        pytest.param({"a": [{"b": 1}, {"c": 1}]}, "a:\n  - {b: 1}\n  - {c: 1}\n", id="two items"),
        pytest.param({"a": ["x"] * 3, "b": []}, "a: [x, x, x]\nb: []\n", id="scalars"),
        pytest.param({"a": {"b": [{"c": 1}]}}, "a:\n  b: [{c: 1}]\n", id="a list in a mapping"),
        pytest.param({"a": "x\ny"}, 'a: "x\\ny"\n', id="two lines"),
        pytest.param({}, "{}\n", id="nothing"),
    ],
)
def test_short_parts_stand_on_one_line(data: dict[str, object], expected: str) -> None:
    """Few short fields stand on one line: of an item more than behind a key."""
    tree = tree_of(data)
    assert isinstance(tree, Group)

    assert yaml_text(tree) == expected


def test_a_wide_group_has_a_line_for_each_part() -> None:
    """A mapping that is marked so is never put on one line."""
    tree = tree_of({"values": {"passes": {"type": "count"}}})
    assert isinstance(tree, Group)
    assert isinstance(tree.entries[0].node, Group)
    tree.entries[0].node.wide = True

    assert yaml_text(tree) == textwrap.dedent("""\
        values:
          passes: {type: count}
    """)
