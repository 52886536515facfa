"""How firmly, worked out: `deeper` and its like against the pressure last in force, everything cut to the cap.

Levels are exact decimals on one scale; levels of two scales are never compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from strokekit.model.amounts import Range
from strokekit.model.changing import changed
from strokekit.model.plan import PlanStep
from strokekit.model.touch import Level, Press, Pressure
from strokekit.plugins.declarations import Scale

STEP = Decimal(1)
"""How far `deeper`, `lighter`, `rising` and `falling` go."""
LIGHT = ("walton", Decimal(2))
"""The highest level that counts as touching lightly: heavy lotioning, the upper end of the words light and gentle."""


def levels_of(pressure: Any) -> Iterator[Level]:
    """Give every level that a pressure names, in all its alternatives."""
    for group in pressure.options if isinstance(pressure, Pressure) else ():
        for press in group:
            yield from (level for level in (press.level, press.to, press.on_return) if level is not None)


def bottom(level: Level) -> Decimal | None:
    """Give the lower end of a level."""
    return next((end for end in (level.levels.min, level.levels.ideal) if end is not None), None)


def top(level: Level) -> Decimal | None:
    """Give the upper end of a level; None where it is open.

    >>> top(Level(scale="walton", levels=Range(min=Decimal(1), max=Decimal(2))))
    Decimal('2')
    """
    if level.levels.about:
        return level.levels.ideal
    return level.levels.max


def above(level: Level, bound: Level) -> bool:
    """Tell whether a level reaches above another of the same scale; an open end does."""
    highest, most = top(level), top(bound)
    return level.scale == bound.scale and most is not None and (highest is None or highest > most)


def meant(pressure: Any, before: Level | None, scales: Any) -> Level | None:
    """Give the level of a step: the one it names, or where a word such as `deeper` leads from the one before; else None."""
    if not isinstance(pressure, Pressure):
        return None
    found = before if any(press.change for press in pressure.options[0]) else None
    for press in pressure.options[0]:
        if press.level is not None:
            found = _ramp(press.level, press.to)
        elif press.change is not None and before is not None:
            found = _changed(press, before, scales.get(before.scale))
    return found


def _ramp(level: Level, to: Level | None) -> Level:
    """Give what a ramp covers; its end is the pressure that is in force after it."""
    if to is None or to.scale != level.scale:
        return level
    ends = [end for end in (bottom(level), top(level), bottom(to), top(to)) if end is not None]
    return _between(level.scale, min(ends), max(ends)) if ends else level


def _changed(press: Press, before: Level, scale: Scale | None) -> Level:
    """Move a level: once by a step, or with `rising`, `falling`, `if` or `each` anywhere on the way."""
    low, high = bottom(before), top(before)
    if low is None or high is None or press.change == "same":
        return before
    least, most = (Decimal(scale.low), Decimal(scale.high)) if scale else (low, high)
    up = press.change in {"rising", "deeper"}
    reach = most - high if up and press.each else low - least if press.each else STEP
    move = reach if up else -reach
    whole = press.change in {"deeper", "lighter"} and not press.if_ and not press.each
    ends = (low + move, high + move) if whole else (low + min(move, 0 * STEP), high + max(move, 0 * STEP))
    return _between(before.scale, max(min(ends[0], most), least), max(min(ends[1], most), least))


def _between(scale: str, low: Decimal, high: Decimal) -> Level:
    return Level(scale=scale, levels=Range(min=low, ideal=low if low == high else None, max=high))


def cut(level: Level, caps: tuple[Level, ...]) -> Level:
    """Cut a level to the lowest cap of its scale; the same level where none is lower."""
    for cap in caps:
        most = top(cap)
        if above(level, cap) and most is not None:
            low = bottom(level)
            level = _between(level.scale, most if low is None else min(low, most), most)
    return level


def lightly(step: PlanStep) -> bool:
    """Tell whether a step only touches lightly; a pressure that nobody stated is not known to be light."""
    scale, most = LIGHT
    named = list(levels_of(_pressure(step))) if step.uncut is None else []
    levels = named or ([step.level] if step.level else [])
    highest = [top(level) for level in levels if level.scale == scale]
    return bool(levels) and len(highest) == len(levels) and all(high is not None and high <= most for high in highest)


def exceeds(step: PlanStep, bound: Level) -> bool:
    """Tell whether a step is known to press above a bound."""
    levels = [*(levels_of(_pressure(step)) if step.uncut is None else ()), *([step.level] if step.level else [])]
    return any(above(level, bound) for level in levels)


def _pressure(step: PlanStep) -> Any:
    given = step.dose.get("pressure")
    return None if given is None else given.value


def limited(step: PlanStep, level: Level | None) -> PlanStep:
    """Give the step the level that is meant, cut to its caps; what the author states outright stays, for a rule to judge."""
    given = step.dose.get("pressure")
    if level is None or given is None:
        return step
    relative = not any(levels_of(given.value))
    held = cut(level, step.caps) if relative or given.by != "stated" else level
    return changed(step, level=held, uncut=None if held == level else level)
