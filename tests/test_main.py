"""`python -m strokekit` is the command line."""

from __future__ import annotations

import runpy
import sys

import pytest


def test_the_package_runs_as_a_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m strokekit --version` says the version and ends with 0."""
    import strokekit

    monkeypatch.setattr(sys, "argv", ["strokekit", "--version"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("strokekit", run_name="__main__")

    assert (ended.value.code, capsys.readouterr().out) == (0, f"strokekit {strokekit.__version__}\n")


def test_importing_the_program_does_not_run_it() -> None:
    """Tools that import every module of a package start nothing."""
    names = runpy.run_module("strokekit.__main__", run_name="strokekit.__main__")

    assert callable(names["run"])
