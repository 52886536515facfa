"""Engines with plugins that laws are held under: the packages of the examples, and one whose techniques are deprecated."""

from __future__ import annotations

import sys
from pathlib import Path

from strokekit.engine import Engine
from strokekit.plugins.bare import plugin_from_text

ROOT = Path(__file__).parents[2]
PLUGINS = ROOT / "examples" / "plugins"
OLD = """\
techniques:
  - {id: lean, title: Lean, family: compression, summary: Leaning in., takes: {where: {}}, deprecated: leave it out}
  - id: press
    title: Press
    family: compression
    summary: Pressing.
    takes: {where: {needs: true}, hold: {}}
    parameters:
      how: {type: choice, choices: [walking, together], needs: true, title: How}
      heat: {type: quantity, limits: 38..50 °C, title: Heat}
      rocking: {type: boolean, title: Rocking}
      to: {type: place, title: To}
"""


def with_examples() -> Engine:
    """Make an engine with the packages of `examples/plugins`, as if they were installed, and with a plugin of our own."""
    for project in sorted(PLUGINS.iterdir()):
        source = str(project / "src")
        if source not in sys.path:
            sys.path.append(source)
    examples = {"thai": "strokekit_thai:plugin", "hot_stone": "strokekit_hot_stone:plugin"}
    return Engine(plugins={**examples, "old": plugin_from_text(OLD)}, strict=True)
