"""One technique or action as it stands in the plan: its dose, its side, its targets, its pressure."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from strokekit.composing import doses
from strokekit.composing.exceptions import Holds, excepted
from strokekit.composing.frame import Frame, Inherited, Work
from strokekit.composing.grounding import unbound
from strokekit.composing.limits import Extent
from strokekit.composing.parameters import filled
from strokekit.composing.pressures import limited, meant
from strokekit.composing.prohibitions import does
from strokekit.composing.screening import dosed, forbidden
from strokekit.composing.targets import side_of, targets
from strokekit.model.amounts import Range
from strokekit.model.changing import changed
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Place, Sides
from strokekit.model.plan import FREE_WORK, UNLISTED_WORK, Given, Open, PlanStep
from strokekit.model.routine import Deed, Free, Unlisted
from strokekit.plugins.declarations import Technique

PLACES = ("where", "path", "emphasis", "start", "grip", "support", "direction", "until")
"""The dose fields that speak of places."""


def compose_deed(work: Work, deed: Deed, frame: Frame, reason: Open, holds: Holds) -> PlanStep | None:
    """Resolve one technique or action, and report what its dose lacks or exceeds; None where an exception leaves it out."""
    deed = _named(work, deed)
    left = excepted(work, deed, frame, holds)
    if left.deed is None:
        return None
    step = _resolved(work, left.deed, frame, reason, left.origins)
    return attrs.evolve(step, buts=left.still_open) if left.still_open else step


def _named(work: Work, deed: Deed) -> Deed:
    """Put a technique in the place of the value that names it."""
    if not deed.technique.startswith("$"):
        return deed
    name = str(work.values.get(deed.technique[1:], deed.technique))
    technique = work.catalog.technique(name)
    known = technique is not None and technique.hands_on is deed.hands_on
    if technique is not None and not known:
        right, head = ("technique", "action") if technique.hands_on else ("action", "technique")
        kind, other = ("a technique", "an action") if technique.hands_on else ("an action", "a technique")
        work.wrong("wrong-head", f"{deed.node.origin}/{head}", id=name, kind=kind, head=right, other=other)
    return attrs.evolve(deed, technique=name, known=known)


def compose_free(work: Work, free: Free, frame: Frame, reason: Open) -> PlanStep:
    """Resolve time without given strokes; a pool may go to any of the places that it names."""
    among = {"where": free.among} if free.among else {}
    deed = Deed(node=free.node, technique=FREE_WORK, hands_on=True, dose=FrozenMap({**free.dose, **among}))
    origins = {"where": f"{free.node.origin}/among"} if free.among else {}
    step = _resolved(work, deed, attrs.evolve(frame, defaults=_times_apart(frame)), reason, origins)
    return attrs.evolve(step, free=free.kind)


def compose_unlisted(work: Work, unlisted: Unlisted, frame: Frame, reason: Open) -> PlanStep:
    """Resolve steps that the source does not give."""
    deed = Deed(node=unlisted.node, technique=UNLISTED_WORK, hands_on=True, dose=unlisted.dose)
    bare = attrs.evolve(frame, defaults=FrozenMap())
    return attrs.evolve(_resolved(work, deed, bare, reason), free="unlisted", count=work.amount(unlisted.count))


def _times_apart(frame: Frame) -> FrozenMap[str, Inherited]:
    """Give the defaults but for those of time: a pool has the time that is written at it."""
    return FrozenMap({name: kept for name, kept in frame.defaults.items() if name not in ("repeat", "hold", "duration", "tempo")})


def _resolved(work: Work, deed: Deed, frame: Frame, reason: Open, origins: Mapping[str, str] = FrozenMap()) -> PlanStep:
    technique = work.catalog.technique(deed.technique) if deed.known else None
    dose = FrozenMap(dosed(work, technique, doses.resolve(work, deed, frame, technique, origins)))
    _unbound(work, dose)
    step = limited(_step(work, deed, frame, dose, technique), meant(_value(dose, "pressure"), work.pressure, work.catalog.scales))
    if step.uncut is not None and "dose" in step.locked:
        work.wrong("locked-conflict", dose["pressure"].origin, what="the cap on the pressure")
        step = attrs.evolve(step, level=step.uncut, uncut=None)
    work.pressure = step.level or work.pressure
    if forbidden(work, deed, technique) and not reason:
        work.wrong("ruled-out-by-answer", deed.node.origin, what=f"`{deed.technique}`")
    barring = tuple(avoid for avoid in step.avoid if does(work.catalog, step, avoid))
    found = targets(work, dose, side_of(dose, frame.side), barring)
    if technique is not None:
        repeat = _value(dose, "repeat")
        passes = repeat.min if isinstance(repeat, Range) and repeat.exact and not repeat.each else None
        doses.check(work, deed, dose, technique, Extent(areas=max(len(found), 1), sides=step.sides, passes=passes))
    conditional = any(target.findings for target in found)
    return changed(step, targets=found, open=reason or ("finding" if conditional else ""))


def _step(work: Work, deed: Deed, frame: Frame, dose: FrozenMap[str, Given], technique: Technique | None) -> PlanStep:
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
        given=filled(work, deed, technique),
        side=frame.side,
        sides=2 if both else 1,
        state=FrozenMap(work.state),
        locked=tuple(dict.fromkeys((*frame.locked, *deed.node.locked))),
        avoid=tuple(work.grounds(frame).of(avoid) for avoid in (*frame.avoid, *deed.node.avoid)),
        caps=(*frame.caps, deed.node.cap) if deed.node.cap else frame.caps,
        lasts=work.amount(deed.lasts),
        of=deed.of,
    )


def _value(dose: Mapping[str, Given], name: str) -> object:
    given = dose.get(name)
    return None if given is None else given.value


def _unbound(work: Work, dose: Mapping[str, Given]) -> None:
    """Report what only a loop or a mark gives a meaning, where there is none: `this toe`, `marked knots`."""
    for given in (dose[name] for name in PLACES if name in dose):
        for term in unbound(given.value):
            work.wrong("this-outside-loop", given.origin, name=term.name)
        for place in given.value if isinstance(given.value, tuple) else ():
            if isinstance(place, Place) and place.marked and place.marked not in work.marked:
                work.wrong("mark-missing", given.origin, id=place.marked)
