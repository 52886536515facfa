"""Routine → Plan: defaults inherited, values filled in, conditions decided, sides expanded, state followed.

Nothing is timed here, and repeats stay open: how often and how long is decided by whoever fits the plan to a time. What one
technique or action becomes stands in `deeds`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.composing import transitions
from strokekit.composing.conditions import decide, faults
from strokekit.composing.deeds import compose_deed
from strokekit.composing.frame import MAX_STEPS, Frame, TooManySteps, Work
from strokekit.composing.mirror import other
from strokekit.composing.values import settle
from strokekit.diagnostics import Outcome
from strokekit.literals import Literals
from strokekit.model.amounts import exactly
from strokekit.model.condition import When
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import (
    LeftOut,
    Open,
    Plan,
    PlanBlock,
    PlanChoice,
    PlanCue,
    PlanNode,
    PlanSection,
)
from strokekit.model.routine import Block, Choice, Deed, Node, Routine, Section, Spoken, Step
from strokekit.plugins.catalog import Catalog, LocalVocabulary

_SIDES = {"each": ("left", "right"), "left then right": ("left", "right"), "right then left": ("right", "left")}


def compose(
    routine: Routine, catalog: Catalog, *, values: Mapping[str, Any] | None = None, limit: int = MAX_STEPS
) -> Outcome[Plan]:
    """Resolve a routine against a catalogue, with some of its values set.

    The report holds what only shows once everything is resolved; the plan is None when an error is among it.

    Args:
        routine: what its author meant.
        catalog: the techniques, regions and words that it is resolved against.
        values: name → value, for the values that the routine declares; a text is read as it would be in a file.
        limit: how many nodes the plan may hold.
    """
    outcome = compose_partial(routine, catalog, values=values or {}, limit=limit)
    return outcome if outcome.report.ok else Outcome(None, outcome.report)


def compose_partial(routine: Routine, catalog: Catalog, *, values: Mapping[str, Any], limit: int = MAX_STEPS) -> Outcome[Plan]:
    """Resolve as much of a routine as can be resolved, whatever the report says.

    For checks that go on past the first mistakes; nobody should be given a treatment plan that was made of it.
    """
    literals = _literals(routine, catalog)
    settings = settle(routine, values, literals)
    work = Work(routine=routine, catalog=catalog, literals=literals, values=settings.values, limit=limit)
    work.problems += settings.problems
    if settings.problems:
        return Outcome(None, work.report())
    sections = _sections(work)
    report = work.report()
    if sections is None:
        return Outcome(None, report)
    plan = Plan(
        routine=routine,
        sections=sections,
        settings=settings.values,
        left_out=tuple(dict.fromkeys(work.left_out)),
        catalog=catalog.fingerprint,
    )
    return Outcome(plan, report)


def _literals(routine: Routine, catalog: Catalog) -> Literals:
    own = {group: frozenset(ids) for group, ids in routine.words.items()}
    return Literals(LocalVocabulary(catalog, FrozenMap(own))) if own else catalog.literals


def _sections(work: Work) -> tuple[PlanSection, ...] | None:
    """Compose all sections; None where they unroll to more nodes than the limit."""
    routine = work.routine
    root = Node(origin="", id="", avoid=routine.avoid, cap=routine.cap)
    frame = Frame().inside(root, routine.defaults)
    try:
        return tuple(made for section in routine.sections for made in _section(work, section, frame))
    except TooManySteps:
        work.wrong("too-many-steps", "/sections", limit=work.limit)
        return None


def _section(work: Work, section: Section, frame: Frame) -> tuple[PlanSection, ...]:
    """Compose a section: one block, so that a change inserted before it becomes its first step; none if it is not done."""
    work.pressure = None
    *changes, block = _node(work, section.block, frame) or (None,)
    if not isinstance(block, PlanBlock):
        return ()
    whole = attrs.evolve(block, first=(*changes, *block.first)) if changes else block
    return (PlanSection(block=whole, phase=section.phase),)


def _nodes(work: Work, steps: tuple[Step, ...], frame: Frame) -> tuple[PlanNode, ...]:
    made: list[PlanNode] = []
    for step in steps:
        made += _node(work, step, frame)
    return tuple(made)


def _node(work: Work, step: Step, frame: Frame) -> tuple[PlanNode, ...]:
    """Compose one step: nothing if it is decided against, else the step, after any change that it makes necessary."""
    node = step.node
    held = _holds(work, node)
    if held is False:
        work.left_out.append(LeftOut(name=frame.name(node), origin=node.origin, why="its condition does not hold"))
        return ()
    entered = dict(work.state)
    costly = transitions.change(work, node, frame)
    covered = any(transitions.is_change(work, found) for found in (work.before, transitions.first_step(step)))
    new = () if covered or not costly else transitions.inserted(work, node, costly, frame)
    reason: Open = "optional" if node.optional else "condition" if held is None else ""
    made = _made(work, step, frame, reason)
    if reason:
        work.state = transitions.either(entered, work.state, node.id)
    return (*new, *made)


def _holds(work: Work, node: Node) -> bool | None:
    """Tell whether a node is done: decided, or None while its condition is open; without a condition it is."""
    when = work.value(node.when)
    if not isinstance(when, When):
        return True
    work.problems += faults(when, work.routine.values, work.literals, f"{node.origin}/when")
    return decide(when, work.values, work.state)


def _made(work: Work, step: Step, frame: Frame, reason: Open) -> tuple[PlanNode, ...]:
    work.count()
    match step:
        case Deed():
            work.before = step
            return (compose_deed(work, step, frame, reason),)
        case Block():
            return (_block(work, step, frame, reason),)
        case Choice():
            return (_choice(work, step, frame, reason),)
        case Spoken():
            name, node = frame.name(step.node), step.node
            return (PlanCue(name=name, origin=node.origin, node=node, via=frame.via, open=reason, state=FrozenMap(work.state)),)


def _block(work: Work, block: Block, frame: Frame, reason: Open) -> PlanBlock:
    inner = frame.inside(block.node, block.defaults)
    repeat = work.amount(block.repeat)
    entered, pressure = dict(work.state), work.pressure
    first = _pass(work, block, inner)
    between: tuple[PlanNode, ...] = ()
    again: tuple[PlanNode, ...] = ()
    if repeat is not None and repeat.max != 1:
        between = _nodes(work, block.between, inner)
        work.pressure = pressure
        again = first if work.state == entered else _again(work, block, inner)
    return PlanBlock(
        name=frame.name(block.node),
        origin=block.node.origin,
        node=block.node,
        first=first,
        again=again,
        between=between,
        repeat=repeat,
        duration=work.amount(block.duration),
        via=frame.via,
        open=reason,
        any_order=block.order == "any",
    )


def _again(work: Work, block: Block, inner: Frame) -> tuple[PlanNode, ...]:
    """Compose a later pass: it starts from the state that the first one left, and the change back is counted."""
    costly = transitions.change(work, block.node, inner)
    return (*_change_back(work, block, inner, costly, why="_again"), *_pass(work, block, inner))


def _change_back(work: Work, block: Block, frame: Frame, costly: tuple[str, ...], *, why: str = "") -> tuple[PlanNode, ...]:
    """Insert a change that neither the end of `between` nor the first step of the next pass is."""
    first = transitions.first_step(block.steps[0]) if block.steps else None
    covered = transitions.is_change(work, work.before) or transitions.is_change(work, first)
    return () if covered or not costly else transitions.inserted(work, block.node, costly, frame, why=why)


def _pass(work: Work, block: Block, inner: Frame) -> tuple[PlanNode, ...]:
    """Compose one pass over the steps of a block: once, or once for each side."""
    if block.sides is None:
        return _nodes(work, block.steps, inner)
    first, second = _order(work, block.sides)
    pressure = work.pressure
    one = _side(work, block, inner.on_side(first, mirrored=False))
    between = _nodes(work, block.between, attrs.evolve(inner, marks=f"{inner.marks}@{second}"))
    work.pressure = pressure
    frame = inner.on_side(second, mirrored=True)
    costly = transitions.change(work, block.node, frame)
    new = _change_back(work, block, frame, costly)
    two = _side(work, block, frame, new)
    work.last_side = second
    return (one, *between, two)


def _order(work: Work, sides: str) -> tuple[str, str]:
    if sides == "same then other":
        return work.last_side, other(work.last_side)
    first, second = _SIDES[sides]
    return first, second


def _side(work: Work, block: Block, frame: Frame, new: tuple[PlanNode, ...] = ()) -> PlanBlock:
    """Compose the pass on one side, after the change that it needs."""
    work.count()
    steps = _nodes(work, block.steps, frame)
    node = Node(origin=block.node.origin, id=block.node.id)
    return PlanBlock(name=frame.name(node), origin=node.origin, node=node, first=(*new, *steps), via=frame.via, side=frame.side)


def _choice(work: Work, choice: Choice, frame: Frame, reason: Open) -> PlanChoice:
    inner = frame.inside(choice.node)
    count = work.amount(choice.count)
    options, after = _options(work, choice, inner)
    work.state = after
    least = 1 if count is None or count.min is None else count.min
    if len(options) < least:
        work.wrong("too-few-options", f"{choice.node.origin}/choose", count=len(options), wanted=least)
    return PlanChoice(
        name=frame.name(choice.node),
        origin=choice.node.origin,
        node=choice.node,
        count=count or exactly(1),
        options=options,
        by=choice.by,
        via=frame.via,
        open=reason,
    )


def _options(work: Work, choice: Choice, inner: Frame) -> tuple[tuple[PlanNode, ...], dict[str, Any]]:
    """Compose each option from the same state; afterwards the state is that of any of them."""
    entered, pressure, before = dict(work.state), work.pressure, work.before
    options: list[PlanNode] = []
    after: dict[str, Any] | None = None
    for option in choice.options:
        work.state, work.pressure, work.before = dict(entered), pressure, before
        made = _node(work, option, inner)
        if made:
            options.append(made[0] if len(made) == 1 else _bundle(option, made, inner))
            after = dict(work.state) if after is None else transitions.either(after, work.state, choice.node.id)
    return tuple(options), entered if after is None else after


def _bundle(option: Step, made: tuple[PlanNode, ...], frame: Frame) -> PlanBlock:
    """Bind an option and the change that it needs before it together."""
    node = Node(origin=option.node.origin, id=f"{option.node.id}+")
    return PlanBlock(name=f"{frame.name(option.node)}+", origin=option.node.origin, node=node, first=made, via=frame.via)
