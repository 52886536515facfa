"""How far a long check is, for who looks at a terminal."""

from __future__ import annotations

import io

import pytest

from strokekit.cli.main import main
from strokekit.cli.progress import LONG, Progress
from strokekit.cli.streams import Streams
from tests.cli.running import BAD, GOOD, put


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def _steps(total: int, stderr: io.StringIO) -> str:
    with Progress(Streams(io.StringIO(), io.StringIO(), stderr), total) as progress:
        for _ in range(total):
            progress.step()
    return stderr.getvalue()


def test_a_long_run_is_counted() -> None:
    """A hundred times at most, on one line, which is gone at the end."""
    said = _steps(250, Terminal())

    assert said.startswith("\r\x1b[K2 of 250 files\r\x1b[K4 of 250 files")
    assert said.endswith("250 of 250 files\r\x1b[K")
    assert said.count(" of 250 files") == 125


@pytest.mark.parametrize(
    ("total", "stderr"),
    [pytest.param(LONG - 1, Terminal(), id="a short run"), pytest.param(LONG, io.StringIO(), id="where nobody looks")],
)
def test_otherwise_nothing_is_said(total: int, stderr: io.StringIO) -> None:
    """Logs and short runs stay as they are."""
    assert _steps(total, stderr) == ""


def test_findings_are_not_written_into_the_line(tmp_path: object) -> None:
    """It is taken away before a finding is shown."""
    from pathlib import Path

    folder = Path(str(tmp_path))
    for number in range(LONG):
        put(folder, f"{number:03}.routine.yaml", BAD if number == LONG - 1 else GOOD)
    screen = Terminal()
    main(["check", "--format", "concise", str(folder)], io.StringIO(), screen, screen)

    last = screen.getvalue().split("\r\x1b[K")[-1]
    assert f"\r\x1b[K{LONG} of {LONG} files\r\x1b[K{folder}/099.routine.yaml:11:53: error[SK403]" in screen.getvalue()
    assert last.endswith(f"{LONG} files: 1 error, 0 warnings\n")
