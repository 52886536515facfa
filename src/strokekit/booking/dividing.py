"""How the time of a node is divided when a fit has said so: what a run through the plan asks for, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from strokekit.booking.posing import base
from strokekit.booking.solving import unrolled
from strokekit.fitting.answer import Fitted
from strokekit.fitting.problem import Choose, Group, Maybe, Node, Place, Repeat
from strokekit.fitting.problem import Part as Stretch
from strokekit.model.elastic import ZERO, Elastic
from strokekit.model.plan import PlanBlock, PlanChoice, PlanNode, PlanStep
from strokekit.model.timeline import Bind, Pass
from strokekit.timing.dividing import Ideally
from strokekit.timing.measure import Measure
from strokekit.timing.rows import Mark, Part, steps_of_pass

Passes = tuple[int, ...]


@attrs.define
class Divided:
    """Answers for the places that the fit has decided; blocks that are one stretch for it are divided as they always are."""

    measure: Measure
    tops: Mapping[str, str]
    root: Node
    fitted: Fitted
    totals: dict[Place, int] = attrs.field(factory=dict)
    """Place of any node of the problem → what it takes; absent nodes have none."""
    _places: dict[tuple[str, Mark], Passes] = attrs.field(factory=dict)
    _ideally: Ideally = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Add up what all nodes take."""
        self._ideally = Ideally(self.measure)
        self._add(self.root, ())

    def _add(self, node: Node, passes: Passes) -> int:
        made = self._sum(node, passes)
        self.totals[node.id, passes] = made
        return made

    def _sum(self, node: Node, passes: Passes) -> int:
        match node:
            case Stretch():
                return self.fitted.times[node.id, passes]
            case Group():
                return sum(self._add(child, passes) for child in node.children)
            case Maybe():
                return self._add(node.node, passes) if self.fitted.present[node.id, passes] else 0
            case Choose():
                return sum(self._add(node.options[number], passes) for number in self.fitted.taken[node.id, passes])
            case Repeat():
                return sum(
                    self._add(child, (*passes, number)) for number, child in _rounds(node, self.fitted.passes[node.id, passes])
                )

    def top(self, node: PlanNode) -> int | None:
        """Give what a section takes; None where it is left out."""
        return self.totals.get((self.tops[base(node)], ())) if self._there(node, ()) else None

    def parts(self, node: PlanBlock | PlanChoice, ms: int, mark: Mark) -> list[tuple[Part, int]]:
        """Divide the time of a node among what it holds."""
        if not self._decided(node, mark):
            return self._ideally.parts(node, ms, mark)
        place = self._places.get((base(node), mark), ())
        if isinstance(node, PlanChoice):
            found = list(self._those(node.options, mark, place))
        else:
            found = list(self._loop(node, mark, place))
        if not any(part.timed for part, _ in found):
            found.append((Part(node, mark, ZERO, pause=True), ms))
        return [(part, share) for part, share in found if share or not part.pause]

    def _decided(self, node: PlanBlock | PlanChoice, mark: Mark) -> bool:
        place = self._places.get((base(node), mark), ())
        return (
            not (isinstance(node, PlanBlock) and node.every is not None) and (self.tops.get(base(node), ""), place) in self.totals
        )

    def _loop(self, block: PlanBlock, mark: Mark, place: Passes) -> Iterator[tuple[Part, int]]:
        repeat = next((name for name in (f"{base(block)}*", f"{base(block)}+in*") if (name, place) in self.fitted.passes), None)
        count = self.fitted.passes[repeat, place] if repeat else 1
        pause = self.measure.pause(block)
        for number in range(1, count + 1):
            here = (*mark, Pass(block=block.name, number=number, of=count)) if count > 1 else mark
            inside = (*place, number) if repeat else place
            if number > 1:
                waited = self.totals.get((f"{base(block)}+pause", inside), 0)
                yield Part(block, here, pause, pause=True), waited
                yield from self._those(block.between, here, inside)
            yield from self._those(steps_of_pass(block, number, count), here, inside)

    def _those(self, nodes: tuple[PlanNode, ...], mark: Mark, place: Passes) -> Iterator[tuple[Part, int]]:
        for node in nodes:
            if not self._there(node, place):
                continue
            self._places[base(node), mark] = place
            yield Part(node, mark, self.measure.node(node)), self.totals.get((self.tops.get(base(node), ""), place), 0)

    def _there(self, node: PlanNode, place: Passes) -> bool:
        """Tell whether a node is done: checkpoints are, what the fit has a time for is, what it left out is not."""
        top = self.tops.get(base(node))
        if top is None:
            return not node.open or node.node.expect
        if not top.endswith("?"):
            return (top, place) in self.totals
        return self.fitted.present.get((top, place), False)

    def rest(self, node: PlanNode, ms: int, mark: Mark) -> int:
        """Give the rest after a node."""
        if not self._known(node, mark):
            return self._ideally.rest(node, ms, mark)
        return self.totals.get((f"{base(node)}+rest", self._places.get((base(node), mark), ())), 0)

    def passes(self, step: PlanStep, mark: Mark) -> int:
        """Count the passes of a step."""
        return self.fitted.counts.get((base(step), self._places.get((base(step), mark), ())), self._ideally.passes(step, mark))

    def binds(self, node: PlanNode, work: Elastic, ms: int, mark: Mark, around: Bind | None) -> tuple[Bind, ...]:
        """Name what kept a time from its ideal: a lock, its own least or longest, the sides, and the total that was asked for."""
        if not self._known(node, mark):
            return self._ideally.binds(node, work, ms, mark, around)
        found = []
        if "dose" in node.node.locked:
            found.append(Bind(kind="locked", name=node.name, origin=node.origin))
        elif ms == work.min:
            found.append(Bind(kind="least", name=node.name, origin=node.origin))
        elif ms == work.max:
            found.append(Bind(kind="most", name=node.name, origin=node.origin))
        return (*found, Bind(kind="target"))

    def _known(self, node: PlanNode, mark: Mark) -> bool:
        return (base(node), mark) in self._places or not mark


def _rounds(repeat: Repeat, count: int) -> Iterator[tuple[int, Node]]:
    """Give the patterns of so many passes, each with the number of its pass."""
    return ((number, child) for number in range(1, count + 1) for child in unrolled(repeat, number, count))
