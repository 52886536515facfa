"""Loops over members: digits, joints and places, one after the other, and what `this` stands for in each."""

from __future__ import annotations

import pytest

from strokekit.literals.printing import place_text
from strokekit.model.place import Place
from strokekit.model.plan import PlanBlock, PlanStep
from tests.plans import codes, document, node_of, nodes_of, plan_of, step_of


def worked(text: str) -> list[str]:
    """Name the steps of a plan with the place that each works on, as the literals write it."""
    steps = [node for node in nodes_of(plan_of(text)) if isinstance(node, PlanStep)]
    areas = [(step.name, target.area) for step in steps for target in step.targets if target.area is not None]
    return [f"{name}: {place_text(Place(areas=(area,)))}" for name, area in areas]


KNEAD = "- for_each: {%s}\n  id: row\n  steps: [{technique: kneading, id: k, where: %s}]"


@pytest.mark.parametrize(
    ("members", "where", "expected"),
    [
        ("toe: [5, 1]", "this toe", ["k[toe 5]: toe 5", "k[toe 1]: toe 1"]),
        ("toe: 2..3", "tip of this toe", ["k[toe 2]: tip of toe 2", "k[toe 3]: tip of toe 3"]),
        ("finger: 4", "this finger", ["k[finger 4]: finger 4"]),
        ("place: [knee, beside ankle]", "this place", ["k[knee]: knee", "k[beside ankle]: beside ankle"]),
        ("place: [calf, sole]", "around this place", ["k[calf]: around calf", "k[sole]: around sole"]),
    ],
    ids=["a list of toes", "a range of toes", "one finger", "places", "around each place"],
)
def test_each_member_has_its_pass(members: str, where: str, expected: list[str]) -> None:
    """The steps are done for each member in the order written, with `this` filled in."""
    assert worked(document(KNEAD % (members, where))) == expected


def test_all_toes_from_the_first_on() -> None:
    """`all` is every member that the region has, from 1 up."""
    assert worked(document(KNEAD % ("toe: all", "this toe"))) == [f"k[toe {n}]: toe {n}" for n in range(1, 6)]


def test_a_thumb_has_two_joints() -> None:
    """`all` joints of a finger are as many as that finger has."""
    text = document(
        """
        - for_each: {finger: 1..2}
          id: fingers
          steps:
            - for_each: {joint: all}
              id: joints
              steps: [{technique: kneading, id: k, where: this joint of this finger}]
        """
    )

    assert worked(text) == [
        "k[finger 1][joint 1]: joint 1 of finger 1",
        "k[finger 1][joint 2]: joint 2 of finger 1",
        "k[finger 2][joint 1]: joint 1 of finger 2",
        "k[finger 2][joint 2]: joint 2 of finger 2",
        "k[finger 2][joint 3]: joint 3 of finger 2",
    ]


def test_loops_nest_sides_outside_of_members() -> None:
    """On one block, the sides are the outer loop and the members the inner one."""
    text = document("- {sides: each, for_each: {toe: 1..2}, id: row, steps: [{technique: kneading, id: k, where: this toe}]}")

    assert worked(text) == [
        "k[toe 1]@left: left toe 1",
        "k[toe 2]@left: left toe 2",
        "k[toe 1]@right: right toe 1",
        "k[toe 2]@right: right toe 2",
    ]


def test_the_pass_of_a_member_says_whose_it_is() -> None:
    """Each pass is a block that names its member, and its `via` leads to the loop."""
    plan = plan_of(document(KNEAD % ("toe: [2]", "this toe")))
    row = node_of(plan, "row[toe 2]")

    assert (row.member, row.via[-1].kind, row.via[-1].what, row.via[-1].origin) == (
        "toe 2",
        "member",
        "toe 2",
        "/sections/0/steps/0/for_each",
    )


def test_between_stands_between_members() -> None:
    """What stands under `between` is done between each two members, not before the first or after the last."""
    text = document(
        """
        - for_each: {toe: 1..3}
          id: row
          between: [{technique: stroking, id: calm, where: sole}]
          steps: [{technique: kneading, id: k, where: this toe}]
        """
    )

    steps = [node.name for node in nodes_of(plan_of(text)) if not isinstance(node, PlanBlock)]
    assert steps == ["k[toe 1]", "calm[toe 2]", "k[toe 2]", "calm[toe 3]", "k[toe 3]"]


def test_a_condition_may_ask_which_member_it_is() -> None:
    """`this toe = 5` is decided by the pass."""
    text = document(
        """
        - for_each: {toe: 4..5}
          id: row
          steps:
            - {technique: kneading, id: k, where: this toe}
            - {technique: stroking, id: last, where: this toe, when: this toe = 5}
        """
    )
    plan = plan_of(text)

    assert [left.name for left in plan.left_out] == ["last[toe 4]"]
    assert step_of(plan, "last[toe 5]").open == ""


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("- {technique: kneading, where: this toe}", ["this-outside-loop"]),
        (KNEAD % ("finger: all", "this toe"), ["this-outside-loop"] * 5),
        ("- {technique: kneading, where: toe, when: this toe = 5}", ["loop-missing"]),
        (KNEAD % ("joint: all", "toe"), ["members-unknown"]),
    ],
    ids=["no loop", "a loop over others", "no loop to ask", "joints of nothing"],
)
def test_what_only_a_loop_gives_a_meaning(steps: str, expected: list[str]) -> None:
    """Without such a loop around, `this` and `all` mean nothing, and that is said."""
    assert sorted(set(codes(document(steps)))) == sorted(set(expected))
