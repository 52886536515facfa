"""The rules that strokekit ships."""

from __future__ import annotations

from strokekit.checking import avoided, care, places, totals
from strokekit.plugins.declarations import Rule

RULES = (
    Rule(id="path_gap", title="paths lead over neighbours", check=places.paths),
    Rule(id="directions", title="strokes along a limb run the way that is stated", check=places.directions),
    Rule(id="sides", title="sides exist", check=places.sides),
    Rule(id="reach", title="regions can be reached", check=places.reach),
    Rule(id="avoided", title="avoided places are kept off", check=avoided.avoided),
    Rule(id="contraindications", title="somebody looked at what speaks against the routine", check=care.contraindications),
    Rule(id="caps", title="no pressure is above its cap", check=care.caps),
    Rule(id="scales", title="levels are on their scale", check=care.scales),
    Rule(id="left_in_place", title="what is placed is taken away, and nobody works under it", check=care.left_in_place),
    Rule(id="lubricant", title="gliding has something to glide on", check=care.lubricant),
    Rule(id="stated_totals", title="stated totals agree with the steps", check=totals.stated_totals),
    Rule(id="binding", title="steps fit into their block's time", check=totals.binding),
    Rule(id="doses", title="tempo, repeat and duration agree", check=totals.doses),
    Rule(id="size", title="loops unroll to a plan that can be shown", check=totals.size),
)
"""Each is contributed through the hook `strokekit_rules`."""
