"""The hooks, run by pre-commit itself: it clones this project, installs it, and runs it on what is to be committed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest

from tests.house.pages import blocks
from tests.platforms.offline import ROOT, copied, variables

pytestmark = [pytest.mark.needs("git"), pytest.mark.xdist_group("pre-commit")]  # what is installed, is installed once
NAMED = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
PAGE = ROOT / "docs" / "how-to" / "check-with-other-tools.md"
GOOD = """\
strokekit: 1
title: Feet
contraindications: none_reviewed
sections:
  - id: feet
    steps: [{technique: kneading, where: sole, duration: 2 min}]
"""
BAD = GOOD.replace("duration: 2 min", "duration: 2")
SAID = """\
error[SK304] `2` is a number without a unit
  --> feet.routine.yaml:6:58
"""


@attrs.frozen
class Repository:
    """A git repository, and what is installed for its hooks."""

    folder: Path
    cache: Path

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run git in it."""
        return self._run("git", *NAMED, *arguments)

    def hooks(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run pre-commit in it."""
        return self._run(sys.executable, "-m", "pre_commit", *arguments)

    def stage(self, files: Mapping[str, str]) -> None:
        """Write files and put them forward for the next commit."""
        for name, text in files.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        assert self.git("add", "--all").returncode == 0

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {**variables(), "PRE_COMMIT_HOME": str(self.cache), "PRE_COMMIT_COLOR": "never"}
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """This project, as a repository with a tag."""
    made = Repository(copied(tmp_path_factory.mktemp("published")), tmp_path_factory.mktemp("cache"))
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "All"), ("tag", "0.1.0")):
        done = made.git(*command)
        assert done.returncode == 0, done.stderr
    return made


def config(published: Repository) -> str:
    """Give the configuration that the page has, with the address of the repository of the test."""
    (written,) = [one.text for one in blocks(PAGE.read_text(encoding="utf-8")) if one.file == ".pre-commit-config.yaml"]
    return written.replace("https://example.org/strokekit", published.folder.as_posix())


@pytest.fixture
def repository(published: Repository, tmp_path: Path) -> Repository:
    """A studio's repository that uses the hooks, as `pre-commit install` leaves it."""
    made = Repository(tmp_path, published.cache)
    assert made.git("init", "--quiet").returncode == 0
    made.stage({".pre-commit-config.yaml": config(published)})
    installed = made.hooks("install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return made


def test_a_commit_with_a_mistake_is_refused_and_its_repair_is_taken(repository: Repository) -> None:
    """Git commits nothing while a routine has an error, and shows it; other files are no matter; then it commits."""
    repository.stage({"feet.routine.yaml": BAD, "notes.yaml": "a: [1, 2"})
    refused = repository.git("commit", "-m", "Feet")
    repository.stage({"feet.routine.yaml": GOOD})
    taken = repository.git("commit", "-m", "Feet")

    assert (refused.returncode, taken.returncode) == (1, 0), taken.stderr
    assert SAID in refused.stderr
    assert "notes.yaml" not in refused.stderr
    assert [line.split(".")[0] for line in taken.stderr.splitlines() if line.endswith("Passed")] == [
        "strokekit check",
        "strokekit fmt",
    ]


def test_a_layout_is_mended_and_the_commit_waits(repository: Repository) -> None:
    """What `fmt` changes is shown as changed, so that the author looks at it; the second time nothing is left to do."""
    repository.stage({"feet.routine.yaml": GOOD.replace("title: Feet", "title:   'Feet'")})
    changed = repository.hooks("run")
    mended = (repository.folder / "feet.routine.yaml").read_text(encoding="utf-8")
    repository.stage({})

    assert changed.returncode == 1
    assert "files were modified by this hook" in changed.stdout
    assert mended == GOOD
    assert repository.hooks("run").returncode == 0


def test_what_runs_is_what_was_cloned(repository: Repository) -> None:
    """Not this checkout: the program is that of the environment that pre-commit made."""
    (program,) = [path for path in repository.cache.glob("repo*/py_env-*/*/strokekit*") if path.stem == "strokekit"]
    code = "import strokekit; print(strokekit.__file__)"
    done = subprocess.run([program.with_name("python"), "-c", code], env=variables(), capture_output=True, text=True, check=True)

    assert Path(done.stdout.strip()).is_relative_to(repository.cache)
