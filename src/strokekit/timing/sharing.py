"""How a stretch of time is divided among what a block or a choice holds."""

from __future__ import annotations

from strokekit.model.elastic import ZERO
from strokekit.model.plan import PlanBlock, PlanChoice
from strokekit.timing.interrupting import placed, shares_of
from strokekit.timing.measure import Measure
from strokekit.timing.rows import Mark, Part, row


def shared(measure: Measure, node: PlanBlock | PlanChoice, ms: int, mark: Mark = ()) -> list[tuple[Part, int]]:
    """Divide `ms` among the row of a node; the shares sum to `ms`. Time in which nothing is done is a pause."""
    if isinstance(node, PlanBlock) and node.every is not None:
        found = placed(measure, node, ms, mark)
    else:
        found = shares_of(row(measure, node, mark), ms)
    if not any(part.timed for part, _ in found):
        found.append((Part(node, mark, ZERO, pause=True), ms))
    return [(part, share) for part, share in found if share or not part.pause]
