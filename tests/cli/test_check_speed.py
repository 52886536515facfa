"""`strokekit check` with a cache and with several processes shows what it shows without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.files import INCLUDING, PART, RIGHT, WRONG
from tests.cli.running import put, strokekit

KEPT = ("--cache-dir", "kept")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of routines, one wrong and one that includes another; commands run beside it."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", RIGHT), ("b", WRONG), ("c", INCLUDING), ("leg", PART.format("kneading"))):
        put(tmp_path, f"routines/{name}.routine.yaml", text)
    return tmp_path


def entries(folder: Path) -> int:
    """Count what is remembered."""
    return len(list((folder / "kept").rglob("*.json")))


@pytest.mark.parametrize("form", ["full", "concise", "json", "sarif", "junit", "gitlab", "github"])
def test_a_second_run_shows_the_same(form: str, folder: Path) -> None:
    """In every format, and ends alike."""
    plain = strokekit("check", "--no-cache", "--format", form, "routines")
    first = strokekit("check", *KEPT, "--format", form, "routines")
    second = strokekit("check", *KEPT, "--format", form, "routines")

    assert plain.code == 1
    assert first == plain
    assert second == plain
    assert entries(folder) == 4


def test_a_second_run_checks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It could not."""
    first = strokekit("check", *KEPT, "routines")
    monkeypatch.setattr("strokekit.engine.Engine.check", None)

    assert strokekit("check", *KEPT, "routines") == first


def test_a_changed_include_is_noticed(folder: Path) -> None:
    """Though the file that includes it is as it was."""
    before = strokekit("check", *KEPT, "--format", "concise", "routines/c.routine.yaml")
    put(folder, "routines/leg.routine.yaml", PART.format("kneeding"))
    after = strokekit("check", *KEPT, "--format", "concise", "routines/c.routine.yaml")

    assert (before.code, before.out) == (0, "")
    assert (after.code, after.out.partition(" ")[0]) == (1, "routines/leg.routine.yaml:7:21:")


def test_what_is_shown_is_no_matter_of_the_cache() -> None:
    """What a run left out, another shows."""
    assert strokekit("check", *KEPT, "--ignore", "SK4", "routines").code == 0
    assert strokekit("check", *KEPT, "routines").code == 1


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        pytest.param((), False, id="nowhere to keep it"),
        pytest.param(("--no-cache", *KEPT), False, id="no cache"),
        pytest.param(KEPT, True, id="a folder"),
    ],
)
def test_what_is_written(arguments: tuple[str, ...], written: bool, folder: Path) -> None:  # noqa: FBT001 - of the table
    """Only into the folder that is named, and nothing without a cache."""
    before = {path for path in folder.rglob("*") if path.is_file()}
    strokekit("check", *arguments, "routines")
    new = {path.relative_to(folder).parts[0] for path in folder.rglob("*") if path.is_file()} - {
        path.relative_to(folder).parts[0] for path in before
    }

    assert new == ({"kept"} if written else set())


def test_the_environment_names_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the call does not."""
    monkeypatch.setenv("STROKEKIT_CACHE_DIR", "kept")
    strokekit("check", "routines")

    assert entries(folder) == 4


def test_the_configuration_says_it_too(folder: Path) -> None:
    """From its own folder on; the call goes before it."""
    put(folder, "strokekit.toml", '[check]\ncache-dir = "kept"\n')
    strokekit("check", "--no-cache", "routines")
    assert entries(folder) == 0

    strokekit("check", "routines")

    assert entries(folder) == 4


@pytest.mark.parametrize("jobs", ["0", "1", "2"])
def test_jobs(jobs: str) -> None:
    """However many there are."""
    assert strokekit("check", "--no-cache", "--jobs", jobs, "routines") == strokekit("check", "--no-cache", "routines")


def test_jobs_are_counted() -> None:
    """In whole numbers."""
    assert strokekit("check", "--jobs", "many", "routines").code == 2


def test_standard_input_among_files() -> None:
    """It is checked in its turn, and never remembered."""
    ran = strokekit("check", *KEPT, "--format", "concise", "routines/b.routine.yaml", "-", "routines/a.routine.yaml", stdin=WRONG)

    assert [line.partition(":")[0] for line in ran.out.splitlines()] == ["routines/b.routine.yaml", "<stdin>"]
    assert entries(Path()) == 2
