"""Amounts: times that can't be compared, ranges, units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from strokekit.model.amounts import UNSTATED, Range, Time, exactly
from strokekit.model.units import BODY_UNITS, UNITS, canonical_unit


@pytest.mark.parametrize(
    ("first", "second", "known"),
    [
        (Time(1_000), Time(2_000), True),
        (Time(0, Decimal(2)), Time(0, Decimal(3)), True),
        (Time(1_000, Decimal(2)), Time(1_000, Decimal(3)), True),
        (Time(30_000), Time(0, Decimal(1)), False),
    ],
)
def test_breaths_and_seconds(first: Time, second: Time, known: bool) -> None:  # noqa: FBT001 - a column of the table
    """Which of two times is longer is known without a catalogue only where they differ in one part."""
    assert first.comparable(second) is known
    assert second.comparable(first) is known


def test_no_longer_in_either_part() -> None:
    """A time is at most another only if neither its milliseconds nor its breaths are more."""
    assert Time(1_000, Decimal(1)) <= Time(1_000, Decimal(2))
    assert not Time(2_000) <= Time(1_000, Decimal(5))


@pytest.mark.parametrize(
    ("amount", "exact"),
    [
        (exactly(3), True),
        (Range(min=3, max=5), False),
        (Range(min=3), False),
        (Range(ideal=3, about=True), False),
        (Range(vague="few"), False),
    ],
    ids=["one", "two", "open", "about", "named"],
)
def test_exact(amount: Range[int], exact: bool) -> None:  # noqa: FBT001 - a column of the table
    """Only a range of one number is exact."""
    assert amount.exact is exact


def test_unstated_looks_like_its_name() -> None:
    """What the source does not say is shown by the name that programs import."""
    assert repr(UNSTATED) == "UNSTATED"


@pytest.mark.parametrize("unit", UNITS)
def test_one_spelling(unit: str) -> None:
    """The one spelling of a unit is its own one spelling."""
    assert canonical_unit(canonical_unit(unit)) == canonical_unit(unit)


@pytest.mark.parametrize("unit", BODY_UNITS)
def test_body_units_are_singular(unit: str) -> None:
    """Widths of a hand are held in the singular."""
    assert canonical_unit(unit) in {"finger_width", "thumb_width", "hand_width"}
