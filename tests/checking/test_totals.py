"""Stated totals against derived ones, what they cover, and loops that grow too large."""

from __future__ import annotations

import pytest

from tests.plans import codes, document, said

STEP = "{technique: kneading, id: a, where: calf, duration: 2 min}"
ERROR, WARNING = ["totals-disagree"], ["totals-disagree-by-estimate"]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("2 min", []),
        ("1..2 min", []),
        ("3 min", ERROR),
        ("..1 min", ERROR),
        ("3 min..", ERROR),
        ("~2 min", []),
        ("few_seconds", WARNING),
    ],
)
def test_a_total_of_what_is_stated(total: str, expected: list[str]) -> None:
    """Outside what the stated steps make is an error; a vague total is only a guess."""
    assert codes(document(f"- {STEP}", head=f"stated_total: {total}")) == expected


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("{technique: kneading, where: calf}", WARNING),
        ("{technique: passive_stretch, where: calf}", WARNING),
        ("{technique: x.bare, where: calf, repeat: 2}", []),
        ("{technique: kneading, where: calf, duration: 2 min, optional: true}", ERROR),
    ],
)
def test_a_total_of_what_is_not_stated(step: str, expected: list[str]) -> None:
    """A guess, or a number from elsewhere, does not overrule what the source says; an unknown time contradicts nothing."""
    assert codes(document(f"- {step}", head="stated_total: 60 min")) == expected


@pytest.mark.parametrize(
    ("covers", "expected"),
    [
        ("a", []),
        ("[a, b]", ERROR),
        ("block", []),
        ("[block, a]", []),
        ("visit", ERROR),
        ("table", ERROR),
        ("unstated", ERROR),
        ("nothing", ["unknown-id"]),
    ],
)
def test_what_a_total_covers(covers: str, expected: list[str]) -> None:
    """A total is compared with what it covers; parts of parts count once, and an unknown id is a mistake."""
    steps = f"- {{id: block, steps: [{STEP}]}}\n- {STEP.replace('id: a', 'id: b')}"

    assert codes(document(steps, head=f"stated_total: [{{duration: 2 min, covers: {covers}}}]")) == expected


def test_what_an_unknown_id_may_mean() -> None:
    """The nearest id is offered."""
    found = said(document(f"- {{id: block, steps: [{STEP}]}}", head="stated_total: [{duration: 2 min, covers: blok}]"))

    assert [entry[1:] for entry in found] == [("SK406", "nothing here has the id `blok`", ("did you mean `block`?",))]


def test_both_sides_of_a_covered_block_count_once() -> None:
    """A block over sides is covered as a whole, not once more for each side."""
    text = document(f"- {{id: block, sides: each, steps: [{STEP}]}}", head="stated_total: [{duration: 4 min, covers: block}]")

    assert codes(text) == []


def test_a_total_of_what_was_left_out_is_no_unknown_id() -> None:
    """A step that a value leaves out is still there to be covered."""
    text = document(
        f"- {STEP}\n- {STEP.replace('id: a', 'id: b').replace('}', ', when: value long}')}",
        head="values: {long: {type: boolean, default: false}}\nstated_total: [{duration: 2 min, covers: [a, b]}]",
    )

    assert codes(text) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("tempo: 20/min, repeat: 20, duration: 1 min", []),
        ("tempo: 20/min, repeat: 10..30, duration: 1 min", []),
        ("tempo: 20/min, repeat: 10, duration: 1 min", ["dose-disagrees"]),
        ("tempo: slow, repeat: 10, duration: 1 min", []),
        ("tempo: 20/min, repeat: 10, side: both, duration: 1 min", []),
        ("tempo: 20/min, repeat: 10, side: both, duration: 30 s each side", []),
        ("tempo: 20/min, duration: 1 min", []),
        ("tempo: 20/min, repeat: unstated, duration: 1 min", []),
    ],
)
def test_tempo_repeat_and_duration(fields: str, expected: list[str]) -> None:
    """Two of the three give the third; three that say different things are an error."""
    assert codes(document(f"- {{technique: kneading, where: calf, {fields}}}")) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (f"- {{repeat: 100000, steps: [{STEP}]}}", []),
        (f"- {{repeat: 300000, steps: [{STEP}]}}", ["too-many-steps"]),
        (f"- {{repeat: 1000, steps: [{{repeat: 1000, steps: [{STEP}]}}]}}", ["too-many-steps"]),
        (f"- {{repeat: 1000000000000, steps: [{{repeat: 1000000000000, steps: [{STEP}]}}]}}", ["too-many-steps"]),
    ],
)
def test_loops_within_loops(steps: str, expected: list[str]) -> None:
    """However large a loop is written, finding that it is too large takes no time."""
    assert codes(document(steps)) == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("2 min each side", []),
        ("2 min each repeat", []),
        ("4 min", []),
        ("3 min each side", ERROR),
        ("2 min", ERROR),
    ],
)
def test_a_total_for_each_side_or_pass(total: str, expected: list[str]) -> None:
    """A total for each of several holds as often as there are such."""
    loop = "repeat: 2" if "repeat" in total else "sides: each"

    assert codes(document(f"- {{id: block, {loop}, stated_total: {total}, steps: [{STEP}]}}")) == expected


def test_a_total_for_each_side_of_a_step() -> None:
    """The same holds for a step that does its dose on both sides."""
    step = "- {technique: kneading, where: calf, side: both, duration: 2 min each side, stated_total: %s each side}"

    assert (codes(document(step % "2 min")), codes(document(step % "4 min"))) == ([], ERROR)


def test_the_total_of_a_variant() -> None:
    """What a variant states of its total is compared while it is the one that is composed."""
    head = "variants: {short: {sections: [s], stated_total: %s}}"

    assert codes(document(f"- {STEP}", head=head % "2 min")) == []
    assert codes(document(f"- {STEP}", head=head % "9 min")) == ERROR


def test_an_estimated_total_is_a_guess() -> None:
    """A total that its author marks as an estimate overrules nothing, and is named."""
    found = said(document(f"- {STEP}", head="stated_total: {min: 8 min, max: 9 min, basis: estimate}"))

    assert [(code, message) for _, code, message, _ in found] == [
        ("SK603", "the stated total 8 min to 9 min is outside the derived 2 min, which rests on estimates: `stated_total`")
    ]


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ("[{duration: 1 min}, {duration: 1 min}]", []),
        ("[{duration: 1 min}, {duration: 9 min}]", ["stages-disagree"]),
        ("[{duration: 9 min}, {pressure: light}]", []),
        ("[{pressure: light}, {pressure: firm}]", []),
    ],
)
def test_stages_fit_into_their_step(stages: str, expected: list[str]) -> None:
    """Stages that all say how long they take make the duration of their step."""
    assert codes(document(f"- {{technique: kneading, where: calf, duration: 2 min, stages: {stages}}}")) == expected
