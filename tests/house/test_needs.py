"""Tests that need a program which pip can't bring: listed where it is absent, required in CI."""

from __future__ import annotations

from pathlib import Path

import pytest

_CONFTEST = Path(__file__).parents[1] / "conftest.py"
_TESTS = """
import pytest

@pytest.mark.needs("no-such-program-7")
def test_speaks():
    pass

@pytest.mark.needs("sh")
def test_runs_a_shell():
    pass

def test_needs_nothing():
    pass
"""


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project with our conftest and a test whose program nobody has; of the plugins only the one that makes processes."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeini("[pytest]\nmarkers = needs(program): as in strokekit\n")
    pytester.makeconftest(_CONFTEST.read_text(encoding="utf-8"))
    pytester.makepyfile(test_speech=_TESTS)
    return pytester


@pytest.mark.parametrize("processes", ["0", "2"])
def test_an_absent_program_is_listed(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, processes: str) -> None:
    """A test whose program is absent is listed by name under the program, also when several processes run the tests."""
    monkeypatch.delenv("STROKEKIT_REQUIRE_ALL", raising=False)

    result = project.runpytest_subprocess("-p", "no:cacheprovider", "-p", "xdist", "-n", processes)

    result.assert_outcomes(passed=2, skipped=1)
    section = next(i for i, line in enumerate(result.outlines) if "not run: needs no-such-program-7" in line)
    assert result.outlines[section + 1] == "test_speech.py::test_speaks"
    assert result.outlines[section].strip("= ") == "not run: needs no-such-program-7"


def test_an_absent_program_fails_where_all_is_required(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """With STROKEKIT_REQUIRE_ALL=1 the same test fails and says what is missing."""
    monkeypatch.setenv("STROKEKIT_REQUIRE_ALL", "1")

    result = project.runpytest_subprocess("-p", "no:cacheprovider", "-p", "xdist", "-n", "0")

    result.assert_outcomes(passed=2, errors=1)
    expected = "needs no-such-program-7, which is not on the PATH, and STROKEKIT_REQUIRE_ALL=1"
    assert expected in result.outlines
    assert not [line for line in result.outlines if "not run" in line]
