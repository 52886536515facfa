"""What the benchmarks print as figures holds as facts: listing imports nothing, and more plugins do not make a step dearer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from strokekit import Engine
from tests.benchmarks.__main__ import Bench
from tests.benchmarks.corpus import routine
from tests.benchmarks.environment import CATALOG, DISCOVER, LIST, furnish, imported


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param(LIST, set(), id="list"),
        pytest.param(DISCOVER, set(), id="discover"),
        pytest.param(CATALOG, {"bench_plugin_0", "bench_plugin_1"}, id="catalogue"),
    ],
)
def test_what_imports_a_plugin(code: str, expected: set[str], tmp_path: Path) -> None:
    """Only who asks for the catalogue: neither a list without `--load` nor an engine by itself."""
    assert imported(code, furnish(tmp_path, distributions=5, plugins=2, techniques=1)) == expected


def calls(engine: Engine, text: str) -> int:
    """Count the calls of functions written in Python while a text is read, checked and composed."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:  # noqa: ARG001 - as `sys.setprofile` calls it
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        engine.compose(engine.loads(text)).require()
    finally:
        sys.setprofile(before)
    return count


def test_a_step_costs_the_same_whatever_plugins_there_are() -> None:
    """Forty steps more are as many calls more with 20 plugins as with none."""
    more = []
    for plugins in (0, 20):
        engine = Engine(plugins={f"bench_{number}": Bench() for number in range(plugins)})
        few, many = routine(40), routine(80)
        for text in (few, many):
            calls(engine, text)  # what is read once for an engine is read
        more.append(calls(engine, many) - calls(engine, few))

    assert more[0] > 0
    assert more[1] == more[0]
