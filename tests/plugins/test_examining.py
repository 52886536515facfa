"""What plugins declare and nobody reads until it is needed: wrong literals and names are found, and never break a check."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.engine import Engine
from strokekit.errors import PluginError
from strokekit.plugins.bare import plugin_from_text
from strokekit.plugins.declarations import NamedQuantity, Region, Takes, Technique
from tests.plugins.plugs import giving

LEAD = "techniques: [{id: palming, title: P, family: compression, summary: x, "
ROUTINE = """\
strokekit: 1
title: x
contraindications: none_reviewed
sections:
  - {id: a, position: prone, steps: [{technique: p.palming, where: calf}]}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            LEAD + "takes: {where: {}, tool: {default: spoon}}}]",
            "1:106: warning[SK404] `spoon` is no contact tool of the catalogue",
            id="a default that no word is",
        ),
        pytest.param(
            LEAD + "takes: {where: {}, repeat: {limits: 5..3}}}]",
            "1:107: warning[SK302] the range `5..3` runs from the larger to the smaller",
            id="limits upside down",
        ),
        pytest.param(
            LEAD + "takes: {where: {}}, timing: {per: pass, time: soon}}]",
            "1:117: warning[SK410] `soon` is no named quantity",
            id="a time that nobody knows",
        ),
        pytest.param(
            LEAD + "takes: {where: {}}, timing: {per: pass, time: 3 s, passes: x y}}]",
            "1:132: warning[SK301] `y` is not understood here",
            id="passes that are no count",
        ),
        pytest.param(
            LEAD + "takes: {where: {}}, parameters: {m: {type: count, default: 3 s}}}]",
            "1:132: warning[SK301] a count has no unit, but `s` was found",
            id="a default of another type",
        ),
        pytest.param(
            LEAD + "takes: {where: {}}, parameters: {m: {type: choice, choices: [a], default: b}}}]",
            "1:145: warning[SK301] `b` is no choice that it may be",
            id="a default that is no choice",
        ),
        pytest.param(
            "regions: [{id: line, title: L, part_of: calf, length: long}]\n" + LEAD + "takes: {where: {}}}]",
            "1:55: warning[SK410] `long` is no named quantity",
            id="a length that is none",
        ),
        pytest.param(
            "quantities: [{id: mantra, title: M, of: duration, amount: 3 cm}]\n"
            + LEAD
            + "takes: {where: {}, hold: {default: mantra}}}]",
            "1:61: warning[SK301] `cm` is no unit of time",
            id="an amount of another kind",
        ),
        pytest.param(
            "rules: [{id: r, title: R, forbids: [{technique: kneding}]}]\n" + LEAD + "takes: {where: {}}}]",
            "1:49: warning[SK301] there is no technique `kneding`",
            id="a rule about a technique that is not there",
        ),
        pytest.param(
            "rules: [{id: r, title: R, limits: {repeat: much}}]\n" + LEAD + "takes: {where: {}, repeat: {default: 3}}}]",
            "1:44: warning[SK410] `much` is no named quantity",
            id="a limit that is none",
        ),
    ],
)
def test_a_wrong_literal_has_its_place_and_breaks_nothing(text: str, expected: str) -> None:
    """It is found when plugins are looked at, in the file; a check of a routine that uses the plugin goes on without it."""
    engine = Engine(plugins={"p": plugin_from_text(text, name="p.yaml")})
    report = engine.check_plugins()

    assert [str(found).removeprefix("p.yaml:") for found in report] == [expected]
    assert report.diagnostics[0].hints[-1] == "this stands in the plugin p"
    assert engine.catalog.problems == ()
    assert engine.check(engine.read_text(ROUTINE, name="r")).errors == ()
    plan = engine.compose(engine.loads(ROUTINE)).require()
    assert engine.measure(plan).min >= 0
    assert engine.render(plan, to="text")


@pytest.mark.parametrize(
    ("hook", "value", "expected"),
    [
        pytest.param(
            "strokekit_techniques",
            Technique(id="a", title="A", family="compression", summary="x", takes={"tool": Takes(default="spoon")}),
            "in the techniques, `a`: `takes.tool.default`: `spoon` is no contact tool of the catalogue",
            id="a technique",
        ),
        pytest.param(
            "strokekit_regions",
            Region(id="line", title="L", positions=("pronne",)),
            "in the regions, `line`: `positions.0`: `pronne` is no pose of the catalogue",
            id="a region",
        ),
        pytest.param(
            "strokekit_quantities",
            NamedQuantity(id="mantra", title="M", of="count", amount="a"),
            "in the quantities, `mantra`: `amount`: `a` is no named quantity",
            id="a quantity",
        ),
    ],
)
def test_a_plugin_of_code_is_looked_at_too(hook: str, value: Any, expected: str) -> None:
    """Without a file there is no place, but the declaration and the field are named."""
    report = Engine(plugins={"p": giving(hook, [value])}).check_plugins()

    assert [found.message for found in report] == [f"the plugin p can't be used: {expected}"]


@pytest.mark.parametrize(
    "text",
    [LEAD + "takes: {where: {}, repeat: {limits: 5..3}}}]", "parts: {a: {title: A, steps: [{technique: kneding}]}}"],
    ids=["a literal", "a part"],
)
def test_a_strict_engine_looks_at_everything(text: str) -> None:
    """Who asked for it hears of what would otherwise show when a step needs it."""
    with pytest.raises(PluginError):
        _ = Engine(plugins={"p": plugin_from_text(text, name="p.yaml")}, strict=True).catalog


def test_what_strokekit_ships_is_sound() -> None:
    """There is nothing to say of an engine without plugins."""
    assert Engine().check_plugins().diagnostics == ()
