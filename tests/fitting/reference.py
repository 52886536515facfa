"""The same question put to another solver: CP-SAT of ortools, with a model that shares nothing with ours."""

from __future__ import annotations

from typing import Any

import attrs
from ortools.sat.python import cp_model

from strokekit.fitting.problem import Choose, Group, Maybe, Node, Part, Problem, Repeat
from tests.fitting.generated import below

MOST = 400
"""The end of open times: far more than any target."""


@attrs.define
class Model:
    """A model with everything that was said of the places in it."""

    model: cp_model.CpModel = attrs.field(factory=cp_model.CpModel)
    costs: list[Any] = attrs.field(factory=list)
    said: dict[tuple[str, str, tuple[int, ...]], dict[int, Any]] = attrs.field(factory=dict)
    """What, id, passes → variables by number."""
    most: int = MOST

    def node(self, node: Node, passes: tuple[int, ...], there: Any) -> Any:
        """Add a node that is there when `there` is 1; give its time."""
        match node:
            case Part():
                total = self.part(node, passes, there)
            case Group():
                total = sum(self.node(child, passes, there) for child in node.children) + 0
                self.model.add(total >= node.low * there)
                if node.high is not None:
                    self.model.add(total <= node.high * there)
            case Maybe():
                present = self.flag(there)
                self.said["present", node.id, passes] = {1: present}
                self.costs.append(node.cost * (there - present if node.wanted else present))
                total = self.node(node.node, passes, present)
            case Choose():
                total = self.choose(node, passes, there)
            case _:
                total = self.repeat(node, passes, there)
        self.said["time", node.id, passes] = {0: total}
        return total

    def flag(self, there: Any) -> Any:
        """Add a yes or no that can be yes only where `there` is."""
        flag = self.model.new_bool_var("")
        self.model.add(flag <= there)
        return flag

    def part(self, node: Part, passes: tuple[int, ...], there: Any) -> Any:
        """Add a part: one of its modes, and its time."""
        flags, times = {}, []
        for mode in node.modes:
            high = self.most if mode.high is None else mode.high
            flag = flags[mode.count] = self.flag(there)
            time = self.model.new_int_var(0, high, "")
            self.model.add(time >= mode.low * flag)
            self.model.add(time <= high * flag)
            times.append(time)
            self.costs.append(mode.cost * flag)
            if mode.weight:
                off = self.model.new_int_var(-mode.ideal, high, "")
                self.model.add(off == time - mode.ideal * flag)
                square = self.model.new_int_var(0, max(mode.ideal, high) ** 2, "")
                self.model.add_multiplication_equality(square, [off, off])
                self.costs.append(mode.weight * square)
        self.model.add(sum(flags.values()) == there)
        self.said["mode", node.id, passes] = flags
        return sum(times)

    def choose(self, node: Choose, passes: tuple[int, ...], there: Any) -> Any:
        """Add a choice."""
        flags = {number: self.flag(there) for number in range(len(node.options))}
        self.said["taken", node.id, passes] = flags
        self.model.add(sum(flags.values()) >= node.low * there)
        self.model.add(sum(flags.values()) <= node.high * there)
        for number, flag in flags.items():
            self.costs.append(node.costs[number] * (there - flag if number < node.ideal else flag))
        return sum(self.node(option, passes, flags[number]) for number, option in enumerate(node.options)) + 0

    def repeat(self, node: Repeat, passes: tuple[int, ...], there: Any) -> Any:
        """Add a repeat: how many passes, and each pass with all that it could be."""
        assert node.high is not None
        flags = {number: self.flag(there) for number in range(node.low, node.high + 1)}
        self.said["passes", node.id, passes] = flags
        self.model.add(sum(flags.values()) == there)
        self.costs += [node.weight * (number - node.ideal) ** 2 * flag for number, flag in flags.items()]
        total: Any = 0
        for number in range(1, node.high + 1):
            for pattern, when in self.patterns(node, number, flags):
                total = total + self.node(pattern, (*passes, number), when)
        return total

    def patterns(self, node: Repeat, number: int, flags: dict[int, Any]) -> list[tuple[Node, Any]]:
        """Give what a pass may be with when it is that."""
        more = sum(flag for count, flag in flags.items() if count > number) + 0
        here = flags.get(number, 0)
        if number == 1:
            only = node.only
            return [(node.first, more), (only, here)] if only is not None else [(node.first, more + here)]
        usual = node.again if node.again is not None else node.first
        found = [(node.between, more + here)] if node.between is not None else []
        return [*found, (usual, more), (node.last, here)] if node.last is not None else [*found, (usual, more + here)]


def modelled(problem: Problem, target: int, most: int = MOST) -> Model:
    """Put a problem into a model, with the target."""
    model = Model(most=most)
    total = model.node(problem.root, (), 1)
    model.model.add(total == target)
    nodes = {node.id: node for node in below(problem.root)}
    for tie in problem.ties:
        for other in tie.nodes[1:]:
            for left, right in zip(below(nodes[tie.nodes[0]]), below(nodes[other]), strict=True):
                _tie(model, left.id, right.id, only_times=tie.id.startswith("apart"))
    for limit in problem.limits:
        amount = sum(
            factor * variables[0]
            for name, factor in limit.terms
            for (what, where, _), variables in model.said.items()
            if what == "time" and where == name
        )
        model.model.add(amount + 0 >= (-(10**9) if limit.low is None else limit.low))
        model.model.add(amount + 0 <= (10**9 if limit.high is None else limit.high))
    model.model.minimize(sum(model.costs) + 0)
    return model


def _tie(model: Model, left: str, right: str, *, only_times: bool) -> None:
    for (what, name, passes), variables in list(model.said.items()):
        if name == left and (what == "time" or not only_times):
            others = model.said[what, right, passes]
            for number, variable in variables.items():
                model.model.add(variable == others[number])


def answer(problem: Problem, target: int) -> int | None:
    """Give the least cost; None where the target can't be had."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(modelled(problem, target).model)
    if status == cp_model.INFEASIBLE:
        return None
    assert status == cp_model.OPTIMAL
    return round(solver.objective_value)
