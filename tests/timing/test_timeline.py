"""The timeline: every pass a cue, rests and pauses in their places, prompts at their moments, limits kept."""

from __future__ import annotations

import cProfile

import pytest

from strokekit.timing import Measure, make_timeline
from strokekit.timing.kinds import Kinds
from tests.plans import document, engine, node_of, plan_of, timeline_of

STEP = "{technique: kneading, id: a, where: calf, duration: 10 s}"


def shown(text: str, **known: int) -> list[tuple[str, str, int, int]]:
    """Show the cues: kind, name, start and end in seconds."""
    cues = timeline_of(text, known=known or None).cues
    return [(cue.kind, cue.name, cue.start // 1_000, cue.end // 1_000) for cue in cues]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (f"- {{id: b, repeat: 2, steps: [{STEP}]}}", [("step", "a", 0, 10), ("step", "a#2", 10, 20)]),
        (
            f"- {{id: b, repeat: 2, rest: 5 s, steps: [{STEP}]}}",
            [("step", "a", 0, 10), ("step", "a#2", 10, 20), ("rest", "b", 20, 25)],
        ),
        (
            f"- {{id: b, repeat: 2, rest: 5 s each repeat, steps: [{STEP}]}}",
            [("step", "a", 0, 10), ("rest", "b#2", 10, 15), ("step", "a#2", 15, 25)],
        ),
        (
            f"- {{id: b, repeat: 2, duration: 30 s, rest: 5 s, steps: [{STEP.replace('duration: 10 s', 'duration: 5..20 s')}]}}",
            [("step", "a", 0, 15), ("step", "a#2", 15, 30), ("rest", "b", 30, 35)],
        ),
        (
            "- {technique: kneading, id: a, where: calf, duration: 10 s, rest: 5 s}",
            [("step", "a", 0, 10), ("rest", "a", 10, 15)],
        ),
        (
            f"- {{repeat: 2, steps: [{{repeat: 2, steps: [{STEP}]}}]}}",
            [("step", f"a{m}", n * 10, n * 10 + 10) for n, m in enumerate(("", "#1#2", "#2", "#2#2"))],
        ),
        (f"- {{choose: 1, from: [{STEP}, {{action: dim_lights}}]}}", [("step", "a", 0, 10)]),
        (f"- {STEP}\n- {{technique: kneading, where: calf, optional: true, expect: false}}", [("step", "a", 0, 10)]),
    ],
)
def test_cues_in_order(steps: str, expected: list[tuple[str, str, int, int]]) -> None:
    """Passes are marked by number, rests come after, pauses between, and what is not expected has no cue."""
    assert shown(document(steps)) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("start", [0]),
        ("end", [30]),
        ("40%", [12]),
        ("20 s", [20]),
        ("-10 s", [20]),
        ("90 s", [30]),
        ("every 10 s", [10, 20]),
        ("each repeat", [0, 10, 20]),
        ("pressure_rise", [15]),
        ("leaving", [30]),
        ("often", [0]),
    ],
)
def test_prompts_at_their_moments(at: str, expected: list[int]) -> None:
    """What is said during a step is said when it says so, within the step."""
    text = document(
        f"- {{technique: kneading, id: a, where: calf, repeat: 3, tempo: 10 s each, say: {{text: Breathe, at: {at}}}}}"
    )

    assert [cue.start // 1_000 for cue in timeline_of(text).cues if cue.kind == "say"] == expected


def test_an_assumed_time_fills_an_unknown_one_everywhere() -> None:
    """The caller's assumption gives a step its time and is named as what the total rests on; it changes no known time."""
    text = document(f"- {{technique: x.bare, id: u, where: calf}}\n- {STEP}")
    timeline = timeline_of(text, known={"u": 7_000, "a": 99_000})

    assert [(cue.name, cue.length, cue.basis) for cue in timeline.cues] == [("u", 7_000, "estimate"), ("a", 10_000, "stated")]
    assert timeline.elastic.estimates == ("assumed: u",)


def test_an_assumed_time_for_a_block() -> None:
    """A block whose passes nobody counts can be assumed as a whole."""
    assert shown(document(f"- {{id: b, repeat: 2.., steps: [{STEP}]}}"), b=30_000) == [("step", "a", 0, 30)]


def test_steps_between_and_again_can_be_looked_up() -> None:
    """Every step cue has its step in the timeline, also those between passes and inserted changes."""
    steps = (
        "- {id: b, repeat: 2, position: prone, between: [{action: dim_lights}], "
        "steps: [{technique: kneading, where: calf}, {technique: kneading, where: thigh, position: supine}]}"
    )
    timeline = timeline_of(document(steps))

    assert [cue.name for cue in timeline.cues if cue.name.split("#")[0] not in timeline.steps] == []


@pytest.mark.parametrize(
    "steps",
    [
        f"- {{repeat: 500, steps: [{STEP}]}}",
        "- {technique: kneading, where: calf, duration: 10 s, say: {text: Breathe, at: every 1 ms}}",
    ],
)
def test_more_cues_than_the_limit_are_an_error(steps: str) -> None:
    """Loops, and prompts that come again and again, can't make a timeline that nobody could hold."""
    outcome = make_timeline(plan_of(document(steps)), engine().catalog, limit=100)

    assert [str(d) for d in outcome.report] == ["r.yaml:6:3: error[SK510] the routine unrolls to more than 100 steps"]
    assert outcome.value is None


def test_hands_on_time_of_a_block_that_binds() -> None:
    """Where a duration binds, hands-on work is what the timeline gives it, and within what the rest leaves."""
    steps = "- {id: b, duration: 2 min, steps: [{technique: kneading, where: calf}, {action: dim_lights}]}"
    plan = plan_of(document(steps))
    found = Kinds(Measure(engine().catalog)).only(node_of(plan, "b"), hands_on=True)

    assert timeline_of(document(steps)).totals["hands_on"] == found.ideal
    assert (found.min, found.max) == (90_000, 115_000)


def test_the_work_grows_with_the_steps_and_no_faster() -> None:
    """Ten times the steps are ten times the amounts read, in composing, checking, measuring and fitting together."""
    reads = []
    for count in (20, 200):
        text = document("\n".join(["- {technique: kneading, where: calf, repeat: 2, rest: 1 s}"] * count))
        profile = cProfile.Profile()
        profile.enable()
        timeline_of(text)
        profile.disable()
        reads.append(sum(entry.callcount for entry in profile.getstats()))

    assert reads[1] < 12 * reads[0]


def test_fifty_levels_of_blocks() -> None:
    """Depth is no obstacle: fifty blocks in one another are read, composed, checked, timed and told apart."""
    steps = STEP
    for level in range(50):
        steps = f"{{id: level_{level}, {'sides: each, ' if level == 25 else 'repeat: 1, '}duration: 1 s..1 h, steps: [{steps}]}}"

    assert shown(document(f"- {steps}")) == [("step", "a@left", 0, 10), ("step", "a@right", 10, 20)]


def test_a_part_of_each_step_in_a_time_that_binds() -> None:
    """Of a step that works on two places, a half is that of one of them, to the millisecond."""
    steps = "- {id: b, duration: 61 s, steps: [{technique: kneading, where: calf}, {action: dim_lights}]}"
    plan = plan_of(document(steps))
    halves = Kinds(Measure(engine().catalog), lambda step: 2 if step.hands_on else 0)
    whole = Kinds(Measure(engine().catalog)).only(node_of(plan, "b"), hands_on=True).ideal or 0

    assert halves.only(node_of(plan, "b"), hands_on=True).ideal == whole // 2
    assert halves.only(node_of(plan, "b"), hands_on=False).ideal == 61_000 - whole // 2
