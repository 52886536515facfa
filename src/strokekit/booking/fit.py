"""The door of the room: a plan and a target in, a timeline that takes just that long out, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from strokekit.booking.dividing import Divided
from strokekit.booking.reporting import not_proved, out_of_reach
from strokekit.booking.solving import WORK, Setting, solved
from strokekit.booking.targets import Target, Targets
from strokekit.booking.wishes import checked, wished
from strokekit.composing.frame import MAX_STEPS
from strokekit.composing.origins import locate_in
from strokekit.diagnostics import Outcome, Report
from strokekit.errors import UsageError
from strokekit.fitting.answer import Unreachable
from strokekit.formats.locating import Wrong
from strokekit.model.amounts import Range, Time, exactly
from strokekit.model.plan import Plan, steps_of
from strokekit.model.timeline import Timeline
from strokekit.plugins.catalog import Catalog
from strokekit.timing.dividing import Ideally
from strokekit.timing.lengths import TIMED
from strokekit.timing.loops import amount_of
from strokekit.timing.measure import Measure, asked
from strokekit.timing.timeline import TABLE, faults, make_timeline, refused, timeline_of


def book(
    plan: Plan,
    catalog: Catalog,
    *,
    target: int | str | None = None,
    slot: int | str | None = None,
    table: int | str | None = None,
    wishes: Mapping[str, int] | None = None,
    assume: Mapping[str, int] | None = None,
    work: int | None = None,
    version: str = "",
) -> Outcome[Timeline]:
    """Give the timeline of a plan that takes just as long as is asked, and deviates least from the ideals.

    Without wishes, and with the ideal total as target, that is the timeline at the ideal times. Without a target, wishes move
    time within the ideal total.

    Args:
        plan: what composing gave.
        catalog: the one that the plan was composed with.
        target: ms, a text of a time, or `stated`; None for the ideal total.
        slot: the same with what lies before and after the routine.
        table: the same for the time on the table; what is done before and after stays as it is.
        wishes: id, technique or place → hundredths of its ideal time.
        assume: name of a node → ms, where nothing says how long it takes.
        work: how many steps of work the search may take; the same number gives the same answer on every machine.
        version: that of the engine, noted in the timeline.

    Raises:
        UsageError: a time or a wish is none.
    """
    if work is not None and (type(work) is not int or work <= 0):
        raise UsageError(f"work takes a whole number > 0, not {work}")
    asked_for = Targets(plan, catalog).read(target=target, slot=slot, table=table)
    if isinstance(asked_for, Wrong):
        return Outcome(None, Report.of([locate_in(plan.routine, asked_for)]))
    problems: list[Wrong] = []
    wanted = wished(plan, catalog, checked(wishes or {}), problems)
    free = Measure(catalog, assume or {}, of=plan)
    around = _around(plan, free)
    measure = Measure(catalog, assume or {}, of=_with_table(plan, asked_for, around))
    asked(measure, plan)
    whole = measure.plan(plan)
    at_ideal = asked_for is None or _total(plan, free, asked_for) == whole.ideal == free.plan(plan).ideal
    if at_ideal and not wanted and not problems and not _bound_across(plan):
        return make_timeline(plan, catalog, assume=assume, version=version)
    wrong = [*problems, *faults(plan, measure, whole, MAX_STEPS)]
    if wrong or whole.ideal is None:
        return refused(plan, measure, wrong)
    ideal = timeline_of(plan, measure, Ideally(measure), version=version)
    total = whole.ideal if asked_for is None else _total(plan, free, asked_for)
    if ideal.value is None:
        return ideal
    on_table = asked_for is not None and asked_for.on_table
    return _fitted(plan, measure, _Asked(total, wanted, ideal.value, work or WORK, on_table), version=version)


@attrs.frozen
class _Asked:
    """What is asked of the solver: a total in ms, wishes by the identity of steps, and what holds without both."""

    target: int
    wishes: Mapping[int, int]
    ideal: Timeline
    work: int
    on_table: bool
    """True where only what counts as time on the table is fitted."""


def _fitted(plan: Plan, measure: Measure, asked_for: _Asked, *, version: str) -> Outcome[Timeline]:
    """Pose the problem, have it solved, and make a timeline of the answer."""
    setting = Setting(
        plan=plan,
        measure=measure,
        ideals=ideals_of(asked_for.ideal),
        wishes=asked_for.wishes,
        target=asked_for.target,
        on_table=asked_for.on_table,
    )
    posed, found = solved(setting, work=asked_for.work)
    if isinstance(found, Unreachable):
        return refused(plan, measure, [out_of_reach(plan, found, asked_for.target, posed.origins)])
    made = timeline_of(plan, measure, Divided(measure, posed.tops, posed.problem.root, found), version=version)
    if found.proved or made.value is None:
        return made
    return Outcome(made.value, made.report + Report.of([locate_in(plan.routine, not_proved(found))]))


def ideals_of(timeline: Timeline) -> dict[str, int]:
    """Give how long each step and each rest takes in a timeline: by name, those of a first pass."""
    found: dict[str, int] = {}
    for cue in timeline.cues:
        if cue.kind in TIMED:
            name = cue.name.partition("#")[0]
            if cue.kind == "rest":
                paused = bool(cue.passes) and cue.passes[-1].block == name
                name = f"{name}+pause" if paused else f"{name}+rest"
            found.setdefault(name, max(cue.length, 0))  # below 0 where shares of a small total leave a block no time at all
    return found


def _bound_across(plan: Plan) -> bool:
    """Tell whether a plan has bounds that the ideal times need not keep: limits, shares, what lies on the client for so long."""
    shares = any(amount_of(section.block, "share") for section in plan.sections)
    return shares or bool(plan.routine.limits) or any(isinstance(step.lasts, Range) for step in steps_of(plan))


def _around(plan: Plan, measure: Measure) -> int:
    """Give the ideal time of what does not count as time on the table."""
    return sum(measure.node(section.block).ideal or 0 for section in plan.sections if section.phase not in TABLE)


def _total(plan: Plan, measure: Measure, target: Target) -> int:
    """Give the total that a target makes."""
    return target.ms + (_around(plan, measure) if target.on_table else 0)


def _with_table(plan: Plan, target: Target | None, around: int) -> Plan:
    """Let shares of sections be shares of the time that is asked for, as far as it counts as time on the table."""
    if target is None:
        return plan
    table = exactly(Time(target.ms if target.on_table else max(target.ms - around, 0)))
    return attrs.evolve(plan, routine=attrs.evolve(plan.routine, booking={**plan.routine.booking, "table": table}))
