"""When a pass is not written out: only if it can't differ from the one that is read instead."""

from __future__ import annotations

import pytest

from strokekit.rendering.alike import alike, swapped
from strokekit.rendering.card import Line, StepCard

MIRROR = {"left": "right", "right": "left"}


def card(title: str, text: str, *, quoted: bool = False, time: str = "1 s", number: str = "1", note: str = "") -> StepCard:
    """Make a card of one line."""
    return StepCard(number=number, title=title, time=time, lines=(Line(label="Where", text=text, quoted=quoted),), note=note)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("left calf", "right calf", id="one"),
        pytest.param("left of the right one", "right of the left one", id="both at once"),
        pytest.param("leftover", "leftover", id="part of a word"),
    ],
)
def test_words_are_swapped_whole_and_at_once(text: str, expected: str) -> None:
    """No swap undoes another, and no part of a word is one."""
    assert swapped(text, MIRROR) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(card("K", "right calf", number="2"), True, id="its mirror image, under another number"),
        pytest.param(card("K", "left calf"), False, id="not mirrored"),
        pytest.param(card("K", "right thigh"), False, id="elsewhere"),
        pytest.param(card("K", "right calf", time="2 s"), False, id="longer"),
        pytest.param(card("K", "right calf", note="Softly"), False, id="with a note"),
        pytest.param(card("K", "right calf", quoted=True), False, id="said"),
    ],
)
def test_a_pass_is_alike_if_every_line_is(other: StepCard, expected: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A mirrored pass differs in nothing but its sides."""
    assert alike([card("K", "left calf")], [other], MIRROR) is expected


def test_what_is_said_is_not_mirrored() -> None:
    """Words to the client are the same on both sides."""
    said = card("K", "Lift the left leg", quoted=True)

    assert alike([said], [said], MIRROR)


def test_a_pass_with_a_step_more_is_not_alike() -> None:
    """Nothing is dropped silently."""
    assert not alike([card("K", "calf")], [card("K", "calf"), card("K", "thigh")], MIRROR)
