"""A cache gives back what was found where nothing has changed, and nothing anywhere else."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from strokekit import Diagnostic, Report, Severity
from strokekit.batch.cache import Cache, Entries, default_folder, state_of
from strokekit.batch.one import check_path
from strokekit.reporting import Checked
from tests.batch.files import ENGINE, INCLUDING, PART, RIGHT, WRONG, put


@pytest.fixture
def entries(tmp_path: Path) -> Entries:
    """The entries of an engine in an empty cache."""
    return Cache(tmp_path / "cache").bound("engine")


def known(entries: Entries, path: str) -> Checked | None:
    """Look a file up as it is now."""
    return entries.get(path, Path(path).read_bytes())


def files_in(entries: Entries) -> list[Path]:
    """List everything in the folder of a cache."""
    return [path for path in entries.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "text", [RIGHT, WRONG, "\ufeff" + RIGHT, "a: [", "a: \ud7ff\x07"], ids=["right", "wrong", "bom", "torn", "odd"]
)
def test_what_was_found_is_given_again(entries: Entries, tmp_path: Path, text: str) -> None:
    """The report and the text, as the check gave them."""
    path = put(tmp_path, "a.routine.yaml", text)
    assert known(entries, path) is None

    checked = check_path(ENGINE, entries, path)

    assert known(entries, path) == checked


def test_bytes_that_are_no_text(entries: Entries, tmp_path: Path) -> None:
    """They have no source."""
    path = tmp_path / "a.routine.yaml"
    path.write_bytes(b"\xff\xfea")

    checked = check_path(ENGINE, entries, os.fspath(path))

    assert (checked.source, [found.name for found in checked.report]) == (None, ["not-utf8"])
    assert known(entries, os.fspath(path)) == checked


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda folder: put(folder, "a.routine.yaml", INCLUDING + "# more\n"), id="the file"),
        pytest.param(lambda folder: put(folder, "leg.routine.yaml", PART.format("gliding")), id="what it includes"),
        pytest.param(lambda folder: (folder / "leg.routine.yaml").unlink(), id="what it includes is gone"),
        pytest.param(lambda folder: _to_link(folder / "leg.routine.yaml"), id="what it includes lies elsewhere"),
    ],
)
def test_a_change(entries: Entries, tmp_path: Path, change: Callable[[Path], object]) -> None:
    """What was known of a file holds no more when it or what it includes has changed."""
    path = put(tmp_path, "a.routine.yaml", INCLUDING)
    put(tmp_path, "leg.routine.yaml", PART.format("kneading"))
    assert check_path(ENGINE, entries, path).report.ok
    assert known(entries, path) is not None

    change(tmp_path)

    assert known(entries, path) is None


def _to_link(path: Path) -> None:
    """Put the same bytes where a link leads."""
    inside = path.parent / "inside"
    inside.mkdir()
    path.rename(inside / path.name)
    path.symlink_to(inside / path.name)


def test_an_include_that_comes(entries: Entries, tmp_path: Path) -> None:
    """A file that was not there is watched for as well."""
    path = put(tmp_path, "a.routine.yaml", INCLUDING)
    assert [found.name for found in check_path(ENGINE, entries, path).report.errors] == ["include-unusable"]
    assert known(entries, path) is not None

    put(tmp_path, "leg.routine.yaml", PART.format("kneading"))

    assert known(entries, path) is None
    assert check_path(ENGINE, entries, path).report.ok


def test_an_include_of_an_include(entries: Entries, tmp_path: Path) -> None:
    """Every file on the way counts."""
    path = put(tmp_path, "a.routine.yaml", INCLUDING)
    put(
        tmp_path,
        "leg.routine.yaml",
        "strokekit: 1\nkind: fragment\ntitle: L\nparts:\n  leg: {steps: [{include: ./b.routine.yaml#leg}]}\n",
    )
    put(tmp_path, "b.routine.yaml", PART.format("kneading"))
    assert check_path(ENGINE, entries, path).report.ok
    assert known(entries, path) is not None

    put(tmp_path, "b.routine.yaml", PART.format("kneeding"))

    assert known(entries, path) is None


def test_another_engine(entries: Entries, tmp_path: Path) -> None:
    """What one engine found is not what another would."""
    path = put(tmp_path, "a.routine.yaml", RIGHT)
    check_path(ENGINE, entries, path)

    assert known(Cache(entries.folder).bound("engine"), path) is not None
    assert known(Cache(entries.folder).bound("other"), path) is None


def test_another_path(entries: Entries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path stands in the report: of the same bytes elsewhere, or of the same file by another way, nothing is known."""
    path = put(tmp_path, "a.routine.yaml", WRONG)
    check_path(ENGINE, entries, path)
    monkeypatch.chdir(tmp_path)

    assert known(entries, put(tmp_path, "b.routine.yaml", WRONG)) is None
    assert known(entries, "a.routine.yaml") is None


def test_a_file_has_one_entry(entries: Entries, tmp_path: Path) -> None:
    """A cache does not grow while a file is edited."""
    for text in (RIGHT, WRONG, RIGHT):
        check_path(ENGINE, entries, put(tmp_path, "a.routine.yaml", text))

    assert len(files_in(entries)) == 1


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda old: old[:-9], id="half"),
        pytest.param(lambda old: old.replace(b"kneeding", b"kneading"), id="altered"),
        pytest.param(lambda _: b"\x80\xff\n{}", id="no text"),
        pytest.param(lambda _: _digested(b"[]"), id="a list"),
        pytest.param(lambda _: _digested(b"[" * 100_000), id="deep"),
        pytest.param(lambda old: _digested(_with(old, report=[{}])), id="no report"),
        pytest.param(lambda old: _digested(_with(old, report=7)), id="a number"),
        pytest.param(lambda old: _digested(_with(old, opened=[["a"]])), id="no states"),
        pytest.param(lambda old: _digested(_with(old, opened=None)), id="no files"),
    ],
)
def test_what_is_damaged_is_not_known(entries: Entries, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """Whatever stands in an entry, the file is checked again, and the entry is whole then."""
    path = put(tmp_path, "a.routine.yaml", WRONG)
    checked = check_path(ENGINE, entries, path)
    (entry,) = files_in(entries)
    entry.write_bytes(damage(entry.read_bytes()))

    assert known(entries, path) is None
    assert check_path(ENGINE, entries, path) == checked
    assert known(entries, path) == checked


def _digested(text: bytes) -> bytes:
    from strokekit.batch.cache import _digest

    return b"\n".join((_digest(text).encode(), text))


def _with(old: bytes, **changes: object) -> bytes:
    return json.dumps(json.loads(old.partition(b"\n")[2]) | changes).encode()


def test_a_folder_that_can_not_be_written(tmp_path: Path) -> None:
    """Nothing is kept, and nobody is bothered with it."""
    entries = Cache(Path(put(tmp_path, "file", ""), "cache")).bound("engine")
    path = put(tmp_path, "a.routine.yaml", WRONG)

    assert check_path(ENGINE, entries, path) == check_path(ENGINE, None, path)
    assert known(entries, path) is None


def test_what_can_not_be_kept_is_not_kept(entries: Entries) -> None:
    """A finding of a plugin may hold what JSON can't say."""
    found = Diagnostic(code="own/x", name="own/x", severity=Severity.HINT, message="", facts={"x": object()})

    entries.put("a.yaml", b"", Checked(file="a.yaml", report=Report((found,))), ())

    assert files_in(entries) == []


def test_nothing_half_written_is_left(entries: Entries, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an entry can't be put in its place, what was written aside goes."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.replace", refuse)
    entries.put("a.yaml", b"", Checked(file="a.yaml", report=Report()), ())

    assert files_in(entries) == []


def test_the_folder_is_the_users_own(entries: Entries) -> None:
    """Findings quote what stands in files, so others do not read them."""
    entries.put("a.yaml", b"", Checked(file="a.yaml", report=Report()), ())

    assert [oct(path.stat().st_mode)[-3:] for path in entries.folder.rglob("*")] == ["700", "600"]


def test_the_state_of_what_is_not_there(tmp_path: Path) -> None:
    """A folder and a name that no file can have are as a file that is not there."""
    assert [state_of(path) for path in (os.fspath(tmp_path), os.fspath(tmp_path / "no"), "a\0b")] == [None, None, None]


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        pytest.param({"STROKEKIT_CACHE_DIR": "/own", "HOME": "/h"}, "linux", "/own", id="named"),
        pytest.param({"STROKEKIT_CACHE_DIR": "", "HOME": "/h"}, "linux", None, id="none wanted"),
        pytest.param({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "linux", "/c/strokekit", id="xdg"),
        pytest.param({"XDG_CACHE_HOME": "c", "HOME": "/h"}, "linux", "/h/.cache/strokekit", id="xdg, relative"),
        pytest.param({"HOME": "/h"}, "linux", "/h/.cache/strokekit", id="home"),
        pytest.param({"HOME": "/h", "XDG_CACHE_HOME": "/c"}, "darwin", "/h/Library/Caches/strokekit", id="macos"),
        pytest.param({"LOCALAPPDATA": "/l"}, "win32", "/l/strokekit/Cache", id="windows"),
        *(pytest.param({}, platform, None, id=f"nothing said, {platform}") for platform in ("linux", "darwin", "win32")),
    ],
)
def test_where_a_cache_is(environment: dict[str, str], platform: str, expected: str | None) -> None:
    """Where it is said, else where the system keeps such things, else nowhere."""
    folder = default_folder(environment, platform)

    assert (folder and folder.as_posix()) == expected
