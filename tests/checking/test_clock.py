"""Checkpoints and bookings against the plan."""

from __future__ import annotations

import pytest

from tests.plans import codes, document, said

STEP = "{technique: kneading, id: %s, where: calf, duration: %s}"


def steps(*written: str) -> str:
    """Write steps, one a line."""
    return "\n".join(f"- {step}" for step in written)


ONE, TWO = STEP % ("one", "4..6 min"), STEP % ("two", "3 min")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param([ONE, TWO, "{checkpoint: 8 min}"], None, id="met"),
        pytest.param([ONE, TWO, "{checkpoint: 7..9 min}"], None, id="within"),
        pytest.param([ONE, TWO, "{checkpoint: ~10 min}"], None, id="about"),
        pytest.param([ONE, TWO, "{checkpoint: 10 min}"], ("8 min", "one", "10 min"), id="too early"),
        pytest.param([ONE, TWO, "{checkpoint: ..5 min}"], ("8 min", "one", "at most 5 min"), id="too late"),
        pytest.param([ONE, TWO, "{checkpoint: 10 min.., since: one}"], ("8 min", "one", "at least 10 min"), id="since a step"),
        pytest.param([ONE, TWO, "{checkpoint: 3 min, since: two}"], None, id="since another"),
        pytest.param(["{action: dim_lights}", ONE, "{checkpoint: 5 min}"], None, id="since the first technique"),
        pytest.param(["{technique: x.bare, where: calf}", ONE, "{checkpoint: 5 min, since: one}"], None, id="unknown before"),
        pytest.param([ONE, "{technique: x.bare, where: calf}", "{checkpoint: 90 min}"], None, id="unknown between"),
        pytest.param(
            [ONE, "{technique: kneading, where: calf, optional: true, expect: false}", "{checkpoint: 5 min}"], None, id="open"
        ),
    ],
)
def test_checkpoints(written: list[str], expected: tuple[str, str, str] | None) -> None:
    """By plan a checkpoint comes within the time that it states; of unknown times nothing is said."""
    found = [message for _, code, message, _ in said(document(steps(*written))) if code == "SK610"]

    assert found == (
        [] if expected is None else ["by plan this comes {} after `{}` begins; the checkpoint says {}".format(*expected)]
    )


def test_a_checkpoint_in_a_loop_is_reported_once() -> None:
    """Each pass has its own beginning; one report is enough."""
    block = f"- {{repeat: 3, steps: [{ONE}, {{checkpoint: 9 min}}]}}"
    met = f"- {{repeat: 3, steps: [{ONE}, {{checkpoint: 5 min}}]}}"

    assert codes(document(block)) == ["checkpoint-missed"]
    assert codes(document(met)) == []


def test_a_checkpoint_in_time_that_binds() -> None:
    """Where a duration binds the steps, it is their share of it that has passed."""
    inner = f"{STEP % ('a', '1..9 min')}, {{checkpoint: %s}}, {STEP % ('b', '2 min')}"

    assert codes(document(f"- {{duration: 10 min, steps: [{inner % '8 min'}]}}")) == []
    assert codes(document(f"- {{duration: 10 min, steps: [{inner % '5 min'}]}}")) == ["checkpoint-missed"]


@pytest.mark.parametrize(
    ("booking", "expected"),
    [
        pytest.param("{table: 4 min}", None, id="suffices"),
        pytest.param("{table: 1..5 min}", None, id="may suffice"),
        pytest.param(
            "{table: 3 min}", ("table", "the work on the table takes at least 4 min, more than the 3 min booked"), id="table"
        ),
        pytest.param("{slot: 3 min}", ("slot", "the whole visit takes at least 4 min, more than the 3 min booked"), id="slot"),
        pytest.param(
            "{slot: 9 min, table: 8 min, after: 5 min}",
            ("slot", "what is booked within it takes at least 13 min, more than the 9 min booked"),
            id="parts of the slot",
        ),
    ],
)
def test_bookings(booking: str, expected: tuple[str, str] | None) -> None:
    """What is booked is at least as long as the shortest that is planned, and as its own parts."""
    found = said(document(f"- {ONE}", head=f"booking: {booking}"))

    assert [(code, message) for _, code, message, _ in found] == ([] if expected is None else [("SK612", expected[1])])


def test_pauses_count_before_a_checkpoint() -> None:
    """What passes between two passes, and after a block, has passed."""
    block = f"- {{repeat: 2, rest: 1 min each repeat, steps: [{STEP % ('a', '2 min')}]}}\n- {{checkpoint: %s, since: a}}"
    text = document(f"- {STEP % ('z', '1 min')}\n" + block.replace("since: a", "since: z"))

    assert codes(text % "6 min") == []
    assert codes(text % "5 min") == ["checkpoint-missed"]
