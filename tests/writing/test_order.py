"""The order of keys: from the tables of the format, so that a new key has a place."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.literals.fields import DOSE, STATE
from strokekit.reading.envelope import DOCUMENT
from strokekit.reading.shapes import BLOCK, DEED, HEADS, NODE
from strokekit.writing.order import DOCUMENT_ORDER, NODE_ORDER, SECTION_ORDER, ordered


@pytest.mark.parametrize("order", [DOCUMENT_ORDER, NODE_ORDER, SECTION_ORDER], ids=["document", "node", "section"])
def test_every_key_has_one_place(order: tuple[str, ...]) -> None:
    """No order names a key twice."""
    assert len(order) == len(set(order))


@pytest.mark.parametrize("key", sorted({*NODE, *DEED, *BLOCK, *DOSE, *STATE, *HEADS}))
def test_every_key_of_a_node_has_a_place(key: str) -> None:
    """What a step, block or section may hold is in the order."""
    assert key in NODE_ORDER
    assert key in SECTION_ORDER


@pytest.mark.parametrize("key", sorted(DOCUMENT))
def test_every_key_of_a_document_has_a_place(key: str) -> None:
    """What a document may hold is in its order."""
    assert key in DOCUMENT_ORDER


@pytest.mark.parametrize(
    ("kind", "keys", "expected"),
    [
        pytest.param(
            "node",
            "steps note sides title id",
            "id title sides note steps",
            id="a block ends with its steps",
        ),
        pytest.param(
            "node",
            "slip note ask when repeat pressure tool where position label id technique",
            "technique id label position where tool pressure repeat when ask note slip",
            id="a step says what and where, with what, how firmly, how often, when, words, provenance",
        ),
        pytest.param("node", "id from choose", "choose id from", id="a choice"),
        pytest.param("node", "duration id say", "say id duration", id="what is said heads a cue"),
        pytest.param("node", "say duration technique", "technique duration say", id="but no step with another head"),
        pytest.param("section", "free phase id", "id free phase", id="a section begins with its name"),
        pytest.param("document", "claims sections title strokekit", "strokekit title sections claims", id="a document"),
        pytest.param("other", "read_as kind zz aa", "kind read_as zz aa", id="what is unknown comes last, as written"),
    ],
)
def test_keys_come_in_order(kind: str, keys: str, expected: str) -> None:
    """What a node is comes first, then what is done, and last the words and where it comes from."""
    data: dict[str, Any] = dict.fromkeys(keys.split(), 1)

    assert ordered(data, ("kind", "read_as"), kind=kind) == expected.split()
