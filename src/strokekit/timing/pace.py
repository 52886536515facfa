"""Tempos → the time of one pass in milliseconds."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import Any

import attrs

from strokekit.model.amounts import Range, Tempo
from strokekit.model.place import Path
from strokekit.model.plan import PlanStep
from strokekit.model.units import LENGTH_UNITS
from strokekit.plugins.catalog import Catalog
from strokekit.timing.amounts import UNKNOWN, Amounts, Bounds, exact, times

MINUTE = Decimal(60_000)
SECOND = 1_000


@attrs.frozen
class Pace:
    """Reads tempos, by one catalogue: `20/min`, `4 s each`, `3 cm/s`. A word such as `slow` has no number."""

    catalog: Catalog
    amounts: Amounts

    def of(self, step: PlanStep, tempo: Tempo) -> Bounds | None:
        """Give the time of one pass at a tempo; None where that is not known."""
        if tempo.each is not None:
            one = self.amounts.duration(attrs.evolve(tempo.each, each=None), UNKNOWN)
            return times(exact(2), one) if tempo.each.each == "way" else one
        if tempo.per_minute is not None:
            return self._inverse(tempo.per_minute, MINUTE)
        length = self.length(step)
        if tempo.cm_per_second is None or length is None:
            return None
        bounds = self._inverse(tempo.cm_per_second, length * SECOND)
        return bounds and attrs.evolve(bounds, basis="estimate", names=("length of the way",))

    def all(self, tempo: Tempo, count: Bounds) -> Bounds | None:
        """Give the time of `count` passes at so many a minute, rounded once: seven at 7/min are a minute, not a little less."""
        one = self._inverse(tempo.per_minute, MINUTE * count.min) if tempo.per_minute is not None else None
        if one is None or tempo.per_minute is None:
            return None
        usual = self._inverse(tempo.per_minute, MINUTE * (count.ideal or 0))
        most = self._inverse(tempo.per_minute, MINUTE * (count.max or 0))
        return attrs.evolve(
            count,
            min=one.min,
            ideal=usual.ideal if usual is not None and count.ideal is not None else None,
            max=most.max if most is not None and count.max is not None else None,
        )

    def length(self, step: PlanStep) -> Decimal | None:
        """Give the length of a pass in centimetres, if the catalogue knows that of every region on it."""
        names = [target.area.spot.region.name for target in step.targets if target.area]
        lengths = [self._centimetres(name) for name in names]
        known = [length for length in lengths if length is not None]
        given = step.dose.get("path")
        back = given is not None and isinstance(given.value, Path) and _returns(given.value)
        return sum(known, Decimal(0)) * (2 if back else 1) if known and len(known) == len(lengths) else None

    def _centimetres(self, name: str) -> Decimal | None:
        region = self.catalog.regions.get(name)
        length = self.catalog.literals.read("length", region.length).value if region and region.length else None
        if not isinstance(length, Range) or length.unit not in LENGTH_UNITS or length.ideal is None:
            return None
        centimetres: Decimal = length.ideal * LENGTH_UNITS[length.unit]
        return centimetres

    def _inverse(self, rate: Range[Any], whole: Decimal) -> Bounds | None:
        """Give the time of one of `rate` in `whole`: the faster, the shorter."""
        slow, fast = rate.min or rate.ideal, rate.max or rate.ideal
        if not slow or not fast:
            return None
        usual = rate.ideal if rate.ideal is not None else (slow + fast) / 2
        first, last = self.amounts.spread(rate)
        return Bounds(min=_down(whole / (fast * last)), ideal=_down(whole / usual), max=_down(whole / (slow * first)))


def _returns(path: Path) -> bool:
    return len(path.places) > 1 and path.places[0] == path.places[-1]


def _down(number: Decimal) -> int:
    return int(number.to_integral_value(rounding=ROUND_DOWN))
