"""`strokekit fmt` and `strokekit migrate`: files are written in one go, or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from strokekit.cli.rewriting import replace_file
from tests.cli.running import put, strokekit

LAID_OUT = """\
strokekit: 1
title: Calves # both
sections:
  - id: legs
    steps: [{technique: kneading, where: calf}]
"""
MESSY = LAID_OUT.replace("strokekit: 1\ntitle: Calves # both", "title: 'Calves'   # both\nstrokekit: 1")
OLD = LAID_OUT.replace("strokekit: 1", "strokekit: 0").replace("steps", "moves")


def test_a_file_is_laid_out_in_its_place(tmp_path: Path) -> None:
    """A file that changes is written and named; one that has its layout is not touched."""
    messy, clean = put(tmp_path, "a.routine.yaml", MESSY), put(tmp_path, "b.routine.yaml", LAID_OUT)
    before = Path(clean).stat().st_mtime_ns

    ran = strokekit("fmt", str(tmp_path))

    assert (ran.code, ran.out, ran.err) == (0, f"{messy}\n", "2 files: 1 changed, 1 as before\n")
    assert Path(messy).read_text(encoding="utf-8") == LAID_OUT
    assert Path(clean).stat().st_mtime_ns == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.routine.yaml", "b.routine.yaml"]


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    """`--check` names the files that would change, and ends with 1."""
    messy, clean = put(tmp_path, "a.routine.yaml", MESSY), put(tmp_path, "b.routine.yaml", LAID_OUT)

    ran = strokekit("fmt", "--check", messy, clean)

    assert (ran.code, ran.out, ran.err) == (1, f"{messy}\n", "2 files: 1 would change, 1 as before\n")
    assert Path(messy).read_text(encoding="utf-8") == MESSY


def test_a_check_of_what_is_laid_out_ends_with_0(tmp_path: Path) -> None:
    """Nothing to do is no error."""
    ran = strokekit("fmt", "--check", put(tmp_path, "b.routine.yaml", LAID_OUT))

    assert (ran.code, ran.out, ran.err) == (0, "", "1 file: 0 would change, 1 as before\n")


def test_a_difference_is_shown(tmp_path: Path) -> None:
    """`--diff` writes nothing, and shows what would change."""
    path = put(tmp_path, "a.routine.yaml", MESSY)

    ran = strokekit("fmt", "--diff", path)

    assert (ran.code, ran.err) == (0, "1 file: 1 would change, 0 as before\n")
    assert ran.out == (
        f"--- {path}\tas it is\n+++ {path}\tas it would be\n@@ -1,5 +1,5 @@\n"
        "-title: 'Calves'   # both\n strokekit: 1\n+title: Calves # both\n sections:\n   - id: legs\n"
        "     steps: [{technique: kneading, where: calf}]\n"
    )
    assert Path(path).read_text(encoding="utf-8") == MESSY


def test_standard_input_goes_to_standard_output() -> None:
    """`-` reads what is given and writes the layout, in the syntax that the name promises."""
    ran = strokekit("fmt", "-", stdin=MESSY)
    json = strokekit("fmt", "-", "--stdin-filename", "r.json", stdin='{"strokekit": 1}')

    assert (ran.code, ran.out) == (0, LAID_OUT)
    assert (json.code, json.out) == (0, '{\n  "strokekit": 1\n}\n')


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param("a: [1", "error[SK102]", id="no YAML"),
        pytest.param("strokekit: 2\ntitle:   x\n", "error[SK208]", id="a later version"),
        pytest.param("strokekit: 0\ntitle:   x\n", "error[SK215]", id="an older version"),
    ],
)
def test_a_file_that_is_not_understood_is_left_alone(text: str, error: str, tmp_path: Path) -> None:
    """It is reported, the others are laid out, and the command ends with 1."""
    bad, messy = put(tmp_path, "a.routine.yaml", text), put(tmp_path, "b.routine.yaml", MESSY)

    ran = strokekit("fmt", bad, messy)

    assert (ran.code, ran.out, ran.err.startswith(error)) == (1, f"{messy}\n", True)
    assert ran.err.endswith("2 files: 1 changed, 0 as before, 1 left alone\n")
    assert Path(bad).read_text(encoding="utf-8") == text


def test_a_folder_without_routines_is_no_success(tmp_path: Path) -> None:
    """A run that has looked at nothing ends with 1."""
    ran = strokekit("fmt", str(tmp_path))

    assert (ran.code, ran.err.startswith("error[SK904]")) == (1, True)


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """A link stays a link to a file with the permissions that it had."""
    path = Path(put(tmp_path, "a.routine.yaml", MESSY))
    path.chmod(0o640)
    link = tmp_path / "link.routine.yaml"
    link.symlink_to(path)

    assert strokekit("fmt", str(link)).code == 0
    assert link.is_symlink()
    assert (path.read_text(encoding="utf-8"), stat.S_IMODE(path.stat().st_mode)) == (LAID_OUT, 0o640)


def test_a_file_that_can_not_be_replaced_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last step fails the old file is there, nothing lies beside it, and the command ends with 2."""
    path = put(tmp_path, "a.routine.yaml", MESSY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    ran = strokekit("fmt", path)

    assert (ran.code, ran.err) == (
        2,
        (
            f"strokekit fmt: error: {path!r} can't be written: no space left on device\n"
            "1 file: 0 changed, 0 as before, 1 left alone\n"
        ),
    )
    assert Path(path).read_text(encoding="utf-8") == MESSY
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.routine.yaml"]


def test_line_breaks_are_written_as_they_are(tmp_path: Path) -> None:
    """What replaces a file is written byte for byte."""
    path = put(tmp_path, "a.yaml", "")

    replace_file(path, b"a\r\nb\n")

    assert Path(path).read_bytes() == b"a\r\nb\n"


def test_an_old_file_is_migrated(tmp_path: Path) -> None:
    """`migrate` edits the text; what was migrated has nothing left to migrate."""
    path = put(tmp_path, "a.routine.yaml", OLD)

    first, second = strokekit("migrate", path), strokekit("migrate", "--check", path)

    assert (first.code, first.out, first.err) == (0, f"{path}\n", "1 file: 1 changed, 0 as before\n")
    assert Path(path).read_text(encoding="utf-8") == LAID_OUT
    assert (second.code, second.out, second.err) == (0, "", "1 file: 0 would change, 1 as before\n")


def test_an_old_file_fails_a_check_for_migrations(tmp_path: Path) -> None:
    """`migrate --check` names what would change, and ends with 1."""
    path = put(tmp_path, "a.routine.yaml", OLD)

    ran = strokekit("migrate", "--check", path)

    assert (ran.code, ran.out) == (1, f"{path}\n")


def test_migrations_keep_line_breaks(tmp_path: Path) -> None:
    """A file with the line breaks of Windows keeps them."""
    path = Path(put(tmp_path, "a.routine.yaml", ""))
    path.write_bytes(OLD.replace("\n", "\r\n").encode())

    assert strokekit("migrate", str(path)).code == 0
    assert path.read_bytes() == LAID_OUT.replace("\n", "\r\n").encode()
