"""The time that a node stands in: what its share is a share of.

A block's own time is its `duration`, or its share of a time that is known; a section's share is of the time on the table, which
is what is booked for it, or else what the source states for it. What has no time of its own has none to share out, but for
passes for sides and members, and for choices: they hand on what they stand in.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from strokekit.model.amounts import Range
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Plan, PlanBlock, PlanChoice, PlanNode, children
from strokekit.model.routine import StatedTotal
from strokekit.timing.amounts import UNKNOWN, Amounts, Bounds, exact
from strokekit.timing.loops import amount_of, is_bundle, is_round, often, passes
from strokekit.timing.shares import divided, overlap, portion


@attrs.frozen
class Standing:
    """Where a node stands: the node, the time around it as far as that is known, and whether it takes what is left there."""

    node: PlanNode
    around: Bounds | None = None
    takes_rest: bool = False
    """True for the passes of a step with others interspersed, where the whole of it has a time: they take what is left."""


@attrs.define
class Budgets:
    """The times around the nodes of one plan; each block's is found once, from the top."""

    amounts: Amounts
    assume: Mapping[str, int]
    _standing: dict[int, Standing] = attrs.field(factory=dict)

    def enter(self, plan: Plan) -> None:
        """Find the time around every node of a plan."""
        table = table_time(plan, self.amounts)
        for section in plan.sections:
            self._settle(Standing(section.block, table))

    def standing(self, node: PlanNode) -> Standing:
        """Give where a node stands; one of no plan that was entered stands alone."""
        if id(node) not in self._standing:
            self._settle(Standing(node))
        return self._standing[id(node)]

    def share(self, node: PlanNode) -> Bounds | None:
        """Give the time that a node's share makes; None where it has none, or nobody knows of what."""
        written, around = amount_of(node, "share"), self.standing(node).around
        return portion(self.amounts, written, around) if written is not None and around is not None else None

    def own(self, node: PlanNode) -> Bounds | None:
        """Give the time that a block or a choice has of its own; None where neither a duration nor a share gives it one."""
        written, share = amount_of(node, "duration"), self.share(node)
        if written is None:
            return share or self.assumed(node)
        found = multiplied(self.amounts.duration(written, UNKNOWN), often(self.amounts, node, written.each))
        return overlap(found, share, ideal_stated=written.ideal is not None)

    def assumed(self, node: PlanNode) -> Bounds | None:
        """Give what the caller assumes for a block, where the shares inside have nothing else to go by."""
        if node.name not in self.assume or not any(amount_of(child, "share") for child in children(node)):
            return None
        return attrs.evolve(exact(self.assume[node.name]), basis="estimate", names=(f"assumed: {node.name}",))

    def _settle(self, top: Standing) -> None:
        left = [top]
        while left:
            standing = left.pop()
            self._standing[id(standing.node)] = standing
            left += self._inside(standing)

    def _inside(self, standing: Standing) -> list[Standing]:
        """Give where the nodes below one stand."""
        node = standing.node
        if isinstance(node, PlanChoice):
            own = self.own(node) or standing.around
            return [Standing(option, own) for option in node.options]
        if not isinstance(node, PlanBlock):
            return []
        own = standing.around if is_round(node) or is_bundle(node) else self.own(node)
        one = own and divided(own, passes(self.amounts, node))
        part = one and divided(one, exact(max(sum(1 for child in node.first if is_round(child)), 1)))
        own_steps = {id(child) for child in children(node)} - {id(child) for child in (*node.between, *node.inserts)}
        return [
            Standing(child, part if is_round(child) else one, node.host and own is not None and id(child) in own_steps)
            for child in children(node)
        ]


def multiplied(one: Bounds, count: int | None) -> Bounds:
    """Take a time several times; a count of None is open."""
    ends = [None if end is None or count is None else end * count for end in (one.ideal, one.max)]
    return attrs.evolve(one, min=one.min * (count or 1), ideal=ends[0], max=ends[1])


def table_time(plan: Plan, amounts: Amounts) -> Bounds | None:
    """Give the time on the table: as booked, else the slot without what lies around, else as stated; None where nobody says."""
    booking = {name: _read(amounts, written) for name, written in plan.routine.booking.items()}
    table, slot = booking.get("table"), booking.get("slot")
    if table is not None or slot is None:
        return table or _stated(plan, amounts)
    around = [found for found in (booking.get("before"), booking.get("after")) if found is not None]
    return without(slot, around)


def without(whole: Bounds, parts: list[Bounds]) -> Bounds:
    """Take times away from another: the least without the most of them, the most without the least."""
    low, ideal, high = whole.min, whole.ideal, whole.max
    for part in parts:
        low = 0 if part.max is None else max(low - part.max, 0)
        ideal = None if ideal is None or part.ideal is None else max(ideal - part.ideal, 0)
        high = None if high is None else max(high - part.min, 0)
    return attrs.evolve(whole, min=low, ideal=ideal, max=high)


def stated_totals_of(plan: Plan) -> tuple[StatedTotal, ...]:
    """Give the totals that are stated for the whole: those of the variant, then those of the routine."""
    variant = plan.routine.variants.get(plan.variant or "")
    return (*(variant.stated_totals if variant else ()), *plan.routine.stated_totals)


def _stated(plan: Plan, amounts: Amounts) -> Bounds | None:
    totals = stated_totals_of(plan)
    fitting = [total for total in totals if "table" in total.covers] or [total for total in totals if not total.covers]
    return _read(amounts, fitting[0].duration) if fitting else None


def _read(amounts: Amounts, written: object) -> Bounds | None:
    return amounts.duration(written, UNKNOWN) if isinstance(written, Range) else None


def as_bounds(elastic: Elastic) -> Bounds:
    """Give the ends of a measured time, as what open ends of a stated one fall back on."""
    return Bounds(min=elastic.min, ideal=elastic.ideal, max=elastic.max)
