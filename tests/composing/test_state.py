"""State persists until it is changed, changes cost time, what is undecided leaves it either-of; doses and care inherit."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.composing import compose
from strokekit.model.amounts import UNSTATED
from strokekit.model.plan import Either, PlanBlock, PlanStep
from strokekit.model.state import Pose, Position
from tests.plans import codes, document, engine, node_of, nodes_of, plan_of, step_of


def position(*poses: str) -> Position:
    """Make a position of poses without sides."""
    return Position(options=tuple(Pose(pose=pose) for pose in poses))


def inserted(text: str) -> list[str]:
    """Name the changes that a plan inserts, with the reason."""
    return [
        f"{node.name}: {node.via[-1].what} changes"
        for node in nodes_of(plan_of(text))
        if isinstance(node, PlanStep) and node.inserted
    ]


def test_state_holds_until_the_next_change_also_past_the_end_of_a_block() -> None:
    """A position set inside a block holds after it, and a lubricant set before still does."""
    steps = """
        - {technique: kneading, id: one, where: calf, lubricant: oil}
        - {steps: [{technique: kneading, id: two, where: calf, position: prone}]}
        - {technique: kneading, id: three, where: calf}
    """
    plan = plan_of(document(steps))

    assert [step_of(plan, name).state.get("position") for name in ("one", "two", "three")] == [
        None,
        position("prone"),
        position("prone"),
    ]
    assert "lubricant" in step_of(plan, "three").state


def test_unstated_clears_a_state() -> None:
    """`unstated` is not a value that holds: afterwards nothing is said."""
    plan = plan_of(document("- {technique: kneading, id: a, where: calf, position: unstated}", section="position: prone"))

    assert dict(step_of(plan, "a").state) == {}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("- {technique: kneading, id: a, where: calf, position: supine}", ["a+turn_over: position changes"]),
        ("- {technique: kneading, id: a, where: calf, position: prone}", []),
        ("- {technique: kneading, id: a, where: calf, position: supine or prone}", []),
        ("- {technique: kneading, id: a, where: calf, position: unstated}", []),
        ("- {technique: kneading, id: a, where: calf, therapist: standing at head}", []),
        (
            (
                "- {technique: kneading, where: calf, therapist: standing at head}\n"
                "- {technique: kneading, id: a, where: calf, therapist: standing beside hips}"
            ),
            ["a+change_place: therapist changes"],
        ),
        ("- {action: turn_over, id: a, position: supine}", []),
        ("- {action: turn_over}\n- {technique: kneading, id: a, where: calf, position: supine}", []),
        ("- {id: a, position: supine, steps: [{action: turn_over}, {technique: kneading, where: calf}]}", []),
        (
            "- {action: turn_over}\n- {action: dim_lights}\n- {technique: kneading, id: a, where: calf, position: supine}",
            ["a+turn_over: position changes"],
        ),
        (
            (
                "- {steps: [{action: dim_lights}, {action: turn_over}]}\n"
                "- {technique: kneading, id: a, where: calf, position: supine}"
            ),
            [],
        ),
    ],
)
def test_a_change_that_costs_time_is_inserted_unless_it_is_written(steps: str, expected: list[str]) -> None:
    """A transition on the node, right before it, or as its first step is the change; else the plan inserts one."""
    assert inserted(document(steps, section="position: prone")) == expected


def test_a_change_between_sections_is_seen() -> None:
    """The last step of one section may be the change that the next one needs; without it the section gets one."""
    second = "\n  - {id: front, position: supine, steps: [{technique: kneading, where: thigh}]}\n"
    there = document("- {technique: kneading, where: calf}\n- {action: turn_over}", section="position: prone").rstrip() + second
    missing = document("- {technique: kneading, where: calf}", section="position: prone").rstrip() + second

    assert inserted(there) == []
    assert inserted(missing) == ["front+turn_over: position changes"]


def test_a_later_pass_starts_where_the_first_ended() -> None:
    """A pass that ends in another position begins, the second time, with the change back, which is counted."""
    steps = (
        "- {id: b, repeat: 2, position: prone, "
        "steps: [{technique: kneading, where: calf}, {technique: kneading, id: x, where: thigh, position: supine}]}"
    )
    block = node_of(plan_of(document(steps)), "b")

    assert [node.name for node in block.again if node.inserted] == [
        "b+turn_over_again",
        "x+turn_over",
    ]


def test_what_stands_between_is_the_change_back() -> None:
    """A turn between two passes makes an inserted one superfluous, and comes before the second pass in state."""
    steps = (
        "- {id: b, repeat: 2, position: prone, between: [{action: turn_over}], "
        "steps: [{technique: kneading, where: calf}, {action: turn_over}, {technique: kneading, where: thigh, position: supine}]}"
    )

    assert inserted(document(steps)) == []


def test_a_loop_whose_state_does_not_change_is_composed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The later passes are the first one again, also where loops nest."""
    made: list[None] = []
    monkeypatch.setattr("strokekit.composing.frame.Work.count", lambda _: made.append(None))
    steps = "{technique: kneading, where: calf}"
    for depth in range(10):
        steps = f"{{id: loop_{depth}, repeat: {1 if depth else 2}..2, steps: [{steps}]}}"
    outcome = compose(engine().loads(document(f"- {steps}")).require(), engine().catalog)
    loops = [node for node in nodes_of(outcome.require()) if isinstance(node, PlanBlock) and node.repeat]

    assert [loop.again is loop.first for loop in loops] == [True] * 10
    assert len(made) < 20


@pytest.mark.parametrize("open_", ["optional: true", "when: wanted", "when: found knots"])
def test_an_open_step_leaves_the_state_either_of(open_: str) -> None:
    """After a step that may be left out, what it changes is one of two, under the step's name."""
    steps = (
        f"- {{action: turn_over, id: roll, position: supine, lubricant: oil, {open_}}}\n"
        f"- {{technique: kneading, id: a, where: calf}}"
    )
    state = step_of(plan_of(document(steps, section="position: prone")), "a").state

    assert state["position"] == Either(options=(position("prone"), position("supine")), by="roll")
    assert (state["lubricant"].options[0], state["lubricant"].by) == (None, "roll")


def test_a_choice_leaves_the_state_either_of_its_options() -> None:
    """Which option is taken decides the position afterwards; where all agree it is known."""
    steps = """
        - id: c
          choose: 1
          from:
            - {action: turn_over, position: supine, drape: towel}
            - {action: turn_over, position: left side_lying, drape: towel}
        - {technique: kneading, id: a, where: calf}
    """
    state = step_of(plan_of(document(steps, section="position: prone")), "a").state

    assert [pose.options[0].pose for pose in state["position"].options] == ["supine", "side_lying"]
    assert not isinstance(state["drape"], Either)


def test_saying_the_state_again_decides_it() -> None:
    """A step that states the position is no longer in either of two."""
    steps = (
        "- {action: turn_over, position: supine, optional: true}\n- {technique: kneading, id: a, where: calf, position: prone}"
    )

    assert step_of(plan_of(document(steps, section="position: prone")), "a").state["position"] == position("prone")


DEFAULTS = "defaults: {repeat: 2, pressure: light}"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("technique: kneading, where: calf", (2, "inherited", "/sections/0/defaults/repeat")),
        ("technique: kneading, where: calf, repeat: 5", (5, "stated", "/sections/0/steps/0/repeat")),
    ],
)
def test_the_nearest_default_wins(step: str, expected: tuple[Any, ...]) -> None:
    """A section's default goes before the document's, a step's own value before both; the origin says which it was."""
    text = document(f"- {{{step}, id: a}}", head="defaults: {repeat: 9}", section=DEFAULTS)
    given = step_of(plan_of(text), "a").dose["repeat"]

    assert (given.value.min, given.by, given.origin) == expected


def test_defaults_are_inherited_field_by_field() -> None:
    """A nearer default for one field leaves the others as they are."""
    text = document("- {technique: kneading, id: a, where: calf}", head=DEFAULTS, section="defaults: {repeat: 7}")
    dose = step_of(plan_of(text), "a").dose

    assert (dose["repeat"].value.min, dose["pressure"].by) == (7, "inherited")


def test_unstated_stops_inheritance() -> None:
    """A step, or a nearer default, that says `unstated` does not get the value from further out."""
    steps = (
        "- {technique: kneading, id: a, where: calf, repeat: unstated}\n"
        "- {defaults: {repeat: unstated}, steps: [{technique: kneading, id: b, where: calf}]}"
    )
    plan = plan_of(document(steps, head=DEFAULTS))

    assert [step_of(plan, name).dose["repeat"].value for name in "ab"] == [UNSTATED, UNSTATED]


def test_actions_and_blocks_do_not_inherit() -> None:
    """Defaults are for techniques: an action keeps its own pace, a block is not repeated."""
    text = document(
        "- {action: cover, id: a}\n- {id: b, steps: [{technique: kneading, where: calf}]}",
        head="defaults: {repeat: 2, tool: thumbs, duration: 1 min}",
    )
    plan = plan_of(text)

    assert dict(step_of(plan, "a").dose) == {}
    assert (node_of(plan, "b").repeat, node_of(plan, "b").duration) == (None, None)


def test_a_technique_inherits_only_what_it_takes() -> None:
    """A default for a field that a technique does not know passes it by; its own default comes last."""
    plan = plan_of(document("- {technique: feather_stroke, id: a, where: calf}", head="defaults: {hold: 5 s}"))

    assert "hold" not in step_of(plan, "a").dose
    assert step_of(plan, "a").dose["pressure"].by == "technique"


def test_prohibitions_and_caps_add_up() -> None:
    """What document, section, block and step forbid holds together; nothing replaces what is further out."""
    step = "{technique: kneading, id: a, where: calf, cap: light, avoid: {heel: keep_off}}"
    text = document(
        f"- {{avoid: {{sole: keep_off}}, steps: [{step}]}}",
        head="avoid: {knee: keep_off}\ncap: firm",
        section="avoid: {shin: keep_off}",
    )
    found = step_of(plan_of(text), "a")

    assert [avoid.written for avoid in found.avoid] == ["knee", "shin", "sole", "heel"]
    assert [cap.word for cap in found.caps] == ["firm", "light"]


def test_a_cap_further_out_is_not_loosened() -> None:
    """A child with a higher cap is still held to the lower one."""
    text = document("- {technique: kneading, where: calf, cap: deep, pressure: firm}", head="cap: light")

    assert codes(text) == ["pressure-over-cap"]
