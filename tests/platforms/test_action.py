"""The action for GitHub's workflows: it is one, and its steps do what it says when they are run as a runner runs them."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.house.pages import blocks
from tests.platforms.offline import ROOT, variables

pytestmark = pytest.mark.needs("bash")

ACTION = ROOT / "action.yml"
PAGE = ROOT / "docs" / "how-to" / "check-with-other-tools.md"
TOLD: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
INSTALL, CHECK = TOLD["runs"]["steps"]
EXPRESSION = re.compile(r"\$\{\{ ([a-z_.-]+) \}\}")
GOOD = """\
strokekit: 1
title: Feet
contraindications: none_reviewed
sections:
  - id: feet
    steps: [{technique: kneading, where: sole, duration: 2 min}]
"""
BAD = GOOD.replace("2 min", "2")
RUN = f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT / 'src')!r})\nfrom strokekit.cli.main import run\nrun()\n"


def given(inputs: Mapping[str, str]) -> dict[str, str]:
    """Give what expressions stand for, with these inputs and the defaults of the others."""
    defaults = {name: one["default"] for name, one in TOLD["inputs"].items()}
    assert inputs.keys() <= defaults.keys()
    return {"github.action_path": str(ROOT), **{f"inputs.{name}": text for name, text in {**defaults, **inputs}.items()}}


def step(written: Mapping[str, Any], folder: Path, inputs: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as a runner does: its text in a file, its variables filled in, in the folder of the checkout."""
    values = given(inputs)
    filled = {name: EXPRESSION.sub(lambda found: values[found[1]], text) for name, text in written["env"].items()}
    script = folder.parent / "step.sh"
    script.write_text(written["run"], encoding="utf-8")
    assert written["shell"] == "bash"
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    environment = {**variables(), **filled, "RUNNER_TEMP": str(folder.parent / "runner"), "GITHUB_ACTIONS": "true"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout beside which strokekit is installed, as the first step leaves it: here it is that of this environment."""
    program = tmp_path / "runner" / "strokekit" / "bin" / "strokekit"
    program.parent.mkdir(parents=True)
    program.write_text(RUN, encoding="utf-8")
    program.chmod(0o755)
    folder = tmp_path / "checkout"
    folder.mkdir()
    return folder


def write(folder: Path, **texts: str) -> None:
    """Write routine files."""
    for name, text in texts.items():
        (folder / f"{name}.routine.yaml").write_text(text, encoding="utf-8")


def test_it_is_an_action() -> None:
    """It keeps to the schema of actions that others keep."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


def test_the_workflow_of_the_page_is_one(tmp_path: Path) -> None:
    """It keeps to the schema of workflows, and gives the action inputs that it has."""
    (written,) = [one.text for one in blocks(PAGE.read_text(encoding="utf-8")) if one.file == "workflow.yml"]
    (tmp_path / "workflow.yml").write_text(written, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*command, str(tmp_path / "workflow.yml")], capture_output=True, encoding="utf-8", check=False)
    inputs = yaml.safe_load(written)["jobs"]["check"]["steps"][1]["with"]

    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")
    assert inputs.keys() <= TOLD["inputs"].keys()


def test_nothing_of_an_input_is_read_as_a_script() -> None:
    """Expressions stand in variables alone, where the shell takes them for texts whatever they hold."""
    assert [step["name"] for step in TOLD["runs"]["steps"] if "${{" in step["run"]] == []
    assert all(EXPRESSION.fullmatch(text) for step in TOLD["runs"]["steps"] for text in step["env"].values())


def wheel(folder: Path, name: str) -> Path:
    """Make a wheel with a module of one name and nothing in it."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    about = {
        "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        "WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(f"{name}.py", "")
        for entry, text in {**about, "RECORD": ""}.items():
            file.writestr(f"{name}-1.0.dist-info/{entry}", text)
    return path


def test_the_first_step_installs_this_project(tmp_path: Path) -> None:
    """From the action's own source, with the packages that are named, into an environment of its own."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    done = step(INSTALL, folder, {"plugins": f"\n{wheel(tmp_path, 'one')}\n{wheel(tmp_path, 'two')}\n"})
    programs = tmp_path / "runner" / "strokekit" / "bin"
    code = "import one, two, strokekit; print(strokekit.__file__)"
    asked = subprocess.run([programs / "python", "-c", code], env=variables(), capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert (programs / "strokekit").is_file()
    assert Path(asked.stdout.strip()).is_relative_to(tmp_path / "runner"), asked.stderr


def test_the_second_step_annotates_and_fails(checkout: Path) -> None:
    """What is wrong becomes commands that GitHub shows at the line, and the step fails."""
    write(checkout, good=GOOD, bad=BAD)
    done = step(CHECK, checkout, {})

    assert done.returncode == 1
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert line.startswith("::error file=bad.routine.yaml,line=6,")
    assert "`2` is a number without a unit" in line


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        pytest.param({"paths": "good.routine.yaml\nbad.routine.yaml\n"}, 1, id="two files"),
        pytest.param({"paths": "bad.routine.yaml", "options": "--ignore\nSK3\n"}, 0, id="two words of an option"),
        pytest.param({"paths": "good*"}, 0, id="a glob"),
        pytest.param({"paths": '$(touch made); `touch made` "x'}, 1, id="a path that looks like a script"),
        pytest.param({"paths": "-x"}, 1, id="a path that looks like an option"),
    ],
)
def test_inputs_reach_the_command(checkout: Path, inputs: Mapping[str, str], code: int) -> None:
    """Paths and options are taken line by line, as they are written, and nothing else comes of them."""
    write(checkout, good=GOOD, bad=BAD)
    done = step(CHECK, checkout, inputs)

    assert done.returncode == code, done.stdout + done.stderr
    assert sorted(path.name for path in checkout.iterdir()) == ["bad.routine.yaml", "good.routine.yaml"]


def test_a_report_for_code_scanning_is_written_too(checkout: Path) -> None:
    """With `sarif-file` the report is there also as SARIF, and the step fails as without."""
    write(checkout, bad=BAD)
    done = step(CHECK, checkout, {"sarif-file": "report.sarif"})

    assert done.returncode == 1
    assert '"version": "2.1.0"' in (checkout / "report.sarif").read_text(encoding="utf-8")
