"""Laws of the fit of plans: the total is just what was asked for, every step keeps to its bounds, sides are equal."""

from __future__ import annotations

from math import inf

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from strokekit.diagnostics import Outcome
from strokekit.model.plan import Plan, PlanBlock, PlanChoice, walk
from strokekit.model.timeline import Timeline
from strokekit.timing.lengths import TIMED
from strokekit.timing.loops import amount_of
from strokekit.timing.measure import Measure, yields
from strokekit.timing.timeline import TABLE
from tests.laws.test_time import binds
from tests.plans import engine, plans

FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
PERMILLE = st.integers(-200, 1_200)
"""How far from the least (0) to the most (1,000) the target lies."""
WORK = 10_000
OPEN = 120_000
"""How far above the least a target may be where there is no end: what is repeated without one is a tree of all its counts."""


def asked(plan: Plan, permille: int) -> tuple[int, dict[str, int]]:
    """Give a target between the ends of what a plan can take, and a minute for all that is unknown in it."""
    measure = Measure(engine().catalog, of=plan)
    unknown = dict.fromkeys(measure.plan(plan).unknown, 60_000)
    whole = Measure(engine().catalog, unknown, of=plan).plan(plan)
    low, high = whole.min, min((whole.ideal or whole.min) * 2, whole.min + OPEN) if whole.max is None else whole.max
    return max(low + (high - low) * permille // 1_000, 0), unknown


def fitted(plan: Plan, permille: int) -> tuple[Outcome[Timeline], int]:
    """Fit a plan to such a target."""
    target, assumed = asked(plan, permille)
    return engine().fit(plan, target=target, assume=assumed, work=WORK), target


@FEW
@given(plans(), PERMILLE)
def test_the_total_is_what_was_asked_for_or_there_is_a_reason(plan: Plan, permille: int) -> None:
    """A fit takes just as long as is asked for; where there is none, one error says why: that the search ended is one reason."""
    found, target = fitted(plan, permille)
    event("fitted" if found.value else str([one.code for one in found.report.errors]))
    if found.value is not None:
        timed = [cue for cue in found.value.cues if cue.kind in TIMED]
        assert (found.value.total, sum(cue.length for cue in timed)) == (target, target)
        assert [cue.start for cue in timed] == [0, *(cue.end for cue in timed)][:-1]
    else:
        assert [one.code for one in found.report.errors] in (["SK614"], ["SK601"], ["SK618"])


def ranges(plan: Plan) -> dict[str, tuple[float, float]]:
    """Give the least and the most of each step: those of a step in a block whose time its guesses do not meet are open."""
    measure, found = Measure(engine().catalog, of=plan), {}
    open_ones: set[str] = set()
    for section in plan.sections:
        for node in walk(section.block):
            if isinstance(node, PlanBlock | PlanChoice):
                limits = measure.limits(node)
                if (limits is not None and yields(measure.loop(node), limits)) or getattr(node, "every", None) is not None:
                    open_ones |= {below.name for below in walk(node)}
            else:
                work = measure.work(node)
                found[node.name] = (work.min, inf if work.max is None or work.ideal is None else work.max)
                if amount_of(node, "share") is not None or measure.budgets.standing(node).takes_rest:
                    open_ones.add(node.name)
    return {name: (0, inf) if name in open_ones else ends for name, ends in found.items()}


@FEW
@given(plans(), PERMILLE)
def test_every_step_keeps_to_its_bounds(plan: Plan, permille: int) -> None:
    """No step is shorter than its least or longer than its most, except where a stated time overrules guesses."""
    found, _ = fitted(plan, permille)
    assume(found.value is not None and not any(amount_of(node, "share") for one in plan.sections for node in walk(one.block)))
    allowed = ranges(plan)
    steps = [(cue.name, cue.length, *allowed[cue.name.partition("#")[0]]) for cue in found.require().cues if cue.kind == "step"]
    beyond = [(name, least, length, most) for name, length, least, most in steps if not least <= length <= most]

    assert beyond == []


@settings(FEW, max_examples=12)
@given(plans(), PERMILLE)
def test_sections_keep_to_their_shares_of_the_time_that_is_asked_for(plan: Plan, permille: int) -> None:
    """A section with a share of the table takes that share of what is left on it, to the millisecond."""
    assume(any(amount_of(section.block, "share") for section in plan.sections) and not binds(plan))
    target, assumed = asked(plan, permille)
    found = engine().fit(plan, table=target, assume=assumed, work=WORK)
    event("fitted" if found.value else str([one.code for one in found.report.errors]))
    assume(found.value is not None)
    amounts = Measure(engine().catalog, of=plan).amounts
    for section in plan.sections:
        written = amount_of(section.block, "share")
        if written is not None and section.block.duration is None and section.phase in TABLE and not section.block.open:
            low, _, high = amounts.percent(written)
            rest = found.require().sections
            taken = next((one.end or 0) - (one.start or 0) for one in rest if one.name == section.block.name)
            assert target * low - 100 <= taken * 100 <= target * high + 100


@FEW
@given(plans())
def test_fitting_to_the_ideal_total_changes_nothing(plan: Plan) -> None:
    """With the ideal total as target the timeline is the one without a target; shares are of what is asked for, so they move."""
    assume(not any(amount_of(node, "share") for section in plan.sections for node in walk(section.block)))
    _, assumed = asked(plan, 0)
    ideal = engine().fit(plan, assume=assumed).require()

    assert engine().fit(plan, target=ideal.total, assume=assumed).require() == ideal


@FEW
@given(plans(), PERMILLE)
def test_the_same_call_gives_the_same_timeline(plan: Plan, permille: int) -> None:
    """Nothing but the plan and what is asked decides."""
    first, second = (fitted(plan, permille)[0] for _ in range(2))

    assert (first.value, first.report) == (second.value, second.report)


@FEW
@given(plans(), PERMILLE)
def test_sides_take_equal_times(plan: Plan, permille: int) -> None:
    """What is done on one side takes as long as on the other, without the way there."""
    found, _ = fitted(plan, permille)
    assume(found.value is not None)
    lengths: dict[str, int] = {}
    for cue in found.require().cues:
        if cue.kind in TIMED and not cue.inserted:
            name = cue.name.partition("#")[0]
            lengths[name] = lengths.get(name, 0) + cue.length
    for section in plan.sections:
        for node in walk(section.block):
            sides = [side for side in getattr(node, "first", ()) if isinstance(side, PlanBlock) and side.side and not side.member]
            interrupted = any(getattr(below, "every", None) is not None for below in (node, *walk(node)))
            if len(sides) > 1 and not interrupted:
                taken = [sum(lengths.get(name, 0) for name in {one.name for one in walk(side)}) for side in sides]
                assert len(set(taken)) == 1, (node.name, taken)
