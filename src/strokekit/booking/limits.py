"""What holds across the parts of a plan: its limits, and what lies on the client while other steps run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import lcm

import attrs

from strokekit.booking.shares import sharing_of
from strokekit.fitting.problem import Choose, Group, Limit, Maybe, Node, Part, Repeat
from strokekit.model.amounts import Range
from strokekit.model.plan import Plan, PlanStep, steps_of
from strokekit.model.routine import Limit as Written
from strokekit.timing.amounts import UNKNOWN, Amounts
from strokekit.timing.subjects import Subjects, Where, apart, nth

Terms = tuple[tuple[str, int], ...]


@attrs.frozen
class Kept:
    """A limit of the problem, and where it is written."""

    limit: Limit
    origin: str


def counted(plan: Plan, subjects: Subjects) -> frozenset[int]:
    """Give the identities of the steps whose number of repetitions is limited: a fit leaves that number alone."""
    limited = [limit for limit in plan.routine.limits if limit.repeat is not None]
    return frozenset(id(step) for limit in limited for step in subjects.of(limit))


def kept(plan: Plan, subjects: Subjects, amounts: Amounts, root: Node, table: Iterable[str]) -> Iterator[Kept]:
    """Give what the limits of a plan mean for the parts of the problem.

    Args:
        plan: whose limits they are.
        subjects: what they speak of.
        amounts: the reader of amounts.
        root: the problem's tree.
        table: the ids of the sections that count as time on the table: what shares are shares of.
    """
    there = frozenset(part.id for part, _ in _parts(root))
    for number, limit in enumerate(plan.routine.limits):
        steps = tuple(step for step in subjects.of(limit) if step.name in there and step.hands_on)
        if limit.duration is not None and steps:
            yield from _durations(limit, steps, amounts, f"+limit{number}")
        if limit.share is not None and steps:
            parts = tuple(dict.fromkeys(step.name for step in steps))
            for made in sharing_of(f"+limit{number}", parts, tuple(table), amounts.percent(limit.share)):
                yield Kept(made, f"{limit.origin}/share")


def _durations(limit: Written, steps: tuple[PlanStep, ...], amounts: Amounts, name: str) -> Iterator[Kept]:
    if limit.duration is None:
        return
    bounds = amounts.duration(limit.duration, UNKNOWN)
    for index, where in enumerate(apart(steps, limit.duration.each)):
        terms, whole = _terms(steps, where)
        high = None if bounds.max is None else bounds.max * whole
        if terms:
            made = Limit(id=f"{name}.{index}", terms=terms, low=bounds.min * whole or None, high=high)
            yield Kept(made, f"{limit.origin}/duration")


def _terms(steps: tuple[PlanStep, ...], where: Where) -> tuple[Terms, int]:
    """Weigh steps by how much of each is meant: whole numbers, and what they are parts of."""
    parts = {step.name: count for step in steps if (count := nth(step, where))}
    whole = lcm(*parts.values()) if parts else 1
    return tuple((name, whole // count) for name, count in parts.items()), whole


def lasting(plan: Plan, amounts: Amounts, root: Node) -> Iterator[Kept]:
    """Give what it means that something lies on the client for so long: what runs meanwhile takes that time.

    It ends where a later step removes it. Without such a step it ends by itself, and what follows takes at least its least time.
    Loops are left out: what lies on the client from one pass to the next has no such sum.
    """
    listed = [part.id for part, looped in _parts(root) if not looped]
    steps = [step for step in steps_of(plan) if step.name in listed]
    for step in steps:
        if not isinstance(step.lasts, Range):
            continue
        bounds = amounts.duration(step.lasts, UNKNOWN)
        ends = next((other.name for other in steps if other.of is not None and other.of == step.node.id), None)
        first = listed.index(step.name) + 1
        last = listed.index(ends) if ends else len(listed)
        terms = tuple((name, 1) for name in listed[first:last])
        if terms:
            made = Limit(id=f"{step.name}+lasts", terms=terms, low=bounds.min, high=bounds.max if ends else None)
            yield Kept(made, f"{step.origin}/lasts")


def _parts(node: Node, *, looped: bool = False) -> Iterator[tuple[Part, bool]]:
    """Go through the parts in order, each with whether it stands in a loop."""
    match node:
        case Part():
            yield node, looped
        case Group():
            for child in node.children:
                yield from _parts(child, looped=looped)
        case Maybe():
            yield from _parts(node.node, looped=looped)
        case Choose():
            for option in node.options:
                yield from _parts(option, looped=looped)
        case Repeat():
            for pattern in (node.first, node.between, node.again, node.last, node.only):
                if pattern is not None:
                    yield from _parts(pattern, looped=True)
