"""The steps of a section, for tests that know it to be a block."""

from __future__ import annotations

from typing import Any

from strokekit.model.routine import Block, Routine


def steps_in(routine: Routine, index: int = 0) -> tuple[Any, ...]:
    """Give the steps of a section."""
    step = routine.sections[index].step
    assert isinstance(step, Block)
    return step.steps
