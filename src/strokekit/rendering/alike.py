"""Whether a pass is done just as another one: on the other side its mirror image, for the next digit the same with its name.

It is asked of what the card says, not of what the plan holds: a pass that is not written out can't differ from what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from strokekit.rendering.card import Line, StepCard


def swapped(text: str, words: Mapping[str, str]) -> str:
    """Put words in place of others, all at once and only where they stand whole.

    >>> swapped("left of the right one", {"left": "right", "right": "left"})
    'right of the left one'
    """
    if not words:
        return text
    options = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{options})(?!\w)", lambda match: words[match[0]], text)


def alike(one: Iterable[StepCard], other: Iterable[StepCard], words: Mapping[str, str]) -> bool:
    """Tell whether the cards of one pass are those of the other once the words are swapped; texts to be said stay as they are."""
    return [_swapped(card, words) for card in one] == [attrs.evolve(card, number="") for card in other]


def _swapped(card: StepCard, words: Mapping[str, str]) -> StepCard:
    lines = tuple(line if line.quoted else _line(line, words) for line in card.lines)
    return attrs.evolve(card, number="", title=swapped(card.title, words), lines=lines)


def _line(line: Line, words: Mapping[str, str]) -> Line:
    return attrs.evolve(line, text=swapped(line.text, words))
