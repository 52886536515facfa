"""A choice of some of several options: each composed from the same state, and afterwards the state is that of any of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from strokekit.composing import transitions
from strokekit.composing.frame import Frame, Work
from strokekit.model.amounts import exactly
from strokekit.model.plan import Open, PlanBlock, PlanChoice, PlanNode
from strokekit.model.routine import Choice, Node, Step


def compose_choice(
    work: Work, choice: Choice, frame: Frame, reason: Open, node: Callable[[Work, Step, Frame], tuple[PlanNode, ...]]
) -> PlanChoice:
    """Compose a choice; `node` composes an option."""
    inner = frame.inside(choice.node)
    count = work.amount(choice.count) or exactly(1)
    options, after = _options(work, choice, inner, node)
    least = 1 if count.min is None else count.min
    work.state = after if least else transitions.either(work.state, after, choice.node.id)
    if len(options) < least:
        work.wrong("too-few-options", f"{choice.node.origin}/choose", count=len(options), wanted=least)
    return PlanChoice(
        name=frame.name(choice.node),
        origin=choice.node.origin,
        node=work.rested(choice.node),
        count=count,
        options=options,
        by=choice.by,
        duration=work.amount(choice.node.duration),
        share=work.amount(choice.node.share),
        locked=inner.locked,
        via=frame.via,
        open=reason,
    )


def _options(
    work: Work, choice: Choice, inner: Frame, node: Callable[[Work, Step, Frame], tuple[PlanNode, ...]]
) -> tuple[tuple[PlanNode, ...], dict[str, Any]]:
    entered, pressure, before = dict(work.state), work.pressure, work.before
    options: list[PlanNode] = []
    after: dict[str, Any] | None = None
    for option in choice.options:
        work.state, work.pressure, work.before = dict(entered), pressure, before
        made = node(work, option, inner)
        if made:
            options.append(made[0] if len(made) == 1 else _bundle(option, made, inner))
            after = dict(work.state) if after is None else transitions.either(after, work.state, choice.node.id)
    work.state = entered
    return tuple(options), dict(entered) if after is None else after


def _bundle(option: Step, made: tuple[PlanNode, ...], frame: Frame) -> PlanBlock:
    """Bind an option and the change that it needs before it together."""
    node = Node(origin=option.node.origin, id=f"{option.node.id}+")
    return PlanBlock(name=f"{frame.name(option.node)}+", origin=option.node.origin, node=node, first=made, via=frame.via)
