"""Shares: what part of the time around it a node takes, and what holds where it has a duration too. Whole milliseconds.

A least is rounded down and a most up, so that shares that make a whole together never miss it by a millisecond.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import attrs

from strokekit.model.amounts import Percent
from strokekit.timing.amounts import HERE, Amounts, Bounds


def portion(amounts: Amounts, share: Percent, whole: Bounds) -> Bounds:
    """Give a share of a time: end by end, the middle of the share of the ideal."""
    low, usual, high = amounts.percent(share)
    least = _floor(whole.min * low / 100)
    most = None if whole.max is None else _ceiling(whole.max * high / 100)
    ideal = None if whole.ideal is None else max(_floor(whole.ideal * usual / 100), least)
    found = attrs.evolve(whole, min=least, ideal=ideal if most is None or ideal is None else min(ideal, most), max=most)
    if share.vague or share.basis == "estimate":
        return attrs.evolve(found, basis="estimate", names=(*whole.names, share.vague or HERE))
    return found


def overlap(duration: Bounds, share: Bounds | None, *, ideal_stated: bool) -> Bounds:
    """Give what keeps both to a duration and to a share; the duration alone where nothing does, or no share is known.

    The ideal is the duration's own where its author states one, else the middle of what is left.

    >>> overlap(Bounds(min=2, ideal=3, max=4), Bounds(min=3, ideal=5, max=8), ideal_stated=False)
    Bounds(min=3, ideal=3, max=4, basis='stated', names=())
    """
    if share is None or apart(duration, share):
        return duration
    low = max(duration.min, share.min)
    high = min((end for end in (duration.max, share.max) if end is not None), default=None)
    ideal = duration.ideal
    if not ideal_stated and high is not None:
        ideal = (low + high) // 2
    if ideal is not None:
        ideal = max(ideal, low) if high is None else min(max(ideal, low), high)
    return attrs.evolve(duration, min=low, ideal=ideal, max=high)


def apart(duration: Bounds, share: Bounds) -> bool:
    """Tell whether nothing can keep to both."""
    too_long = share.max is not None and duration.min > share.max
    return too_long or (duration.max is not None and duration.max < share.min)


def divided(whole: Bounds, by: Bounds) -> Bounds:
    """Divide a time among equal passes: the least among the most of them, the most among the fewest.

    >>> divided(Bounds(min=10, ideal=10, max=10), Bounds(min=3, ideal=3, max=3))
    Bounds(min=3, ideal=3, max=4, basis='stated', names=())
    """
    ideal = None if whole.ideal is None or not by.ideal else whole.ideal // by.ideal
    least = whole.min // by.max if by.max else 0
    most = None if whole.max is None else -(-whole.max // max(by.min, 1))
    return attrs.evolve(whole, min=least, ideal=ideal, max=most)


def _floor(number: Decimal) -> int:
    return int(number.to_integral_value(rounding=ROUND_FLOOR))


def _ceiling(number: Decimal) -> int:
    return int(number.to_integral_value(rounding=ROUND_CEILING))
