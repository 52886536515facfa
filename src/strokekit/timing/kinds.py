"""How much of a time is hands-on work, and how much is all else: actions, words, pauses, rests."""

from __future__ import annotations

import attrs

from strokekit.model.elastic import ZERO, Elastic
from strokekit.model.plan import PlanBlock, PlanChoice, PlanCue, PlanNode, PlanStep, children
from strokekit.timing.measure import Measure, opened
from strokekit.timing.rows import after, shared


@attrs.define
class Kinds:
    """Splits the nodes of one plan; each node once for either kind.

    The ideals are those of the timeline to the millisecond: where a block's own duration binds its steps, they are found by
    dividing it among them in the same way.
    """

    measure: Measure
    _known: dict[tuple[int, bool], tuple[PlanNode, Elastic]] = attrs.field(factory=dict)

    def only(self, node: PlanNode, *, hands_on: bool) -> Elastic:
        """Measure the part of a node's time that techniques take (hands on the client), or that all else takes."""
        kept = self._known.get((id(node), hands_on))
        if kept is None:
            kept = self._known[id(node), hands_on] = (node, opened(node, self._done(node, hands_on=hands_on)))
        return kept[1]

    def _done(self, node: PlanNode, *, hands_on: bool) -> Elastic:
        match node:
            case PlanStep():
                work = self.measure.work(node) if node.hands_on is hands_on else ZERO
                return work if hands_on else work + self.measure.rest(node)
            case PlanCue():
                return ZERO if hands_on else self.measure.done(node)
            case PlanChoice():
                return self.measure.chosen(node, [self.only(option, hands_on=hands_on) for option in node.options])
        work = self._bound(node, hands_on=hands_on)
        return work if hands_on else work + self.measure.rest(node)

    def _loop(self, block: PlanBlock, *, hands_on: bool) -> Elastic:
        parts = {id(child): self.only(child, hands_on=hands_on) for child in children(block)}
        return self.measure.looped(block, parts, ZERO if hands_on else self.measure.pause(block))

    def _bound(self, block: PlanBlock, *, hands_on: bool) -> Elastic:
        """Cut one kind of work to what the other leaves of a duration that binds both."""
        inner = self._loop(block, hands_on=hands_on)
        if self.measure.limits(block) is None:
            return inner
        whole, other = self.measure.work(block), self._loop(block, hands_on=not hands_on)
        low = inner.min if other.max is None else max(inner.min, whole.min - other.max)
        tops = [inner.max, None if whole.max is None else whole.max - other.min]
        high = min((top for top in tops if top is not None), default=None)
        if whole.ideal is None:
            return attrs.evolve(inner, min=low, ideal=None, max=high, unknown=whole.unknown)
        ideal = self._row(block, whole.ideal, hands_on=hands_on)
        stated = ideal if whole.stated == whole.ideal else min(inner.stated, ideal)
        return attrs.evolve(
            inner,
            min=min(low, ideal),
            ideal=ideal,
            max=None if high is None else max(high, ideal),
            stated=stated,
            sourced=min(inner.sourced, ideal - stated),
            estimates=() if stated == ideal else inner.estimates,
            unknown=(),
        )

    def within(self, node: PlanNode, ms: int, *, hands_on: bool) -> int:
        """Give the milliseconds of one kind in a node that gets `ms` of a timeline."""
        match node:
            case PlanStep():
                work = ms - after(self.measure, node, ms)
                return (work if node.hands_on else 0) if hands_on else ms - (work if node.hands_on else 0)
            case PlanCue():
                return 0 if hands_on else ms
            case PlanChoice():
                return self._row(node, ms, hands_on=hands_on)
        rest = after(self.measure, node, ms)
        return self._row(node, ms - rest, hands_on=hands_on) + (0 if hands_on else rest)

    def _row(self, node: PlanBlock | PlanChoice, ms: int, *, hands_on: bool) -> int:
        return sum(
            (0 if hands_on else share) if part.pause else self.within(part.node, share, hands_on=hands_on)
            for part, share in shared(self.measure, node, ms)
        )
