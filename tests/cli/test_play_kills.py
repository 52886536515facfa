"""Killed at any instant while it plays, the player loses next to nothing, and what it kept is always whole."""

from __future__ import annotations

import json
import multiprocessing
import os
import pty
import random
import re
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

import pytest

from strokekit.playing.keeping import resume
from strokekit.playing.session import replay
from strokekit.playing.timelines import course_of
from tests.cli import killed

COURSE = course_of(killed.ENGINE.fit(killed.ENGINE.compose(killed.ENGINE.loads(killed.ROUTINE))).require())
SPEED = 40
LATE = 1_000 * SPEED
"""What may be played between the last thing that was seen and a kill."""
LINE = re.compile(rb"^ *(\d+):(\d\d)  ", re.MULTILINE)
"""The time worked, at the beginning of a line that tells of something."""
FRAME = re.compile(rb"Total +\S+ +(\d+):(\d\d) / ")
"""The same in a picture of the whole terminal."""


def _last(pattern: re.Pattern[bytes], seen: bytes, before: int) -> int:
    """Give the last time worked that was seen, in milliseconds; what was seen before if it ended at once."""
    found = pattern.findall(seen)
    return (int(found[-1][0]) * 60 + int(found[-1][1])) * 1_000 if found else before


def _killed(process: Any, number: int, pattern: re.Pattern[bytes], wanted: int) -> bytes:
    """Read until something was seen so often, then kill; give all that was seen. A process that ends by itself is as good."""
    seen = b""
    while len(pattern.findall(seen)) < wanted:
        try:
            given = os.read(number, 65_536)
        except OSError:  # what a terminal gives whose other end has gone
            break
        if not given:
            break
        seen += given
    process.kill()
    process.join()
    return seen


def _kept(path: Path) -> dict[str, Any]:
    """Read what was kept: it must be whole, of this course, and lead to where it says that it stands."""
    text = path.read_text(encoding="utf-8")
    session = resume(text, COURSE, now=json.loads(text)["saved"]).require()
    assert replay(COURSE, session.log)[0] == session
    state: dict[str, Any] = json.loads(text)["state"]
    return state


@pytest.mark.parametrize(("terminal", "kills"), [(False, 80), (True, 20)], ids=["lines", "terminal"])
def test_kills(tmp_path: Path, terminal: bool, kills: int) -> None:  # noqa: FBT001 - a parameter of the test
    """After each of them the session is whole, goes on from there, and holds all that anybody had seen."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.cli.killed"])
    path, routine = tmp_path / "kept.json", tmp_path / "many.routine.yaml"
    routine.write_text(killed.ROUTINE, encoding="utf-8")
    argv = ["play", str(routine), "--speed", str(SPEED), "--snapshot", str(path)]
    dice, pattern, before = random.Random(7), FRAME if terminal else LINE, 0  # noqa: S311 - the same moments each time
    made = 0
    while made < kills:
        mine, theirs = pty.openpty() if terminal else context.Pipe(duplex=False)
        ends: Any = DupFd(theirs) if isinstance(theirs, int) else theirs
        process = context.Process(target=killed.play, args=(argv, ends), kwargs={"terminal": terminal})
        process.start()
        os.close(theirs) if isinstance(theirs, int) else theirs.close()
        seen = _killed(process, mine if isinstance(mine, int) else mine.fileno(), pattern, dice.randint(1, 4))
        os.close(mine) if isinstance(mine, int) else mine.close()
        if not path.exists():  # it came to its end before the kill, and begins anew
            assert _last(pattern, seen, before) >= COURSE.total - LATE, seen.decode()
            before = 0
            continue
        state = _kept(path)
        assert process.exitcode == -9, seen.decode()
        assert state["elapsed"] >= _last(pattern, seen, before) >= before - 1_000
        made, before = made + 1, state["elapsed"]
