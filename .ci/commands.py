"""Print the commands that README.md promises, one a line: the first two ```sh blocks below a heading.

Each of them must hold one command, so that a reader can copy it whole. Nothing is run here; `.ci/run` does that.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_FENCE = re.compile(r"^```(?P<language>\S*)[^\n]*\n(?P<body>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_PROMISED = 2


def commands(page: str) -> list[str]:
    """Give the promised commands, verbatim and in order.

    Raises:
        ValueError: the page has fewer, or a block holds more or less than one line.
    """
    heading = re.search(r"^#+ ", page, re.MULTILINE)
    below = page[heading.start() :] if heading else ""
    blocks = [fence["body"].strip() for fence in _FENCE.finditer(below) if fence["language"] == "sh"][:_PROMISED]
    if len(blocks) < _PROMISED:
        raise ValueError(f"{_PROMISED} ```sh blocks are promised below a heading, found {len(blocks)}")
    for block in blocks:
        if len(block.splitlines()) != 1:
            raise ValueError(f"a ```sh block must hold one command in one line, found {block!r}")
    return blocks


if __name__ == "__main__":
    print("\n".join(commands(Path(sys.argv[1]).read_text(encoding="utf-8"))))
