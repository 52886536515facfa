"""The linter, the formatter and the type checker find nothing: they are tests like any other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["ruff", "check", "--output-format", "concise", "."], id="ruff check"),
        pytest.param(["ruff", "format", "--check", "."], id="ruff format"),
        pytest.param(["mypy", "--strict", "--no-error-summary", "--no-color-output"], id="mypy"),
    ],
)
def test_the_tool_finds_nothing(arguments: list[str]) -> None:
    """The tool ends with 0; if it does not, the test shows what it said."""
    command = [sys.executable, "-m", *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, f"{' '.join(arguments)}\n{result.stdout}{result.stderr}"
