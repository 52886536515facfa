"""Nothing heavy is loaded before it is used: not on import, not for `--help`, not for `--version`."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("fluent", "importlib.metadata", "jinja2", "jsonschema", "jsonschema_rs", "lark", "pluggy", "yaml")
"""What a routine is read, checked and rendered with; each costs more than strokekit's own import."""

EVEN = (*HEAVY, "attr")
"""What is not loaded either for a help text: all values are classes of attrs."""
REPORT = f"import sys; print(*(name for name in {EVEN!r} if name in sys.modules), 'end', sep='\\n', file=sys.__stderr__)"
COMMAND = "import sys; from strokekit.cli.main import main; assert main([{argument!r}], sys.stdin, sys.stdout, sys.stderr) == 0"


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("import strokekit", id="import"),
        pytest.param(COMMAND.format(argument="--help"), id="help"),
        pytest.param(COMMAND.format(argument="--version"), id="version"),
    ],
)
def test_nothing_heavy_is_loaded(program: str) -> None:
    """A fresh interpreter has none of the heavy modules afterwards."""
    result = subprocess.run([sys.executable, "-c", f"{program}; {REPORT}"], capture_output=True, text=True, check=False)

    assert result.stderr.splitlines() == ["end"]


@pytest.mark.parametrize("name", EVEN)
def test_a_heavy_module_would_be_seen(name: str) -> None:
    """The list holds the names by which these modules are really loaded."""
    result = subprocess.run([sys.executable, "-c", f"import {name}; {REPORT}"], capture_output=True, text=True, check=False)

    assert name in result.stderr.splitlines()
