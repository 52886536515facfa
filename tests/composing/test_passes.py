"""Steps that ask which pass it is: the first, the last, and a block that may be done just once."""

from __future__ import annotations

import pytest

from strokekit.model.plan import PlanBlock, PlanNode
from tests.plans import document, node_of, plan_of

LOOP = """
- repeat: %s
  id: loop
  steps:
    - {technique: stroking, id: opening, where: calf, when: pass first}
    - {technique: kneading, id: k, where: calf}
    - {technique: stroking, id: ending, where: calf, when: pass last}
"""


def names(nodes: tuple[PlanNode, ...] | None) -> list[str] | None:
    """Name nodes."""
    return None if nodes is None else [node.name for node in nodes]


def passes(steps: str) -> dict[str, list[str] | None]:
    """Name the steps of each kind of pass of the block `loop`."""
    block = node_of(plan_of(document(steps)), "loop")
    assert isinstance(block, PlanBlock)
    return {kind: names(getattr(block, kind)) for kind in ("only", "first", "again", "last")}


def test_first_and_last_of_several() -> None:
    """A block that is done several times has a first pass, passes in the middle, and a last one."""
    assert passes(LOOP % "3..4") == {"only": None, "first": ["opening", "k"], "again": ["k"], "last": ["k", "ending"]}


def test_a_block_that_may_be_done_once() -> None:
    """Done once, the pass is both the first and the last."""
    assert passes(LOOP % "1..3")["only"] == ["opening", "k", "ending"]


def test_a_block_that_nobody_asks() -> None:
    """Where no step asks for its pass, the passes are all alike."""
    found = passes("- {repeat: 3, id: loop, steps: [{technique: kneading, id: k, where: calf}]}")

    assert found == {"only": None, "first": ["k"], "again": ["k"], "last": None}


@pytest.mark.parametrize(
    ("when", "expected"),
    [("pass first", ["k@left"]), ("pass last", ["k@right"])],
    ids=["first", "last"],
)
def test_the_passes_of_sides(when: str, expected: list[str]) -> None:
    """Of two sides, the first done is the first pass and the other the last."""
    plan = plan_of(document(f"- {{sides: each, id: loop, steps: [{{technique: kneading, id: k, where: calf, when: {when}}}]}}"))

    assert [node.name for side in node_of(plan, "loop").first for node in side.first] == expected


def test_an_inner_loop_answers_for_itself() -> None:
    """A step asks the innermost loop around it, so the outer one stays a loop of equal passes."""
    steps = """
    - repeat: 3
      id: loop
      steps:
        - sides: each
          id: pair
          steps: [{technique: kneading, id: k, where: calf, when: pass last}]
    """
    assert passes(steps)["last"] is None


def test_state_after_a_block_that_may_be_done_once() -> None:
    """The state after the block is that after its last pass, not that of the single pass tried before."""
    steps = """
    - repeat: 1..3
      id: loop
      position: prone
      steps:
        - {technique: kneading, id: k, where: calf, when: pass first}
        - {technique: stroking, id: st, where: calf}
    - {technique: holding, id: after, where: calf}
    """
    plan = plan_of(document(steps))

    assert node_of(plan, "after").state["position"].options[0].pose == "prone"


def test_a_step_of_another_pass_is_not_left_out() -> None:
    """What is done in some pass of the loop is in the plan."""
    assert plan_of(document(LOOP % "3..4")).left_out == ()
