"""What all tests share: the Hypothesis profiles, what is collected, and the marker `needs` for programs that pip can't bring."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.terminal import TerminalReporter

    from strokekit.engine import Engine

pytest_plugins = ["pytester"]
_ENGINES: dict[tuple[str, ...], Engine] = {}
"""Search path → the engine of what is installed there."""

# CI searches the same examples every time, so that a red run is about the change; a developer's runs go on searching.
settings.register_profile("strokekit-ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("strokekit", deadline=None)
settings.load_profile("strokekit-ci" if os.environ.get("CI") else "strokekit")


# Where a shell runs the tests in the background, Ctrl-C is ignored, here and in every process begun here; some tests press it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _one_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all commands that are run inside one process share the engine of what is installed.

    Thousands of tests run a command, and most of their time went into making the same catalogue again. Another path is another
    environment, and gets an engine of its own; so does who asks for certain plugins.
    """
    from strokekit.engine import Engine

    real = Engine.discover

    def discover(**given: Any) -> Engine:
        if given.get("allow") is not None or any(given[name] for name in given.keys() - {"missing"}):
            return real(**given)
        key = (given.get("missing", "error"), os.environ.get("STROKEKIT_STRICT"), *sys.path)
        if key not in _ENGINES:
            _ENGINES[key] = real(**given)
        return _ENGINES[key]

    monkeypatch.setattr(Engine, "discover", discover)


@pytest.fixture(autouse=True)
def _on_no_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands write what they write anywhere, also where the tests run on a platform that they know."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture(autouse=True)
def _without_a_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no command keep anything in the user's own folders."""
    monkeypatch.setenv("STROKEKIT_CACHE_DIR", "")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Keep `--doctest-modules` to the sources: what lies beside the tests may be broken on purpose."""
    beside = collection_path.suffix == ".py" and not collection_path.name.startswith("test_")
    return True if beside else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a test whose program is absent; where STROKEKIT_REQUIRE_ALL is 1, fail it."""
    for marker in item.iter_markers("needs"):
        program: str = marker.args[0]
        if shutil.which(program) is not None:
            continue
        if os.environ.get("STROKEKIT_REQUIRE_ALL") == "1":
            pytest.fail(f"needs {program}, which is not on the PATH, and STROKEKIT_REQUIRE_ALL=1", pytrace=False)
        item.user_properties.append(("needs", program))
        pytest.skip(f"needs {program}")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """List the tests that were left out, by the program that they need."""
    left_out = defaultdict(list)
    for report in terminalreporter.getreports("skipped"):
        for name, program in getattr(report, "user_properties", ()):
            if name == "needs":
                left_out[program].append(report.nodeid)
    for program, tests in sorted(left_out.items()):
        terminalreporter.section(f"not run: needs {program}")
        for test in sorted(tests):
            terminalreporter.line(test)
