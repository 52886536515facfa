"""The grammar file, read once by the parser library, and the step from a text to a tree."""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

from strokekit.literals.tables import load_parser
from strokekit.literals.vocabulary import Mistake
from strokekit.model.place import ASPECTS, RELATIONS, SIDES
from strokekit.model.units import UNITS

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

STARTS = (
    "measure",
    "quantity",
    "tempo",
    "place",
    "path",
    "placement",
    "pattern",
    "direction",
    "phrases",
    "therapist",
    "pressure",
    "when",
    "until",
)
"""The rules that a field can ask for."""

_OWN_TOKEN = ("along", "around", "between")  # relations that also stand elsewhere in the grammar, as tokens of their own


def grammar_text() -> str:
    """Give the grammar with the closed vocabularies filled in, longest words first: `breaths` is not read as `breath`."""
    text = (resources.files(__package__) / "literals.lark").read_text(encoding="utf-8")
    relations = [word for word in RELATIONS if word not in _OWN_TOKEN]
    for name, words in (("RELATION", relations), ("ASPECT", ASPECTS), ("SIDE", SIDES), ("UNIT", UNITS)):
        text = text.replace(f"%{name}%", "|".join(sorted(words, key=len, reverse=True)))
    return text


@functools.cache
def reserved_words() -> frozenset[str]:
    """Give the words that the grammar itself uses: they can be no ids, words or names of values in a document.

    They are read off the grammar: its quoted words, and the words of its closed vocabularies, units included.

    >>> {"and", "left", "min", "steady"} <= reserved_words()
    True
    >>> "calf" in reserved_words()
    False
    """
    rules = re.sub(r"//.*", "", grammar_text())
    quoted = re.findall(r'"([a-z_]+)"', rules)
    closed = re.findall(r"^[A-Z]+\.2: /\(([^()]*)\)", rules, re.MULTILINE)
    words = [word for vocabulary in closed for word in vocabulary.split("|")]
    return frozenset(word for word in (*quoted, *words, "unstated") if re.fullmatch("[a-z][a-z_]*", word))


@functools.cache
def parser() -> Lark:
    """Give the parser, made of its tables once in a process, at the first literal."""
    text = grammar_text()
    return load_parser(text) or built(text)


def built(text: str) -> Lark:
    """Build the parser from the grammar: about a tenth of a second."""
    from lark import Lark

    return Lark(text, parser="lalr", lexer="contextual", start=list(STARTS), maybe_placeholders=False)


def parse(start: str, text: str) -> Tree[Token] | Mistake:
    """Parse `text` by the rule `start`; a text that does not fit gives the mistake, with its place inside the text."""
    from lark.exceptions import UnexpectedCharacters, UnexpectedInput

    try:
        return parser().parse(text, start=start)
    except UnexpectedCharacters as problem:
        return _strange(text, problem.column - 1)
    except UnexpectedInput as problem:
        return _misplaced(text, getattr(problem, "token", None))


def _strange(text: str, at: int) -> Mistake:
    """Make the mistake of a character that no word and no number holds; what it is part of is shown whole."""
    start, end = at, at + 1
    if text[at].isalnum() or text[at] == "_":
        start, end = at - len(_word_before(text, at)), at + len(_word_from(text, at))
    part = text[start:end]
    hints = (f"words are written in small letters: `{part.lower()}`",) if part != part.lower() else ()
    if re.match(r"\.[0-9]", text[at:]):
        number = _word_from(text, at + 1)
        return _literal(f"`.{number}` has no digit before its point", at, at + 1 + len(number), hints=(f"write `0.{number}`",))
    return _literal(f"`{part}` is not understood here", start, end, hints=hints)


def _word_before(text: str, at: int) -> str:
    return re.search(r"\w*$", text[:at]).group()  # type: ignore[union-attr]  # an empty match at the least


def _word_from(text: str, at: int) -> str:
    return re.match(r"\w*", text[at:]).group()  # type: ignore[union-attr]  # as above


def _misplaced(text: str, token: Any) -> Mistake:
    """Make the mistake of a word that stands where the grammar has another, or of a text that ends too early."""
    if token is not None and token.type != "$END":
        return _literal(f"`{token}` is not understood here", token.start_pos, token.end_pos)
    if not text.strip():
        return _literal("an empty text says nothing", 0, len(text))
    end = len(text.rstrip())
    return _literal(f"`{text.strip()}` ends too early", end - len(text[:end].rpartition(" ")[2]), end)


def _literal(problem: str, start: int, end: int, *, hints: tuple[str, ...] = ()) -> Mistake:
    return Mistake(name="literal", start=start, end=end, facts={"problem": problem}, hints=hints)
