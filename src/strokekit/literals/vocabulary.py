"""What the literals must know of a catalogue, and the mistakes they report. No catalogue is known here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Protocol

import attrs


@attrs.frozen
class Found:
    """A word of the catalogue: its id, and whether the plural was written."""

    id: str
    plural: bool = False


@attrs.frozen
class LevelWord:
    """What a pressure word means on a scale: the lowest and the highest level, as exact decimal texts."""

    scale: str
    low: str
    high: str


@attrs.frozen
class Row:
    """Regions that are counted: how many there are, and how many joints each has, the first first; empty: unknown."""

    count: int
    joints: tuple[int, ...] = ()


class Vocabulary(Protocol):
    """The words that a catalogue, with the local words of a document, knows."""

    def find(self, group: str, word: str) -> Found | None:
        """Look `word` up in a group such as `region`, `tool` or `sign`; plurals and aliases count."""

    def suggest(self, group: str, word: str) -> str | None:
        """Name the most similar word of the group, if one is similar enough to be meant."""

    def level(self, word: str) -> LevelWord | None:
        """Give the level of a pressure word."""

    def plural(self, group: str, id: str) -> str | None:  # noqa: A002 - the field's word
        """Give the plural of an id, or None where it has none."""

    def row(self, region: str) -> Row | None:
        """Give the members of a row of regions such as toes; None where the region is no row."""


@attrs.frozen(kw_only=True)
class Mistake:
    """Something wrong in a literal: a code's name, where inside the value, and the facts for the code's words.

    `path` leads into the long form (keys and indexes), `start` and `end` are offsets in the text that stands there; with
    `end` None the whole value there is meant, or with `on` the key.
    """

    name: str
    path: tuple[str | int, ...] = ()
    start: int = 0
    end: int | None = None
    facts: Mapping[str, Any] = attrs.field(factory=dict)
    hints: tuple[str, ...] = ()
    on: Literal["value", "key"] = "value"

    def below(self, *path: str | int) -> Mistake:
        """Give the same mistake as seen from a value that holds this one under `path`."""
        return attrs.evolve(self, path=(*path, *self.path))


@attrs.frozen
class Extent:
    """A stretch of a text, from the first token of something to its last."""

    start_pos: int
    end_pos: int | None


def extent(tree: Any) -> Extent:
    """Find where the tokens of a tree begin and end."""
    tokens = list(tree.scan_values(lambda _token: True))
    return Extent(min(token.start_pos for token in tokens), max(token.end_pos for token in tokens))


@attrs.define
class Builder:
    """One literal on its way from a parse tree to a value: the vocabulary to ask, the text, and the mistakes met."""

    vocabulary: Vocabulary
    text: str = ""
    mistakes: list[Mistake] = attrs.field(factory=list)

    def wrong(self, name: str, token: Any = None, *, hints: tuple[str, ...] = (), **facts: Any) -> None:
        """Note a mistake at `token` (whatever has a start and an end), or at the whole text."""
        start, end = (token.start_pos, token.end_pos) if token is not None else (0, None)
        self.mistakes.append(Mistake(name=name, start=start, end=end, facts=facts, hints=hints))

    def word(self, group: str, token: Any) -> Found:
        """Look a token up; an unknown one is noted and stands for itself, so that reading goes on."""
        return self.first((group,), token)

    def first(self, groups: tuple[str, ...], token: Any) -> Found:
        """Look a token up in several groups, the likeliest first; an unknown one counts as a word of that."""
        text = str(token)
        for group in groups:
            found = self.vocabulary.find(group, text)
            if found is not None:
                return found
        self.unknown(groups, token)
        return Found(text)

    def unknown(self, groups: tuple[str, ...], token: Any) -> None:
        """Note that the catalogue does not know `token`, with the word that may be meant."""
        text, group = str(token), groups[0]
        near = next((word for word in (self.vocabulary.suggest(group, text) for group in groups) if word), None)
        hints = (f"did you mean `{near}`?",) if near else ()
        what = WHAT.get(group, group)
        if group in NAMED:
            self.wrong(NAMED[group], token, hints=hints, id=text)
        elif group in DECLARED:
            self.wrong("unknown-word", token, hints=hints, id=text, what=what, group=DECLARED[group])
        else:
            problem = f"the catalogue has no {what} `{text}`"
            self.wrong("literal", token, hints=hints, problem=problem, expected="one that it has")


NAMED = {"region": "unknown-region", "scale": "unknown-scale", "quantity": "unknown-quantity"}
"""The groups whose unknown words have a code of their own."""
DECLARED = {"tool": "things", "thing": "things", "finding": "findings", "sign": "signs", "purpose": "purposes", "grip": "grips"}
"""Under which key of `words` a document declares words of a group; of the other groups it can declare none."""
WHAT = {
    "tool": "contact tool",
    "part": "part of a region",
    "each": "unit to count by",
    "heading": "direction",
    "shape": "pattern",
    "fact": "fact about a client",
    "decider": "word for what decides",
}
"""How a group is called in messages, where its own name does not say it."""
