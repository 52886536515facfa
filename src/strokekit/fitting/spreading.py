"""Exact times where nothing is left to choose: a total is given out at one price, the odd milliseconds to the earlier parts."""

from __future__ import annotations

from typing import Any

import attrs

from strokekit.fitting.balancing import balance
from strokekit.fitting.nodes import Cell, Leaf, Node, Prices, Sum, sum_of


@attrs.define
class Spread:
    """Times of leaves with their cost; `sums` are the limits' sums by number."""

    sums: list[int]
    times: list[tuple[Leaf, int]] = attrs.field(factory=list)
    notes: list[tuple[Any, ...]] = attrs.field(factory=list)
    cells: dict[int, int] = attrs.field(factory=dict)
    """The identity of a cell → the total of the node inside."""
    cost: int = 0


def spread(node: Sum, total: int, limits: int, prices: Prices, start: int = 0) -> Spread | None:
    """Give out `total` ms over a tree without choices, at the prices of its limits; None where rounding leaves something over.

    Without cells this is the cheapest way there is.
    """
    found = Spread([0] * limits)
    return found if _give(node, total, prices, start, found) else None


def _give(node: Node, total: int, prices: Prices, start: int, found: Spread) -> bool:
    match node:
        case Leaf():
            found.times.append((node, total))
            found.cost += node.cost(total)
            return True
        case Cell():
            share, over = divmod(total, node.count)
            found.cells[id(node)] = share
            for number, factor in node.factors:
                found.sums[number] += factor * share
            return not over and _give(node.node, share, prices, node.inner(start, prices), found)
        case Sum():
            found.cost += node.base
            found.notes += node.notes
            return _divide(node, total, prices, start, found)
    raise TypeError(f"{node} still has choices")


def _divide(node: Sum, total: int, prices: Prices, start: int, found: Spread) -> bool:
    _, price, beyond = balance(node, total, prices, start)
    shares = [item.respond(price, prices)[1] for item in node.items]
    rest = total - sum(shares)
    for number, item in enumerate(node.items):
        if not rest:
            break
        more = min(rest, item.respond(beyond, prices)[2] - shares[number])
        if isinstance(item, Cell):
            more -= more % item.count
        shares[number] += more
        rest -= more
    if rest:
        return _even_out(node, shares, rest, prices, price, found)
    return all(_give(item, share, prices, price, found) for item, share in zip(node.items, shares, strict=True))


def _even_out(node: Sum, shares: list[int], rest: int, prices: Prices, price: int, found: Spread) -> bool:
    """Let those that count once take what those that count several times can't."""
    single = [not (isinstance(item, Cell) and item.count > 1) for item in node.items]
    others = sum_of([item for item, once in zip(node.items, single, strict=True) if once])
    wanted = rest + sum(share for share, once in zip(shares, single, strict=True) if once)
    if others is None or len(others.items) == len(node.items) or not others.lo <= wanted <= others.hi:
        return False
    found.cost += others.base
    found.notes += others.notes
    cells = [(item, share) for item, share, once in zip(node.items, shares, single, strict=True) if not once]
    rest_given = _divide(others, wanted, prices, price, found)
    return rest_given and all(_give(item, share, prices, price, found) for item, share in cells)
