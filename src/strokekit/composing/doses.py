"""The dose of a step: what it says, what it inherits, what its technique says of itself; and whether that is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.composing.frame import Frame, Work, stated
from strokekit.composing.mirror import mirror
from strokekit.literals.fields import DOSE
from strokekit.literals.printing import write_range
from strokekit.model.amounts import Range, Time
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Given
from strokekit.model.routine import Deed
from strokekit.model.touch import Level, Pressure
from strokekit.plugins.declarations import Takes, Technique


def resolve(work: Work, deed: Deed, frame: Frame, technique: Technique | None) -> FrozenMap[str, Given]:
    """Every dose field of a step with its value and who says it, the nearest winning."""
    takes: Mapping[str, Takes] = technique.takes if technique else {}
    dose: dict[str, Given] = {}
    for name in DOSE:
        given = _given(work, deed, frame, name, takes.get(name))
        if given is not None:
            dose[name] = given
    rest = work.value(deed.node.rest)
    if rest is not None:
        dose["rest"] = Given(value=rest, origin=f"{deed.node.origin}/rest")
    return FrozenMap(dose)


def _given(work: Work, deed: Deed, frame: Frame, name: str, takes: Takes | None) -> Given | None:
    if name in deed.dose:
        value = _read(work, deed.dose[name], frame)
        return None if value is None else Given(value=value, origin=f"{deed.node.origin}/{name}")
    if deed.hands_on and takes is not None and name in frame.defaults:
        inherited = frame.defaults[name]
        value = _read(work, inherited.value, frame)
        return None if value is None else Given(value=value, by="inherited", origin=inherited.origin)
    if takes is not None and takes.default is not None:
        value = _default(work, name, takes.default)
        return Given(value=value, by="technique") if value is not None else None
    return None


def _read(work: Work, written: Any, frame: Frame) -> Any:
    if isinstance(written, tuple):
        value: Any = tuple(found for found in (work.value(part) for part in written) if found is not None)
    else:
        value = work.value(written)
    return mirror(value, turns=True) if frame.mirrored else value


def _default(work: Work, name: str, written: Any) -> Any:
    field = DOSE[name]
    if field.kind == "word":
        return written
    value = work.catalog.literals.read(field.kind, written).value
    return (value,) if field.listed and value is not None else value


def check(work: Work, deed: Deed, dose: Mapping[str, Given], technique: Technique) -> None:
    """Report what is missing and what is outside the technique's limits."""
    missing = [f"`{name}`" for name, takes in technique.takes.items() if takes.needs and name not in dose]
    groups = [group for group in technique.one_of if not set(group) & set(dose)]
    missing += [" or ".join(f"`{name}`" for name in group) for group in groups]
    if missing:
        work.wrong("dose-missing", deed.node.origin, technique=technique.id, fields=" and ".join(missing))
    for name, takes in technique.takes.items():
        if takes.limits is not None and name in dose and dose[name].by != "technique":
            _check_limits(work, technique.id, name, dose[name], takes)


def _check_limits(work: Work, technique: str, name: str, given: Given, takes: Takes) -> None:
    field = DOSE[name]
    limits = work.catalog.literals.read(field.kind, takes.limits).value
    if limits is None or not stated(given.value) or within(given.value, limits):
        return
    written = work.literals.write(field.kind, given.value)
    hints = (f"the limit comes from {takes.source}",) if takes.source else ()
    work.wrong("dose-outside-limits", given.origin, hints=hints, key=name, found=written, technique=technique, limits=takes.limits)


def within(value: Any, limits: Any) -> bool:
    """Tell whether an amount or a pressure keeps to limits of its kind; what can't be compared keeps to them.

    >>> from strokekit.model.amounts import Range
    >>> within(Range(min=3, max=5), Range(min=1, max=4))
    False
    """
    if isinstance(value, Pressure) and isinstance(limits, Pressure):
        levels = [press.level for group in value.options for press in group if press.level]
        bound = limits.options[0][0].level
        return all(_level_within(level, bound) for level in levels) if bound else True
    if isinstance(value, Range) and isinstance(limits, Range) and value.unit == limits.unit and not value.each:
        low = _first(value.min, value.ideal)
        high = _first(value.max, value.ideal)
        return _above(low, limits.min) and _above(limits.max, high)
    return True


def _first(*ends: Any) -> Any:
    return next((end for end in ends if end is not None), None)


def _above(larger: Any, smaller: Any) -> bool:
    if larger is None or smaller is None:
        return True
    if isinstance(larger, Time) and not larger.comparable(smaller):
        return True
    return bool(smaller <= larger)


def _level_within(level: Level, bound: Level) -> bool:
    if level.scale != bound.scale:
        return True
    return _above(_first(level.levels.min, level.levels.ideal), bound.levels.min) and _above(bound.levels.max, _first(level.levels.max))


__all__ = ["check", "resolve", "within", "write_range"]
