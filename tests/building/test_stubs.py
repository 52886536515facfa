"""The stubs of the builders: a type checker knows the techniques of a catalogue and the keys that each of them takes."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import strokekit
from strokekit import Engine, build
from strokekit.building.keys import keys_of, properties_of, spelt
from strokekit.building.stub_types import quotable, type_of
from strokekit.building.stubs import build_stub, package_stub
from strokekit.plugin import Parameter, Takes, Technique
from strokekit.plugins.hookspecs import hookimpl
from strokekit.reading.shapes import DOSES, NODE

ROOT = Path(__file__).parents[2]


class Thai:
    """A plugin with a technique of its own, whose parameters are words of Python."""

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute `thai.palming`."""
        parameters = {
            "with": Parameter(type="choice", choices=("breath", "count")),
            "depth": Parameter(type="count"),
        }
        takes = {"where": Takes(), "hold": Takes()}
        return [
            Technique(
                id="palming",
                title="Palming",
                family="compression",
                summary='A "walk" of palms.',
                takes=takes,
                parameters=parameters,
            )
        ]


CATALOG = Engine(plugins={"thai": Thai()}).catalog
STUB = build_stub(CATALOG)


def literals(function: str) -> list[str]:
    """Give the ids that the overloads of a builder take."""
    found = re.findall(rf"^def {function}\(id: Literal\[(.*?)\], /", STUB, flags=re.MULTILINE)
    return [id_ for ids in found for id_ in ast.literal_eval(f"[{ids}]")]


def test_every_technique_and_action_is_there_once() -> None:
    """Those of plugins too; techniques under the one builder, actions under the other."""
    hands_on = [one.id for one in CATALOG.techniques.values() if one.hands_on]
    others = [one.id for one in CATALOG.techniques.values() if not one.hands_on]

    assert CATALOG.problems == ()
    assert sorted(literals("technique")) == sorted(hands_on)
    assert sorted(literals("action")) == sorted(others)
    assert "thai.palming" in hands_on


def test_the_stub_names_all_that_the_module_does() -> None:
    """Whatever `strokekit.build` offers, the stub does, and nothing else that is public."""
    tree = ast.parse(STUB)
    imported = {alias.asname for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names if alias.asname}
    defined = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name[0] != "_"}

    assert sorted(imported | defined) == sorted(build.__all__)


def test_the_stub_is_the_same_each_time() -> None:
    """It may be kept in a repository: equal catalogues give equal stubs."""
    assert build_stub(Engine(plugins={"thai": Thai()}).catalog) == STUB


@pytest.mark.parametrize(
    "builder", [name for name in build.__all__ if name in ("block", "section", "routine", "part", "cue", "free", "choose")]
)
def test_builders_have_their_keys(builder: str) -> None:
    """The dictionary of a builder has all keys of the format that are given by name."""
    found = next(
        node for node in ast.parse(STUB).body if isinstance(node, ast.ClassDef) and node.name == f"_{builder.capitalize()}"
    )
    fields = {node.target.id for node in found.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}

    first = {"section": {"id"}, "routine": {"strokekit"}, "free": {"free"}, "choose": {"choose"}}.get(builder, set())
    assert fields == {*map(spelt, keys_of(builder)), "extras"} - first


@pytest.mark.parametrize(
    ("key", "shape", "expected"),
    [
        pytest.param("repeat", DOSES["repeat"], "_Count", id="literal"),
        pytest.param("where", DOSES["where"], "_Place | Sequence[_Place]", id="literal or list"),
        pytest.param("breath", DOSES["breath"], "Literal['inhale', 'exhale', 'unstated']", id="words"),
        pytest.param("optional", NODE["optional"], "bool", id="truth value"),
        pytest.param("label", NODE["label"], "str | int", id="two types"),
        pytest.param("title", NODE["title"], "str | Mapping[str, Any]", id="text"),
        pytest.param("steps", {}, "Sequence[Step | Mapping[str, Any]]", id="steps"),
        pytest.param("parts", {}, "Mapping[str, Part]", id="parts"),
        pytest.param("any", {}, "Any", id="nothing said"),
        pytest.param("many", {"enum": [f"w{index}" for index in range(20)]}, "str", id="too many words"),
        pytest.param("strokekit", properties_of("routine")["strokekit"], "Literal[1]", id="one value"),
    ],
)
def test_types_come_from_the_tables(key: str, shape: dict[str, Any], expected: str) -> None:
    """The type of a key is what its shape in the format's tables takes."""
    assert sorted(type_of(key, shape).split(" | ")) == sorted(expected.split(" | "))


def test_texts_cannot_break_out() -> None:
    """A plugin's words stand in docstrings, whatever they hold."""
    assert quotable('a """ b \\ c.\n d.') == "a ''' b / c. d"
    assert "thai.palming: A 'walk' of palms." in STUB


def test_the_package_stub_has_all_public_names() -> None:
    """It stands in front of the package, so it must name what that does."""
    stub = package_stub(strokekit._HOMES)  # noqa: SLF001 - the table of public names, as the command hands it in

    assert sorted(re.findall(r"\bas (\w+)|^(__version__)", stub, flags=re.MULTILINE)) == sorted(
        (name, "") if name != "__version__" else ("", name) for name in strokekit.__all__
    )


GOOD = """\
from collections.abc import Sequence
from datetime import timedelta

from strokekit import Engine, build, dump
from strokekit.model.amounts import exactly

warm: build.Step = build.technique("gliding", path="ankle -> knee", pressure="gentle", repeat="3..5", id="warm")
work = build.technique("kneading", where=["calf", "thigh"], duration=timedelta(minutes=2), repeat=exactly(3), extras={"x-a": 1.5})
palm = build.technique("thai.palming", where="calf", hold="3 s", with_={"with": "breath", "depth": 2})
cover = build.action("cover", where="body", thing="towel")
block: build.Step = build.block(warm, build.mirror(work), repeat=2, sides="each", between=[cover])
choice: build.Step = build.choose(1, palm, {"action": "rub_hands"}, by="client")
steps: Sequence[build.Step] = [build.concatenate(block, choice), build.repeat(work, "2..3", between=[cover])]
leg: build.Part = build.part(*steps, values={"passes": {"type": "count", "default": 3}})
section: build.Section = build.section("legs", build.with_values(leg, {"passes": 3}), position="prone", phase="main")
arms = build.section("arms", free="region", where="arm", duration="5 min")
routine: build.Routine = build.routine(section, arms, title={"en": "Legs"}, parts={"leg": leg})
changed: build.Routine = build.replace(build.insert(routine, work, before="warm"), "warm", work)
text: str = dump(changed, syntax="json") if Engine().structure(changed.document).ok else ""
cues = [build.cue(say="Hello"), build.checkpoint("5 min"), build.unlisted(2), build.free("pool")]
part = build.include("leg", set={"passes": 2})
"""
"""What a checker accepts."""
BAD = (
    ('build.technique("kneeding", where="calf")', "call-overload"),
    ('build.technique("cover", where="body")', "call-overload"),
    ('build.action("kneading", where="calf")', "call-overload"),
    ('build.technique("kneading", hold="3 s")', "call-overload"),
    ('build.technique("kneading", repeats=3)', "call-overload"),
    ('build.technique("kneading", repeat=1.5)', "call-overload"),
    ('build.technique("kneading", breath="in")', "call-overload"),
    ('build.technique("thai.palming", with_={"with": "breath", "depht": 2})', "call-overload"),
    ('build.technique("thai.palming", tempo="slow")', "call-overload"),
    ('build.block(build.section("legs"))', "arg-type"),
    ('build.block(sides="both")', "arg-type"),
    ('build.section("legs", sids="each")', "call-arg"),
    ("build.section()", "call-arg"),
    ('build.routine(build.technique("kneading"))', "arg-type"),
    ('build.routine(title="T", parts={"leg": build.technique("kneading")})', "dict-item"),
    ('build.concatenate(build.section("legs"))', "arg-type"),
    ('build.free("regions")', "arg-type"),
    ("build.kneading()", "attr-defined"),
)
"""What it refuses, a line each, and under which code."""


def test_a_type_checker_knows_the_catalogue(tmp_path: Path) -> None:
    """The catalogue's own is accepted; a misspelt technique, a key that it does not take and an impossible value are refused."""
    stubs = tmp_path / "stubs" / "strokekit"
    stubs.mkdir(parents=True)
    (stubs / "build.pyi").write_text(STUB, encoding="utf-8")
    (stubs / "__init__.pyi").write_text(package_stub(strokekit._HOMES), encoding="utf-8")  # noqa: SLF001 - as above
    (tmp_path / "good.py").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.py").write_text("\n".join(["from strokekit import build", *(line for line, _ in BAD)]), encoding="utf-8")
    options = ["--strict", "--follow-imports=silent", "--no-color-output", "--no-error-summary"]
    command = [sys.executable, "-m", "mypy", *options, f"--cache-dir={tmp_path / 'cache'}", "good.py", "bad.py"]
    environment = {**os.environ, "MYPYPATH": os.pathsep.join(["stubs", str(ROOT / "src")])}
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    errors = dict.fromkeys(re.findall(r"^(\S+?):(\d+): error: .*\[([a-z-]+)\]$", ran.stdout, flags=re.MULTILINE))

    assert ([*errors], ran.stderr) == ([("bad.py", str(line), code) for line, (_, code) in enumerate(BAD, start=2)], "")
