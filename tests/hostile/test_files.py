"""What has a path and is no file to be read: each is a finding, and nobody waits."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from strokekit.cli.main import main
from strokekit.engine import Engine

TEXT = "strokekit: 1\ntitle: H\ncontraindications: none_reviewed\nsections: [{id: a, steps: [%s]}]\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make one of each."""
    monkeypatch.chdir(tmp_path)
    Path("folder.routine.yaml").mkdir()
    os.mkfifo("pipe.routine.yaml")
    Path("loop.routine.yaml").symlink_to("loop.routine.yaml")
    Path("endless.routine.yaml").symlink_to("/dev/zero")
    Path("gone.routine.yaml").symlink_to("nowhere")
    Path("again").symlink_to(".")


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param("folder.routine.yaml", "SK902] `folder.routine.yaml` can't be read: it is a folder", id="a folder"),
        pytest.param("pipe.routine.yaml", "SK902] `pipe.routine.yaml` can't be read: it is no ordinary file", id="a pipe"),
        pytest.param(
            "loop.routine.yaml",
            "SK902] `loop.routine.yaml` can't be read: too many levels of symbolic links",
            id="a loop of links",
        ),
        pytest.param(
            "endless.routine.yaml", "SK902] `endless.routine.yaml` can't be read: it is no ordinary file", id="a device"
        ),
        pytest.param("gone.routine.yaml", "SK901] there is no file `gone.routine.yaml`", id="a link to nowhere"),
        pytest.param("a\0b.routine.yaml", "SK901] there is no file `a\\x00b.routine.yaml`", id="a NUL in the name"),
        pytest.param("", "SK901] there is no file ``", id="no name"),
    ],
)
def test_no_file(path: str, found: str) -> None:
    """It is said what it is, by the engine and as an included file."""
    (said,) = Engine().check(path)

    assert str(said).partition("[")[2] == found


@pytest.mark.parametrize("path", ["folder", "pipe", "loop", "endless", "gone"])
def test_an_include_of_no_file(path: str) -> None:
    """An include that leads to such a thing ends `check` with 1, with the place of the include and without waiting."""
    Path("a.routine.yaml").write_text(TEXT % f"{{include: ./{path}.routine.yaml}}", encoding="utf-8")
    out = io.StringIO()

    assert main(["check", "--format", "concise", "a.routine.yaml"], stdout=out, stderr=io.StringIO()) == 1
    assert out.getvalue().startswith("a.routine.yaml:4:38: error[SK41")


def test_a_folder_with_all_of_them() -> None:
    """Each is named once; a link back to the folder is not followed."""
    out = io.StringIO()

    assert main(["check", "--format", "concise", "."], stdout=out, stderr=io.StringIO()) == 1
    assert [line.partition(":")[0] for line in out.getvalue().splitlines()] == [
        "endless.routine.yaml",
        "gone.routine.yaml",
        "loop.routine.yaml",
        "pipe.routine.yaml",
    ]


def test_a_name_with_line_breaks_and_colours() -> None:
    """What a name could do to a terminal is shown and not done."""
    name = "new\nline\x1b[31m.routine.yaml"
    Path(name).write_text(TEXT % "{say: Hi}" + "a: b\n", encoding="utf-8")

    (said,) = Engine().check(name)

    assert str(said) == "new\\nline\\x1b[31m.routine.yaml:5:1: error[SK201] `a` is not a key of a routine"


def test_a_file_that_includes_itself() -> None:
    """The chain is printed, and ends."""
    Path("a.routine.yaml").write_text(TEXT % "{include: ./a.routine.yaml}", encoding="utf-8")

    assert [found.name for found in Engine().check("a.routine.yaml")] == ["include-cycle"]
