"""A plan as a problem of the solver: every node that can take time, with the bounds that its author and the catalogue set.

The ids of the problem are names of the plan's nodes, with a sign behind them for what the plan does not name:

| sign | what it is |
|---|---|
| `N?` | whether the node is done |
| `N+` | the node with the rest after it |
| `N+rest` | the rest after it |
| `N*` | its passes |
| `N*first`, `N*again`, … | one pass |
| `N*between` | what stands between two passes |
| `N+pause` | the pause between two passes |
| `N+own` | of a side: what is done on it, without the way there |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import attrs

from strokekit.booking.costs import leaving_out, passing
from strokekit.booking.modes import Ideal, modes_of, plain
from strokekit.booking.shapes import alike
from strokekit.booking.shares import portion_of, sharing
from strokekit.fitting.problem import Choose, Group, Limit, Maybe, Node, Part, Repeat, Tie
from strokekit.model.elastic import ZERO, Elastic
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import PlanBlock, PlanCheckpoint, PlanChoice, PlanNode, PlanStep, children, walk
from strokekit.timing.amounts import Bounds
from strokekit.timing.loops import amount_of, is_bundle
from strokekit.timing.measure import Measure, looped, yields

AnyGroup = TypeVar("AnyGroup", PlanBlock, PlanChoice)
HOST = "+host"
OPEN_PASSES = 1
"""How often at least a block is done that a sign ends."""


def base(node: PlanNode) -> str:
    """Give the name of a node as ids begin with it; a block that bears the name of a step in it is told from that."""
    borrowed = isinstance(node, PlanBlock) and (node.host or is_bundle(node))
    return f"{node.name}{HOST}" if borrowed else node.name


@attrs.frozen(kw_only=True)
class Around:
    """What a node stands in."""

    locked: frozenset[str] = frozenset()
    yielding: bool = False
    """True where estimates give way to a time that somebody states."""
    whole: str | None = None
    """The id of what shares are shares of, where its own time is open."""
    depth: int = 0
    """How many of these lie around each other."""


@attrs.define(kw_only=True)
class Poser:
    """Makes the nodes of the problem, and collects what ties and limits them."""

    measure: Measure
    ideals: Mapping[str, int]
    """Name of a node, or of its rest with `+rest` → its ms if nobody asked for a total."""
    wishes: Mapping[int, int]
    """Identity of a step → how much of its ideal is wanted, in hundredths."""
    counted: frozenset[int]
    """Identities of the steps whose repetitions stay as they are."""
    target: int
    fixed: Mapping[str, int] = FrozenMap()
    """Name of a node whose time is open, and that has shares in it → the ms that it is held at."""
    exactly: bool = False
    """Hold shares of what is open against it, instead of noting it as `open`."""
    open: dict[str, int] = attrs.field(factory=dict)
    """Name of each node whose time is open, and that has shares in it → how many of these lie around it."""
    _tied: dict[str, list[Any]] = attrs.field(factory=dict)
    limits: list[Limit] = attrs.field(factory=list)
    asked: dict[str, PlanNode] = attrs.field(factory=dict)
    """Id in the problem → the node of the plan that it stands for."""
    own: dict[str, Group] = attrs.field(factory=dict)
    """Name of a side → what is done on it."""
    tops: dict[str, str] = attrs.field(factory=dict)
    """Name of a node → the id of all that it takes, its rest included."""

    def nodes(self, nodes: Iterable[PlanNode], around: Around) -> tuple[Node, ...]:
        """Pose nodes in order; what takes no time and what is not done is left out."""
        return tuple(made for node in nodes if (made := self.node(node, around)) is not None)

    def node(self, node: PlanNode, around: Around) -> Node | None:
        """Pose a node with the rest after it; a node that the fit may leave out, as one that may be absent."""
        if isinstance(node, PlanCheckpoint) or (node.open and node.open != "optional" and not node.node.expect):
            return None
        locked = around.locked | frozenset(node.node.locked)
        fixed = "steps" in locked
        if node.open == "optional" and fixed and not node.node.expect:
            return None
        inside = attrs.evolve(around, locked=locked)
        made = self._rested(node, self.work(node, inside), inside)
        if node.open == "optional" and not fixed:
            cost = leaving_out(self.ideal(base(node), self.measure.done(node)), node.node.priority)
            made = Maybe(id=f"{base(node)}?", node=made, cost=cost, wanted=bool(node.node.expect))
        self.tops[base(node)] = self._named(made, node)
        return made

    def ideal(self, name: str, elastic: Elastic) -> int:
        """Give what something takes if nobody asks for a total."""
        found = self.ideals.get(name.removesuffix(HOST), elastic.ideal)
        return elastic.min if found is None else found

    def work(self, node: PlanNode, around: Around) -> Node:
        """Pose a node without the rest after it."""
        match node:
            case PlanStep():
                return self._step(node, around)
            case PlanChoice():
                return self._bounded(node, self._choice, around)
            case PlanBlock() if node.every is None:
                return self._bounded(node, self._loop, around)
        return self._plain(node, self.measure.work(node), around)

    def _named(self, made: Node, node: PlanNode) -> str:
        self.asked[made.id] = node
        return made.id

    def _rested(self, node: PlanNode, work: Node, around: Around) -> Node:
        rest = self.measure.rest(node)
        self.asked.setdefault(work.id, node)
        if rest is ZERO or not (rest.ideal or rest.max):
            return work
        part = self._stiff(f"{base(node)}+rest", rest, around)
        self.asked[part.id] = node
        return Group(id=f"{base(node)}+", children=(work, part))

    def _stiff(self, name: str, elastic: Elastic, around: Around) -> Part:
        ideal = Ideal(ms=self.ideal(name, elastic), stiff=True)
        return Part(id=name, modes=plain(elastic, ideal, fixed="dose" in around.locked))

    def _plain(self, node: PlanNode, elastic: Elastic, around: Around) -> Part:
        """Pose what is one stretch of time for the fit: words, and blocks that are interrupted after so much time."""
        ideal = Ideal(ms=self.ideal(base(node), elastic), priority=node.node.priority)
        yielding = around.yielding and not elastic.certain
        fixed, floor = "dose" in around.locked, self._floor(node)
        return Part(id=base(node), modes=plain(elastic, ideal, fixed=fixed, yielding=yielding, floor=floor))

    def _floor(self, node: PlanNode) -> int:
        """Give what is stated inside of a block that is interrupted: a smaller time of the block would leave no room for it."""
        if not isinstance(node, PlanBlock):
            return 0
        inner = self.measure.loop(node)
        return min(self._played(node), inner.stated + inner.sourced)

    def _played(self, node: PlanNode) -> int:
        """Give what a node takes at least when all that is expected in it is done."""
        if node.open and not node.node.expect:
            return 0
        if not isinstance(node, PlanBlock) or self.measure.limits(node) is not None:
            return self.measure.done(node).min
        parts = {id(child): Elastic(min=self._played(child), ideal=None, max=None) for child in children(node)}
        own = looped(node, parts, self.measure.pause(node), self.measure.passes(node))
        return own.min + self.measure.rest(node).min

    def _step(self, step: PlanStep, around: Around) -> Part:
        work = self.measure.work(step)
        ideal = Ideal(
            ms=self.ideal(base(step), work),
            wish=self.wishes.get(id(step), 100),
            priority=step.node.priority,
            stiff=step.inserted or not step.hands_on,
        )
        fixed, yielding = "dose" in around.locked, around.yielding and not work.certain
        if self.measure.budgets.standing(step).takes_rest and not work.certain:
            yielding = True
        modes = modes_of(
            step, self.measure, ideal, most=self.target, fixed=fixed, yielding=yielding, counted=id(step) in self.counted
        )
        self._share(step, around)
        return Part(id=base(step), modes=modes)

    def _bounded(self, node: AnyGroup, make: Callable[[AnyGroup, str, Around], Node], around: Around) -> Node:
        """Put the time that is stated for a block or a choice around what it holds."""
        limits = self.measure.limits(node)
        if limits is None:
            return make(node, base(node), around)
        self._share(node, around)
        low, high = self._ends(node, limits, around)
        yielding = around.yielding or yields(self.measure.loop(node), limits)
        held = low == high and base(node) not in self.fixed
        inside = attrs.evolve(around, yielding=yielding, whole=None if held else base(node), depth=around.depth + 1)
        made = make(node, f"{base(node)}+in", inside)
        return Group(id=base(node), children=(made,), low=low, high=high)

    def _ends(self, node: PlanBlock | PlanChoice, limits: Bounds, around: Around) -> tuple[int, int | None]:
        if base(node) in self.fixed:
            return self.fixed[base(node)], self.fixed[base(node)]
        if "dose" in around.locked:
            ms = self.ideal(base(node), self.measure.work(node))
            return ms, ms
        return limits.min, limits.max

    def _share(self, node: PlanNode, around: Around) -> None:
        """Hold a share of something whose own time is open."""
        written, whole = amount_of(node, "share"), around.whole
        if written is None or whole is None:
            return
        percent = self.measure.amounts.percent(written)
        if whole in self.fixed:
            self.limits.append(portion_of(base(node), self.fixed[whole], percent))
        elif self.exactly:
            self.limits += sharing(base(node), whole, percent)
        else:
            self.open[whole] = around.depth

    def _choice(self, choice: PlanChoice, name: str, around: Around) -> Node:
        least, usual, most = self.measure.taken(choice)
        if choice.by != "therapist" or "steps" in around.locked:
            least = most = usual
        options = choice.options[: usual if least == usual == most and choice.by != "therapist" else None]
        posed = [(option, made) for option in options if (made := self.node(option, around)) is not None]
        costs = tuple(leaving_out(self.ideal(base(option), self.measure.done(option)), "high") for option, _ in posed)
        there = len(posed)
        low, ideal, high = min(least, there), min(usual, there), min(most, there)
        return Choose(id=f"{name}*", options=tuple(made for _, made in posed), costs=costs, low=low, ideal=ideal, high=high)

    def _loop(self, block: PlanBlock, name: str, around: Around) -> Node:
        bounds = self.measure.passes(block)
        usual = bounds.ideal or 1
        low, high = min(max(bounds.min, 1), usual), bounds.max if bounds.max is None else max(bounds.max, usual)
        if block.until is not None and not around.yielding:
            low = OPEN_PASSES
        if "dose" in around.locked or block.repeat is None or any(id(node) in self.counted for node in walk(block)):
            low = high = usual
        if high == 1:
            only = block.first if block.only is None else block.only
            return Group(id=name, children=self._pass(block, only, around))
        return self._repeat(block, name, around, (low, usual, high))

    def _repeat(self, block: PlanBlock, name: str, around: Around, passes: tuple[int, int, int | None]) -> Node:
        low, usual, high = passes
        patterns = {
            kind: Group(id=f"{name}*{kind}", children=self._pass(block, nodes, around))
            for kind in ("first", "again", "last", "only")
            if (nodes := getattr(block, kind)) is not None
        }
        one = sum(self.ideal(base(node), self.measure.done(node)) for node in (block.again or block.first))
        whole = max(one * usual, 1)
        return Repeat(
            id=f"{name}*",
            first=patterns["first"],
            again=patterns.get("again"),
            last=patterns.get("last"),
            only=patterns.get("only"),
            between=self._between(block, name, around),
            low=low,
            ideal=usual,
            high=high,
            weight=passing(whole, one, block.node.priority),
        )

    def _between(self, block: PlanBlock, name: str, around: Around) -> Node | None:
        pause = self.measure.pause(block)
        parts = [self._stiff(f"{base(block)}+pause", pause, around)] if pause.ideal or pause.max else []
        found = (*parts, *self.nodes(block.between, around))
        return Group(id=f"{name}*between", children=found) if found else None

    def _pass(self, block: PlanBlock, nodes: tuple[PlanNode, ...], around: Around) -> tuple[Node, ...]:
        """Pose one pass; of a side the way there stands apart from what is done on it. The sides in it are tied."""
        if block.side is None or block.member is not None:
            made = self.nodes(nodes, around)
        else:
            led = [node for node in nodes if isinstance(node, PlanStep) and node.inserted]
            own = Group(id=f"{base(block)}+own", children=self.nodes((one for one in nodes if one not in led), around))
            self.own[base(block)] = own
            made = (*self.nodes(led, around), own)
        self._tie(block, nodes)
        return made

    def _tie(self, block: PlanBlock, nodes: tuple[PlanNode, ...]) -> None:
        """Tie the sides in a pass, where both hold the same: equal times on both, part by part."""
        sides = [self.own[base(node)] for node in nodes if isinstance(node, PlanBlock) and node.side and base(node) in self.own]
        name = f"{base(block)}+sides"
        if len(sides) < 2:  # noqa: PLR2004 - two sides
            return
        self.asked[name] = block
        found = self._tied.setdefault(name, [True, tuple(side.id for side in sides)])
        found[0] = found[0] and all(alike(sides[0], side) for side in sides[1:])

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What is tied: sides that hold the same in every pass."""
        return tuple(Tie(id=name, nodes=nodes) for name, (same, nodes) in self._tied.items() if same)
