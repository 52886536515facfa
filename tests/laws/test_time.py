"""Laws of time: least, ideal and most are in order, sums agree by every public way, cues fill the time without gaps."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from strokekit.cli.time import Table
from strokekit.composing import compose
from strokekit.model.amounts import Range
from strokekit.model.elastic import ZERO, Elastic, total
from strokekit.model.plan import Plan, PlanBlock, PlanChoice, children, walk
from strokekit.model.timeline import Timeline
from strokekit.timing.allot import allot
from strokekit.timing.amounts import Amounts, Bounds
from strokekit.timing.interrupting import ends
from strokekit.timing.kinds import Kinds
from strokekit.timing.measure import Measure
from strokekit.timing.offsets import begins
from strokekit.timing.shares import portion
from strokekit.timing.sharing import shared
from tests.plans import engine, plans, routines

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def measured(plan: Plan) -> Measure:
    """Make a measure for a plan."""
    assert plan.sections
    return Measure(engine().catalog, of=plan)


def fitted(plan: Plan) -> Timeline:
    """Make the timeline, with a minute for whatever is unknown."""
    unknown = measured(plan).plan(plan).unknown
    return engine().fit(plan, assume=dict.fromkeys(unknown, 60_000)).require()


def in_order(elastic: Elastic) -> bool:
    """Tell whether least, ideal and most are in order, the parts of the ideal within it, and what is unknown has a name."""
    ideal = elastic.min if elastic.ideal is None else elastic.ideal
    most = ideal if elastic.max is None else elastic.max
    parts = elastic.ideal is None or 0 <= elastic.stated + elastic.sourced <= elastic.ideal
    named = (elastic.ideal is None) == bool(elastic.unknown)
    return 0 <= elastic.min <= ideal <= most and parts and named


def binds(plan: Plan) -> bool:
    """Tell whether a block can't hold its steps: an error that the rules report."""
    measure = measured(plan)
    blocks = [node for section in plan.sections for node in walk(section.block) if isinstance(node, PlanBlock | PlanChoice)]
    for block in blocks:
        limits, inner = measure.limits(block), measure.loop(block)
        if limits and ((limits.max is not None and inner.min > limits.max) or (inner.max is not None and inner.max < limits.min)):
            return True
    return False


@FEW
@given(plans())
def test_least_ideal_and_most_are_in_order_everywhere(plan: Plan) -> None:
    """Of every node, done or as it counts, and of either kind of work in it: 0 <= least <= ideal <= most."""
    measure = measured(plan)
    kinds = Kinds(measure)
    nodes = [node for section in plan.sections for node in walk(section.block)]
    if binds(plan):
        return

    assert [node.name for node in nodes if not in_order(measure.node(node))] == []
    assert [node.name for node in nodes if not in_order(measure.done(node))] == []
    assert [n.name for n in nodes for hands_on in (True, False) if not in_order(kinds.only(n, hands_on=hands_on))] == []


@FEW
@given(plans())
def test_either_kind_of_work_adds_up_to_the_whole(plan: Plan) -> None:
    """Hands-on work and all else make the ideal of every node, to the millisecond."""
    measure = measured(plan)
    kinds = Kinds(measure)
    nodes = [node for section in plan.sections for node in walk(section.block) if measure.node(node).ideal is not None]
    split = [
        (node.name, (kinds.only(node, hands_on=True).ideal or 0) + (kinds.only(node, hands_on=False).ideal or 0))
        for node in nodes
    ]

    assert split == [(node.name, measure.node(node).ideal) for node in nodes]


@FEW
@given(plans())
def test_a_section_is_the_sum_of_its_steps_and_the_total_that_of_its_sections(plan: Plan) -> None:
    """Without loops, times and rests of their own, sections are sums; the plan always is."""
    measure = measured(plan)

    assert measure.plan(plan) == total(measure.node(section.block) for section in plan.sections)
    for section in plan.sections:
        if section.block.share is None:
            assert measure.done(section.block) == total(measure.node(node) for node in children(section.block))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(plans())
def test_all_public_ways_to_a_total_agree(plan: Plan) -> None:
    """`measure`, the timeline, its cues, its JSON, and the command's table, text and JSON have one total."""
    whole = engine().measure(plan)
    if whole.ideal is None:
        return
    timeline = fitted(plan)
    table = Table(plan, engine())
    shown = json.loads(engine().render(timeline, to="json"))
    as_json = json.loads(json.dumps(table.json()))

    timed = sum(cue.length for cue in timeline.cues if cue.kind in {"step", "rest"})
    totals = {name: times["ideal"] for name, times in as_json["totals"].items()}
    assert {
        whole.ideal,
        timeline.total,
        timeline.elastic.ideal,
        timed,
        shown["total"]["ideal"],
        as_json["total"]["ideal"],
        table.total.ideal,
        sum(section["ideal"] for section in as_json["sections"]),
    } == {timeline.total}
    assert dict(timeline.totals) == shown["totals"] == totals
    assert (as_json["total"]["min"], as_json["total"]["max"]) == (whole.min, whole.max)


@FEW
@given(plans())
def test_cues_follow_each_other_without_gaps_or_overlaps(plan: Plan) -> None:
    """Steps and rests begin where the one before ends, and end with the total; everything else lies within."""
    timeline = fitted(plan)
    timed = [cue for cue in timeline.cues if cue.kind in {"step", "rest"}]
    ends = [0, *(cue.end for cue in timed)]

    assert [cue.start for cue in timed] == ends[:-1]
    assert ends[-1] == timeline.total
    assert [cue.name for cue in timeline.cues if not 0 <= cue.start <= cue.end <= timeline.total] == []
    assert [cue.start for cue in timeline.cues] == sorted(cue.start for cue in timeline.cues)


@FEW
@given(plans())
def test_every_cue_points_at_a_real_place(plan: Plan) -> None:
    """A cue's origin is a value of the document, and the line in the JSON is the line of that value."""
    timeline = fitted(plan)
    document = plan.routine.document
    assert document is not None
    shown = json.loads(engine().render(timeline, to="json"))["cues"]

    assert [document.value(cue.origin) is not None for cue in timeline.cues] == [True] * len(timeline.cues)
    assert [cue["line"] for cue in shown] == [document.span(cue.origin).line for cue in timeline.cues]


@FEW
@given(plans())
def test_names_of_steps_are_unique_in_a_timeline(plan: Plan) -> None:
    """No two steps of a run have one name: sides and passes tell them apart."""
    names = [cue.name for cue in fitted(plan).cues if cue.kind == "step"]

    assert sorted(names) == sorted(set(names))


@FEW
@given(routines())
def test_an_unknown_step_keeps_the_lower_bound(text: str) -> None:
    """A step of unknown time takes no known time away, and makes the total unknown under its name."""
    data = json.loads(text)
    data["sections"].append({"id": "last", "steps": [{"technique": "x.bare", "id": "lost", "where": "calf"}]})
    read = [engine().loads(made, syntax="json") for made in (text, json.dumps(data))]
    assume(all(outcome.value is not None for outcome in read))
    before, after = (engine().measure(compose(outcome.require(), engine().catalog).require()) for outcome in read)

    assert (after.min, after.ideal, after.max) == (before.min, None, None)
    assert "lost" in after.unknown


def blocks(plan: Plan) -> list[PlanBlock | PlanChoice]:
    """Give the blocks and choices of a plan whose ideal time is known."""
    measure = measured(plan)
    nodes = [node for section in plan.sections for node in walk(section.block) if isinstance(node, PlanBlock | PlanChoice)]
    return [node for node in nodes if measure.work(node).ideal is not None]


@FEW
@given(plans())
def test_what_a_block_holds_makes_its_time_to_the_millisecond(plan: Plan) -> None:
    """The ideal of a block is shared out exactly; each part keeps within what it can take, where all of them together can."""
    measure = measured(plan)
    if binds(plan):
        return
    for node in blocks(plan):
        found = shared(measure, node, measure.work(node).ideal or 0)
        assert sum(share for _, share in found) == measure.work(node).ideal
        kept = [
            (part, share) for part, share in found if part.timed and part.cut is None and not (part.pause and part.node is node)
        ]
        beyond = [part.node.name for part, share in kept if part.elastic.max is not None and share > part.elastic.max]
        assert (beyond, [part.node.name for part, share in kept if share < part.elastic.min]) == ([], [])


@FEW
@given(plans())
def test_a_plan_begins_what_its_timeline_has(plan: Plan) -> None:
    """Where everything is known, nodes begin when the timeline says so; a later stretch is no new beginning."""
    measure = measured(plan)
    if measure.plan(plan).ideal is None:
        return
    begun = [(begin.node.name, begin.ms) for begin in begins(measure, plan) if not isinstance(begin.node, PlanBlock | PlanChoice)]
    cues = [cue for cue in fitted(plan).cues if cue.kind in {"step", "checkpoint"}]

    assert set(begun) <= {(cue.name.partition("#")[0], cue.start) for cue in cues}
    assert len(begun) <= len(cues)


@FEW
@given(plans(), st.integers(1, 4))
def test_any_split_of_the_work_adds_up(plan: Plan, count: int) -> None:
    """Whatever part of each step is counted, it and the rest make the ideal of every node, and neither is negative."""
    measure = measured(plan)
    kinds = Kinds(measure, lambda step: len(step.technique) % (count + 1))
    for node in blocks(plan):
        mine, rest = (kinds.only(node, hands_on=mine).ideal or 0 for mine in (True, False))
        assert (mine + rest, min(mine, rest) >= 0) == (measure.node(node).ideal, True)


@given(st.lists(st.integers(0, 50), max_size=12), st.integers(1, 60))
def test_interruptions_come_when_they_are_due(shares: list[int], every: int) -> None:
    """Between two of them enough has passed, no part earlier had been enough, and after each something is still to come."""
    places = list(ends(shares, every))
    runs = [shares[first + 1 : last + 1] for first, last in pairwise([-1, *places])]

    assert [run for run in runs if not sum(run) >= every > sum(run[:-1])] == []
    assert [place for place in places if sum(shares[place + 1 :]) == 0] == []
    left = shares[places[-1] + 1 if places else 0 :]
    assert all(sum(left[: end + 1]) < every or sum(left[end + 1 :]) == 0 for end in range(len(left)))


@given(st.lists(st.integers(0, 1_000), min_size=1, max_size=9), st.integers(0, 10_000_000))
def test_shares_of_a_whole_can_fill_it(weights: list[int], ms: int) -> None:
    """However a whole is cut into hundredths, the least of the parts is no more than the whole and the most no less."""
    amounts, whole = Amounts(engine().catalog), Bounds(min=ms, ideal=ms, max=ms)
    assume(sum(weights) > 0)
    part = [Decimal(100 * weight) / sum(weights) for weight in weights[:-1]]
    listed = [*part, Decimal(100) - sum(part)]
    assume(listed[-1] >= 0)
    made = [portion(amounts, Range(min=share, ideal=share, max=share), whole) for share in listed]

    assert sum(one.min for one in made) <= ms <= sum(one.max or 0 for one in made)
    assert [one for one in made if one.ideal is None or one.max is None or not one.min <= one.ideal <= one.max] == []


def _part(low: int, middle: int | None, high: int | None) -> Elastic:
    ideal = None if middle is None else low + middle
    return Elastic(min=low, ideal=ideal, max=None if high is None else (ideal or low) + high)


MS = st.integers(0, 10_000)
PARTS = st.lists(st.builds(_part, MS, MS | st.none(), MS | st.none()), min_size=1, max_size=8)


@given(PARTS, st.integers(0, 100_000))
def test_allot_gives_the_exact_sum(parts: list[Elastic], ms: int) -> None:
    """Whatever the parts can hold, their shares sum to the whole, and none is negative."""
    given_out = allot(ms, parts)

    assert sum(given_out) == ms
    assert min(given_out) >= 0


@given(PARTS, st.integers(0, 1_000))
def test_allot_keeps_to_the_bounds_where_it_can(parts: list[Elastic], permille: int) -> None:
    """Where the parts together can hold the whole, each gets something between its least and its longest time."""
    low = sum(part.min for part in parts)
    high = sum(part.min + 20_000 if part.max is None else part.max for part in parts)
    given_out = allot(low + (high - low) * permille // 1_000, parts)

    assert [(part, ms) for part, ms in zip(parts, given_out, strict=True) if ms < part.min] == []
    assert [(part, ms) for part, ms in zip(parts, given_out, strict=True) if part.max is not None and ms > part.max] == []


@given(PARTS)
def test_allot_gives_the_ideals_where_they_fit(parts: list[Elastic]) -> None:
    """Nobody moves from an ideal without need."""
    known = [part for part in parts if part.ideal is not None]

    assert allot(sum(part.ideal or 0 for part in known), known) == [part.ideal for part in known]


@given(st.lists(PARTS, max_size=4))
def test_totals_are_sums_one_by_one(rows: list[list[Elastic]]) -> None:
    """A total is what adding one part after the other gives."""
    for row in rows:
        added = ZERO
        for part in row:
            added = added + part
        assert total(row) == added


def test_the_command_prints_the_total() -> None:
    """The table's last line of times is the total of the plan."""
    from strokekit.cli.main import main
    from tests.plans import document

    out = io.StringIO()
    text = document("- {technique: kneading, where: calf, duration: 2 min}")
    assert main(["time", "-"], stdin=io.StringIO(text), stdout=out, stderr=io.StringIO()) == 0
    assert [line.split()[1:5] for line in out.getvalue().splitlines() if line.startswith("Total")] == [["2", "min", "2", "min"]]
