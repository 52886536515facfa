"""What the literals must know of a catalogue, and the mistakes they report. No catalogue is known here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

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


class Vocabulary(Protocol):
    """The words that a catalogue, with the local words of a document, knows."""

    def find(self, group: str, word: str) -> Found | None:
        """Look `word` up in a group such as `region`, `tool` or `sign`; plurals and aliases count."""

    def suggest(self, group: str, word: str) -> str | None:
        """Name the most similar word of the group, if one is similar enough to be meant."""

    def level(self, word: str) -> LevelWord | None:
        """Give the level of a pressure word."""


@attrs.frozen(kw_only=True)
class Mistake:
    """Something wrong in a literal: a code's name, where inside the value, and the facts for the code's words.

    `path` leads into the long form (keys and indexes), `start` and `end` are offsets in the text that stands there; with
    `end` None the whole value there is meant.
    """

    name: str
    path: tuple[str | int, ...] = ()
    start: int = 0
    end: int | None = None
    facts: Mapping[str, Any] = attrs.field(factory=dict)
    hints: tuple[str, ...] = ()

    def below(self, *path: str | int) -> Mistake:
        """The same mistake, seen from a value that holds this one under `path`."""
        return attrs.evolve(self, path=(*path, *self.path))


@attrs.define
class Builder:
    """One literal on its way from a parse tree to a value: the vocabulary to ask and the mistakes met."""

    vocabulary: Vocabulary
    mistakes: list[Mistake] = attrs.field(factory=list)

    def wrong(self, name: str, token: Any = None, *, hints: tuple[str, ...] = (), **facts: Any) -> None:
        """Note a mistake at `token` (a lark token or tree position pair), or at the whole text."""
        start, end = (token.start_pos, token.end_pos) if token is not None else (0, None)
        self.mistakes.append(Mistake(name=name, start=start, end=end, facts=facts, hints=hints))

    def word(self, group: str, token: Any) -> Found:
        """Look a token up; an unknown one is noted and stands for itself, so that reading goes on."""
        text = str(token)
        found = self.vocabulary.find(group, text)
        if found is None:
            self.unknown(group, token)
            return Found(text)
        return found

    def unknown(self, group: str, token: Any) -> None:
        """Note that the catalogue does not know `token`, with the word that may be meant."""
        text = str(token)
        near = self.vocabulary.suggest(group, text)
        hints = (f"did you mean `{near}`?",) if near else ()
        if group == "region":
            self.wrong("unknown-region", token, hints=hints, id=text)
        elif group == "scale":
            self.wrong("unknown-scale", token, hints=hints, id=text)
        elif group == "quantity":
            self.wrong("unknown-quantity", token, hints=hints, id=text)
        else:
            self.wrong("unknown-word", token, hints=hints, id=text, what=WHAT.get(group, group), group=DECLARED.get(group, group))


WHAT = {
    "tool": "contact tool",
    "part": "part of a region",
    "each": "unit to count by",
    "pose": "pose",
    "heading": "direction",
    "shape": "pattern",
}
"""How a group is called in messages, where its own name does not say it."""
DECLARED = {"tool": "tools", "thing": "things", "finding": "findings", "sign": "signs", "purpose": "purposes", "grip": "grips"}
"""Under which key of `words` a document declares words of a group."""
