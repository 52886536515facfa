"""A caution that several steps have is said in full at the first of them; the others name it and refer to that one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from strokekit.rendering.card import Line, SectionCard, StepCard
from strokekit.rendering.messages import Messages


def said_once(sections: Iterable[SectionCard], messages: Messages) -> tuple[SectionCard, ...]:
    """Shorten what the steps of a card repeat. It is done when all is written, since passes are compared in full."""
    said: dict[str, str] = {}
    return tuple(attrs.evolve(section, steps=tuple(_steps(section.steps, said, messages))) for section in sections)


def _steps(steps: Iterable[StepCard], said: dict[str, str], messages: Messages) -> Iterator[StepCard]:
    for step in steps:
        again = [line for line in step.lines if line.concern and line.text in said]
        said |= {line.text: step.number for line in step.lines if line.concern and line.text not in said}
        yield attrs.evolve(step, lines=tuple(_lines(step.lines, again, said, messages))) if again else step


def _lines(lines: Iterable[Line], again: list[Line], said: dict[str, str], messages: Messages) -> Iterator[Line]:
    """Give the lines with all that is referred to in one, where the first of them stood."""
    for line in lines:
        if line not in again:
            yield line
        elif line is again[0]:
            parts = [messages.say("caution-again", condition=one.concern, step=said[one.text]) for one in again]
            yield attrs.evolve(line, text=messages.join("comma", dict.fromkeys(parts)))
