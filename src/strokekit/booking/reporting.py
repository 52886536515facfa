"""Why a target can't be had, and how good an answer is that could not be proved the best."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from strokekit.composing.origins import related
from strokekit.fitting.answer import Fitted, Unreachable
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import number_text, time_text
from strokekit.model.amounts import Time
from strokekit.model.plan import Plan

SHOWN = 5
"""How many of the lines that stand in the way are shown."""


def out_of_reach(plan: Plan, found: Unreachable, target: int, origins: Mapping[str, str]) -> Wrong:
    """Say which totals there are, which are nearest, and which lines stand in the way.

    Where the search ended before it knew, it says no more than that.
    """
    if not found.proved:
        return Wrong("fit-not-found", "", facts={"target": said(target), "work": found.work})
    blocking = [origins[name] for name in (*found.blocking, *found.parts) if name in origins]
    lines = tuple(dict.fromkeys(blocking))
    facts = {"target": said(target), **reach_of(found)}
    shown = tuple(related(plan.routine, "this stands in the way", origin) for origin in lines[:SHOWN])
    return Wrong("target-out-of-reach", lines[0] if lines else "", facts=facts, related=shown[1:] if lines else ())


def reach_of(found: Unreachable) -> dict[str, str]:
    """Say which totals there are and which are the nearest, as facts of `target-out-of-reach`."""
    return {"range": _range(found), "nearest": _nearest(found)}


def _range(found: Unreachable) -> str:
    if found.low is None:
        return "no total at all"
    if found.low == found.high:
        return f"only {said(found.low)}"
    return f"{said(found.low)} or more" if found.high is None else f"{said(found.low)} to {said(found.high)}"


def _nearest(found: Unreachable) -> str:
    ends = [said(end) for end in (found.below, found.above) if end is not None]
    return " and ".join(ends) if ends else "none"


def not_proved(found: Fitted) -> Wrong:
    """Say by how much a better fit there could be at most."""
    share = Decimal(-(-10_000 * found.gap // max(found.cost, 1))) / 100
    return Wrong("fit-not-proved", "", facts={"gap": f"{number_text(share)}%", "work": found.work})


def said(ms: int) -> str:
    """Write a time as a routine would.

    >>> said(3_000_000)
    '50 min'
    """
    return time_text(Time(ms))
