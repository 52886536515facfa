"""The example files, by what they are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2] / "examples" / "routines"
COMPLETE = sorted(ROOT.glob("*.routine.yaml"))
"""Whole routines, as somebody would give them."""
CONSTRUCTS = sorted((ROOT / "constructs").glob("*.routine.yaml"))
"""One construct of the format each."""
FRAGMENTS = sorted((ROOT / "constructs" / "fragments").glob("*.routine.yaml"))
"""What is only there to be included."""
INVALID = sorted((ROOT / "invalid").glob("*.routine.yaml"))
"""A mistake each, with the report beside it."""
DOUBTFUL = sorted((ROOT / "doubtful").glob("*.routine.yaml"))
"""What is valid and draws a warning, with the report beside it."""
INCLUDED = sorted(path for path in (ROOT / "invalid").rglob("*.routine.yaml") if path.parent.name != "invalid")
"""What the invalid ones include."""


def name_of(path: Path) -> str:
    """The file's name without its ending."""
    return path.name.removesuffix(".routine.yaml")


def report_of(path: Path) -> Path:
    """Where the report on a file stands."""
    return path.with_name(f"{name_of(path)}.expected.txt")
