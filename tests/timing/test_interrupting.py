"""Steps that return after so much time: how often, where, and how the time is divided between them and what they interrupt."""

from __future__ import annotations

import pytest

from strokekit.timing.interrupting import ends
from strokekit.timing.measure import Measure
from tests.plans import codes, document, engine, seconds, timeline_of, unruled

RETURN = "interspersed: {every: %s, steps: [{technique: stroking, id: x, where: calf, duration: %s}]}"


def single(fields: str, every: str = "30 s", lasting: str = "5 s") -> str:
    """Write one step that is interrupted."""
    return document(f"- {{technique: kneading, id: a, where: calf, {fields}, {RETURN % (every, lasting)}}}")


def several(times: list[int], every: str = "30 s", more: str = "") -> str:
    """Write a block of steps of so many seconds that is interrupted for 5 s."""
    steps = ", ".join(f"{{technique: kneading, id: s{n}, where: calf, duration: {ms} s}}" for n, ms in enumerate(times))
    return document(f"- {{id: b, {more}{RETURN % (every, '5 s')}, steps: [{steps}]}}")


def shown(text: str) -> list[tuple[str, int, int]]:
    """Show the steps: name, start and end in seconds."""
    return [(cue.name, cue.start // 1_000, cue.end // 1_000) for cue in timeline_of(text).cues if cue.kind == "step"]


def test_a_single_step_is_cut_into_stretches() -> None:
    """Each stretch is as long as the interruption is apart from the last; within a duration all takes part of it."""
    assert shown(single("duration: 100 s")) == [
        ("a+pass", 0, 30),
        ("x", 30, 35),
        ("a+pass#2", 35, 65),
        ("x#2", 65, 70),
        ("a+pass#3", 70, 100),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param("repeat: 6, tempo: 10 s each", (65, 65, 65), id="not right at the end"),
        pytest.param("repeat: 7, tempo: 10 s each", (80, 80, 80), id="twice in 70 s"),
        pytest.param("repeat: 2..8, tempo: 10 s each", (20, 55, 90), id="as often as each end asks for"),
        pytest.param("hold: 30 s", (30, 30, 30), id="never in 30 s"),
    ],
)
def test_without_a_duration_interruptions_add(fields: str, expected: tuple[int, ...]) -> None:
    """The time of the step stays what it is, and the interruptions come on top."""
    assert seconds(single(fields).replace("kneading", "static_pressure" if "hold" in fields else "kneading"), "a") == expected


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        pytest.param("20..40 s", (65, 65, 70), id="a range"),
        pytest.param("..40 s", (65, None, None), id="nobody says how often"),
        pytest.param("few_seconds", (85, 115, 155), id="an estimate"),
    ],
)
def test_every_may_be_a_range(every: str, expected: tuple[object, ...]) -> None:
    """The longest time between makes the fewest interruptions, the shortest the most."""
    plan = unruled(single("repeat: 6, tempo: 10 s each", every))
    found = Measure(engine().catalog, of=plan).plan(plan)

    assert tuple(ms if ms is None else ms // 1_000 for ms in (found.min, found.ideal, found.max)) == expected
    assert found.estimates == (("few_seconds",) if every == "few_seconds" else ())
    assert found.unknown == (("a",) if every.startswith("..") else ())


def test_several_steps_are_interrupted_at_their_ends() -> None:
    """No step is cut: the interruption waits for its end, the time begins anew, and nothing comes after the last."""
    assert shown(several([40, 20, 20, 10, 30])) == [
        ("s0", 0, 40),
        ("x", 40, 45),
        ("s1", 45, 65),
        ("s2", 65, 85),
        ("x#2", 85, 90),
        ("s3", 90, 100),
        ("s4", 100, 130),
    ]


def test_passes_are_interrupted_like_steps() -> None:
    """The passes of a block are steps in a row, and each interruption has a number of its own."""
    assert shown(several([20], more="repeat: 4, ")) == [
        ("s0", 0, 20),
        ("s0#2", 20, 40),
        ("x", 40, 45),
        ("s0#3", 45, 65),
        ("s0#4", 65, 85),
    ]


def test_a_block_with_a_duration_seeks_the_places_anew() -> None:
    """Steps that are stretched or squeezed are interrupted after so much of the time that they really get."""
    steps = ", ".join(f"{{technique: kneading, id: s{n}, where: calf, duration: 10..20..60 s}}" for n in range(3))
    text = document(f"- {{id: b, duration: 2 min, {RETURN % ('30 s', '5 s')}, steps: [{steps}]}}")

    assert [(cue.name, cue.length) for cue in timeline_of(text).cues] == [
        ("s0", 36_667),
        ("x", 5_000),
        ("s1", 36_667),
        ("x#2", 5_000),
        ("s2", 36_666),
    ]


def test_what_is_said_during_a_step_is_said_once() -> None:
    """Words at the start, the middle and the end of a step fall into the stretch where that is."""
    said = ", ".join(f"{{text: {word}, at: {at}}}" for word, at in (("One", "start"), ("Two", "50%"), ("Three", "end")))
    step = f"{{technique: kneading, id: a, where: calf, duration: 80 s, say: [{said}]}}"
    steps = f"- {{id: b, {RETURN % ('30 s', '5 s')}, steps: [{step}]}}"

    assert [(cue.name, cue.start // 1_000) for cue in timeline_of(document(steps)).cues if cue.kind == "say"] == [
        ("a", 0),
        ("a#2", 45),
        ("a#3", 90),
    ]


def test_the_rest_after_an_interrupted_step_stays_whole() -> None:
    """The pause comes once, after the last stretch, and is not cut."""
    step = "{technique: kneading, id: a, where: calf, duration: 40 s, rest: 8 s}"
    steps = f"- {{id: b, {RETURN % ('30 s', '5 s')}, steps: [{step}]}}"
    cues = timeline_of(document(steps)).cues

    assert [(cue.kind, cue.name, cue.length) for cue in cues] == [
        ("step", "a", 30_000),
        ("step", "x", 5_000),
        ("step", "a#2", 10_000),
        ("rest", "a", 8_000),
    ]


def test_an_interruption_that_is_not_expected_takes_no_time() -> None:
    """What returns may itself be optional: then it counts nothing at least, and nothing by plan."""
    text = single("repeat: 7, tempo: 10 s each").replace("duration: 5 s", "duration: 5 s, optional: true, expect: false")

    assert seconds(text, "a") == (70, 70, 80)
    assert [name for name, *_ in shown(text)] == ["a+pass", "a+pass#2", "a+pass#3"]


def test_an_unknown_interruption_takes_what_is_left() -> None:
    """Within a duration, what returns for an unknown time and the step itself share what nobody claims."""
    text = single("duration: 100 s").replace("technique: stroking", "technique: x.bare").replace(", duration: 5 s", "")

    assert sum(end - start for _, start, end in shown(text)) == 100


def test_too_many_interruptions_are_an_error() -> None:
    """A millisecond between two of them makes no timeline that anybody could hold, and finding that takes no time."""
    assert codes(single("duration: 10 h", "1 ms", "1 ms")) == ["too-many-steps"]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        pytest.param([30, 30], [0], id="after as much as is asked for"),
        pytest.param([29, 1, 1], [1], id="at the end of the step under way"),
        pytest.param([90, 10], [0], id="once however long it was"),
        pytest.param([30, 0, 0], [], id="not where nothing is left"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_where_interruptions_come(shares: list[int], expected: list[int]) -> None:
    """An interruption comes where enough has passed since the last, and only if something is still to come."""
    assert list(ends(shares, 30)) == expected
