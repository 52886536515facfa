"""Routines made from declarations: the valid ones check, and of those with a mistake it is known what is said where."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strokekit import Engine
from strokekit.errors import UsageError
from strokekit.testing import Planted, catalog_of, engine_of, near_invalid, routines, steps
from strokekit.testing.documents import document, errors_of
from strokekit.testing.near import PLANTS
from tests.testing import plugs

FEW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
BUILTIN = engine_of()
PLUGGED = Engine(plugins={"x": plugs.Plugin()})


@pytest.mark.parametrize("engine", [pytest.param(BUILTIN, id="built-ins"), pytest.param(PLUGGED, id="a plugin")])
def test_routines_are_valid(engine: Engine) -> None:
    """Over any catalogue, what is made checks without errors, and uses what the catalogue has."""
    used: Counter[str] = Counter()

    @FEW
    @given(routines(engine))
    def check(data: dict[str, Any]) -> None:
        assert errors_of(engine, data) == ()
        used.update(part.split('"')[1] for part in str(data).replace("'", '"').split('technique": ')[1:])

    # techniques that end the process when they are asked are for the tests of trials
    if engine is BUILTIN:
        check()
        assert len(used) > 5


def test_routines_of_chosen_techniques_use_no_others() -> None:
    """The techniques can be chosen; those of a plugin are held to its limits."""

    @FEW
    @given(routines(PLUGGED, techniques=["x.good"]))
    def check(data: dict[str, Any]) -> None:
        assert errors_of(PLUGGED, data) == ()
        assert set(_techniques(data["sections"])) <= {"x.good"}

    check()


def _techniques(nodes: list[dict[str, Any]]) -> list[str]:
    inner = [name for node in nodes for key in ("steps", "from") for name in _techniques(node.get(key, []))]
    return [str(node["technique"]) for node in nodes if "technique" in node] + inner


def test_steps_take_what_is_declared() -> None:
    """Steps of a technique use each of its fields and parameters, with values at the limits and between them."""
    found: dict[str, set[str]] = {}

    @settings(FEW, max_examples=80)
    @given(steps(PLUGGED, "x.good"))
    def check(step: dict[str, Any]) -> None:
        assert errors_of(PLUGGED, document(step)) == ()
        for key, value in {**step, **step.get("with", {})}.items():
            found.setdefault(key, set()).add(str(value))

    check()
    assert {"where", "repeat", "hold", "duration", "rest", "with", "leans"} <= set(found)
    assert (found["repeat"], found["leans"]) == ({"1", "5", "1..5"}, {"2", "4", "2..4"})


@cache
def _planted(kind: str) -> st.SearchStrategy[Planted]:
    return near_invalid(BUILTIN, kinds=(kind,))


@pytest.mark.parametrize("kind", [*PLANTS, "dose missing", "dose outside limits"])
def test_a_planted_mistake_is_reported(kind: str) -> None:
    """The checker says the code at the place that the mistake came with, of the file as JSON and as YAML."""

    @settings(FEW, max_examples=8)
    @given(_planted(kind))
    def check(planted: Planted) -> None:
        assert planted.kind == kind
        for syntax in ("json", "yaml"):
            report = BUILTIN.check(BUILTIN.read_text(planted.text, name="planted", syntax=syntax))
            assert planted.reported(report), (planted, [(d.code, d.pointer, d.span) for d in report])

    check()


def test_a_mistake_elsewhere_is_not_the_one() -> None:
    """Another code, or the same at another place, does not count."""
    planted = Planted(kind="", name="unknown-key", code="SK201", pointer="/titel", line=1, column=2, text="", data={})
    text = '{"titel": 1, "strokekit": 1}'

    assert planted.reported(BUILTIN.check(BUILTIN.read_text(text, syntax="json")))
    assert not planted.reported(BUILTIN.check(BUILTIN.read_text(" " + text, syntax="json")))
    assert not planted.reported(BUILTIN.check(BUILTIN.read_text("{}", syntax="json")))


def test_all_kinds_are_made() -> None:
    """There are many kinds of mistakes, over a plugin's catalogue too, and each has a code of its own or a place."""
    assert len(PLANTS) >= 20
    assert len({name for name, _ in PLANTS.values()}) >= 20


@pytest.mark.parametrize(
    ("call", "message"),
    [
        pytest.param(lambda: steps(BUILTIN, "x.y"), "there is no technique 'x.y' in this engine", id="unknown technique"),
        pytest.param(
            lambda: routines(BUILTIN, techniques=["x.y"]), "there is no technique 'x.y' in this engine", id="of routines"
        ),
        pytest.param(
            lambda: steps(PLUGGED, "x.impossible"),
            "no step of 'x.impossible' by itself was found that checks without errors",
            id="impossible technique",
        ),
        pytest.param(lambda: near_invalid(BUILTIN, kinds=("typo",)), "this catalogue has no room for typo", id="unknown kind"),
    ],
)
def test_what_can_not_be_made_is_said(call: Any, message: str) -> None:
    """A strategy that could give nothing is a mistake of the test."""
    with pytest.raises(UsageError) as raised:
        call()

    assert str(raised.value) == message


def test_a_catalogue_of_just_a_plugin() -> None:
    """Without the built-ins, a catalogue holds what the plugin contributes and nothing else."""
    alone, whole = catalog_of({"x": plugs.Sound()}, builtins=False), catalog_of({"x": plugs.Sound()})

    assert ("kneading" in whole.techniques, "x.good" in whole.techniques) == (True, True)
    assert {id.partition(".")[0] for id in (*alone.techniques, *alone.rules)} == {"x"}  # noqa: A001 - the field's word
    assert (dict(alone.regions), dict(alone.words), dict(alone.renderers), {o.namespace for o in alone.plugins}) == (
        {},
        {},
        {},
        {"x"},
    )
