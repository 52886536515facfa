"""The grammar file, read once by the parser library, and the step from a text to a tree."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING, Any

from strokekit.literals.vocabulary import Mistake
from strokekit.model.place import ASPECTS, RELATIONS, SIDES
from strokekit.model.units import UNITS

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

STARTS = (
    "measure",
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

_OWN_TOKEN = ("along", "around", "across")  # relations that also stand elsewhere in the grammar, as tokens of their own


def grammar_text() -> str:
    """The grammar with the closed vocabularies filled in, longest words first so that `breaths` is not read as `breath`."""
    text = (resources.files(__package__) / "literals.lark").read_text(encoding="utf-8")
    relations = [word for word in RELATIONS if word not in _OWN_TOKEN]
    for name, words in (("RELATION", relations), ("ASPECT", ASPECTS), ("SIDE", SIDES), ("UNIT", UNITS)):
        text = text.replace(f"%{name}%", "|".join(sorted(words, key=len, reverse=True)))
    return text


@functools.cache
def parser() -> Lark:
    """Build the parser: about a tenth of a second, once in a process, at the first literal."""
    from lark import Lark  # noqa: PLC0415 - importing strokekit must not import the parser library

    return Lark(grammar_text(), parser="lalr", lexer="contextual", start=list(STARTS), maybe_placeholders=False)


def parse(start: str, text: str) -> Tree[Token] | Mistake:
    """Parse `text` by the rule `start`; a text that does not fit gives the mistake, with its place inside the text."""
    from lark.exceptions import UnexpectedInput  # noqa: PLC0415 - as above

    try:
        return parser().parse(text, start=start)
    except UnexpectedInput as problem:
        return _mistake(text, problem)


def _mistake(text: str, problem: Any) -> Mistake:
    start = getattr(problem, "pos_in_stream", None)
    token = getattr(problem, "token", None)
    if token is not None and token.type == "$END":
        return Mistake(name="literal", start=0, end=len(text), facts={"problem": f"`{text}` ends too early", "at": len(text)})
    start = 0 if start is None else start
    end = token.end_pos if token is not None and token.end_pos is not None else start + 1
    rest = text[start:end] or text
    return Mistake(name="literal", start=start, end=end, facts={"problem": f"`{rest}` is not understood here", "at": start})
