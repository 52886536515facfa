"""`.ci/run` runs what README.md promises, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = """```sh
echo above every heading
```
# Title
```python
1
```
```sh
echo first && echo 'one'
```
text
```sh
echo second
```
```sh
echo third
```
"""


def _extract(page: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run the extractor on a page."""
    path = tmp_path / "README.md"
    path.write_text(page, encoding="utf-8")
    return subprocess.run([sys.executable, ROOT / ".ci/commands.py", path], capture_output=True, text=True, check=False)


def test_the_commands_are_the_readmes_first_two(tmp_path: Path) -> None:
    """The first two sh blocks below a heading come out verbatim and in order."""
    assert _extract(README, tmp_path).stdout == "echo first && echo 'one'\necho second\n"


@pytest.mark.parametrize(
    ("page", "message"),
    [
        pytest.param("# T\n", "2 ```sh blocks are promised below a heading, found 0", id="none"),
        pytest.param("```sh\na\n```\n```sh\nb\n```\n", "2 ```sh blocks are promised below a heading, found 0", id="no heading"),
        pytest.param(
            "# T\n```sh\na\nb\n```\n```sh\nc\n```\n",
            "a ```sh block must hold one command in one line, found 'a\\nb'",
            id="two lines",
        ),
    ],
)
def test_a_readme_without_its_commands_fails(page: str, message: str, tmp_path: Path) -> None:
    """A README that lost a command, or grew a block that can't be copied whole, fails with what was found."""
    result = _extract(page, tmp_path)

    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == f"ValueError: {message}"


def test_our_readme_promises_two_commands(tmp_path: Path) -> None:
    """README.md opens with the command that installs and renders, then the one that installs and tests."""
    result = _extract((ROOT / "README.md").read_text(encoding="utf-8"), tmp_path)

    assert result.stdout.splitlines() == [
        "python -m pip install . && strokekit render examples/routines/upper-lower-back.routine.yaml",
        "python -m pip install -e '.[test]' && python -m pytest",
    ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of nothing but `.ci/` and a README whose commands show how they are run."""
    (tmp_path / ".ci").mkdir()
    for name in ("run", "commands.py"):
        (tmp_path / ".ci" / name).write_bytes((ROOT / ".ci" / name).read_bytes())
    return tmp_path


def _run(project: Path, first: str, second: str, *, before: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `.ci/run` of a project with these two commands, in this Python's environment."""
    (project / "README.md").write_text(f"# T\n```sh\n{first}\n```\n```sh\n{second}\n```\n", encoding="utf-8")
    path = os.pathsep.join(map(str, [*([before] if before else []), Path(sys.executable).parent, os.environ["PATH"]]))
    environment = {**os.environ, "PATH": path}
    command = ["bash", str(project / ".ci/run")]
    return subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True, check=False)


@pytest.mark.needs("bash")
def test_ci_runs_both_commands_in_order(project: Path) -> None:
    """Both commands run from the project's root, announced, with every test required."""
    result = _run(project, "ls README.md && echo one", "echo $STROKEKIT_REQUIRE_ALL")

    expected = "\n=== ls README.md && echo one\nREADME.md\none\n\n=== echo $STROKEKIT_REQUIRE_ALL\n1\n"
    assert result.returncode == 0, result.stderr
    assert result.stdout.endswith(expected)


@pytest.mark.needs("bash")
def test_ci_stops_at_the_first_failure(project: Path) -> None:
    """A command that fails ends the run with its exit status."""
    result = _run(project, "exit 3", "echo never")

    assert result.returncode == 3
    assert result.stdout.endswith("\n=== exit 3\n")


@pytest.mark.needs("bash")
def test_what_comes_from_npm_is_on_the_path(project: Path, tmp_path: Path) -> None:
    """The packages that `.ci/npm` names are installed once, by name, and their programs are found by both commands."""
    (project / ".ci/npm").write_text("one\ntwo\n", encoding="utf-8")
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text(
        '#!/bin/sh\necho "npm $1 $4 $5 $6 $7 $8"\nmkdir -p "$3/node_modules/.bin"\n'
        'printf "#!/bin/sh\\necho found\\n" > "$3/node_modules/.bin/two"\nchmod +x "$3/node_modules/.bin/two"\n',
        encoding="utf-8",
    )
    npm.chmod(0o755)
    result = _run(project, "two", "two", before=npm.parent)

    assert result.returncode == 0, result.stderr
    assert result.stdout.endswith(
        "\n=== npm install one two\nnpm install --no-audit --no-fund --silent one two\n\n=== two\nfound\n\n=== two\nfound\n"
    )
