"""What a plugin contributes, as frozen values: techniques, regions, words, quantities, scales, rules, renderers.

Literals in a declaration (limits, defaults, times) stay as written; the catalogue reads them when they are first needed, so that
loading a plugin costs no parsing and a value pickles as it was declared.
"""

from strokekit.plugins.declarations.provenance import ESTIMATE, Caution, Cautions, Provenance
from strokekit.plugins.declarations.regions import Code, Region
from strokekit.plugins.declarations.renderers import Loss, Rendered, Renderer
from strokekit.plugins.declarations.rules import Clause, DeclaredRule, Demand, LoadLimits, Match, Rule, Words
from strokekit.plugins.declarations.techniques import Parameter, Takes, Technique, Timing
from strokekit.plugins.declarations.texts import API, Text, frozen
from strokekit.plugins.declarations.words import GROUPS, Conversion, NamedQuantity, Scale, Word

__all__ = [
    "API",
    "ESTIMATE",
    "GROUPS",
    "Caution",
    "Cautions",
    "Clause",
    "Code",
    "Conversion",
    "DeclaredRule",
    "Demand",
    "LoadLimits",
    "Loss",
    "Match",
    "NamedQuantity",
    "Parameter",
    "Provenance",
    "Region",
    "Rendered",
    "Renderer",
    "Rule",
    "Scale",
    "Takes",
    "Technique",
    "Text",
    "Timing",
    "Word",
    "Words",
    "frozen",
]
