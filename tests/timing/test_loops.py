"""Loops: the first, the last and the only pass, passes within passes, signs that end a block, and what holds for each of them."""

from __future__ import annotations

import pytest

from strokekit.model.amounts import Range, Time, exactly
from strokekit.model.elastic import Elastic
from strokekit.model.frozen import FrozenMap
from strokekit.model.node import Node
from strokekit.model.plan import Given, Plan, PlanBlock, PlanSection, PlanStep
from strokekit.model.routine import Routine
from strokekit.timing.measure import Measure
from strokekit.timing.timeline import make_timeline
from tests.plans import document, engine, seconds, timeline_of


def step(name: str, ms: int) -> PlanStep:
    """Make a step of a known time."""
    dose = FrozenMap({"duration": Given(value=exactly(Time(ms)))})
    return PlanStep(name=name, origin=f"/{name}", technique="kneading", hands_on=True, node=Node(origin="", id=name), dose=dose)


FIRST, AGAIN, LAST, ONLY, GAP = (
    step(name, ms) for name, ms in (("f", 1_000), ("a", 10_000), ("l", 100_000), ("o", 1_000_000), ("g", 7))
)


def block(repeat: Range[int] | None, *, last: bool = True, only: bool = True) -> PlanBlock:
    """Make a block whose passes are told apart by their lengths."""
    return PlanBlock(
        name="b",
        origin="/b",
        node=Node(origin="/b", id="b"),
        first=(FIRST,),
        again=(AGAIN,),
        between=(GAP,),
        last=(LAST,) if last else None,
        only=(ONLY,) if only else None,
        repeat=repeat,
    )


def planned(made: PlanBlock) -> Plan:
    """Make a plan of one block."""
    return Plan(
        routine=Routine(title=FrozenMap({"en": "T"}), language="en"),
        sections=(PlanSection(block=made, phase="main"),),
        catalog="",
    )


@pytest.mark.parametrize(
    ("repeat", "last", "only", "expected"),
    [
        pytest.param(None, True, True, (1_000_000,) * 3, id="once, in its own way"),
        pytest.param(None, True, False, (1_000,) * 3, id="once"),
        pytest.param(exactly(1), True, True, (1_000_000,) * 3, id="one pass"),
        pytest.param(exactly(2), True, True, (101_007,) * 3, id="the first and the last"),
        pytest.param(exactly(4), True, True, (121_021,) * 3, id="others between them"),
        pytest.param(exactly(4), False, True, (31_021,) * 3, id="the last like the others"),
        pytest.param(Range(min=2, max=4), True, True, (101_007, 111_014, 121_021), id="a range"),
        pytest.param(Range(min=1, max=3), True, True, (101_007, 101_007, 1_000_000), id="perhaps only one, which is longer"),
        pytest.param(Range(min=1, max=3), True, False, (1_000, 101_007, 111_014), id="perhaps only one, which is shorter"),
        pytest.param(Range(min=1, ideal=1, max=3), True, True, (101_007, 1_000_000, 1_000_000), id="ideally one"),
        pytest.param(Range(min=2), True, True, (101_007, None, None), id="nobody says how many"),
    ],
)
def test_passes_of_their_own(repeat: Range[int] | None, last: bool, only: bool, expected: tuple[object, ...]) -> None:  # noqa: FBT001 - a table
    """A block is its first pass, the others, and its last, with what stands between; done once, it is its only one."""
    made = block(repeat, last=last, only=only)
    found = Measure(engine().catalog).node(made)

    assert (found.min, found.ideal, found.max) == expected
    assert found.unknown == (("b",) if found.ideal is None else ())


@pytest.mark.parametrize(
    ("repeat", "names"),
    [
        (exactly(1), ["o"]),
        (exactly(2), ["f", "g#2", "l#2"]),
        (exactly(4), ["f", "g#2", "a#2", "g#3", "a#3", "g#4", "l#4"]),
    ],
)
def test_a_timeline_has_each_pass(repeat: Range[int], names: list[str]) -> None:
    """The timeline has the passes that the measure counted."""
    made = block(repeat)
    timeline = make_timeline(planned(made), engine().catalog).require()

    assert [cue.name for cue in timeline.cues] == names
    assert timeline.total == sum(cue.length for cue in timeline.cues) == Measure(engine().catalog).node(made).ideal


def test_an_estimated_number_of_passes() -> None:
    """Passes that an author only guesses are an estimate of the block; only the first is surely there."""
    made = block(Range(min=2, ideal=3, max=4, basis="estimate"), last=False, only=False)

    assert Measure(engine().catalog).node(made) == Elastic(min=11_007, ideal=21_014, max=31_021, stated=1_000, estimates=("b",))


def test_passes_that_may_not_be_done_again_leave_no_trace() -> None:
    """An unknown later pass does not make a block unknown that is ideally done once."""
    unknown = step("u", 1)
    bare = PlanStep(**{**{f: getattr(unknown, f) for f in ("name", "origin", "hands_on", "node")}, "technique": "x.bare"})
    made = PlanBlock(
        name="b", origin="", node=Node(origin="", id="b"), first=(FIRST,), again=(bare,), repeat=Range(min=1, ideal=1, max=2)
    )

    assert Measure(engine().catalog).node(made) == Elastic(min=1_000, ideal=1_000, max=None, stated=1_000)


@pytest.mark.parametrize(
    ("loop", "expected"),
    [
        pytest.param("for_each: {toe: all}", 5, id="each toe"),
        pytest.param("for_each: {finger: [1, 3]}, sides: each", 4, id="two fingers of both hands"),
        pytest.param("for_each: {finger: [1, 3]}, repeat: 3", 6, id="two fingers, three times"),
        pytest.param("for_each: {place: [calf, thigh]}, sides: each, repeat: 2", 8, id="all loops"),
    ],
)
def test_loops_multiply(loop: str, expected: int) -> None:
    """Every member on every side in every pass."""
    text = document(f"- {{id: b, {loop}, steps: [{{technique: kneading, where: calf, duration: 1 min}}]}}")

    assert seconds(text, "b") == (60 * expected,) * 3
    assert [cue.length for cue in timeline_of(text).cues] == [60_000] * expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param("for_each: {toe: all}, duration: 1 min each digit", 300, id="each toe"),
        pytest.param("for_each: {toe: all}, sides: each, duration: 1 min each digit", 600, id="each toe of both feet"),
        pytest.param("for_each: {toe: all}, sides: each, duration: 1 min each side", 120, id="each foot"),
        pytest.param("for_each: {toe: all}, duration: 1 min", 60, id="all of them"),
    ],
)
def test_a_duration_for_each_of_them(fields: str, expected: int) -> None:
    """A block's duration may be that of each member or each side."""
    assert seconds(document(f"- {{id: b, {fields}, steps: [{{technique: x.bare, where: calf}}]}}"), "b") == (expected,) * 3


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param("", (60, 60, None), id="without a bound"),
        pytest.param("repeat: 2..4", (60, 180, 240), id="repeats are a bound"),
        pytest.param("repeat: 2..", (60, None, None), id="open repeats are none"),
        pytest.param("duration: ..5 min", (60, 60, 300), id="a duration is a bound"),
        pytest.param("repeat: 3, duration: 3 min", (60, 180, 180), id="both"),
    ],
)
def test_a_sign_ends_a_block(fields: str, expected: tuple[object, ...]) -> None:
    """A block that a sign ends takes one pass at least, and is bounded by its repeats or its duration alone."""
    step = "{technique: kneading, where: calf, duration: 1 min}"
    steps = f"- {{id: b, until: tissue_softens, {fields}{', ' if fields else ''}steps: [{step}]}}"

    assert seconds(document(steps), "b") == expected
