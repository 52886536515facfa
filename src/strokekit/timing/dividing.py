"""How the time of a node is divided among what it holds: what a run through a plan asks, and the answer at the ideal times."""

from __future__ import annotations

from typing import Protocol

import attrs

from strokekit.model.elastic import Elastic
from strokekit.model.plan import PlanBlock, PlanChoice, PlanNode, PlanStep
from strokekit.model.timeline import Bind
from strokekit.timing.measure import Measure
from strokekit.timing.rows import Mark, Part, after
from strokekit.timing.sharing import shared


class Division(Protocol):
    """Says what is done and how long it takes. All times are whole milliseconds."""

    def top(self, node: PlanNode) -> int | None:
        """Give what a section takes; None where it is left out."""

    def parts(self, node: PlanBlock | PlanChoice, ms: int, mark: Mark) -> list[tuple[Part, int]]:
        """Divide the time of a node among what it holds; the shares sum to `ms`."""

    def rest(self, node: PlanNode, ms: int, mark: Mark) -> int:
        """Give the part of `ms` that is the rest after a node."""

    def passes(self, step: PlanStep, mark: Mark) -> int:
        """Count the passes of a step."""

    def binds(self, node: PlanNode, work: Elastic, ms: int, mark: Mark, around: Bind | None) -> tuple[Bind, ...]:
        """Say what made something that takes `work` by itself last `ms`, the nearest first; `around`: the block that binds."""


@attrs.frozen
class Ideally:
    """The division where nobody asks for a total: everything as near to its ideal as what is around it lets it be."""

    measure: Measure

    def top(self, node: PlanNode) -> int | None:
        """Give the ideal time of a section; None where it is not expected to be done."""
        return None if node.open and not node.node.expect else self.measure.node(node).ideal or 0

    def parts(self, node: PlanBlock | PlanChoice, ms: int, mark: Mark) -> list[tuple[Part, int]]:
        """Divide the time of a node."""
        return shared(self.measure, node, ms, mark)

    def rest(self, node: PlanNode, ms: int, mark: Mark) -> int:  # noqa: ARG002 - a fit asks for the pass
        """Give the ideal rest."""
        return after(self.measure, node, ms)

    def passes(self, step: PlanStep, mark: Mark) -> int:  # noqa: ARG002 - as above
        """Count the passes at the ideal."""
        return self.measure.steps.passes(step)

    def binds(self, node: PlanNode, work: Elastic, ms: int, mark: Mark, around: Bind | None) -> tuple[Bind, ...]:  # noqa: ARG002
        """Name the block that binds; nothing else does."""
        return () if around is None else (around,)
