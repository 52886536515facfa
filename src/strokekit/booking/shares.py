"""A share of something whose own time is open, as what holds between two sums."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from strokekit.fitting.problem import Limit

WHOLE = 100


def sharing(part: str, whole: str, percent: tuple[Decimal, Decimal, Decimal]) -> list[Limit]:
    """Hold the time of a part between two shares of a whole; less than one millisecond off is no breach.

    >>> [(limit.terms, limit.low, limit.high) for limit in sharing("a", "w", (Decimal(25), Decimal(25), Decimal(50)))]
    [((('a', 4), ('w', -1)), -3, None), ((('a', 2), ('w', -1)), None, 1)]
    """
    return sharing_of(part, (part,), (whole,), percent)


def portion_of(part: str, whole: int, percent: tuple[Decimal, Decimal, Decimal]) -> Limit:
    """Do the same where the whole takes a known number of ms; a least is rounded down and a most up.

    >>> portion_of("a", 1_001, (Decimal(25), Decimal(25), Decimal(50))).high
    501
    """
    low, _, high = percent
    least = int((whole * low / WHOLE).to_integral_value(rounding=ROUND_FLOOR))
    most = int((whole * high / WHOLE).to_integral_value(rounding=ROUND_CEILING))
    return Limit(id=f"{part}+share", terms=((part, 1),), low=least, high=most)


def sharing_of(
    name: str, parts: tuple[str, ...], wholes: tuple[str, ...], percent: tuple[Decimal, Decimal, Decimal]
) -> list[Limit]:
    """Do the same with what several parts take of several wholes."""
    low, _, high = percent
    found = []
    if low > 0:
        terms, slack = _terms(parts, wholes, low)
        found.append(Limit(id=f"{name}+share_at_least", terms=terms, low=-slack))
    if high < WHOLE:
        terms, slack = _terms(parts, wholes, high)
        found.append(Limit(id=f"{name}+share_at_most", terms=terms, high=slack))
    return found


def _terms(parts: tuple[str, ...], wholes: tuple[str, ...], percent: Decimal) -> tuple[tuple[tuple[str, int], ...], int]:
    """Write `parts * over - wholes * under` for under / over = percent / 100, and what rounding may make of it."""
    under, over = (percent / WHOLE).as_integer_ratio()
    return (*((part, over) for part in parts), *((whole, -under) for whole in wholes)), over - 1
