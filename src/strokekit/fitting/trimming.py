"""What can't be part of anything cheaper than the best so far: options that cost more than what is left between bound and best.

At the prices of a bound, to force an option that is not the best raises the bound by the difference (reduced cost).
"""

from __future__ import annotations

from strokekit.fitting.nodes import Cell, Node, OneOf, Prices, Some, Sum, cell_of, one_of, some_of, sum_of


def trim(node: Node, price: int, prices: Prices, slack: int) -> Node | None:
    """Drop what raises the bound at `price` by `slack` or more. The same node where nothing changes."""
    match node:
        case Cell():
            inner = trim(node.node, node.inner(price, prices), prices, slack)
            return node if inner is node.node else cell_of(inner, node.count, node.factors)
        case Sum(nodes=()):
            return node
        case Sum():
            return _trim_sum(node, price, prices, slack)
        case OneOf():
            return _trim_one(node, price, prices, slack)
        case Some():
            return _trim_some(node, price, prices, slack)
    return node


def _trim_sum(node: Sum, price: int, prices: Prices, slack: int) -> Node | None:
    if node.tight:
        least, most = node.free_times(price, prices)
        if most < node.lo or least > node.hi:
            bound = node.lo if most < node.lo else node.hi
            best, price, _ = node.edge(bound, prices)
            slack += best - (node.free(price, prices)[0] + price * bound)
    items = [trim(item, price, prices, slack) for item in node.items]
    if all(new is old for new, old in zip(items, node.items, strict=True)):
        return node
    return sum_of(items, node.low, node.high, node.base, node.notes)


def _trim_one(node: OneOf, price: int, prices: Prices, slack: int) -> Node | None:
    values = [option.respond(price, prices)[0] for option in node.options]
    best = min(values)
    kept = [
        trim(option, price, prices, slack - (value - best))
        for option, value in zip(node.options, values, strict=True)
        if value - best < slack
    ]
    if len(kept) == len(values) and all(new is old for new, old in zip(kept, node.options, strict=True)):
        return node
    return one_of(kept)


def _trim_some(node: Some, price: int, prices: Prices, slack: int) -> Node | None:
    gains = [entry.node.respond(price, prices)[0] + entry.taken - entry.left for entry in node.entries]
    taken = set(node.pick(price, prices)[0])
    worst = max((gains[index] for index in taken), default=0)
    replaced = worst if len(taken) == node.high else max(worst, 0)
    instead = [gain for index, gain in enumerate(gains) if index not in taken] + [0] * (len(taken) > node.low)
    for index, entry in enumerate(node.entries):
        others = [*node.entries[:index], *node.entries[index + 1 :]]
        if index not in taken and gains[index] - replaced >= slack:
            rest = some_of(others, node.low, node.high, node.base + entry.left, node.notes, node.before)
            return None if rest is None else trim(rest, price, prices, slack)
        if index in taken and instead and min(instead) - gains[index] >= slack:
            before = (*node.before, entry.number)
            rest = some_of(others, node.low - 1, node.high - 1, node.base + entry.taken, node.notes, before)
            return None if rest is None else sum_of([entry.node, trim(rest, price, prices, slack)])
    return node
