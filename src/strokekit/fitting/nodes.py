"""The tree that is searched: how every kind of node answers a price for time.

A *price* is what one more millisecond is worth. Asked with a price, a node says at what times between `least` and `most` it is
best off, and what is left of its cost then: `value = min(cost(t) - price * t)`. Summed over a tree this bounds the cost of every
solution from below, whatever the prices are: with choices in it the tree answers as if costs were their convex hull.

Nodes are immutable. `lo` and `hi` enclose what a node can take; a maker that finds it impossible gives None.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any, TypeAlias

import attrs

Reply: TypeAlias = tuple[int, int, int]
"""value, least, most"""


class Spent(Exception):
    """More work was done than a search may take, in the middle of a bound."""


@attrs.define
class Prices:
    """The prices of the limits, by number, and the work done so far, in parts that were asked."""

    limits: tuple[int, ...] = ()
    spent: int = 0
    most: int = sys.maxsize
    """How much work there may be: what raises a bound ends there, and the bound holds as it is."""


@attrs.frozen(eq=False)
class Leaf:
    """A part in one mode: `square * t * t + slope * t + base` for whole t between lo and hi. square > 0, or a straight line."""

    square: int
    slope: int
    base: int
    lo: int
    hi: int
    notes: tuple[Any, ...]
    """What to write down about this part, in terms of the problem: its places and its count."""

    def cost(self, time: int) -> int:
        """Give what `time` costs."""
        return (self.square * time + self.slope) * time + self.base

    def respond(self, price: int, prices: Prices) -> Reply:
        """Find the times at which it is best off."""
        prices.spent += 1
        if not self.square:
            least, most = (self.hi if price > self.slope else self.lo), (self.hi if price >= self.slope else self.lo)
        else:
            x = price + self.square - self.slope
            best, rest = divmod(x, 2 * self.square)
            most = min(max(best, self.lo), self.hi)
            least = most if rest or most != best or most == self.lo else most - 1
        return self.cost(most) - price * most, least, most


@attrs.frozen(eq=False)
class Sum:
    """Nodes together, with bounds on their total: `tight` where the nodes could pass them. Without nodes: nothing, 0 ms."""

    items: tuple[Node, ...]
    low: int
    high: int
    base: int
    notes: tuple[Any, ...]
    lo: int
    hi: int
    tight: bool
    rows: tuple[tuple[int, int, int, int], ...]
    lines: tuple[Leaf, ...]
    nodes: tuple[Node, ...]
    constant: int
    plain: bool
    """True where no price of a limit has a say in it: what was found at an edge stays true."""
    edges: dict[int, tuple[tuple[int, ...], int, int, int]] = attrs.field(factory=dict, repr=False)

    def respond(self, price: int, prices: Prices) -> Reply:
        """Ask all nodes; where their total leaves the bounds, the bound is the answer."""
        value, least, most = self.free(price, prices)
        if not self.tight:
            return value, least, most
        if self.lo <= most and least <= self.hi:
            return value, max(least, self.lo), min(most, self.hi)
        bound = self.lo if most < self.lo else self.hi
        return self.edge(bound, prices)[0] - price * bound, bound, bound

    def times(self, price: int, prices: Prices) -> tuple[int, int]:
        """Answer as `respond` does, without the value."""
        least, most = self.free_times(price, prices)
        if not self.tight:
            return least, most
        return min(max(least, self.lo), self.hi), min(max(most, self.lo), self.hi)

    def free(self, price: int, prices: Prices) -> Reply:
        """Ask all nodes, whatever the bounds."""
        prices.spent += 1 + len(self.rows)
        value, total, play = self.constant, 0, 0
        for twice, shift, lo, hi in self.rows:
            x = price + shift
            time = x // twice
            if time < lo:
                time = lo
            elif time > hi:
                time = hi
            elif time > lo and time * twice == x:
                play += 1
            total += time
            value += ((twice * time >> 1) - x + (twice >> 1)) * time
        least, most = total - play, total
        for node in (*self.lines, *self.nodes):
            reply = node.respond(price, prices)
            value += reply[0]
            least += reply[1]
            most += reply[2]
        return value, least, most

    def free_times(self, price: int, prices: Prices) -> tuple[int, int]:
        """Answer as `free` does, without the value."""
        prices.spent += 1 + len(self.rows)
        total = play = 0
        for twice, shift, lo, hi in self.rows:
            x = price + shift
            time = x // twice
            if time < lo:
                time = lo
            elif time > hi:
                time = hi
            elif time > lo and time * twice == x:
                play += 1
            total += time
        least, most = total - play, total
        for node in (*self.lines, *self.nodes):
            reply = node.times(price, prices) if isinstance(node, Sum) else node.respond(price, prices)[1:]
            least += reply[0]
            most += reply[1]
        return least, most

    def edge(self, bound: int, prices: Prices) -> tuple[int, int, int]:
        """Bound the cost of taking exactly `bound` ms from below: that, and the two neighbouring prices that show it."""
        from strokekit.fitting.balancing import balance

        found = self.edges.get(bound)
        if found is not None and (self.plain or found[0] == prices.limits):
            return found[1:]
        start = found[2] if found else 0
        balanced = balance(self, bound, prices, start)
        self.edges[bound] = (prices.limits, *balanced)
        return balanced


@attrs.frozen(eq=False)
class Cell:
    """A node that counts `times` over, as tied sides do, and in limits: `factors` are numbers of limits with a factor each."""

    node: Node
    count: int
    factors: tuple[tuple[int, int], ...]
    lo: int
    hi: int

    def inner(self, price: int, prices: Prices) -> int:
        """Give the price of time inside."""
        return self.count * price + sum(prices.limits[number] * factor for number, factor in self.factors)

    def respond(self, price: int, prices: Prices) -> Reply:
        """Ask the node inside at the price that holds there."""
        value, least, most = self.node.respond(self.inner(price, prices), prices)
        return value, self.count * least, self.count * most


@attrs.frozen(eq=False)
class OneOf:
    """Exactly one of several nodes, two at least."""

    options: tuple[Node, ...]
    lo: int
    hi: int

    def pick(self, price: int, prices: Prices) -> tuple[int, Reply]:
        """Find the option that is best off, the earliest of equals, and its reply."""
        replies = [option.respond(price, prices) for option in self.options]
        best = min(range(len(replies)), key=lambda number: replies[number][0])
        return best, replies[best]

    def respond(self, price: int, prices: Prices) -> Reply:
        """Answer as the best option does."""
        return self.pick(price, prices)[1]


@attrs.frozen(eq=False)
class Entry:
    """An option of a `Some`: what taking it costs beside its own cost, and what leaving it costs."""

    node: Node
    number: int
    taken: int
    left: int


@attrs.frozen(eq=False)
class Some:
    """From `low` to `high` of the entries; `notes` and `before` (numbers already taken) tell what to write down."""

    entries: tuple[Entry, ...]
    low: int
    high: int
    notes: tuple[Any, ...]
    before: tuple[int, ...]
    base: int
    lo: int
    hi: int

    def pick(self, price: int, prices: Prices) -> tuple[tuple[int, ...], Reply]:
        """Find the entries that are best taken, as indices in order, and the reply."""
        replies = [entry.node.respond(price, prices) for entry in self.entries]
        gains = [reply[0] + entry.taken - entry.left for reply, entry in zip(replies, self.entries, strict=True)]
        order = sorted(range(len(gains)), key=lambda index: (gains[index], index))
        taken = [index for rank, index in enumerate(order) if rank < self.low or (rank < self.high and gains[index] < 0)]
        value = self.base + sum(entry.left for entry in self.entries) + sum(gains[index] for index in taken)
        return tuple(sorted(taken)), (value, sum(replies[i][1] for i in taken), sum(replies[i][2] for i in taken))

    def respond(self, price: int, prices: Prices) -> Reply:
        """Answer as the best entries do together."""
        return self.pick(price, prices)[1]


Node: TypeAlias = Leaf | Sum | Cell | OneOf | Some


def leaf_of(leaf: Leaf, lo: int, hi: int) -> Leaf | None:
    """Narrow a leaf; None when nothing is left."""
    lo, hi = max(lo, leaf.lo), min(hi, leaf.hi)
    if lo > hi:
        return None
    return leaf if (lo, hi) == (leaf.lo, leaf.hi) else attrs.evolve(leaf, lo=lo, hi=hi)


def sum_of(
    items: Iterable[Node | None], low: int = 0, high: int | None = None, base: int = 0, notes: tuple[Any, ...] = ()
) -> Sum | None:
    """Put nodes together, sums without bounds dissolved in it; None when that can't be done within the bounds."""
    flat: list[Node] = []
    for item in items:
        if item is None:
            return None
        if isinstance(item, Sum) and not item.tight:
            flat += item.items
            base += item.base
            notes += item.notes
        else:
            flat.append(item)
    least, most = sum(item.lo for item in flat), sum(item.hi for item in flat)
    lo, hi = max(low, least), most if high is None else min(high, most)
    if lo > hi:
        return None
    curves = [item for item in flat if isinstance(item, Leaf) and item.square]
    return Sum(
        items=tuple(flat),
        low=low,
        high=most if high is None else high,
        base=base,
        notes=notes,
        lo=lo,
        hi=hi,
        tight=lo > least or hi < most,
        rows=tuple((2 * leaf.square, leaf.square - leaf.slope, leaf.lo, leaf.hi) for leaf in curves),
        lines=tuple(item for item in flat if isinstance(item, Leaf) and not item.square),
        nodes=tuple(item for item in flat if not isinstance(item, Leaf)),
        constant=base + sum(leaf.base for leaf in curves),
        plain=all(plain(item) for item in flat if not isinstance(item, Leaf)),
    )


def cell_of(node: Node | None, count: int, factors: tuple[tuple[int, int], ...]) -> Node | None:
    """Let a node count several times, or in limits."""
    if node is None or (count == 1 and not factors):
        return node
    return Cell(node, count, factors, count * node.lo, count * node.hi)


def one_of(options: Iterable[Node | None]) -> Node | None:
    """Choose one of the possible options; the only one is no choice."""
    left = tuple(option for option in options if option is not None)
    if len(left) < 2:  # noqa: PLR2004 - one is no choice
        return left[0] if left else None
    return OneOf(left, min(option.lo for option in left), max(option.hi for option in left))


def some_of(
    entries: Iterable[Entry], low: int, high: int, base: int, notes: tuple[Any, ...], before: tuple[int, ...] = ()
) -> Node | None:
    """Choose several of the entries; when nothing is left to choose, what is taken."""
    left = tuple(entries)
    low, high = max(low, 0), min(high, len(left))
    if low > high:
        return None
    if high == 0:
        return sum_of((), base=base + sum(entry.left for entry in left), notes=(*notes, ("taken", before)))
    if low == len(left):
        numbers = tuple(sorted((*before, *(entry.number for entry in left))))
        return sum_of([entry.node for entry in left], base=base + sum(e.taken for e in left), notes=(*notes, ("taken", numbers)))
    least = sum(sorted(entry.node.lo for entry in left)[:low])
    most = sum(sorted((entry.node.hi for entry in left), reverse=True)[:high])
    return Some(left, low, high, notes, before, base, least, most)


def plain(node: Node) -> bool:
    """Tell whether no limit has a say in a node."""
    match node:
        case Cell():
            return not node.factors and plain(node.node)
        case Sum():
            return node.plain
        case OneOf():
            return all(plain(option) for option in node.options)
        case Some():
            return all(plain(entry.node) for entry in node.entries)
    return True
