"""Smooth lines: what is mirrored, joined, cut and measured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strokekit.drawing.geometry import area, bounds, centre, cut, half, is_half, mirrored, number, path, read_line, sampled, whole

HALF = read_line("0,0 10,2 12,8 0,10")
NUMBERS = st.floats(min_value=-500, max_value=500)


def test_a_mirrored_line_mirrors_back() -> None:
    """Mirroring twice gives the line."""
    assert mirrored(mirrored(HALF)) == HALF


def test_a_half_has_half_of_the_whole() -> None:
    """A half is as large as what is left of the whole on its side."""
    right = cut(sampled(whole(HALF)), lambda point: point[0])
    assert area(right) == pytest.approx(area(sampled(whole(HALF))) / 2)
    assert [knot.corner for knot in half(HALF)] == [True, False, False, True]


@pytest.mark.parametrize(("line", "expected"), [("0,0 4,4 0,8", True), ("0,0 4,4 1,8", False), ("2,0 4,4 2,8", False)])
def test_a_half_begins_and_ends_on_the_midline(line: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    """Only a line from midline to midline is one half of a shape."""
    assert is_half(read_line(line)) is expected


def test_a_corner_does_not_bend() -> None:
    """Of a line through corners alone every curve is straight, and its area that of the polygon."""
    square = read_line("0,0! 10,0! 10,10! 0,10!")
    assert area(sampled(square)) == pytest.approx(100)
    assert centre(sampled(square)) == pytest.approx((5, 5))


def test_a_smooth_line_goes_through_its_points() -> None:
    """Every point of a line is one of the points along it."""
    assert {(knot.x, knot.y) for knot in HALF} <= set(sampled(HALF))


def test_an_open_line_ends_at_its_last_point() -> None:
    """An open line isn't closed."""
    assert sampled(HALF, closed=False)[-1] == (0, 10)
    assert path(HALF, closed=False).endswith("0 10")


def test_nothing_is_left_of_what_lies_outside() -> None:
    """A cut that keeps nothing gives nothing."""
    assert cut(sampled(half(HALF)), lambda point: -1 - point[0]) == ()


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=12), NUMBERS)
def test_a_cut_keeps_to_its_side(points: list[tuple[float, float]], limit: float) -> None:
    """What a cut leaves lies on the side that is kept, and within what was there."""
    left = cut(points, lambda point: limit - point[0])
    assert all(x <= limit + 1e-6 for x, _ in left)
    if left:
        before, after = bounds(points), bounds(left)
        assert before[1] - 1e-6 <= after[1] <= after[3] <= before[3] + 1e-6


@given(NUMBERS)
def test_numbers_have_one_digit(value: float) -> None:
    """A written number is within half a tenth, and never a minus zero."""
    text = number(value)
    assert abs(float(text) - value) <= 0.05 + 1e-9
    assert text != "-0"
    assert not text.endswith(".0")
