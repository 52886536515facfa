"""What a terminal shows of a player: lines of text that fit into it. Pure: how they get there is for others to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from strokekit.cli.play_keys import EXTEND, answers
from strokekit.cli.play_words import PlayWords, clock_face
from strokekit.playing.course import Moment, Segment
from strokekit.playing.player import Player
from strokekit.reporting.display import cells, one_line, width

FULL, EMPTY = "█", "░"
"""A bar, where the terminal can show it."""
PLAIN_FULL, PLAIN_EMPTY = "#", "."
"""A bar anywhere else."""

KEYS = ("done", "skip", "back", "restart", "extend", "cut", "instead", "sections", "quit", "stop")
"""The keys that always mean something."""


@attrs.frozen
class Line:
    """A line of the display, with what it is about."""

    text: str
    style: Literal["", "title", "now", "cue", "dim"] = ""


@attrs.frozen(kw_only=True)
class View:
    """Makes the lines; `columns` and `rows` are those of the terminal, `bars` a full and an empty piece of a bar."""

    words: PlayWords
    columns: int
    rows: int
    bars: tuple[str, str] = (FULL, EMPTY)

    def lines(self, player: Player, told: list[str], question: Moment | None, slept: int) -> list[Line]:
        """Give the lines, no longer and no more than fit; the news last told stand in the middle, as many as there is room for.

        Args:
            player: the player's state.
            told: what was told so far, a line each.
            question: what was asked and has not been answered.
            slept: how long nobody looked at the clock, if that is why the player stands still; milliseconds.
        """
        above, below = list(self._above(player)), list(self._below(player, question, slept))
        room = max(self.rows - len(above) - len(below) - 1, 0)
        news = [Line(text, "dim") for text in told[len(told) - min(room, len(told)) :]]
        lines = [*above, *news, *below]
        return [attrs.evolve(line, text=fitted(line.text, self.columns)) for line in lines[: max(self.rows - 1, 1)]]

    def _above(self, player: Player) -> Iterator[Line]:
        segment, say = player.current, self.words.say
        yield Line(f"{self.words.phrases.text(self.words.first.title)}   {self._status(player)}", "title")
        yield Line(self._bar(say("play-total"), player.elapsed, player.total, self.words.eta(player)))
        if segment is None:
            return
        section = player.elapsed_section + player.remaining_section
        named = self.words.phrases.text(self.words.first.sections.get(segment.section) or {}) or segment.section
        yield Line(self._bar(say("play-section"), player.elapsed_section, section, named))
        yield Line(self._bar(say("play-this"), player.at, max(segment.ms, player.at), self._left(player, segment)))
        yield Line("")
        yield Line(f"▶ {self.words.step(segment)}" if self.bars[0] == FULL else f"> {self.words.step(segment)}", "now")
        after = player.next
        yield Line(f"  {say('play-next', step=self.words.step(after)) if after else say('play-last')}", "dim")
        yield from [Line(f"  {self._soon(player, player.ahead)}", "cue")] if player.ahead else []
        yield Line("")

    def _status(self, player: Player) -> str:
        status = player.status
        number = self.words.say(
            "play-at", number=min(player.index + 1, len(player.course.segments)), count=len(player.course.segments)
        )
        return number if status in ("playing", "waiting") else f"{number}   [{self.words.say(f'play-status-{status}')}]"

    def _left(self, player: Player, segment: Segment) -> str:
        if player.status == "waiting":
            over = self.words.time(player.at - segment.ms)
            return self.words.say("play-step-over", time=over, until=self.words.until(segment))
        return self.words.say("play-step-left", left=self.words.time(player.remaining_step), time=self.words.time(segment.ms))

    def _soon(self, player: Player, moment: Moment) -> str:
        segment, cue = player.current, self.words.cue(moment)
        if moment.at_end or segment is None:
            return self.words.say("play-at-end", cue=cue)
        return self.words.say("play-soon", time=self.words.time(moment.at(segment.ms) - player.at), cue=cue)

    def _bar(self, label: str, done: int, whole: int, text: str) -> str:
        """Draw a bar between two texts; the times stand before it."""
        pieces = max(min(self.columns - 52, 30), 6)
        full = pieces * done // whole if whole else pieces
        full = min(full, pieces)
        bar = self.bars[0] * full + self.bars[1] * (pieces - full)
        return f"{label:<8} {bar} {clock_face(done):>7} / {clock_face(whole)}  {text}"

    def _below(self, player: Player, question: Moment | None, slept: int) -> Iterator[Line]:
        say = self.words.say
        if question is not None:
            replies = [say("play-key-answer", key=key, answer=answer) for key, answer in enumerate(answers(question), 1)]
            yield Line("  ".join((self.words.cue(question), *replies)), "cue")
        keys = ["play-key-pause" if player.running else "play-key-resume"]
        keys += ["play-key-worked"] if slept else []
        keys += ["play-key-enough"] if player.current is not None and player.current.spans else []
        keys += [f"play-key-{name}" for name in KEYS]
        texts = [say(key, time=self.words.time(EXTEND)) for key in keys]
        yield Line("")
        yield from (Line(text, "dim") for text in wrapped(texts, self.columns))


def wrapped(texts: list[str], columns: int) -> Iterator[str]:
    """Put texts on as few lines as they fit on.

    >>> list(wrapped(["one", "two", "three"], 9))
    ['one  two', 'three']
    """
    line = ""
    for text in texts:
        longer = f"{line}  {text}" if line else text
        if line and width(cells(longer)) > columns:
            yield line
            longer = text
        line = longer
    yield line


def fitted(text: str, columns: int) -> str:
    """Give what of a text fits into so many columns, without anything that would move the cursor.

    >>> fitted("kneading", 5)
    'knea…'
    """
    shown = list(cells(one_line(text)))
    if width(shown) <= columns:
        return "".join(cell.shown for cell in shown)
    kept: list[str] = []
    left = columns - 1
    for cell in shown:
        left -= cell.columns
        if left < 0:
            break
        kept.append(cell.shown)
    return "".join(kept) + "…" if columns > 0 else ""
