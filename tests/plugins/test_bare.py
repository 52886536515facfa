"""Plugins that are data: what a file declares reaches the catalogue, and what is wrong in it has its place."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from strokekit.engine import Engine
from strokekit.plugins.bare import Bare, from_data, plugin_from_file, plugin_from_text
from strokekit.plugins.declarations import Renderer, Takes

YAML = """\
version: "1.2"
techniques:
  - {id: palming, title: Palming, family: compression, summary: Palms press.,
     takes: {where: {needs: true}, tool: {default: iron}}}
words:
  tool: [{id: iron, title: Iron}]
messages: {de: "technique-shiatsu-palming = Handballen"}
"""
TOML = """\
version = "1.2"
[[techniques]]
id = "palming"
title = "Palming"
family = "compression"
summary = "Palms press."
takes.where = {needs = true}
takes.tool.default = "iron"
[words]
tool = [{id = "iron", title = "Iron"}]
[messages]
de = "technique-shiatsu-palming = Handballen"
"""
JSON = json.dumps(
    {
        "version": "1.2",
        "techniques": [
            {
                "id": "palming",
                "title": "Palming",
                "family": "compression",
                "summary": "Palms press.",
                "takes": {"where": {"needs": True}, "tool": {"default": "iron"}},
            }
        ],
        "words": {"tool": [{"id": "iron", "title": "Iron"}]},
        "messages": {"de": "technique-shiatsu-palming = Handballen"},
    }
)


@pytest.mark.parametrize(("suffix", "text"), [("yaml", YAML), ("yml", YAML), ("toml", TOML), ("json", JSON)])
def test_one_file_is_a_plugin(tmp_path: Path, suffix: str, text: str) -> None:
    """The same declarations come from each syntax, and reach the catalogue under the plugin's name and version."""
    path = tmp_path / f"shiatsu.{suffix}"
    path.write_text(text, encoding="utf-8")
    catalog = Engine(plugins={"shiatsu": path}, strict=True).catalog

    assert catalog.techniques["shiatsu.palming"].takes == {"where": Takes(needs=True), "tool": Takes(default="shiatsu.iron")}
    assert catalog.words["tool"]["shiatsu.iron"].title == "Iron"
    assert str(catalog.owners["technique:shiatsu.palming"]) == "shiatsu 1.2"
    assert catalog.messages[-1] == {"de": "technique-shiatsu-palming = Handballen"}


WRONG = """\
techniques:
  - {id: Palming, title: Palming, family: compression, summary: x}
  - {id: rocking_2, title: 3, famly: x, summary: x, hands_on: 1}
  - {id: good, title: Good, family: compression, summary: x}
  - {id: good, title: Again, family: compression, summary: x}
  - id: pressing_2
    title: Pressing
    family: compression
    summary: x
    takes: {wher: {}}
    one_of: [[path]]
    parameters: {rhythm: {type: choice}}
    cautions: {status: listed}
    timing: {per: stroke, time: 3 s}
regions: {id: x}
words:
  tol: []
  tool: [{id: iron, title: Iron, group: thing}, {id: and, title: And}]
scales: [{id: own, title: Own, low: "0", high: ten}]
rules:
  - {id: empty, title: Empty}
  - {id: braces, title: Braces, forbids: [{at: later}], message: "{step} is wrong"}
messages: {german: "x"}
api: 1
"""
SAID = [
    "2:10: `Palming` is no id: small letters, digits and `_`, without the namespace | write `palming`",
    '3:28: `3` should be a text | write it in quotes: `"3"`',
    "3:31: `famly` is not a key of a Technique | did you mean `family`?",
    "3:63: `1` should be true or false |",
    "5:10: `good` is declared twice | give one of the two another id",
    "14:19: `stroke` is none of `pass`, `spot`, `area`, `once` |",
    "15:10: a list is expected |",
    "17:3: `tol` is no vocabulary | did you mean `tool`?",
    "18:34: `group` is said by where this stands | remove `group`",
    "18:54: `and` is a word of the grammar | use another word",
    '19:48: `ten` is no level | write a number in quotes, such as `"3"`',
    "21:5: a rule needs `requires`, `forbids`, `limits` or `load` |",
    "22:48: `later` is none of `step`, `before`, `after`, `routine` | did you mean `after`?",
    "23:12: `german` is no language tag | write one such as `en` or `pt-BR`",
]


def said(bare: Bare, name: str) -> list[str]:
    """Say each problem by its place, its words and its repairs, without what all of them begin with."""
    lead = f"{name}:"
    return [
        f"{str(found).removeprefix(lead)} | {'; '.join(found.hints)}".replace(
            "error[SK802] this declaration can't be used: ", ""
        ).strip()
        for found in bare.problems
    ]


def test_every_mistake_has_its_place() -> None:
    """All mistakes of all declarations come in one pass, each with line, column and repair, and the rest of the file stays."""
    bare = plugin_from_text(WRONG, name="shiatsu.yaml")

    assert said(bare, "shiatsu.yaml") == SAID
    assert [technique.id for technique in bare.strokekit_techniques()] == ["good"]


def test_what_contradicts_itself() -> None:
    """A technique whose types are right can still name what is not there."""
    text = WRONG.replace("timing: {per: stroke, time: 3 s}", "lubricant: none")
    bare = plugin_from_text(text, name="shiatsu.yaml")

    assert [line for line in said(bare, "shiatsu.yaml") if line.split(":")[0] in ("10", "11", "12", "13")] == [
        "10:13: `wher` is no dose field | did you mean `where`?",
        "11:15: `path` is not taken | add `path` to `takes`",
        "12:26: a choice needs `choices` | list the words under `choices`",
        "13:15: `listed` needs `items` | list them with `status: listed`",
    ]


def test_mistakes_in_toml_have_their_place() -> None:
    """A TOML file is read as exactly as the others."""
    text = TOML.replace("takes.tool.default", "takes.tol.default").replace('version = "1.2"', "version = 1.2")

    assert said(plugin_from_text(text, name="shiatsu.toml"), "shiatsu.toml") == [
        "1:11: error[SK107] `1.2` is a bare decimal number | write it with its unit, as in `1.2 min`, or in quotes",
        "8:7: `tol` is no dose field | did you mean `tool`?",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: [", "p.yaml:1:5: error[SK102]", id="no YAML"),
        pytest.param("[]", "p.yaml:1:1: error[SK116]", id="no mapping"),
        pytest.param("api: 2", "p.yaml:1:6: error[SK802]", id="a newer interface"),
        pytest.param("strokekit: 1\ntitle: x", "p.yaml:1:1: error[SK802]", id="a routine"),
        pytest.param("parts: []", "p.yaml:1:8: error[SK802]", id="parts that are a list"),
        pytest.param("words: []", "p.yaml:1:8: error[SK802]", id="words that are a list"),
        pytest.param("messages: []", "p.yaml:1:11: error[SK802]", id="messages that are a list"),
        pytest.param("version: 2", "p.yaml:1:10: error[SK802]", id="a version without quotes"),
    ],
)
def test_no_file_raises(text: str, expected: str) -> None:
    """Whatever stands in the file, there is a plugin, and one problem with its place."""
    bare = plugin_from_text(text, name="p.yaml")

    assert [str(found).partition("]")[0] + "]" for found in bare.problems] == [expected]
    assert bare.strokekit_techniques() == ()


def test_problems_of_a_file_are_problems_of_the_catalogue() -> None:
    """They are warnings that name the plugin, and an unknown technique carries them as hints."""
    bare = plugin_from_text("techniques: [{id: palming, title: Palming, family: x, sumary: x}]", name="shiatsu.yaml")
    engine = Engine(plugins={"shiatsu": bare})
    (problem,) = engine.catalog.problems

    assert (str(problem), problem.hints) == (
        "shiatsu.yaml:1:55: warning[SK802] this declaration can't be used: `sumary` is not a key of a Technique",
        ("did you mean `summary`?", "this stands in the plugin shiatsu"),
    )
    routine = engine.loads("strokekit: 1\ntitle: x\nsections: [{id: a, steps: [{technique: shiatsu.palming}]}]")
    (error,) = [found for found in routine.report.errors if found.name == "unknown-technique"]
    assert any("`sumary` is not a key of a Technique" in hint for hint in error.hints)


def test_a_packaged_plugin_reads_the_files_of_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data and messages are found in the package, and called by its folder in what is reported."""
    package = tmp_path / "strokekit_own"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "data.yaml").write_text("techniques: [{}]", encoding="utf-8")
    (package / "de.ftl").write_text("a = b", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    bare = from_data("strokekit_own", "data.yaml", "de.ftl", "missing.yaml")

    assert bare.strokekit_messages() == {"de": "a = b"}
    assert [str(found) for found in bare.problems] == [
        *(
            f"strokekit_own/data.yaml:1:14: error[SK802] this declaration can't be used: a Technique needs `{name}`"
            for name in ("family", "id", "summary", "title")
        ),
        "strokekit_own/missing.yaml: error[SK901] there is no file `strokekit_own/missing.yaml`",
    ]
    assert [found.name for found in from_data("no_such_package").problems] == ["file-missing"]


def test_code_is_added_to_data() -> None:
    """Callables are given to techniques by their ids, and values that only code can make are added."""

    def refine(_context: object) -> None:
        return None

    renderer = Renderer(id="lines", title="Lines", media_type="text/plain", suffix=".txt", render=str)
    bare = plugin_from_text(YAML, name="s.yaml").coded("palming", refine=refine).adding(renderer)
    catalog = Engine(plugins={"shiatsu": bare}, strict=True).catalog

    assert catalog.techniques["shiatsu.palming"].refine is refine
    assert catalog.renderers["shiatsu.lines"].title == "Lines"
    assert [found.message for found in bare.coded("palmin", moves=refine).problems] == [
        "this declaration can't be used: there is no technique `palmin` to give callables to"
    ]


def test_a_plugin_of_data_travels(tmp_path: Path) -> None:
    """It pickles as its recipe, and so does an engine that has it."""
    path = tmp_path / "shiatsu.yaml"
    path.write_text(YAML, encoding="utf-8")
    engine = Engine(plugins={"shiatsu": plugin_from_file(path)})
    again = pickle.loads(pickle.dumps(engine))  # noqa: S301 - made just here

    assert again.catalog.fingerprint == engine.catalog.fingerprint


def test_own_words_are_meant_by_their_bare_names() -> None:
    """In the literals of its own declarations a plugin's words need no namespace."""
    engine = Engine(plugins={"shiatsu": plugin_from_text(YAML)})
    text = "strokekit: 1\ntitle: x\nsections: [{id: a, steps: [{technique: shiatsu.palming, where: calf}]}]"
    plan = engine.compose(engine.loads(text)).require()
    (step,) = plan.sections[0].block.first

    assert step.dose["tool"].value.options[0][0].part == "shiatsu.iron"  # type: ignore[union-attr]  # a step
