"""Doses against a technique's limits, like compared with like: per area with per area, the whole with the whole."""

from __future__ import annotations

from typing import Any

import attrs

from strokekit.composing.pressures import bottom, levels_of, top
from strokekit.model.amounts import Range, Time
from strokekit.model.touch import Level, Pressure


@attrs.frozen(kw_only=True)
class Extent:
    """How often what is said of one `each` holds in the whole step; a count of None is not known here."""

    areas: int = 1
    sides: int = 1
    passes: int | None = None

    def of(self, each: str | None) -> int | None:
        """Give how many of `each` the whole step has; None where that is not known.

        >>> Extent(areas=2).of("area"), Extent(areas=2).of("joint")
        (2, None)
        """
        counts = {None: 1, "area": self.areas * self.sides, "side": self.sides, "way": 2, "repeat": self.passes}
        return counts.get(each)


def within(value: Any, limits: Any, extent: Extent | None = None) -> bool:
    """Tell whether an amount or a pressure keeps to limits of its kind; what can't be compared keeps to them.

    >>> within(Range(min=3, max=5), Range(min=1, max=4))
    False
    """
    if isinstance(value, Pressure) and isinstance(limits, Pressure):
        bound = limits.options[0][0].level
        return bound is None or all(_level_within(level, bound) for level in levels_of(value))
    if isinstance(value, Range) and isinstance(limits, Range) and value.unit == limits.unit:
        return _range_within(value, limits, extent or Extent())
    return True


def _range_within(value: Range[Any], limits: Range[Any], extent: Extent) -> bool:
    """Bring both to the whole step, unless they speak of the same part of it."""
    alike = value.each == limits.each
    mine, theirs = (1, 1) if alike else (extent.of(value.each), extent.of(limits.each))
    if mine is None or theirs is None:
        return True
    written = [_times(end, mine) for end in (value.min, value.ideal, value.max) if end is not None]
    if not written:
        return True
    least, most = _times(limits.min, theirs), _times(limits.max, theirs)
    open_up = value.max is None and not value.about and value.ideal is None
    return _in_order(least, written[0]) and (_in_order(written[-1], most) if not open_up else _in_order(written[0], most))


def _times(end: Any, often: int) -> Any:
    if end is None or often == 1:
        return end
    return Time(end.ms * often, end.breaths * often) if isinstance(end, Time) else end * often


def _in_order(smaller: Any, larger: Any) -> bool:
    if larger is None or smaller is None:
        return True
    if isinstance(larger, Time) and not larger.comparable(smaller):
        return True
    return bool(smaller <= larger)


def _level_within(level: Level, bound: Level) -> bool:
    if level.scale != bound.scale:
        return True
    least, most = bottom(bound), top(bound)
    lowest, highest = bottom(level), top(level)
    return _in_order(least if bound.levels.min is not None else None, lowest) and _in_order(highest, most)
