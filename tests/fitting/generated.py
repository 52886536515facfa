"""Small random problems that use everything a problem can say, the same for the same number."""

from __future__ import annotations

from random import Random
from typing import Any

import attrs

from strokekit.fitting.problem import Choose, Group, Limit, Maybe, Mode, Node, Part, Problem, Repeat, Tie


@attrs.define
class Maker:
    """Makes one problem after the other from one source of chance."""

    chance: Random
    names: int = 0
    ties: list[Tie] = attrs.field(factory=list)

    def problem(self) -> tuple[Problem, int]:
        """Make a problem and a target that is often within reach."""
        self.names, self.ties = 0, []
        children = [self.node(2) for _ in range(self.chance.randint(1, 4))]
        if self.chance.random() < 0.3:
            children += self.sides(apart=False)
        if self.chance.random() < 0.15:
            children += [self.group((one,)) for one in self.sides(apart=True)]
        self.chance.shuffle(children)
        root = Group(id="root", children=tuple(children))
        limits = tuple(self.limit(f"limit{number}", root) for number in range(self.chance.choice((0, 0, 1, 1, 2))))
        spans = [span(child) for child in children]
        least, most = sum(low for low, _ in spans), sum(high for _, high in spans)
        target = self.chance.randint(max(0, least - 2), most + 2)
        return Problem(root=root, ties=tuple(self.ties), limits=limits), target

    def name(self, kind: str) -> str:
        """Make a new id."""
        self.names += 1
        return f"{kind}{self.names}"

    def node(self, depth: int) -> Node:
        """Make a node of any kind."""
        kind = self.chance.choice(("part", "part", "modes", "group", "group", "maybe", "repeat", "choose")) if depth else "part"
        match kind:
            case "group":
                return self.group(tuple(self.node(depth - 1) for _ in range(self.chance.randint(0, 3))))
            case "maybe":
                return Maybe(
                    id=self.name("maybe"),
                    node=self.node(depth - 1),
                    cost=self.chance.randint(0, 60),
                    wanted=self.chance.random() < 0.7,
                )
            case "repeat":
                return self.repeat(depth)
            case "choose":
                return self.choose(depth)
            case "modes":
                return self.counted()
        return Part(id=self.name("part"), modes=(self.mode(1),))

    def mode(self, count: int, cost: int = 0) -> Mode:
        """Make a mode of a few ms, now and then one that nothing ends or that has no play."""
        low = self.chance.randint(0, 8)
        high = low + self.chance.choice((0, 2, 4, 8))
        ideal = self.chance.randint(max(0, low - 1), high + 1)
        ends = None if self.chance.random() < 0.1 else high
        return Mode(low=low, ideal=ideal, high=ends, weight=self.chance.randint(0, 6), count=count, cost=cost)

    def counted(self) -> Part:
        """Make a part with integer repeats and gaps between their times."""
        pace, play, best = self.chance.randint(2, 5), self.chance.randint(0, 2), self.chance.randint(1, 4)
        weight = self.chance.randint(1, 6)
        modes = [
            Mode(
                low=max(0, count * pace - play),
                ideal=count * pace,
                high=count * pace + play,
                weight=weight,
                count=count,
                cost=weight * (count - best) ** 2 * self.chance.randint(0, 3),
            )
            for count in range(1, self.chance.randint(2, 5))
        ]
        return Part(id=self.name("counted"), modes=tuple(modes))

    def group(self, children: tuple[Node, ...]) -> Group:
        """Make a group, often with bounds."""
        spans = [span(child) for child in children]
        least, most = sum(low for low, _ in spans), sum(high for _, high in spans)
        low = self.chance.randint(0, (least + most) // 2) if self.chance.random() < 0.4 else 0
        high = self.chance.randint(max(low, (least + most) // 2), most + 2) if self.chance.random() < 0.4 else None
        if high is not None and high < low:
            high = low
        return Group(id=self.name("group"), children=children, low=low, high=high)

    def repeat(self, depth: int) -> Repeat:
        """Make a repeat of up to three passes with some of the special ones."""
        low = self.chance.randint(0, 2)
        high = low + self.chance.randint(0, 3 - low)

        def some() -> Node | None:
            return self.node(depth - 2 if depth > 1 else 0) if self.chance.random() < 0.3 else None

        return Repeat(
            id=self.name("repeat"),
            first=self.node(depth - 1),
            low=low,
            ideal=self.chance.randint(low, high),
            high=high,
            weight=self.chance.randint(0, 20),
            between=some(),
            again=some(),
            last=some(),
            only=some(),
        )

    def choose(self, depth: int) -> Choose:
        """Make a choice of up to three options."""
        options = tuple(self.node(depth - 1) for _ in range(self.chance.randint(1, 3)))
        low = self.chance.randint(0, len(options))
        high = self.chance.randint(low, len(options))
        costs = tuple(self.chance.randint(0, 40) for _ in options)
        return Choose(
            id=self.name("choose"), options=options, costs=costs, low=low, ideal=self.chance.randint(low, high), high=high
        )

    def sides(self, *, apart: bool) -> list[Node]:
        """Make two tied nodes of the same shape, the second with other numbers in some places."""
        left = Part(id=self.name("side"), modes=(self.mode(1),)) if apart else self.node(2)
        right = mirrored(left, self.chance)
        self.ties.append(Tie(id=f"{'apart' if apart else 'tie'}{self.names}", nodes=(left.id, right.id)))
        return [left, right]

    def limit(self, name: str, root: Node) -> Limit:
        """Make a limit over some nodes, with factors now and then."""
        ids = [node.id for node in below(root)]
        chosen = self.chance.sample(ids, min(len(ids), self.chance.randint(1, 3)))
        plain = self.chance.random() < 0.7
        terms = tuple((one, 1 if plain else self.chance.choice((-2, -1, 1, 3))) for one in chosen)
        low = self.chance.randint(-5, 12) if self.chance.random() < 0.5 else None
        high = (low or 0) + self.chance.randint(0, 20) if low is None or self.chance.random() < 0.5 else None
        return Limit(id=name, terms=terms, low=low, high=high)


def made(number: int) -> tuple[Problem, int]:
    """Give the problem with this number, and its target."""
    return Maker(Random(number)).problem()  # noqa: S311 - chance for tests


def span(node: Node) -> tuple[int, int]:
    """Estimate between what a node's time lies; bounds of groups are not looked at."""
    match node:
        case Part():
            return min(mode.low for mode in node.modes), max(
                mode.low + 9 if mode.high is None else mode.high for mode in node.modes
            )
        case Group():
            spans = [span(child) for child in node.children]
            return sum(low for low, _ in spans), sum(high for _, high in spans)
        case Maybe():
            return 0, span(node.node)[1]
        case Repeat():
            return node.low * span(node.first)[0], (node.high or 3) * span(node.first)[1]
        case Choose():
            spans = [span(option) for option in node.options]
            return sum(sorted(low for low, _ in spans)[: node.low]), sum(
                sorted((high for _, high in spans), reverse=True)[: node.high]
            )


def below(node: Node) -> list[Node]:
    """Give a node and all below it."""
    match node:
        case Group():
            inner: tuple[Node | None, ...] = node.children
        case Maybe():
            inner = (node.node,)
        case Choose():
            inner = node.options
        case Repeat():
            inner = (node.first, node.between, node.again, node.last, node.only)
        case _:
            inner = ()
    return [node, *(one for child in inner if child is not None for one in below(child))]


def mirrored(node: Node, chance: Random) -> Node:
    """Copy a node under other ids, now and then with another ideal or cost."""
    name = f"{node.id}r"
    match node:
        case Part():
            modes = tuple(attrs.evolve(mode, ideal=mode.ideal + chance.choice((0, 0, 1))) for mode in node.modes)
            return Part(id=name, modes=modes)
        case Group():
            return attrs.evolve(node, id=name, children=tuple(mirrored(child, chance) for child in node.children))
        case Maybe():
            return attrs.evolve(node, id=name, node=mirrored(node.node, chance), cost=node.cost + chance.randint(0, 3))
        case Choose():
            return attrs.evolve(node, id=name, options=tuple(mirrored(option, chance) for option in node.options))
        case Repeat():
            patterns: dict[str, Any] = {
                role: mirrored(pattern, chance)
                for role in ("first", "between", "again", "last", "only")
                if (pattern := getattr(node, role)) is not None
            }
            return attrs.evolve(node, id=name, **patterns)
