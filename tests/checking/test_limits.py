"""How much of something a run may hold, against what the plan holds."""

from __future__ import annotations

import pytest

from tests.plans import document, said

STEP = "{technique: compression, where: %s, tool: %s, duration: %s}"
ELBOW = STEP % ("thigh", "elbow", "2..4 min")


def found(limit: str, *steps: str) -> list[tuple[str, str]]:
    """Say what is reported of a limit: code and words."""
    text = document("\n".join(f"- {step}" for step in steps), head=f"limits: [{{{limit}}}]")
    return [(code, message) for _, code, message, _ in said(text) if code in {"SK710", "SK711"}]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        pytest.param("tool: elbow, duration: ..4 min", [], id="kept"),
        pytest.param(
            "tool: elbow, duration: ..2 min",
            [("SK711", "`elbow` comes to 3 min as planned, and the limit is at most 2 min")],
            id="can be kept",
        ),
        pytest.param(
            "tool: elbow, duration: ..1 min",
            [("SK710", "`elbow` comes to at least 2 min, and the limit is at most 1 min")],
            id="can't be kept",
        ),
        pytest.param(
            "tool: elbow, duration: 5 min..",
            [("SK710", "`elbow` comes to at most 4 min, and the limit is at least 5 min")],
            id="too little",
        ),
        pytest.param("tool: forearm, duration: ..1 s", [], id="another tool"),
        pytest.param(
            "technique: compression, duration: ..1 min",
            [("SK710", "`compression` comes to at least 2 min, and the limit is at most 1 min")],
            id="a technique",
        ),
        pytest.param(
            "where: lower_limb, duration: ..1 min",
            [("SK710", "`lower_limb` comes to at least 2 min, and the limit is at most 1 min")],
            id="a place around it",
        ),
        pytest.param("where: calf, duration: ..1 min", [], id="another place"),
        pytest.param("tool: elbow, share: ..100%", [], id="a share that is kept"),
        pytest.param(
            "tool: elbow, share: ..20%",
            [("SK710", "`elbow` comes to at least 40%, and the limit is at most 20%")],
            id="a share that can't be kept",
        ),
        pytest.param(
            "tool: elbow, share: ..45%",
            [("SK711", "`elbow` comes to 60% as planned, and the limit is at most 45%")],
            id="a share that can be kept",
        ),
    ],
)
def test_limits_of_time(limit: str, expected: list[tuple[str, str]]) -> None:
    """What can't be kept is an error, what is not kept as planned a warning."""
    filler = "{technique: kneading, where: arm, duration: 1..2..3 min}"

    assert found(limit, ELBOW, *([filler] if "share" in limit else [])) == expected


@pytest.mark.parametrize(
    ("each", "steps", "expected"),
    [
        pytest.param("area", [STEP % ("[calf, thigh]", "elbow", "4 min")], [], id="shared by two places"),
        pytest.param("area", [STEP % ("calf", "elbow", "2 min"), STEP % ("thigh", "elbow", "2 min")], [], id="two steps"),
        pytest.param(
            "area", [STEP % ("calf", "elbow", "2 min")] * 2, ["`elbow` on `calf` comes to at least 4 min"], id="twice the same"
        ),
        pytest.param("side", [STEP % ("calf", "elbow", "4 min, side: both")], [], id="shared by two sides"),
        pytest.param(
            "side", [STEP % ("left calf", "elbow", "4 min")], ["`elbow` on the left comes to at least 4 min"], id="one side"
        ),
    ],
)
def test_limits_for_each_place_or_side(each: str, steps: list[str], expected: list[str]) -> None:
    """With `each`, every place or side that is worked has the limit to itself."""
    said_of = found(f"tool: elbow, duration: ..2 min each {each}", *steps)

    assert said_of == [("SK710", f"{words}, and the limit is at most 2 min") for words in expected]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param(["{technique: kneading, where: calf, repeat: 2}"], [], id="kept"),
        pytest.param(
            ["{technique: kneading, where: calf, repeat: 4..6}"],
            [("SK710", "`kneading` comes to at least 4 times, and the limit is at most 3 times")],
            id="can't",
        ),
        pytest.param(
            ["{technique: kneading, where: calf, repeat: 2..6}"],
            [("SK711", "`kneading` comes to 4 times as planned, and the limit is at most 3 times")],
            id="can",
        ),
        pytest.param(
            ["{repeat: 2, steps: [{technique: kneading, where: calf, repeat: 2}]}"],
            [("SK710", "`kneading` comes to at least 4 times, and the limit is at most 3 times")],
            id="in a loop",
        ),
        pytest.param(
            ["{technique: kneading, where: calf, repeat: 2, side: both}"],
            [("SK710", "`kneading` comes to at least 4 times, and the limit is at most 3 times")],
            id="on both sides",
        ),
        pytest.param(
            ["{choose: 1, from: [{technique: kneading, where: calf, repeat: 1}, {technique: kneading, where: calf, repeat: 9}]}"],
            [],
            id="chosen",
        ),
        pytest.param(["{say: Rest}", "{checkpoint: 1 min}"], [], id="nothing of it"),
    ],
)
def test_limits_of_repeats(steps: list[str], expected: list[tuple[str, str]]) -> None:
    """Passes are counted through loops, sides and choices."""
    assert found("technique: kneading, repeat: ..3", *steps) == expected


def test_a_guess_breaks_no_limit() -> None:
    """What rests on an estimate is a warning, however far beyond the limit."""
    assert found("technique: kneading, duration: ..1 s", "{technique: kneading, where: calf}") == [
        ("SK711", "`kneading` comes to at least 45 s, and the limit is at most 1 s")
    ]


def test_a_purpose_is_that_of_what_stands_around_too() -> None:
    """What a section is for, its steps are for."""
    text = document(
        "- {technique: kneading, where: calf, duration: 3 min}",
        head="limits: [{purpose: calm, duration: ..2 min}]",
        section="purpose: calm",
    )

    assert said(text) == [
        (
            "4:36",
            "SK710",
            "`calm` comes to at least 3 min, and the limit is at most 2 min",
            ("shorten the steps, or correct the limit",),
        )
    ]
