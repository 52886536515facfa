"""Many files at once: what is found is what the engine finds in each, in the order of the files, whoever checks them."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from strokekit import Engine, hookimpl
from strokekit.batch import Cache, check_files, checking, workers
from strokekit.plugin import Takes, Technique
from strokekit.reporting import Checked
from tests.batch.files import ENGINE, RIGHT, WRONG, put, reports, shipped

pytestmark = pytest.mark.xdist_group("batch")
FILES = shipped()


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes for any work at all."""
    monkeypatch.setattr(workers, "WORTH", {"fork": 0, "spawn": 0})


def numbered(folder: Path, count: int) -> list[str]:
    """Write files, every third of them wrong."""
    return [put(folder, f"f{number:03}.routine.yaml", RIGHT if number % 3 else WRONG) for number in range(count)]


@pytest.mark.parametrize("way", ["alone", "window", "cached"])
def test_the_reports_are_those_of_the_engine(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all examples, in order; also a few at a time; also when they come out of a cache."""
    monkeypatch.setattr(checking, "WINDOW", 7 if way == "window" else 2_000)
    cache = Cache(tmp_path) if way == "cached" else None
    for _ in range(2 if cache else 1):
        found = list(check_files(ENGINE, iter(FILES), cache=cache))

        assert [one.file for one in found] == FILES
        assert [one.report for one in found] == reports()


@pytest.mark.usefixtures("eager")
def test_copies_of_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where copies can be made, they find the same in the same order, and fill the cache."""
    monkeypatch.setattr(workers, "_start", lambda: "fork")
    files = numbered(tmp_path, 40)
    cache = Cache(tmp_path / "cache")
    first = list(check_files(ENGINE, files, jobs=2, cache=cache))

    monkeypatch.setattr(workers, "check_path", None)  # from here on nobody can check anything
    again = list(check_files(ENGINE, files, jobs=2, cache=cache))

    assert first == again == list(check_files_here(files))


def check_files_here(files: list[str]) -> Iterator[Checked]:
    """Check files in this process."""
    from strokekit.batch.one import check_path

    return (check_path(ENGINE, None, path) for path in files)


@pytest.mark.usefixtures("eager")
def test_new_interpreters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they start anew, the engine goes over with its plugins and options."""
    monkeypatch.setattr(workers, "_start", lambda: "spawn")
    plugin = put(tmp_path, "own.yaml", "techniques: [{id: leaning, title: Leaning, family: compression, summary: L.}]")
    files = [
        put(tmp_path, "own.routine.yaml", RIGHT.replace("kneading", "own.leaning").replace(", repeat: 3", "")),
        *numbered(tmp_path, 3),
    ]
    engine = Engine(plugins={"own": plugin})

    found = [[one.name for one in checked.report.errors] for checked in check_files(engine, files, jobs=2)]

    assert found == [[one.name for one in engine.check(path).errors] for path in files]


class Local:
    """A plugin that can't leave this process."""

    def __init__(self) -> None:
        """Hold what can't be pickled."""
        self.lock = threading.Lock()

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute one technique."""
        takes = {"where": Takes(), "repeat": Takes()}
        return [Technique(id="leaning", title="Leaning", family="compression", summary="L.", takes=takes)]


@pytest.mark.usefixtures("eager")
def test_a_plugin_that_can_not_be_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then this process does the work."""
    monkeypatch.setattr(workers, "_start", lambda: "spawn")
    engine = Engine(plugins={"own": Local()})
    files = numbered(tmp_path, 3)

    assert [one.report for one in check_files(engine, files, jobs=2)] == [engine.check(path) for path in files]


@pytest.mark.usefixtures("eager")
def test_a_process_that_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it has not given back is checked here."""

    class Dying:
        def __init__(self, *_: Any, **__: Any) -> None:
            pass

        def map(self, _: Any, files: list[str], **__: Any) -> Iterator[Checked]:
            yield from check_files_here(files[:4])
            raise BrokenProcessPool

        def shutdown(self, **_: Any) -> None:
            pass

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Dying)
    files = numbered(tmp_path, 9)

    assert list(check_files(ENGINE, files, jobs=2)) == list(check_files_here(files))


@pytest.mark.parametrize(
    ("jobs", "size", "expected"), [(1, 10**9, 0), (2, 39_999, 0), (2, 40_000, 1)], ids=["one job", "little", "enough"]
)
def test_when_processes_are_started(
    jobs: int,
    size: int,
    expected: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only where more than one may work and there is enough to do."""
    started: list[object] = []

    def start(some: workers.Workers) -> _Here:
        started.append(some)
        return _Here()

    monkeypatch.setattr(workers, "_start", lambda: "fork")
    monkeypatch.setattr(workers.Workers, "_started", start)
    files = numbered(tmp_path, 3)

    with workers.Workers(ENGINE, None, jobs) as some:
        assert list(some.checked(files, size)) == list(check_files_here(files))

    assert len(started) == expected


class _Here:
    """Stands for other processes."""

    def map(self, _: Any, files: list[str], **__: Any) -> Iterator[Checked]:
        """Check here."""
        return check_files_here(files)


def test_files_that_can_not_be_read(tmp_path: Path) -> None:
    """Each has its report, and the others theirs; nothing is kept of them."""
    right = put(tmp_path, "a.routine.yaml", RIGHT)
    gone, folder = os.fspath(tmp_path / "no.routine.yaml"), os.fspath(tmp_path)
    cache = Cache(tmp_path / "cache")

    for _ in range(2):
        found = list(check_files(ENGINE, [gone, right, folder], cache=cache))

        assert [[one.name for one in checked.report] for checked in found] == [["file-missing"], [], ["file-unreadable"]]
    assert len(list((tmp_path / "cache").rglob("*.json"))) == 1


def test_nothing_to_check() -> None:
    """There is nothing to give then."""
    assert list(check_files(ENGINE, [], jobs=0)) == []


def test_a_reader_that_stops(tmp_path: Path) -> None:
    """Who has seen enough gets no more, and nothing goes on behind it."""
    reports = check_files(ENGINE, numbered(tmp_path, 3))

    assert next(reports).report.errors[0].name == "unknown-technique"
    reports.close()  # type: ignore[attr-defined]  # it is a generator


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_how_processes_start(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As copies on Linux while there is one thread: what another thread holds would be held for ever in the copy."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(threading, "active_count", lambda: 1 if start == "fork" else 2)

    assert workers._start() == start  # noqa: SLF001 - what it decides is seen nowhere else
