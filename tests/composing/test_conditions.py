"""Conditions: what a plan can decide by values and positions, what stays open, and what can never be decided."""

from __future__ import annotations

import pytest

from tests.plans import document, nodes_of, plan_of, said

VALUES = """
values:
  long: {type: boolean, default: false}
  mood: {type: choice, choice: [lively, calm], default: calm}
  passes: {type: count, default: 3, max: 6}
  firmness: {type: pressure, default: gentle}
"""


def fate(when: str, *, section: str = "", **values: object) -> str:
    """Tell what becomes of a step: `done`, `left out`, or why it is open."""
    text = document(f"- {{technique: kneading, id: a, where: calf, when: {when}}}", head=VALUES, section=section)
    plan = plan_of(text, **values)
    steps = [node for node in nodes_of(plan) if node.name == "a"]
    return (steps[0].open or "done") if steps else f"left out: {plan.left_out[0].why}"


NO = "left out: condition"


LOOP = ("put the step into a block with `for_each`, `sides` or `repeat`",)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("value long", NO),
        ("not value long", "done"),
        ("value long = false", "done"),
        ("value mood = calm", "done"),
        ("value mood = lively", NO),
        ("value passes = 3", "done"),
        ("value firmness = gentle", "done"),
        ("value mood = calm and not value long", "done"),
        ("value mood = lively or wanted", "condition"),
        ("value mood = lively and wanted", NO),
        ("value mood = calm or wanted", "done"),
        ("wanted", "condition"),
        ("not suitable", "condition"),
        ("found knots", "condition"),
        ("{any: [value long, {all: [value mood = calm, value passes = 3]}]}", "done"),
        ("{not: {all: [value mood = calm, value passes = 3]}}", NO),
    ],
)
def test_what_values_decide(when: str, expected: str) -> None:
    """Values are known, wishes and findings stay open; `and` and `or` need no more than they need."""
    assert fate(when) == expected


def test_values_that_are_set_decide() -> None:
    """The same condition with another value has another fate; text from a command line counts as a value."""
    assert fate("value long", long=True) == "done"
    assert fate("value long", long="yes") == "done"
    assert fate("value passes = 5", passes="5") == "done"


@pytest.mark.parametrize(
    ("position", "when", "expected"),
    [
        ("prone", "position prone", "done"),
        ("prone", "position supine", NO),
        ("prone", "not position supine", "done"),
        ("prone or supine", "position prone", "condition"),
        ("prone or supine", "position seated", NO),
        ("left side_lying", "position side_lying", "done"),
        ("left side_lying", "position right side_lying", NO),
        ("side_lying", "position left side_lying", "condition"),
    ],
)
def test_what_positions_decide(position: str, when: str, expected: str) -> None:
    """The position at that point decides; where it can be several things, all must agree."""
    assert fate(when, section=f"position: {position}") == expected


def test_no_position_decides_nothing() -> None:
    """Where nobody said how the client lies, the condition stays open."""
    assert fate("position prone") == "condition"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("value lon", ("SK405", "there is no value `lon`", ("declare it under `values`", "did you mean `long`?"))),
        (
            "value passes",
            (
                "SK509",
                "`value passes` compares the value `passes` with something it can't be",
                ("compare it, as in `value passes = …`",),
            ),
        ),
        (
            "value mood = livly",
            (
                "SK509",
                "`value mood = livly` compares the value `mood` with something it can't be",
                ("choose one of `lively`, `calm`",),
            ),
        ),
        (
            "value long = maybe",
            (
                "SK509",
                "`value long = maybe` compares the value `long` with something it can't be",
                ("write `true` or `false`",),
            ),
        ),
        (
            "pass last",
            ("SK515", "`pass last` asks about a loop, and there is none around this step", LOOP),
        ),
        (
            "this toe = 5",
            ("SK515", "`this toe = 5` asks about a loop, and there is none around this step", LOOP),
        ),
    ],
)
def test_what_can_never_be_decided(when: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    """A condition that nothing can decide is an error where it stands, not a step that is silently open."""
    text = document(f"- {{technique: kneading, id: a, where: calf, when: {when}}}", head=VALUES)

    assert [(code, message, hints) for _, code, message, hints in said(text)] == [expected]
