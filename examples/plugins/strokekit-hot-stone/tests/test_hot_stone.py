"""What the plugin promises: its techniques hold what they declare, stones lie on a barrier, are never too hot, and are lifted."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit.testing import check_technique, engine_of

ENGINE = engine_of({"hot_stone": "strokekit_hot_stone:plugin"})
ROUTINE = Path(__file__).parents[1] / "routines" / "warm-back.routine.yaml"
TECHNIQUES = [name for name in ENGINE.catalog.techniques if name.startswith("hot_stone.")]

HEAD = "strokekit: 1\ntitle: Stones\ncontraindications: none_reviewed\n"
BARRIER = "      - {action: hot_stone.lay_barrier, id: towel, where: back, lasts: until_removed}\n"
LAY = "      - {action: hot_stone.lay_stones, id: low, where: lower_back, lasts: until_removed, with: {temperature: %s}}\n"
LIFT = "      - {action: hot_stone.lift_stones, of: low}\n"
OFF = "      - {action: remove, of: towel}\n"


def errors(*steps: str, more: str = "") -> list[str]:
    """Check a routine of these steps; give the codes of what is wrong."""
    text = f"{HEAD}{more}sections:\n  - id: a\n    position: prone\n    steps:\n{''.join(steps)}"
    return [error.code for error in ENGINE.check(ENGINE.read_text(text)).errors]


def test_techniques() -> None:
    """Whatever they are given within their limits, they can be composed, timed and rendered, and always in the same way."""
    # Laying stones is never right by itself: a rule asks for a barrier before and for lifting afterwards.
    check_technique(ENGINE, *TECHNIQUES, examples=5, accept={"hot_stone.lay_stones": ["no-step"]})


def test_the_routine_has_no_errors() -> None:
    """Nor a warning."""
    assert [str(found) for found in ENGINE.check(ROUTINE)] == []


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param([BARRIER, LAY % "122 °F", LIFT, OFF], [], id="as it should be"),
        pytest.param([LAY % "122 °F", LIFT], ["hot-stone/barrier"], id="on bare skin"),
        pytest.param([LAY % "122 °F", LIFT, BARRIER, OFF], ["hot-stone/barrier"], id="the barrier too late"),
        pytest.param([BARRIER, LAY % "122 °F", OFF], [], id="another removal"),
        pytest.param([BARRIER, LAY % "122 °F"], ["hot-stone/lifted"], id="never lifted"),
    ],
)
def test_stones_lie_on_a_barrier_and_are_lifted(steps: list[str], expected: list[str]) -> None:
    """What was laid before, and what comes after, is looked at."""
    assert errors(*steps) == expected


def test_stones_that_are_too_hot_are_an_error() -> None:
    """Where a step says it, the limit of its parameter; in the equipment, the rule."""
    assert errors(BARRIER, LAY % "140 °F", LIFT, OFF) == ["SK502"]
    assert errors(BARRIER, LAY % "122 °F", LIFT, OFF, more="equipment: {stone: {temperature: 140 °F}}\n") == ["hot-stone/too-hot"]


def test_lifting_ends_what_was_laid() -> None:
    """No warning is left that something still lies there, and work on the legs goes on meanwhile."""
    text = ROUTINE.read_text(encoding="utf-8").replace("of: low, caution", "of: high, caution")

    assert "nothing-taken-away" in [found.name for found in ENGINE.check(ENGINE.read_text(text))]


def test_the_legs_are_worked_while_the_stones_lie() -> None:
    """The time of what lies is no time of its own."""
    timeline = ENGINE.fit(ENGINE.compose(ENGINE.load(ROUTINE))).require()
    order = [cue.name for cue in timeline.cues if cue.kind == "step" and cue.technique]

    assert order.index("low") < order.index("glide@left") < order.index("calf@right") < order.index("lift_low")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param(
            "en",
            "low: laid at 30:55, lifted at 38:54, lies 7:59\nhigh: laid at 31:25, lifted at 38:34, lies 7:09\n",
            id="English",
        ),
        pytest.param(
            "de",
            "low: aufgelegt bei 30:55, abgehoben bei 38:54, liegt 7:59\n"
            "high: aufgelegt bei 31:25, abgehoben bei 38:34, liegt 7:09\n",
            id="German",
        ),
    ],
)
def test_the_sheet_says_how_long_the_stones_lie(language: str, expected: str) -> None:
    """A line for each laying, in the words of the plugin."""
    timeline = ENGINE.fit(ENGINE.compose(ENGINE.load(ROUTINE))).require()

    assert ENGINE.render(timeline, to="hot_stone.stones", language=language) == expected
