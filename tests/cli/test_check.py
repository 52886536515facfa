"""`strokekit check`: which files are checked, how findings are shown, and what is added up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import ARTICLE, BAD, EXPECTED, GOOD, ROOT, UNKNOWN, WARNED, install, put, strokekit


def test_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """`strokekit check examples/routines/upper-lower-back.routine.yaml` prints this."""
    monkeypatch.chdir(ROOT)
    ran = strokekit("check", ARTICLE)

    assert ran.out == (EXPECTED / "check.txt").read_text(encoding="utf-8")
    assert (ran.code, ran.err) == (0, "1 file: 0 errors, 1 warning\n")


def test_full_is_the_default(tmp_path: Path) -> None:
    """Each finding has its lines and its hint, and a blank line after it."""
    path = put(tmp_path, "bad.yaml", BAD)

    assert strokekit("check", path).out == (
        "error[SK403] there is no region `claf`\n"
        f"  --> {path}:11:53\n"
        "   |\n"
        "11 |       - {technique: kneading, id: calf_work, where: claf, duration: 2..4 min}\n"
        "   |                                                     ^^^^\n"
        "   = did you mean `calf`?\n"
        "\n"
    )


def test_concise_is_a_line_each() -> None:
    """For editors and for long lists."""
    ran = strokekit("check", "--format", "concise", "-", "--stdin-filename", "bad.yaml", stdin=BAD)

    assert ran.out == "bad.yaml:11:53: error[SK403] there is no region `claf` (did you mean `calf`?)\n"


def test_a_text_that_cannot_be_followed_is_shown_too(tmp_path: Path) -> None:
    """A syntax error has its lines, in a file and in standard input alike."""
    text = "strokekit: 1\ntitle: [\n"
    shown = [strokekit("check", put(tmp_path, "bad.yaml", text)), strokekit("check", "-", stdin=text)]

    assert [[line for line in ran.out.splitlines() if "|" in line] for ran in shown] == [["  |", "3 |", "  | ^"]] * 2


@pytest.mark.parametrize(
    ("texts", "summary", "code"),
    [
        pytest.param([GOOD], "1 file: 0 errors, 0 warnings\n", 0, id="nothing found"),
        pytest.param([WARNED], "1 file: 0 errors, 1 warning\n", 0, id="a warning"),
        pytest.param([BAD, GOOD], "2 files: 1 error, 0 warnings\n", 1, id="an error in one of two"),
        pytest.param([UNKNOWN, BAD, WARNED], "3 files: 2 errors, 1 warning\n", 1, id="errors and warnings"),
    ],
)
def test_the_summary_adds_up(texts: list[str], summary: str, code: int, tmp_path: Path) -> None:
    """The last line counts files, errors and warnings, on standard error."""
    paths = [put(tmp_path, f"{number}.yaml", text) for number, text in enumerate(texts)]
    ran = strokekit("check", *paths)

    assert (ran.code, ran.err) == (code, summary)


def test_a_folder_is_searched_for_routine_files(tmp_path: Path) -> None:
    """By the endings of routine files, in a stable order, in folders inside too; other files are passed over."""
    for name in ("b.routine.yaml", "a/z.routine.yml", "c.routine.json", "notes.yaml", "a.txt"):
        put(tmp_path, name, "strokekit: 2")
    ran = strokekit("check", "--format", "concise", str(tmp_path))

    assert [line.partition(":")[0] for line in ran.out.splitlines()] == [
        str(tmp_path / name) for name in ("b.routine.yaml", "c.routine.json", "a/z.routine.yml")
    ]


def test_a_file_named_outright_may_be_called_anything(tmp_path: Path) -> None:
    """Only its last ending has to say how it is written."""
    assert strokekit("check", put(tmp_path, "notes.yaml", GOOD)).code == 0


def test_a_file_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often and by whatever way it is named."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.routine.yaml", BAD)
    Path("link.routine.yaml").symlink_to("a.routine.yaml")
    ran = strokekit("check", "--format", "concise", "a.routine.yaml", "./a.routine.yaml", ".", "link.routine.yaml")

    assert (ran.out.count("SK403"), ran.err) == (1, "1 file: 1 error, 0 warnings\n")


def test_standard_input_is_read_once() -> None:
    """A second `-` would find nothing left."""
    assert strokekit("check", "-", "-", stdin=GOOD).err == "1 file: 0 errors, 0 warnings\n"


def test_a_folder_without_routine_files_is_an_error(tmp_path: Path) -> None:
    """Also beside a file that is valid: a check that has looked at nothing must not look like one that found nothing."""
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = strokekit("check", "--format", "concise", put(tmp_path, "good.yaml", GOOD), str(empty))

    assert (ran.code, ran.err) == (1, "1 file: 1 error, 0 warnings\n")
    assert ran.out == f"error[SK904] `{empty}` holds no routine files (*.routine.yaml, *.routine.yml, *.routine.json)\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("gone.yaml", "error[SK901] there is no file `{path}`", id="missing"),
        pytest.param("gone\0.yaml", "error[SK901] there is no file `{path}`", id="a name that no file can have"),
        pytest.param("notes.txt", "error[SK903] `{path}` has none of the endings .yaml, .yml, .json", id="another ending"),
    ],
)
def test_what_cannot_be_read_is_an_error(name: str, message: str, tmp_path: Path) -> None:
    """It is said by its name, and counts as a file."""
    put(tmp_path, "notes.txt", GOOD)
    path = f"{tmp_path}/{name}"
    ran = strokekit("check", "--format", "concise", path)

    assert (ran.code, ran.err) == (1, "1 file: 1 error, 0 warnings\n")
    assert message.format(path=path.replace("\0", r"\x00")) in ran.out


def test_a_folder_that_cannot_be_opened_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of the search that failed is not passed over in silence."""
    put(tmp_path, "good.routine.yaml", GOOD)
    problem = PermissionError(13, "Permission denied", str(tmp_path / "closed"))
    walked: list[tuple[str, list[str], list[str]]] = [(str(tmp_path), [], ["good.routine.yaml"])]

    def walk(top: str, onerror: object) -> object:  # noqa: ARG001 - as os.walk
        assert callable(onerror)
        onerror(problem)
        return walked

    monkeypatch.setattr(os, "walk", walk)
    ran = strokekit("check", "--format", "concise", str(tmp_path))

    closed = tmp_path / "closed"
    assert (ran.code, ran.out) == (1, f"{closed}: error[SK902] `{closed}` can't be read: permission denied\n")


def test_a_plugin_that_cannot_be_used_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said once; a file that needs it has an error of its own."""
    install(tmp_path, monkeypatch, "raise ImportError('no shiatsu')")
    ran = strokekit("check", "--format", "concise", "-", stdin=GOOD)

    assert (ran.code, ran.out) == (
        0,
        "warning[SK801] the plugin strokekit-thai 1.2 can't be used: it failed to load: ImportError: no shiatsu\n",
    )


def test_json_holds_all_files(tmp_path: Path) -> None:
    """One report for all, with nothing else on standard output."""
    ran = strokekit("check", "--format", "json", put(tmp_path, "a.yaml", BAD), put(tmp_path, "b.yaml", WARNED))

    assert (ran.json["ok"], ran.json["files"], ran.json["errors"], ran.json["warnings"]) == (False, 2, 1, 1)
    assert [(Path(found["file"]).name, found["code"]) for found in ran.json["diagnostics"]] == [
        ("a.yaml", "SK403"),
        ("b.yaml", "SK703"),
    ]
    assert (ran.code, ran.err) == (1, "")
