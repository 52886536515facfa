"""Strategies that several tests share: literals of every kind, as compact text from the grammar, as values, and JSON values.

Texts come from the grammar itself, so that a rule added there is tested without a change here. They are read against a vocabulary
that knows every word, so that what is tested is the grammar and not the catalogue.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from strokekit.literals import KINDS, Found, LevelWord, Literals
from strokekit.literals.grammar import grammar_text
from strokekit.literals.vocabulary import Row

PLURAL = "_many"
"""How the plural of a word ends in `EveryWord`."""
_LEVELS = {"light": ("1", "2"), "firm": ("3", "4"), "deep": ("4", "4")}


class EveryWord:
    """A vocabulary that knows every word: findings begin with `f_`, named paths with `p_`, plurals end in `_many`."""

    def find(self, group: str, word: str) -> Found | None:
        """Take the word for an id of the group; `unstated` is a word of the grammar."""
        if word == "unstated":
            return None
        if word.startswith({"finding": "f_", "path": "p_"}.get(group, "")) and (group != "region" or word[:2] != "f_"):
            return Found(word.removesuffix(PLURAL), plural=word.endswith(PLURAL))
        return None

    def suggest(self, group: str, word: str) -> str | None:  # noqa: ARG002 - the protocol's arguments
        """Suggest nothing."""
        return None

    def level(self, word: str) -> LevelWord | None:
        """Know three pressure words; the others need a number."""
        return LevelWord("walton", *_LEVELS[word]) if word in _LEVELS else None

    def plural(self, group: str, id: str) -> str | None:  # noqa: A002, ARG002 - the protocol's arguments
        """Give every word a plural."""
        return f"{id}{PLURAL}"

    def row(self, region: str) -> Row | None:  # noqa: ARG002 - the protocol's argument
        """Know of no row how many members it has."""
        return None


LITERALS = Literals(EveryWord())
"""The reader for generated literals."""

_TIMES = ("ms", "s", "min", "h", "breath", "breaths")
_LENGTHS = ("cm", "in", "mm", "m", "finger_width", "finger_widths", "hand_widths")
_UNITS = {
    "duration": _TIMES,
    "percent": ("%",),
    "quantity": ("ml", "g", "drops", "°C", "F", "cm"),
    "tempo": ("min", "s", "cm"),
    "temperature": ("°C", "°F", "C", "F"),
}
_WORDS = {
    "side": ("left", "both", "both_at_once", "midline", "near"),
    "pressure": ("light", "firm", "deep", "a1"),
    "lubricant": ("oil", "none"),
}
_ANY_WORDS = ("calf", "hand", "hand_many", "warm", "f_knots", "f_knots_many", "p_way", "thai.palming", "true", "a1")
_CLOSED = re.compile(r"^([A-Z]+)(?:\.2)?: /\(([^()]*)\)\(\?!.*/$", re.MULTILINE)


@functools.cache
def _lark(kind: str) -> Lark:
    """Build a rule's grammar for generating: its words with spaces around, and no look-aheads, which only tell words apart."""
    spaced = re.sub(r'"([a-z_]+)"', r'" \1 "', grammar_text())
    rule = KINDS[kind].start
    return Lark(_CLOSED.sub(_alternatives, spaced), start=[rule], parser="earley", maybe_placeholders=False)


def _alternatives(terminal: re.Match[str]) -> str:
    listed = " | ".join(f'" {word} "' for word in terminal[2].split("|"))
    return f"{terminal[1]}: {listed}"


@functools.cache
def texts(kind: str) -> st.SearchStrategy[str]:
    """Make compact texts of a kind from its rule in the grammar; the reader refuses few of them."""
    numbers = st.one_of(st.integers(1, 12).map(str), st.sampled_from(["0", "0.5", "1.25", "90", "2.50", "100"]))
    own = {
        "WORD": _spaced_words(_WORDS.get(kind, _ANY_WORDS)),
        "NUMBER": numbers,
        "UNIT": _spaced_words(_UNITS.get(kind, _LENGTHS)),
    }
    known = {terminal.name for terminal in _lark(kind).terminals}
    explicit = {name: strategy for name, strategy in own.items() if name in known}
    made = from_lark(_lark(kind), start=KINDS[kind].start, explicit=explicit).map(_tidy)
    return made.filter(lambda text: 0 < len(text) <= 300)  # longer ones show nothing new


def _spaced_words(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([f" {word} " for word in words])


def _tidy(text: str) -> str:
    """Put single spaces, and none at the ends."""
    return re.sub(" +", " ", text).strip()


@functools.cache
def read_texts(kind: str) -> st.SearchStrategy[str]:
    """Make texts of a kind that mean something."""
    return texts(kind).filter(lambda text: not LITERALS.read(kind, text).mistakes)


@functools.cache
def values(kind: str) -> st.SearchStrategy[Any]:
    """Make values of a kind that compact texts can say."""
    return read_texts(kind).map(lambda text: LITERALS.read(kind, text).value)


@functools.cache
def json_values() -> st.SearchStrategy[Any]:
    """Make JSON values of any shape, with keys and texts that resemble those of literals."""
    keys = st.sampled_from(
        sorted({key for kind in KINDS.values() if kind.long for key in kind.long.keys} | {"any", "all", "x-own"})
    )
    scraps = st.sampled_from(["light", "3 cm", "left", "3..", "5..3 min", "~", "->", "unstated", "$x", "a or b", "Ü", "each way"])
    leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), scraps, st.text(max_size=20))
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(st.one_of(keys, st.text(max_size=5)), inner, max_size=4)
        ),
        max_leaves=12,
    )
