"""The index of the code pages, written from the table of codes: `python -m tests.house.code_index` renews it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from strokekit.diagnostics.codes import _ROWS, Code

INDEX = Path(__file__).parents[2] / "docs" / "codes" / "index.md"
STAGES = {
    "1": ("The text itself", "Before anything is known of what the file says: its letters, brackets and indentation."),
    "2": ("The shape", "Which keys there are, and what kind of value each takes."),
    "3": ("Short texts", "Places, tools, pressures, times and counts, which follow a small grammar."),
    "4": ("Names", "Whatever is called by a name that has to be known."),
    "5": ("The steps as a whole", "What only shows once defaults, values, sides and positions are worked out."),
    "6": ("Time", "How long the steps take, alone and together."),
    "7": ("Care", "What is left alone, how firm is too firm, what must be taken away again."),
    "8": ("Plugins", "Packages that add techniques, regions, checks and renderers."),
    "9": ("The run itself", "Files and folders, and strokekit's own failures."),
}
HEAD = """\
# What strokekit can find

Every finding has a number and a name, which never change their meaning. Each has a page that says what is wrong, why it
matters, what strokekit says about it, and what to write instead. An *error* makes the file invalid; a *warning* is something
to look at that may stay as it is; a *hint* is for your information.
"""


def index() -> str:
    """Write the page: a table for each stage, in the order of the numbers."""
    return HEAD + "".join(_stage(number, list(rows)) for number, rows in groupby(_ROWS, key=lambda row: row.number[2]))


def _stage(number: str, rows: list[Code]) -> str:
    title, means = STAGES[number]
    lines = [f"| [{row.number}]({row.number}-{row.name}.md) | {row.name} | {row.severity} | {_first(row)} |" for row in rows]
    return "\n".join([f"\n## {title}\n\n{means}\n", "| code | name | weight | what it says |", "|---|---|---|---|", *lines, ""])


def _first(row: Code) -> str:
    """Give the first sentence of a code's page."""
    page = (INDEX.parent / f"{row.number}-{row.name}.md").read_text(encoding="utf-8")
    paragraph = " ".join(page.partition("\n\n")[2].partition("\n\n")[0].split())
    return paragraph.replace("|", r"\|")


if __name__ == "__main__":
    INDEX.write_text(index(), encoding="utf-8")
