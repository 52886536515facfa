"""What the tests of the command line share: running it inside this process, and small routines to run it on."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from strokekit.cli.main import main

ROOT = Path(__file__).parents[2]
ARTICLE = "examples/routines/upper-lower-back.routine.yaml"
"""The article's routine, as it is named from the root of the repository."""
EXPECTED = Path(__file__).parent / "expected"
"""What commands print about the article: renew a file by running the command that its test names, from the root."""

GOOD = """\
strokekit: 1
id: calves
title: Calf massage
contraindications: none_reviewed
values:
  passes: {type: count, default: 3, min: 1, max: 6}
sections:
  - id: legs
    title: Legs
    steps:
      - {technique: kneading, id: calf_work, where: calf, duration: 2..4 min}
      - {technique: friction, id: extra, where: thigh, repeat: $passes}
"""
"""A routine without any finding."""
WARNED = GOOD.replace("contraindications: none_reviewed\n", "")
"""The same with one warning."""
BAD = GOOD.replace("where: calf", "where: claf")
"""The same with one error."""
UNKNOWN = GOOD.replace("technique: kneading", "technique: thai.palming")
"""The same with a technique whose plugin is missing: an error, after which there still is a plan."""


@attrs.frozen
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it wrote, as JSON."""
        return json.loads(self.out)


def strokekit(*argv: str, stdin: str | bytes = "") -> Ran:
    """Run a command with what stands in standard input; bytes are given as a pipe gives them."""
    given = io.StringIO(stdin) if isinstance(stdin, str) else io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    return Ran(main(list(argv), given, out, err), out.getvalue(), err.getvalue())


def put(folder: Path, name: str, text: str) -> str:
    """Write a file and give its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, source: str, *, name: str = "thai", version: str = "1.2") -> None:
    """Put a distribution with one plugin on the path, as an installer would: a module and its metadata."""
    put(folder, f"{name}_plugin.py", source)
    put(
        folder,
        f"strokekit_{name}-{version}.dist-info/METADATA",
        f"Metadata-Version: 2.1\nName: strokekit-{name}\nVersion: {version}\n",
    )
    put(folder, f"strokekit_{name}-{version}.dist-info/entry_points.txt", f"[strokekit]\n{name} = {name}_plugin\n")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(__import__("sys").modules, f"{name}_plugin", raising=False)
