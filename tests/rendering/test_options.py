"""Options of renderers: typed, held against their declaration, all there, and refused with clear words."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from strokekit import Engine, UsageError, hookimpl
from strokekit.model.touch import Pressure
from strokekit.plugin import Parameter, RenderContext, Renderer
from strokekit.rendering.options import schema_of, settled
from tests.plugins.plugs import giving
from tests.rendering.hostile import article

OPTIONS = {
    "head": Parameter(type="text", title="Head", summary="what stands above", default="Times"),
    "steps": Parameter(type="count", limits="1..9", default=3),
    "gap": Parameter(type="duration", limits="0..1 min"),
    "bare": Parameter(type="boolean", default=False),
    "order": Parameter(type="choice", choices=("up", "down"), default="up"),
    "firm": Parameter(type="pressure"),
    "key": Parameter(type="text", needs=True),
}


def shown(context: RenderContext) -> str:
    """Write the options that a renderer gets."""
    return repr(dict(context.options))


class Choosy:
    """A plugin with one renderer that takes every kind of option."""

    @hookimpl
    def strokekit_renderers(self) -> list[Renderer]:
        """Contribute `own.choosy`."""
        return [
            Renderer(
                id="choosy", title="Choosy", media_type="text/plain", suffix=".txt", render=shown, options=OPTIONS, timed=False
            )
        ]


ENGINE = Engine(plugins={"own": Choosy()}, strict=True)
CHOOSY = ENGINE.catalog.renderers["own.choosy"]


def test_every_option_has_a_value() -> None:
    """What is not given is the default; what has none is None."""
    assert settled(CHOOSY, ENGINE.catalog, {"key": "k"}) == {
        "head": "Times",
        "steps": 3,
        "gap": None,
        "bare": False,
        "order": "up",
        "firm": None,
        "key": "k",
    }


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        pytest.param("head", "Zeiten", "Zeiten", id="text"),
        pytest.param("steps", 4, 4, id="a number"),
        pytest.param("steps", "4", 4, id="a number as text"),
        pytest.param("gap", 5_000, 5_000, id="milliseconds"),
        pytest.param("gap", "30 s", 30_000, id="a time"),
        pytest.param("gap", "0 s", 0, id="no time"),
        pytest.param("bare", True, True, id="true"),
        pytest.param("bare", "yes", True, id="yes"),
        pytest.param("bare", "False", False, id="false as text"),
        pytest.param("order", "down", "down", id="one of the choices"),
    ],
)
def test_a_value_is_typed(name: str, given: Any, expected: Any) -> None:
    """A program's value and a text of a command line mean the same."""
    assert settled(CHOOSY, ENGINE.catalog, {"key": "k", name: given})[name] == expected


def test_a_literal_is_its_value() -> None:
    """A pressure is what strokekit reads of it."""
    assert isinstance(settled(CHOOSY, ENGINE.catalog, {"key": "k", "firm": "light"})["firm"], Pressure)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param({"haed": "x"}, "the renderer 'own.choosy' has no option 'haed': did you mean head?", id="misspelt"),
        pytest.param(
            {"x": "x"},
            "the renderer 'own.choosy' has no option 'x': there are head, steps, gap, bare, order, firm, key",
            id="unknown",
        ),
        pytest.param({}, "the renderer 'own.choosy' needs the option 'key', a text", id="missing"),
        pytest.param(
            {"steps": 10},
            "the option 'steps' of the renderer 'own.choosy' takes a whole number within 1..9, not 10",
            id="outside",
        ),
        pytest.param(
            {"steps": "1..3"},
            "the option 'steps' of the renderer 'own.choosy' takes a whole number within 1..9, not '1..3'",
            id="a range",
        ),
        pytest.param(
            {"steps": True},
            "the option 'steps' of the renderer 'own.choosy' takes a whole number within 1..9, not True",
            id="yes",
        ),
        pytest.param(
            {"gap": "2 breaths"},
            "the option 'gap' of the renderer 'own.choosy' takes a time such as `10 min` within 0..1 min, not '2 breaths'",
            id="breaths",
        ),
        pytest.param(
            {"bare": "maybe"}, "the option 'bare' of the renderer 'own.choosy' takes true or false, not 'maybe'", id="maybe"
        ),
        pytest.param(
            {"order": "left"}, "the option 'order' of the renderer 'own.choosy' takes one of up, down, not 'left'", id="choice"
        ),
        pytest.param({"head": 7}, "the option 'head' of the renderer 'own.choosy' takes a text, not 7", id="no text"),
        pytest.param(
            {"firm": "frim"}, "the option 'firm' of the renderer 'own.choosy' takes a pressure, not 'frim'", id="literal"
        ),
    ],
)
def test_a_wrong_option_is_a_wrong_call(given: dict[str, Any], words: str) -> None:
    """The message says which option, what it takes, and what was found."""
    with pytest.raises(UsageError) as raised:
        ENGINE.render(article(), to="own.choosy", options=given if not given or "key" in given else {"key": "k", **given})

    assert str(raised.value) == words


def test_a_renderer_without_options_says_so() -> None:
    """There is nothing to choose from."""
    with pytest.raises(UsageError, match=r"^the renderer 'json' has no option 'x': it has none$"):
        ENGINE.render(article(), to="json", options={"x": 1})


def test_the_renderer_gets_them() -> None:
    """As they were settled."""
    assert "'order': 'down'" in str(ENGINE.render(article(), to="own.choosy", options={"key": "k", "order": "down"}))


def test_the_schema_of_the_options() -> None:
    """Whoever makes a form or a service of a renderer has a JSON Schema of what it takes."""
    schema = schema_of(CHOOSY)
    Draft202012Validator.check_schema(schema)
    valid = Draft202012Validator(schema).is_valid

    described = {"title": "Head", "description": "what stands above", "type": "string", "default": "Times"}
    assert schema["properties"]["head"] == described
    assert schema["required"] == ["key"]
    assert valid({"key": "k", "steps": 4, "gap": "30 s", "bare": True, "order": "down"})
    assert not any(valid({"key": "k", **wrong}) for wrong in ({"x": 1}, {"order": "left"}, {"bare": "yes"}, {"steps": 0.5}))
    assert not valid({})


@pytest.mark.parametrize(
    ("option", "words"),
    [
        pytest.param(Parameter(type="choice", default="a"), "a choice needs `choices`", id="no choices"),
        pytest.param(
            Parameter(type="count", limits="1..3", default=7), "the default `7` is outside the limits `1..3`", id="a default"
        ),
        pytest.param(
            Parameter(type="boolean", default="yes"), "`yes` is no boolean that it may be", id="a default of another type"
        ),
    ],
)
def test_a_wrong_declaration_is_the_plugins_problem(option: Parameter, words: str) -> None:
    """It is found when a plugin is examined, and names the option."""
    made = Renderer(id="r", title="R", media_type="text/plain", suffix=".txt", render=shown, options={"one": option})
    engine = Engine(plugins={"own": giving("strokekit_renderers", [made])})

    assert [found.message for found in engine.check_plugins() if words in found.message]
    assert all("one" in found.message or "options" in found.message for found in engine.check_plugins())
