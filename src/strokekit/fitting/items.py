"""Drawn nodes with the factors that limits give them, before it is known which of them can share a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from strokekit.fitting.nodes import Node, cell_of, sum_of


@attrs.frozen
class Item:
    """A drawn node, not yet with its factors: those of all that is in it, or None where they differ (then it is in cells)."""

    node: Node | None
    factors: Counter[int] | None
    count: int = 1
    parts: int = 0

    @property
    def sealed(self) -> Node | None:
        """The node with its factors."""
        pairs = sorted((self.factors or Counter()).items())
        return cell_of(self.node, self.count, tuple((number, factor) for number, factor in pairs if factor))


def together(factors: Iterable[Counter[int]]) -> Counter[int]:
    """Add factors up; adding counters with + would lose the negative ones."""
    listed = list(factors)
    if len(listed) == 1:
        return listed[0]
    total: Counter[int] = Counter()
    for one in listed:
        total.update(one)
    return total


def but(factors: Counter[int], number: int) -> Counter[int]:
    """Leave one limit out."""
    return Counter({other: factor for other, factor in factors.items() if other != number and factor})


def scaled(rests: list[Counter[int]], inside: list[Item]) -> bool:
    """Tell whether other limits see what is inside of one differently."""
    return any(unit(rest, item) != unit(rests[0], inside[0]) for rest, item in zip(rests, inside, strict=True)) or any(
        factor % item.count for rest, item in zip(rests, inside, strict=True) for factor in rest.values()
    )


def unit(rest: Counter[int], item: Item) -> Counter[int]:
    """Give factors for each time that an item counts."""
    return Counter({number: factor // item.count for number, factor in rest.items()})


def seal(items: Sequence[Item], low: int = 0, high: int | None = None) -> Item:
    """Put items into one sum: bare where all have the same factors, else in a cell for each kind of them."""
    size = sum(item.parts for item in items)
    kinds: dict[object, list[Item]] = {}
    for number, item in enumerate(items):
        alone = item.count > 1 or item.factors is None
        apart = alone and (item.factors is None or any(item.factors.values()))
        kinds.setdefault(number if apart else _key(item), []).append(item)
    if len(kinds) <= 1 and all(item.factors is not None and item.count == 1 for item in items):
        common = items[0].factors if items else Counter()
        return Item(sum_of([item.node for item in items], low, high), common, parts=size)
    nodes: list[Node | None] = []
    for kind in kinds.values():
        if kind[0].factors is None:
            nodes.append(kind[0].node)
        else:
            inner = kind[0].node if len(kind) == 1 else sum_of([item.node for item in kind])
            nodes.append(Item(inner, kind[0].factors, kind[0].count).sealed)
    uncounted = all(item.factors is not None and not any(item.factors.values()) for item in items)
    return Item(sum_of(nodes, low, high), Counter() if uncounted else None, parts=size)


def _key(item: Item) -> object:
    return item.count, tuple(sorted((number, factor) for number, factor in (item.factors or {}).items() if factor))


def alike(items: list[Item]) -> tuple[list[Item], Counter[int] | None]:
    """Give items with their common factors, or each with its own in cells."""
    possible = [item for item in items if item.node is not None]
    if possible and all(item.factors is not None and _key(item) == _key(possible[0]) for item in possible):
        return items, possible[0].factors
    return [attrs.evolve(item, node=item.sealed, factors=None) for item in items], None
