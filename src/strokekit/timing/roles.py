"""Parameters of a technique that count as its dose: a `role` says which number of time they are."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs

from strokekit.model.amounts import Range, Tempo
from strokekit.model.plan import Given, PlanStep
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Parameter

FIELDS = {"count": "repeat", "duration": "tempo", "tempo": "tempo"}
"""Role → the dose field that it stands for: a `duration` is the time of one pass, as `4 s each` is."""


def roled(step: PlanStep, catalog: Catalog) -> PlanStep:
    """Give a step with the dose fields that its parameters stand for, where it says nothing in these fields itself."""
    technique = catalog.technique(step.technique) if step.known else None
    if technique is None or not technique.parameters:
        return step
    added: dict[str, Given] = {}
    for name, parameter in technique.parameters.items():
        field = FIELDS.get(parameter.role)
        if field is not None and (field not in step.dose or step.dose[field].by == "technique") and field not in added:
            own = name in step.given
            value = _value(catalog, parameter, step.given[name] if own else parameter.default)
            if value is not None:
                added[field] = Given(value=value, by="stated" if own else "technique", origin=f"{step.origin}/with/{name}")
    return attrs.evolve(step, dose={**step.dose, **added}) if added else step


def _value(catalog: Catalog, parameter: Parameter, written: Any) -> Any:
    """Read a parameter as a value of the dose field that it stands for; None where it is no such number."""
    kind = {"count": "count", "duration": "duration", "tempo": "count"}[parameter.role]
    if written is None or parameter.type != kind:
        return None
    read = catalog.literals.read(kind, written).value
    if not isinstance(read, Range):
        return None
    if parameter.role == "duration":
        return Tempo(each=read)
    return read if parameter.role == "count" else Tempo(per_minute=_decimal(read))


def _decimal(read: Range[int]) -> Range[Decimal]:
    low, ideal, high = (None if end is None else Decimal(end) for end in (read.min, read.ideal, read.max))
    return Range(min=low, ideal=ideal, max=high, about=read.about)
