"""Routine files for the tests of batches."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from strokekit import Engine, Report

_LEAD = "strokekit: 1\ntitle: Legs\ncontraindications: none_reviewed\n"
HEAD = f"{_LEAD}sections:\n  - id: legs\n    position: prone\n    lubricant: oil\n"
RIGHT = f"{HEAD}    steps:\n      - {{technique: kneading, where: calf, repeat: 3}}\n"
WRONG = f"{HEAD}    steps:\n      - {{technique: kneeding, where: calf, repeat: 3}}\n"
INCLUDING = f"{HEAD}    include: ./leg.routine.yaml#leg\n"
PART = "strokekit: 1\nkind: fragment\ntitle: Leg\nparts:\n  leg:\n    steps:\n      - {{technique: {}, where: calf, repeat: 3}}\n"


ENGINE = Engine()


def put(folder: Path, name: str, text: str) -> str:
    """Write a file; give its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return os.fspath(path)


def shipped() -> list[str]:
    """Give all routine files of the examples, right and wrong ones, each constraint's first."""
    root = Path(__file__).parents[2] / "examples" / "routines"
    return sorted(os.fspath(path) for path in root.rglob("*.routine.*") if re.search(r"\.(yaml|json)$", path.name))


@cache
def reports() -> list[Report]:
    """Check all of them, one after the other."""
    return [ENGINE.check(path) for path in shipped()]
