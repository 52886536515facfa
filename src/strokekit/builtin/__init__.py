"""What strokekit ships, contributed through the same hooks as anyone's: techniques, regions, words, rules, renderers."""

from __future__ import annotations

from strokekit.builtin.renderers import RENDERERS
from strokekit.builtin.rules import RULES
from strokekit.plugins.bare import from_data

PLUGIN = from_data(
    __name__,
    "data/techniques.yaml",
    "data/regions.yaml",
    "data/words.yaml",
    "data/quantities.yaml",
    "data/scales.yaml",
    "data/messages/en.ftl",
).adding(*RULES, *RENDERERS)
"""The plugin that every engine has, made of data files as anyone's can be; its namespace is empty."""
