"""Write what is made from other files of the tree and shipped beside them: `python -m tests.house.generated`.

The tests hold each against what it is made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from strokekit.builtin import FILES, PREPARED
from strokekit.literals import tables
from strokekit.literals.grammar import built, grammar_text
from strokekit.plugins.prepared import prepare

SOURCES = Path(__file__).parents[2] / "src" / "strokekit"


def generated() -> Mapping[Path, str]:
    """Make all of them: path → text."""
    grammar = grammar_text()
    return {
        SOURCES / "literals" / tables.FILE: tables.tables_of(built(grammar), grammar),
        SOURCES / "builtin" / PREPARED: prepare("strokekit.builtin", FILES),
    }


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
