"""What broke a law once, and what is sought for a short while with every run of the tests."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.seeds import FOUND
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
KEPT = [pytest.param(path, id=f"{path.parent.name}: {path.name}") for path in sorted(FOUND.glob("*/*"))]
SHORT = {"grafting": 50} if find_spec("atheris") else {}
"""Target → how many inputs it gets here."""


@pytest.mark.parametrize("path", KEPT)
def test_what_was_found_stays_mended(path: Path) -> None:
    """An input that a fuzzer found breaks no law any more."""
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", SHORT)
def test_a_short_run_finds_nothing(target: str, tmp_path: Path) -> None:
    """The fuzzer runs, from the examples on, and breaks no law within a few inputs; the same ones each time."""
    command = [sys.executable, "-m", "tests.fuzz", target, "--seed", "1", "--runs", str(SHORT[target]), "--found", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)

    assert [path.read_bytes() for path in tmp_path.iterdir()] == []
    assert run.returncode == 0, run.stderr[-2_000:]


def test_the_laws_can_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that gives nothing and says nothing does not pass."""
    monkeypatch.setattr("tests.fuzz.targets.read_text", lambda *_, **__: type("Silent", (), {"value": None, "report": _Empty()}))

    with pytest.raises(AssertionError, match="neither a value nor an error"):
        TARGETS["reading"](b"a: 1")


class _Empty:
    errors = ()

    def __iter__(self) -> object:
        return iter(())
