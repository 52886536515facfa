"""How many nodes a routine unrolls to, told before any of them is made: includes, sides, members and passes multiply.

Nothing is resolved here. Conditions and exceptions may leave nodes out of the plan; here they count, as if all were done.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from strokekit.composing.frame import MAX_DEPTH
from strokekit.composing.included import part_of
from strokekit.composing.members import JOINT
from strokekit.composing.passes import asks_pass
from strokekit.model.amounts import Range
from strokekit.model.routine import Block, Choice, Deed, Include, Routine, Section
from strokekit.plugins.catalog import Catalog


def unrolled(routine: Routine, sections: Iterable[Section], catalog: Catalog) -> int:
    r"""Count the nodes that these sections of a routine unroll to, each part once however often it is included.

    >>> from strokekit import Engine
    >>> engine = Engine()
    >>> text = "strokekit: 1\ntitle: T\nsections: [{id: a, sides: each, steps: [{say: One}, {say: Two}]}]"
    >>> routine = engine.loads(text).require()
    >>> unrolled(routine, routine.sections, engine.catalog)
    7
    """
    counting = _Counting(routine, catalog)
    return sum(counting.node(section.step, "", 0) for section in sections)


@attrs.frozen
class _Counting:
    """Counts nodes; how many a part holds is remembered by its file, its name and how deep it stands."""

    routine: Routine
    catalog: Catalog
    known: dict[tuple[str, str, int], int] = attrs.field(factory=dict)
    around: list[tuple[str, str]] = attrs.field(factory=list)
    """The parts that are being counted, the outermost first."""

    def node(self, step: Any, file: str, depth: int) -> int:
        """Count a step with all that it holds; `file` is the one that it stands in. What stands too deep is not made."""
        if depth >= MAX_DEPTH:
            return 0
        match step:
            case Block():
                return 1 + self._loops(step, self.nodes(step.steps, file, depth + 1), len(step.steps), file, depth)
            case Include():
                return 1 + self._loops(step.around, self._part(step.ref, file, depth + 1), 1, file, depth)
            case Choice():
                return 1 + self.nodes(step.options, file, depth + 1)
            case Deed():
                return 1 + (self.nodes(step.interspersed.steps, file, depth + 1) if step.interspersed else 0)
        return 1

    def nodes(self, steps: Iterable[Any], file: str, depth: int) -> int:
        """Count steps."""
        return sum(self.node(step, file, depth) for step in steps)

    def _part(self, ref: str, file: str, depth: int) -> int:
        """Count what an include takes in; one that leads back to itself is not taken in."""
        there, _, part = part_of(self.routine, ref, file)
        if part is None or depth >= MAX_DEPTH:
            return 0
        key = (there, part.id, depth)
        if key[:2] in self.around:
            return 0
        if key not in self.known:
            self.around.append(key[:2])
            block = part.block
            inside = self.nodes(block.steps, there, depth + 1)
            self.known[key] = 1 + self._loops(block, inside, len(block.steps), there, depth)
            self.around.pop()
        return self.known[key]

    def _loops(self, block: Block, inside: int, steps: int, file: str, depth: int) -> int:
        """Count the passes of a block that holds so many nodes in so many steps, and what stands between them."""
        inter = block.interspersed
        returning = self.nodes(inter.steps, file, depth + 1) if inter else 0
        between = self.nodes(block.between, file, depth + 1)
        if inter and inter.every == "step":
            inside += (steps - 1) * returning
        elif inter and inter.every == "repeat":
            between += returning
        members = self._members(block)
        if members is not None:
            inside = members * (1 + inside) + max(members - 1, 0) * between
        if block.sides is not None:
            inside = 2 * (1 + inside) + between
        return self._passes(block) * inside + (between if block.repeat is not None else 0)

    def _members(self, block: Block) -> int | None:
        """Count the members of the row that a block is done for; None where it is done for none."""
        row = block.members
        if row is None:
            return None
        if row.numbers is not None or row.places:
            return len(row.places) if row.numbers is None else len(row.numbers)
        region = self.catalog.regions.get(row.kind)
        return 1 if row.kind == JOINT else (region.count or 0) if region else 0

    def _passes(self, block: Block) -> int:
        """Count the passes of a repeated block that a plan holds: the first, a later one, and the last where it differs."""
        if not isinstance(block.repeat, Range) or block.repeat.max == 1:
            return 1
        return 3 if asks_pass(block.steps) else 2
