"""How firmly, worked out: words relative to the pressure last in force, and everything cut to the cap."""

from __future__ import annotations

import pytest

from strokekit.model.touch import Level
from tests.plans import codes, document, plan_of, said, step_of


def ends(level: Level | None) -> str:
    """Show a level by its ends."""
    return "unknown" if level is None else f"{level.levels.min}..{level.levels.max} {level.scale}"


def level(*pressures: str, head: str = "") -> str:
    """Give the level of the last of several steps."""
    steps = [f"- {{technique: kneading, id: s{n}, where: calf, pressure: {p}}}" for n, p in enumerate(pressures)]
    return ends(step_of(plan_of(document("\n".join(steps), head=head)), f"s{len(pressures) - 1}").level)


@pytest.mark.parametrize(
    ("pressures", "expected"),
    [
        (["moderate"], "3..3 walton"),
        (["gentle..moderate"], "1..3 walton"),
        (["2.5 walton"], "2.5..2.5 walton"),
        (["light -> firm each repeat"], "1..4 walton"),
        (["moderate", "deeper"], "4..4 walton"),
        (["moderate", "lighter"], "2..2 walton"),
        (["moderate", "same"], "3..3 walton"),
        (["moderate", "rising slowly"], "3..4 walton"),
        (["moderate", "falling"], "2..3 walton"),
        (["moderate", "deeper if comfortable"], "3..4 walton"),
        (["moderate", "deeper each repeat"], "3..5 walton"),
        (["moderate", "lighter each repeat"], "0..3 walton"),
        (["moderate", "deeper", "deeper"], "5..5 walton"),
        (["deep", "deeper", "deeper"], "5..5 walton"),
        (["1 walton", "lighter", "lighter"], "0..0 walton"),
        (["deeper"], "unknown"),
        (["steady"], "unknown"),
        (["moderate", "steady", "deeper"], "4..4 walton"),
        (["5 comfort", "deeper"], "6..6 comfort"),
        (["firm and steady"], "3..4 walton"),
        (["light or firm"], "1..2 walton"),
    ],
)
def test_the_level_that_is_meant(pressures: list[str], expected: str) -> None:
    """`deeper` and its like go one level from the pressure last in force, within the scale; without one nobody can tell."""
    assert level(*pressures) == expected


def test_the_pressure_in_force_is_that_of_the_section() -> None:
    """A new section starts without a pressure to compare with."""
    text = document("- {technique: kneading, where: calf, pressure: moderate}").rstrip()
    text += "\n  - {id: t, steps: [{technique: kneading, id: a, where: calf, pressure: deeper}]}\n"

    assert ends(step_of(plan_of(text), "a").level) == "unknown"


def test_both_sides_start_from_the_same_pressure() -> None:
    """The second side is not deeper than the first because that was deeper."""
    text = document(
        "- {technique: kneading, where: calf, pressure: light}\n"
        "- {sides: each, steps: [{technique: kneading, id: a, where: calf, pressure: deeper}]}"
    )
    plan = plan_of(text)

    assert [ends(step_of(plan, f"a@{side}").level) for side in ("left", "right")] == ["2..3 walton"] * 2


@pytest.mark.parametrize(
    ("pressures", "cap", "expected"),
    [
        (["moderate", "deeper"], "moderate", "3..3 walton"),
        (["moderate", "rising slowly"], "moderate", "3..3 walton"),
        (["moderate", "deeper"], "3.5 walton", "3.5..3.5 walton"),
        (["moderate", "deeper"], "firm", "4..4 walton"),
        (["moderate", "deeper"], "5 comfort", "4..4 walton"),
    ],
)
def test_levels_are_cut_to_the_cap(pressures: list[str], cap: str, expected: str) -> None:
    """A relative pressure goes up to the cap of its own scale, exactly, and no further."""
    assert level(*pressures, head=f"cap: {cap}") == expected


def test_a_cut_is_shown_and_an_uncut_level_is_not() -> None:
    """Where a cap changes a pressure, the report says so."""
    steps = "- {technique: kneading, where: calf, pressure: light}\n- {technique: kneading, where: calf, pressure: deeper}"

    assert codes(document(steps, head="cap: light")) == ["pressure-cut"]
    assert codes(document(steps, head="cap: moderate")) == []


def test_an_inherited_pressure_is_cut_and_a_stated_one_is_an_error() -> None:
    """A default above a cap gives way visibly; a step that says more than its cap contradicts it."""
    inherited = document("- {technique: kneading, where: calf}", head="cap: light\ndefaults: {pressure: firm}")
    stated = document("- {technique: kneading, where: calf, pressure: firm}", head="cap: light")

    assert codes(inherited) == ["pressure-cut"]
    assert codes(stated) == ["pressure-over-cap"]


@pytest.mark.parametrize(
    ("pressure", "expected"),
    [
        ("3 walton", []),
        ("3.01 walton", ["pressure-over-cap"]),
        ("3.. walton", ["pressure-over-cap"]),
        ("{level: light, on_return: firm}", ["pressure-over-cap"]),
        ("light -> firm", ["pressure-over-cap"]),
        ("light or firm", ["pressure-over-cap"]),
        ("below pain", ["pressure-not-comparable"]),
        ("pain ..3", ["pressure-not-comparable"]),
        ("light and pain ..3", ["pressure-not-comparable"]),
        ("2 comfort", ["pressure-not-comparable"]),
        ("steady", []),
    ],
)
def test_stated_pressures_against_a_cap(pressure: str, expected: list[str]) -> None:
    """Levels of one scale are compared exactly, those of two scales and pain never."""
    assert codes(document(f"- {{technique: kneading, where: calf, pressure: {pressure}}}", head="cap: 3 walton")) == expected


def test_the_lowest_cap_is_the_one_that_is_named() -> None:
    """Of several caps that cut, the lowest is shown."""
    steps = (
        "- {technique: kneading, where: calf, pressure: light}\n"
        "- {technique: kneading, where: calf, pressure: deeper, cap: 2 walton}"
    )

    assert [message for *_, message, _ in said(document(steps, head="cap: 2.5 walton"))] == [
        "`deeper` would be `2..3 walton` here: it is cut to the cap `2 walton`"
    ]
