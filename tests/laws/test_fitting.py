"""Laws of the solver: sums are exact, bounds are kept, the cost is what it says, more room never costs more."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from strokekit.fitting.answer import Fitted, Unreachable
from strokekit.fitting.fit import fit
from strokekit.fitting.problem import Choose, Group, Limit, Maybe, Mode, Node, Part, Problem, Repeat
from tests.fitting.generated import below, made

PROBLEMS = st.integers(0, 10**9).map(made)
MANY = settings(max_examples=150)


@attrs.define
class Walk:
    """One walk through an answer that shares nothing with the solver: what it costs, and what is wrong with it."""

    fitted: Fitted
    cost: int = 0
    wrong: list[str] = attrs.field(factory=list)
    times: dict[str, dict[tuple[int, ...], int]] = attrs.field(factory=lambda: defaultdict(dict))

    def node(self, node: Node, passes: tuple[int, ...] = ()) -> int:
        """Give the time of a node at a place."""
        match node:
            case Part():
                total = self.part(node, passes)
            case Group():
                total = sum(self.node(child, passes) for child in node.children)
                if total < node.low or (node.high is not None and total > node.high):
                    self.wrong.append(f"{node.id}: {total}")
            case Maybe():
                there = self.fitted.present[node.id, passes]
                self.cost += node.cost * (there != node.wanted)
                total = self.node(node.node, passes) if there else 0
            case Choose():
                total = self.choice(node, passes)
            case _:
                total = self.loop(node, passes)
        self.times[node.id][passes] = total
        return total

    def part(self, part: Part, passes: tuple[int, ...]) -> int:
        """Give the time of a part."""
        time, count = self.fitted.times[part.id, passes], self.fitted.counts[part.id, passes]
        modes = [one for one in part.modes if one.count == count and one.low <= time and (one.high is None or time <= one.high)]
        if not modes:
            self.wrong.append(f"{part.id}: {time} in {count}")
            return time
        self.cost += min(mode.price(time) for mode in modes)
        return time

    def choice(self, choice: Choose, passes: tuple[int, ...]) -> int:
        """Give the time of what is taken."""
        taken = self.fitted.taken[choice.id, passes]
        if not choice.low <= len(set(taken)) == len(taken) <= choice.high:
            self.wrong.append(f"{choice.id}: {taken}")
        self.cost += sum(cost for number, cost in enumerate(choice.costs) if (number in taken) != (number < choice.ideal))
        return sum(self.node(choice.options[number], passes) for number in taken)

    def loop(self, loop: Repeat, passes: tuple[int, ...]) -> int:
        """Give the time of all passes."""
        count = self.fitted.passes[loop.id, passes]
        if count < loop.low or (loop.high is not None and count > loop.high):
            self.wrong.append(f"{loop.id}: {count}")
        self.cost += loop.weight * (count - loop.ideal) ** 2
        total = 0
        for number in range(1, count + 1):
            usual = loop.first if number == 1 else loop.again or loop.first
            if number == count:
                usual = (loop.only if count == 1 else loop.last if number > 1 else None) or usual
            both = [loop.between, usual] if number > 1 else [usual]
            total += sum(self.node(one, (*passes, number)) for one in both if one is not None)
        return total


def amount(limit: Limit, walk: Walk) -> int:
    """Give what a limit counts."""
    return sum(factor * sum(walk.times[name].values()) for name, factor in limit.terms)


@MANY
@given(PROBLEMS)
def test_an_answer_keeps_to_everything(given_problem: tuple[Problem, int]) -> None:
    """The sum is exact, every bound and limit is kept, tied nodes are equal, and the cost is the one that is said."""
    problem, target = given_problem
    found = fit(problem, target)
    assume(isinstance(found, Fitted))
    assert isinstance(found, Fitted)
    walk = Walk(found)

    assert (walk.node(problem.root), sum(found.times.values()), walk.cost, walk.wrong) == (target, target, found.cost, [])
    amounts = [(limit.low, amount(limit, walk), limit.high) for limit in problem.limits]
    assert [one for one in amounts if (one[0] is not None and one[1] < one[0]) or (one[2] is not None and one[1] > one[2])] == []
    nodes = {node.id: node for node in below(problem.root)}
    for tie in problem.ties:
        pairs = zip(*(below(nodes[name]) for name in tie.nodes), strict=True)
        assert [pair for pair in pairs if len({tuple(walk.times[one.id].items()) for one in pair}) > 1] == []


@MANY
@given(PROBLEMS)
def test_the_same_problem_has_the_same_answer(given_problem: tuple[Problem, int]) -> None:
    """Ties are always broken alike."""
    problem, target = given_problem

    assert fit(problem, target) == fit(problem, target)


@MANY
@given(PROBLEMS)
def test_more_room_never_costs_more(given_problem: tuple[Problem, int]) -> None:
    """With one part's range wider, an answer stays, and costs no more."""
    problem, target = given_problem
    before = fit(problem, target)
    assume(isinstance(before, Fitted))
    wide = widened(problem)
    after = fit(wide, target)

    assert isinstance(before, Fitted)
    assert isinstance(after, Fitted)
    assert after.cost <= before.cost


def widened(problem: Problem) -> Problem:
    """Make the ranges of the parts of a problem wider, those of one mode that no tie holds against another."""

    def wide(node: Node) -> Node:
        match node:
            case Part():
                modes = tuple(
                    attrs.evolve(one, low=max(one.low - 2, 0), high=None if one.high is None else one.high + 2)
                    for one in node.modes
                )
                return attrs.evolve(node, modes=modes)
            case Group():
                return attrs.evolve(node, children=tuple(wide(child) for child in node.children))
            case Maybe():
                return attrs.evolve(node, node=wide(node.node))
            case Choose():
                return attrs.evolve(node, options=tuple(wide(option) for option in node.options))
        patterns: dict[str, Any] = {
            name: wide(one) for name in ("first", "between", "again", "last", "only") if (one := getattr(node, name)) is not None
        }
        return attrs.evolve(node, **patterns)

    return attrs.evolve(problem, root=wide(problem.root))


PARTS = st.lists(
    st.builds(
        lambda low, ideal, high, weight: Mode(low=low, ideal=low + ideal, high=low + ideal + high, weight=weight),
        st.integers(0, 5_000),
        st.integers(0, 5_000),
        st.integers(0, 5_000),
        st.integers(1, 9),
    ),
    min_size=1,
    max_size=12,
)


def plain(modes: list[Mode]) -> Problem:
    """Make a problem of parts after each other."""
    return Problem(root=Group(id="all", children=tuple(Part(id=f"p{n}", modes=(mode,)) for n, mode in enumerate(modes))))


@MANY
@given(PARTS)
def test_the_ideal_total_gives_the_ideals(modes: list[Mode]) -> None:
    """Nothing moves without need."""
    found = fit(plain(modes), sum(mode.ideal for mode in modes))

    assert isinstance(found, Fitted)
    assert (found.cost, [found.times[f"p{n}", ()] for n in range(len(modes))]) == (0, [mode.ideal for mode in modes])


@MANY
@given(PARTS, st.integers(0, 1_000), st.integers(1, 5_000))
def test_parts_grow_with_the_target(modes: list[Mode], permille: int, more: int) -> None:
    """With nothing to choose, no part becomes shorter when more time is asked for."""
    low, high = sum(mode.low for mode in modes), sum(mode.high or 0 for mode in modes)
    target = low + (high - low) * permille // 1_000
    first, second = fit(plain(modes), target), fit(plain(modes), min(target + more, high))

    assert isinstance(first, Fitted)
    assert isinstance(second, Fitted)
    assert [place for place, time in first.times.items() if second.times[place] < time] == []


@MANY
@given(PARTS, st.integers(1, 9_000))
def test_what_is_out_of_range_names_the_end(modes: list[Mode], beyond: int) -> None:
    """Below the least and above the most, the nearest total is the end, and the parts stand in the way."""
    low, high = sum(mode.low for mode in modes), sum(mode.high or 0 for mode in modes)
    above, under = fit(plain(modes), high + beyond), fit(plain(modes), low - beyond) if beyond <= low else None

    assert isinstance(above, Unreachable)
    assert (above.low, above.high, above.below, above.above, above.blocking, above.proved) == (low, high, high, None, (), True)
    assert under is None or (
        isinstance(under, Unreachable) and (under.below, under.above, under.low, under.high) == (None, low, low, high)
    )
