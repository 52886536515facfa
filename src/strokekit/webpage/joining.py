"""The modules in `scripts/` → one script: each becomes a function's body, so that their private names stay apart.

It knows no more of JavaScript than the modules use: `import { a, b } from "./file.js";` on a line of its own, and `export` before
a function or a constant at the beginning of a line.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z_]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)
_BLANK = re.compile(r"^\s*\n|^ +", re.MULTILINE)


@cache
def joined(last: str) -> str:
    """Join a module of `scripts/` with all that it imports into one script, which has one constant for each module.

    >>> joined("course").startswith("const $course=(()=>{")
    True
    """
    return "".join(_module(name) for name in _order(last))


def source(name: str) -> str:
    """Give a module as it is written."""
    return (files("strokekit.webpage") / "scripts" / f"{name}.js").read_text(encoding="utf-8")


def _order(last: str) -> tuple[str, ...]:
    """Name a module and all that it imports, each after those that it imports itself."""
    found: dict[str, None] = {}
    for _, name in _IMPORT.findall(source(last)):
        found |= dict.fromkeys(_order(name))
    return (*(found | {last: None}),)


def _module(name: str) -> str:
    text = _IMPORT.sub(r"const {\1} = $\2;\n", source(name))
    exports = [found[1] for found in _EXPORT.findall(text)]
    body = _BLANK.sub("", _COMMENT.sub("", _EXPORT.sub(r"\1", text)))
    return f"const ${name}=(()=>{{\n{body}return {{{','.join(exports)}}};\n}})();\n"
