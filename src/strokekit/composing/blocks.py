"""Blocks and their loops: `repeat` outermost, then `sides`, then `for_each`. A range of repeats stays one open choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs

from strokekit.composing import transitions
from strokekit.composing.frame import Frame, Passing, Work
from strokekit.composing.interspersing import between_steps
from strokekit.composing.members import Member, members_of
from strokekit.composing.mirror import other
from strokekit.composing.passes import asks_pass
from strokekit.model.plan import Open, PlanBlock, PlanNode
from strokekit.model.routine import Block, Interspersed, Node, Step

Nodes: TypeAlias = Callable[[Work, tuple[Any, ...], Frame], tuple[PlanNode, ...]]
"""What composes steps in order."""
_SIDES = {"each": ("left", "right"), "left then right": ("left", "right"), "right then left": ("right", "left")}


def compose_block(work: Work, block: Block, frame: Frame, reason: Open, nodes: Nodes) -> PlanBlock:
    """Compose a block with all its passes; `nodes` composes the steps inside."""
    inner = frame.inside(block.node, block.defaults)
    made = _Loops(work, block, inner, nodes).passes()
    return attrs.evolve(
        made,
        name=frame.name(block.node),
        node=work.rested(block.node),
        duration=work.amount(block.node.duration),
        share=work.amount(block.node.share),
        until=work.amount(block.until, frame),
        locked=inner.locked,
        via=frame.via,
        open=reason,
        any_order=block.order == "any",
    )


@attrs.define
class _Loops:
    """One block on its way through its loops."""

    work: Work
    block: Block
    inner: Frame
    nodes: Nodes

    def passes(self) -> PlanBlock:
        """Compose the passes of `repeat`: the first, a later one, and where steps ask for it the last and the only one."""
        work, block = self.work, self.block
        repeat = work.amount(block.repeat)
        empty = PlanBlock(name="", origin=block.node.origin, node=block.node, first=(), repeat=repeat)
        if repeat is None or repeat.max == 1:
            return self._interrupted(attrs.evolve(empty, first=self._pass(self.inner)))
        asks = asks_pass(block.steps)
        entered, pressure = dict(work.state), work.pressure
        only = self._only(entered) if asks and (repeat.min is None or repeat.min <= 1) else None
        first = self._pass(self._as(first=True, last=False, asks=asks))
        between = self.nodes(work, self._between(), self.inner)
        work.pressure = pressure
        same = work.state == entered
        again = first if same and not asks else self._again(self._as(first=False, last=False, asks=asks))
        last = self._again(self._as(first=False, last=True, asks=asks)) if asks else None
        return self._interrupted(attrs.evolve(empty, first=first, between=between, again=again, last=last, only=only))

    def _as(self, *, first: bool, last: bool, asks: bool) -> Frame:
        """Give the frame of a pass; a step that asks for it learns which one it is."""
        return attrs.evolve(self.inner, passing=Passing(first=first, last=last)) if asks else self.inner

    def _only(self, entered: dict[str, Any]) -> tuple[PlanNode, ...]:
        """Compose the one pass of a block that may be done once, and forget the state after it: more passes may follow."""
        made = self._pass(attrs.evolve(self.inner, passing=Passing(first=True, last=True)))
        self.work.state = dict(entered)
        return made

    def _loops(self) -> bool:
        return any(loop is not None for loop in (self.block.repeat, self.block.sides, self.block.members))

    def _between(self) -> tuple[Step, ...]:
        """Give what is done between two passes, of whichever loop."""
        inter = self.block.interspersed
        returning = inter.steps if isinstance(inter, Interspersed) and inter.every == "repeat" else ()
        return (*self.block.between, *returning)

    def _interrupted(self, made: PlanBlock) -> PlanBlock:
        """Add what returns after so much time."""
        inter = self.block.interspersed
        if inter is not None and inter.every == "repeat" and not self._loops():
            self.work.wrong("loop-missing", inter.origin, found="interspersed")
        if inter is None or isinstance(inter.every, str):
            return made
        frame = self.inner.because("interspersed", self.block.node.id, inter.origin)
        return attrs.evolve(made, every=inter.every, inserts=self.nodes(self.work, inter.steps, frame))

    def _again(self, frame: Frame) -> tuple[PlanNode, ...]:
        """Compose a later pass: it starts from the state that the one before left, and the change back is counted."""
        costly = transitions.change(self.work, self.block.node, frame)
        return (*self._change_back(frame, costly, why="_again"), *self._pass(frame))

    def _change_back(self, frame: Frame, costly: tuple[str, ...], *, why: str = "") -> tuple[PlanNode, ...]:
        """Insert a change that neither the end of `between` nor the first step of the next pass is."""
        first = transitions.first_step(self.block.steps[0]) if self.block.steps else None
        covered = transitions.is_change(self.work, self.work.before) or transitions.is_change(self.work, first)
        return () if covered or not costly else transitions.inserted(self.work, self.block.node, costly, frame, why=why)

    def _pass(self, frame: Frame) -> tuple[PlanNode, ...]:
        """Compose one pass over the steps of the block: once, or once for each side."""
        if self.block.sides is None:
            return self._each(frame)
        work, origin = self.work, f"{self.block.node.origin}/sides"
        first, second = _order(work, self.block.sides)
        pressure = work.pressure
        one = self._part(frame.on_side(first, mirrored=False, origin=origin))
        between = self.nodes(work, self._between(), attrs.evolve(frame, marks=f"{frame.marks}@{second}"))
        work.pressure = pressure
        other_side = frame.on_side(second, mirrored=True, origin=origin)
        new = self._change_back(other_side, transitions.change(work, self.block.node, other_side))
        two = self._part(other_side, new=new)
        work.last_side = second
        return (one, *between, two)

    def _each(self, frame: Frame) -> tuple[PlanNode, ...]:
        """Compose one pass on one side: once, or once for each member."""
        if self.block.members is None:
            return self._steps(frame)
        made: list[PlanNode] = []
        for number, member in enumerate(members_of(self.work, self.block.members, frame)):
            made += self._member(member, frame, later=number > 0)
        return tuple(made)

    def _member(self, member: Member, frame: Frame, *, later: bool) -> tuple[PlanNode, ...]:
        """Compose the pass of one member, after what stands between two of them and the change that it needs."""
        reached = frame.at_member(member.kind, member.value, member.text, origin=f"{self.block.node.origin}/for_each")
        between = self.nodes(self.work, self._between(), reached) if later else ()
        costly = transitions.change(self.work, self.block.node, reached) if later else ()
        return (*between, self._part(reached, new=self._change_back(reached, costly), member=member.text))

    def _part(self, frame: Frame, *, new: tuple[PlanNode, ...] = (), member: str | None = None) -> PlanBlock:
        """Compose the pass of one side or one member, after the change that it needs."""
        self.work.count()
        steps = self._steps(frame) if member is not None else self._each(frame)
        node = Node(origin=self.block.node.origin, id=self.block.node.id)
        side = frame.side if member is None else None
        name = frame.name(node)
        return PlanBlock(name=name, origin=node.origin, node=node, first=(*new, *steps), via=frame.via, side=side, member=member)

    def _steps(self, frame: Frame) -> tuple[PlanNode, ...]:
        """Compose the steps themselves, with what returns between them."""
        inter = self.block.interspersed
        if inter is None or inter.every != "step":
            return self.nodes(self.work, self.block.steps, frame)
        return between_steps(self.work, self.block.steps, inter, frame, self.nodes)


def _order(work: Work, sides: str) -> tuple[str, str]:
    if sides == "same then other":
        return work.last_side, other(work.last_side)
    first, second = _SIDES[sides]
    return first, second
