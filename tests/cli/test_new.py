"""`strokekit new`: files from templates, all or none, and never over what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from strokekit.scaffolds import Name, scaffold
from tests.cli.running import strokekit


def written(folder: Path) -> dict[str, str]:
    """Read back what lies below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize("kind", ["plugin", "routine"])
def test_the_files_are_written_and_named(kind: str, tmp_path: Path) -> None:
    """`-o` makes the folder; each file is named on a line of its own."""
    folder = tmp_path / "some" / "where"
    ran = strokekit("new", kind, "hot-stone", "-o", str(folder))

    made = scaffold("plugin" if kind == "plugin" else "routine", Name("hot_stone"))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [str(folder / name) for name in made]
    assert written(folder) == dict(made)


def test_by_default_it_is_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `-o` it is the folder that one is in."""
    monkeypatch.chdir(tmp_path)
    ran = strokekit("new", "routine", "evening")

    assert (ran.code, ran.out, ran.err) == (0, "evening.routine.yaml\n", "")
    assert list(written(tmp_path)) == ["evening.routine.yaml"]


@pytest.mark.parametrize("kind", ["plugin", "routine"])
def test_nothing_is_overwritten(kind: str, tmp_path: Path) -> None:
    """One file that is there already, even the last, keeps all from being written."""
    last = list(scaffold("plugin" if kind == "plugin" else "routine", Name("own")))[-1]
    (tmp_path / last).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / last).write_text("mine", encoding="utf-8")
    ran = strokekit("new", kind, "own", "-o", str(tmp_path))

    said = f"strokekit new: error: '{tmp_path / last}' is there already: nothing was written\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)
    assert written(tmp_path) == {last: "mine"}


def test_a_name_that_cannot_be_used_is_a_wrong_call(tmp_path: Path) -> None:
    """It ends with 2, and says which name would do."""
    ran = strokekit("new", "routine", "Evening Calm", "-o", str(tmp_path))

    said = "'Evening Calm' is no name: small letters, digits and `_`, at most 40, a letter first; 'evening_calm' would do"
    assert (ran.code, ran.out, ran.err) == (2, "", f"strokekit new: error: {said}\n")
    assert written(tmp_path) == {}


def test_a_folder_that_cannot_be_made_is_a_wrong_call(tmp_path: Path) -> None:
    """It ends with 2, and says why."""
    target = tmp_path / "file"
    target.write_text("", encoding="utf-8")
    ran = strokekit("new", "routine", "evening", "-o", str(target))

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"strokekit new: error: {str(target)!r} can't be written to: file exists\n"


def test_a_kind_that_is_none_is_a_wrong_call() -> None:
    """The parser names the kinds."""
    ran = strokekit("new", "card", "evening")

    assert ran.code == 2
    assert "argument kind: invalid choice: 'card' (choose from " in ran.err


def test_a_new_routine_is_valid_and_laid_out(tmp_path: Path) -> None:
    """It checks without errors, with the warning that it asks its author about, and `fmt` has nothing to change."""
    strokekit("new", "routine", "evening", "-o", str(tmp_path))
    path = str(tmp_path / "evening.routine.yaml")
    checked = strokekit("check", "--format", "concise", path)

    assert checked.code == 0
    assert checked.out.startswith(f"{path}:14:20: warning[SK703] nobody has said what speaks against this routine (list ")
    assert len(checked.out.splitlines()) == 1
    assert strokekit("fmt", "--check", path).code == 0
    assert strokekit("render", path).code == 0
