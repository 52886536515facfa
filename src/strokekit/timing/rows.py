"""What follows what within a node, pass by pass, and how the passes are told apart.

The timeline, the totals by kind and the measure of what interrupts a block all walk these rows, so that none can disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import attrs

from strokekit.model.elastic import Elastic
from strokekit.model.plan import PlanBlock, PlanCheckpoint, PlanChoice, PlanNode
from strokekit.model.timeline import Pass
from strokekit.timing.measure import Measure

Mark: TypeAlias = tuple[Pass, ...]
End: TypeAlias = Literal["min", "ideal", "max"]


@attrs.frozen
class Part:
    """A node in its place in a row, or a pause of the node that has the row. `mark`: the pass of each loop around.

    `elastic` is its time when it is done, also of what may not be there: what stands in a row is done.
    """

    node: PlanNode
    mark: Mark
    elastic: Elastic
    pause: bool = False
    cut: tuple[int, int] | None = None
    """For a stretch of a step that is interrupted: where in the step it begins, and how long the whole step is."""

    @property
    def timed(self) -> bool:
        """True for all that can take time; a checkpoint is a moment."""
        return self.pause or not isinstance(self.node, PlanCheckpoint)


def row(measure: Measure, node: PlanBlock | PlanChoice, mark: Mark = ()) -> list[Part]:
    """Give all that is done in a node, in order, without what interrupts it; what is open and not expected is left out."""
    if isinstance(node, PlanChoice):
        return list(parts(measure, node.options[: measure.taken(node)[1]], mark))
    return list(passes(measure, node, measure.passes(node).ideal or 1, mark))


def passes(measure: Measure, block: PlanBlock, count: int, mark: Mark = (), *, all_open: bool = False) -> Iterator[Part]:
    """Give so many passes of a block, with the pauses and the steps between them; `all_open`: also what is not expected."""
    pause = measure.pause(block)
    for number in range(1, count + 1):
        here = (*mark, Pass(block=block.name, number=number, of=count)) if count > 1 else mark
        if number > 1:
            yield from [Part(block, here, pause, pause=True)] if pause.ideal else []
            yield from parts(measure, block.between, here, all_open=all_open)
        yield from parts(measure, steps_of_pass(block, number, count), here, all_open=all_open)


def steps_of_pass(block: PlanBlock, number: int, count: int) -> tuple[PlanNode, ...]:
    """Give the nodes of one pass of several: the first, the last and the only one may be of their own."""
    if number == 1:
        return block.only if count == 1 and block.only is not None else block.first
    return block.last if number == count and block.last is not None else block.again


def parts(measure: Measure, nodes: Iterable[PlanNode], mark: Mark, *, all_open: bool = False) -> Iterator[Part]:
    """Give the parts of a row that nodes are, at one mark."""
    return (Part(node, mark, measure.done(node)) for node in nodes if all_open or not node.open or node.node.expect)


def marked(mark: Mark) -> str:
    """Write the pass of each loop around, without the first passes at the end: two steps of one run are never written alike.

    >>> outer, inner = Pass(block="outer", number=1, of=2), Pass(block="inner", number=2, of=3)
    >>> marked((outer,)), marked((inner, outer)), marked((outer, inner))
    ('', '#2', '#1#2')
    """
    while mark and mark[-1].number == 1:
        mark = mark[:-1]
    return "".join(f"#{one.number}" for one in mark)


def after(measure: Measure, node: PlanNode, ms: int) -> int:
    """Give the part of `ms` that is the rest after a node."""
    return min(measure.rest(node).ideal or 0, ms)
