"""`strokekit check --fix` and `--diff`: what is written, shown, and said."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest

from strokekit.cli import fixing
from strokekit.cli.common import Read, read
from strokekit.cli.main import main
from tests.cli.running import BAD, GOOD, put, strokekit

SAFE = GOOD.replace("where: calf,", "where: calf, ask: Is it fine?,")
"""A routine with one safe fix: a question mark before a comma."""
MENDED = GOOD.replace("where: calf,", 'where: calf, ask: "Is it fine?",')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text(path: str) -> str:
    """What is in a file."""
    return Path(path).read_text(encoding="utf-8")


def test_a_check_says_what_can_be_fixed(folder: Path) -> None:
    """And changes nothing."""
    path = put(folder, "a.yaml", SAFE)
    ran = strokekit("check", "--format", "concise", "a.yaml")

    assert (ran.code, ran.err) == (1, "1 file: 1 error, 0 warnings\n1 can be fixed with `--fix`\n")
    assert text(path) == SAFE


def test_safe_fixes_are_written(folder: Path) -> None:
    """The rest of the findings is reported, with what else could be done about them."""
    paths = [put(folder, "a.yaml", SAFE), put(folder, "b.yaml", BAD), put(folder, "c.yaml", GOOD)]
    ran = strokekit("check", "--format", "concise", "--fix", "a.yaml", "b.yaml", "c.yaml")

    assert [text(path) for path in paths] == [MENDED, BAD, GOOD]
    assert (ran.code, ran.out) == (1, "b.yaml:11:53: error[SK403] there is no region `claf` (did you mean `calf`?)\n")
    assert ran.err == "3 files: 1 error, 0 warnings\nfixed 1 in 1 file, 1 can be fixed with `--unsafe-fixes`\n"


def test_unsafe_fixes_are_written_where_they_are_asked_for(folder: Path) -> None:
    """Again there is nothing left to do."""
    path = put(folder, "b.yaml", BAD)
    first = strokekit("check", "--fix", "--unsafe-fixes", "b.yaml")
    stamp = os.stat(path).st_mtime_ns  # noqa: PTH116 - beside the text the time it was written
    second = strokekit("check", "--fix", "--unsafe-fixes", "b.yaml")

    assert text(path) == GOOD
    assert (first.code, first.out, first.err) == (0, "", "1 file: 0 errors, 0 warnings\nfixed 1 in 1 file\n")
    assert (second.code, second.err) == (0, "1 file: 0 errors, 0 warnings\n")
    assert os.stat(path).st_mtime_ns == stamp  # noqa: PTH116 - as above


def test_a_diff_writes_nothing(folder: Path) -> None:
    """It shows the changes in the place of the findings, and ends with 1 if there are any."""
    path = put(folder, "a.yaml", SAFE)
    ran = strokekit("check", "--diff", "a.yaml")

    assert text(path) == SAFE
    assert ran.out.splitlines() == [
        "--- a.yaml\tas it is",
        "+++ a.yaml\tas it would be",
        "@@ -8,5 +8,5 @@",
        "   - id: legs",
        "     title: Legs",
        "     steps:",
        "-      - {technique: kneading, id: calf_work, where: calf, ask: Is it fine?, duration: 2..4 min}",
        '+      - {technique: kneading, id: calf_work, where: calf, ask: "Is it fine?", duration: 2..4 min}',
        "       - {technique: friction, id: extra, where: thigh, repeat: $passes}",
    ]
    assert (ran.code, ran.err) == (1, "1 file: 0 errors, 0 warnings\nwould fix 1 in 1 file\n")
    assert strokekit("check", "--diff", put(folder, "c.yaml", GOOD)).code == 0


def test_standard_input_comes_out_fixed() -> None:
    """The findings go to standard error then, in any format."""
    ran = strokekit(
        "check", "--fix", "--format", "concise", "-", "--stdin-filename", "x.yaml", stdin=SAFE.replace("thigh", "tihgh")
    )

    assert ran.out == MENDED.replace("thigh", "tihgh")
    assert ran.err.splitlines()[0].startswith("x.yaml:12:49: error[SK403]")
    assert (ran.code, ran.err.splitlines()[-1]) == (1, "fixed 1 in 1 file, 1 can be fixed with `--unsafe-fixes`")


def test_what_cannot_be_read_comes_out_empty() -> None:
    """Nothing could be made of it, and it says why."""
    ran = strokekit("check", "--fix", "-", stdin="title: [\n")

    assert (ran.code, ran.out) == (1, "")
    assert "SK102" in ran.err


def test_line_ends_and_marks_stay(folder: Path) -> None:
    """A fix changes the characters that it is about, and no other byte."""
    path = folder / "a.yaml"
    given = ("\ufeff" + SAFE.replace("\n", "\r\n")).encode()
    path.write_bytes(given)
    strokekit("check", "--fix", "a.yaml")

    assert path.read_bytes() == given.replace(b"Is it fine?", b'"Is it fine?"')


def test_a_configuration_may_ask_for_fixes(folder: Path) -> None:
    """A call may say no."""
    put(folder, "strokekit.toml", "[check]\nfix = true\nunsafe-fixes = true\n")
    path = put(folder, "b.yaml", BAD)

    assert strokekit("check", "--no-fix", "b.yaml").code == 1
    assert text(path) == BAD
    assert strokekit("check", "--no-unsafe-fixes", "b.yaml").code == 1
    assert strokekit("check", "b.yaml").code == 0


def test_what_is_ignored_is_not_fixed(folder: Path) -> None:
    """Nor what the file itself says not to report."""
    path = put(folder, "b.yaml", BAD)
    quiet = put(folder, "c.yaml", f"# strokekit: ignore-file[SK403]\n{BAD}")
    strokekit("check", "--fix", "--unsafe-fixes", "--ignore", "SK4", "b.yaml", "c.yaml")

    assert (text(path), text(quiet)) == (BAD, f"# strokekit: ignore-file[SK403]\n{BAD}")


def test_a_file_that_changed_meanwhile_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else has just written it: their text is not lost."""
    path = put(folder, "a.yaml", SAFE)

    def slow(*given: Any) -> Read:
        made = read(*given)
        put(folder, "a.yaml", GOOD)
        return made

    monkeypatch.setattr(fixing, "read", slow)
    ran = strokekit("check", "--fix", "--format", "concise", "a.yaml")

    assert text(path) == GOOD
    assert ran.code == 2
    assert ran.err.splitlines()[0] == "strokekit check: error: 'a.yaml' can't be written: somebody changed it meanwhile"
    assert "SK112" in ran.out


def test_a_file_that_cannot_be_written_stays_as_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its findings are reported as they are, and the command ends with 2."""
    path = put(folder, "a.yaml", SAFE)

    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(fixing, "replace_file", closed)
    ran = strokekit("check", "--fix", "--format", "concise", "a.yaml")

    assert (ran.code, text(path)) == (2, SAFE)
    assert ran.err.splitlines()[0] == "strokekit check: error: 'a.yaml' can't be written: permission denied"
    assert "SK112" in ran.out


def test_fixes_come_in_every_format(folder: Path) -> None:
    """What is still found is reported as without fixing."""
    put(folder, "a.yaml", SAFE)
    out = io.StringIO()
    code = main(["check", "--fix", "--format", "json", "a.yaml"], io.StringIO(), out, io.StringIO())

    assert (code, '"errors": 0' in out.getvalue()) == (0, True)
