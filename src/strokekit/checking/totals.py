"""Rules about time: stated totals against the derived ones, blocks that bind, doses that disagree, loops that grow too large."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.checking.context import RuleContext
from strokekit.checking.shares import exceeded
from strokekit.checking.spans import span
from strokekit.composing.frame import MAX_STEPS
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import time_text
from strokekit.model.amounts import Range, Tempo, Time
from strokekit.model.elastic import Elastic, total
from strokekit.model.plan import PlanBlock, PlanChoice, PlanNode, PlanStep, children, walk
from strokekit.model.routine import StatedTotal
from strokekit.plugins.spelling import closest
from strokekit.timing.amounts import UNKNOWN, Bounds, lifted
from strokekit.timing.budgets import multiplied, stated_totals_of
from strokekit.timing.loops import amount_of, is_round
from strokekit.timing.measure import yields
from strokekit.timing.steps import stages_of, timed
from strokekit.timing.timeline import TABLE

WHOLES = ("table", "visit", "unstated")
"""What a stated total may cover besides ids."""


def stated_totals(context: RuleContext) -> Iterator[Wrong]:
    """Hold that a total that the source states lies within what the steps add up to."""
    for stated in stated_totals_of(context.plan):
        yield from _compare(context, stated, context.measure.plan(context.plan))
    for section in context.plan.sections:
        for node in walk(section.block):
            for stated in () if is_round(node) else node.node.stated_totals:
                yield from _compare(context, stated, context.measure.node(node), node)


def _compare(context: RuleContext, stated: StatedTotal, standing: Elastic, node: PlanNode | None = None) -> Iterator[Wrong]:
    missing = list(_missing(context, stated))
    yield from missing
    derived = _covered(context, stated, standing)
    bounds = context.measure.amounts.duration(stated.duration, UNKNOWN)
    if node is not None:
        bounds = multiplied(bounds, context.measure.often(node, stated.duration.each))
    too_short = bounds.max is not None and bounds.max < derived.min
    too_long = derived.max is not None and bounds.min > derived.max
    if missing or not (too_short or too_long):
        return
    facts = {"stated": span(bounds.min, bounds.max), "derived": span(derived.min, derived.max)}
    if derived.ideal is not None and derived.stated == derived.ideal and not derived.estimates and bounds.basis == "stated":
        yield Wrong("totals-disagree", stated.origin, facts=facts)
    else:
        yield Wrong("totals-disagree-by-estimate", stated.origin, facts={**facts, "estimates": _names(derived, bounds)})


def _names(derived: Elastic, bounds: Bounds, field: str = "stated_total") -> str:
    """Name what the numbers rest on that are not the author's."""
    names = dict.fromkeys((*derived.estimates, *derived.unknown, *lifted(bounds.names, field)))
    return ", ".join(f"`{name}`" for name in names) or "times from published sources"


def _missing(context: RuleContext, stated: StatedTotal) -> Iterator[Wrong]:
    """Find ids that a total covers and nothing has."""
    ids = tuple(dict.fromkeys(node.node.id for s in context.plan.sections for node in walk(s.block) if node.node.id_given))
    left_out = {left.name.partition("@")[0] for left in context.plan.left_out}
    for name in stated.covers:
        if name not in {*ids, *WHOLES, *left_out}:
            near = closest(name, ids)
            hints = (f"did you mean `{near}`?",) if near else ()
            yield Wrong("unknown-id", f"{stated.origin}/covers", facts={"id": name}, hints=hints)


def _covered(context: RuleContext, stated: StatedTotal, standing: Elastic) -> Elastic:
    """Measure what a total covers: the time on the table, the visit, the named parts, or what it stands on."""
    sections = context.plan.sections
    if "table" in stated.covers:
        return total(context.measure.node(section.block) for section in sections if section.phase in TABLE)
    if "visit" in stated.covers:
        return context.measure.plan(context.plan)
    names = set(stated.covers) - set(WHOLES)
    if not names:
        return standing
    return total(context.measure.node(node) for section in sections for node in _named(section.block, names))


def _named(node: PlanNode, names: set[str]) -> Iterator[PlanNode]:
    """Find the nodes with these ids; what lies within one counts with it."""
    if node.node.id in names:
        yield node
    else:
        for child in children(node):
            yield from _named(child, names)


def binding(context: RuleContext) -> Iterator[Wrong]:
    """Hold that steps fit into the time that their block is given."""
    for section in context.plan.sections:
        for node in walk(section.block):
            if isinstance(node, PlanBlock | PlanChoice):
                yield from _bound(context, node)


def _bound(context: RuleContext, block: PlanBlock | PlanChoice) -> Iterator[Wrong]:
    limits = context.measure.limits(block)
    if limits is None or exceeded(context, block):
        return
    inner = context.measure.loop(block)
    origin = f"{block.origin}/{'share' if amount_of(block, 'duration') is None else 'duration'}"
    given = span(limits.min, limits.max)
    if yields(inner, limits):
        facts = {"derived": span(inner.min, inner.max), "duration": given, "estimates": _names(inner, limits, "duration")}
        yield Wrong("block-by-estimate", origin, facts=facts)
        return
    if limits.max is not None and inner.min > limits.max:
        yield Wrong("block-too-short", origin, facts={"least": time_text(Time(inner.min)), "duration": given})
    if inner.max is not None and inner.max < limits.min:
        yield Wrong("block-too-long", origin, facts={"most": time_text(Time(inner.max)), "duration": given})


def doses(context: RuleContext) -> Iterator[Wrong]:
    """Hold that tempo, repeats and duration, which give each other, agree where all three are stated."""
    for step in context.steps:
        problem = _disagreement(context, step)
        if problem:
            yield Wrong("dose-disagrees", step.dose["duration"].origin, facts={"problem": problem})


def _disagreement(context: RuleContext, step: PlanStep) -> str:
    given = [
        step.dose[name] for name in ("tempo", "repeat", "duration") if name in step.dose and step.dose[name].by != "technique"
    ]
    if len(given) != 3:  # noqa: PLR2004 - the three
        return ""
    tempo, duration = step.dose["tempo"].value, step.dose["duration"].value
    made = context.measure.steps.paced(step) if isinstance(tempo, Tempo) and isinstance(duration, Range) else None
    whole = context.measure.work(step)
    if made is None or made.ideal is None or not _apart(made, whole):
        return ""
    return f"tempo and repeat make {span(made.min, made.max)}, the duration says {span(whole.min, whole.max)}"


def stages(context: RuleContext) -> Iterator[Wrong]:
    """Hold that stages which all say how long they take fit into the duration of their step."""
    for step in context.steps:
        duration, listed = step.dose.get("duration"), stages_of(step)
        if duration is None or not isinstance(duration.value, Range) or not listed or not all(timed(stage) for stage in listed):
            continue
        made, whole = context.measure.steps.stages(step), context.measure.work(step)
        if _apart(made, whole):
            facts = {"stages": span(made.min, made.max), "duration": span(whole.min, whole.max)}
            yield Wrong("stages-disagree", step.dose["stages"].origin, facts=facts)


def _apart(made: Bounds, whole: Elastic) -> bool:
    return (whole.max is not None and made.min > whole.max) or (made.max is not None and made.max < whole.min)


def size(context: RuleContext) -> Iterator[Wrong]:
    """Hold that all passes of all loops together stay a plan that can be shown."""
    sizes = {section.block.name: context.measure.unrolled(section.block) for section in context.plan.sections}
    if sum(sizes.values()) > MAX_STEPS:
        largest = max(context.plan.sections, key=lambda section: sizes[section.block.name]).block
        loops = [node for node in walk(largest) if isinstance(node, PlanBlock) and context.measure.unrolled(node) > MAX_STEPS]
        inner = next((loop for loop in reversed(loops) if loop.repeat is not None), None)
        yield Wrong("too-many-steps", f"{inner.origin}/repeat" if inner else "/sections", facts={"limit": MAX_STEPS})
