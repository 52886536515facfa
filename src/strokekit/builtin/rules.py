"""The rules that strokekit ships."""

from __future__ import annotations

from strokekit.checking import avoided, care, clock, limits, places, shares, things, totals
from strokekit.plugins.declarations import Rule

RULES = (
    Rule(id="path_gap", title="paths lead over neighbours", check=places.paths),
    Rule(id="directions", title="strokes along a limb run the way that is stated", check=places.directions),
    Rule(id="sides", title="sides exist", check=places.sides),
    Rule(id="aims", title="nobody works on what is never a target", check=places.aims),
    Rule(id="reach", title="regions can be reached", check=places.reach),
    Rule(id="avoided", title="avoided places are kept off", check=avoided.avoided),
    Rule(id="contraindications", title="somebody looked at what speaks against the routine", check=care.contraindications),
    Rule(id="caps", title="no pressure is above its cap", check=care.caps),
    Rule(id="scales", title="levels are on their scale", check=care.scales),
    Rule(id="left_in_place", title="what is placed is taken away, and nobody works under it", check=things.left_in_place),
    Rule(id="forbidden", title="nothing is used that the equipment forbids", check=things.forbidden),
    Rule(id="lubricant", title="gliding has something to glide on", check=care.lubricant),
    Rule(id="stated_totals", title="stated totals agree with the steps", check=totals.stated_totals),
    Rule(id="binding", title="steps fit into their block's time", check=totals.binding),
    Rule(id="doses", title="tempo, repeat and duration agree", check=totals.doses),
    Rule(id="stages", title="stages fit into their step", check=totals.stages),
    Rule(id="shares", title="shares can be given", check=shares.shares),
    Rule(id="limits", title="a run keeps to its limits", check=limits.limits),
    Rule(id="checkpoints", title="checkpoints come when they should", check=clock.checkpoints),
    Rule(id="moments", title="moments that words are given at come", check=clock.moments),
    Rule(id="booked", title="what is booked suffices", check=clock.booked),
    Rule(id="size", title="loops unroll to a plan that can be shown", check=totals.size),
)
"""Each is contributed through the hook `strokekit_rules`."""
