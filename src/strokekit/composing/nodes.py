"""One step of a routine → the nodes that it is in the plan: none, itself, or itself after a change that it makes necessary."""

from __future__ import annotations

from typing import Any

from strokekit.composing import transitions
from strokekit.composing.additions import wanted
from strokekit.composing.blocks import compose_block
from strokekit.composing.choices import compose_choice
from strokekit.composing.conditions import Known, decide, faults
from strokekit.composing.deeds import compose_deed, compose_free, compose_unlisted
from strokekit.composing.frame import MAX_DEPTH, Frame, Work
from strokekit.composing.included import Taken, compose_include
from strokekit.composing.interspersing import hosted
from strokekit.composing.screening import skips
from strokekit.model.condition import When
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import LeftOut, Open, PlanCheckpoint, PlanCue, PlanNode, PlanStep, Why
from strokekit.model.routine import Block, Checkpoint, Choice, Deed, Free, Include, Node, Spoken, Step, Unlisted


def compose_nodes(work: Work, steps: tuple[Step | Taken, ...], frame: Frame) -> tuple[PlanNode, ...]:
    """Compose steps in order."""
    made: list[PlanNode] = []
    for step in steps:
        made += compose_node(work, step, frame)
    return tuple(made)


def compose_node(work: Work, step: Step | Taken, frame: Frame) -> tuple[PlanNode, ...]:
    """Compose one step: nothing if it is decided against, else the step, after any change that it makes necessary."""
    if work.depth >= MAX_DEPTH:
        work.wrong("steps-too-deep", step.node.origin, limit=MAX_DEPTH)
        return ()
    work.depth += 1
    made = _composed(work, step, frame)
    work.depth -= 1
    return made


def _composed(work: Work, step: Step | Taken, frame: Frame) -> tuple[PlanNode, ...]:
    node = step.node
    held = _holds(work, node, frame)
    if held is False or skips(work, node.id):
        return _left_out(work, node, frame, "condition" if held is False else "answer")
    entered = dict(work.state)
    costly = transitions.change(work, node, frame)
    covered = transitions.is_change(work, work.before) or transitions.is_change(work, transitions.first_step(step))
    new = () if covered or not costly else transitions.inserted(work, node, costly, frame)
    reason: Open = "optional" if node.optional else "condition" if held is None else ""
    made = _made(work, step, frame, reason)
    if made is None:
        work.state = entered
        return _left_out(work, node, frame, "exception")
    if reason:
        work.state = transitions.either(entered, work.state, node.id)
    _remember(work, node, made)
    added = [one for addition, reached in wanted(work, step, frame) for one in compose_node(work, addition, reached)]
    return (*new, made, *added)


def _left_out(work: Work, node: Node, frame: Frame, why: Why) -> tuple[PlanNode, ...]:
    work.left_out.append(LeftOut(name=frame.name(node), origin=node.origin, why=why))
    return ()


def _remember(work: Work, node: Node, made: PlanNode) -> None:
    """Keep what later steps refer to."""
    work.names[node.id] = made.name
    if node.mark:
        work.marked.add(node.mark)
    if work.first_technique is None and isinstance(made, PlanStep) and made.hands_on:
        work.first_technique = made.name


def known(work: Work, frame: Frame) -> Known:
    """Give what is known at a point of the routine."""
    passing = frame.passing
    return Known(
        values=work.values,
        state=work.state,
        answers=work.answers,
        this=frame.this,
        first=passing.first if passing else None,
        last=passing.last if passing else None,
    )


def _holds(work: Work, node: Node, frame: Frame) -> bool | None:
    """Tell whether a node is done: decided, or None while its condition is open; without a condition it is."""
    return holds(work, work.value(node.when), frame, f"{node.origin}/when")


def holds(work: Work, when: Any, frame: Frame, origin: str) -> bool | None:
    """Tell whether a condition holds, and report what can never be decided."""
    if not isinstance(when, When):
        return True
    here = known(work, frame)
    for wrong in faults(when, work.scope.declared, work.literals, origin, here):
        work.note(wrong)
    return decide(when, here)


def _made(work: Work, step: Step | Taken, frame: Frame, reason: Open) -> PlanNode | None:
    """Make the node of a step; None where an exception leaves it out."""
    work.count()
    match step:
        case Deed():
            return _deed(work, step, frame, reason)
        case Block():
            return compose_block(work, step, frame, reason, compose_nodes)
        case Choice():
            return compose_choice(work, step, frame, reason, compose_node)
        case Include():
            return compose_include(work, step, frame, reason, compose_nodes)
        case Taken():
            return step.composed(work, frame, reason, compose_nodes)
    return _without_strokes(work, step, frame, reason)


def _without_strokes(work: Work, step: Free | Unlisted | Checkpoint | Spoken, frame: Frame, reason: Open) -> PlanNode:
    match step:
        case Free():
            return compose_free(work, step, frame, reason)
        case Unlisted():
            return compose_unlisted(work, step, frame, reason)
        case Checkpoint():
            return _checkpoint(work, step, frame, reason)
        case Spoken():
            return _cue(work, step, frame, reason)


def _deed(work: Work, deed: Deed, frame: Frame, reason: Open) -> PlanNode | None:
    work.before = deed
    step = compose_deed(work, deed, frame, reason, holds)
    return hosted(work, deed, step, frame, compose_nodes) if step is not None else None


def _cue(work: Work, spoken: Spoken, frame: Frame, reason: Open) -> PlanCue:
    node = spoken.node
    return PlanCue(
        name=frame.name(node),
        origin=node.origin,
        node=work.rested(node),
        duration=work.amount(node.duration),
        share=work.amount(node.share),
        via=frame.via,
        open=reason,
        state=FrozenMap(work.state),
    )


def _checkpoint(work: Work, step: Checkpoint, frame: Frame, reason: Open) -> PlanCheckpoint:
    since = work.names.get(step.since) if step.since else work.first_technique
    if step.since and since is None:
        work.wrong("unknown-id", f"{step.node.origin}/since", id=step.since)
    return PlanCheckpoint(
        name=frame.name(step.node),
        origin=step.node.origin,
        node=step.node,
        elapsed=work.amount(step.elapsed),
        since=since,
        via=frame.via,
        open=reason,
    )
