"""The price at which a sum takes a given total: bisection with interpolation on whole prices."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.fitting.nodes import Prices, Spent, Sum

FINE = 64
"""Bits behind the point of reciprocals."""


def balance(node: Sum, total: int, prices: Prices, start: int = 0) -> tuple[int, int, int]:
    """Find where the nodes of a sum, its own bounds aside, take `total`; start at the price `start`.

    Gives a lower bound of the cost, the price, and the next price: the same, or the neighbour where the answer jumps over `total`
    from one to the other. `total` lies within what the nodes can take.

    Raises:
        Spent: twice the work that a search may take is done: a search ends between two bounds if it can, and here if it must.
    """
    below: tuple[int, int] | None = None
    above: tuple[int, int] | None = None
    price, stride, turn = start, 0, 0
    while True:
        if prices.spent > 2 * prices.most:
            raise Spent
        least, most = node.free_times(price, prices)
        if least <= total <= most:
            return node.free(price, prices)[0] + price * total, price, price
        if most < total:
            below = price, most
        else:
            above = price, least
        if below and above:
            if above[0] - below[0] == 1:
                return max(node.free(at, prices)[0] + at * total for at in (below[0], above[0])), below[0], above[0]
            turn += 1
            price = _between(below, above, total, halve=turn % 2 == 0)
        else:
            missing = total - (most if most < total else least)
            if start and not stride:
                stride = 1 if missing > 0 else -1
            else:
                stride = 4 * stride if abs(stride) > 1 else _stride(node, missing)
            price += stride


def _between(below: tuple[int, int], above: tuple[int, int], total: int, *, halve: bool) -> int:
    """Guess a price strictly between two: where the straight line between them meets the total, or in the middle."""
    (left, short), (right, over) = below, above
    guess = (left + right) // 2 if halve else left + (right - left) * (total - short) // (over - short)
    return min(max(guess, left + 1), right - 1)


def _stride(node: Sum, missing: int) -> int:
    """Guess how far the price is from where `missing` ms more are taken: as if nobody met a bound. Never 0."""
    give = sum((1 << FINE) // row[0] for row in _sample(node))
    far = (missing << FINE) // give if give else missing
    return far or (1 if missing > 0 else -1)


def _sample(node: Sum) -> Iterator[tuple[int, int, int, int]]:
    yield from node.rows
    for child in node.nodes:
        if isinstance(child, Sum):
            yield from _sample(child)
