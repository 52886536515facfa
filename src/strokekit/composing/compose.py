"""Routine → Plan: defaults inherited, values filled in, conditions decided, sides expanded, state followed.

Nothing is timed here, and repeats stay open: how often and how long is decided by whoever fits the plan to a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.composing import doses, transitions
from strokekit.composing.conditions import decide
from strokekit.composing.frame import MAX_STEPS, Frame, TooManySteps, Work
from strokekit.composing.mirror import other
from strokekit.composing.targets import targets
from strokekit.composing.values import settle
from strokekit.diagnostics import Outcome
from strokekit.literals import Literals
from strokekit.model.condition import When
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Sides
from strokekit.model.plan import (
    LeftOut,
    Plan,
    PlanBlock,
    PlanChoice,
    PlanCue,
    PlanNode,
    PlanSection,
    PlanStep,
)
from strokekit.model.routine import Block, Choice, Deed, Node, Routine, Section, Spoken, Step
from strokekit.plugins.catalog import Catalog, LocalVocabulary

_SIDES = {"each": ("left", "right"), "left then right": ("left", "right"), "right then left": ("right", "left")}


def compose(
    routine: Routine, catalog: Catalog, *, values: Mapping[str, Any] | None = None, limit: int = MAX_STEPS
) -> Outcome[Plan]:
    """Resolve a routine against a catalogue, with some of its values set.

    The report holds what only shows once everything is resolved; the plan is None when an error is among it.
    """
    literals = _literals(routine, catalog)
    settings = settle(routine, values or {}, literals)
    work = Work(routine=routine, catalog=catalog, literals=literals, values=settings.values, limit=limit)
    work.problems += settings.problems
    if settings.problems:
        return Outcome(None, work.report())
    frame = Frame().inside(_root(routine), routine.defaults)
    try:
        sections = tuple(made for section in routine.sections for made in _section(work, section, frame))
    except TooManySteps:
        work.wrong("too-many-steps", "/sections", limit=limit)
        return Outcome(None, work.report())
    plan = Plan(
        routine=routine,
        sections=sections,
        settings=settings.values,
        left_out=tuple(dict.fromkeys(work.left_out)),
        catalog=catalog.fingerprint,
    )
    report = work.report()
    return Outcome(plan if report.ok else None, report)


def _root(routine: Routine) -> Node:
    return Node(origin="", id="", avoid=routine.avoid, cap=routine.cap)


def _literals(routine: Routine, catalog: Catalog) -> Literals:
    own = {group: frozenset(ids) for group, ids in routine.words.items()}
    return Literals(LocalVocabulary(catalog, FrozenMap(own))) if own else catalog.literals


def _section(work: Work, section: Section, frame: Frame) -> tuple[PlanSection, ...]:
    nodes = _node(work, section.block, frame, None)
    return tuple(PlanSection(block=_as_block(node), phase=section.phase) for node in _joined(section.block, nodes))


def _joined(block: Block, nodes: tuple[PlanNode, ...]) -> tuple[PlanNode, ...]:
    """A section is one block: a change inserted before it becomes its first step."""
    *before, last = nodes or (None,)
    if not before or not isinstance(last, PlanBlock):
        return nodes
    first = (*(node for node in before if node is not None), *last.first)
    return (attrs.evolve(last, first=first),)


def _as_block(node: PlanNode) -> PlanBlock:
    assert isinstance(node, PlanBlock)  # noqa: S101 - a section's block composes to a block
    return node


def _nodes(work: Work, steps: tuple[Step, ...], frame: Frame) -> tuple[PlanNode, ...]:
    """Compose steps in order; each knows the one before it, which may be the change that it needs."""
    made: list[PlanNode] = []
    before: Step | None = None
    for step in steps:
        made += _node(work, step, frame, before)
        before = step
    return tuple(made)


def _node(work: Work, step: Step, frame: Frame, before: Step | None) -> tuple[PlanNode, ...]:
    """Compose one step: nothing if it is decided against, else the step, after any change that it makes necessary."""
    node = step.node
    held = _holds(work, node)
    if held is False:
        work.left_out.append(LeftOut(name=_name(node, frame), origin=node.origin, why="its condition does not hold"))
        return ()
    entered = dict(work.state)
    costly = transitions.change(work, node, frame)
    covered = any(transitions.is_change(work, found) for found in (step, before, transitions.first_step(step)))
    new = () if covered or not costly else transitions.inserted(work, node, costly, frame)
    reason = "optional" if node.optional else "condition" if held is None else ""
    made = _made(work, step, frame, reason)
    if reason:
        work.state = transitions.either(entered, work.state)
    return (*new, *made)


def _holds(work: Work, node: Node) -> bool | None:
    """Whether a node is done: decided, or None while its condition is open; without a condition it is."""
    when = work.value(node.when)
    return decide(when, work.values, work.state) if isinstance(when, When) else True


def _name(node: Node, frame: Frame) -> str:
    return f"{node.id}@{frame.side}" if frame.side else node.id


def _made(work: Work, step: Step, frame: Frame, reason: Any) -> tuple[PlanNode, ...]:
    work.count()
    match step:
        case Deed():
            return (_deed(work, step, frame, reason),)
        case Block():
            return (_block(work, step, frame, reason),)
        case Choice():
            return (_choice(work, step, frame, reason),)
        case Spoken():
            name, node = _name(step.node, frame), step.node
            return (PlanCue(name=name, origin=node.origin, node=node, via=frame.via, open=reason, state=FrozenMap(work.state)),)


def _deed(work: Work, deed: Deed, frame: Frame, reason: Any) -> PlanStep:
    technique = work.catalog.technique(deed.technique) if deed.known else None
    dose = doses.resolve(work, deed, frame, technique)
    if technique is not None:
        doses.check(work, deed, dose, technique)
    avoid = (*frame.avoid, *deed.node.avoid)
    found = targets(work, dose, frame, avoid)
    conditional = any(target.findings for target in found)
    side = dose.get("side")
    both = side is not None and isinstance(side.value, Sides) and side.value.options[0] == "both"
    return PlanStep(
        name=_name(deed.node, frame),
        origin=deed.node.origin,
        technique=deed.technique,
        hands_on=deed.hands_on,
        node=deed.node,
        known=deed.known,
        via=frame.via,
        dose=dose,
        given=deed.given,
        targets=found,
        side=frame.side,
        sides=2 if both else 1,
        state=FrozenMap(work.state),
        avoid=avoid,
        caps=(*frame.caps, deed.node.cap) if deed.node.cap else frame.caps,
        lasts=work.value(deed.lasts),
        of=deed.of,
        open=reason or ("finding" if conditional else ""),
    )


def _block(work: Work, block: Block, frame: Frame, reason: Any) -> PlanBlock:
    inner = frame.inside(block.node, block.defaults)
    entered = dict(work.state)
    first = _pass(work, block, inner)
    again: tuple[PlanNode, ...] = ()
    repeat = work.value(block.repeat)
    if repeat is not None and not getattr(repeat, "exact", False) or (repeat is not None and repeat.max != 1):
        again = first if work.state == entered else _again(work, block, inner)
    return PlanBlock(
        name=_name(block.node, frame),
        origin=block.node.origin,
        node=block.node,
        first=first,
        again=again,
        between=_nodes(work, block.between, inner) if block.between and repeat is not None else (),
        repeat=repeat if hasattr(repeat, "vague") else None,
        duration=_duration(work, block),
        via=frame.via,
        open=reason,
        any_order=block.order == "any",
    )


def _duration(work: Work, block: Block) -> Any:
    duration = work.value(block.duration)
    return duration if hasattr(duration, "vague") else None


def _again(work: Work, block: Block, inner: Frame) -> tuple[PlanNode, ...]:
    """A later pass starts from the state that the first one left; the change back is counted."""
    costly = transitions.change(work, block.node, inner)
    return (*transitions.inserted(work, block.node, costly, inner), *_pass(work, block, inner))


def _pass(work: Work, block: Block, inner: Frame) -> tuple[PlanNode, ...]:
    """One pass over the steps of a block: once, or once for each side."""
    if block.sides is None:
        return _nodes(work, block.steps, inner)
    first, second = _order(work, block.sides)
    one = _side(work, block, inner, first, mirrored=False)
    between = _nodes(work, block.between, inner) if block.between and block.repeat is None else ()
    two = _side(work, block, inner, second, mirrored=True)
    work.last_side = second
    return (one, *between, two)


def _order(work: Work, sides: str) -> tuple[str, str]:
    if sides == "same then other":
        return work.last_side, other(work.last_side)
    return _SIDES[sides]  # type: ignore[return-value]  # each entry holds two


def _side(work: Work, block: Block, inner: Frame, side: str, *, mirrored: bool) -> PlanBlock:
    frame = attrs.evolve(inner, side=side, mirrored=inner.mirrored != mirrored, via=(*inner.via, f"{side} side"))
    work.count()
    costly = transitions.change(work, block.node, frame) if mirrored else ()
    covered = bool(block.between) and any(transitions.is_change(work, step) for step in block.between)
    new = () if covered or not costly else transitions.inserted(work, block.node, costly, frame)
    steps = _nodes(work, block.steps, frame)
    node = Node(origin=block.node.origin, id=block.node.id)
    return PlanBlock(name=f"{block.node.id}@{side}", origin=block.node.origin, node=node, first=(*new, *steps), via=frame.via)


def _choice(work: Work, choice: Choice, frame: Frame, reason: Any) -> PlanChoice:
    inner = frame.inside(choice.node)
    entered = dict(work.state)
    options: list[PlanNode] = []
    after = dict(entered)
    for index, option in enumerate(choice.options):
        work.state = dict(entered)
        made = _node(work, option, inner, None)
        options += [made[-1]] if len(made) == 1 else [_bundle(option, made, frame)] if made else []
        after = dict(work.state) if index == 0 else transitions.either(after, work.state)
    work.state = after
    least = choice.count.min or 1
    if len(options) < least:
        work.wrong("too-few-options", choice.node.origin, count=len(options), wanted=least)
    return PlanChoice(
        name=_name(choice.node, frame),
        origin=choice.node.origin,
        node=choice.node,
        count=choice.count,
        options=tuple(options),
        by=choice.by,
        via=frame.via,
        open=reason,
    )


def _bundle(option: Step, made: tuple[PlanNode, ...], frame: Frame) -> PlanBlock:
    """An option that needs a change before it: the two belong together."""
    node = Node(origin=option.node.origin, id=f"{option.node.id}+")
    return PlanBlock(name=f"{_name(option.node, frame)}+", origin=option.node.origin, node=node, first=made, via=frame.via)
