"""What the plugin promises: its techniques hold what they declare, lines take the time of their presses, sides mirror, no oil."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit import Outcome
from strokekit.testing import check_technique, engine_of

ENGINE = engine_of({"thai": "strokekit_thai:plugin"})
ROUTINE = Path(__file__).parents[1] / "routines" / "side-lying.routine.yaml"
TECHNIQUES = [name for name in ENGINE.catalog.techniques if name.startswith("thai.")]

STEP = """\
strokekit: 1
title: A step
contraindications: none_reviewed
sections:
  - {{id: a, position: prone, lubricant: {lubricant}, steps: [{{{step}}}]}}
"""


def composed(step: str, lubricant: str = "none") -> Outcome:
    """Compose a routine of one step."""
    return ENGINE.compose(ENGINE.loads(STEP.format(step=step, lubricant=lubricant)))


def test_techniques() -> None:
    """Whatever they are given within their limits, they can be composed, timed and rendered, and always in the same way."""
    check_technique(ENGINE, *TECHNIQUES, examples=5)


def test_the_routine_has_nothing_wrong() -> None:
    """Neither an error nor a warning."""
    assert [str(found) for found in ENGINE.check(ROUTINE)] == []


def test_the_routine_gives_both_sides_the_same_time() -> None:
    """What is written for the left leg is done on the right one too, with the client on the other side."""
    timeline = ENGINE.fit(ENGINE.compose(ENGINE.load(ROUTINE))).require()
    walks = [cue for cue in timeline.cues if cue.kind == "step" and cue.name.startswith("leg/walk_leg")]
    steps = [timeline.steps[cue.name] for cue in walks]

    assert [cue.length for cue in walks] == [100_000, 100_000]
    assert [step.state["position"].options[0].side for step in steps] == ["left", "right"]
    assert [step.targets[0].area.spot.region.side for step in steps] == ["left", "right"]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        pytest.param(
            "technique: thai.line_walk, where: thai.back_line_1", (64_000, 100_000, 144_000), id="there and back, twice"
        ),
        pytest.param(
            "technique: thai.line_walk, where: thai.back_line_1, repeat: 1, with: {presses: 4, back: false}",
            (8_000, 10_000, 12_000),
            id="four presses of two to three seconds",
        ),
        pytest.param(
            "technique: thai.line_walk, where: thai.back_line_1, repeat: 1, with: {presses: 4, press: 5 s, back: false}",
            (20_000, 20_000, 20_000),
            id="four presses of five seconds",
        ),
        pytest.param(
            "technique: thai.line_walk, where: thai.back_line_1, side: both, repeat: 1, with: {presses: 4}",
            (32_000, 40_000, 48_000),
            id="both sides, and back",
        ),
        pytest.param(
            "technique: thai.line_walk, where: [thai.back_line_1, thai.back_line_2], repeat: 1, with: {presses: 4}",
            (32_000, 40_000, 48_000),
            id="two lines",
        ),
        pytest.param(
            "technique: thai.line_walk, where: thai.back_line_1, duration: 1 min", (60_000, 60_000, 60_000), id="stated"
        ),
    ],
)
def test_walking_a_line_takes_the_time_of_its_presses(step: str, expected: tuple[int, int, int]) -> None:
    """So many presses, so many ways, so many lines; what the author states stands."""
    measured = ENGINE.measure(composed(step).require())

    assert (measured.min, measured.ideal, measured.max) == expected


def test_walking_a_line_is_a_way_there_and_a_way_back() -> None:
    """The moves divide the time of the step."""
    timeline = ENGINE.fit(composed("technique: thai.line_walk, where: thai.back_line_1, duration: 1 min, repeat: 2")).require()

    assert [(cue.text["en"], cue.start, cue.end) for cue in timeline.cues if cue.kind == "move"] == [
        ("Thumb beside thumb to the end, 1", 0, 15_000),
        ("and back, 1", 15_000, 30_000),
        ("Thumb beside thumb to the end, 2", 30_000, 45_000),
        ("and back, 2", 45_000, 60_000),
    ]


@pytest.mark.parametrize(
    ("lubricant", "expected"),
    [
        pytest.param("none", [], id="without oil"),
        pytest.param("oil", ["`thai.palming` is done through clothes, without oil"], id="on oil"),
    ],
)
def test_nothing_is_done_on_oil(lubricant: str, expected: list[str]) -> None:
    """The rule of the plugin sees what is on the skin."""
    found = composed("technique: thai.palming, where: calf, duration: 1 min", lubricant).report

    assert [error.message for error in found.errors] == expected
    assert [error.code for error in found.errors] == ["thai/no-oil"] * len(expected)


def test_lines_lie_in_the_anatomy() -> None:
    """So what is said of the back is said of its lines too."""
    anatomy = ENGINE.catalog.anatomy

    assert anatomy.inside("thai.back_line_1", "back")
    assert anatomy.inside("thai.inner_line_upper", "thigh")
    assert anatomy.way("thai.inner_line_lower", "thai.inner_line_upper") == (
        "thai.inner_line_lower",
        "knee",
        "thai.inner_line_upper",
    )
