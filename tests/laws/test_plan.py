"""Laws of plans: names are unique, mirroring is its own inverse, defaults said aloud change nothing, everything travels."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strokekit
from strokekit.composing import Wishes, compose
from strokekit.composing.mirror import mirror
from strokekit.errors import InvalidRoutine
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Either, Plan, PlanBlock, PlanNode, children, walk
from strokekit.timing.measure import Measure
from tests.plans import engine, plans, routines

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def firsts(node: PlanNode) -> Iterator[PlanNode]:
    """Give a node and all below it but later passes, whose steps keep their names."""
    yield node
    inner = (*node.first, *node.between) if isinstance(node, PlanBlock) else children(node)
    for child in inner:
        yield from firsts(child)


@FEW
@given(plans())
def test_names_are_unique(plan: Plan) -> None:
    """No two nodes of a plan have one name, but for the later passes of a loop, which repeat those of the first."""
    names = [node.name for section in plan.sections for node in firsts(section.block)]

    assert sorted(names) == sorted(set(names))


@FEW
@given(plans())
def test_every_node_points_at_a_real_place(plan: Plan) -> None:
    """A node's origin, and that of everything its dose says, is a value of the document."""
    document = plan.routine.document
    assert document is not None
    nodes = [node for section in plan.sections for node in walk(section.block)]
    origins = {node.origin for node in nodes} | {given.origin for node in nodes for given in getattr(node, "dose", {}).values()}

    assert [origin for origin in origins if document.value(origin) is None] == []


@FEW
@given(plans(), st.booleans())
def test_mirroring_twice_is_the_identity(plan: Plan, turns: bool) -> None:  # noqa: FBT001 - Hypothesis gives it
    """Doses and states mirrored twice are what they were."""
    nodes = [node for section in plan.sections for node in walk(section.block)]
    values = [given.value for node in nodes for given in getattr(node, "dose", {}).values()]
    values += [node.node.state for node in nodes]

    assert [mirror(mirror(value, turns=turns), turns=turns) for value in values] == values


@FEW
@given(plans())
def test_both_sides_take_equal_time(plan: Plan) -> None:
    """The two passes of a pair take the same time, unless a change has to be inserted in one of them."""
    measure = Measure(engine().catalog)
    for section in plan.sections:
        for block in (node for node in walk(section.block) if isinstance(node, PlanBlock)):
            sides = [n for n in block.first if isinstance(n, PlanBlock) and n.origin == block.origin]
            changed = any(getattr(node, "inserted", False) for side in sides for node in walk(side))
            if len(sides) == 2 and not changed and not plan.left_out:
                assert _alike(measure.node(sides[0])) == _alike(measure.node(sides[1]))


def _alike(elastic: Elastic) -> tuple[int, int | None, int | None]:
    return elastic.min, elastic.ideal, elastic.max


@FEW
@given(routines())
def test_setting_the_defaults_changes_nothing(text: str) -> None:
    """A value set to its own default gives the plan that silence gives."""
    routine = engine().loads(text, syntax="json").require()
    said = {name: value.default for name, value in routine.values.items()}

    assert compose(routine, engine().catalog, Wishes(values=said)) == compose(routine, engine().catalog)


@FEW
@given(plans())
def test_composing_is_a_function(plan: Plan) -> None:
    """The same routine and catalogue give the same plan, with the same names."""
    assert compose(plan.routine, engine().catalog).require() == plan


@FEW
@given(plans())
def test_state_is_either_of_different_things(plan: Plan) -> None:
    """What depends on an open step is always one of at least two different states, none of them open again."""
    nodes = [node for section in plan.sections for node in walk(section.block)]
    open_states = [value for node in nodes for value in getattr(node, "state", {}).values() if isinstance(value, Either)]

    assert [state for state in open_states if len(state.options) < 2 or any(isinstance(o, Either) for o in state.options)] == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(plans())
def test_plans_timelines_and_reports_travel(plan: Plan) -> None:
    """Pickled and read again, a plan, a timeline, a report and an exception are equal to what they were."""
    unknown = Measure(engine().catalog).plan(plan).unknown
    outcome = engine().fit(plan, assume=dict.fromkeys(unknown, 1_000))
    report = engine().compose(plan.routine).report
    error = InvalidRoutine(report)

    for value in (plan, plan.routine, outcome.require(), report, outcome):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), str(again), again.report) == (type(error), str(error), error.report)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(plans())
def test_everything_has_a_plain_form(plan: Plan) -> None:
    """Routine, plan, timeline and report turn into JSON, and the JSON into itself."""
    unknown = Measure(engine().catalog).plan(plan).unknown
    timeline = engine().fit(plan, assume=dict.fromkeys(unknown, 1_000)).require()

    for value in (plan.routine, plan, timeline, engine().compose(plan.routine).report):
        made = strokekit.plain(value)
        assert json.loads(json.dumps(made, allow_nan=False)) == made
