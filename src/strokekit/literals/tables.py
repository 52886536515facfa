"""The parser's tables, made once from the grammar and shipped: to work them out takes longer than to check a file.

They hold for one grammar and one version of the parser library; for any other they are worked out anew. After a change of the
grammar `python -m tests.house.generated` writes them, and a test says so.
"""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark

FILE = "literals.tables.json"


def tables_of(parser: Lark, grammar: str) -> str:
    """Write the tables of a parser as text. They are numbered by chance: two for one grammar differ, and parse alike.

    Args:
        parser: what was built.
        grammar: the text that it was built from.
    """
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    data, memo = parser.memo_serialize([TerminalDef, Rule])
    return json.dumps({**_made_for(grammar), "data": data, "memo": memo}, sort_keys=True, separators=(",", ":")) + "\n"


def load_parser(grammar: str, tables: str | None = None) -> Lark | None:
    """Make the parser of a grammar from its tables; None where they are of another grammar, or for another library.

    Args:
        grammar: the text of the grammar.
        tables: what `tables_of` wrote; by default what is shipped.

    >>> load_parser("start: WORD") is None
    True
    """
    from lark import Lark

    try:
        read = json.loads((resources.files(__package__) / FILE).read_bytes() if tables is None else tables)
    except (OSError, ValueError):
        return None
    if not isinstance(read, dict) or {name: read.get(name) for name in ("grammar", "lark")} != _made_for(grammar):
        return None
    return Lark.load({"data": _data(read["data"]), "memo": _numbered(read["memo"])})


def _made_for(grammar: str) -> dict[str, str]:
    from lark import __version__

    # Releases that mend faults keep the form of the tables; others may change it.
    return {"grammar": hashlib.sha256(grammar.encode()).hexdigest(), "lark": __version__.rpartition(".")[0]}


def _data(data: dict[str, Any]) -> dict[str, Any]:
    """Turn back into numbers the keys that JSON has as texts."""
    table = data["parser"]["parser"]
    states = {int(state): _numbered(actions) for state, actions in table["states"].items()}
    whole = {**table, "tokens": _numbered(table["tokens"]), "states": states}
    return {**data, "parser": {**data["parser"], "parser": whole}}


def _numbered(given: dict[str, Any]) -> dict[int, Any]:
    return {int(key): value for key, value in given.items()}
