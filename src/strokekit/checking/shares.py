"""Rules about shares: those of one time make no more than the whole of it, and none contradicts a duration beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from strokekit.checking.context import RuleContext
from strokekit.checking.spans import span
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import number_text
from strokekit.model.plan import PlanBlock, PlanNode, PlanStep, walk
from strokekit.timing.amounts import UNKNOWN, Bounds
from strokekit.timing.budgets import multiplied
from strokekit.timing.loops import amount_of, is_bundle, is_round
from strokekit.timing.shares import apart

WHOLE = Decimal(100)


def shares(context: RuleContext) -> Iterator[Wrong]:
    """Hold that shares of one time make no more than all of it, and that a share and a duration can both be kept."""
    yield from _summed(context, tuple(section.block for section in context.plan.sections))
    seen: set[str] = set()
    for section in context.plan.sections:
        for node in walk(section.block):
            if isinstance(node, PlanBlock) and node.origin not in seen:
                seen.add(node.origin)
                yield from _summed(context, _shared_out(node))
            yield from _both(context, node)


def _shared_out(block: PlanBlock) -> tuple[PlanNode, ...]:
    """Give the nodes whose shares are of one pass of a block."""
    inner = block.first
    while inner and is_round(inner[0]) and isinstance(inner[0], PlanBlock):
        inner = inner[0].first
    return inner


def _summed(context: RuleContext, nodes: tuple[PlanNode, ...]) -> Iterator[Wrong]:
    """Report the first share that is too much even at the least of all; what may be left out is not counted."""
    least = Decimal(0)
    for node in nodes:
        written = amount_of(node, "share")
        if written is None or node.open:
            continue
        least += context.measure.amounts.percent(written)[0]
        if least > WHOLE:
            yield Wrong("shares-exceed", f"{node.origin}/share", facts={"least": f"{number_text(least)}%"})
            return


def exceeded(context: RuleContext, node: PlanNode) -> bool:
    """Tell whether the shares in a block are more than the whole of it; that it is too short says nothing more then."""
    return isinstance(node, PlanBlock) and any(True for _ in _summed(context, _shared_out(node)))


def _both(context: RuleContext, node: PlanNode) -> Iterator[Wrong]:
    duration, share = amount_of(node, "duration"), context.measure.budgets.share(node)
    if duration is None or share is None or is_round(node) or is_bundle(node):
        return
    stated = _lasting(context, node)
    if apart(stated, share):
        write = context.catalog.literals.write
        facts = {
            "share": write("percent", amount_of(node, "share")),
            "made": span(share.min, share.max),
            "duration": span(stated.min, stated.max),
        }
        yield Wrong("share-disagrees", f"{node.origin}/share", facts=facts)


def _lasting(context: RuleContext, node: PlanNode) -> Bounds:
    """Give what the duration of a node says alone."""
    if isinstance(node, PlanStep):
        return context.measure.steps.bounds(node)
    written = amount_of(node, "duration")
    found = UNKNOWN if written is None else context.measure.amounts.duration(written, UNKNOWN)
    return multiplied(found, context.measure.often(node, written.each)) if written is not None else found
