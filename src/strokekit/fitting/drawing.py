"""A problem drawn as the tree that is searched: tied nodes become one that counts several times, limits that nest become sums.

Nodes are drawn in columns: usually one, of tied nodes one for each. What the columns hold must have the same shape.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import lcm
from typing import Any

import attrs

from strokekit.fitting.bounding import Bounds
from strokekit.fitting.items import Item, alike, but, scaled, seal, together, unit
from strokekit.fitting.nodes import Entry, Leaf, Node, cell_of, one_of, some_of, sum_of
from strokekit.fitting.problem import Choose, Group, Limit, Maybe, Mode, Part, Problem, Repeat, Tie
from strokekit.fitting.problem import Node as Given
from strokekit.fitting.shape import Shape, parts, shape_of

MOST_PASSES = 100
"""So many passes at most where the number of passes is open, unless more are wanted."""

FINE = 60
"""What costs are multiplied with where only the total matters, so that the prices of limits can be fractions of them."""

Column = tuple[Given, tuple[int, ...]]
"""A node, and the passes around it."""

Row = tuple[list[Column], list[Counter[int]]]
"""A node in all its columns, with the factors of each."""


@attrs.frozen
class Drawing:
    """The tree, None if its bounds exclude each other; the limits that are left over; and the multiple that all costs are."""

    root: Node | None
    limits: tuple[Bounds, ...]
    scale: int


@attrs.define
class Drawer:
    """Draws one problem. `cap` takes the place of every open end; `line` tells what a ms costs where only the total matters."""

    problem: Problem
    cap: int
    line: int | None = None
    shape: Shape = attrs.field(init=False)
    limits: list[Limit] = attrs.field(factory=list)
    terms: dict[str, list[tuple[int, int]]] = attrs.field(factory=dict)
    ties: dict[str, list[Tie]] = attrs.field(factory=dict)
    apart: dict[str, list[tuple[Tie, int, int]]] = attrs.field(factory=dict)
    """Id of a part → for ties that can't be joined: the tie, which part of it, which of its nodes."""
    numbers: dict[tuple[object, ...], int] = attrs.field(factory=dict)
    scale: int = 1
    sizes: list[int] = attrs.field(factory=list)
    merged: set[int] = attrs.field(factory=set)

    def draw(self) -> Drawing:
        """Draw all of it."""
        self.shape = shape_of(self.problem)
        for tie in self.problem.ties:
            self._tie(tie)
        for limit in self.problem.limits:
            number = len(self.limits)
            self.limits.append(limit)
            named = {name for name, _ in limit.terms}
            self.sizes.append(sum(1 for name in named for node in self.shape.nodes[name] for _ in parts(node)))
            for name, factor in limit.terms:
                self.terms.setdefault(name, []).append((number, factor))
        factors = (abs(factor) or 1 for limit in self.limits for _, factor in limit.terms)
        fine = FINE if self.limits and self.line is not None else 1
        self.scale = fine * lcm(*factors, *(len(tie.nodes) for tie in self.problem.ties))
        root = self._node(((self.problem.root, ()),), (Counter(),), sure=True).sealed
        return Drawing(root, tuple(Bounds(limit.low, limit.high) for limit in self.limits), self.scale)

    def _tie(self, tie: Tie) -> None:
        if self.shape.joint(tie):
            for name in tie.nodes:
                self.ties.setdefault(name, []).append(tie)
            return
        lists = [[part for node in self.shape.nodes[name] for part in parts(node)] for name in tie.nodes]
        if len({len(listed) for listed in lists}) > 1:
            raise ValueError(f"tie {tie.id}: {' and '.join(tie.nodes)} do not have the same shape")
        for side, listed in enumerate(lists):
            for index, part in enumerate(listed):
                self.apart.setdefault(part.id, []).append((tie, index, side))

    # --- nodes ---

    def _node(self, columns: Sequence[Column], factors: Sequence[Counter[int]], *, sure: bool) -> Item:
        nodes = [node for node, _ in columns]
        if len({type(node) for node in nodes}) > 1:
            raise ValueError(f"{' and '.join(node.id for node in nodes)} are tied and do not have the same shape")
        factors = [self._with(column, own) for column, own in zip(columns, factors, strict=True)]
        match nodes[0]:
            case Part():
                return self._part(columns, factors)
            case Group():
                return self._group(columns, factors, sure=sure)
            case Maybe():
                return self._maybe(columns, factors)
            case Repeat():
                return self._repeat(columns, factors)
            case Choose():
                return self._choose(columns, factors)

    def _with(self, column: Column, factors: Counter[int]) -> Counter[int]:
        node, passes = column
        if node.id not in self.terms and node.id not in self.apart:
            return factors
        found = factors.copy()
        for number, factor in self.terms.get(node.id, ()):
            found[number] += factor
        if isinstance(node, Part):
            for tie, index, side in self.apart.get(node.id, ()):
                self._apart(tie, index, side, passes, found)
        return found

    def _apart(self, tie: Tie, index: int, side: int, passes: tuple[int, ...], found: Counter[int]) -> None:
        """Hold a part against the first of those that correspond: their difference is a limit of 0."""
        around = passes[: self.shape.depth(tie)]
        inner = passes[self.shape.depth(tie) :]
        for other in range(1, len(tie.nodes)):
            if side in {0, other}:
                key = (tie.id, index, other, around, inner)
                if key not in self.numbers:
                    self.numbers[key] = len(self.limits)
                    self.limits.append(Limit(id=tie.id, terms=(), low=0, high=0))
                    self.sizes.append(-1)
                found[self.numbers[key]] += 1 if side == 0 else -1

    def _part(self, columns: Sequence[Column], factors: Sequence[Counter[int]]) -> Item:
        nodes = [node for node, _ in columns if isinstance(node, Part)]
        places = tuple((node.id, passes) for node, passes in columns)
        options = []
        for mode in nodes[0].modes:
            same = [mode, *(other for node in nodes[1:] for other in node.modes if other.count == mode.count)]
            if len(same) == len(nodes):
                options.append(self._leaf(same, ("part", places, mode.count)))
        return Item(one_of(options), together(factors), parts=len(nodes))

    def _leaf(self, modes: Sequence[Mode], notes: tuple[Any, ...]) -> Leaf | None:
        lo, hi = max(mode.low for mode in modes), min(self.cap if mode.high is None else mode.high for mode in modes)
        if lo > hi:
            return None
        if self.line is not None:
            return Leaf(0, self.line * self.scale * len(modes), 0, lo, hi, notes)
        return Leaf(
            self.scale * sum(mode.weight for mode in modes),
            -2 * self.scale * sum(mode.weight * mode.ideal for mode in modes),
            self.scale * sum(mode.cost + mode.weight * mode.ideal**2 for mode in modes),
            lo,
            hi,
            notes,
        )

    def _cost(self, costs: Iterable[int]) -> int:
        return 0 if self.line is not None else self.scale * sum(costs)

    def _group(self, columns: Sequence[Column], factors: Sequence[Counter[int]], *, sure: bool) -> Item:
        groups = [node for node, _ in columns if isinstance(node, Group)]
        items = self._joined(self._rows(columns, factors), sure=sure)
        if sure and len(columns) == 1:
            items = self._nested(items)
        highs = [group.high for group in groups if group.high is not None]
        return seal(items, max(group.low for group in groups), min(highs, default=None))

    def _rows(self, columns: Sequence[Column], factors: Sequence[Counter[int]]) -> list[Row]:
        """Give the children side by side, those of groups without bounds among them, unless the groups are tied."""
        rows = []
        groups = [node for node, _ in columns if isinstance(node, Group)]
        if len({len(group.children) for group in groups}) > 1:
            raise ValueError(f"{' and '.join(group.id for group in groups)} are tied and do not have the same shape")
        for children in zip(*(group.children for group in groups), strict=True):
            below = [(child, passes) for child, (_, passes) in zip(children, columns, strict=True)]
            if all(_open(child) and child.id not in self.ties for child in children):
                inner = [self._with(column, own) for column, own in zip(below, factors, strict=True)]
                rows += self._rows(below, inner)
            else:
                rows.append((below, list(factors)))
        return rows

    def _joined(self, rows: list[Row], *, sure: bool) -> list[Item]:
        """Draw children, those that are tied as one."""
        items = []
        where = {node.id: number for number, (columns, _) in enumerate(rows) for node, _ in columns}
        gone: set[int] = set()
        for number, row in enumerate(rows):
            if number in gone:
                continue
            mates = self._mates(number, rows, where)
            gone |= mates
            columns = [*row[0], *(column for mate in sorted(mates) for column in rows[mate][0])]
            factors = [*row[1], *(factor for mate in sorted(mates) for factor in rows[mate][1])]
            count = 1 + len(mates)
            item = self._node(columns, factors, sure=sure and count == 1)
            if count > 1:
                item = attrs.evolve(item, count=count)
                if item.factors is None:
                    item = Item(item.sealed, None, parts=item.parts)
            items.append(item)
            self.scale = lcm(self.scale, count)
        return items

    def _mates(self, number: int, rows: Sequence[Row], where: Mapping[str, int]) -> set[int]:
        """Find the rows that are tied to one, over others too."""
        found, left = {number}, [number]
        while left:
            for node, _ in rows[left.pop()][0]:
                tied = {where[name] for tie in self.ties.get(node.id, ()) for name in tie.nodes if name in where}
                left += sorted(tied - found)
                found |= tied
        return found - {number}

    def _maybe(self, columns: Sequence[Column], factors: Sequence[Counter[int]]) -> Item:
        maybes = [node for node, _ in columns if isinstance(node, Maybe)]
        inner = self._node([(node.node, passes) for node, (_, passes) in zip(maybes, columns, strict=True)], factors, sure=False)
        options = []
        for there in (maybes[0].wanted, not maybes[0].wanted):
            base = self._cost(node.cost for node in maybes if node.wanted != there)
            notes = (("present", _places(columns), there),)
            options.append(sum_of([inner.node] if there else [], base=base, notes=notes))
        return attrs.evolve(inner, node=one_of(options))

    def _choose(self, columns: Sequence[Column], factors: Sequence[Counter[int]]) -> Item:
        choices = [node for node, _ in columns if isinstance(node, Choose)]
        if len({len(choice.options) for choice in choices}) > 1:
            raise ValueError(f"{' and '.join(choice.id for choice in choices)} are tied and do not have the same shape")
        items = [
            self._node([(option, passes) for option, (_, passes) in zip(options, columns, strict=True)], factors, sure=False)
            for options in zip(*(choice.options for choice in choices), strict=True)
        ]
        items, common = alike(items)
        entries, base = [], 0
        for number, item in enumerate(items):
            taken = self._cost(choice.costs[number] for choice in choices if number >= choice.ideal)
            left = self._cost(choice.costs[number] for choice in choices if number < choice.ideal)
            if item.node is None:
                base += left
            else:
                entries.append(Entry(item.node, number, taken, left))
        low, high = max(choice.low for choice in choices), min(choice.high for choice in choices)
        node = some_of(entries, low, high, base, (("choice", _places(columns)),))
        return Item(node, common, parts=sum(item.parts for item in items))

    def _repeat(self, columns: Sequence[Column], factors: Sequence[Counter[int]]) -> Item:
        repeats = [node for node, _ in columns if isinstance(node, Repeat)]
        low, high = max(repeat.low for repeat in repeats), self._most(repeats)
        options = []
        drawn: dict[tuple[str, int], Item] = {}
        for passes in range(low, high + 1):
            items = []
            for role, number in _roles(repeats[0], passes):
                if (role, number) not in drawn:
                    below = [(getattr(node, role), (*around, number)) for node, (_, around) in zip(repeats, columns, strict=True)]
                    drawn[role, number] = self._node(below, factors, sure=False)
                items.append(drawn[role, number])
            sealed = seal(items)
            base = self._cost(repeat.weight * (passes - repeat.ideal) ** 2 for repeat in repeats)
            notes = (("passes", _places(columns), passes),)
            options.append(attrs.evolve(sealed, node=sum_of([sealed.node], base=base, notes=notes)))
        options, common = alike(options)
        return Item(one_of(option.node for option in options), common, parts=sum(1 for repeat in repeats for _ in parts(repeat)))

    def _most(self, repeats: Sequence[Repeat]) -> int:
        highs = [repeat.high for repeat in repeats if repeat.high is not None]
        return min(highs) if highs else max(MOST_PASSES, *(max(repeat.low, repeat.ideal) for repeat in repeats))

    def _nested(self, items: list[Item]) -> list[Item]:
        """Put what a limit holds into a sum of its own, where that sum has nothing else and cuts through nothing."""
        for number in sorted(range(len(self.limits)), key=lambda number: self.sizes[number]):
            limit = self.limits[number]
            inside = [item for item in items if item.factors and item.factors[number]]
            if number in self.merged or not inside or sum(item.parts for item in inside) != self.sizes[number]:
                continue
            rests = [but(item.factors, number) for item in inside if item.factors]
            if any(item.factors is None or item.factors[number] != item.count for item in inside) or scaled(rests, inside):
                continue
            self.merged.add(number)
            self.limits[number] = attrs.evolve(limit, low=None, high=None)
            bare = [attrs.evolve(item, factors=None) for item in inside]
            node = sum_of([cell_of(item.node, item.count, ()) for item in bare], limit.low or 0, limit.high)
            whole = Item(node, unit(rests[0], inside[0]), parts=self.sizes[number])
            first = items.index(inside[0])
            kept = [(index, item) for index, item in enumerate(items) if index == first or item not in inside]
            items = [whole if index == first else item for index, item in kept]
        return items


def _places(columns: Sequence[Column]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple((node.id, passes) for node, passes in columns)


def _open(node: Given) -> bool:
    return isinstance(node, Group) and node.low == 0 and node.high is None


def _roles(repeat: Repeat, passes: int) -> Iterable[tuple[str, int]]:
    """Give the patterns of so many passes in order, each with the number of its pass."""
    for number in range(1, passes + 1):
        if number > 1 and repeat.between is not None:
            yield "between", number
        if passes == 1 and repeat.only is not None:
            yield "only", number
        elif number > 1 and number == passes and repeat.last is not None:
            yield "last", number
        else:
            yield "again" if number > 1 and repeat.again is not None else "first", number
