"""Lower bounds: the best prices for the total and for the limits.

Whatever the prices are, the bound holds (weak duality). Those of limits are sought one after the other, each by bisection with
interpolation, until nothing gets better.
"""

from __future__ import annotations

import attrs

from strokekit.fitting.balancing import balance
from strokekit.fitting.nodes import Cell, Node, OneOf, Prices, Some, Sum
from strokekit.fitting.settling import pair

ROUNDS = 8
"""How often the limits are gone through; each round starts where the last one ended."""


@attrs.frozen
class Bounds:
    """A limit by its bounds; None for no bound."""

    low: int | None
    high: int | None

    def off(self, amount: int) -> int:
        """Give by how much an amount lies outside: negative when it is too little."""
        if self.low is not None and amount < self.low:
            return amount - self.low
        return max(amount - self.high, 0) if self.high is not None else 0

    def room(self, least: int, most: int) -> tuple[int | None, int | None]:
        """Give what is left for one thing where all others come to between `least` and `most`: bounds again."""
        return None if self.low is None else self.low - most, None if self.high is None else self.high - least

    def worth(self, price: int) -> int:
        """Give what a price of the limit adds to the lower bound."""
        bound = self.low if price > 0 else self.high
        return price * bound if bound is not None else 0


@attrs.frozen
class Bound:
    """A proved lower bound of the cost, and the prices that prove it."""

    value: int
    price: int
    beyond: int
    limits: tuple[int, ...]


def bound_of(root: Sum, total: int, limits: tuple[Bounds, ...], prices: Prices, start: Bound | None, enough: int) -> Bound:
    """Find good prices for `total`; stop when the bound reaches `enough`."""
    prices.limits = start.limits if start else (0,) * len(limits)
    best = _at(root, total, limits, prices, start.price if start else 0)
    for _ in range(ROUNDS):
        before = best
        for number in range(len(limits)):
            if best.value >= enough:
                return best
            best = _climb(root, total, limits, number, best, prices, enough)
        if best.value - before.value <= abs(best.value) >> 20:
            break
    prices.limits = best.limits
    return best


def _at(root: Sum, total: int, limits: tuple[Bounds, ...], prices: Prices, start: int) -> Bound:
    value, price, beyond = balance(root, total, prices, start)
    worth = sum(limit.worth(at) for limit, at in zip(limits, prices.limits, strict=True))
    return Bound(value + worth, price, beyond, prices.limits)


def _slope(root: Sum, total: int, limits: tuple[Bounds, ...], number: int, at: Bound, prices: Prices) -> int:
    """Tell which way the bound rises with the price of a limit: 0 at the top."""
    prices.limits = at.limits
    amount = mixture(root, total, at.price, at.beyond, prices, len(limits))[number]
    price, limit = at.limits[number], limits[number]
    if price > 0 and limit.low is not None:
        return limit.low - amount
    if price < 0 and limit.high is not None:
        return limit.high - amount
    return -limit.off(amount)


def _climb(root: Sum, total: int, limits: tuple[Bounds, ...], number: int, start: Bound, prices: Prices, enough: int) -> Bound:
    """Raise the bound by the price of one limit."""
    best, at = start, start
    slope = _slope(root, total, limits, number, at, prices)
    ends: dict[bool, tuple[int, int]] = {}
    stride, turn = 0, 0
    while slope and best.value < enough and prices.spent < prices.most:
        price = at.limits[number]
        ends[slope > 0] = price, slope
        if len(ends) == 2:  # noqa: PLR2004 - both ends
            (left, up), (right, down) = ends[True], ends[False]
            if right - left <= 1:
                break
            turn += 1
            guess = (left + right) // 2 if turn % 3 == 0 else left + (right - left) * up // (up - down)
            price = min(max(guess, left + 1), right - 1)
        else:
            stride = 4 * stride if stride else max(1, abs(price) >> 4, abs(at.price) >> 6)
            price = price + stride if slope > 0 else price - stride
            if at.limits[number] * price < 0:
                price = 0
        prices.limits = (*start.limits[:number], price, *start.limits[number + 1 :])
        at = _at(root, total, limits, prices, at.price)
        best = max(best, at, key=lambda bound: bound.value)
        slope = _slope(root, total, limits, number, at, prices)
    return best


def mixture(node: Node, total: int | None, price: int, beyond: int, prices: Prices, limits: int) -> list[int]:
    """Give the limits' sums where a node takes `total`, as if one could do a bit of what is chosen at each of two prices."""
    match node:
        case Sum():
            if total is None:
                inside = pair(node, price, beyond, prices)
                if inside != (price, beyond):
                    total = node.lo if inside[0] >= price else node.hi
                price, beyond = inside
            return _mixed(node, total, price, beyond, prices, limits)
        case Cell():
            inner = node.inner(price, prices)
            sums = mixture(node.node, None, inner, node.inner(beyond, prices), prices, limits)
            time = node.node.respond(inner, prices)[2]
            for number, factor in node.factors:
                sums[number] += factor * time
            return sums
        case OneOf():
            return mixture(node.options[node.pick(price, prices)[0]], None, price, price, prices, limits)
        case Some():
            taken = [node.entries[index].node for index in node.pick(price, prices)[0]]
            return _added([mixture(option, None, price, price, prices, limits) for option in taken], limits)
    return [0] * limits


def _mixed(node: Sum, total: int | None, price: int, beyond: int, prices: Prices, limits: int) -> list[int]:
    low = _added([_ends(item, price, prices, limits, most=False) for item in node.nodes], limits)
    if total is None:
        return low
    high = _added([_ends(item, beyond, prices, limits, most=True) for item in node.nodes], limits)
    least, most = node.free_times(price, prices)[0], node.free_times(beyond, prices)[1]
    if most <= least:
        return low
    part = min(max(total - least, 0), most - least)
    return [one + (other - one) * part // (most - least) for one, other in zip(low, high, strict=True)]


def _ends(node: Node, price: int, prices: Prices, limits: int, *, most: bool) -> list[int]:
    if isinstance(node, Cell):
        time = node.node.respond(node.inner(price, prices), prices)[2 if most else 1]
        sums = _ends(node.node, node.inner(price, prices), prices, limits, most=most)
        for number, factor in node.factors:
            sums[number] += factor * time
        return sums
    return mixture(node, None, price, price, prices, limits)


def _added(many: list[list[int]], limits: int) -> list[int]:
    return [sum(sums) for sums in zip(*many, strict=True)] if many else [0] * limits
