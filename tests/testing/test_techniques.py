"""A technique on trial: every kind of fault is found, and a good technique has none."""

from __future__ import annotations

import os
import pickle
from functools import cache
from pathlib import Path

import pytest

from strokekit import Engine
from strokekit.errors import UsageError
from strokekit.testing import Fault, check_technique, faults_of
from strokekit.testing.processes import Answer, Order, answers
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


CASES = [
    pytest.param("good", [], id="none"),
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
    pytest.param("gone", ["crash: the trial ended with 3: it said nothing"], id="the process ends"),
    pytest.param(
        "hash", ["unsteady: another process gives another plan, another time or another card for the same step"], id="hashes"
    ),
    pytest.param("leave", ["callable: `refine` of `x.leave` of the plugin x failed: SystemExit: 1"], id="sys.exit"),
    pytest.param("meddle", ["changed: the catalogue is another one after the trial"], id="the catalogue is changed"),
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
    pytest.param(
        "unreadable",
        ["literal: the default of `hold` can't be read: 'soon enough'"],
        id="a literal that can't be read",
    ),
    pytest.param("impossible", ["no-step: no step of it by itself was found that checks without errors"], id="no step"),
]


@pytest.fixture(scope="module")
def found() -> tuple[Fault, ...]:
    """The faults of all techniques, tried together: what is wrong with one is no matter to the others."""
    names = [f"x.{case.values[0]}" for case in CASES]
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parents[2]))
        return faults_of(engine(), *names, examples=2)


@pytest.mark.parametrize(("name", "faults"), CASES)
def test_a_fault_is_found(name: str, faults: list[str], found: tuple[Fault, ...]) -> None:
    """Each kind of fault is found, and nothing else is said of the technique."""
    assert [str(fault) for fault in found if fault.technique == f"x.{name}"] == faults


def test_a_callable_without_an_end_is_stopped() -> None:
    """The trial of each technique has a time limit."""
    found = faults_of(engine(), "x.forever", examples=1, seconds=2)

    assert found == (Fault("timeout", "it was not done after 2 s: one of its callables may not end", "x.forever"),)


def test_all_faults_are_told_at_once() -> None:
    """What is wrong stands in one message, technique by technique, without what is accepted."""
    with pytest.raises(AssertionError) as raised:
        check_technique(
            engine(), "x.bare", "x.good", "x.gone", examples=1, accept={"x.bare": {"cautions", "summary"}, "x.good": ["crash"]}
        )

    assert str(raised.value) == (
        "x.bare has 2 faults:\n"
        "  provenance: nothing says where it is known from: give its `provenance` a source, or an estimate a note\n"
        "  time-unknown: a step that says no time has none: give the technique its `timing`\n"
        "x.gone has 1 fault:\n"
        "  crash: the trial ended with 3: it said nothing"
    )


def test_a_good_technique_passes() -> None:
    """Nothing is said where nothing is wrong but what is accepted of all."""
    check_technique(engine(), "x.good", "x.bare", examples=1, accept=["cautions", "summary", "provenance", "time-unknown"])


def test_a_process_that_does_not_begin() -> None:
    """What keeps the process from trying anything is a fault of every technique."""
    luggage = pickle.dumps(plugs.Unpacked())

    assert answers(luggage, Order(techniques=("x.good", "x.bare"), examples=1, seconds=60), "1") == dict.fromkeys(
        ("x.good", "x.bare"), Answer((("crash", "the trial ended with 1: RuntimeError: it can't be unpacked"),))
    )


def test_a_plugin_that_never_loads() -> None:
    """Loading has a time limit too."""
    order = Order(techniques=("x.good",), examples=1, seconds=60, start=2)

    assert answers(pickle.dumps(plugs.Unpacked(endless=True)), order, "1") == {
        "x.good": Answer((("timeout", "no trial had begun after 2 s: loading a plugin may not end"),))
    }


def test_a_technique_must_exist() -> None:
    """A misspelt id is a mistake of the test."""
    with pytest.raises(UsageError, match=r"^there is no technique 'x.nobody' in this engine$"):
        faults_of(engine(), "x.good", "x.nobody")


def test_a_technique_must_be_named() -> None:
    """A list that came out empty is a mistake of the test."""
    with pytest.raises(UsageError, match=r"^no technique was named: give the id of one, or of several$"):
        check_technique(engine(), *[])


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
