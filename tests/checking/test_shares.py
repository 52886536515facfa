"""Shares that are more than the whole, and shares beside durations."""

from __future__ import annotations

import pytest

from tests.plans import codes, document, said


def step(share: str, more: str = "") -> str:
    """Write a step with a share."""
    return f"{{technique: kneading, where: calf, share: {share}{more}}}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param([step("40%"), step("60%")], [], id="the whole"),
        pytest.param([step("40..80%"), step("50..60%")], [], id="may be the whole"),
        pytest.param([step("40%"), step("61%")], ["shares-exceed"], id="more"),
        pytest.param([step("60%"), step("50%", ", optional: true")], [], id="one may be left out"),
        pytest.param([f"{{choose: 1, from: [{step('60%')}, {step('70%')}]}}"], [], id="one of several"),
    ],
)
def test_shares_of_one_time(written: list[str], expected: list[str]) -> None:
    """The shares of what is done make no more than all of it, even where nobody knows how much that is."""
    text = document("\n".join(f"- {made}" for made in written))

    assert codes(text) == expected


def test_shares_of_sections_and_of_each_side() -> None:
    """Sections share the table, the passes of a block each their own time; the share that is too much is named."""
    sections = document(f"- {step('100%')}", section="share: 60%") + f"  - {{id: t, share: 60%, steps: [{step('100%')}]}}\n"
    sides = document(f"- {{sides: each, steps: [{step('60%')}, {step('60%')}]}}")
    message, hint = "with this one the shares come to 120% of the whole", ("lower them to 100% together",)

    assert said(sections) == [("10:20", "SK609", message, hint)]
    assert said(sides) == [("8:121", "SK609", message, hint)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param("duration: 3..4 min, share: 30..50%", None, id="they meet"),
        pytest.param(
            "duration: 2 min, share: 30..50%",
            "`share: 30..50%` is 3 min to 5 min here, which does not meet the duration: 2 min",
            id="shorter",
        ),
        pytest.param(
            "duration: 6 min, share: 40%", "`share: 40%` is 4 min here, which does not meet the duration: 6 min", id="longer"
        ),
    ],
)
@pytest.mark.parametrize(
    "inner", ["technique: kneading, where: calf", "steps: [{technique: x.bare, where: calf}]"], ids=["step", "block"]
)
def test_a_share_beside_a_duration(fields: str, expected: str | None, inner: str) -> None:
    """Both can be kept, or the share is reported: the duration holds."""
    text = document(f"- {{{inner}, {fields}}}\n- {{technique: x.bare, where: calf}}", section="duration: 10 min")

    assert [message for _, code, message, _ in said(text) if code == "SK608"] == ([] if expected is None else [expected])
