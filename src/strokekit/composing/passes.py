"""Whether steps ask which pass of the loop around them it is; what they ask of a loop of their own is nobody else's business."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from strokekit.model.condition import Condition, When
from strokekit.model.routine import Block, Choice, Deed, Deferred, Include


def asks_pass(steps: Iterable[Any]) -> bool:
    """Tell whether any of the steps asks `pass first` or `pass last` of the loop right around them."""
    return any(_asks(step) for step in steps)


def _asks(step: Any) -> bool:
    if _condition(step.node.when):
        return True
    match step:
        case Deed():
            inner = step.interspersed.steps if step.interspersed else ()
            return any(_condition(but.when) for but in step.but) or asks_pass(inner)
        case Choice():
            return asks_pass(step.options)
        case Block():
            return not _loops(step) and asks_pass(step.steps)
        case Include():
            return False
    return False


def _loops(block: Block) -> bool:
    return block.repeat is not None or block.sides is not None


def _condition(when: Any) -> bool:
    """Tell whether a condition asks for the pass; one that names values may."""
    if isinstance(when, Deferred):
        return "pass" in str(when.written)
    if isinstance(when, When):
        return any(_condition(part) for part in when.parts)
    return isinstance(when, Condition) and when.test == "pass"
