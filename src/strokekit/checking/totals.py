"""Rules about time: stated totals against the derived ones, blocks that bind, doses that disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from strokekit.checking.context import RuleContext
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import time_text
from strokekit.model.amounts import Range, Tempo, Time
from strokekit.model.elastic import Elastic
from strokekit.model.plan import PlanBlock, PlanNode, PlanStep, walk
from strokekit.model.routine import StatedTotal
from strokekit.timing.amounts import Bounds
from strokekit.timing.measure import total
from strokekit.timing.timeline import TABLE

UNKNOWN = Bounds(min=0, ideal=None, max=None)


def stated_totals(context: RuleContext) -> Iterator[Wrong]:
    """A total that the source states lies within what the steps add up to."""
    for stated in context.plan.routine.stated_totals:
        yield from _compare(context, stated, _covered(context, stated))
    for section in context.plan.sections:
        for node in walk(section.block):
            for stated in node.node.stated_totals:
                yield from _compare(context, stated, context.measure.node(node))


def _covered(context: RuleContext, stated: StatedTotal) -> Elastic:
    """What a total of the document covers: everything, the time on the table, or the named parts."""
    sections = context.plan.sections
    if "table" in stated.covers:
        return total(context.measure.node(s.block) for s in sections if s.phase in TABLE)
    names = set(stated.covers) - {"visit", "unstated"}
    if not names:
        return context.measure.plan(context.plan)
    return total(context.measure.node(node) for node in _named(context, names))


def _named(context: RuleContext, names: set[str]) -> Iterable[PlanNode]:
    return (node for section in context.plan.sections for node in walk(section.block) if node.node.id in names)


def _compare(context: RuleContext, stated: StatedTotal, derived: Elastic) -> Iterator[Wrong]:
    bounds = context.measure.amounts.duration(stated.duration, UNKNOWN)
    low, high = bounds.min, bounds.max
    too_short = high is not None and high < derived.min
    too_long = derived.max is not None and low > derived.max
    if not too_short and not too_long:
        return
    facts = {"stated": _span(low, high), "derived": _span(derived.min, derived.max)}
    if derived.certain:
        yield Wrong("totals-disagree", stated.origin, facts=facts)
    else:
        names = ", ".join(f"`{name}`" for name in (*derived.estimates, *derived.unknown))
        yield Wrong("totals-disagree-by-estimate", stated.origin, facts={**facts, "estimates": names})


def _span(low: int, high: int | None) -> str:
    if high is None:
        return f"at least {time_text(Time(low))}"
    return time_text(Time(low)) if low == high else f"{time_text(Time(low))} to {time_text(Time(high))}"


def binding(context: RuleContext) -> Iterator[Wrong]:
    """Steps fit into the time that their block is given."""
    for section in context.plan.sections:
        for node in walk(section.block):
            if isinstance(node, PlanBlock):
                yield from _bound(context, node)


def _bound(context: RuleContext, block: PlanBlock) -> Iterator[Wrong]:
    limits = context.measure.limits(block)
    if limits is None:
        return
    inner = context.measure.loop(block)
    origin = f"{block.origin}/duration"
    given = _span(limits.min, limits.max)
    if limits.max is not None and inner.min > limits.max:
        yield Wrong("block-too-short", origin, facts={"least": time_text(Time(inner.min)), "duration": given})
    if inner.max is not None and inner.max < limits.min:
        yield Wrong("block-too-long", origin, facts={"most": time_text(Time(inner.max)), "duration": given})


def doses(context: RuleContext) -> Iterator[Wrong]:
    """Tempo, repeats and duration give each other: three that are stated must agree."""
    for step in context.steps:
        problem = _disagreement(context, step)
        if problem:
            yield Wrong("dose-disagrees", step.dose["duration"].origin, facts={"problem": problem})


def _disagreement(context: RuleContext, step: PlanStep) -> str:
    given = {name: step.dose[name] for name in ("tempo", "repeat", "duration") if name in step.dose}
    if len(given) < 3 or any(g.by == "technique" for g in given.values()):  # noqa: PLR2004 - the three
        return ""
    tempo, repeat, duration = (given[name].value for name in ("tempo", "repeat", "duration"))
    if not isinstance(tempo, Tempo) or tempo.word or not isinstance(repeat, Range) or not isinstance(duration, Range):
        return ""
    made = context.measure.steps.paced(step)
    stated = context.measure.amounts.duration(duration, UNKNOWN)
    apart = made is not None and (
        (stated.max is not None and made.min > stated.max) or (made.max is not None and made.max < stated.min)
    )
    if not apart or made is None:
        return ""
    return f"tempo and repeat make {_span(made.min, made.max)}, the duration says {_span(stated.min, stated.max)}"
