"""How often something is done in a plan: like a measure of time, with counts in the place of milliseconds."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from strokekit.model.elastic import ZERO, Elastic
from strokekit.model.plan import PlanBlock, PlanChoice, PlanNode, PlanStep, children
from strokekit.timing.measure import Measure, opened


@attrs.frozen
class Tally:
    """Counts over the nodes of one plan: `count` says how often a step does it, at least, ideally, at most."""

    measure: Measure
    count: Callable[[PlanStep], Elastic]
    _known: dict[int, tuple[PlanNode, Elastic]] = attrs.field(factory=dict, eq=False, repr=False)

    def of(self, node: PlanNode) -> Elastic:
        """Give the count for a node with all its passes, as it counts in its surroundings."""
        kept = self._known.get(id(node))
        if kept is None:
            kept = self._known[id(node)] = (node, opened(node, self._done(node)))
        return kept[1]

    def _done(self, node: PlanNode) -> Elastic:
        match node:
            case PlanStep():
                return self.count(node)
            case PlanChoice():
                return self.measure.chosen(node, [self.of(option) for option in node.options])
            case PlanBlock():
                return self.measure.filled(node, {id(child): self.of(child) for child in children(node)}, ZERO)
        return ZERO
