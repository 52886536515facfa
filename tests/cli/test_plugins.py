"""`strokekit plugins`: what is found, what is used, what is broken; with and without loading."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from strokekit.engine import Engine
from strokekit.reporting.json_report import diagnostic_json
from strokekit.reporting.text import concise
from strokekit.version import VERSION
from tests.cli.running import ROOT, put, strokekit
from tests.plugins.broken import PREAMBLE, gives
from tests.plugins.plugs import distribution, forget

GOOD = (
    PREAMBLE
    + gives("[technique(f'way_{n}') for n in range(8)]")
    + gives("[p.Word(id='bamboo', group='tool', title='Bamboo')]", hook="strokekit_words")
)
BARE = "techniques:\n- {id: pressing, title: Pressing, family: compression, summary: Thumbs press.}\n- {id: bad}\n"
BROKEN = "it failed to load: ModuleNotFoundError: No module named 'no_such_module'"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An environment with a good plugin and a broken one, and a plugin file beside it; commands run in it."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    distribution(tmp_path, "strokekit-thai", "1.2", "thai", "thai_listed", GOOD)
    distribution(tmp_path, "strokekit-reiki", "0.1", "reiki", "reiki_listed", "import no_such_module")
    put(tmp_path, "shiatsu.yaml", BARE)
    yield tmp_path
    forget(tmp_path)


@pytest.mark.usefixtures("site")
def test_a_list_without_loading() -> None:
    """Namespace, package and version, and what would be loaded; nothing of it is imported."""
    ran = strokekit("plugins", "--plugin", "shiatsu.yaml", "--deny", "reiki")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Namespace  Plugin               Status    From\n"
        f"-          strokekit {VERSION}      found     strokekit\n"
        "shiatsu    shiatsu              found     shiatsu.yaml\n"
        "reiki      strokekit-reiki 0.1  disabled  reiki_listed\n"
        "  it is denied\n"
        "thai       strokekit-thai 1.2   found     thai_listed\n"
    )
    assert {"thai_listed", "reiki_listed"} & set(sys.modules) == set()


@pytest.mark.usefixtures("site")
def test_a_list_with_loading() -> None:
    """What each contributes, and what is wrong; the command ends with 1 if something is."""
    ran = strokekit("plugins", "--load", "--plugin", "shiatsu.yaml")
    lines = ran.out.splitlines()

    assert (ran.code, ran.err) == (1, "")
    assert lines[1] == f"-          strokekit {VERSION}      active  strokekit"
    assert lines[2].startswith("  technique (")
    assert lines[3:] == [
        "shiatsu    shiatsu              broken  shiatsu.yaml",
        "  technique (1): shiatsu.pressing",
        *(line for line in lines if line.startswith("  shiatsu.yaml:3:3: warning[SK802] this declaration can't be used: ")),
        "reiki      strokekit-reiki 0.1  broken  reiki_listed",
        f"  warning[SK801] the plugin strokekit-reiki 0.1 can't be used: {BROKEN}",
        "thai       strokekit-thai 1.2   active  thai_listed",
        "  technique (8): thai.way_0, thai.way_1, thai.way_2, thai.way_3, thai.way_4, thai.way_5 and 2 more",
        "  word (1): thai.bamboo",
    ]


@pytest.mark.usefixtures("site")
def test_loading_ends_well_when_nothing_is_broken() -> None:
    """A plugin that is denied is not broken."""
    assert strokekit("plugins", "--load", "--deny", "reiki").code == 0
    assert strokekit("plugins").code == 0


@pytest.mark.parametrize("load", [False, True], ids=["", "loaded"])
@pytest.mark.usefixtures("site")
def test_a_list_for_programs(*, load: bool) -> None:
    """The same as JSON, with every id and every diagnostic; it fits its schema."""
    ran = strokekit("plugins", "--format", "json", "--plugin", "shiatsu.yaml", *(["--load"] if load else []))
    schema: Any = json.loads((ROOT / "schemas" / "plugins.schema.json").read_text(encoding="utf-8"))
    thai = next(one for one in ran.json["plugins"] if one["namespace"] == "thai")

    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(ran.json)] == []
    assert {one["namespace"]: one["status"] for one in ran.json["plugins"]} == (
        {"": "active", "shiatsu": "broken", "reiki": "broken", "thai": "active"}
        if load
        else dict.fromkeys(("", "shiatsu", "reiki", "thai"), "found")
    )
    assert thai == {
        "namespace": "thai",
        "distribution": "strokekit-thai",
        "version": "1.2",
        "kind": "installed",
        "source": "thai_listed",
        "status": "active" if load else "found",
        "why": "",
        "problems": [],
        "contributes": {"word": ["thai.bamboo"], "technique": [f"thai.way_{n}" for n in range(8)]} if load else None,
    }


@pytest.mark.usefixtures("site")
def test_requirements() -> None:
    """Lines for pip, and in comments what is none of its business; what is not used is not required."""
    ran = strokekit("plugins", "--requirements", "--load", "--plugin", "shiatsu.yaml")

    assert ran.out == (
        f"strokekit=={VERSION}\n"
        "strokekit-thai==1.2\n"
        "# shiatsu is no package: shiatsu.yaml\n"
        "# shiatsu is broken\n"
        "# strokekit-reiki 0.1 is broken\n"
        "#\n"
        "# for a routine file:\n"
        "# requires:\n"
        '#   thai: ">=1.2"\n'
    )


def test_a_version_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package whose version nobody can compare is required in any."""
    monkeypatch.syspath_prepend(tmp_path)
    distribution(tmp_path, "strokekit-thai", "spring", "thai", "thai_spring", GOOD)
    made = strokekit("plugins", "--format", "json").json["requirements"]

    assert made == {"pip": [f"strokekit=={VERSION}", "strokekit-thai"], "requires": {"thai": ">=0"}}


@pytest.mark.usefixtures("site")
def test_a_list_works_when_everything_is_broken(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strict mode, a configuration with mistakes, two that claim one namespace: it is all in the list, or beside it."""
    monkeypatch.setenv("STROKEKIT_STRICT", "1")
    distribution(site, "thai-massage", "0.3", "thai", "thai_other", GOOD)
    put(site, "strokekit.toml", "strct = true\nplugins = ['shiatsu.yaml']\n")
    ran = strokekit("plugins", "--load", "--format", "json")

    assert ran.code == 1
    assert ran.err == (
        f"error[SK201] `strct` is not a key of `strokekit.toml`\n  --> {site}/strokekit.toml:1:1\n"
        "  |\n1 | strct = true\n  | ^^^^^\n   = did you mean `strict`?\n\n"
    )
    assert {one["namespace"]: one["status"] for one in ran.json["plugins"]} == {
        "": "active",
        "shiatsu": "broken",
        "reiki": "broken",
        "thai": "broken",
    }


UNREADABLE = """\
techniques:
- {id: pressing, title: Pressing, family: compression, summary: Thumbs press., takes: {hold: {limits: 2..often}}}
quantities: [{id: a_while, title: A while, of: duration, amount: soon}]
"""
PART = """\
parts: {opening: {steps: [{technique: kneeding, where: calf, duration: 1 min}]}}
"""


def test_what_is_read_only_when_needed_is_in_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Literals of declarations and parts of routines: what `Engine.check_plugins` finds, in the text and the JSON."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "shiatsu.yaml", UNREADABLE)
    put(tmp_path, "packs.yaml", PART)
    given = ("plugins", "--load", "--no-plugins", "--plugin", "shiatsu.yaml", "--plugin", "packs.yaml")
    ran, listed = strokekit(*given), strokekit(*given, "--format", "json")
    found = Engine(plugins={"shiatsu": Path("shiatsu.yaml"), "packs": Path("packs.yaml")}).check_plugins()
    said = [[one for one in found if one.file == name] for name in ("shiatsu.yaml", "packs.yaml")]

    assert (ran.code, listed.code) == (1, 1)
    assert [len(own) for own in said] == [2, 1]
    assert [line for line in ran.out.splitlines() if "warning" in line] == [f"  {concise(one)}" for own in said for one in own]
    assert [one["problems"] for one in listed.json["plugins"]] == [[], *([diagnostic_json(one) for one in own] for own in said)]


def test_files_that_are_configured_are_shown_from_their_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the command runs, problems included; a file of the command line stays as it was given."""
    put(tmp_path, "pyproject.toml", "[tool.strokekit]\nplugins = ['plugins/shiatsu.yaml', '../outside.yaml']\n")
    (tmp_path / "plugins").mkdir()
    (tmp_path / "deep").mkdir()
    put(tmp_path / "plugins", "shiatsu.yaml", BARE)
    put(tmp_path / "deep", "own.yaml", "words: {}\n")
    monkeypatch.chdir(tmp_path / "deep")
    ran = strokekit("plugins", "--load", "--plugin", "own.yaml")
    listed = strokekit("plugins", "--load", "--plugin", "own.yaml", "--format", "json").json["plugins"]

    assert [(one["namespace"], one["source"]) for one in listed if one["namespace"]] == [
        ("shiatsu", "plugins/shiatsu.yaml"),
        ("outside", "../outside.yaml"),
        ("own", "own.yaml"),
    ]
    assert str(tmp_path) not in ran.out
    files = {problem["file"] for one in listed for problem in one["problems"]}
    assert files == {"plugins/shiatsu.yaml", "../outside.yaml"}
