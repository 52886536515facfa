"""The doors: texts and files."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from strokekit.formats import SUFFIXES, Limits, read_path, read_text
from tests.formats.reports import only, said


@pytest.mark.parametrize(
    ("text", "name", "syntax", "expected"),
    [
        pytest.param("a: 1", "<text>", None, "yaml", id="neither name nor brace"),
        pytest.param('{"a": 1}', "<text>", None, "json", id="a brace"),
        pytest.param('\ufeff \n{"a": 1}', "<text>", None, "json", id="a brace behind white space"),
        pytest.param('{"a": 1}', "b.yaml", None, "yaml", id="the name counts more"),
        pytest.param('{"a": 1}', "b.routine.YML", None, "yaml", id="the last suffix, in any case"),
        pytest.param('{"a": 1}', "b.yaml.json", None, "json", id="the last of two"),
        pytest.param('{"a": 1}', "b.txt", None, "json", id="an unknown suffix tells nothing"),
        pytest.param('{"a": 1}', "b.json", "yaml", "yaml", id="what is asked for counts most"),
    ],
)
def test_the_syntax(text: str, name: str, syntax: object, expected: str) -> None:
    """Asked for, promised by the name, or guessed from the first character."""
    assert read_text(text, name=name, syntax=syntax).require().syntax == expected  # type: ignore[arg-type] # a parameter of the test


def test_bytes_and_text_give_the_same() -> None:
    """Bytes are UTF-8."""
    assert read_text("a: é".encode()) == read_text("a: é")


def test_bytes_that_are_no_text() -> None:
    """They are a diagnostic like any other."""
    assert said(read_text(b"a: \xff", name="a.yaml")) == [
        "a.yaml:1:4: error[SK101] the file is not UTF-8 text: the byte 0xFF fits no character",
    ]


def test_a_file(tmp_path: Path) -> None:
    """A file is read by its suffix, under its path."""
    path = tmp_path / "a.routine.yaml"
    path.write_bytes("a: é\r\n".encode("utf-8-sig"))
    document = read_path(path).require()

    assert document.data == {"a": "é"}
    assert document.source.name == str(path)
    assert document.source.text == "\ufeffa: é\r\n"


def test_a_file_under_another_name(tmp_path: Path) -> None:
    """The name is for the reports alone."""
    path = tmp_path / "a.json"
    path.write_text('{"a": null}', encoding="utf-8")

    assert said(read_path(str(path), name="b.yaml")) == ["b.yaml:1:7: error[SK106] `a` has no value"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("none.yaml", id="no file"),
        pytest.param("file.yaml/none.yaml", id="below a file"),
        pytest.param("a\0.yaml", id="NUL"),
    ],
)
def test_no_file(name: str, tmp_path: Path) -> None:
    """A path that leads nowhere is a diagnostic."""
    (tmp_path / "file.yaml").write_text("a: 1", encoding="utf-8")
    path = f"{tmp_path}/{name}"
    shown = path.replace("\0", "\\x00")

    assert said(read_path(path)) == [f"{shown}: error[SK901] there is no file `{shown}`"]


def test_a_folder(tmp_path: Path) -> None:
    """A folder can't be read, whatever its name promises."""
    path = tmp_path / "a.yaml"
    path.mkdir()

    assert said(read_path(path)) == [f"{path}: error[SK902] `{path}` can't be read: it is a folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for a privilege to make links")
def test_a_link_to_itself(tmp_path: Path) -> None:
    """A loop of links ends in a diagnostic."""
    path = tmp_path / "a.yaml"
    path.symlink_to(path)

    assert said(read_path(path)) == [
        f"{path}: error[SK902] `{path}` can't be read: {os.strerror(errno.ELOOP).lower()}",
    ]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        pytest.param(PermissionError(errno.EACCES, "Permission denied"), "this user may not read it", id="forbidden"),
        pytest.param(OSError(errno.EIO, "Input/output error"), "input/output error", id="a broken disk"),
        pytest.param(OSError("odd"), "odd", id="an error without a number"),
        pytest.param(OSError(), "oserror", id="an error without words"),
    ],
)
def test_what_the_system_refuses(error: OSError, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's reason is given in words."""
    path = tmp_path / "a.yaml"
    path.write_text("a: 1", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("builtins.open", refuse)

    assert said(read_path(path)) == [f"{path}: error[SK902] `{path}` can't be read: {expected}"]


@pytest.mark.parametrize(
    "name", [pytest.param("a.txt", id="another"), pytest.param("a", id="none"), pytest.param(".yaml", id="only")]
)
def test_another_suffix(name: str, tmp_path: Path) -> None:
    """A file whose name promises no known syntax is not guessed at."""
    path = tmp_path / name
    path.write_text("a: 1", encoding="utf-8")

    assert said(read_path(path)) == [f"{path}: error[SK903] `{path}` has none of the endings .yaml, .yml, .json"]


@pytest.mark.skipif(sys.platform == "win32", reason="no file of Windows has such a name")
def test_a_name_over_two_lines(tmp_path: Path) -> None:
    """A report stays one line: what can't be printed is shown as an escape."""
    path = tmp_path / "a\nb\udcff.yaml"
    path.write_text("a: ~", encoding="utf-8")

    assert said(read_path(path)) == [f"{tmp_path}/a\\nb\\udcff.yaml:1:4: error[SK106] `a` has no value"]


def test_no_more_is_read_than_the_limit(tmp_path: Path) -> None:
    """A large file is refused after limit + 1 bytes."""
    path = tmp_path / "a.yaml"
    path.write_text("a: 12345", encoding="utf-8")

    assert said(read_path(path, limits=Limits(size=8))) == []
    assert only(read_path(path, limits=Limits(size=7))).message == "the file is larger than 7 bytes"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no endless file")
def test_an_endless_file(tmp_path: Path) -> None:
    """Not even the beginning of an endless file is read."""
    path = tmp_path / "a.yaml"
    path.symlink_to("/dev/zero")

    assert said(read_path(path)) == [f"{path}: error[SK902] `{path}` can't be read: it is no ordinary file"]


def test_the_suffixes() -> None:
    """These three, in lower case."""
    assert SUFFIXES == {".yaml": "yaml", ".yml": "yaml", ".json": "json"}


def test_nothing_heavy_is_loaded() -> None:
    """Importing the room loads no parser and no validator; reading JSON loads no YAML parser."""
    program = (
        "import sys, strokekit.formats as f\n"
        "f.read_text('{\"a\": 1}').require().span('/a')\n"
        "f.Validator({'type': 'object'})\n"
        "print([name for name in ('yaml', 'jsonschema', 'jsonschema_rs') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert result.stdout == "[]\n"
