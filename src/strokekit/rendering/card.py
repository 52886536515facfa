"""The treatment card as plain data: every line in words, in the order of the work. How it looks is the templates' business."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import attrs


@attrs.frozen(kw_only=True)
class Line:
    """A label and what it labels. `quoted`: words that are said; `link`: an address that the text names, or empty.

    `concern` is what a caution is about, in words; empty for every other line. A caution is said in full once on a card.
    """

    label: str
    text: str
    quoted: bool = False
    link: str = ""
    concern: str = ""


def grouped(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """Put lines that follow each other and have one label under it.

    >>> [(label, len(under)) for label, under in grouped([Line(label="Stop", text="a"), Line(label="Stop", text="b")])]
    [('Stop', 2)]
    """
    return [(label, list(under)) for label, under in groupby(lines, key=lambda line: line.label)]


@attrs.frozen(kw_only=True)
class StepCard:
    """One step: its number on the card, what it is, how long it takes, and its lines. `level` is the depth below the section.

    `time` is empty for what takes none of its own, such as a checkpoint.
    """

    number: str
    title: str
    time: str
    lines: tuple[Line, ...]
    level: int = 0
    note: str = ""


@attrs.frozen(kw_only=True)
class SectionCard:
    """A section: its title and time, what holds from its start, its steps."""

    title: str
    phase: str
    time: str
    lines: tuple[Line, ...]
    steps: tuple[StepCard, ...]
    note: str = ""


@attrs.frozen(kw_only=True)
class Card:
    """The whole card."""

    title: str
    summary: str
    facts: tuple[Line, ...]
    care: tuple[Line, ...]
    questions: tuple[Line, ...]
    """What is asked before the first stroke."""
    equipment: tuple[str, ...]
    vocabulary: tuple[Line, ...]
    """The places and scales that the routine declares itself."""
    sections: tuple[SectionCard, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    references: tuple[str, ...]
    """Where the cautions come from, numbered as in the steps."""
    words: dict[str, str]
    """The headings, by name."""
