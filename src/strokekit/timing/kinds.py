"""How much of a time is work of one kind, such as work with hands on the client, and how much is all else."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from strokekit.model.elastic import ZERO, Elastic
from strokekit.model.plan import PlanBlock, PlanCheckpoint, PlanChoice, PlanCue, PlanNode, PlanStep, children
from strokekit.timing.measure import Measure, opened
from strokekit.timing.rows import Part, after
from strokekit.timing.sharing import shared


def by_hand(step: PlanStep) -> int:
    """Count all of a technique, and nothing of an action."""
    return 1 if step.hands_on else 0


@attrs.define
class Kinds:
    """Splits the nodes of one plan; each node once for either kind.

    The ideals are those of the timeline to the millisecond: where time is shared out among what a node holds, they are found by
    dividing it in the same way.
    """

    measure: Measure
    part_of: Callable[[PlanStep], int] = by_hand
    """How much of the work of a step is of the kind: 0 for nothing, 1 for all of it, n for an nth of it."""
    _known: dict[tuple[int, bool], tuple[PlanNode, Elastic]] = attrs.field(factory=dict)

    def only(self, node: PlanNode, *, hands_on: bool) -> Elastic:
        """Measure the part of a node's time that work of the kind takes (by default hands on the client), or all else."""
        kept = self._known.get((id(node), hands_on))
        if kept is None:
            kept = self._known[id(node), hands_on] = (node, opened(node, self._done(node, hands_on=hands_on)))
        return kept[1]

    def _done(self, node: PlanNode, *, hands_on: bool) -> Elastic:
        match node:
            case PlanStep():
                work = part(self.measure.work(node), self.part_of(node), rest=not hands_on)
            case PlanCue() | PlanCheckpoint():
                work = ZERO if hands_on else self.measure.work(node)
            case _:
                work = self._shared(node, hands_on=hands_on)
        return work if hands_on else work + self.measure.rest(node)

    def _held(self, node: PlanBlock | PlanChoice, *, hands_on: bool) -> Elastic:
        if isinstance(node, PlanChoice):
            return self.measure.chosen(node, [self.only(option, hands_on=hands_on) for option in node.options])
        parts = {id(child): self.only(child, hands_on=hands_on) for child in children(node)}
        return self.measure.filled(node, parts, ZERO if hands_on else self.measure.pause(node))

    def _shared(self, node: PlanBlock | PlanChoice, *, hands_on: bool) -> Elastic:
        """Cut one kind of work to what the other leaves of a time that both share."""
        inner, whole = self._held(node, hands_on=hands_on), self.measure.work(node)
        if whole == self.measure.loop(node) or (inner.max == 0 and whole.ideal is None):
            return inner
        other = self._held(node, hands_on=not hands_on)
        low = inner.min if other.max is None else max(inner.min, whole.min - other.max)
        tops = [inner.max, None if whole.max is None else whole.max - other.min]
        high = min((top for top in tops if top is not None), default=None)
        if whole.ideal is None:
            return attrs.evolve(inner, min=low, ideal=None, max=high, stated=0, sourced=0, unknown=whole.unknown)
        ideal = self._row(node, whole.ideal, hands_on=hands_on)
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
        rest = after(self.measure, node, ms)
        if isinstance(node, PlanBlock | PlanChoice):
            work = self._row(node, ms - rest, hands_on=hands_on)
        else:
            work = self._work(node, ms - rest, hands_on=hands_on)
        return work if hands_on else work + rest

    def _work(self, node: PlanNode, ms: int, *, hands_on: bool) -> int:
        count = self.part_of(node) if isinstance(node, PlanStep) else 0
        mine = ms // count if count else 0
        return mine if hands_on else ms - mine

    def _row(self, node: PlanBlock | PlanChoice, ms: int, *, hands_on: bool) -> int:
        return sum(self._part(found, share, hands_on=hands_on) for found, share in shared(self.measure, node, ms))

    def _part(self, found: Part, ms: int, *, hands_on: bool) -> int:
        if found.pause:
            return 0 if hands_on else ms
        if found.cut is not None:
            return self._work(found.node, ms, hands_on=hands_on)
        return self.within(found.node, ms, hands_on=hands_on)


def part(whole: Elastic, count: int, *, rest: bool) -> Elastic:
    """Give an nth of a time, or what is left of the time beside it; of 0 parts the first is nothing.

    >>> part(Elastic(min=3, ideal=4, max=None), 2, rest=True).ideal
    2
    """
    if count == 0:
        return whole if rest else ZERO
    ideal, most = (None if end is None else end - end // count if rest else end // count for end in (whole.ideal, whole.max))
    least = whole.min - whole.min // count if rest else whole.min // count
    if most == 0:
        return ZERO
    stated = min(whole.stated // count, ideal or 0)
    sourced = min(whole.sourced // count, (ideal or 0) - stated)
    return attrs.evolve(whole, min=least, ideal=ideal, max=most, stated=stated, sourced=sourced)
