"""How much and how often: exact numbers, times and the ranges an author writes.

Nothing here knows a catalogue, so `few_seconds` and `breath` stay names; `strokekit.timing` turns them into milliseconds.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import Generic, TypeAlias, TypeVar

import attrs


class Unstated(enum.Enum):
    """The author says that the source says nothing: not the same as silence, and not a number."""

    UNSTATED = "unstated"

    def __repr__(self) -> str:
        """Look like the name that programs import."""
        return "UNSTATED"


UNSTATED = Unstated.UNSTATED
"""The one value of its kind."""


@attrs.frozen
class Time:
    """A stretch of time as written: whole milliseconds, and breaths whose length only the catalogue knows.

    Both are >= 0.

    >>> Time(90_000)
    Time(ms=90000, breaths=Decimal('0'))
    """

    ms: int = 0
    breaths: Decimal = Decimal(0)

    def comparable(self, other: Time) -> bool:
        """Tell whether which of the two is longer can be known without a catalogue."""
        return self.breaths == other.breaths or self.ms == other.ms

    def __le__(self, other: Time) -> bool:
        """Be no longer in either part."""
        return self.ms <= other.ms and self.breaths <= other.breaths


N = TypeVar("N")


@attrs.frozen(kw_only=True)
class Range(Generic[N]):
    """What an author may write for an amount: exact, about, from .. to with or without an ideal, open, or by name.

    Exact: the three numbers are equal. `about`: only `ideal` is given. Open: `min` or `max` is None. By name: `vague` is the
    id of a named quantity and the numbers are None. `each` names what the amount holds for (a way, a side, a repeat).
    Where two of them are given, min <= ideal <= max.
    """

    min: N | None = None
    ideal: N | None = None
    max: N | None = None
    about: bool = False
    vague: str | None = None
    unit: str | None = None
    each: str | None = None
    by: str | None = None
    basis: str | None = None
    source: str | None = None
    note: str | None = None

    @property
    def exact(self) -> bool:
        """True when there is just one number."""
        return self.min is not None and self.min == self.max


Count: TypeAlias = Range[int]
"""A number of repetitions, >= 1."""
Duration: TypeAlias = Range[Time]
"""A stretch of time."""
Percent: TypeAlias = Range[Decimal]
"""A share, 0 to 100."""
Quantity: TypeAlias = Range[Decimal]
"""An amount of a thing, a length or a temperature, in `unit` (None: pieces)."""


@attrs.frozen(kw_only=True)
class Tempo:
    """How fast: strokes a minute, time for a pass, centimetres a second, or a word. Just one of the four is given."""

    per_minute: Range[Decimal] | None = None
    each: Range[Time] | None = None
    cm_per_second: Range[Decimal] | None = None
    word: str | None = None


def exactly(number: N, *, each: str | None = None, unit: str | None = None) -> Range[N]:
    """Make the range that holds one number.

    >>> exactly(3).exact
    True
    """
    return Range(min=number, ideal=number, max=number, each=each, unit=unit)
