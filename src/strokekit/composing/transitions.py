"""State as it changes from node to node, and the changes of position and place that cost time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.composing.frame import Frame, Work, stated
from strokekit.composing.mirror import mirror
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import PlanNode, PlanStep
from strokekit.model.routine import Block, Deed, Node, Step
from strokekit.model.state import Position

COSTLY = {"position": "turn_over", "therapist": "change_place"}
"""State whose change takes time → the action that a plan inserts where no step is that change."""


def change(work: Work, node: Node, frame: Frame) -> tuple[str, ...]:
    """Let the state of a node hold from here on; name the costly changes that this makes."""
    costly = []
    for key, written in node.state.items():
        value = _value(work, written, frame)
        if stated(value):
            before = work.state.get(key)
            if key in COSTLY and before is not None and not _alike(before, value):
                costly.append(key)
            work.state[key] = value
        else:
            work.state.pop(key, None)
    return tuple(costly)


def _value(work: Work, written: Any, frame: Frame) -> Any:
    value = tuple(work.value(part) for part in written) if isinstance(written, tuple) else work.value(written)
    return mirror(value, turns=False) if frame.mirrored else value


def _alike(before: Any, after: Any) -> bool:
    """Tell whether a state is among those that held before: `prone or supine` before `prone` is no change for certain."""
    return bool(before == after) or (isinstance(before, Position) and before.options[0] in after.options)


def is_change(work: Work, step: Step | None) -> bool:
    """Tell whether a step is itself a change of position or place."""
    technique = work.catalog.technique(step.technique) if isinstance(step, Deed) else None
    return technique is not None and technique.transition


def inserted(work: Work, node: Node, costly: tuple[str, ...], frame: Frame) -> tuple[PlanNode, ...]:
    """The changes that nobody wrote, made visible."""
    made: list[PlanNode] = []
    for key in costly:
        action = COSTLY[key]
        if work.catalog.technique(action) is not None:
            work.count()
            name = f"{node.id}{f'@{frame.side}' if frame.side else ''}+{action}"
            plain = Node(origin=node.origin, id=f"{node.id}+{action}")
            made.append(
                PlanStep(
                    name=name,
                    origin=node.origin,
                    technique=action,
                    hands_on=False,
                    node=plain,
                    via=(*frame.via, f"{key} changes"),
                    state=FrozenMap(work.state),
                    inserted=True,
                )
            )
    return tuple(made)


def first_step(step: Step) -> Step:
    """The first step that is done when `step` is."""
    while isinstance(step, Block) and step.steps:
        step = step.steps[0]
    return step


def either(before: Mapping[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The state after something that may or may not have been done: a position is one of the two."""
    joined = dict(after)
    old, new = before.get("position"), after.get("position")
    if isinstance(old, Position) and isinstance(new, Position) and old != new:
        options = tuple(dict.fromkeys((*old.options, *new.options)))
        joined["position"] = attrs.evolve(new, options=options)
    return joined
