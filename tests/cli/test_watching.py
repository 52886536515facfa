"""`strokekit check --watch`: again after every change."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from strokekit.cli.watching import TICK, roots
from tests.cli.running import BAD, GOOD, ROOT, put, strokekit


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Changes:
    """Stands in for the watcher: does one thing after the other, as somebody at an editor would, and then interrupts."""

    def __init__(self, *edits: tuple[str, str]) -> None:
        """Take the edits: file and new text."""
        self.edits = edits
        self.watched: tuple[str, ...] = ()
        self.minds: Any = None

    def __call__(self, *paths: str, watch_filter: Any, **options: Any) -> Iterator[set[Any]]:
        """Watch, as `watchfiles.watch` does: it has begun when it first gives something."""
        self.watched, self.minds = paths, watch_filter
        assert options == {"raise_interrupt": True, "yield_on_timeout": True, "rust_timeout": TICK}
        yield set()
        for file, text in self.edits:
            put(Path(), file, text)
            yield {(1, file)}
            yield set()
        raise KeyboardInterrupt


def watch(monkeypatch: pytest.MonkeyPatch, changes: Changes, *argv: str) -> tuple[int, list[str], list[str]]:
    """The exit code, the lines that were shown, and what was said besides."""
    monkeypatch.setattr(watchfiles, "watch", changes)
    ran = strokekit("check", "--format", "concise", "--watch", *argv)
    return ran.code, ran.out.splitlines(), ran.err.splitlines()


def test_every_change_is_checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New files, configurations and plugins too; an interrupt ends with the code of the last run."""
    put(folder, "a.routine.yaml", GOOD)
    changes = Changes(("a.routine.yaml", BAD), ("b.routine.yaml", BAD), ("strokekit.toml", '[check]\nignore = ["SK4"]\n'))
    code, out, err = watch(monkeypatch, changes, ".")

    assert code == 0
    assert [line.partition(":")[0] for line in out] == ["a.routine.yaml", "a.routine.yaml", "b.routine.yaml"]
    assert err == [
        "1 file: 0 errors, 0 warnings",
        "watching .; interrupt to end",
        "1 file: 1 error, 0 warnings",
        "watching .; interrupt to end",
        "2 files: 2 errors, 0 warnings",
        "watching .; interrupt to end",
        "2 files: 0 errors, 0 warnings (2 left out)",
        "watching .; interrupt to end",
        "",
    ]


def test_the_last_run_decides(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration that is being edited does not end it."""
    put(folder, "a.routine.yaml", GOOD)
    changes = Changes(("strokekit.toml", "[che"), ("strokekit.toml", ""), ("a.routine.yaml", BAD))

    assert watch(monkeypatch, changes, "a.routine.yaml")[0] == 1


def test_what_is_watched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folders of what is checked, the file that configures, the files of plugins; not the report that is written."""
    put(folder, "plugins/own.plugin.yaml", 'version: "1"\n')
    put(folder, "strokekit.toml", 'plugins = ["plugins/own.plugin.yaml"]\n[check]\noutput-file = "report.json"\n')
    put(folder, "in/a.routine.yaml", GOOD)
    changes = Changes()
    watch(monkeypatch, changes, "in/*.yaml", "elsewhere/gone.yaml")

    assert changes.watched == (".", "in", str(folder / "strokekit.toml"), str(folder / "plugins/own.plugin.yaml"))
    assert [name for name in ("a.yaml", "a.toml", "a.py", "a.txt", "a.yaml~") if changes.minds(1, name)] == [
        "a.yaml",
        "a.toml",
        "a.py",
    ]
    assert not changes.minds(1, str(folder / "report.json"))


def test_a_call_that_is_wrong_ends_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for; a configuration with mistakes is told once."""
    changes = Changes(("a.routine.yaml", BAD))
    called = watch(monkeypatch, changes, "--select", "SK999", str(folder))
    put(folder, "strokekit.toml", "[che")
    configured = watch(monkeypatch, changes, str(folder))

    assert (called[0], called[1]) == (configured[0], configured[1]) == (2, [])
    assert (len(called[2]), "\n".join(configured[2]).count("SK102")) == (1, 1)


def test_without_the_extra_it_is_a_wrong_call(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the extra is said, and nothing is checked."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = strokekit("check", "--watch", put(folder, "a.yaml", GOOD))

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "strokekit check: error: --watch needs watchfiles: install strokekit[watch]\n",
    )


def test_roots(folder: Path) -> None:
    """Folders stand for themselves, files and globs for the folder before them."""
    put(folder, "in/a.yaml", "")

    assert roots(["in", "in/a.yaml", "in/*.yaml", "in/gone/*/b.yaml", "x.yaml"]) == {"in", "."}


def test_a_real_watch(folder: Path) -> None:
    """A process sees a file change, checks it, and ends on an interrupt like that of a terminal."""
    path = put(folder, "a.routine.yaml", GOOD)
    command = [sys.executable, "-m", "strokekit", "check", "--watch", "--format", "concise", "--no-plugins", path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        assert process.stderr
        said = [process.stderr.readline() for _ in range(2)]
        Path(path).write_text(BAD, encoding="utf-8")
        found = process.stdout.readline()
        said += [process.stderr.readline() for _ in range(2)]
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=60)

    watching = f"watching {folder}; interrupt to end\n"
    assert said == ["1 file: 0 errors, 0 warnings\n", watching, "1 file: 1 error, 0 warnings\n", watching]
    assert (found.partition(" ")[2][:12], code) == ("error[SK403]", 1)
