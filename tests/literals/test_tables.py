"""The tables that are shipped are those of the grammar, and give the parser that the grammar gives."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lark import Tree

from strokekit.literals import KINDS
from strokekit.literals.grammar import STARTS, built, grammar_text
from strokekit.literals.tables import load_parser, tables_of

TABLES = tables_of(built(grammar_text()), grammar_text())
TEXTS = [example for kind in KINDS.values() for example in kind.examples]
OTHERS = [
    "",
    "3..",
    "of of",
    "~40 s each side",
    "toward heart and",
    "light -> firm each repeat",
    "between knee and ankle",
    "$x",
    "(",
    "3 3",
]


def parsed(parser: Any, start: str, text: str) -> Any:
    """Give the tree of a text, or where it ends to be one."""
    try:
        return parser.parse(text, start=start)
    except Exception as problem:  # noqa: BLE001 - what it raises is compared
        return f"{type(problem).__name__} {getattr(problem, 'column', None)}"


def test_the_shipped_tables_are_current() -> None:
    """After a change of the grammar: `python -m tests.house.generated`."""
    shipped = load_parser(grammar_text())

    assert shipped is not None
    assert sorted(shipped.rules, key=str) == sorted(built(grammar_text()).rules, key=str)


@pytest.mark.parametrize("start", STARTS)
def test_both_parsers_say_the_same(start: str) -> None:
    """Of every example of every kind of literal, fitting this start or not, and of broken texts."""
    quick, slow = load_parser(grammar_text()), built(grammar_text())
    found = [parsed(quick, start, text) for text in (*TEXTS, *OTHERS)]

    assert found == [parsed(slow, start, text) for text in (*TEXTS, *OTHERS)]
    assert any(isinstance(tree, Tree) for tree in found)


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a list"),
        pytest.param(json.dumps(json.loads(TABLES) | {"lark": "0.1"}), id="another library"),
        pytest.param(tables_of(built(grammar_text()), "start: WORD"), id="another grammar"),
    ],
)
def test_other_tables_are_not_used(tables: str) -> None:
    """The parser is built from the grammar then."""
    assert load_parser(grammar_text(), tables) is None


def test_tables_come_back() -> None:
    """What is written is what is read."""
    parser = load_parser(grammar_text(), TABLES)

    assert parser is not None
    assert tables_of(parser, grammar_text()) == TABLES
