"""Steps that return again and again: between the repetitions of a technique, between the steps of a block.

A technique with others between its repetitions becomes a block: its passes are repeated, and the others stand between them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from strokekit.composing.frame import Frame, Work
from strokekit.model.amounts import Range, exactly
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Given, PlanBlock, PlanNode, PlanStep
from strokekit.model.routine import Deed, Interspersed, Node, Step

WHOLE = ("duration", "share", "repeat", "rest")
"""Dose fields of a technique that hold for all its passes together."""


def between_steps(
    work: Work,
    steps: tuple[Step, ...],
    inter: Interspersed,
    frame: Frame,
    nodes: Callable[[Work, tuple[Any, ...], Frame], tuple[PlanNode, ...]],
) -> tuple[PlanNode, ...]:
    """Compose steps with others between each two of them, told apart by a number in their names."""
    made = [*nodes(work, steps[:1], frame)]
    for number, step in enumerate(steps[1:], start=1):
        reached = attrs.evolve(frame, members=f"{frame.members}[{number}]").because("interspersed", "step", inter.origin)
        made += [*nodes(work, inter.steps, reached), *nodes(work, (step,), frame)]
    return tuple(made)


def hosted(
    work: Work,
    deed: Deed,
    step: PlanStep,
    frame: Frame,
    nodes: Callable[[Work, tuple[Any, ...], Frame], tuple[PlanNode, ...]],
) -> PlanStep | PlanBlock:
    """Give a step as it is, or with others interspersed as the block of its passes."""
    inter = deed.interspersed
    if inter is None:
        return step
    reached = frame.because("interspersed", deed.node.id, inter.origin)
    others = nodes(work, inter.steps, reached)
    every = None if isinstance(inter.every, str) else inter.every
    piece = _piece(step, _once(step) if every is None else {})
    block = PlanBlock(
        name=step.name,
        origin=step.origin,
        node=work.rested(deed.node),
        first=(piece,),
        host=True,
        duration=_value(step.dose, "duration"),
        share=_value(step.dose, "share"),
        locked=step.locked,
        via=step.via,
        open=step.open,
    )
    if every is not None:
        return attrs.evolve(block, every=every, inserts=others)
    return attrs.evolve(block, again=(piece,), between=others, repeat=_passes(work, step))


def _piece(step: PlanStep, once: Mapping[str, Given]) -> PlanStep:
    """Give one pass of a step: without what holds for all of them, and without its words, which stand at the block."""
    whole = WHOLE if once else ("duration", "share", "rest")
    dose = {name: given for name, given in step.dose.items() if name not in whole}
    node = Node(origin=step.node.origin, id=f"{step.node.id}+pass")
    return attrs.evolve(step, name=f"{step.name}+pass", node=node, dose=FrozenMap({**dose, **once}), open="")


def _once(step: PlanStep) -> dict[str, Given]:
    """Give the repeat of a single pass; of passes that go each way it is one there and one back."""
    given = step.dose.get("repeat")
    each = given.value.each if given is not None and isinstance(given.value, Range) else None
    origin = given.origin if given is not None else step.origin
    return {"repeat": Given(value=exactly(1, each=each), by="technique" if given is None else given.by, origin=origin)}


def _passes(work: Work, step: PlanStep) -> Range[int]:
    """Give how many passes: as stated, else as the technique declares, which stays its estimate."""
    stated = _value(step.dose, "repeat")
    if isinstance(stated, Range):
        return attrs.evolve(stated, each=None)
    technique = work.catalog.technique(step.technique)
    written = technique.timing.passes if technique and technique.timing else 1
    declared = work.catalog.literals.read("count", written).value
    known: Range[int] = declared if isinstance(declared, Range) else exactly(1)
    return attrs.evolve(known, basis="estimate", source=step.technique)


def _value(dose: Mapping[str, Given], name: str) -> Any:
    given = dose.get(name)
    return given.value if given is not None and isinstance(given.value, Range) else None
