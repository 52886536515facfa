"""The treatment card as plain data: every line in words, in the order of the work. How it looks is the templates' business."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Line:
    """A label and what it labels. `quoted`: words that are said; `link`: an address that the text names, or empty."""

    label: str
    text: str
    quoted: bool = False
    link: str = ""


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
