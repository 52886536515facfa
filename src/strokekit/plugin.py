"""Everything a plugin's author imports, beside `strokekit.hookimpl`: the values that hooks return and rules are given."""

from strokekit.checking.context import Finding, RuleContext
from strokekit.model.timeline import Move
from strokekit.plugins.bare import from_data
from strokekit.plugins.contexts import MovesContext, TimingContext
from strokekit.plugins.declarations import (
    ESTIMATE,
    Caution,
    Cautions,
    Clause,
    Code,
    Demand,
    LoadLimits,
    Loss,
    Match,
    NamedQuantity,
    Parameter,
    Provenance,
    Region,
    Rendered,
    Renderer,
    Rule,
    Scale,
    Takes,
    Technique,
    Timing,
    Word,
)
from strokekit.rendering.context import RenderContext

__all__ = [
    "ESTIMATE",
    "Caution",
    "Cautions",
    "Clause",
    "Code",
    "Demand",
    "Finding",
    "LoadLimits",
    "Loss",
    "Match",
    "Move",
    "MovesContext",
    "NamedQuantity",
    "Parameter",
    "Provenance",
    "Region",
    "RenderContext",
    "Rendered",
    "Renderer",
    "Rule",
    "RuleContext",
    "Scale",
    "Takes",
    "Technique",
    "Timing",
    "TimingContext",
    "Word",
    "from_data",
]
