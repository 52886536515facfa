"""Two halves of a tree: one choice decided a bit further, or one total cut in two."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from strokekit.fitting.narrowing import bounded
from strokekit.fitting.nodes import Cell, Leaf, Node, OneOf, Prices, Some, Sum, cell_of, one_of, some_of, sum_of
from strokekit.fitting.settling import Fork, Path, pair


def parted(root: Node, fork: Fork, prices: Prices) -> Iterator[Node | None]:
    """Part a tree at a fork, so that what is chosen at its two prices lies apart.

    Choices that are alike, in one sum, can change places. So either none of them goes over to the second half, or the last one
    does: without this, as many ways to say the same would be searched as there are orders.
    """
    cut, home = _cut(fork, prices), _at(root, fork.path[:-1])
    if cut is None or not isinstance(home, Sum):
        for half in _halves(fork, prices):
            yield replaced(root, fork.path, half)
        return
    own = _face(fork.node)
    alike = [number for number, item in enumerate(home.items) if isinstance(item, OneOf) and _face(item) == own]
    items: list[Node | None] = list(home.items)
    for number in alike:
        items[number] = one_of(cut(home.items[number])[0])
    yield replaced(root, fork.path[:-1], sum_of(items, home.low, home.high, home.base, home.notes))
    last = one_of(cut(home.items[alike[-1]])[1])
    yield replaced(root, (*fork.path[:-1], alike[-1]), last)


def _cut(fork: Fork, prices: Prices) -> Callable[[Node], tuple[tuple[Node, ...], tuple[Node, ...]]] | None:
    """Say how the options of such a choice are parted; None where it is no choice of one."""
    if not isinstance(fork.node, OneOf):
        return None
    first, second = fork.node.pick(fork.price, prices)[0], fork.node.pick(fork.beyond, prices)[0]
    here = {first} if first == second else set(range(max(first, second)))

    def cut(node: Node) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        options = node.options if isinstance(node, OneOf) else (node,)
        inside = tuple(option for number, option in enumerate(options) if number in here)
        return inside, tuple(option for number, option in enumerate(options) if number not in here)

    return cut


def _face(node: Node) -> object:
    """Give all that matters of a node for its times and costs."""
    match node:
        case Leaf():
            return node.square, node.slope, node.base, node.lo, node.hi
        case Sum():
            return node.low, node.high, node.base, *(_face(item) for item in node.items)
        case Cell():
            return node.count, node.factors, _face(node.node)
        case OneOf():
            return tuple(_face(option) for option in node.options)
        case Some():
            return node.low, node.high, node.base, *((e.taken, e.left, _face(e.node)) for e in node.entries)


def _at(node: Node, path: Path) -> Node:
    for number in path:
        match node:
            case Cell():
                node = node.node
            case Sum():
                node = node.items[number]
    return node


def _halves(fork: Fork, prices: Prices) -> tuple[Node | None, ...]:
    cut = _cut(fork, prices)
    if cut is not None:
        return tuple(one_of(half) for half in cut(fork.node))
    return _halves_of_some(fork.node, fork, prices) if isinstance(fork.node, Some) else ()


def _halves_of_some(node: Some, fork: Fork, prices: Prices) -> tuple[Node | None, Node | None]:
    before, after = set(node.pick(fork.price, prices)[0]), set(node.pick(fork.beyond, prices)[0])
    index = min(before ^ after or before or {0})
    entry, others = node.entries[index], [*node.entries[:index], *node.entries[index + 1 :]]
    numbers = (*node.before, entry.number)
    rest = some_of(others, node.low - 1, node.high - 1, node.base + entry.taken, node.notes, numbers)
    with_it = sum_of([entry.node, rest]) if node.high else None
    return with_it, some_of(others, node.low, node.high, node.base + entry.left, node.notes, node.before)


@attrs.frozen
class Total:
    """A cell at a path, what is inside of it takes at the price that holds there, and within how much that is not settled."""

    path: Path
    node: Cell
    time: int
    play: int


def totals(node: Node, price: int, beyond: int, prices: Prices, path: Path = ()) -> Iterator[Total]:
    """Find the cells whose total is still open."""
    match node:
        case Cell():
            inner, further = node.inner(price, prices), node.inner(beyond, prices)
            if node.node.lo < node.node.hi:
                least, most = node.node.respond(inner, prices)[1], node.node.respond(further, prices)[2]
                yield Total(path, node, (least + most) // 2, most - least)
            yield from totals(node.node, inner, further, prices, (*path, 0))
        case Sum():
            price, beyond = pair(node, price, beyond, prices)
            for number, item in enumerate(node.items):
                if isinstance(item, Cell | Sum):
                    yield from totals(item, price, beyond, prices, (*path, number))


def cut(total: Total) -> tuple[Node | None, Node | None]:
    """Part a cell by its total."""
    node, inner = total.node, total.node.node
    time = min(total.time, inner.hi - 1)
    parts = [bounded(inner, inner.lo, time), bounded(inner, time + 1, inner.hi)]
    return cell_of(parts[0], node.count, node.factors), cell_of(parts[1], node.count, node.factors)


def replaced(node: Node, path: Path, new: Node | None) -> Node | None:
    """Put another node at a path; None when that is impossible."""
    if new is None or not path:
        return new
    match node:
        case Cell():
            return cell_of(replaced(node.node, path[1:], new), node.count, node.factors)
        case Sum():
            items: list[Node | None] = list(node.items)
            items[path[0]] = replaced(node.items[path[0]], path[1:], new)
            return sum_of(items, node.low, node.high, node.base, node.notes)
    raise TypeError(f"a path into {node}")


def choices(node: Node, path: Path = ()) -> Iterator[tuple[Path, OneOf | Some]]:
    """Find the outermost choices that are still open."""
    match node:
        case Cell():
            yield from choices(node.node, (*path, 0))
        case Sum():
            for number, item in enumerate(node.items):
                yield from choices(item, (*path, number))
        case OneOf() | Some():
            yield path, node
