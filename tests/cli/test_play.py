"""`strokekit play` on a clock of the test's own: what it shows, takes, keeps and records. Nothing here waits."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from strokekit.cli import play
from strokekit.cli.arguments import build_parser
from strokekit.cli.play_keys import ANSWERS, answers, events_of
from strokekit.cli.play_screen import Screen
from strokekit.cli.play_typed import keys_in
from strokekit.cli.play_view import View, fitted, wrapped
from strokekit.cli.play_words import PlayWords, clock_face
from strokekit.cli.streams import Streams
from strokekit.playing import events as e
from strokekit.playing.course import Moment
from strokekit.playing.drivers import Turn
from strokekit.rendering.messages import Messages
from strokekit.rendering.phrases import Phrases
from tests.cli.running import put, strokekit
from tests.plans import engine
from tests.playing.courses import ASK, SHORT
from tests.playing.courses import play as played

TEXT = """\
strokekit: 1
title: Foot
contraindications: none_reviewed
sections:
  - id: foot
    steps:
      - {technique: kneading, id: knead, where: left sole, duration: 2 min, say: {text: Breathe out, at: 40 s}}
      - {technique: pressing, id: press, where: left sole, hold: 20..60 s, until: tissue_softens, ask: "Is this too firm?"}
      - {technique: holding, id: leave, where: left foot, duration: 20 s, rest: 5 s}
"""


class Person:
    """A clock, and somebody who types at its moments, in seconds. It ends the input when nothing is left to type."""

    def __init__(self, *typed: tuple[int, str]) -> None:
        """Begin at a moment that is no round one."""
        self.start = self.now = 1_000_123
        self.typed = list(typed)

    @property
    def ended(self) -> bool:
        """Tell whether nothing more will be typed."""
        return not self.typed

    def wait(self, ms: int) -> list[str]:
        """Let time go by."""
        if self.typed and self.start + self.typed[0][0] * 1_000 <= self.now + ms:
            at, line = self.typed.pop(0)
            self.now = max(self.now, self.start + at * 1_000)
            return [line]
        self.now += ms
        return []


def go(
    folder: Path, *typed: tuple[int, str], options: tuple[str, ...] = (), person: Person | None = None
) -> tuple[int, str, str]:
    """Play the routine with its session kept in a folder."""
    person = person or Person(*typed)
    streams = Streams(io.StringIO(), io.StringIO(), io.StringIO())
    path = put(folder, "foot.routine.yaml", TEXT)
    argv = ["play", path, "--snapshot", str(folder / "kept.json"), *options]
    code = play.run(build_parser(streams).parse_args(argv), streams, wall=lambda: person.now, typed=person)
    assert isinstance(streams.stdout, io.StringIO)
    assert isinstance(streams.stderr, io.StringIO)
    return code, streams.stdout.getvalue(), streams.stderr.getvalue()


def test_it_plays_to_the_end(tmp_path: Path) -> None:
    """A line for everything that happens, with the time worked; then nothing is kept any more."""
    code, out, err = go(tmp_path)

    assert (code, err) == (0, "")
    assert (
        out
        == """\
Foot: 3 min 5 s, 3 steps
   0:00  Kneading: sole (left) (2 min)
   0:40    Say: “Breathe out”
   2:00  Pressing: sole (left) (40 s, until the tissue softens, at most 1 min)
   2:00    Ask: “Is this too firm?”
   2:40    Its time is over: it goes on until the tissue softens
   2:40  Holding: foot (left) (20 s)
   3:00  Pause (5 s)
   3:05  Finished after 3 min 5 s
"""
    )
    assert [path.name for path in tmp_path.iterdir()] == ["foot.routine.yaml"]


def test_lines_are_keys(tmp_path: Path) -> None:
    """Pauses, answers, skips: each at its moment."""
    typed = ((10, " "), (20, "p"), (30, "+"), (40, "-"), (170, "1"), (175, ""), (180, "b"), (181, "n"), (182, "r"), (183, "x"))
    code, out, _ = go(tmp_path, *typed, (999, "z"))

    assert code == 0
    assert out.splitlines()[2:] == [
        "   0:10    Paused",
        "   0:10    Goes on",
        "   0:20    30 s longer",
        "   0:30    30 s shorter",
        "   0:40    Say: “Breathe out”",
        "   2:00  Pressing: sole (left) (40 s, until the tissue softens, at most 1 min)",
        "   2:00    Ask: “Is this too firm?”",
        "   2:40    Its time is over: it goes on until the tissue softens",
        "   2:40    Answered",
        "   2:45  Holding: foot (left) (20 s)",
        "   2:50    Left after 5 s",
        "   2:50  Pressing: sole (left) (40 s, until the tissue softens, at most 1 min)",
        "   2:50    Ask: “Is this too firm?”",
        "   2:51    Left out after 1 s",
        "   2:51  Holding: foot (left) (20 s)",
        "   2:52    Left after 1 s",
        "   2:52  Holding: foot (left) (20 s)",
        "   2:53    Left after 1 s",
        "   2:53  Stopped after 2 min 53 s",
    ]


def test_who_leaves_comes_back(tmp_path: Path) -> None:
    """`q` keeps the session; the same command goes on from there, whenever that is on the same day."""
    person = Person((30, "q"), (40, "z"))
    first = go(tmp_path, person=person)[1]
    state = json.loads((tmp_path / "kept.json").read_text())["state"]
    person.now += 3_600_000
    second = go(tmp_path, person=person)[1]

    assert first.splitlines()[-1] == "Kept: the same command goes on from here"
    assert (state["status"], state["elapsed"]) == ("paused", 30_000)
    assert second.splitlines()[:3] == ["Foot: goes on after 30 s", "   0:30    Goes on", "   0:40    Say: “Breathe out”"]
    assert second.splitlines()[-1] == "   3:05  Finished after 3 min 5 s"


def test_a_long_gap_is_a_pause(tmp_path: Path) -> None:
    """Nobody looked for five minutes: the player stands still, and `w` counts the time after all."""
    person = Person((10, "q"))
    go(tmp_path, person=person)
    text = (tmp_path / "kept.json").read_text()
    made = json.loads(text)
    made["log"].pop()
    made["state"] |= {"status": "playing"}
    (tmp_path / "kept.json").write_text(json.dumps(made))
    later = Person((0, "w"), (1, "x"), (2, "z"))
    later.start = later.now = person.now + 150_000
    out = go(tmp_path, person=later)[1]

    assert out.splitlines()[1:3] == [
        "   0:10    Paused: nobody looked at the clock for 2 min 30 s",
        "   0:40    Say: “Breathe out”",
    ]


@pytest.mark.parametrize(
    ("own", "code", "expected"),
    [
        pytest.param(
            True, 1, "error[SK908] this session can't go on: it is damaged, or no session of strokekit", id="a named file"
        ),
        pytest.param(False, 0, "warning[SK908] this session can't go on: it is damaged, or no session of strokekit", id="ours"),
    ],
)
def test_what_was_kept_is_damaged(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    own: bool,  # noqa: FBT001 - a parameter of the test
    code: int,
    expected: str,
) -> None:
    """A file that the call names is left alone; one of ours is begun anew. `--fresh` begins anew in any case."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = put(tmp_path, "foot.routine.yaml", TEXT)
    kept = tmp_path / "kept.json"
    options = ["--snapshot", str(kept)] if own else []
    if own:
        kept.write_text("{")
    else:
        strokekit("play", path, "--speed", "1000000", stdin="")
        real = os.listdir
        monkeypatch.setattr("strokekit.cli.play_kept.fingerprint", lambda _: "0" * 64)
        put(tmp_path / "state" / "strokekit" / "sessions", f"{'0' * 32}.json", "{")
        assert real(tmp_path / "state" / "strokekit" / "sessions") == [f"{'0' * 32}.json"]
    ran = strokekit("play", path, "--speed", "1000000", *options)

    assert (ran.code, expected in ran.err) == (code, True)
    assert not own or kept.read_text() == "{"
    assert strokekit("play", path, "--speed", "1000000", "--fresh", *options).code == 0


def test_what_cannot_be_kept_is_told_once(tmp_path: Path) -> None:
    """The hour goes on without."""
    put(tmp_path, "no", "a file where a folder should be")
    path = put(tmp_path, "foot.routine.yaml", TEXT)
    ran = strokekit("play", path, "--speed", "1000000", "--fresh", "--snapshot", str(tmp_path / "no" / "kept.json"))

    assert (ran.code, ran.err.count("be kept: ")) == (0, 1)


@pytest.mark.parametrize(("name", "start"), [("r.md", "# Session: Foot\n"), ("r.json", '{\n  "format": "strokekit.record",')])
def test_the_record(tmp_path: Path, name: str, start: str) -> None:
    """Written by the name of its file, for its owner alone, when it is over."""
    path = tmp_path / name
    go(tmp_path, (125, "2"), (999, "z"), options=("--record", str(path)))

    assert path.read_text().startswith(start)
    assert "no" in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_a_record_that_cannot_be_written(tmp_path: Path) -> None:
    """Is a wrong call."""
    code, _, err = go(tmp_path, options=("--record", str(tmp_path / "no" / "r.md")))

    assert code == 2
    assert err.startswith("strokekit play: error: ")


def test_moments_without_words_of_their_own() -> None:
    """A change of sides and a checkpoint are told, though no file has words for them."""
    words = PlayWords(Phrases(Messages(engine().catalog, "en"), {}), SHORT)

    assert [words.cue(Moment(name="m", kind=kind)) for kind in ("side", "checkpoint")] == ["Change sides", "Checkpoint"]


def test_quiet(tmp_path: Path) -> None:
    """Only what begins, is asked, is waited for, and ends."""
    assert go(tmp_path, options=("--quiet",))[1].splitlines() == [
        "   0:00  Kneading: sole (left) (2 min)",
        "   2:00  Pressing: sole (left) (40 s, until the tissue softens, at most 1 min)",
        "   2:00    Ask: “Is this too firm?”",
        "   2:40    Its time is over: it goes on until the tissue softens",
        "   2:40  Holding: foot (left) (20 s)",
        "   3:00  Pause (5 s)",
        "   3:05  Finished after 3 min 5 s",
    ]


@pytest.mark.parametrize(
    ("argv", "code"), [(["--speed", "0"], 2), (["--speed", "2.5"], 2), (["--fit", "1s"], 1), (["--fit", "never"], 2)]
)
def test_wrong_calls(tmp_path: Path, argv: list[str], code: int) -> None:
    """A speed that is none, a time that can't be reached, a time that is none."""
    assert strokekit("play", put(tmp_path, "foot.routine.yaml", TEXT), *argv).code == code


def test_keys_of_a_terminal() -> None:
    """Characters, arrows, and several at once."""
    assert list(keys_in("n\x1b[C\x1bOD+é")) == ["n", "KEY_RIGHT", "KEY_LEFT", "+", "é"]


def test_keys_that_mean_nothing_now() -> None:
    """No question, no gap, no such answer."""
    player = played(SHORT, (0, e.Start()))[0].player

    assert [list(events_of(key, player, None, 0)) for key in ("1", "w", "z", "é", "²")] == [[]] * 5
    assert list(events_of("3", player, ASK, 0)) == []
    assert list(events_of("2", player, ASK, 0)) == [e.Answer(to="b:ask", text="no")]
    assert answers(SHORT.segments[0].moments[0]) == ANSWERS


WORDS = PlayWords(Phrases(Messages(engine().catalog)), SHORT)


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (60, 12), (20, 5), (3, 2), (1, 1)])
@pytest.mark.parametrize("at", [0, 30, 80, 100, 999])
def test_the_picture_fits(columns: int, rows: int, at: int) -> None:
    """Into a terminal of any size, in any state."""
    player = played(SHORT, (0, e.Start()), (at, e.Tick()))[0].player
    lines = View(words=WORDS, columns=columns, rows=rows).lines(player, ["one", "two"] * 30, ASK, 5)

    assert 1 <= len(lines) <= max(rows - 1, 1)
    assert max(len(line.text) for line in lines) <= columns


def test_the_picture() -> None:
    """What a terminal of eighty columns shows in the middle of a wait."""
    player = played(SHORT, (0, e.Start()), (70, e.Tick()))[0].player
    lines = View(words=WORDS, columns=80, rows=14, bars=("#", ".")).lines(player, ["   1:05  b"], None, 0)

    assert [line.text for line in lines] == [
        "Test   3 of 4",
        "Total    #################...........    1:10 / 1:55  ends in 25 s to 1 min 5 s",
        "Section  ##..........................    0:05 / 0:50  Upper leg",
        "Step     ####........................    0:05 / 0:30  25 s left of 30 s",
        "",
        "> b: thigh (right), calf (right) (30 s, until the tissue softens, at most 50 s)",
        "  Next: c (20 s)",
        "  In 10 s: Ask: “Is this too firm?” (yes, no)",
        "",
        "   1:05  b",
        "",
        "space: pause  d: done  n: next  b: back  r: again  +: 30 s more  -: 30 s less",
        "s: something else  N, B: next section, back  q: quit  x: end it",
    ]


def test_texts_cannot_move_the_cursor() -> None:
    """What a file says is shown, whatever it holds."""
    assert fitted("a\x1b[2J\nb", 40) == "a\\x1b[2J\\nb"
    assert list(wrapped([], 10)) == [""]
    assert (clock_face(0), clock_face(3_600_000)) == ("0:00", "1:00:00")


@pytest.mark.parametrize(("color", "encoding"), [(True, "utf-8"), (False, "utf-8"), (True, "ascii")])
def test_the_screen(color: bool, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a parameter
    """It takes the terminal, draws in colours or none, in what the terminal can show, and gives it back."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, errors="replace")
    streams = Streams(io.StringIO(), out, io.StringIO())
    session, told = played(SHORT, (0, e.Start()))
    screen = Screen(WORDS, streams, Person((0, "+"), (0, "q")), speed=1, color=color)
    with screen:
        screen.show(Turn(session=session, told=tuple(told)))
        assert list(screen.wait(None)) == [e.Extend(ms=30_000)]
        before = screen.left
        assert [list(screen.wait(5)) for _ in range(2)] == [[], []]
    out.flush()
    shown = raw.getvalue().decode()

    assert (before, screen.left) == (False, True)
    assert shown.startswith("\x1b[?1049h")
    assert "\x1b[?1049l" in shown
    assert ("\x1b[1;32m" in shown, "\x1b[1m" in shown) == (color, True)
    assert ("▶" in shown) == (encoding == "utf-8")
