"""Moments within steps and blocks: every pass, the change of side, and what stands in neither."""

from __future__ import annotations

import pytest

from tests.plans import document, timeline_of


def moments(steps: str, *kinds: str) -> list[tuple[str, str, int]]:
    """Show kind, name and second of what lies within the steps."""
    cues = timeline_of(document(steps)).cues
    return [(cue.kind, cue.name, cue.start // 1_000) for cue in cues if cue.kind in (kinds or ("say",))]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param(
            "- {id: b, repeat: 3, say: {text: x, at: each repeat}, steps: [{technique: kneading, where: calf, duration: 10 s}]}",
            [("say", "b", 0), ("say", "b", 10), ("say", "b", 20)],
            id="each pass of a block",
        ),
        pytest.param(
            "- {id: b, repeat: 2, rest: 5 s each repeat, say: {text: x, at: each repeat},"
            " steps: [{technique: kneading, where: calf, duration: 10 s}]}",
            [("say", "b", 0), ("say", "b", 15)],
            id="each pass, after the pause",
        ),
        pytest.param(
            "- {id: b, say: {text: x, at: each repeat}, steps: [{technique: kneading, where: calf, duration: 10 s}]}",
            [("say", "b", 0)],
            id="the one pass of a block",
        ),
        pytest.param(
            "- {id: b, sides: each, say: {text: x, at: side_change},"
            " steps: [{technique: kneading, where: calf, duration: 10 s}]}",
            [("say", "b", 10)],
            id="the other side of a block",
        ),
        pytest.param(
            "- {id: b, sides: each, repeat: 2, say: {text: x, at: side_change},"
            " steps: [{technique: kneading, where: calf, duration: 10 s}]}",
            [("say", "b", 10), ("say", "b", 20), ("say", "b", 30)],
            id="the other side again and again",
        ),
        pytest.param(
            "- {technique: kneading, id: k, where: calf, side: both, duration: 10 s, say: {text: x, at: side_change}}",
            [("say", "k", 5)],
            id="the other side within a step",
        ),
        pytest.param(
            "- {technique: kneading, id: k, where: calf, duration: 5 min, say: {text: x, at: every 2 min}}",
            [("say", "k", 120), ("say", "k", 240)],
            id="every so many minutes",
        ),
    ],
)
def test_when_words_are_said(steps: str, expected: list[tuple[str, str, int]]) -> None:
    """Each moment comes as often as it is there, and when."""
    assert moments(steps) == expected


def test_a_step_on_both_sides_says_when_it_changes() -> None:
    """The change is a cue of its own, at the middle, also where nobody has words for it."""
    both = "- {technique: kneading, id: k, where: calf, side: both, duration: 10 s}"
    steps = f"{both}\n- {{technique: kneading, where: calf, duration: 4 s}}"

    assert moments(steps, "side") == [("side", "k", 5)]


def test_both_sides_at_once_have_no_change() -> None:
    """Nothing changes where both are done together."""
    assert moments("- {technique: kneading, where: calf, side: both_at_once, duration: 10 s}", "side") == []


def test_a_change_of_side_within_a_step_that_is_interrupted() -> None:
    """It comes in the stretch that it falls into, later by what interrupts the step."""
    steps = """
    - technique: kneading
      id: k
      where: calf
      side: both
      duration: 40 s
      interspersed: {every: 10 s, steps: [{technique: stroking, id: between, where: calf, duration: 2 s}]}
    """
    cues = timeline_of(document(steps)).cues
    (change,) = [cue for cue in cues if cue.kind == "side"]
    around = next(cue for cue in cues if cue.kind == "step" and cue.start <= change.start < cue.end)

    assert (change.name.partition("#")[0], around.name) == (around.name.partition("#")[0], change.name)


def test_what_is_said_knows_why_it_is_there() -> None:
    """The words within a step carry its passes and its reasons, as the step does."""
    steps = "- {id: b, sides: each, repeat: 2, steps: [{technique: kneading, id: k, where: calf, duration: 10 s, say: x}]}"
    cues = timeline_of(document(steps)).cues
    steps_, words = ([cue for cue in cues if cue.kind == kind] for kind in ("step", "say"))

    assert [(cue.name, cue.via, cue.passes) for cue in words] == [(cue.name, cue.via, cue.passes) for cue in steps_]


def test_answers_that_are_foreseen() -> None:
    """A question carries what may be answered."""
    cues = timeline_of(
        document('- {technique: kneading, where: calf, duration: 1 min, ask: {text: "Ok?", answers: {"no": {say: x}}}}')
    ).cues

    assert [cue.answers for cue in cues if cue.kind == "ask"] == [("no",)]


def test_a_pause_that_is_stated_is_stated() -> None:
    """Whose number a pause between passes, or a spoken step, is stands in its cue."""
    loop = "- {repeat: 2, rest: 5 s each repeat, steps: [{technique: kneading, where: calf, duration: 9 s}]}"
    steps = f"{loop}\n- {{say: x, duration: 4 s}}"

    assert [(cue.kind, cue.basis) for cue in timeline_of(document(steps)).cues if cue.kind != "say"] == [
        ("step", "stated"),
        ("rest", "stated"),
        ("step", "stated"),
        ("step", "stated"),
    ]
