"""The dose of a step: what it says, what it inherits, what its technique says of itself; and whether that is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.composing.frame import Frame, Work, stated
from strokekit.composing.limits import Extent, within
from strokekit.composing.mirror import mirror
from strokekit.composing.targets import paired
from strokekit.literals.fields import DOSE
from strokekit.model.amounts import UNSTATED
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Given
from strokekit.model.routine import Deed
from strokekit.plugins.declarations import Takes, Technique


def resolve(
    work: Work, deed: Deed, frame: Frame, technique: Technique | None, origins: Mapping[str, str] = FrozenMap()
) -> FrozenMap[str, Given]:
    """Give every dose field of a step with its value and who says it, the nearest winning.

    `origins` holds where a field of the step stands, if not under its own name.
    """
    takes: Mapping[str, Takes] = technique.takes if technique else {}
    dose: dict[str, Given] = {}
    said = {*deed.dose, *frame.defaults, *(name for name, field in takes.items() if field.default is not None)}
    for name in (name for name in DOSE if name in said):
        origin = origins.get(name, f"{deed.node.origin}/{name}")
        given = _given(work, deed, frame, name, takes.get(name), origin)
        if given is not None:
            dose[name] = given
    rest = work.value(deed.node.rest)
    if rest is not None:
        dose["rest"] = Given(value=rest, origin=f"{deed.node.origin}/rest")
    return FrozenMap(_mirrored(work, dose) if frame.mirrored and deed.mirror else dose)


def own(work: Work, written: Mapping[str, Any], frame: Frame, origin: str) -> FrozenMap[str, Given]:
    """Give the dose fields of a stage or an exception, with nothing inherited."""
    read = {name: _read(work, frame, name, value, f"{origin}/{name}") for name, value in written.items()}
    dose = {name: Given(value=value, origin=f"{origin}/{name}") for name, value in read.items() if value is not None}
    return FrozenMap(_mirrored(work, dose) if frame.mirrored else dose)


def _mirrored(work: Work, dose: Mapping[str, Given]) -> dict[str, Given]:
    """Mirror what a step says; clockwise stays clockwise where the region has no other side."""
    turns = paired(work, {name: given.value for name, given in dose.items()})
    return {name: Given(value=mirror(given.value, turns=turns), by=given.by, origin=given.origin) for name, given in dose.items()}


def _given(work: Work, deed: Deed, frame: Frame, name: str, takes: Takes | None, origin: str) -> Given | None:
    if name in deed.dose:
        value = _read(work, frame, name, deed.dose[name], origin)
        return None if value is None else Given(value=value, origin=origin)
    if deed.hands_on and takes is not None and name in frame.defaults:
        inherited = frame.defaults[name]
        value = _read(work, frame, name, inherited.value, inherited.origin)
        return None if value is None else Given(value=value, by="inherited", origin=inherited.origin)
    if takes is not None and takes.default is not None:
        value = _default(work, deed.technique, name, takes.default)
        return Given(value=value, by="technique", origin=deed.node.origin) if value is not None else None
    return None


def _read(work: Work, frame: Frame, name: str, written: Any, origin: str) -> Any:
    if name == "stages" and isinstance(written, tuple):
        return tuple(own(work, stage, attrs.evolve(frame, mirrored=False), f"{origin}/{at}") for at, stage in enumerate(written))
    if isinstance(written, tuple):
        found = tuple(value for value in (work.value(part, frame) for part in written) if value is not None)
        return UNSTATED if UNSTATED in found else found or None
    return work.value(written, frame)


def _default(work: Work, technique: str, name: str, written: Any) -> Any:
    field = DOSE[name]
    if field.kind == "word":
        return written
    value = work.catalog.literals_of(technique).read(field.kind, written).value
    return (value,) if field.listed and value is not None else value


def check(work: Work, deed: Deed, dose: Mapping[str, Given], technique: Technique, extent: Extent) -> None:
    """Report what is missing and what is outside the technique's limits."""
    there = {*dose, *deed.dose}
    missing = [f"`{name}`" for name, takes in technique.takes.items() if takes.needs and name not in there]
    missing += [" or ".join(f"`{name}`" for name in group) for group in technique.one_of if not there & set(group)]
    if missing:
        work.wrong("dose-missing", deed.node.origin, technique=technique.id, fields=" and ".join(missing))
    for name, takes in technique.takes.items():
        if takes.limits is not None and name in dose and dose[name].by != "technique":
            _check_limits(work, technique.id, name, dose[name], takes, extent)


def _check_limits(work: Work, technique: str, name: str, given: Given, takes: Takes, extent: Extent) -> None:
    field = DOSE[name]
    limits = work.catalog.literals_of(technique).read(field.kind, takes.limits).value
    if limits is None or not stated(given.value) or within(given.value, limits, extent):
        return
    written = work.literals.write(field.kind, given.value)
    hints = (f"the limit comes from {takes.source}",) if takes.source else ()
    work.wrong(
        "dose-outside-limits", given.origin, hints=hints, key=name, found=written, technique=technique, limits=takes.limits
    )
