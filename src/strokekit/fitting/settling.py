"""From prices to choices: the tree as it is chosen at a price, and the forks at which two neighbouring prices choose apart."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.fitting.nodes import Cell, Leaf, Node, OneOf, Prices, Some, Sum, cell_of, sum_of

Path = tuple[int, ...]
MOST_BITS = 4_000_000
"""How many sums of jumps are told apart at most: half a megabyte for each jump."""


@attrs.frozen
class Fork:
    """A choice that jumps by `jump` ms between `price` and the price `beyond`. `path` leads to it, by the items of sums.

    The sum at the path `owner` lacks `missing` ms at `price`: so much of its forks' jumps is wanted.
    """

    path: Path
    node: OneOf | Some
    price: int
    beyond: int
    jump: int
    owner: Path = ()
    missing: int = 0


def pair(node: Sum, price: int, beyond: int, prices: Prices) -> tuple[int, int]:
    """Give the prices that hold inside a sum: those outside, or where its bounds hold it, those at the bound."""
    if not node.tight:
        return price, beyond
    least, most = node.free_times(price, prices)[0], node.free_times(beyond, prices)[1]
    if most < node.lo:
        return node.edge(node.lo, prices)[1:]
    if least > node.hi:
        return node.edge(node.hi, prices)[1:]
    return price, beyond


def forks(root: Sum, total: int, price: int, beyond: int, prices: Prices) -> list[Fork]:
    """Find the outermost choices that jump, where `total` ms are wanted of a sum; the longest jump first."""
    missing = total - root.free_times(price, prices)[1]
    found = _inside(root, Fork((), OneOf((), 0, 0), price, beyond, 1, (), missing), prices)
    return sorted(found, key=lambda fork: -fork.jump)


def _inside(node: Sum, at: Fork, prices: Prices) -> Iterator[Fork]:
    for number, item in enumerate(node.items):
        if not isinstance(item, Leaf):
            yield from _forks(item, attrs.evolve(at, path=(*at.path, number)), prices)


def _forks(node: Node, at: Fork, prices: Prices) -> Iterator[Fork]:
    """Go on below a path; the fork so far holds the prices there, and how often a jump counts."""
    match node:
        case Cell():
            inner, beyond = node.inner(at.price, prices), node.inner(at.beyond, prices)
            below = attrs.evolve(at, path=(*at.path, 0), price=inner, beyond=beyond, jump=at.jump * node.count)
            yield from _forks(node.node, below, prices)
        case Sum():
            price, beyond = pair(node, at.price, at.beyond, prices)
            if (price, beyond) != (at.price, at.beyond):
                bound = node.lo if price >= at.price else node.hi
                missing = bound - node.free_times(price, prices)[1]
                at = attrs.evolve(at, price=price, beyond=beyond, jump=1, owner=at.path, missing=missing)
            yield from _inside(node, at, prices)
        case OneOf() | Some():
            jump = node.respond(at.beyond, prices)[1] - node.respond(at.price, prices)[2]
            if jump > 0:
                yield attrs.evolve(at, node=node, jump=jump * at.jump)


def flips(found: list[Fork]) -> list[set[Path]]:
    """Give sets of forks to jump at, so that each sum's missing time is met as nearly as can be: once not passed, once passed."""
    owners: dict[Path, list[Fork]] = {}
    for fork in found:
        owners.setdefault(fork.owner, []).append(fork)
    short, over = set[Path](), set[Path]()
    for mine in owners.values():
        less, more = _subsets(mine)
        short |= less
        over |= more
    return [short, over] if short != over else [short]


def _subsets(mine: list[Fork]) -> tuple[set[Path], set[Path]]:
    """Find the jumps whose sum is next to what is missing, below and above: sums as bits of whole numbers.

    Where that would be more than `MOST_BITS`, in a coarser unit than ms: a worse guess, and no wrong one.
    """
    missing = max(mine[0].missing, 0)
    unit = (missing + mine[0].jump) // MOST_BITS + 1
    wanted, jumps = missing // unit, [max(fork.jump // unit, 1) for fork in mine]
    sums, useful = [1], (2 << wanted + jumps[0]) - 1
    for jump in jumps:
        sums.append((sums[-1] | sums[-1] << jump) & useful)
    below = (sums[-1] & ((2 << wanted) - 1)).bit_length() - 1
    rest = sums[-1] >> wanted
    above = wanted + (rest & -rest).bit_length() - 1 if rest else below
    return _traced(mine, jumps, sums, below), _traced(mine, jumps, sums, above)


def _traced(mine: list[Fork], jumps: list[int], sums: list[int], total: int) -> set[Path]:
    """Find jumps that make up a sum, the earliest if there are several ways."""
    chosen = set()
    for number in range(len(mine), 0, -1):
        if not sums[number - 1] >> total & 1:
            chosen.add(mine[number - 1].path)
            total -= jumps[number - 1]
    return chosen


def settle(node: Node, price: int, beyond: int, prices: Prices, over: set[Path], path: Path = ()) -> Node | None:
    """Make every choice as it is best at `price`, those at the paths `over` as at `beyond`."""
    match node:
        case Cell():
            inner = settle(node.node, node.inner(price, prices), node.inner(beyond, prices), prices, over, (*path, 0))
            return cell_of(inner, node.count, node.factors)
        case Sum():
            if not node.nodes:
                return node
            price, beyond = pair(node, price, beyond, prices)
            items = [settle(item, price, beyond, prices, over, (*path, number)) for number, item in enumerate(node.items)]
            return sum_of(items, node.low, node.high, node.base, node.notes)
        case OneOf():
            at = beyond if path in over else price
            return settle(node.options[node.pick(at, prices)[0]], at, at, prices, set(), path)
        case Some():
            at = beyond if path in over else price
            return _settle_some(node, at, prices, path)
    return node


def _settle_some(node: Some, price: int, prices: Prices, path: Path) -> Node | None:
    taken = set(node.pick(price, prices)[0])
    entries = [entry for index, entry in enumerate(node.entries) if index in taken]
    numbers = tuple(sorted((*node.before, *(entry.number for entry in entries))))
    base = node.base + sum(e.taken if index in taken else e.left for index, e in enumerate(node.entries))
    items = [settle(entry.node, price, price, prices, set(), path) for entry in entries]
    return sum_of(items, base=base, notes=(*node.notes, ("taken", numbers)))
