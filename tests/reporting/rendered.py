"""What a report of each code looks like, made from its page: `python -m tests.reporting.rendered` renews `rendered.txt`.

The codes that the invalid examples show have their reports there. Here are the others: a page with a bad example is checked, the
programs of one without are run, and what they find is written as `strokekit check` would.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import Any

from strokekit.cli.main import main
from strokekit.diagnostics import CODES, Code, Diagnostic
from strokekit.formats.source import Source
from strokekit.reporting.text import full
from tests.examples.files import DOUBTFUL, INVALID, report_of
from tests.house.pages import blocks, run_page

RENDERED = Path(__file__).parent / "rendered.txt"
_VARYING = re.compile(r"(?<=\()\w+\.py, line \d+(?=\))|(?<=within )\d+(?= steps of work)|(?<=costs at most )[\d.]+%")
"""What changes with the code of strokekit, and not with what is wrong."""
PAGES = Path(__file__).parents[2] / "docs" / "codes"


def in_examples() -> frozenset[str]:
    """The numbers of the codes that the reports beside the examples show."""
    said = "".join(report_of(path).read_text(encoding="utf-8") for path in (*INVALID, *DOUBTFUL))
    return frozenset(re.findall(r"^\w+\[(SK\d+)\]", said, re.MULTILINE))


OTHERS = tuple(code for code in CODES.values() if code.number not in in_examples())


def kept() -> dict[str, str]:
    """What stands in `rendered.txt`: number → report."""
    entries = RENDERED.read_text(encoding="utf-8").split("\n## ")[1:] if RENDERED.exists() else []
    return {number: text.rstrip("\n") for number, _, text in (entry.partition("\n\n") for entry in entries)}


def shown(code: Code, folder: Path) -> str:
    """The report that the page of a code leads to; `folder` is empty, and the present one."""
    page = PAGES / f"{code.number}-{code.name}.md"
    text = page.read_text(encoding="utf-8")
    bad = re.search(r"## Bad\n\n(.*?)\n## ", text, re.DOTALL)
    if bad is None:
        return _by_programs(code, page, folder)
    (block,) = blocks(bad[1])
    (folder / f"routine.{block.language}").write_text(block.text, encoding="utf-8")
    terminal = io.StringIO()
    main(["check", f"routine.{block.language}"], io.StringIO(), terminal, terminal)
    return terminal.getvalue().rstrip("\n")


def _by_programs(code: Code, page: Path, folder: Path) -> str:
    """Run the programs of a page, and show the first finding of the code that comes to its end in them."""
    with _recorded(Diagnostic) as found, _recorded(Source) as sources:
        faults = run_page(page, folder=folder, main=main)
    assert faults == []
    own = [one for one in found if one.code == code.number]
    placed = next((one for one in own if one.file), own[0])
    source = next((one for one in sources if one.name == placed.file), None)
    return _VARYING.sub("…", full(placed, source))


@contextmanager
def _recorded(kind: type[Any]) -> Iterator[list[Any]]:
    """Keep every value of a kind that is made."""
    made: list[Any] = []
    real = kind.__init__

    def init(self: Any, *given: Any, **named: Any) -> None:
        real(self, *given, **named)
        made.append(self)

    kind.__init__ = init
    try:
        yield made
    finally:
        kind.__init__ = real


def _renew() -> None:
    parts = ["# What reports of codes look like: renewed by `python -m tests.reporting.rendered`\n"]
    for code in OTHERS:
        with tempfile.TemporaryDirectory() as folder, chdir(folder):
            parts.append(f"\n## {code.number}\n\n{shown(code, Path(folder))}\n")
    RENDERED.write_text("".join(parts), encoding="utf-8")


if __name__ == "__main__":
    os.environ.pop("GITHUB_ACTIONS", None)
    _renew()
