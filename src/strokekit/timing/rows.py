"""What follows what within a node, pass by pass, and how a stretch of time is divided among it.

The timeline and the totals by kind both walk these rows, so that they give every step the same milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from strokekit.model.elastic import ZERO, Elastic
from strokekit.model.plan import PlanBlock, PlanChoice, PlanNode, PlanStep
from strokekit.timing.allot import allot
from strokekit.timing.measure import Measure

Mark: TypeAlias = tuple[int, ...]


@attrs.frozen
class Part:
    """A node in its place in a row, or a pause of the node that has the row. `mark`: the pass of each loop around, from 1."""

    node: PlanNode
    mark: Mark
    elastic: Elastic
    pause: bool = False


def row(measure: Measure, node: PlanBlock | PlanChoice, mark: Mark = ()) -> list[Part]:
    """Give all that is done in a node, in order; what is open and not expected is left out."""
    if isinstance(node, PlanChoice):
        return _parts(measure, node.options[: measure.taken(node)[1]], mark)
    passes, pause = measure.passes(node).ideal or 1, measure.pause(node)
    found = _parts(measure, node.first, (*mark, 1) if passes > 1 else mark)
    for number in range(2, passes + 1):
        here = (*mark, number)
        found += [Part(node, here, pause, pause=True)] if pause.ideal else []
        found += _parts(measure, (*node.between, *node.again), here)
    return found


def _parts(measure: Measure, nodes: Iterable[PlanNode], mark: Mark) -> list[Part]:
    return [Part(node, mark, measure.node(node)) for node in nodes if not node.open or node.node.expect]


def marked(mark: Mark) -> str:
    """Write the pass of each loop around, without the first passes at the end: two steps of one run are never written alike.

    >>> marked((1, 1)), marked((2, 1)), marked((1, 2))
    ('', '#2', '#1#2')
    """
    while mark and mark[-1] == 1:
        mark = mark[:-1]
    return "".join(f"#{number}" for number in mark)


def shared(measure: Measure, node: PlanBlock | PlanChoice, ms: int, mark: Mark = ()) -> list[tuple[Part, int]]:
    """Divide `ms` among the row of a node; the shares sum to `ms`. Time in which nothing is done is a pause."""
    parts = row(measure, node, mark) or [Part(node, mark, ZERO, pause=True)]
    shares = zip(parts, allot(ms, [part.elastic for part in parts]), strict=True)
    return [(part, share) for part, share in shares if share or not part.pause]


def after(measure: Measure, node: PlanStep | PlanBlock, ms: int) -> int:
    """Give the part of `ms` that is the rest after a node."""
    return min(measure.rest(node).ideal or 0, ms)
