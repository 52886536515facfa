"""State as it changes from node to node, and the changes of position and place that cost time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.composing.frame import Frame, Work, stated
from strokekit.composing.mirror import mirror
from strokekit.composing.screening import lubricated, positioned
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Either, PlanNode, PlanStep, Via
from strokekit.model.routine import Block, Deed, Node, Step
from strokekit.model.state import Position

COSTLY = {"position": "turn_over", "therapist": "change_place"}
"""State whose change takes time → the action that a plan inserts where no step is that change."""


def change(work: Work, node: Node, frame: Frame) -> tuple[str, ...]:
    """Let the state of a node hold from here on; name the costly changes that this makes."""
    costly = []
    for key, written in node.state.items():
        value = _value(work, key, written, frame, node)
        if stated(value):
            before = work.state.get(key)
            if key in COSTLY and before is not None and not _alike(before, value):
                costly.append(key)
            work.state[key] = value
        else:
            work.state.pop(key, None)
    return tuple(costly)


def _value(work: Work, key: str, written: Any, frame: Frame, node: Node) -> Any:
    """Give what a state is at this point: values filled in, mirrored, and changed by the answers of the client."""
    value = tuple(work.value(part, frame) for part in written) if isinstance(written, tuple) else work.value(written, frame)
    value = mirror(value, turns=False) if frame.mirrored else value
    if key == "lubricant":
        return lubricated(work, value, f"{node.origin}/lubricant")
    return positioned(work, value, f"{node.origin}/position") if key == "position" else value


def _alike(before: Any, after: Any) -> bool:
    """Tell whether a state may hold already: `prone or supine` after `prone` is no change for certain."""
    if isinstance(before, Either):
        return any(option is None or _alike(option, after) for option in before.options)
    both = isinstance(before, Position) and isinstance(after, Position)
    return bool(before == after) or (both and before.options[0] in after.options)


def is_change(work: Work, step: Step | None) -> bool:
    """Tell whether a step is itself a change of position or place."""
    technique = work.catalog.technique(step.technique) if isinstance(step, Deed) else None
    return technique is not None and technique.transition


def inserted(work: Work, node: Node, costly: tuple[str, ...], frame: Frame, *, why: str = "") -> tuple[PlanNode, ...]:
    """Make the changes that nobody wrote visible; `why` tells them from those that the node itself has."""
    actions = [(key, COSTLY[key]) for key in costly if work.catalog.technique(COSTLY[key]) is not None]
    return tuple(_inserted(work, node, frame, key, f"{action}{why}", action) for key, action in actions)


def _inserted(work: Work, node: Node, frame: Frame, key: str, name: str, action: str) -> PlanStep:
    work.count()
    return PlanStep(
        name=f"{frame.name(node)}+{name}",
        origin=node.origin,
        technique=action,
        hands_on=False,
        node=Node(origin=node.origin, id=f"{node.id}+{name}"),
        via=(*frame.via, Via(kind="inserted", what=key, origin=node.origin)),
        state=FrozenMap(work.state),
        inserted=True,
    )


def first_step(step: Any) -> Any:
    """Give the first step that is done when `step` is."""
    while isinstance(step, Block) and step.steps:
        step = step.steps[0]
    return step


def either(before: Mapping[str, Any], after: Mapping[str, Any], by: str) -> dict[str, Any]:
    """Give the state after something that may or may not have been done: what differs is one of the two."""
    joined = dict(after)
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if old != new:
            options = [option for value in (old, new) for option in (value.options if isinstance(value, Either) else (value,))]
            joined[key] = Either(options=tuple(_unique(options)), by=by)
    return joined


def _unique(values: list[Any]) -> list[Any]:
    """Drop what is there already; states may hold what has no hash."""
    return [value for index, value in enumerate(values) if value not in values[:index]]
