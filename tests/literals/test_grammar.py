"""The grammar: its reserved words, and that a parser is built for every kind."""

from __future__ import annotations

import pytest

from strokekit import Engine
from strokekit.literals import KINDS, reserved_words
from strokekit.literals.grammar import STARTS
from strokekit.model.place import ASPECTS, RELATIONS, SIDES
from strokekit.model.units import TIME_UNITS


@pytest.mark.parametrize("words", [ASPECTS, RELATIONS, SIDES, tuple(TIME_UNITS)], ids=["aspects", "relations", "sides", "times"])
def test_closed_vocabularies_are_reserved(words: tuple[str, ...]) -> None:
    """The words of the closed vocabularies can be no ids."""
    assert set(words) <= reserved_words()


@pytest.mark.parametrize(
    "word", ["and", "or", "of", "each", "unstated", "steady", "deeper", "clockwise", "wanted", "pass", "first"]
)
def test_words_of_the_grammar_are_reserved(word: str) -> None:
    """The quoted words of the grammar can be no ids."""
    assert word in reserved_words()


def test_reserved_words_are_words() -> None:
    """Nothing but words is reserved: no signs, no remains of a rule's name or comment."""
    assert all(word.replace("_", "").isalpha() and word.islower() for word in reserved_words())
    assert not {"measure", "spot", "level", "word", "calf"} & reserved_words()


@pytest.mark.parametrize("group", ["region", "tool", "thing", "finding", "sign", "grip"])
def test_the_catalogue_keeps_off_reserved_words(group: str) -> None:
    """No word that a document could mean is one of the grammar's, which would make it unreachable."""
    catalog = Engine().catalog
    assert [word for word in reserved_words() if catalog.find(group, word)] == []


def test_every_kind_has_a_rule() -> None:
    """Each kind starts at a rule that the parser is built for, and no rule is built for nothing."""
    assert {kind.start for kind in KINDS.values()} == set(STARTS)
