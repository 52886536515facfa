"""One technique or action as it stands in the plan: its dose, its side, its targets, its pressure."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from strokekit.composing import doses
from strokekit.composing.frame import Frame, Work
from strokekit.composing.limits import Extent
from strokekit.composing.pressures import limited, meant
from strokekit.composing.prohibitions import does
from strokekit.composing.targets import side_of, targets, terms
from strokekit.model.amounts import Range
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Place, Sides
from strokekit.model.plan import Given, Open, PlanStep
from strokekit.model.routine import Deed

PLACES = ("where", "path", "emphasis", "start", "grip", "support", "direction", "until")
"""The dose fields that speak of places."""


def compose_deed(work: Work, deed: Deed, frame: Frame, reason: Open) -> PlanStep:
    """Resolve one technique or action, and report what its dose lacks or exceeds."""
    technique = work.catalog.technique(deed.technique) if deed.known else None
    dose = doses.resolve(work, deed, frame, technique)
    _later(work, dose)
    step = limited(_step(work, deed, frame, dose), meant(_value(dose, "pressure"), work.pressure, work.catalog.scales))
    work.pressure = step.level or work.pressure
    barring = tuple(avoid for avoid in step.avoid if does(work.catalog, step, avoid))
    found = targets(work, dose, side_of(dose, frame.side), barring)
    if technique is not None:
        repeat = _value(dose, "repeat")
        passes = repeat.min if isinstance(repeat, Range) and repeat.exact and not repeat.each else None
        doses.check(work, deed, dose, technique, Extent(areas=max(len(found), 1), sides=step.sides, passes=passes))
    conditional = any(target.findings for target in found)
    return attrs.evolve(step, targets=found, open=reason or ("finding" if conditional else ""))


def _step(work: Work, deed: Deed, frame: Frame, dose: FrozenMap[str, Given]) -> PlanStep:
    side = _value(dose, "side")
    both = isinstance(side, Sides) and side.options[0] == "both"
    return PlanStep(
        name=frame.name(deed.node),
        origin=deed.node.origin,
        technique=deed.technique,
        hands_on=deed.hands_on,
        node=deed.node,
        known=deed.known,
        via=frame.via,
        dose=dose,
        given=deed.given,
        side=frame.side,
        sides=2 if both else 1,
        state=FrozenMap(work.state),
        avoid=(*frame.avoid, *deed.node.avoid),
        caps=(*frame.caps, deed.node.cap) if deed.node.cap else frame.caps,
        lasts=work.amount(deed.lasts),
        of=deed.of,
    )


def _value(dose: Mapping[str, Given], name: str) -> object:
    given = dose.get(name)
    return None if given is None else given.value


def _later(work: Work, dose: Mapping[str, Given]) -> None:
    """Refuse the places that only loops and marks of a later release give a meaning: `this toe`, `marked knots`."""
    for given in (dose[name] for name in PLACES if name in dose):
        for term in terms(given.value):
            if term.pick == "this":
                work.wrong("not-in-this-version", given.origin, key=f"this {term.name}")
        for place in given.value if isinstance(given.value, tuple) else ():
            if isinstance(place, Place) and place.marked:
                work.wrong("not-in-this-version", given.origin, key=f"marked {place.marked}")
