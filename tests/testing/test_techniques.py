"""A technique on trial: every kind of fault is found, and a good technique has none."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from strokekit import Engine
from strokekit.errors import UsageError
from strokekit.testing import Fault, check_technique, faults_of
from strokekit.testing.watching import Watch, codes_of
from tests.testing import plugs


@cache
def engine() -> Engine:
    """Give the engine with the techniques on trial."""
    return Engine(plugins={"x": plugs.Plugin()})


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the other processes import these tests."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))


def test_a_good_technique_passes() -> None:
    """Nothing is wrong with a technique that is as it should be, callables and all."""
    check_technique(engine(), "x.good", examples=6)


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        pytest.param("clock", ["impure: one of its callables uses a clock"], id="a clock"),
        pytest.param(
            "chance",
            [
                "callable: `refine` of `x.chance` of the plugin x failed: it gave another answer the second time",
                "impure: one of its callables uses chance",
            ],
            id="chance",
        ),
        pytest.param("file", ["impure: one of its callables uses files or the system"], id="a file"),
        pytest.param("environment", ["impure: one of its callables uses the environment"], id="the environment"),
        pytest.param(
            "hash", ["unsteady: another process gives another plan, another time or another card for the same step"], id="hashes"
        ),
        pytest.param("gone", ["crash: the trial ended with 3: it said nothing"], id="the process ends"),
        pytest.param("leave", ["callable: `refine` of `x.leave` of the plugin x failed: SystemExit: 1"], id="sys.exit"),
        pytest.param(
            "bare",
            [
                "summary: nothing says what it is: give it a `title` and a `summary`",
                "provenance: nothing says where it is known from: give its `provenance` a source, or an estimate a note",
                "cautions: nobody has looked for cautions: list them, or say `none_reviewed` once somebody has",
                "time-unknown: a step that says no time has none: give the technique its `timing`",
            ],
            id="nothing declared",
        ),
        pytest.param("impossible", ["no-step: no step of it by itself was found that checks without errors"], id="no step"),
    ],
)
def test_a_fault_is_found(name: str, faults: list[str]) -> None:
    """Each kind of fault is found, and nothing else is said of the technique."""
    assert [str(fault) for fault in faults_of(engine(), f"x.{name}", examples=2)] == faults


def test_a_callable_without_an_end_is_stopped() -> None:
    """The trial has a time limit."""
    found = faults_of(engine(), "x.forever", examples=1, seconds=4)

    assert found == (Fault("timeout", "it was not done after 4 s: one of its callables may not end"),)


def test_all_faults_are_told_at_once() -> None:
    """What is wrong stands in one message, without what is accepted."""
    with pytest.raises(AssertionError) as raised:
        check_technique(engine(), "x.bare", examples=1, accept={"cautions", "summary"})

    assert str(raised.value) == (
        "x.bare has 2 faults:\n"
        "  provenance: nothing says where it is known from: give its `provenance` a source, or an estimate a note\n"
        "  time-unknown: a step that says no time has none: give the technique its `timing`"
    )


def test_a_technique_must_exist() -> None:
    """A misspelt id is a mistake of the test."""
    with pytest.raises(UsageError, match=r"^there is no technique 'x.nobody' in this engine$"):
        faults_of(engine(), "x.nobody")


def test_an_engine_must_travel() -> None:
    """A plugin that can't be packed for another process is a mistake of the test."""

    class Local(plugs.Plugin):
        """A class that nobody can import."""

    with pytest.raises(UsageError, match=r"^this engine can't travel to another process: "):
        faults_of(Engine(plugins={"x": Local()}), "x.good")


def test_only_what_is_below_is_seen() -> None:
    """What is used elsewhere while somebody looks is not the callable's."""
    with Watch(codes_of([plugs.by_places, None, 3])) as watch:
        os.stat(".")  # noqa: PTH116 - a call of the system outside of it
    assert watch.seen == set()
