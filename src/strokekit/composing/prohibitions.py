"""Whether a step does what a prohibition speaks of. Where it does it is for `targets` and for the rules."""

from __future__ import annotations

from strokekit.composing.pressures import exceeds, levels_of, lightly
from strokekit.model.plan import PlanStep
from strokekit.model.routine import Avoid
from strokekit.plugins.catalog import Catalog

RESTING = ("holding",)
"""Families whose touch rests on the client and, unless a level is stated, weighs nothing."""
ANYTHING = ("keep_off", "no_contact")
"""Effects that bar all work, actions such as placing a heat pack included."""


def does(catalog: Catalog, step: PlanStep, avoid: Avoid) -> bool:
    """Tell whether the step does what the rule speaks of, wherever it does it."""
    technique = catalog.technique(step.technique)
    family = technique.family if technique else ""
    if not step.hands_on:
        return avoid.effect in ANYTHING or (avoid.effect == "no" and avoid.technique in {step.technique, family})
    match avoid.effect:
        case "no":
            return avoid.technique in {step.technique, family}
        case "no_pressure" | "light_only":
            return not lightly(step) and not (family in RESTING and not _levelled(step))
        case "at_most":
            return avoid.level is None or exceeds(step, avoid.level)
    return True


def _levelled(step: PlanStep) -> bool:
    given = step.dose.get("pressure")
    return given is not None and any(levels_of(given.value))
