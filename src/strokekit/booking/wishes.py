"""What somebody wants more or less of: a place, a technique, a step or a section, in hundredths of its ideal time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from strokekit.errors import UsageError
from strokekit.formats.locating import Wrong
from strokekit.model.place import Place
from strokekit.model.plan import Plan, PlanStep, steps_of, walk
from strokekit.plugins.catalog import Catalog
from strokekit.timing.subjects import lies_in

USUAL = 100
LEAST, MOST = 10, 1000
"""How little and how much of its ideal time may be wished for."""


def checked(wishes: Mapping[str, int]) -> Mapping[str, int]:
    """Refuse wishes that are no hundredths.

    Raises:
        UsageError: one is no whole number above 0.
    """
    wrong = {name: wish for name, wish in wishes.items() if type(wish) is not int or wish <= 0}
    if wrong:
        raise UsageError(f"wishes takes whole hundredths > 0, not {wrong}")
    return wishes


def wished(plan: Plan, catalog: Catalog, wishes: Mapping[str, int], problems: list[Wrong]) -> dict[int, int]:
    """Give the wish for every step that has one, by the identity of the step; of several wishes for one step the product.

    A wish names the id of a step, a block or a section, a technique or a family, or a place as a routine would write it.
    What is none of these is added to the problems.
    """
    found: dict[int, int] = {}
    for name, hundredths in wishes.items():
        steps = list(_meant(plan, catalog, name))
        if not steps:
            problems.append(Wrong("unknown-wish", "", facts={"name": name}))
        for step in steps:
            found[id(step)] = found.get(id(step), USUAL) * hundredths // USUAL
    return {step: min(max(wish, LEAST), MOST) for step, wish in found.items()}


def _meant(plan: Plan, catalog: Catalog, name: str) -> Iterator[PlanStep]:
    named = [node for section in plan.sections for node in walk(section.block) if name in {node.name, node.node.id}]
    if named:
        yield from {id(step): step for node in named for step in walk(node) if isinstance(step, PlanStep)}.values()
        return
    technique = catalog.technique(name)
    place = None if technique else catalog.literals.read("place", name).value
    for step in steps_of(plan):
        declared = catalog.technique(step.technique)
        kinds = {step.technique, declared.id if declared else "", declared.family if declared else ""}
        if (
            name in kinds
            or (technique is not None and technique.id in kinds)
            or (isinstance(place, Place) and any(lies_in(catalog, target, place) for target in step.targets))
        ):
            yield step
