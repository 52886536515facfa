"""`strokekit stubs`: the stubs of the builders, in a folder or on standard output."""

from __future__ import annotations

import ast
from pathlib import Path

import strokekit as package
from strokekit import Engine
from strokekit.building.stubs import build_stub, package_stub
from tests.cli.running import strokekit


def test_the_stub_of_the_builders_is_shown() -> None:
    """Without a folder it goes to standard output, for those who put it somewhere themselves."""
    ran = strokekit("stubs")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == build_stub(Engine.discover().catalog)
    assert strokekit("stubs", "-o", "-").out == ran.out


def test_the_stubs_are_written_into_a_folder(tmp_path: Path) -> None:
    """`-o` makes the folder, with the package in it; a second run renews what is there."""
    folder = tmp_path / "typings" / "more"
    for _ in range(2):
        ran = strokekit("stubs", "-o", str(folder))

        assert (ran.code, ran.out, ran.err) == (0, "", "")
    written = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.*")}
    assert written == {
        "strokekit/__init__.pyi": package_stub(package._HOMES),  # noqa: SLF001 - the table of public names
        "strokekit/build.pyi": strokekit("stubs").out,
    }
    assert all(ast.parse(text).body for text in written.values())


def test_a_folder_that_cannot_be_made_is_a_wrong_call(tmp_path: Path) -> None:
    """It ends with 2, and says why."""
    target = tmp_path / "file"
    target.write_text("", encoding="utf-8")
    ran = strokekit("stubs", "-o", str(target))

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"strokekit stubs: error: '{target / 'strokekit'}' can't be written: not a directory\n"


def test_there_is_help() -> None:
    """It says what the folder is for."""
    ran = strokekit("stubs", "--help")

    assert ran.code == 0
    assert "the folder that type checkers look for stubs in" in " ".join(ran.out.split())
