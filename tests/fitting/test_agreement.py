"""A thousand small problems that use everything a problem can say, answered by our solver and by CP-SAT."""

from __future__ import annotations

from collections import Counter

import pytest

from strokekit.fitting.answer import Fitted, Unreachable
from strokekit.fitting.fit import fit
from strokekit.fitting.problem import Choose, Group, Maybe, Part, Problem, Repeat
from tests.fitting.generated import below, made
from tests.fitting.reference import answer

BATCH, BATCHES = 100, 10


@pytest.mark.parametrize("batch", range(BATCHES))
def test_both_solvers_agree(batch: int) -> None:
    """Both find an answer or both find none; ours is proved, and costs the same."""
    differ = []
    for number in range(batch * BATCH, (batch + 1) * BATCH):
        problem, target = made(number)
        ours, theirs = fit(problem, target), answer(problem, target)
        same = (ours.proved, ours.cost) == (True, theirs) if isinstance(ours, Fitted) else (ours.proved, theirs) == (True, None)
        if not same:
            differ.append((number, ours, theirs))

    assert differ == []


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_nearest_totals_are_the_nearest(batch: int) -> None:
    """Where a target can't be had, CP-SAT reaches the named totals next to it and none between them."""
    wrong = []
    for number in range(batch * BATCH, (batch + 1) * BATCH, 4):
        problem, target = made(number)
        found = fit(problem, target)
        if isinstance(found, Unreachable):
            near = range(max(target - 6, 0), target + 7)
            there = [total for total in near if answer(problem, total) is not None]
            below_it, above_it = [total for total in there if total < target], [total for total in there if total > target]
            named = [end for end in (found.below, found.above) if end is not None and end in near]
            if named != [*below_it[-1:], *above_it[:1]]:
                wrong.append((number, target, found, there))

    assert wrong == []


def used(problem: Problem) -> set[str]:
    """Name what a problem uses."""
    found = {"tie"} if problem.ties else set()
    found |= {f"limit {'low' * (limit.low is not None)}{'high' * (limit.high is not None)}" for limit in problem.limits}
    for node in below(problem.root):
        match node:
            case Part():
                found |= {"counts"} if len(node.modes) > 1 else {"elastic"}
                found |= {"open"} if any(mode.high is None for mode in node.modes) else set()
            case Group():
                found |= {"budget"} if node.low or node.high is not None else {"group"}
            case Maybe():
                found |= {"optional wanted" if node.wanted else "optional unwanted"}
            case Choose():
                found |= {"choice"}
            case Repeat():
                found |= {"passes"} | {name for name in ("between", "again", "last", "only") if getattr(node, name) is not None}
    return found


def test_the_problems_use_everything() -> None:
    """Every kind of constraint is in at least fifty of the problems, and many targets can be had and many can't."""
    problems = [made(number) for number in range(BATCH * BATCHES)]
    kinds = Counter(kind for problem, _ in problems for kind in used(problem))
    reached = sum(isinstance(fit(problem, target), Fitted) for problem, target in problems)

    assert [kind for kind, count in kinds.items() if count < 50] == []
    assert kinds.keys() == {
        *("elastic", "counts", "open", "group", "budget", "optional wanted", "optional unwanted", "choice", "passes"),
        *("between", "again", "last", "only", "tie", "limit low", "limit high", "limit lowhigh"),
    }
    assert 400 <= reached <= 600
