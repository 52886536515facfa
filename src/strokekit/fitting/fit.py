"""The door of the room: a problem and a target in, times or the reason why not out."""

from __future__ import annotations

from typing import Any

import attrs

from strokekit.fitting.answer import Fitted, Unreachable
from strokekit.fitting.drawing import Drawer
from strokekit.fitting.problem import Place, Problem
from strokekit.fitting.reaching import unreachable
from strokekit.fitting.searching import search_for
from strokekit.fitting.spreading import Spread

WORK = 3_000_000
"""The usual budget, in parts that are asked for their best time: some seconds at most."""


def fit(problem: Problem, target: int, *, work: int = WORK) -> Fitted | Unreachable:
    """Find the cheapest times for all parts whose sum is `target` ms exactly, or say why there are none.

    The same problem gets the same answer everywhere: `work` is counted in parts asked, never in seconds. Where it is spent, the
    best so far is given with its gap; where nothing was found until then, an `Unreachable` that is not proved. Of equal costs, an
    odd millisecond goes to the earlier part, and the earlier option is taken.

    Raises ValueError for a problem that contradicts itself: ids that are unknown or used twice, ties of different shapes.

    >>> from strokekit.fitting.problem import Group, Mode, Part
    >>> glide, knead = (Mode(low=50, ideal=60, high=90, weight=2), Mode(low=100, ideal=120, high=None, weight=1))
    >>> parts = (Part(id="glide", modes=(glide,)), Part(id="knead", modes=(knead,)))
    >>> fitted = fit(Problem(root=Group(id="all", children=parts)), 210)
    >>> dict(fitted.times), fitted.cost, fitted.proved
    ({('glide', ()): 70, ('knead', ()): 140}, 600, True)
    >>> fit(Problem(root=Group(id="all", children=parts)), 149).above
    150
    """
    drawing = Drawer(problem, cap=target).draw()
    search = search_for(drawing, target, work)
    if search.best is not None:
        gap = (search.best.cost - search.floor) // drawing.scale
        return _written(search.best, cost=search.best.cost // drawing.scale, gap=gap, work=search.prices.spent)
    found = unreachable(problem, target, work)
    return attrs.evolve(found, proved=found.proved and search.done, work=found.work + search.prices.spent)


def _written(found: Spread, *, cost: int, gap: int, work: int) -> Fitted:
    """Write down what was found by the places of the problem."""
    said: dict[str, dict[Place, Any]] = {"present": {}, "passes": {}, "taken": {}}
    choice: tuple[Place, ...] = ()
    for kind, what, *value in found.notes:
        if kind == "choice":
            choice = what
        elif kind == "taken":
            said[kind] |= dict.fromkeys(choice, what)
        else:
            said[kind] |= dict.fromkeys(what, value[0])
    parts = [(place, time, leaf.notes[2]) for leaf, time in found.times for place in leaf.notes[1]]
    return Fitted(
        cost=cost,
        gap=gap,
        work=work,
        times={place: time for place, time, _ in parts},
        counts={place: count for place, _, count in parts},
        **said,
    )
