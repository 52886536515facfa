"""The ways in which a step can be done: how often, and how long that takes at least, ideally and at most."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.booking.costs import Priority, weight
from strokekit.fitting.problem import Mode
from strokekit.model.amounts import Range, exactly
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Given, PlanStep
from strokekit.timing.measure import Measure
from strokekit.timing.steps import value

MOST_COUNTS = 64
"""How many numbers of repetitions are considered for one step: those nearest to the ideal."""
TIMED_OTHERWISE = ("duration", "share", "stages", "until")
"""The dose fields that give a step a time whatever its repetitions are."""


@attrs.frozen(kw_only=True)
class Ideal:
    """What a part would take if nobody asked for a total: `ms`, times a wish (hundredths), and how much it matters."""

    ms: int
    wish: int = 100
    priority: Priority = "normal"
    stiff: bool = False

    @property
    def wanted(self) -> int:
        """The ms that are aimed at."""
        return self.ms * self.wish // 100

    @property
    def weight(self) -> int:
        """What a deviation of one ms costs."""
        return weight(self.wanted, self.priority, stiff=self.stiff)


def plain(elastic: Elastic, ideal: Ideal, *, fixed: bool = False, yielding: bool = False, floor: int = 0) -> tuple[Mode, ...]:
    """Give the one mode of what is done once: in its range, or just as long as its ideal where that is fixed.

    `yielding`: nothing but an estimate says how long it takes, and that gives way; `floor`: what it takes at least even so.
    """
    low, high = (0, None) if yielding else (elastic.min, elastic.max)
    low = max(low, floor if high is None else min(floor, high))
    if fixed:
        low = high = ideal.ms
    return (
        Mode(low=min(low, ideal.ms), ideal=ideal.wanted, high=high if high is None else max(high, ideal.ms), weight=ideal.weight),
    )


def modes_of(
    step: PlanStep,
    measure: Measure,
    ideal: Ideal,
    *,
    most: int,
    fixed: bool = False,
    yielding: bool = False,
    counted: bool = False,
) -> tuple[Mode, ...]:
    """Give all modes of a step; where nothing ends the repetitions, those that take `most` ms at least.

    Repetitions vary where the step's time comes from them and nobody states how many; its tempo varies within each. `fixed`: it
    stays just as it is; `counted`: its repetitions do; `yielding`: its time is a guess, and gives way to one that is stated.
    """
    whole = measure.work(step)
    usual = measure.steps.passes(step)
    if fixed or yielding or counted or whole.ideal is None or any(name in step.dose for name in TIMED_OTHERWISE):
        return tuple(attrs.evolve(mode, count=usual) for mode in plain(whole, ideal, fixed=fixed, yielding=yielding))
    ways = dict(_ways(step, measure, most))
    if len(ways) < 2 or len({(one.min, one.ideal, one.max) for one in ways.values()}) == 1:  # noqa: PLR2004 - a choice
        return tuple(attrs.evolve(mode, count=usual) for mode in plain(whole, ideal))
    return tuple(_mode(count, one, ways, usual, ideal) for count, one in ways.items())


def _mode(count: int, one: Elastic, ways: dict[int, Elastic], usual: int, ideal: Ideal) -> Mode:
    """Make the mode of one number of repetitions: its best time lies between what is wanted and what is natural for it."""
    base = max(ways[usual].ideal or 0, 1) if usual in ways else max(ideal.ms, 1)
    natural = (one.ideal or 0) * ideal.ms // base
    low, high = one.min, one.max
    if count == usual:
        low, high = min(low, natural), None if high is None else max(high, natural)
    apart = natural - ideal.wanted
    return Mode(
        low=low,
        ideal=ideal.wanted + apart // 2,
        high=high,
        weight=2 * ideal.weight,
        count=count,
        cost=ideal.weight * apart * apart // 2,
    )


def _ways(step: PlanStep, measure: Measure, most: int) -> Iterator[tuple[int, Elastic]]:
    """Give the time of a step for every number of repetitions that it may have."""
    bounds, written = measure.steps.repeats(step), value(step, "repeat")
    each = written.each if isinstance(written, Range) else None
    usual = bounds.ideal or bounds.min
    first = max(bounds.min, usual - MOST_COUNTS // 2, 1)
    last = first + MOST_COUNTS if bounds.max is None else min(bounds.max, first + MOST_COUNTS)
    for count in range(first, last + 1):
        repeat = Given(value=attrs.evolve(exactly(count), each=each))
        one = measure.steps.work(attrs.evolve(step, dose={**step.dose, "repeat": repeat}))
        if bounds.max is None and one.min > most and count > usual:
            return
        yield count, one
