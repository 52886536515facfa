"""A plan posed and solved, with shares of times that are open: those times are found first, then held.

A share of something whose own time the fit decides is no plain bound, and slow to search with. So the fit is first done without
such shares, which can only make it cheaper; then what they are shares of is held at the time that it got, and the shares are
bounds like any other. Where the two cost the same, that is the best there is. Elsewhere the shares are held against open times:
the cheaper answer counts, and the dearer bound.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from strokekit.booking.limits import counted, kept, lasting
from strokekit.booking.posing import Around, Poser
from strokekit.fitting.answer import Fitted, Unreachable
from strokekit.fitting.fit import fit
from strokekit.fitting.problem import Choose, Group, Maybe, Node, Part, Problem, Repeat
from strokekit.model.frozen import FrozenMap
from strokekit.model.node import LOCKS
from strokekit.model.plan import Plan, steps_of
from strokekit.timing.measure import Measure
from strokekit.timing.subjects import Subjects
from strokekit.timing.timeline import TABLE

ROOT = "+all"
WORK = 500_000
"""How many steps of work a search takes at most, unless somebody says otherwise: about a second."""


@attrs.frozen(kw_only=True)
class Setting:
    """What is to be fitted, and how. Times in ms."""

    plan: Plan
    measure: Measure
    ideals: Mapping[str, int]
    wishes: Mapping[int, int]
    """Identity of a step → hundredths of its ideal."""
    target: int
    on_table: bool
    """True where only what counts as time on the table is fitted."""


@attrs.frozen(kw_only=True)
class Posed:
    """A problem, and what its ids stand for."""

    problem: Problem
    tops: Mapping[str, str]
    """Name of a node → the id of all that it takes."""
    origins: Mapping[str, str]
    """Id → where that is written."""
    open: Mapping[str, int]
    """Name of what has shares in it and is not held → how many of these lie around it."""


def pose(setting: Setting, fixed: Mapping[str, int] = FrozenMap(), *, exactly: bool = False) -> Posed:
    """Pose the problem of a plan, with some times that are open held."""
    plan, measure = setting.plan, setting.measure
    subjects = Subjects(plan, measure.catalog, steps_of(plan))
    poser = Poser(
        measure=measure,
        ideals=setting.ideals,
        wishes=setting.wishes,
        counted=counted(plan, subjects),
        target=setting.target,
        fixed=fixed,
        exactly=exactly,
    )
    as_it_is = Around(locked=frozenset(LOCKS) if setting.on_table else frozenset())
    posed = (poser.node(one.block, Around() if one.phase in TABLE else as_it_is) for one in plan.sections)
    root = Group(id=ROOT, children=tuple(node for node in posed if node is not None))
    table = [poser.tops[one.block.name] for one in plan.sections if one.phase in TABLE and one.block.name in poser.tops]
    across = [*kept(plan, subjects, measure.amounts, root, table), *lasting(plan, measure.amounts, root)]
    return Posed(
        problem=Problem(root=root, ties=poser.ties, limits=(*poser.limits, *(one.limit for one in across))),
        tops=poser.tops,
        origins={**{name: node.origin for name, node in poser.asked.items()}, **{one.limit.id: one.origin for one in across}},
        open=poser.open,
    )


def solved(setting: Setting, *, work: int) -> tuple[Posed, Fitted | Unreachable]:
    """Solve it, with two budgets of work at most where times with shares in them are open."""
    posed = pose(setting)
    found = fit(posed.problem, setting.target, work=work)
    if not posed.open:
        return posed, found
    floor = found.cost - found.gap if isinstance(found, Fitted) else 0
    held = _held(setting, posed, found, work)
    if held is not None and held[1].cost <= floor:
        return held[0], attrs.evolve(held[1], gap=0)
    if isinstance(found, Unreachable) and found.proved and all(_reached(setting, end, work) for end in _ends(found)):
        return posed, found
    exact = pose(setting, exactly=True)
    whole = fit(exact.problem, setting.target, work=work)
    if isinstance(whole, Fitted):
        floor = max(floor, whole.cost - whole.gap)
    if held is not None and not (isinstance(whole, Fitted) and whole.cost <= held[1].cost):
        return held[0], attrs.evolve(held[1], gap=max(held[1].cost - floor, 0))
    return exact, attrs.evolve(whole, gap=max(whole.cost - floor, 0)) if isinstance(whole, Fitted) else whole


def _ends(found: Unreachable) -> set[int]:
    """Give the totals that an answer names."""
    return {end for end in (found.low, found.below, found.above, found.high) if end is not None}


def _reached(setting: Setting, total: int, work: int) -> bool:
    """Tell whether a total that can be had without shares of open times can be had with them."""
    setting = attrs.evolve(setting, target=total)
    posed = pose(setting)
    return _held(setting, posed, fit(posed.problem, total, work=work), work) is not None


def _held(setting: Setting, posed: Posed, found: Fitted | Unreachable, work: int) -> tuple[Posed, Fitted] | None:
    """Hold what is open at the times that it got, from the outside inwards; None where nothing can be had like this."""
    fixed: dict[str, int] = {}
    while isinstance(found, Fitted) and posed.open:
        outer = min(posed.open.values())
        fixed |= {name: taken(posed.problem.root, found, name) for name, depth in posed.open.items() if depth == outer}
        posed = pose(setting, fixed)
        found = fit(posed.problem, setting.target, work=work)
    return (posed, found) if isinstance(found, Fitted) else None


def taken(node: Node, found: Fitted, name: str, passes: tuple[int, ...] = (), *, inside: bool = False) -> int:
    """Give what a node takes in an answer, all its passes together."""
    inside = inside or node.id == name
    match node:
        case Part():
            return found.times.get((node.id, passes), 0) if inside else 0
        case Group():
            return sum(taken(child, found, name, passes, inside=inside) for child in node.children)
        case Maybe():
            return taken(node.node, found, name, passes, inside=inside) if found.present.get((node.id, passes)) else 0
        case Choose():
            chosen = found.taken.get((node.id, passes), ())
            return sum(taken(node.options[number], found, name, passes, inside=inside) for number in chosen)
        case Repeat():
            count = found.passes.get((node.id, passes), 0)
            rounds = ((number, child) for number in range(1, count + 1) for child in unrolled(node, number, count))
            return sum(taken(child, found, name, (*passes, number), inside=inside) for number, child in rounds)


def unrolled(repeat: Repeat, number: int, count: int) -> tuple[Node, ...]:
    """Give the patterns that one pass of so many consists of."""
    if number == 1:
        return (repeat.only if count == 1 and repeat.only is not None else repeat.first,)
    last = repeat.last if number == count else None
    usual = last if last is not None else repeat.again if repeat.again is not None else repeat.first
    return (usual,) if repeat.between is None else (repeat.between, usual)
