"""Rules about the clock: checkpoints that the plan misses, moments that never come, time that is booked and does not suffice."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.checking.context import RuleContext
from strokekit.checking.spans import span
from strokekit.composing.frame import MAX_STEPS
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import time_text
from strokekit.model.amounts import Range, Time
from strokekit.model.elastic import total
from strokekit.model.plan import PlanBlock, PlanCheckpoint, PlanNode, PlanStep, walk
from strokekit.timing.amounts import UNKNOWN, Bounds
from strokekit.timing.offsets import Begin, begins
from strokekit.timing.timeline import TABLE


def checkpoints(context: RuleContext) -> Iterator[Wrong]:
    """Hold that by plan a checkpoint comes when its author says; where unknown times lie before it, nobody can tell."""
    sections = context.plan.sections
    there = any(isinstance(node, PlanCheckpoint) for section in sections for node in walk(section.block))
    if not there or sum(context.measure.unrolled(section.block) for section in sections) > MAX_STEPS:
        return
    last: dict[str, Begin] = {}
    missed: set[str] = set()
    for begin in begins(context.measure, context.plan):
        last[begin.node.name] = begin
        if isinstance(begin.node, PlanCheckpoint) and begin.node.name not in missed:
            found = _missed(context, begin.node, begin, last.get(begin.node.since or ""))
            missed |= {begin.node.name} if found else set()
            yield from found


def _missed(context: RuleContext, point: PlanCheckpoint, here: Begin, since: Begin | None) -> list[Wrong]:
    if since is None or since.unknown != here.unknown or not isinstance(point.elapsed, Range):
        return []
    stated = context.measure.amounts.duration(point.elapsed, UNKNOWN)
    planned = here.ms - since.ms
    if planned >= stated.min and (stated.max is None or planned <= stated.max):
        return []
    facts = {"stated": span(stated.min, stated.max), "since": point.since, "planned": time_text(Time(planned))}
    return [Wrong("checkpoint-missed", f"{point.origin}/checkpoint", facts=facts)]


def moments(context: RuleContext) -> Iterator[Wrong]:
    """Hold that words for the change of side stand where a side changes, in one of the passes at least."""
    found: dict[str, bool] = {}
    for section in context.plan.sections:
        for node in walk(section.block):
            for prompt in node.node.prompts:
                if prompt.at.word == "side_change":
                    found[prompt.origin] = found.get(prompt.origin, False) or _changes_side(node)
    yield from (Wrong("no-side-change", f"{origin}/at") for origin, changes in found.items() if not changes)


def _changes_side(node: PlanNode) -> bool:
    """Tell whether a step is done on both sides, or a block has passes for them."""
    if isinstance(node, PlanBlock):
        sides = {part.side for part in node.first if isinstance(part, PlanBlock) and part.side}
        return len(sides) > 1 or (node.host and any(_changes_side(part) for part in node.first))
    return isinstance(node, PlanStep) and node.sides > 1


def booked(context: RuleContext) -> Iterator[Wrong]:
    """Hold that what is booked suffices: for the time on the table, and for the whole visit."""
    booking = {name: _booked(context, name) for name in ("table", "slot", "before", "after")}
    sections = context.plan.sections
    table = total(context.measure.node(section.block) for section in sections if section.phase in TABLE)
    visit = context.measure.plan(context.plan)
    inside = [booking[name] for name in ("before", "table", "after")]
    parts = sum(part.min for part in inside if part is not None)
    for name, what, least in (("table", "the work on the table", table.min), ("slot", "the whole visit", visit.min)):
        if _over(booking[name], least):
            yield _too_short(booking[name], name, what, least)
    if not _over(booking["slot"], visit.min) and _over(booking["slot"], parts):
        yield _too_short(booking["slot"], "slot", "what is booked within it", parts)


def _booked(context: RuleContext, name: str) -> Bounds | None:
    written = context.plan.routine.booking.get(name)
    return context.measure.amounts.duration(written, UNKNOWN) if isinstance(written, Range) else None


def _over(found: Bounds | None, least: int) -> bool:
    return found is not None and found.max is not None and least > found.max


def _too_short(found: Bounds | None, name: str, what: str, least: int) -> Wrong:
    given = span(found.min, found.max) if found is not None else ""
    return Wrong("booked-too-short", f"/booking/{name}", facts={"what": what, "least": time_text(Time(least)), "booked": given})
