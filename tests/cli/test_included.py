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


@pytest.mark.parametrize("name", ["main.routine.yaml", "not-saved-yet.routine.yaml", "new/main.routine.yaml"])
def test_standard_input_stands_where_its_name_says(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor pipes what is not saved: its includes and its configuration are those of the file that it will be."""
    for folder in ("routines", "routines/new"):
        (tmp_path / folder / "parts").mkdir(parents=True)
        (tmp_path / folder / "parts" / "calf.routine.yaml").write_text(PART, encoding="utf-8")
    (tmp_path / "routines" / "strokekit.toml").write_text('[check]\nformat = "concise"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    part = (Path("routines") / name).parent / "parts" / "calf.routine.yaml"

    ran = strokekit("check", "-", "--stdin-filename", f"routines/{name}", stdin=MAIN)

    assert ran.out == f"{part}:5:47: error[SK403] there is no region `claf` (did you mean `calf`?)\n"


def test_standard_input_without_a_name_stands_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So it includes no files."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "calf.routine.yaml").write_text(PART, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert strokekit("check", "-", "--format", "concise", stdin=MAIN).out == (
        "<stdin>:5:25: error[SK417] the included file `parts/calf.routine.yaml` can't be used: "
        "the text that includes it was not read from a file\n"
    )
