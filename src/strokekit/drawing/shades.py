"""How firmly, as one of five shades: each level at its place in its own scale, so that no scale is turned into another."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal

from strokekit.model.plan import PlanStep
from strokekit.model.timeline import Cue
from strokekit.model.touch import Level, Pressure
from strokekit.rendering.context import RenderContext

SHADES = 5
"""The darkest shade; 0 stands for a pressure that nobody says."""
_ONLY = 3
"""The shade of a scale that has one level only."""


def level_of(context: RenderContext, cue: Cue) -> Level | None:
    """Give the pressure of a step; None where nobody says, or where its scale was the routine's own and its plan is gone."""
    step = context.timeline.steps.get(cue.name.partition("#")[0])
    if isinstance(step, PlanStep):
        return step.level
    text = cue.work.level if cue.work else ""
    value = context.catalog.literals.read("pressure", text).value if text else None
    return value.options[0][0].level if isinstance(value, Pressure) else None


def shade(context: RenderContext, level: Level | None) -> int:
    """Give the shade of a level: 1 for the lowest fifth of its scale, 5 for the highest, 0 for none.

    A range has the shade of its middle.
    """
    ends = _ends(context, level.scale) if level else None
    middle = _middle(level) if level else None
    if ends is None or middle is None:
        return 0
    if ends[1] <= ends[0]:
        return _ONLY
    place = (middle - ends[0]) / (ends[1] - ends[0]) * SHADES
    return min(max(int(place.to_integral_value(ROUND_CEILING)), 1), SHADES)


def _middle(level: Level) -> Decimal | None:
    known = [end for end in (level.levels.min, level.levels.max) if end is not None]
    return level.levels.ideal if level.levels.ideal is not None else sum(known, Decimal()) / len(known) if known else None


def _ends(context: RenderContext, scale: str) -> tuple[Decimal, Decimal] | None:
    own: Mapping[str, object] = context.plan.routine.scales if context.planned else {}
    found = own.get(scale) or context.catalog.scales.get(scale)
    low, high = getattr(found, "low", None), getattr(found, "high", None)
    return (Decimal(str(low)), Decimal(str(high))) if low not in {None, ""} and high not in {None, ""} else None
