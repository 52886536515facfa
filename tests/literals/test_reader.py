"""The reader of literals: what it remembers, how it pickles, local words."""

from __future__ import annotations

import pickle

import pytest

from strokekit import Engine
from strokekit.literals import Literals
from strokekit.literals.reader import LONGEST
from strokekit.plugins.catalog import LocalVocabulary


def test_a_text_is_read_once() -> None:
    """The same text gives the same reading, not an equal one."""
    literals = Engine().catalog.literals
    assert literals.read("count", "3..5") is literals.read("count", "3..5")


def test_kinds_do_not_mix_in_memory() -> None:
    """A text that two kinds can read has the value of each."""
    literals = Engine().catalog.literals
    assert literals.read("things", "stone").value != literals.read("tool", "stone").value


def test_too_long_texts_are_not_remembered() -> None:
    """A hostile file can't fill the memory with its long texts."""
    literals = Literals(Engine().catalog)
    assert literals.read("count", "x" * (LONGEST + 1)) is not literals.read("count", "x" * (LONGEST + 1))


def test_pickles_without_its_memory() -> None:
    """A reader comes back equal, with nothing remembered."""
    literals = Engine().catalog.literals
    literals.read("count", "3..5")
    back = pickle.loads(pickle.dumps(literals))  # noqa: S301 - our own bytes
    assert back == literals
    assert back.read("count", "3..5").value == literals.read("count", "3..5").value


def test_there_is_no_such_kind() -> None:
    """A kind that strokekit does not know is a programmer's mistake."""
    with pytest.raises(KeyError, match="'presure'"):
        Engine().catalog.literals.read("presure", "firm")


def test_a_documents_own_words() -> None:
    """A thing that the document declares may be used, also as a tool, and is written as it is."""
    literals = Literals(LocalVocabulary(Engine().catalog, {"thing": frozenset({"tennis_ball"})}))
    assert literals.read("tool", "tennis_ball").mistakes == ()
    assert literals.write("placement", literals.read("placement", "tennis_ball under sacral").value) == "tennis_ball under sacral"
