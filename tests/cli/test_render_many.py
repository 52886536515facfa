"""`strokekit render` of several files: each into a file of its own, in as many processes as are wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, put, strokekit


def routines(folder: Path, *names: str, text: str = GOOD) -> list[str]:
    """Write routines into a folder."""
    return [put(folder, name, text) for name in names]


def test_a_folder_becomes_a_folder(tmp_path: Path) -> None:
    """The files lie as the routines do, named after them with the suffix of the renderer."""
    routines(tmp_path / "in", "a.routine.yaml", "deep/b.routine.yml", "deep/c.routine.json", text=GOOD)
    (tmp_path / "in" / "deep" / "c.routine.json").unlink()
    target = tmp_path / "out"
    ran = strokekit("render", str(tmp_path / "in"), "--to", "markdown", "-o", str(target))

    assert (ran.code, ran.out, ran.err) == (0, "", "2 files: 2 rendered, 0 not\n")
    assert sorted(path.relative_to(target).as_posix() for path in target.rglob("*.*")) == ["a.md", "deep/b.md"]
    assert (target / "a.md").read_text(encoding="utf-8") == strokekit("render", "-", "--to", "markdown", stdin=GOOD).out


def test_a_file_that_can_not_be_rendered_keeps_no_other_from_it(tmp_path: Path) -> None:
    """What is wrong with it is said below its name, and nothing is written for it."""
    good, bad = routines(tmp_path, "a.yaml"), routines(tmp_path, "b.yaml", text=BAD)
    ran = strokekit("render", *good, *bad, "-o", str(tmp_path / "out"))

    assert ran.code == 1
    assert ran.err.startswith(f"{bad[0]}:\nerror[SK403] there is no region `claf`\n")
    assert ran.err.endswith("2 files: 1 rendered, 1 not\n")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt"]


def test_what_was_there_stays_where_a_file_can_not_be_rendered(tmp_path: Path) -> None:
    """An older card is better than none."""
    old = put(tmp_path, "out/b.txt", "old")
    strokekit("render", *routines(tmp_path, "a.yaml"), *routines(tmp_path, "b.yaml", text=BAD), "-o", str(tmp_path / "out"))

    assert Path(old).read_text(encoding="utf-8") == "old"


def test_several_processes_write_what_one_writes(tmp_path: Path) -> None:
    """The same files, in the same order of what is said."""
    names = [f"r{number:02}.yaml" for number in range(16)]
    for number, name in enumerate(names):
        put(tmp_path, name, BAD if number == 9 else GOOD.replace("Calf massage", f"Calf {number}"))
    paths = [str(tmp_path / name) for name in names]
    one = strokekit("render", *paths, "--jobs", "1", "-o", str(tmp_path / "one"))
    two = strokekit("render", *paths, "--jobs", "2", "-o", str(tmp_path / "two"))

    assert (two.code, two.err) == (one.code, one.err) == (1, one.err)
    assert {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()} == {
        path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()
    }
    assert len(list((tmp_path / "two").iterdir())) == 15


@pytest.mark.parametrize(
    ("files", "output", "words"),
    [
        pytest.param(("a.yaml", "b.yaml"), None, "several files need --output with a folder", id="no folder"),
        pytest.param(("a.yaml", "-"), "out", "standard input is rendered alone", id="standard input"),
    ],
)
def test_several_files_need_a_folder(files: tuple[str, ...], output: str | None, words: str, tmp_path: Path) -> None:
    """Nothing is rendered."""
    routines(tmp_path, "a.yaml", "b.yaml")
    argv = [name if name == "-" else str(tmp_path / name) for name in files]
    ran = strokekit("render", *argv, *(("-o", str(tmp_path / output)) if output else ()), stdin=GOOD)

    assert (ran.code, ran.out, ran.err) == (2, "", f"strokekit render: error: {words}\n")


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    """One would be written over the other."""
    paths = routines(tmp_path, "a.routine.yaml", "a.yaml")
    ran = strokekit("render", *paths, "-o", str(tmp_path / "out"))

    assert ran.code == 2
    assert ran.err == f"strokekit render: error: two files would be written to '{tmp_path}/out/a.txt': give them other names\n"


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    """It is said for each file."""
    put(tmp_path, "out", "a file")
    ran = strokekit("render", *routines(tmp_path, "a.yaml", "b.yaml"), "-o", str(tmp_path / "out"))

    assert ran.code == 2
    assert ran.err.count("can't be written: file exists\n") == 2


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    """Nothing to do is not well done."""
    ran = strokekit("render", str(tmp_path), "-o", str(tmp_path / "out"))

    assert (ran.code, ran.err.splitlines()[-1]) == (1, "0 files: 0 rendered, 0 not")
