"""Findings in included files on the command line: the lines of both files are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import strokekit

MAIN = """\
strokekit: 1
title: Legs
contraindications: none_reviewed
sections:
  - {id: legs, include: "./parts/calf.routine.yaml#calf"}
"""
PART = "strokekit: 1\nkind: fragment\ntitle: Calf\nparts:\n  calf: {steps: [{technique: kneading, where: claf}]}\n"
SAID = """\
error[SK403] there is no region `claf`
  --> parts/calf.routine.yaml:5:47
  |
5 |   calf: {steps: [{technique: kneading, where: claf}]}
  |                                               ^^^^
   = did you mean `calf`?
   note: included from here
  --> main.routine.yaml:5:25
  |
5 |   - {id: legs, include: "./parts/calf.routine.yaml#calf"}
  |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

"""


def test_a_finding_in_an_included_file_shows_both_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line with the mistake, and the line with the include that leads to it."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "calf.routine.yaml").write_text(PART, encoding="utf-8")
    (tmp_path / "main.routine.yaml").write_text(MAIN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert strokekit("check", "main.routine.yaml").out == SAID
