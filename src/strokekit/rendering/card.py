"""The treatment card as plain data: every line in words, in the order of the work. How it looks is the templates' business."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Line:
    """A label and what it labels."""

    label: str
    text: str


@attrs.frozen(kw_only=True)
class StepCard:
    """One step: its number on the card, what it is, how long it takes, and its lines. `level` is the depth below the section."""

    number: str
    title: str
    time: str
    lines: tuple[Line, ...]
    prompts: tuple[Line, ...] = ()
    level: int = 0
    note: str = ""


@attrs.frozen(kw_only=True)
class SectionCard:
    """A section: its title and time, the state that holds from its start, its steps."""

    title: str
    phase: str
    time: str
    lines: tuple[Line, ...]
    steps: tuple[StepCard, ...]
    prompts: tuple[Line, ...] = ()
    note: str = ""


@attrs.frozen(kw_only=True)
class Card:
    """The whole card."""

    title: str
    summary: str
    facts: tuple[Line, ...]
    care: tuple[Line, ...]
    equipment: tuple[str, ...]
    sections: tuple[SectionCard, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    references: tuple[str, ...]
    """Where the cautions come from, numbered as in the steps."""
    words: dict[str, str]
    """The headings, by name."""
