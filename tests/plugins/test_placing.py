"""Where something stands that only the whole catalogue shows to be wrong: in the plugin's file, with line and column."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine
from strokekit.plugins.bare import from_data, plugin_from_text
from tests.plugins.plugs import giving

LEAD = "techniques: [{id: palming, title: P, family: compression, summary: x, "
SAID = (
    pytest.param(
        "regions: [{id: line, title: L, part_of: calff}]",
        """\
1:41: warning[SK403] there is no region `calff`
  = did you mean `calf`?""",
        id="part_of",
    ),
    pytest.param(
        "regions: [{id: line, title: L, part_of: calf, lies_in: [calf, shinn], neighbours: [foot, nowhere]}]",
        """\
1:63: warning[SK403] there is no region `shinn`
  = did you mean `shin`?
1:90: warning[SK403] there is no region `nowhere`""",
        id="lies_in and neighbours",
    ),
    pytest.param(
        "regions: [{id: line, title: L}, {id: point, title: P, part_of: lin}]",
        """\
1:64: warning[SK403] there is no region `lin`
  = did you mean `p.line`?""",
        id="a region of its own misspelt",
    ),
    pytest.param(
        "regions: [{id: line, title: L, part_of: point}, {id: point, title: P, part_of: line}]",
        """\
1:41: warning[SK301] `p.line` is part of itself
  = write a region that it is a part of
1:80: warning[SK301] `p.point` is part of itself
  = write a region that it is a part of""",
        id="a circle",
    ),
    pytest.param(
        'scales: [{id: s, title: S, low: "1", high: "3", words: {gentle: "2"}}]',
        """\
1:65: warning[SK802] this declaration can't be used: `gentle` is a word of the scale `walton`, and means nothing here
  = use another word; a level is also written as a number: `2 p.s`""",
        id="a pressure word that strokekit has",
    ),
    pytest.param(
        "messages: {de: 'technique-p-palming Handballen'}",
        """\
1:17: warning[SK802] this declaration can't be used: `technique-p-palming Handballen` is no Fluent: expected token: "="
  = a message is written as `name = its words`""",
        id="a message that is no Fluent",
    ),
    pytest.param(
        "messages:\n  de: |\n    a = { $b }\n    broken {\n    b = B\n    }\n",
        """\
4:5: warning[SK802] this declaration can't be used: `broken {` is no Fluent: expected token: "="
  = a message is written as `name = its words`
6:5: warning[SK802] this declaration can't be used: `}` is no Fluent: expected an entry start
  = a message is written as `name = its words`""",
        id="lines among messages",
    ),
    pytest.param(
        LEAD + "takes: {where: {}, repeat: {limits: 1..5, default: 9}}}]",
        """\
1:122: warning[SK301] the default `9` is outside the limits `1..5`
  = write a default within them""",
        id="a default outside its limits",
    ),
    pytest.param(
        LEAD + "takes: {where: {}, pressure: {limits: 1..2 walton, default: deep}}}]",
        """\
1:131: warning[SK301] the default `deep` is outside the limits `1..2 walton`
  = write a default within them""",
        id="a pressure outside its limits",
    ),
    pytest.param(
        LEAD + "takes: {where: {}}, parameters: {heat: {type: quantity, limits: 38..50 °C, default: 60 °C}}}]",
        """\
1:155: warning[SK301] the default `60 °C` is outside the limits `38..50 °C`
  = write a default within them""",
        id="a parameter outside its limits",
    ),
    pytest.param(
        "techniques: [{id: palming, title: P, family: compresion, summary: x, takes: {where: {}}}]",
        """\
1:46: warning[SK301] `compresion` is no family of the catalogue
  = write one that it has
  = did you mean `compression`?
  = if it is meant, declare `compresion` under `words`, as a `family`""",
        id="a family misspelt",
    ),
)


@pytest.mark.parametrize(("text", "said"), SAID)
def test_it_has_its_place(text: str, said: str) -> None:
    """Looking at plugins tells it, as a warning that names the plugin: it makes no routine invalid by itself."""
    report = Engine(plugins={"p": plugin_from_text(text, name="p.yaml")}).check_plugins()
    lines = [line for found in report for line in (str(found), *(f"  = {hint}" for hint in found.hints[:-1]))]

    assert "\n".join(lines).replace("p.yaml:", "") == said
    assert {found.hints[-1] for found in report} == {"this stands in the plugin p"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LEAD + "takes: {where: {}, repeat: {limits: 1..5, default: 5}}}]", id="a default at its limit"),
        pytest.param(LEAD + "takes: {where: {}, pressure: {limits: 1..2 walton, default: 9 comfort}}}]", id="another scale"),
        pytest.param(LEAD.replace("compression", "cooling") + "takes: {where: {}}}]", id="a family of its own"),
        pytest.param(
            "words: {family: [{id: compresion, title: C}]}\n"
            + LEAD.replace("compression", "compresion")
            + "takes: {where: {}}}]",
            id="a family that it declares",
        ),
        pytest.param("messages: {de: 'a = { $x }'}", id="a message"),
        pytest.param('scales: [{id: s, title: S, low: "1", high: "3", words: {feathery: "2"}}]', id="a pressure word of its own"),
    ],
)
def test_what_holds_is_no_matter(text: str) -> None:
    """Nothing is said of what is only unusual."""
    assert Engine(plugins={"p": plugin_from_text(text, name="p.yaml")}).check_plugins().diagnostics == ()


def test_each_language_has_its_plugin() -> None:
    """Of several plugins with messages, each is told of its own; one that gives none is none of them."""
    plugins = {
        "a": giving("strokekit_messages", {"de": "x {"}),
        "b": giving("strokekit_messages", {}),
        "c": giving("strokekit_messages", {"de": "x = X", "fr": "y"}),
    }

    assert [found.message for found in Engine(plugins=plugins).check_plugins()] == [
        'the plugin a can\'t be used: in the messages, `de`: `x {` is no Fluent: expected token: "="',
        'the plugin c can\'t be used: in the messages, `fr`: `y` is no Fluent: expected token: "="',
    ]


def test_files_of_strokekit_need_no_place() -> None:
    """The same data under a plugin's name hangs together too."""
    assert Engine(plugins={"p": from_data("strokekit.builtin", "data/scales.yaml")}).catalog.problems == ()
