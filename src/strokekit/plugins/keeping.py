"""Whether an amount or a pressure keeps to limits, as far as two literals can be compared by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from strokekit.model.amounts import Range, Time
from strokekit.model.touch import Level, Pressure


def keeps_to(value: Any, limits: Any) -> bool:
    """Tell whether a value keeps to limits of its kind; other units, other scales and what has a name only are not compared.

    >>> keeps_to(Range(min=9, ideal=9, max=9), Range(min=1, max=5))
    False
    """
    if isinstance(value, Pressure) and isinstance(limits, Pressure):
        bound = limits.options[0][0].level
        return bound is None or all(_range_keeps_to(level.levels, bound.levels) for level in _levels(value, bound.scale))
    return not isinstance(value, Range) or not isinstance(limits, Range) or _range_keeps_to(value, limits)


def _range_keeps_to(value: Range[Any], limits: Range[Any]) -> bool:
    written = [end for end in (value.min, value.ideal, value.max) if end is not None]
    if not written or value.unit != limits.unit or value.each != limits.each:
        return True
    return _in_order(limits.min, written[0]) and _in_order(written[-1], limits.max)


def _in_order(smaller: Any, larger: Any) -> bool:
    if smaller is None or larger is None or (isinstance(smaller, Time) and not smaller.comparable(larger)):
        return True
    return bool(smaller <= larger)


def _levels(pressure: Pressure, scale: str) -> Iterator[Level]:
    """Give the levels of a pressure on one scale, in all its alternatives."""
    for press in (press for group in pressure.options for press in group):
        named = (press.level, press.to, press.on_return)
        yield from (level for level in named if level is not None and level.scale == scale)
