"""`but`: what changes in a step while a condition holds, and what stays open."""

from __future__ import annotations

from strokekit.model.plan import PlanBlock
from tests.plans import codes, document, nodes_of, plan_of, step_of


def doses(steps: str, field: str) -> dict[str, object]:
    """Give what each step says in a field."""
    plan = plan_of(document(steps))
    steps_ = [node for node in nodes_of(plan) if not isinstance(node, PlanBlock)]
    literals = __import__("tests.plans", fromlist=["engine"]).engine().catalog.literals
    kind = {"repeat": "count", "duration": "duration", "tool": "tool"}[field]
    return {step.name: literals.write(kind, step.dose[field].value) for step in steps_}  # type: ignore[union-attr]


def test_an_exception_that_holds_changes_single_fields() -> None:
    """What the exception names stands in place of the step's own, and the rest stays."""
    steps = """
    - for_each: {toe: 4..5}
      steps:
        - {technique: kneading, id: k, where: this toe, repeat: 2, but: {when: this toe = 5, repeat: 1}}
    """
    assert doses(steps, "repeat") == {"k[toe 4]": 2, "k[toe 5]": 1}


def test_all_exceptions_that_hold_apply_in_order() -> None:
    """The later of two that change the same field wins."""
    steps = """
    - for_each: {toe: 5}
      steps:
        - technique: kneading
          id: k
          where: this toe
          but: [{when: this toe = 5, repeat: 3}, {when: this toe = 5, repeat: 4}, {when: this toe = 1, repeat: 9}]
    """
    assert doses(steps, "repeat") == {"k[toe 5]": 4}


def test_an_exception_may_leave_the_step_out() -> None:
    """With `skip`, the step is not there, and the plan says what left it out."""
    steps = """
    - for_each: {toe: 4..5}
      steps:
        - {technique: kneading, id: k, where: this toe, but: {when: this toe = 5, skip: true}}
    """
    plan = plan_of(document(steps))

    assert [(left.name, left.why) for left in plan.left_out] == [("k[toe 5]", "exception")]


def test_the_second_side_may_differ() -> None:
    """`pass last` lets the second side have another time."""
    steps = """
    - sides: each
      steps: [{technique: kneading, id: k, where: calf, duration: 2 min, but: {when: pass last, duration: 3 min}}]
    """
    assert doses(steps, "duration") == {"k@left": "2 min", "k@right": "3 min"}


def test_an_open_exception_is_kept_to_be_shown() -> None:
    """While nobody can tell whether it holds, the step keeps its dose, and the exception goes with it."""
    plan = plan_of(document("- {technique: kneading, id: k, where: calf, repeat: 3, but: {when: found knots, repeat: 5}}"))
    step = step_of(plan, "k")

    assert step.dose["repeat"].value.max == 3
    assert [(but.when.parts[0].name, but.dose["repeat"].value.max, but.skip) for but in step.buts] == [("knots", 5, False)]  # type: ignore[union-attr]


def test_the_condition_of_an_exception_is_checked() -> None:
    """A loop that is not there can't be asked."""
    assert codes(document("- {technique: kneading, where: calf, but: {when: pass last, repeat: 5}}")) == ["loop-missing"]
