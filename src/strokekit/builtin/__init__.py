"""What strokekit ships, contributed through the same hooks as anyone's: techniques, regions, words, rules, renderers."""

from __future__ import annotations

from strokekit.builtin.renderers import RENDERERS
from strokekit.builtin.rules import RULES
from strokekit.plugins.bare import from_data

FILES = tuple(f"data/{name}.yaml" for name in ("techniques", "regions", "words", "quantities", "scales"))
"""The data files."""
PREPARED = "data/prepared.json"
"""What they say, made of them by `python -m tests.house.generated`."""
PLUGIN = from_data(__name__, *FILES, "data/messages/de.ftl", "data/messages/en.ftl", prepared=PREPARED).adding(*RULES, *RENDERERS)
"""The plugin that every engine has, made of data files as anyone's can be; its namespace is empty."""
