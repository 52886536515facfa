"""Everything a plugin's author imports, beside `strokekit.hookimpl`: the values that hooks return and rules are given."""

from strokekit.checking.context import Finding, RuleContext
from strokekit.plugins.declarations import (
    ESTIMATE,
    Caution,
    Cautions,
    Code,
    NamedQuantity,
    Parameter,
    Provenance,
    Region,
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
    "Code",
    "Finding",
    "NamedQuantity",
    "Parameter",
    "Provenance",
    "Region",
    "RenderContext",
    "Renderer",
    "Rule",
    "RuleContext",
    "Scale",
    "Takes",
    "Technique",
    "Timing",
    "Word",
]
