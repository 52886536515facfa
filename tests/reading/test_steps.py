"""The heads of steps and sections: what each of them is read to, with everything that is its own."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from strokekit.model.amounts import Range
from strokekit.model.place import Pattern
from strokekit.model.routine import (
    Block,
    But,
    Checkpoint,
    Choice,
    Deed,
    Deferred,
    Free,
    Include,
    Interspersed,
    Members,
    Section,
    Spoken,
    Unlisted,
)
from tests.reading.reads import STEP, literal, names, node, read, step

STROKE = "{technique: stroking, id: two, where: foot}"


def stroke(pointer: str) -> Deed:
    """Make the stroke that `STROKE` is read to."""
    held = attrs.evolve(node(pointer), id="two")
    return Deed(node=held, technique="stroking", hands_on=True, dose={"where": (literal("place", "foot"),)})


def test_free_time_of_a_region() -> None:
    """Free time has a dose; its time stands there."""
    assert step("- {free: region, id: one, where: foot, duration: 10..14 min, pressure: light}") == Free(
        node=node(),
        kind="region",
        dose={
            "where": (literal("place", "foot"),),
            "pressure": literal("pressure", "light"),
            "duration": literal("duration", "10..14 min"),
        },
    )


def test_a_pool_of_time() -> None:
    """The places that a pool may go to are read; one may be a value."""
    fragment = (
        "values: {spot: {type: place, default: hand}}\nsections: [{id: a, steps: [{free: pool, id: one, among: [foot, $spot]}]}]"
    )
    deferred = Deferred(kind="place", written="$spot", origin=f"{STEP}/among/1")

    assert step(fragment) == Free(node=node(), kind="pool", among=(literal("place", "foot"), deferred))


def test_a_checkpoint() -> None:
    """A checkpoint has the time that should have passed, and since when."""
    assert step("- {checkpoint: ~12 min, id: one, since: a}") == Checkpoint(
        node=node(), elapsed=literal("duration", "~12 min"), since="a"
    )
    assert step("- {checkpoint: 12 min, id: one}").since is None


def test_unlisted_steps() -> None:
    """Steps that the source does not give have a count, a place, and perhaps a time."""
    assert step("- {unlisted: 2..3, id: one, where: calf, duration: 5 min}") == Unlisted(
        node=node(),
        count=literal("count", "2..3"),
        dose={"where": (literal("place", "calf"),), "duration": literal("duration", "5 min")},
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("1", Range(min=1, ideal=1, max=1), id="one"),
        pytest.param("2..3", Range(min=2, max=3), id="some"),
        pytest.param("0..1", Range(min=0, max=1), id="one or none"),
        pytest.param('" 0 .. 2 "', Range(min=0, max=2), id="with spaces"),
    ],
)
def test_how_many_are_chosen(written: str, expected: Range[int]) -> None:
    """The least of a choice may be none."""
    found = step(f"- {{choose: {written}, id: one, by: client, from: [{{say: x, id: two}}]}}")
    option = Spoken(node=step("- {say: x, id: two}").node)
    at = f"{STEP}/from/0"
    moved = attrs.evolve(option.node, origin=at, prompts=(attrs.evolve(option.node.prompts[0], origin=f"{at}/say"),))

    assert found == Choice(node=node(), count=expected, options=(Spoken(node=moved),), by="client")


def test_an_include_of_a_part() -> None:
    """An include has the loops of a block around it, and sets values, which may be values of its surroundings."""
    fragment = (
        "values: {much: {type: count, default: 2}}\n"
        "parts: {leg: {values: {passes: {type: count}, firm: {type: pressure}}, steps: [{say: x}]}}\n"
        "sections: [{id: a, steps: [{include: leg, id: one, sides: each, repeat: 2, set: {passes: $much, firm: light}}]}]"
    )

    assert step(fragment) == Include(
        around=Block(node=node(), steps=(), sides="each", repeat=literal("count", 2)),
        ref="leg",
        settings={"passes": Deferred(kind="value", written="$much", origin=f"{STEP}/set/passes"), "firm": "light"},
    )


@pytest.mark.parametrize("ref", ["./a.routine.yaml#leg", "./a.routine.yaml", "../b/c.routine.json#leg"])
def test_the_values_of_another_file_are_not_known(ref: str) -> None:
    """What is included from a file is looked up when that file is read; reading takes what is set as it stands."""
    from strokekit.reading import read_routine

    text = f'strokekit: 1\ntitle: T\nsections: [{{id: a, steps: [{{include: "{ref}", id: one, set: {{x: 3}}}}]}}]'
    from tests.reading.reads import ENGINE

    routine = read_routine(ENGINE.read_text(text).require(), ENGINE.catalog, ENGINE.dispatch).require()

    assert routine.sections[0].step.steps == (  # type: ignore[union-attr]  # a block
        Include(around=Block(node=node(), steps=()), ref=ref, settings={"x": 3}),
    )


def test_exceptions() -> None:
    """Exceptions are kept in the order in which they are tried, each with its fields or left out."""
    buts = "[{when: this toe = 5, repeat: 1, tool: thumb}, {when: pass last, skip: true}]"
    deed = step(f"+ where: this toe, but: {buts}")

    assert deed.but == (
        But(
            when=literal("when", "this toe = 5"),
            dose={"tool": literal("tool", "thumb"), "repeat": literal("count", 1)},
            origin=f"{STEP}/but/0",
        ),
        But(when=literal("when", "pass last"), skip=True, origin=f"{STEP}/but/1"),
    )


def test_a_single_exception_needs_no_list() -> None:
    """One exception stands as it is, and its origin says so."""
    assert step("+ but: {when: pass last, skip: true}").but[0].origin == f"{STEP}/but"


def test_mirroring_can_be_switched_off() -> None:
    """A step is mirrored unless it says otherwise."""
    assert [step(f"+ {written}").mirror for written in ("mirror: false", "mirror: true", "where: calf")] == [False, True, True]


@pytest.mark.parametrize(
    ("written", "every", "at"),
    [
        pytest.param(STROKE, "repeat", "", id="one step"),
        pytest.param(f"{{every: repeat, steps: [{STROKE}]}}", "repeat", "/steps/0", id="between the repetitions"),
        pytest.param(f"{{every: step, steps: [{STROKE}]}}", "step", "/steps/0", id="between the steps"),
        pytest.param(f"{{every: 30 s, steps: [{STROKE}]}}", literal("duration", "30 s"), "/steps/0", id="by time"),
    ],
)
@pytest.mark.parametrize("host", ["technique: kneading", "steps: [{say: x}]"])
def test_interspersed_steps(host: str, written: str, every: Any, at: str) -> None:
    """What returns in between is one step, or steps with how often, on a technique as on a block."""
    origin = f"{STEP}/interspersed"

    assert step(f"- {{{host}, interspersed: {written}}}").interspersed == Interspersed(
        every=every, steps=(stroke(f"{origin}{at}"),), origin=origin
    )


def test_a_block_of_steps_may_be_interspersed() -> None:
    """What has no `every` is a step, also where it is a block."""
    found = step(f"+ interspersed: {{steps: [{STROKE}], repeat: 2}}").interspersed

    assert (found.every, [type(one) for one in found.steps]) == ("repeat", [Block])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("{toe: all}", Members(kind="toe", origin="/toe"), id="all"),
        pytest.param("{finger: [5, 1]}", Members(kind="finger", numbers=(5, 1), origin="/finger"), id="a list, in its order"),
        pytest.param("{toe: 2}", Members(kind="toe", numbers=(2,), origin="/toe"), id="one"),
        pytest.param("{toe: 2..4}", Members(kind="toe", numbers=(2, 3, 4), origin="/toe"), id="a range"),
        pytest.param("{toes: all}", Members(kind="toe", origin="/toes"), id="the plural"),
        pytest.param("{joint: 1..2}", Members(kind="joint", numbers=(1, 2), origin="/joint"), id="joints"),
        pytest.param("{x-a: 1, toe: all}", Members(kind="toe", origin="/toe"), id="beside an extra"),
        pytest.param(
            "{place: [knee, left ankle]}",
            Members(kind="place", places=(literal("place", "knee"), literal("place", "left ankle")), origin="/place"),
            id="places",
        ),
        pytest.param("{place: knee}", Members(kind="place", places=(literal("place", "knee"),), origin="/place"), id="a place"),
    ],
)
def test_loops(written: str, expected: Members) -> None:
    """A block is done for digits, joints or places; numbers keep the order in which they are written."""
    found = step(f"- {{for_each: {written}, steps: [{{say: x}}]}}").members

    assert found == attrs.evolve(expected, origin=f"{STEP}/for_each{expected.origin}")


def test_a_place_of_a_loop_may_be_a_value() -> None:
    """A value in the list of places is left for composing."""
    fragment = "values: {spot: {type: place, default: hand}}\nsections: [{id: a, for_each: {place: [$spot]}, steps: [{say: x}]}]"
    held: Any = read(fragment).sections[0].step

    assert held.members.places == (Deferred(kind="place", written="$spot", origin="/sections/0/for_each/place/0"),)


def test_steps_that_may_be_added() -> None:
    """Steps that a plan may switch on stand on the node of the block, or on the document."""
    block = step(f"- {{steps: [{{say: x}}], id: one, may_add: [{STROKE}]}}")
    routine = read(f"may_add: [{STROKE}]")

    assert block.node == node(may_add=(stroke(f"{STEP}/may_add/0"),))
    assert routine.may_add == (stroke("/may_add/0"),)


def test_until_on_a_block() -> None:
    """A block may end at a sign, as a step may."""
    assert step("- {steps: [{say: x}], until: tissue_softens or covered calf}").until == literal(
        "until", "tissue_softens or covered calf"
    )


def test_a_technique_that_a_value_names() -> None:
    """`$which` stands for a technique; the step is read as one that nobody knows yet."""
    values = "values: {which: {type: technique, default: kneading}}"
    fragment = f"{values}\nsections: [{{id: a, steps: [{{technique: $which, id: one, where: calf}}]}}]"

    assert step(fragment) == Deed(
        node=node(), technique="$which", hands_on=True, dose={"where": (literal("place", "calf"),)}, known=False
    )


@pytest.mark.parametrize("head", ["technique", "action"])
def test_a_part_names_its_techniques_by_its_own_values(head: str) -> None:
    """Inside a part `$which` is a value of the part, whatever the document calls so."""
    part = f"parts: {{leg: {{values: {{which: {{type: technique}}}}, steps: [{{{head}: $which}}]}}}}"
    fragment = f"values: {{which: {{type: count, default: 3}}}}\n{part}\nsections: [{{id: a, steps: [{{say: x}}]}}]"

    assert [getattr(one, "technique", None) for one in read(fragment).parts["leg"].block.steps] == ["$which"]


def test_the_count_of_a_pattern_may_be_a_long_range() -> None:
    """Beside its ends, a count says what decides between them."""
    written = "{technique: kneading, where: calf, pattern: {shape: lines, count: {min: 2, max: 5, by: body_size}}}"

    assert step(f"- {written}").dose["pattern"] == Pattern(shape="lines", count=Range(min=2, max=5, by="body_size"))


def test_sections_hold_steps_an_include_or_free_time() -> None:
    """Of the three heads of a section each gives its own step, under the section's node."""
    fragment = (
        "parts: {leg: {steps: [{say: x}]}}\n"
        "sections: [{id: one, free: region, where: foot, phase: finish}, {id: two, include: leg, repeat: 2}, "
        "{id: three, steps: [{say: x}]}]"
    )
    free, included, block = read(fragment).sections

    assert free == Section(
        step=Free(node=node("/sections/0"), kind="region", dose={"where": (literal("place", "foot"),)}), phase="finish"
    )
    assert isinstance(included.step, Include)
    assert (included.step.ref, included.step.around.repeat, included.node.id) == ("leg", literal("count", 2), "two")
    assert (type(block.step), block.phase) == (Block, "main")


def test_a_total_for_each_side_keeps_its_unit() -> None:
    """What a stated total holds for is read with it."""
    assert step("- {steps: [{say: x}], stated_total: 20 min each side}").node.stated_totals[0].duration == literal(
        "duration", "20 min each side"
    )


def test_ids_are_one_name_space_with_those_of_parts() -> None:
    """An id that a part has can't be taken again, wherever it stands."""
    parts = "parts: {leg: {steps: [{say: x, id: b, interspersed: {say: z}}]}}"

    assert names("parts: {leg: {steps: [{say: x, id: b}]}}\nsections: [{id: b, steps: [{say: x}]}]") == ["duplicate-id"]
    assert names(parts) == ["unknown-key"]
