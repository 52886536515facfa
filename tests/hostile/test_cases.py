"""Files made to hurt, each through the command line and through PyYAML's slow parser, under limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from strokekit.formats import Limits
from tests.hostile.cases import CASES, YAML, Case

ROOT = Path(__file__).parents[2]
MEGABYTES = 500
"""What a refusal may take of the memory."""
LONGEST = 2_500
"""Characters of a message with two facts in it."""


@cache
def _measured(way: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Run all cases in one process with a child for each, so that what is loaded is loaded once."""
    command = [sys.executable, "-m", "tests.hostile", "--json", way]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    rows = [json.loads(line) for line in said.splitlines()]
    return {(row["syntax"], row["case"]): row for row in rows}


def _holds(case: Case, row: dict[str, Any]) -> None:
    assert "failed" not in row
    assert set(case.names) <= set(row["names"])
    assert bool(case.names) == bool(row["names"])
    assert not (case.placed and set(case.names) & set(row["unplaced"]))
    assert row["findings"] <= 2 * (Limits().diagnostics + 1)
    assert row["longest"] <= LONGEST
    assert row["megabytes"] <= MEGABYTES


@pytest.mark.xdist_group("hostile by command")
@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.syntax}: {case.name}") for case in CASES])
def test_by_command(case: Case) -> None:
    """`check` says what is wrong, with a place where there is one, and ends with 1; what is no mistake ends with 0."""
    row = _measured("--cli")[case.syntax, case.name]

    _holds(case, row)
    if case.syntax != "toml":  # a plugin's file: no command checks it
        assert row["code"] == int(bool(case.names))


@pytest.mark.xdist_group("hostile in Python")
@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in YAML if not case.patient])
def test_without_libyaml(case: Case) -> None:
    """PyYAML's parser in Python finds the same, and is not asked to read what will be refused anyway."""
    _holds(case, _measured("--pure")["yaml", case.name])


def test_every_case_has_its_own_name() -> None:
    """Two cases of one name would hide each other."""
    assert len({(case.syntax, case.name) for case in CASES}) == len(CASES)
