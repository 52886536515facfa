"""What each field means for time: a test for each row of the table in section 9 of the format, named after the row."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.timing.measure import Measure
from tests.plans import codes, document, engine, node_of, plan_of, seconds, timeline_of, times

KNEADING = (45, 90, 180)
"""The technique's own time for kneading one place, in seconds: three passes of 15, 30 or 60 s."""


def step(fields: str = "") -> str:
    """Write one kneading step of the calf."""
    return f"- {{technique: kneading, id: a, where: calf{', ' if fields else ''}{fields}}}"


def alone(fields: str = "") -> tuple[Any, ...]:
    """Measure that step in seconds."""
    return seconds(document(step(fields)), "a")


@pytest.mark.parametrize("fields", ["", "duration: unstated", "repeat: unstated", "until: unstated"])
def test_nothing_or_unstated_is_the_techniques_own_timing(fields: str) -> None:
    """Silence and `unstated` give the technique's time, as an estimate under its name."""
    plan = plan_of(document(step(fields)))
    found = Measure(engine().catalog).node(node_of(plan, "a"))

    assert alone(fields) == KNEADING
    assert (found.stated, found.estimates) == (0, ("kneading",))


def test_nothing_with_a_technique_without_timing_is_unknown() -> None:
    """A technique of which nobody knows the time makes the ideal and the maximum unknown."""
    plan = plan_of(document("- {technique: x.bare, id: a, where: calf}"))
    found = Measure(engine().catalog).node(node_of(plan, "a"))

    assert (found.min, found.ideal, found.max, found.unknown) == (0, None, None, ("a",))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("4 min", (240, 240, 240)),
        ("3..5 min", (180, 240, 300)),
        ("3..5..6 min", (180, 300, 360)),
        ("~40 s", (32, 40, 48)),
        ("2 min..", (120, 120, 180)),
        ("..1 min", (45, 60, 60)),
        ("few_seconds", (3, 5, 10)),
        ("2 breaths", (6, 8, 12)),
        ("1..3 breaths", (3, 8, 18)),
        ("~10 breaths", (24, 40, 72)),
        ("1 min each repeat", (180, 180, 180)),
        ("1 min each way", (120, 120, 120)),
    ],
)
def test_a_duration_is_a_middle_b(written: str, expected: tuple[int, ...]) -> None:
    """A duration gives its ends and its middle; open ends come from the technique."""
    assert alone(f"duration: {written}") == expected


@pytest.mark.parametrize(
    ("side", "written", "expected"),
    [
        ("both", "1 min", 60),
        ("both", "1 min each side", 120),
        ("both_at_once", "1 min each side", 60),
        ("left", "1 min each side", 60),
    ],
)
def test_a_duration_each_side(side: str, written: str, expected: int) -> None:
    """A duration is that of both sides together, unless it says `each side`."""
    assert alone(f"side: {side}, duration: {written}") == (expected,) * 3


def test_a_duration_each_area() -> None:
    """`each area` counts the listed places."""
    assert seconds(document("- {technique: kneading, id: a, where: [calf, thigh], duration: 1 min each area}"), "a") == (120,) * 3


def test_a_duration_on_a_block_binds() -> None:
    """The sum of the steps is cut to the block's duration."""
    block = "- {id: b, duration: %s, steps: [{technique: kneading, where: calf}, {technique: kneading, where: thigh}]}"

    assert seconds(document(block % "2..4 min"), "b") == (120, 180, 240)
    assert seconds(document(block % "1..2 min"), "b") == (90, 120, 120)
    assert seconds(document(block % "4 min"), "b") == (240, 240, 240)
    assert seconds(document(block % "..2 min"), "b") == (90, 120, 120)
    assert seconds(document(block % "5 min.."), "b") == (300, 300, 360)


def test_a_duration_on_a_block_each_side_and_each_repeat() -> None:
    """A block's duration for each side or each pass holds as often as there are such."""
    text = "- {id: b, %s, duration: 2 min each %s, steps: [{technique: kneading, where: calf}]}"

    assert seconds(document(text % ("sides: each", "side")), "b") == (240,) * 3
    assert seconds(document(text % ("repeat: 3", "repeat")), "b") == (360,) * 3


def test_a_duration_on_a_block_gives_unknown_parts_what_is_left() -> None:
    """With an unknown part, the middle of the duration is the ideal, and the known lower bound stays."""
    text = document(
        "- {id: b, duration: 3..5 min, "
        "steps: [{technique: x.bare, id: x, where: calf}, {technique: kneading, id: k, where: calf}]}"
    )
    plan = plan_of(text)
    timeline = engine().fit(plan).require()

    assert Measure(engine().catalog).node(node_of(plan, "b")).ideal == 240_000
    assert [(cue.name, cue.length) for cue in timeline.cues] == [("x", 150_000), ("k", 90_000)]


@pytest.mark.parametrize(
    ("step", "code"),
    [("duration: 10 s", "block-too-short"), ("duration: 10 min", "block-too-long")],
)
def test_children_that_cannot_fit_are_an_error(step: str, code: str) -> None:
    """Steps that are stated to be longer than their block at least, or shorter at most, are reported."""
    assert codes(document(f"- {{{step}, steps: [{{technique: kneading, where: calf, duration: 1 min}}]}}")) == [code]


@pytest.mark.parametrize("given", ["10 s", "10 min"])
def test_guesses_that_do_not_fit_yield(given: str) -> None:
    """Steps whose times are guessed are stretched or shortened to what the block states, with a warning."""
    text = document(f"- {{id: b, duration: {given}, steps: [{{technique: kneading, id: k, where: calf}}]}}")
    timeline = engine().fit(plan_of(text)).require()

    assert codes(text) == ["block-by-estimate"]
    assert [cue.length for cue in timeline.cues] == [timeline.total] == [{"10 s": 10_000, "10 min": 600_000}[given]]


def test_a_guess_yields_and_not_what_is_stated() -> None:
    """Of a stated step and a guessed one the guessed one alone takes what is too much or too little."""
    steps = "{technique: kneading, id: k, where: calf, duration: 1 min}, {technique: wringing, id: w, where: calf}"
    for given, rest in (("10 min", 540_000), ("65 s", 5_000)):
        plan = plan_of(document(f"- {{id: b, duration: {given}, steps: [{steps}]}}"))
        assert [(cue.name, cue.length) for cue in engine().fit(plan).require().cues] == [("k", 60_000), ("w", rest)]


def test_what_is_stated_can_still_not_fit() -> None:
    """Where the stated steps alone are too long for the block, no guess can help."""
    steps = "{technique: kneading, where: calf, duration: 5 min}, {technique: wringing, where: calf}"

    assert codes(document(f"- {{duration: 1 min, steps: [{steps}]}}")) == ["block-too-short"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("repeat: 2", (30, 60, 120)),
        ("repeat: 2..4", (30, 90, 240)),
        ("repeat: ~10", (120, 300, 720)),
        ("repeat: 2..", (30, 90, 180)),
        ("repeat: ..2", (30, 60, 120)),
        ("repeat: few", (30, 90, 300)),
        ("repeat: 2 each way", (60, 120, 240)),
        ("repeat: 6, tempo: 20/min", (18, 18, 18)),
        ("repeat: 6, tempo: 20..30/min", (12, 14.4, 18)),
        ("repeat: 6, tempo: 4 s each", (24, 24, 24)),
        ("repeat: 6, tempo: 4 s each way", (48, 48, 48)),
        ("repeat: 3, breath: exhale", (9, 12, 18)),
        ("repeat: 3, tempo: slow", KNEADING),
        ("repeat: 2, pattern: 3 strips across", (90, 180, 360)),
        ("repeat: 2, side: both", (60, 120, 240)),
        ("repeat: 2, side: both_at_once", (30, 60, 120)),
        ("repeat: 2, rest: 10 s", (40, 70, 130)),
        ("repeat: 3, rest: 10 s each repeat", (65, 110, 200)),
    ],
)
def test_repeat_times_the_time_of_a_pass(fields: str, expected: tuple[Any, ...]) -> None:
    """Repeats multiply the time of a pass, which the tempo, the breath or the technique gives; patterns and ways multiply."""
    assert alone(fields) == expected


def test_repeat_over_a_list_of_places_and_over_every_toe() -> None:
    """Listed places count each, `every toe` counts five, the way over a path counts once."""
    text = "- {technique: kneading, id: a, %s, repeat: 1}"

    assert seconds(document(text % "where: [calf, thigh]"), "a") == (30, 60, 120)
    assert seconds(document(text % "where: every toe"), "a") == (75, 150, 300)
    assert seconds(document(text % "path: ankle -> thigh"), "a") == (15, 30, 60)


def test_repeat_with_a_speed_takes_the_length_of_the_way() -> None:
    """A speed gives the time of a pass by the lengths of the regions, there and back twice that."""
    there = seconds(document("- {technique: kneading, id: a, path: calf -> ankle, tempo: 1 cm/s, repeat: 1}"), "a")[1]
    back = seconds(document("- {technique: kneading, id: a, path: calf -> ankle -> calf, tempo: 1 cm/s, repeat: 1}"), "a")[1]

    assert back == 2 * there


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("where: calf, hold: 10 s", (10, 10, 10)),
        ("where: [calf, thigh], hold: 10 s", (20, 20, 20)),
        ("where: calf, hold: 10 s, repeat: 3", (30, 30, 30)),
        ("where: calf, hold: 10 s, pattern: 4 points", (40, 40, 40)),
        ("where: [calf, thigh], hold: 10 s, pattern: 4 points", (80, 80, 80)),
        ("where: calf, hold: 2 breaths", (6, 8, 12)),
        ("where: calf, hold: 10 s, side: both", (20, 20, 20)),
        ("where: calf, hold: 10 s, pattern: points", (10, 20, 40)),
        ("where: knots in calf, hold: 10 s", (0, 20, 40)),
    ],
)
def test_hold_times_spots(fields: str, expected: tuple[int, ...]) -> None:
    """A hold counts for each place, each counted point, and for findings as often as the technique estimates (1..2..4)."""
    assert seconds(document(f"- {{technique: static_pressure, id: a, {fields}}}"), "a") == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("until: tissue_softens", (15, 90, None)),
        ("until: tissue_softens, duration: 5 min", (15, 300, 300)),
        ("until: tissue_softens, repeat: 2..4", (15, 90, 240)),
        ("until: tissue_softens, duration: 1 min..", (15, 90, 180)),
    ],
)
def test_until(fields: str, expected: tuple[Any, ...]) -> None:
    """A sign may end a step from the technique's least time on; the bound is the maximum, and without one it is unknown."""
    assert alone(fields) == expected


def test_vague_quantities_come_from_the_catalogue_by_name() -> None:
    """A time that rests on a named quantity is an estimate under that name."""
    found = Measure(engine().catalog).node(node_of(plan_of(document(step("duration: few_minutes"))), "a"))

    assert (found.ideal, found.stated, found.estimates) == (180_000, 0, ("few_minutes",))


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("steps: [{technique: kneading, where: calf}, {technique: kneading, where: calf, duration: 1 min}]", (105, 150, 240)),
        ("repeat: 3, steps: [{technique: kneading, where: calf, duration: 1 min}]", (180, 180, 180)),
        ("repeat: 2..4, steps: [{technique: kneading, where: calf, duration: 1 min}]", (120, 180, 240)),
        ("repeat: several, steps: [{technique: kneading, where: calf, duration: 1 min}]", (180, 300, 420)),
        ("sides: each, steps: [{technique: kneading, where: calf, duration: 1 min}]", (120, 120, 120)),
        ("repeat: 2, sides: each, steps: [{technique: kneading, where: calf, duration: 1 min}]", (240, 240, 240)),
        ("repeat: 3, rest: 10 s, steps: [{technique: kneading, where: calf, duration: 1 min}]", (190, 190, 190)),
        ("repeat: 3, rest: 10 s each repeat, steps: [{technique: kneading, where: calf, duration: 1 min}]", (200, 200, 200)),
        (
            "duration: 4 min, rest: 10 s, steps: [{technique: kneading, where: calf}, {technique: kneading, where: calf}]",
            (250, 250, 250),
        ),
        (
            (
                "repeat: 3, between: [{technique: kneading, where: thigh, duration: 5 s}], "
                "steps: [{technique: kneading, where: calf, duration: 1 min}]"
            ),
            (190, 190, 190),
        ),
        (
            (
                "sides: each, between: [{technique: kneading, where: thigh, duration: 5 s}], "
                "steps: [{technique: kneading, where: calf, duration: 1 min}]"
            ),
            (125, 125, 125),
        ),
    ],
)
def test_block_repeat_sides_between(block: str, expected: tuple[int, ...]) -> None:
    """A block is the sum of its steps, times its passes and sides, plus what stands between them."""
    assert seconds(document(f"- {{id: b, {block}}}"), "b") == expected


def test_changes_of_place_count_between_sides() -> None:
    """Lying on one side, then on the other, takes the turning over that nobody wrote."""
    text = document(
        "- {id: b, sides: each, position: left side_lying, steps: [{technique: kneading, where: calf, duration: 1 min}]}"
    )

    assert seconds(text, "b") == (150, 180, 240)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param("1", (10, 60, 60), id="one"),
        pytest.param("2", (40, 70, 90), id="two"),
        pytest.param("1..2", (10, 60, 90), id="the middle, rounded down"),
        pytest.param("2..3", (40, 70, 100), id="two or all"),
        pytest.param("3", (100, 100, 100), id="all"),
        pytest.param("0..1", (0, 0, 60), id="by default none"),
        pytest.param("0..2", (0, 60, 90), id="by default one"),
    ],
)
def test_choose_is_the_least_the_default_and_the_longest(count: str, expected: tuple[int, ...]) -> None:
    """A choice takes its first options by default, its shortest at least and its longest at most."""
    options = ", ".join(f"{{technique: kneading, where: calf, duration: {d} s}}" for d in (60, 10, 30))

    assert seconds(document(f"- {{id: c, choose: {count}, from: [{options}]}}"), "c") == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param("duration: 1 min", (60, 60, 60), id="exact"),
        pytest.param("duration: 30..50 s", (30, 45, 50), id="the option's ideal where it fits"),
        pytest.param("duration: 50..100 s", (50, 50, 90), id="cut to the duration"),
        pytest.param("duration: ..1 min", (20, 45, 60), id="open below"),
    ],
)
def test_a_duration_on_a_choice_binds(fields: str, expected: tuple[int, ...]) -> None:
    """What is chosen shares the time that is stated for the choice."""
    options = "{technique: kneading, where: calf, duration: 20..45..90 s}"

    assert seconds(document(f"- {{id: c, choose: 1, {fields}, from: [{options}]}}"), "c") == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param("stages: [{pressure: light}, {pressure: deep}]", KNEADING, id="not told apart"),
        pytest.param("stages: [{duration: 1 min}, {duration: 2..4 min}]", (180, 240, 300), id="their sum"),
        pytest.param("stages: [{repeat: 2}, {duration: 10 s}]", (40, 70, 130), id="repeats are times too"),
        pytest.param("stages: [{duration: 1 min}, {pressure: deep}]", (105, 150, 240), id="the technique's own for the others"),
        pytest.param(
            "stages: [{duration: 1 min}, {duration: 2 min}], duration: 3..5 min", (180, 240, 300), id="a whole that is stated"
        ),
        pytest.param("stages: [{duration: 1 min}, {duration: 2 min}], repeat: 2", (30, 60, 120), id="repeats that are stated"),
        pytest.param("stages: [{duration: 1 min}], until: tissue_softens", (15, 60, None), id="until a sign"),
    ],
)
def test_stages(fields: str, expected: tuple[int, ...]) -> None:
    """Stages that say how long they take add up, unless the step says so itself."""
    assert alone(fields) == expected


def test_stages_stand_above_what_is_inherited() -> None:
    """A repeat from around the step is further away than the times of its stages."""
    text = document(step("stages: [{duration: 1 min}, {duration: 2 min}]"), section="defaults: {repeat: 9}")

    assert seconds(text, "a") == (180, 180, 180)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("free: region, where: calf, duration: 10..14 min", (600, 720, 840)),
        ("free: region, where: calf", (0, None, None)),
        ("free: pool, among: [calf, thigh], duration: 3 min", (180, 180, 180)),
        ("unlisted: 3", (0, None, None)),
    ],
)
def test_free_time_and_steps_that_are_not_given(head: str, expected: tuple[Any, ...]) -> None:
    """Free time takes what is stated for it; nobody knows how long it takes otherwise, nor what the source leaves out."""
    text = document(f"- {{{head}, id: a}}")
    found = Measure(engine().catalog).node(node_of(plan_of(text), "a"))

    assert seconds(text, "a") == expected
    assert found.unknown == (("a",) if expected[1] is None else ())
    assert [cue.length for cue in timeline_of(text, known={"a": 1_000}).cues] == [
        1_000 if expected[1] is None else expected[1] * 1_000
    ]


def test_a_checkpoint_takes_no_time() -> None:
    """A checkpoint is a moment, also in a block whose time is shared out to the last millisecond."""
    text = document(
        "- {id: b, duration: 5 min, steps: [{technique: kneading, id: a, where: calf}, {checkpoint: 5 min, id: c}]}", head=""
    )
    text = text.replace("where: calf}", "where: calf, duration: 1..5 min}")
    cues = timeline_of(text).cues

    assert seconds(text, "c") == (0, 0, 0)
    assert [(cue.kind, cue.name, cue.start, cue.end) for cue in cues] == [
        ("step", "a", 0, 300_000),
        ("checkpoint", "c", 300_000, 300_000),
    ]


@pytest.mark.parametrize(
    ("fields", "basis"),
    [
        ("duration: {min: 1 min, max: 3 min, basis: estimate}", (0, 0, ("a",))),
        ("duration: {min: 1 min, max: 3 min, basis: stated}", (120_000, 0, ())),
        ("duration: {min: 1 min, max: 3 min, basis: source}", (0, 120_000, ())),
        ("repeat: {count: 6, basis: estimate}, tempo: 20 s each", (0, 0, ("a",))),
        ("duration: {min: 1 min, max: 3 min, basis: estimate, source: b}", (0, 0, ("b",))),
    ],
)
def test_a_range_may_say_whose_number_it_is(fields: str, basis: tuple[Any, ...]) -> None:
    """What its author marks as an estimate counts as one, under the name of the step or of the source it gives."""
    plan = plan_of(document(step(fields), head="sources: {b: {title: B}}"))
    found = Measure(engine().catalog).node(node_of(plan, "a"))

    assert (found.ideal, found.stated, found.sourced, found.estimates) == (120_000, *basis)


@pytest.mark.parametrize(
    "steps",
    [
        "- {choose: 1, id: a, rest: 10 s, from: [{technique: kneading, where: calf, duration: 1 min}]}",
        "- {say: Rest now, id: a, duration: 1 min, rest: 10 s}",
    ],
)
def test_a_rest_after_a_choice_and_after_words(steps: str) -> None:
    """Every node may be followed by a pause."""
    assert seconds(document(steps), "a") == (70, 70, 70)
    assert [(cue.kind, cue.length) for cue in timeline_of(document(steps)).cues if cue.length][-1] == ("rest", 10_000)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("optional: true", (0, 60, 60)),
        ("optional: true, expect: false", (0, 0, 60)),
        ("when: wanted", (0, 60, 60)),
        ("when: wanted, expect: false", (0, 0, 60)),
        ("when: not suitable", (0, 60, 60)),
        ("when: found knots", (0, 60, 60)),
    ],
)
def test_optional_and_open_when(fields: str, expected: tuple[int, ...]) -> None:
    """What may be left out counts nothing at least, all of it at most, and into the ideal if it is expected."""
    assert alone(f"duration: 1 min, {fields}") == expected


def test_a_finding_makes_its_step_conditional() -> None:
    """Work on knots is done only where there are some."""
    assert seconds(document("- {technique: kneading, id: a, where: knots in calf, duration: 1 min}"), "a") == (0, 60, 60)


def test_lasts_takes_no_time() -> None:
    """Music that lasts all the routine takes the time of switching it on."""
    assert seconds(document("- {action: play_music, id: a, lasts: routine}"), "a") == (5, 10, 30)


@pytest.mark.parametrize("field", ["stated_total: 90 s", "note: Slowly", "differs: {source: b, repeat: 9}"])
def test_stated_total_differs_and_note_take_no_time(field: str) -> None:
    """What is said about a step does not change its time."""
    assert seconds(document(step(field), head="sources: {b: {title: B}}"), "a") == KNEADING


@pytest.mark.parametrize("field", ["say: Breathe out", "ask: Say if it hurts", "caution: Watch the knee"])
def test_say_ask_and_caution_are_inside_their_step(field: str) -> None:
    """Words during a step take none of the time."""
    assert alone(field) == KNEADING


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("say: Take three deep breaths", (1_200, 1_600, 2_400)),
        ("caution: Watch out", (600, 800, 1_200)),
        ("ask: Say how this feels", (2_200, 4_600, 12_400)),
    ],
)
def test_a_cue_step_takes_its_reading_time(cue: str, expected: tuple[int, ...]) -> None:
    """A step of words takes as long as saying them; a question waits for its answer too."""
    assert times(document(f"- {{{cue}, id: a}}"), "a") == expected


def test_an_unknown_part_keeps_the_known_lower_bound_and_its_name() -> None:
    """A sum with an unknown part has no ideal, keeps what is known, and says which part it is."""
    plan = plan_of(document(f"{step()}\n- {{technique: x.bare, id: x, where: calf}}"))
    found = Measure(engine().catalog).plan(plan)

    assert (found.min, found.ideal, found.max, found.unknown) == (45_000, None, None, ("x",))


def test_passes_that_nobody_counts_are_unknown_under_the_blocks_name() -> None:
    """A block of which only the least passes are stated has no ideal, and says so by name."""
    plan = plan_of(document("- {id: b, repeat: 2.., steps: [{technique: kneading, where: calf, duration: 1 min}]}"))
    found = Measure(engine().catalog).node(node_of(plan, "b"))

    assert (found.min, found.ideal, found.max, found.unknown) == (120_000, None, None, ("b",))


def test_an_action_counts_apart() -> None:
    """An action takes its time like a technique, but not from the hands-on total; a phase decides the table's."""
    text = document(
        "- {technique: kneading, where: calf, duration: 1 min, rest: 5 s}\n- {action: cover, where: calf, duration: 20 s}"
    )

    assert dict(timeline_of(text).totals) == {"hands_on": 60_000, "table": 85_000, "visit": 85_000}
    assert dict(timeline_of(document(step("duration: 1 min"), section="phase: intake")).totals)["table"] == 0
