"""Nothing of the format is without an example: every key of the schema, every word of its lists, every word of the grammars."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from strokekit import Engine
from tests.examples.coverage import Coverage
from tests.examples.files import COMPLETE, CONSTRUCTS, FRAGMENTS, INVALID, name_of
from tests.examples.spoken import expected, spoken

ENGINE = Engine()
ELSEWHERE = {
    "contraindications=unknown": "a construct leaves nothing open; some complete routines do",
    "document.requires": "needs a plugin: `invalid/document-requires-plugin`",
    "length.vague": "no named quantity of the catalogue is a length",
    "percent.vague": "the one named quantity of percent is the spread of `~`",
}
"""What no construct uses, and why."""


def load(paths: list[Any]) -> list[Any]:
    """Read files as plain data."""
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]


@cache
def coverage() -> Coverage:
    """What of the schema the constructs use."""
    made = Coverage(ENGINE.schema())
    for document in load([*CONSTRUCTS, *FRAGMENTS]):
        made.use(document)
    return made


def test_every_key_and_word_of_the_schema_is_used() -> None:
    """Some construct uses each key of each shape, and each word of each closed list."""
    made = coverage()

    assert sorted(made.there - made.used) == sorted(ELSEWHERE)


def test_what_no_construct_uses_stands_elsewhere() -> None:
    """What needs something that a construct has not is used by another example."""
    made = Coverage(ENGINE.schema())
    for document in load([*COMPLETE, *INVALID]):
        made.use(document) if document["strokekit"] == 1 else None

    assert {"contraindications=unknown", "document.requires"} <= made.used


def test_the_search_sees_what_is_missing() -> None:
    """An example that uses little leaves most of the schema unused."""
    made = Coverage(ENGINE.schema())
    made.use({"strokekit": 1, "title": "Little", "sections": [{"id": "a", "phase": "main", "free": "pool"}]})

    assert {"document.title", "phase=main", "free=pool"} <= made.used
    assert {"document.id", "phase=after", "free=region", "node.title"} <= made.there - made.used


@cache
def words() -> dict[str, set[str]]:
    """The words of the small grammars that the constructs use, by list."""
    used = defaultdict(set)
    for path in [*CONSTRUCTS, *FRAGMENTS]:
        for of, word in spoken(ENGINE.load(path).require()):
            used[of].add(word)
    return used


@pytest.mark.parametrize("of", expected(ENGINE.catalog))
def test_every_word_of_the_grammars_is_used(of: str) -> None:
    """Some construct uses each shape, relation, side, test, moment, change, end, rule and way."""
    assert expected(ENGINE.catalog)[of] - words()[of] == set()


REFERENCE = Path(__file__).parents[2] / "docs" / "format.md"


def test_the_reference_leads_to_every_construct() -> None:
    """The page of the format has a row for each construct, which links to its file, and to no file that is not there."""
    linked = re.findall(r"\.\./examples/routines/constructs/([a-z-]+)\.routine\.yaml", REFERENCE.read_text(encoding="utf-8"))
    rows = re.findall(r"^\| \[([a-z-]+)\]\(", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(rows) == sorted(name_of(path) for path in CONSTRUCTS)
    assert set(linked) == set(rows)
