"""Branch and bound: the best first, until nothing can be cheaper or the work is spent."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from itertools import count

import attrs

from strokekit.fitting.bounding import Bound, Bounds, bound_of
from strokekit.fitting.branching import choices, cut, parted, replaced, totals
from strokekit.fitting.drawing import Drawing
from strokekit.fitting.narrowing import bounded, held, narrow
from strokekit.fitting.nodes import Cell, Leaf, Node, OneOf, Prices, Some, Spent, Sum, cell_of, plain, sum_of
from strokekit.fitting.settling import Fork, Path, flips, forks, settle
from strokekit.fitting.spreading import Spread, spread
from strokekit.fitting.trimming import trim

MENDS = 6
"""How often a solution that misses a limit is mended before it is given up."""


@attrs.define
class Search:
    """The state of a search for the cheapest way to take `total` ms."""

    total: int
    limits: tuple[Bounds, ...]
    work: int
    scale: int = 1
    """Every cost is a multiple of it: a bound may be rounded up to the next."""
    prices: Prices = attrs.field(factory=Prices)
    best: Spread | None = None
    ceiling: int = 0
    """What is not cheaper than this is of no interest."""
    floor: int = 0
    """A proved lower bound of all costs."""
    heap: list[tuple[int, int, Sum, Bound]] = attrs.field(factory=list)
    cut: int | None = None
    """The lower bound of what was being looked at when the work was spent for good; None where that did not happen."""
    ticket: count[int] = attrs.field(factory=count)

    @property
    def done(self) -> bool:
        """True when nothing is left to look at: the best is proved, or that there is none."""
        return not self.heap and self.cut is None

    def run(self, root: Node | None) -> None:
        """Search below a tree until done or the work is spent."""
        lowest = 0
        try:
            self._push(root, None)
            while self.heap and self.prices.spent < self.work:
                lowest, _, node, bound = heapq.heappop(self.heap)
                if lowest >= self.ceiling:
                    self.heap.clear()
                    break
                self._look(node, bound)
        except Spent:
            self.cut = lowest
        self.heap = [entry for entry in self.heap if entry[0] < self.ceiling]
        left = [entry[0] for entry in self.heap]
        self.floor = min(left if self.cut is None else [*left, self.cut], default=self.ceiling)

    def _push(self, node: Node | None, start: Bound | None) -> None:
        root = self._narrowed(node)
        if root is None:
            return
        bound = bound_of(root, self.total, self.limits, self.prices, start, self.ceiling)
        value = -(-bound.value // self.scale) * self.scale
        if value < self.ceiling:
            heapq.heappush(self.heap, (value, next(self.ticket), root, bound))

    def _look(self, root: Sum, bound: Bound) -> None:
        """Try to make a solution of what the prices say, and part the tree where that is no proof."""
        self.prices.limits = bound.limits
        trimmed = self._trimmed(root, bound)
        if trimmed is not root:
            self._push(trimmed, bound)
            return
        at = bound.price, bound.beyond
        found = forks(root, self.total, *at, self.prices)
        for over in flips(found):
            self._try(root, bound, over)
        value = -(-bound.value // self.scale) * self.scale
        if value >= self.ceiling:
            return
        if found:
            self._part(parted(root, found[0], self.prices), bound)
            return
        cells = sorted(totals(root, *at, self.prices), key=lambda cell: (-cell.play, len(cell.path), cell.path))
        opened = sorted(choices(root), key=lambda choice: plain(choice[1]))
        if opened and not (cells and plain(opened[0][1])):
            path, node = opened[0]
            self._part(parted(root, Fork(path, node, 0, 0, 0), self.prices), bound)
        elif cells:
            self._part([replaced(root, cells[0].path, half) for half in cut(cells[0])], bound)

    def _trimmed(self, root: Sum, bound: Bound) -> Node | None:
        """Drop what can't be in anything cheaper than the best so far."""
        worth = sum(limit.worth(price) for limit, price in zip(self.limits, bound.limits, strict=True))
        value = root.free(bound.price, self.prices)[0] + bound.price * self.total + worth
        return trim(root, bound.price, self.prices, self.ceiling - value)

    def _part(self, parts: Iterable[Node | None], bound: Bound) -> None:
        for part in parts:
            self.prices.limits = bound.limits
            self._push(part, bound)

    def _try(self, root: Sum, bound: Bound, over: set[Path]) -> None:
        self.prices.limits = bound.limits
        fixed = settle(root, bound.price, bound.beyond, self.prices, over)
        if not isinstance(fixed, Sum) or not fixed.lo <= self.total <= fixed.hi:
            return
        found = spread(fixed, self.total, len(self.limits), self.prices, bound.price)
        if found is not None and found.cost < self.ceiling and self._keeps(found):
            self.best, self.ceiling = found, found.cost
        elif self.limits:
            self._mend(fixed, bound)

    def _mend(self, fixed: Sum, bound: Bound) -> None:
        """Where the choices are made and a limit is missed by the rounding: move the totals of cells, one after the other."""
        node: Node | None = fixed
        for _ in range(MENDS):
            node = None if node is None else narrow(node, self.total, self.total)
            if not isinstance(node, Sum):
                return
            bound = bound_of(node, self.total, self.limits, self.prices, bound, self.ceiling)
            found = None if bound.value >= self.ceiling else spread(node, self.total, len(self.limits), self.prices, bound.price)
            if found is None:
                return
            if self._keeps(found):
                if found.cost < self.ceiling:
                    self.best, self.ceiling = found, found.cost
                return
            node = self._moved(node, found, bound)

    def _moved(self, node: Sum, found: Spread, bound: Bound) -> Node | None:
        """Hold one cell at a total with which a missed limit would be kept."""
        for number, limit in enumerate(self.limits):
            off = limit.off(found.sums[number])
            cells = totals(node, bound.price, bound.beyond, self.prices) if off else ()
            for cell in cells:
                factor = dict(cell.node.factors).get(number, 0)
                if not factor:
                    continue
                time = found.cells[id(cell.node)] - _steps(off, factor)
                inner = bounded(cell.node.node, time, time)
                if inner is not None:
                    return replaced(node, cell.path, cell_of(inner, cell.node.count, cell.node.factors))
        return None

    def _narrowed(self, node: Node | None) -> Sum | None:
        """Cut off what can't be had; give the rest as a sum without bounds of its own."""
        last: Node | None = None
        while node is not None and node is not last:
            last = narrow(node, self.total, self.total)
            node = held(last, self.total, self.limits) if last is not None and self.limits else last
        if isinstance(node, Sum) and not node.tight:
            return node
        return None if node is None else sum_of([node])

    def _keeps(self, found: Spread) -> bool:
        return not any(limit.off(amount) for limit, amount in zip(self.limits, found.sums, strict=True))


def search_for(drawing: Drawing, target: int, work: int) -> Search:
    """Search a drawing for the cheapest way to take `target` ms."""
    ceiling = 0 if drawing.root is None else _dearest(drawing.root) + drawing.scale
    search = Search(target, drawing.limits, work, drawing.scale, Prices(most=work), ceiling=ceiling)
    search.run(drawing.root)
    return search


def _dearest(node: Node) -> int:
    match node:
        case Leaf():
            return max(node.cost(node.lo), node.cost(node.hi))
        case Cell():
            return _dearest(node.node)
        case Sum():
            return node.base + sum(_dearest(item) for item in node.items)
        case OneOf():
            return max(_dearest(option) for option in node.options)
        case Some():
            return node.base + sum(entry.left + entry.taken + max(_dearest(entry.node), 0) for entry in node.entries)


def _steps(off: int, factor: int) -> int:
    """Give how far to go down with what counts `factor` times so that at least `off` is gone.

    >>> _steps(5, 2), _steps(-5, 2), _steps(5, -2), _steps(-5, -2)
    (3, -3, -3, 3)
    """
    steps = -(-abs(off) // abs(factor))
    return steps if off * factor > 0 else -steps
