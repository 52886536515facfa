"""When the nodes of a plan begin by plan, as far as that is known: at their ideal times, pass by pass, in playing order."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.model.plan import Plan, PlanBlock, PlanChoice, PlanNode
from strokekit.timing.measure import Measure
from strokekit.timing.rows import after, row
from strokekit.timing.sharing import shared


@attrs.frozen
class Begin:
    """A node that begins `ms` after the start of the plan, not counting the parts of unknown time before it."""

    node: PlanNode
    ms: int
    unknown: tuple[str, ...] = ()
    """The names of the parts before it whose time nobody knows."""


@attrs.define
class _Clock:
    """How far a walk through the plan has come."""

    measure: Measure
    ms: int = 0
    unknown: tuple[str, ...] = ()

    def node(self, node: PlanNode, ms: int | None) -> Iterator[Begin]:
        """Walk through a node that gets `ms`; None where nobody knows how much that is."""
        yield Begin(node, self.ms, self.unknown)
        if not isinstance(node, PlanBlock | PlanChoice):
            self.ms += ms or 0
            self.unknown = (*self.unknown, node.name) if ms is None else self.unknown
            return
        yield from self._known(node, ms) if ms is not None else self._open(node)

    def _known(self, node: PlanBlock | PlanChoice, ms: int) -> Iterator[Begin]:
        rest = after(self.measure, node, ms)
        for part, share in shared(self.measure, node, ms - rest):
            if part.pause:
                self.ms += share
            elif part.cut is not None and part.cut[0] > 0:
                self.ms += share  # a later stretch is no new beginning
            else:
                yield from self.node(part.node, share)
        self.ms += rest

    def _open(self, node: PlanBlock | PlanChoice) -> Iterator[Begin]:
        """Walk through what has no time of its own: every part takes what it takes, as far as that is known."""
        for part in row(self.measure, node):
            if part.pause:
                self.ms += part.elastic.ideal or 0
            else:
                yield from self.node(part.node, part.elastic.ideal)
        self.unknown = (*self.unknown, node.name)
        self.ms += self.measure.rest(node).ideal or 0


def begins(measure: Measure, plan: Plan) -> Iterator[Begin]:
    """Give every node of a plan each time that it begins, in playing order; nodes that are not expected are left out."""
    clock = _Clock(measure)
    for section in plan.sections:
        if not section.block.open or section.block.node.expect:
            yield from clock.node(section.block, measure.node(section.block).ideal)
