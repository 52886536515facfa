"""One session is played by one process, a request to end is heard, and a terminal that can't draw gets lines."""

from __future__ import annotations

import io
import os
import signal
from pathlib import Path

import pytest

from strokekit.cli import play
from strokekit.cli.arguments import build_parser
from strokekit.cli.play_alone import InUse, Lock, ended_as_interrupted
from strokekit.cli.streams import Streams
from tests.cli.running import put, strokekit
from tests.cli.test_play import TEXT, Person, go

FAST = ("--speed", "1000")
WRONG = (
    "strokekit play: error: this routine is being played already;"
    " leave that first, or keep this session elsewhere: --snapshot FILE\n"
)


def test_two_players_do_not_share_a_session(tmp_path: Path) -> None:
    """The second is told so, and touches nothing; elsewhere, or when the first is over, it plays."""
    other = Lock(str(tmp_path / "kept.json.lock"))
    other.take()
    (tmp_path / "kept.json").write_text("of the first")
    code, out, err = go(tmp_path, options=("--fresh", *FAST))

    assert (code, out) == (2, "")
    assert err.endswith(WRONG)
    assert (tmp_path / "kept.json").read_text() == "of the first"
    assert go(tmp_path, options=("--snapshot", str(tmp_path / "mine.json"), *FAST))[0] == 0
    other.release()
    assert go(tmp_path, options=("--fresh", *FAST))[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["foot.routine.yaml"]


def test_a_lock_that_a_kill_left_holds_nobody(tmp_path: Path) -> None:
    """The system has let go of it; the file alone means nothing."""
    (tmp_path / "kept.json.lock").touch()

    assert go(tmp_path, options=FAST)[0] == 0


def test_a_lock_is_let_go_when_somebody_leaves(tmp_path: Path) -> None:
    """What was kept stays, and the lock goes."""
    go(tmp_path, (1, "q"))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["foot.routine.yaml", "kept.json"]


def test_a_lock_that_was_taken_away_meanwhile_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever locks a file that is no longer there has locked nothing."""
    path = tmp_path / "lock"
    real, calls = os.fstat, list[int]()

    def gone(handle: int) -> os.stat_result:
        calls.append(handle)
        if len(calls) == 1:
            path.unlink()
        return real(handle)

    monkeypatch.setattr("strokekit.cli.play_alone.os.fstat", gone)
    lock = Lock(str(path))
    lock.take()

    assert (len(calls), path.exists()) == (2, True)
    with pytest.raises(InUse):
        Lock(str(path)).take()
    lock.release()
    assert not path.exists()


def test_without_a_place_for_it_there_is_no_lock(tmp_path: Path) -> None:
    """That nothing can be kept there is told when it is tried."""
    lock = Lock(str(tmp_path / "no" / "lock"))
    lock.take()
    lock.release()

    assert list(tmp_path.iterdir()) == []


class Ended(Person):
    """Somebody whose terminal is closed, or whose computer is shut down."""

    def wait(self, ms: int) -> list[str]:
        """Send the signal after a while."""
        if self.typed and self.start + self.typed[0][0] * 1_000 <= self.now + ms:
            os.kill(os.getpid(), getattr(signal, self.typed.pop(0)[1]))
        return super().wait(ms)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_request_to_end_keeps_the_session(tmp_path: Path, name: str) -> None:
    """As `q` does; and whoever handled it before handles it again."""
    before = signal.getsignal(getattr(signal, name))
    code, out, _ = go(tmp_path, person=Ended((50, name), (999, "z")))

    assert (code, out.splitlines()[-1]) == (0, "Kept: the same command goes on from here")
    assert (tmp_path / "kept.json").exists()
    assert signal.getsignal(getattr(signal, name)) == before


def test_signals_that_there_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that has none of them is asked for none."""
    monkeypatch.setattr("strokekit.cli.play_alone.ENDING", ("SIGNONE",))
    with ended_as_interrupted():
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


class Terminal(io.StringIO):
    """A terminal that takes text."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(("term", "drawn"), [("dumb", False), ("xterm-256color", True)])
def test_a_terminal_that_cannot_draw_gets_lines(
    tmp_path: Path,
    term: str,
    drawn: bool,  # noqa: FBT001 - a parameter of the test
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And no advice to install what would not help."""
    monkeypatch.setenv("TERM", term)
    streams = Streams(Terminal(), Terminal(), io.StringIO())
    path = put(tmp_path, "foot.routine.yaml", TEXT)
    person = Person()
    argv = build_parser(streams).parse_args(["play", path, "--snapshot", str(tmp_path / "k.json")])
    run = play._Run(argv, streams, None, None, lambda: person.now, None)  # type: ignore[arg-type]  # noqa: SLF001 - one question

    assert run._whole_terminal() == drawn  # noqa: SLF001 - as above


def test_a_step_on_both_sides_is_played(tmp_path: Path) -> None:
    """The change of side is a moment like any other."""
    text = TEXT.replace("where: left sole, duration: 2 min", "where: sole, side: both, duration: 2 min")
    ran = strokekit(
        "play", put(tmp_path, "foot.routine.yaml", text), "--speed", "1000000", "--fresh", "--snapshot", str(tmp_path / "k")
    )

    assert (ran.code, ran.out.splitlines()[1:4]) == (
        0,
        ["   0:00  Kneading: sole (left), sole (right) (2 min)", "   0:40    Say: “Breathe out”", "   1:00    Change sides"],
    )
