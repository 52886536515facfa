"""Times the solver of the fit: `python -m tests.benchmarks.fits`. Ratios to CP-SAT with one thread, and growth with the parts.

It prints, and judges nothing. CP-SAT gets the same problems; making its model counts, and it is stopped after `PATIENCE` seconds.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from functools import partial
from random import Random
from time import perf_counter

from ortools.sat.python import cp_model

from strokekit.fitting import Fitted, Group, Limit, Maybe, Mode, Part, Problem, fit
from tests.benchmarks.side_by_side import interleaved
from tests.fitting.reference import modelled

PATIENCE = 5
SIZES = (100, 1_000, 10_000, 100_000)
PERCENTS = (85, 92, 96, 104, 108)
GROWN = (92, 104)


def routine(steps: int, *, counts: bool = False, optional: int = 0, limits: int = 0, unit: int = 1_000) -> tuple[Problem, int]:
    """Make steps of 10 s to 4 min, a second being `unit`, in six sections, three with budgets; give the ideal total too."""
    chance = Random(steps)  # noqa: S311 - chance for a benchmark
    nodes: list[Part | Maybe] = []
    ideals = []
    for number in range(steps):
        ideal = chance.randrange(10, 240) * unit
        weight = 10**9 // ideal
        modes: tuple[Mode, ...] = (
            Mode(low=ideal * 7 // 10, ideal=ideal, high=ideal * chance.randrange(110, 160) // 100, weight=weight),
        )
        if counts and number % 2:
            pace, best = chance.randrange(2 * unit, 7 * unit), chance.randrange(3, 9)
            ideal, weight = pace * best, 10**9 // (pace * best)
            modes = tuple(counted(count, best, pace, weight) for count in range(best - 2, best + 3))
        part = Part(id=f"part{number}", modes=modes)
        worth = weight * ideal**2 * chance.choice((1, 2, 4)) // 2
        nodes.append(
            Maybe(id=f"maybe{number}", node=part, cost=worth) if optional and number % (steps // optional) == 0 else part
        )
        ideals.append(ideal)
    size = -(-steps // 6)
    sections = []
    for number in range(6):
        inside, time = tuple(nodes[number * size : (number + 1) * size]), sum(ideals[number * size : (number + 1) * size])
        bounds = (time * 9 // 10, time * 11 // 10) if number % 2 else (0, None)
        sections.append(Group(id=f"section{number}", children=inside, low=bounds[0], high=bounds[1]))
    caps = []
    for number in range(limits):
        some = chance.sample(range(steps), steps // 5)
        most = sum(ideals[index] for index in some) * 97 // 100
        caps.append(Limit(id=f"cap{number}", terms=tuple((nodes[index].id, 1) for index in some), high=most))
    return Problem(root=Group(id="all", children=tuple(sections)), limits=tuple(caps)), sum(ideals)


def counted(count: int, best: int, pace: int, weight: int) -> Mode:
    """Make so many repeats, a tenth quicker or slower."""
    time = count * pace
    off = weight * (time - best * pace) ** 2
    return Mode(count=count, low=time * 9 // 10, ideal=time, high=time * 11 // 10, weight=weight, cost=off)


def asked(solver: cp_model.CpSolver, problem: Problem, target: int) -> object:
    """Make the model and solve it."""
    return solver.solve(modelled(problem, target).model)


def against_cp_sat(name: str, problem: Problem, ideal: int) -> None:
    """Print how both do on one problem with five targets."""
    for percent in PERCENTS:
        target, solver = ideal * percent // 100, cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.max_time_in_seconds = 1, PATIENCE
        things: dict[str, Callable[[], object]] = {
            "ours": partial(fit, problem, target),
            "CP-SAT": partial(asked, solver, problem, target),
        }
        taken = interleaved(things, 1)
        ours = fit(problem, target)
        said = f"{ours.cost} {'proved' if ours.proved else f'gap {ours.gap}'}" if isinstance(ours, Fitted) else "none"
        theirs = f"{round(solver.objective_value)}, at least {round(solver.best_objective_bound)}"
        print(
            f"  {name} {percent} %: {taken['CP-SAT'] / taken['ours']:9.1f} x  ours {taken['ours'] * 1e3:.1f} ms, {said}; {theirs}"
        )


def growth() -> None:
    """Print the time of a part as parts grow in number: the median of rounds in turns, each over all targets."""
    made = {size: routine(size) for size in SIZES}
    taken: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(3):
        for size, (problem, ideal) in made.items():
            again = max(1, 1_000 // size)
            start = perf_counter()
            for _ in range(again):
                for percent in GROWN:
                    assert isinstance(fit(problem, ideal * percent // 100), Fitted)
            taken[size].append((perf_counter() - start) / again / len(GROWN) / size)
    medians = {size: statistics.median(times) for size, times in taken.items()}
    for size, seconds in medians.items():
        print(f"  {size:>7} parts: {seconds * 1e6:6.1f} us a part   {seconds / medians[SIZES[0]]:5.2f} x")


def budget() -> None:
    """Print what comes out of 300 parts, 40 of them optional, within the usual budget."""
    for counts in (False, True):
        problem, ideal = routine(300, counts=counts, optional=40)
        for percent in PERCENTS:
            start = perf_counter()
            found = fit(problem, ideal * percent // 100)
            assert isinstance(found, Fitted)
            share = 0 if found.proved else found.gap / found.cost
            print(
                f"  counts {counts}, {percent} %: gap {share:.1e} of the cost, {found.work} work, {perf_counter() - start:.2f} s"
            )


if __name__ == "__main__":
    print("300 parts, 40 optional:")
    budget()
    print("growth:")
    growth()
    print("against CP-SAT, 60 parts:")
    against_cp_sat("elastic, whole seconds", *routine(60, unit=1))
    against_cp_sat("elastic", *routine(60))
    against_cp_sat("two caps", *routine(60, limits=2))
    against_cp_sat("ten optional", *routine(60, optional=10))
    against_cp_sat("counts", *routine(60, counts=True))
