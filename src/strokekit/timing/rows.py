"""What follows what within a node, pass by pass, and how a stretch of time is divided among it.

The timeline and the totals by kind both walk these rows, so that they give every step the same milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from strokekit.model.elastic import Elastic
from strokekit.model.plan import PlanBlock, PlanChoice, PlanNode, PlanStep
from strokekit.timing.allot import allot
from strokekit.timing.measure import Measure


@attrs.frozen
class Part:
    """A node in its place in a row, or a pause of the node that has the row. `mark` tells the pass: `#2`, empty in the first."""

    node: PlanNode
    mark: str
    elastic: Elastic
    pause: bool = False


def row(measure: Measure, node: PlanBlock | PlanChoice, mark: str = "") -> list[Part]:
    """Give all that is done in a node, in order; what is open and not expected is left out."""
    if isinstance(node, PlanChoice):
        return _parts(measure, node.options[: measure.taken(node)[1]], mark)
    found = _parts(measure, node.first, mark)
    pause = measure.pause(node)
    gap = [Part(node, mark, pause, pause=True)] if pause.ideal else []
    for number in range(2, (measure.passes(node).ideal or 1) + 1):
        found += [*gap, *_parts(measure, (*node.between, *node.again), f"{mark}#{number}")]
    return found


def _parts(measure: Measure, nodes: Iterable[PlanNode], mark: str) -> list[Part]:
    return [Part(node, mark, measure.node(node)) for node in nodes if not node.open or node.node.expect]


def shared(measure: Measure, node: PlanBlock | PlanChoice, ms: int, mark: str = "") -> list[tuple[Part, int]]:
    """Divide `ms` among the row of a node; the shares sum to `ms` unless the row is empty."""
    parts = row(measure, node, mark)
    return list(zip(parts, allot(ms, [part.elastic for part in parts]), strict=True))


def after(measure: Measure, node: PlanStep | PlanBlock, ms: int) -> int:
    """Give the part of `ms` that is the rest after a node."""
    return min(measure.rest(node).ideal or 0, ms)
