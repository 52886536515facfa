"""How long one step takes: from what the author states, else from what its technique declares."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs

from strokekit.model.amounts import Range, Tempo, Time
from strokekit.model.elastic import Elastic
from strokekit.model.place import Path, Pattern
from strokekit.model.plan import PlanStep
from strokekit.model.units import LENGTH_UNITS
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import ESTIMATE, Technique, Timing
from strokekit.timing.amounts import Amounts, Bounds, exact, times

UNKNOWN = Bounds(min=0, ideal=None, max=None)
"""Nothing is known."""


@attrs.frozen
class StepTimes:
    """Gives the time of steps, by one catalogue."""

    catalog: Catalog
    amounts: Amounts = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Make the reader of amounts for the same catalogue."""
        object.__setattr__(self, "amounts", Amounts(self.catalog))

    def work(self, step: PlanStep) -> Elastic:
        """The time of a step without its rest, when it is done."""
        return self._elastic(step, self._work(step))

    def rest(self, step: PlanStep) -> Elastic:
        """The pause that belongs to a step: after it, or between its passes."""
        written = _value(step, "rest")
        if not isinstance(written, Range):
            return Elastic()
        rest = self.amounts.duration(written, UNKNOWN)
        if written.each == "repeat":
            passes = self._passes(step, self._timing(step))
            fewer = attrs.evolve(
                passes, min=max(passes.min - 1, 0), ideal=_less(passes.ideal), max=_less(passes.max)
            )
            rest = times(fewer, rest)
        return self._elastic(step, rest)

    def _elastic(self, step: PlanStep, found: Bounds) -> Elastic:
        if found.ideal is None:
            return Elastic(min=found.min, ideal=None, max=found.max, estimates=found.names, unknown=(step.name,))
        return Elastic(
            min=min(found.min, found.ideal),
            ideal=found.ideal,
            max=found.max,
            stated=found.ideal if found.basis == "stated" else 0,
            sourced=found.ideal if found.basis == "source" else 0,
            estimates=found.names,
        )

    def paced(self, step: PlanStep) -> Bounds | None:
        """What repeats and tempo make together, where both are given; sides count."""
        tempo = _value(step, "tempo")
        one = self._paced(step, tempo) if isinstance(tempo, Tempo) else None
        return one and times(times(self._passes(step, self._timing(step)), exact(step.sides)), one)

    def _timing(self, step: PlanStep) -> tuple[Technique, Timing] | None:
        technique = self.catalog.technique(step.technique) if step.known else None
        return (technique, technique.timing) if technique and technique.timing else None

    def _work(self, step: PlanStep) -> Bounds:
        own = self._own(step)
        duration = _value(step, "duration")
        if isinstance(duration, Range):
            bounds = self._attributed(step, "duration", self.amounts.duration(duration, own))
            return times(self._each(step, duration), bounds)
        if "until" in step.dose and own.max is not None and not {"repeat", "hold"} & set(step.dose):
            return attrs.evolve(own, max=None)
        return own

    def _attributed(self, step: PlanStep, name: str, bounds: Bounds) -> Bounds:
        """A default of the technique is no statement of the author."""
        given = step.dose.get(name)
        if given is None or given.by != "technique" or bounds.basis != "stated":
            return bounds
        technique = self.catalog.technique(step.technique)
        sourced = technique is not None and technique.provenance.kind == "publication"
        return attrs.evolve(bounds, basis="source" if sourced else "estimate", names=() if sourced else (step.technique,))

    def _each(self, step: PlanStep, written: Range[Any]) -> Bounds:
        """How often an amount is meant: `each side`, `each repeat`; without `each` once."""
        match written.each:
            case "side":
                return exact(step.sides)
            case "way":
                return exact(2)
            case "repeat" | "pass":
                return self._passes(step, self._timing(step))
            case "area" | "spot":
                return exact(max(len(step.targets), 1))
        return exact(1)

    def _own(self, step: PlanStep) -> Bounds:
        """The time that repeats, tempo, holds and the technique's timing make."""
        timing = self._timing(step)
        hold = _value(step, "hold")
        if isinstance(hold, Range):
            return self._held(step, hold, timing)
        one = self._pass(step, timing)
        if one is None:
            return UNKNOWN
        per = timing[1].per if timing else "pass"
        sides = exact(1 if per == "once" else step.sides)
        spots = exact(1) if per == "once" else exact(self._places(step))
        if per == "spot":
            spots = times(spots, self._spots(step, timing))
        return times(times(self._passes(step, timing), sides), times(spots, one))

    def _held(self, step: PlanStep, hold: Range[Time], timing: tuple[Technique, Timing] | None) -> Bounds:
        declared = self.amounts.declared("duration", timing[1].time, timing[1].basis, timing[0].id) if timing else UNKNOWN
        kept = self._attributed(step, "hold", self.amounts.duration(hold, declared))
        spots = self._spots(step, timing)
        return times(times(self._passes(step, timing, silent=1), exact(step.sides)), times(spots, kept))

    def _places(self, step: PlanStep) -> int:
        """How many targets a pass covers: the way over a path is one, listed places are each one."""
        return 1 if isinstance(_value(step, "path"), Path) else max(len(step.targets), 1)

    def _spots(self, step: PlanStep, timing: tuple[Technique, Timing] | None) -> Bounds:
        pattern = _value(step, "pattern")
        if isinstance(pattern, Pattern) and pattern.count is not None:
            return self.amounts.count(pattern.count, exact(1))
        searched = any(target.findings for target in step.targets) or isinstance(pattern, Pattern)
        per_spot = timing is not None and timing[1].per == "spot"
        if timing and (searched or per_spot):
            return self.amounts.declared("count", timing[1].spots, timing[1].basis, timing[0].id)
        return exact(self._places(step)) if not per_spot else exact(1)

    def _passes(self, step: PlanStep, timing: tuple[Technique, Timing] | None, *, silent: int | None = None) -> Bounds:
        """How many passes: as stated, else as the technique declares."""
        declared = exact(silent or 1)
        if timing and silent is None:
            declared = self.amounts.declared("count", timing[1].passes, timing[1].basis, timing[0].id)
        written = _value(step, "repeat")
        if not isinstance(written, Range):
            return declared
        passes = self._attributed(step, "repeat", self.amounts.count(written, declared))
        return times(exact(2), passes) if written.each == "way" else passes

    def _pass(self, step: PlanStep, timing: tuple[Technique, Timing] | None) -> Bounds | None:
        """The time of one pass: by the tempo, by the breath, else as the technique declares."""
        tempo = _value(step, "tempo")
        paced = self._paced(step, tempo) if isinstance(tempo, Tempo) else None
        if paced is not None:
            return self._attributed(step, "tempo", paced)
        if _value(step, "breath") in ("inhale", "exhale"):
            return self.amounts.named("breath")
        if timing is None:
            return None
        return self.amounts.declared("duration", timing[1].time, timing[1].basis, timing[0].id)

    def _paced(self, step: PlanStep, tempo: Tempo) -> Bounds | None:
        if tempo.each is not None:
            return self.amounts.duration(tempo.each, UNKNOWN)
        if tempo.per_minute is not None:
            return _inverse(tempo.per_minute, Decimal(60_000))
        length = self._length(step)
        if tempo.cm_per_second is None or length is None:
            return None
        bounds = _inverse(tempo.cm_per_second, length * 1_000)
        return attrs.evolve(bounds, basis="estimate", names=("length of the way",))

    def _length(self, step: PlanStep) -> Decimal | None:
        """The length of a pass in centimetres, if the catalogue knows that of every region on it."""
        names = [target.area.spot.region.name for target in step.targets if target.area]
        regions = [self.catalog.regions.get(name) for name in names]
        lengths = [_centimetres(self.catalog, region.length) if region else None for region in regions]
        there_and_back = 2 if isinstance(_value(step, "path"), Path) and _returns(_value(step, "path")) else 1
        return None if not lengths or None in lengths else sum(length for length in lengths if length) * there_and_back


def _returns(path: Path) -> bool:
    return len(path.places) > 1 and path.places[0] == path.places[-1]


def _centimetres(catalog: Catalog, written: str) -> Decimal | None:
    length = catalog.literals.read("length", written).value if written else None
    if length is None or length.unit not in LENGTH_UNITS or length.ideal is None:
        return None
    centimetres: Decimal = length.ideal * LENGTH_UNITS[length.unit]
    return centimetres


def _inverse(rate: Range[Decimal], whole: Decimal) -> Bounds | None:
    """The time of one of `rate` in `whole`: the faster, the shorter."""
    low, ideal, high = rate.max or rate.ideal, rate.ideal, rate.min or rate.ideal
    usual = ideal if ideal is not None else (rate.min + rate.max) / 2 if rate.min and rate.max else None
    if not low or not high or not usual:
        return None
    return Bounds(min=int(whole / low), ideal=int(whole / usual), max=int(whole / high))


def _less(number: int | None) -> int | None:
    return None if number is None else max(number - 1, 0)


def _value(step: PlanStep, name: str) -> Any:
    given = step.dose.get(name)
    return None if given is None else given.value


__all__ = ["ESTIMATE", "UNKNOWN", "StepTimes"]
