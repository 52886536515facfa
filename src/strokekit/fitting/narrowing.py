"""What follows from bounds alone: options that can't fit any more are dropped, times that can't be had are cut off."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

import attrs

from strokekit.fitting.bounding import Bounds
from strokekit.fitting.nodes import Cell, Entry, Leaf, Node, OneOf, Some, Sum, cell_of, leaf_of, one_of, some_of, sum_of


def narrow(node: Node, low: int, high: int) -> Node | None:
    """Keep what may take a time between `low` and `high`; None when nothing does. The same node where nothing changes."""
    if node.hi < low or node.lo > high:
        return None
    match node:
        case Leaf():
            return leaf_of(node, low, high)
        case Cell():
            inner = narrow(node.node, -(-low // node.count), high // node.count)
            return node if inner is node.node else cell_of(inner, node.count, node.factors)
        case OneOf():
            options = tuple(narrow(option, low, high) for option in node.options)
            return node if _same(options, node.options) else one_of(options)
        case Some():
            return _narrow_some(node, high)
        case Sum():
            return _narrow_sum(node, max(low, node.lo), min(high, node.hi))


def bounded(node: Node, low: int, high: int) -> Node | None:
    """Narrow a node, and hold its total between `low` and `high` from now on."""
    inner = narrow(node, low, high)
    match inner:
        case Sum():
            return sum_of(inner.items, max(low, inner.low), min(high, inner.high), inner.base, inner.notes)
        case OneOf():
            return one_of([bounded(option, low, high) for option in inner.options])
        case Some() | Cell():
            return sum_of([inner], low, high)
    return inner


def _narrow_sum(node: Sum, low: int, high: int) -> Sum | None:
    while True:
        least, most = sum(item.lo for item in node.items), sum(item.hi for item in node.items)
        items: list[Node | None] = []
        for item in node.items:
            bottom, top = low - (most - item.hi), high - (least - item.lo)
            settled = bottom <= item.lo and top >= item.hi and isinstance(item, Leaf)
            items.append(item if settled else narrow(item, bottom, top))
        if _same(tuple(items), node.items):
            return node
        changed = sum_of(items, node.low, node.high, node.base, node.notes)
        if changed is None or changed.hi < low or changed.lo > high:
            return None
        node = changed


def _narrow_some(node: Some, high: int) -> Node | None:
    entries = [(entry, narrow(entry.node, 0, high)) for entry in node.entries]
    if all(inner is entry.node for entry, inner in entries):
        return node
    kept: list[Entry] = [attrs.evolve(entry, node=inner) for entry, inner in entries if inner is not None]
    gone = sum(entry.left for entry, inner in entries if inner is None)
    return some_of(kept, node.low, node.high, node.base + gone, node.notes, node.before)


def _same(some: tuple[Node | None, ...], others: tuple[Node, ...]) -> bool:
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def held(root: Node, total: int, limits: tuple[Bounds, ...]) -> Node | None:
    """Cut off of the cells what would break a limit whatever the others do; None when nothing is left of `total` ms."""
    ends = amounts(root, len(limits))
    for limit, (least, most), (slow, fast) in zip(limits, ends, rates(root, len(limits)), strict=True):
        if limit.off(min(most, floor(fast * total))) < 0 or limit.off(max(least, ceil(slow * total))) > 0:
            return None
    return _held(root, limits, ends)


def _held(node: Node, limits: tuple[Bounds, ...], ends: list[tuple[int, int]]) -> Node | None:
    match node:
        case Sum(nodes=()):
            return node
        case Sum():
            items = tuple(_held(item, limits, ends) for item in node.items)
            return node if _same(items, node.items) else sum_of(items, node.low, node.high, node.base, node.notes)
        case Cell():
            low, high = node.node.lo, node.node.hi
            for number, factor in node.factors:
                least, most = sorted((factor * node.node.lo, factor * node.node.hi))
                room = limits[number].room(ends[number][0] - least, ends[number][1] - most)
                low, high = _divided(room, factor, low, high)
            if (low, high) == (node.node.lo, node.node.hi):
                return node
            return cell_of(bounded(node.node, low, high), node.count, node.factors)
    return node


def _divided(room: tuple[int | None, int | None], factor: int, low: int, high: int) -> tuple[int, int]:
    """Give the whole numbers between low and high whose multiples have room."""
    least, most = room if factor > 0 else (None if room[1] is None else -room[1], None if room[0] is None else -room[0])
    size = abs(factor)
    if least is not None:
        low = max(low, -(-least // size))
    if most is not None:
        high = min(high, most // size)
    return low, high


def amounts(node: Node, limits: int) -> list[tuple[int, int]]:
    """Enclose the sum of each limit: between what it is at least and at most, bounds of sums aside."""
    match node:
        case Cell():
            found = amounts(node.node, limits)
            for number, factor in node.factors:
                ends = sorted((factor * node.node.lo, factor * node.node.hi))
                found[number] = (found[number][0] + ends[0], found[number][1] + ends[1])
            return found
        case Sum():
            return _added([amounts(item, limits) for item in node.nodes], limits)
        case OneOf():
            return [(min(lo for lo, _ in ends), max(hi for _, hi in ends)) for ends in _across(node.options, limits)]
        case Some():
            every = [amounts(entry.node, limits) for entry in node.entries]
            return _added([[(min(lo, 0), max(hi, 0)) for lo, hi in one] for one in every], limits)
    return [(0, 0)] * limits


def rates(node: Node, limits: int) -> list[tuple[Fraction, Fraction]]:
    """Enclose how much one ms of a node's time can count in each limit: by its least and its most."""
    match node:
        case Cell():
            inner = rates(node.node, limits)
            for number, factor in node.factors:
                inner[number] = (inner[number][0] + factor, inner[number][1] + factor)
            return [(low / node.count, high / node.count) for low, high in inner]
        case Sum():
            items: tuple[Node, ...] = node.items
        case OneOf():
            items = node.options
        case Some():
            items = tuple(entry.node for entry in node.entries)
        case _:
            items = ()
    every = [rates(item, limits) for item in items if item.hi > 0]
    if not every:
        return [(Fraction(0), Fraction(0))] * limits
    return [(min(one[number][0] for one in every), max(one[number][1] for one in every)) for number in range(limits)]


def _across(options: tuple[Node, ...], limits: int) -> list[tuple[tuple[int, int], ...]]:
    return list(zip(*(amounts(option, limits) for option in options), strict=True))


def _added(many: list[list[tuple[int, int]]], limits: int) -> list[tuple[int, int]]:
    return [(sum(one[number][0] for one in many), sum(one[number][1] for one in many)) for number in range(limits)]
