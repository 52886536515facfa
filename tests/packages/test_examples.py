"""The example plugins as their users have them: built as wheels, installed into a clean environment, tested and used there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from strokekit.formats import read_path
from strokekit.formats.schema import Validator
from tests.house.clean import ROOT, Environment, environment

pytestmark = pytest.mark.xdist_group("packages")  # one process builds the wheels, for all tests here

PLUGINS = ROOT / "examples" / "plugins"
ROUTINES = {"strokekit-thai": "side-lying.routine.yaml", "strokekit-hot-stone": "warm-back.routine.yaml"}


@pytest.fixture(scope="module")
def installed(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with strokekit and the example plugins, from their wheels."""
    return environment(tmp_path_factory.mktemp("installed") / "venv", *wheels.values())


@pytest.fixture
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of what a plugin has beside its package: its tests and routines."""
    name = str(request.param)
    for part in ("tests", "routines"):
        shutil.copytree(PLUGINS / name / part, tmp_path / name / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PLUGINS / name / "pyproject.toml", tmp_path / name)
    return tmp_path / name


def test_what_runs_is_what_was_installed(installed: Environment, tmp_path: Path) -> None:
    """Not the checkout: strokekit and both plugins come from the environment's own packages."""
    names = ("strokekit", "strokekit_thai", "strokekit_hot_stone")
    ran = installed.run(
        "python", "-c", f"import {', '.join(names)}; print({', '.join(f'{name}.__file__' for name in names)})", cwd=tmp_path
    )

    assert ran.code == 0, ran.err
    assert all(Path(path).is_relative_to(installed.folder) for path in ran.out.split())


def test_both_are_found_and_active(installed: Environment, tmp_path: Path) -> None:
    """`strokekit plugins --load` finds them, names their distributions, and nothing of them is broken."""
    ran = installed.run("strokekit", "plugins", "--load", "--format", "json", cwd=tmp_path)
    found = {plugin["namespace"]: plugin for plugin in json.loads(ran.out)["plugins"]}

    assert (ran.code, ran.err) == (0, "")
    assert {name: (one["distribution"], one["version"], one["status"]) for name, one in found.items() if name} == {
        "hot_stone": ("strokekit-hot-stone", "0.1.0", "active"),
        "thai": ("strokekit-thai", "0.1.0", "active"),
    }


@pytest.mark.parametrize("project", list(ROUTINES), indirect=True)
def test_its_own_tests_pass(installed: Environment, project: Path) -> None:
    """Those that it ships, with strokekit's test kit."""
    ran = installed.run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=project)

    assert ran.code == 0, ran.out + ran.err
    assert " passed in " in ran.out


@pytest.mark.parametrize("project", list(ROUTINES), indirect=True)
def test_its_routines_are_used(installed: Environment, project: Path) -> None:
    """Each routine is checked without a finding, timed and rendered; the folder is all that is known of the project."""
    name = ROUTINES[project.name]
    checked = installed.run("strokekit", "check", "--format", "concise", "routines", cwd=project)
    timed = installed.run("strokekit", "time", "--format", "json", f"routines/{name}", cwd=project)
    rendered = installed.run("strokekit", "render", "--to", "json", f"routines/{name}", cwd=project)

    assert (checked.code, checked.out, checked.err) == (0, "", "1 file: 0 errors, 0 warnings\n")
    assert (timed.code, timed.err) == (0, "")
    assert (rendered.code, rendered.err) == (0, "")
    assert json.loads(rendered.out)["total"]["ideal"] == json.loads(timed.out)["totals"]["visit"]["ideal"]


def test_routines_outlive_the_plugin(installed: Environment, bare: Environment, tmp_path: Path) -> None:
    """Where a plugin is not installed its routine is an error that names it, and `fmt` leaves every step as it is."""
    source = PLUGINS / "strokekit-thai" / "routines" / ROUTINES["strokekit-thai"]
    shutil.copy(source, tmp_path / "mine.routine.yaml")

    checked = bare.run("strokekit", "check", "--format", "concise", "mine.routine.yaml", cwd=tmp_path)
    formatted = bare.run("strokekit", "fmt", "mine.routine.yaml", cwd=tmp_path)

    assert checked.code == 1
    assert "error[SK413] the file requires the plugin `thai`, which is not loaded" in checked.out
    assert formatted.code == 0, formatted.err
    again = installed.run("strokekit", "time", "mine.routine.yaml", cwd=tmp_path)
    assert again.out == installed.run("strokekit", "time", str(source), cwd=tmp_path).out


def test_the_schema_is_that_of_what_is_installed(installed: Environment, bare: Environment, tmp_path: Path) -> None:
    """`strokekit schema` knows the techniques of the installed plugins, takes their routines, refuses what `check` does."""
    sources = [PLUGINS / project / "routines" / name for project, name in ROUTINES.items()]
    wrong = sources[0].read_text(encoding="utf-8").replace("technique: thai.palming", "technique: thai.palmin")
    (tmp_path / "wrong.routine.yaml").write_text(wrong, encoding="utf-8")
    checked = installed.run("strokekit", "check", "--format", "concise", "wrong.routine.yaml", cwd=tmp_path)
    made, without = (json.loads(where.run("strokekit", "schema", cwd=tmp_path).out) for where in (installed, bare))
    documents = [read_path(path).require().data for path in (*sources, tmp_path / "wrong.routine.yaml")]

    assert [Validator(made).valid(document) for document in documents] == [True, True, False]
    assert [Validator(without).valid(document) for document in documents] == [False, False, False]
    assert checked.code == 1
    assert "error[SK401] there is no technique `thai.palmin`" in checked.out
