"""An environment with many distributions, as the benchmarks furnish it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.environment import CATALOG, DISCOVER, LIST, furnish, imported


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param(LIST, set(), id="listing without loading"),
        pytest.param(DISCOVER, set(), id="an engine that nobody has asked yet"),
        pytest.param(CATALOG, {"bench_plugin_0", "bench_plugin_1"}, id="its catalogue"),
    ],
)
def test_plugins_are_imported_when_they_are_needed(code: str, expected: set[str], tmp_path: Path) -> None:
    """Not a module of a plugin is imported before the catalogue is asked for."""
    furnish(tmp_path, distributions=5, plugins=2, techniques=1)

    assert imported(code, tmp_path) == expected
