"""How often a block is done, and how often it has what one of its amounts is stated for. No times are needed for that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from strokekit.model.amounts import Range
from strokekit.model.plan import PlanBlock, PlanNode, PlanStep
from strokekit.timing.amounts import Amounts, Bounds, exact

FREE = Bounds(min=0, ideal=None, max=None)
"""Passes of a block of which only one end is stated: nothing says how many."""
BETWEEN = ("repeat", "pass")
"""What `each` of a rest says that it is between the passes."""
SIDES = ("side", "limb")
"""What `each` may say of the sides of a loop."""
MEMBERS = ("area", "digit", "joint", "place")
"""What `each` may say of the members of a loop."""


def passes(amounts: Amounts, block: PlanBlock) -> Bounds:
    """Count how often a block is done."""
    return exact(1) if block.repeat is None else amounts.count(block.repeat, FREE)


def often(amounts: Amounts, node: PlanNode, each: str | None) -> int | None:
    """Count how often a block has what an amount is stated for, as in `2 min each side`; None where that is open."""
    if not isinstance(node, PlanBlock) or each is None:
        return 1
    if each in BETWEEN:
        return passes(amounts, node).ideal
    if each in SIDES:
        return max(sum(1 for part in rounds(node) if part.side and not part.member), 1)
    return max(sum(1 for part in rounds(node) if part.member), 1) if each in MEMBERS else 1


def rounds(block: PlanBlock) -> Iterator[PlanBlock]:
    """Give the blocks that are a block's own passes for sides and members, those for members within those for sides."""
    for node in block.first:
        if is_round(node) and isinstance(node, PlanBlock) and node.origin == block.origin:
            yield node
            yield from rounds(node)


def is_round(node: PlanNode) -> bool:
    """Tell whether a node is a pass of the block that it stands in: for a side, or for a member of a row."""
    return isinstance(node, PlanBlock) and (node.side is not None or node.member is not None)


def is_bundle(node: PlanNode) -> bool:
    """Tell whether a block only binds an option of a choice to the change that it needs before it: nobody wrote such a block."""
    if not isinstance(node, PlanBlock) or node.host or is_round(node):
        return False
    if any(said is not None for said in (node.repeat, node.duration, node.share)):
        return False
    bound = (child for child in node.first if child.origin == node.origin and not is_round(child))
    return any(not (isinstance(child, PlanStep) and child.inserted) for child in bound)


def amount_of(node: PlanNode, name: Literal["duration", "share"]) -> Range[Any] | None:
    """Give the `duration` or the `share` that is stated for a whole node; None where none is, or it is `unstated`."""
    if isinstance(node, PlanStep):
        given = node.dose.get(name)
        written = given.value if given is not None else None
    else:
        written = getattr(node, name, None)
    return written if isinstance(written, Range) else None
