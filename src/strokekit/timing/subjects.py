"""What a limit speaks of: steps with a tool, of a technique or family, for a purpose, on a place; and which part of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import attrs

from strokekit.composing.targets import ground, ground_spot, inside
from strokekit.model.place import SIDES, Place, Term
from strokekit.model.plan import Plan, PlanNode, PlanStep, Target, children
from strokekit.model.routine import Limit
from strokekit.model.touch import Tool
from strokekit.plugins.catalog import Catalog

AREAS = ("area", "place", "spot")
"""What `each` may say so that every place that is worked has the limit to itself."""
Where: TypeAlias = Term | str | None
"""A place, or a side, that has a limit to itself; None for the whole run."""


@attrs.frozen
class Subjects:
    """The steps of a plan, as far as its limits speak of them."""

    plan: Plan
    catalog: Catalog
    steps: tuple[PlanStep, ...]
    _purposes: dict[int, frozenset[str]] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Find the purposes of every step, if anything asks for them."""
        asked = any(limit.purpose is not None for limit in self.plan.routine.limits)
        object.__setattr__(self, "_purposes", purposes_of(self.plan) if asked else {})

    def of(self, limit: Limit) -> tuple[PlanStep, ...]:
        """Give the steps that a limit speaks of."""
        return tuple(step for step in self.steps if self._speaks_of(limit, step))

    def _speaks_of(self, limit: Limit, step: PlanStep) -> bool:
        if limit.technique is not None:
            technique = self.catalog.technique(step.technique)
            return limit.technique in {step.technique, technique.family if technique else ""}
        if limit.purpose is not None:
            return limit.purpose in self._purposes.get(id(step), frozenset())
        if limit.tool is not None:
            return _with(step, limit.tool)
        return limit.where is not None and any(lies_in(self.catalog, target, limit.where) for target in step.targets)


def apart(steps: tuple[PlanStep, ...], each: str | None) -> tuple[Where, ...]:
    """Give the places, or the sides, of steps that have a limit to themselves."""
    if each in AREAS:
        return tuple(dict.fromkeys(term for step in steps for term in terms_of(step)))
    return SIDES if each == "side" and any(sides_of(step) for step in steps) else (None,)


def nth(step: PlanStep, where: Where) -> int:
    """Say which part of a step is on a place or a side: an nth of it where it works on n places; 0 where none is."""
    if where is None:
        return 1
    if isinstance(where, str):
        return len(sides_of(step)) if where in sides_of(step) else 0
    terms = terms_of(step)
    return len(terms) if where in terms else 0


def terms_of(step: PlanStep) -> tuple[Term, ...]:
    """Give the regions that a step works on, each with its side: two where it does both."""
    found = [_term(target) for target in step.targets if target.area]
    if step.sides > 1:
        found = [attrs.evolve(term, side=side) for term in found for side in SIDES]
    return tuple(dict.fromkeys(found))


def _term(target: Target) -> Term:
    area = target.area
    spot = area and (ground_spot(area) or area.spot)
    return Term(name=spot.region.name, side=spot.region.side, number=spot.region.number) if spot else Term(name="")


def sides_of(step: PlanStep) -> tuple[str, ...]:
    """Give the sides that a step works on."""
    return tuple(dict.fromkeys(term.side for term in terms_of(step) if term.side))


def _with(step: PlanStep, tool: Tool) -> bool:
    """Tell whether a step is done with one of the tools of a limit, as its author prefers it."""
    given = step.dose.get("tool")
    held = given.value.options[0] if given is not None and isinstance(given.value, Tool) else ()
    return any(
        hold.part == meant.part and set(meant.manners) <= set(hold.manners)
        for hold in held
        for group in tool.options
        for meant in group
    )


def lies_in(catalog: Catalog, target: Target, place: Place) -> bool:
    """Tell whether a target lies in a place, or is one of its findings."""
    if set(place.findings) & set(target.findings):
        return True
    spot = ground_spot(target.area) if target.area else None
    bounds = [ground_spot(area) for area in place.areas if ground(area)]
    return spot is not None and any(bound is not None and inside(catalog.anatomy, spot, bound) for bound in bounds)


def purposes_of(plan: Plan) -> Mapping[int, frozenset[str]]:
    """Give the purposes of every node of a plan, by its identity: its own, and those of what it stands in."""
    found: dict[int, frozenset[str]] = {}
    left: list[tuple[PlanNode, frozenset[str]]] = [(section.block, frozenset()) for section in plan.sections]
    while left:
        node, around = left.pop()
        found[id(node)] = around | set(node.node.purposes)
        left += [(child, found[id(node)]) for child in children(node)]
    return found
