"""Files that configure strokekit: which one counts, and what it says."""

from __future__ import annotations

import tomllib
from pathlib import Path

from strokekit.configuration.reader import Reader
from strokekit.configuration.sections import configuration
from strokekit.configuration.values import Configuration
from strokekit.diagnostics import Outcome, Report
from strokekit.formats.locating import locate
from strokekit.formats.read import read_data_path

OWN, SHARED = "strokekit.toml", "pyproject.toml"
"""The files that are looked for; of two in one folder the first counts."""


def find_configuration(folder: Path) -> Path | None:
    """Find the nearest file that configures strokekit, in a folder or above it; a `pyproject.toml` only if it does."""
    here = folder.absolute()
    for place in (here, *here.parents):
        if (place / OWN).is_file():
            return place / OWN
        if (place / SHARED).is_file() and _speaks(place / SHARED):
            return place / SHARED
    return None


def _speaks(path: Path) -> bool:
    """Tell whether a `pyproject.toml` says something to strokekit, also if it can't be read as TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    if "strokekit" not in text:
        return False
    try:
        tool = tomllib.loads(text).get("tool")
    except (ValueError, RecursionError):  # no TOML, a number of thousands of digits, or too deep
        return "[tool.strokekit" in text
    return isinstance(tool, dict) and "strokekit" in tool


def read_configuration(path: Path) -> Outcome[Configuration]:
    """Read a file that configures strokekit; relative paths in it start at its folder.

    What it says wrongly is reported with its line and left out.
    """
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return Outcome(None, read_data_path(path).report)
    top = () if path.name == OWN else ("tool", "strokekit")
    for key in top:
        data = data.get(key, {})
    reader = Reader(top=top, file=path.name)
    made = configuration(reader, data, path.parent)
    document = read_data_path(path).value if reader.found else None
    return Outcome(made, Report.of(locate(document, wrong) for wrong in reader.found))
