"""Written amounts → milliseconds and counts, with what they rest on. Named quantities are looked up in the catalogue here."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from functools import lru_cache
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.model.amounts import Percent, Range, Time
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Provenance

Basis: TypeAlias = Literal["stated", "source", "estimate"]
"""Whose number it is: the author's, a publication's, or nobody's."""
HERE = ""
"""Among the names of estimates: the node itself, whose author marks a number of his own as one (`basis: estimate`)."""


@attrs.frozen(kw_only=True)
class Bounds:
    """Whole numbers (milliseconds or counts) from `min` over `ideal` to `max`; None where nobody can tell.

    `basis` is that of the ideal; `names` tells which estimates it rests on.
    """

    min: int
    ideal: int | None
    max: int | None
    basis: Basis = "stated"
    names: tuple[str, ...] = ()


def basis_of(provenance: Provenance) -> Basis:
    """Say what a declared number counts as: a publication is a source, everything else an estimate."""
    return "source" if provenance.kind == "publication" else "estimate"


@attrs.frozen
class Amounts:
    """Turns written amounts into bounds, by one catalogue."""

    catalog: Catalog
    _declared: dict[tuple[str, str, str], Bounds] = attrs.field(factory=dict, eq=False, repr=False)

    def count(self, written: Range[int], fallback: Bounds) -> Bounds:
        """Read a number of repetitions; what is left open comes from `fallback`."""
        return self._bounds(written, fallback, least=1)

    def duration(self, written: Range[Time], fallback: Bounds) -> Bounds:
        """Read a stretch of time in milliseconds; what is left open comes from `fallback`."""
        return self._bounds(written, fallback, least=0)

    def percent(self, written: Percent) -> tuple[Decimal, Decimal, Decimal]:
        """Read a share as hundredths: least, usual, most, each from 0 to 100; an open end is 0 or 100."""
        if written.vague:
            named = self._numbers("percent", self.catalog.quantities[written.vague].amount)
            return self.percent(named) if named is not None else (Decimal(0), Decimal(50), Decimal(100))
        if written.about and written.ideal is not None:
            first, last = self.spread(written)
            return written.ideal * first, written.ideal, min(written.ideal * last, Decimal(100))
        low = Decimal(0) if written.min is None else written.min
        high = Decimal(100) if written.max is None else written.max
        return low, (low + high) / 2 if written.ideal is None else written.ideal, high

    def declared(self, kind: Literal["count", "duration"], written: Any, provenance: Provenance, name: str) -> Bounds:
        """Read an amount of a declaration, under the name of what declares it."""
        key = (kind, str(written), name)
        if key not in self._declared:
            self._declared[key] = self._declare(kind, written, basis_of(provenance), name)
        return self._declared[key]

    def _declare(self, kind: str, written: Any, basis: Basis, name: str) -> Bounds:
        read = self.catalog.literals.read(kind, written).value
        unknown = Bounds(min=0, ideal=None, max=None)
        bounds = self._bounds(read, unknown, least=0) if read is not None else unknown
        return attrs.evolve(bounds, basis=basis, names=(name,) if basis == "estimate" else ())

    def named(self, quantity: str) -> Bounds:
        """Look up a named quantity of time or number: always an estimate, or a source, under its name."""
        entry = self.catalog.quantities[quantity]
        kind: Literal["count", "duration"] = "count" if entry.of == "count" else "duration"
        amount = entry.amount if self._numbers(kind, entry.amount) is not None else None
        return self.declared(kind, amount, entry.basis, quantity)

    def _numbers(self, kind: str, amount: Any) -> Any:
        """Read the amount of a named quantity; None for the name of another, which could lead round in a circle."""
        read = self.catalog.literals.read(kind, amount).value
        return None if getattr(read, "vague", None) else read

    def spread(self, written: Range[Any]) -> tuple[Decimal, Decimal]:
        """Say how far an amount with `~` reaches, as parts of itself: `~40 s` from 0.8 to 1.2; of others (1, 1)."""
        if not written.about:
            return Decimal(1), Decimal(1)
        share = self.catalog.literals.read("percent", self.catalog.quantities["about"].amount).value
        part = (share.ideal if share.ideal is not None else (share.min + share.max) / 2) / 100
        return 1 - part, 1 + part

    def _bounds(self, written: Range[Any], fallback: Bounds, *, least: int) -> Bounds:
        found = self._ends(written, fallback, least=least)
        if written.basis == "source" and found.basis == "stated":
            return attrs.evolve(found, basis="source")
        if written.basis == "estimate":
            return attrs.evolve(found, basis="estimate", names=(*found.names, written.source or HERE))
        return found

    def _ends(self, written: Range[Any], fallback: Bounds, *, least: int) -> Bounds:
        if written.vague:
            return self.named(written.vague)
        low, ideal, high = (self._number(end) for end in (written.min, written.ideal, written.max))
        names = ("breath",) if _breaths(written) else ()
        basis: Basis = "estimate" if names else "stated"
        if written.about and ideal is not None:
            first, last = self.spread(written)
            ends = (max(_down(ideal[0] * first), min(least, ideal[1])), _down(ideal[2] * last))
            return Bounds(min=ends[0], ideal=ideal[1], max=ends[1], basis=basis, names=names)
        if low is not None and high is not None:
            middle = (low[1] + high[1]) // 2 if ideal is None else ideal[1]
            return Bounds(min=low[0], ideal=middle, max=high[2], basis=basis, names=names)
        if ideal is not None:  # an ideal and one end: `{min: 4, ideal: 5}`
            fallback = attrs.evolve(fallback, ideal=ideal[1], basis=basis, names=names)
        return _open(low, high, fallback, least)

    def _number(self, end: Any) -> tuple[int, int, int] | None:
        """Read a number as (lowest, usual, highest): a breath is longer or shorter."""
        if end is None:
            return None
        if not isinstance(end, Time):
            return (int(end),) * 3
        if not end.breaths:
            return (end.ms,) * 3
        breath = self.named("breath") if end.breaths else Bounds(min=0, ideal=0, max=0)
        parts = (breath.min, breath.ideal or 0, breath.max or 0)
        low, usual, high = (end.ms + _down(end.breaths * part) for part in parts)
        return low, usual, high


def _open(low: tuple[int, int, int] | None, high: tuple[int, int, int] | None, fallback: Bounds, least: int) -> Bounds:
    """Complete a range with one end: the other comes from the fallback, and the ideal is the fallback's own, cut to the range."""
    floor = low[0] if low else min(max(fallback.min, least), high[0]) if high else least
    top = high[2] if high else fallback.max if fallback.max is None or fallback.max >= floor else None
    ideal = fallback.ideal
    if ideal is None and least and high:
        ideal = (floor + high[2]) // 2  # `..3` counts from 1: both ends are known, so the middle is too
    if ideal is not None:
        ideal = max(ideal, floor) if top is None else min(max(ideal, floor), top)
    names = fallback.names if ideal is not None else ()
    return Bounds(min=floor, ideal=ideal, max=top, basis=fallback.basis, names=names)


def _breaths(written: Range[Any]) -> bool:
    return any(isinstance(end, Time) and end.breaths for end in (written.min, written.ideal, written.max))


def _down(number: Decimal) -> int:
    return int(number.to_integral_value(rounding=ROUND_DOWN))


def times(first: Bounds, second: Bounds) -> Bounds:
    """Multiply two amounts, end by end: how often, and how long each time.

    >>> times(exact(3), Bounds(min=1_000, ideal=2_000, max=None))
    Bounds(min=3000, ideal=6000, max=None, basis='stated', names=())
    """
    for one, other in ((first, second), (second, first)):
        if one is ONE and len(other.names) < 2:  # noqa: PLR2004 - with two of them, one may stand there twice
            return other
    known = first.ideal is not None and second.ideal is not None
    weakest: Basis = max(first.basis, second.basis, key=("stated", "source", "estimate").index)
    return Bounds(
        min=first.min * second.min,
        ideal=(first.ideal or 0) * (second.ideal or 0) if known else None,
        max=None if first.max is None or second.max is None else first.max * second.max,
        basis=weakest,
        names=tuple(dict.fromkeys((*first.names, *second.names))),
    )


@lru_cache(maxsize=256)
def exact(number: int) -> Bounds:
    """Make the bounds of a number that is no matter of anyone's choice.

    >>> exact(2).max
    2
    """
    return Bounds(min=number, ideal=number, max=number)


def fewer(bounds: Bounds) -> Bounds:
    """Count one less, but not less than none: the pauses between so many passes.

    >>> fewer(exact(3)).ideal
    2
    """
    low, ideal, high = (None if end is None else max(end - 1, 0) for end in (bounds.min, bounds.ideal, bounds.max))
    return attrs.evolve(bounds, min=low or 0, ideal=ideal, max=high)


def lifted(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Put a node's own name where its estimates say `HERE`.

    >>> lifted(("breath", HERE), "long_hold")
    ('breath', 'long_hold')
    """
    return tuple(name if held == HERE else held for held in names) if HERE in names else names


ONE = exact(1)
"""Once, and no matter of anyone's choice."""
UNKNOWN = Bounds(min=0, ideal=None, max=None)
"""Nothing is known."""
