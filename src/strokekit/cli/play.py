"""`strokekit play`: a routine on a clock, in a terminal or anywhere else, kept so that it goes on after a kill."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from importlib.util import find_spec
from typing import Any, Protocol

import attrs

from strokekit.cli.clock import now, sped
from strokekit.cli.common import STDIN, composed, show_report, why, wrong_call
from strokekit.cli.engines import engine_of
from strokekit.cli.fits import asked_for, fitted
from strokekit.cli.play_alone import InUse, ended_as_interrupted
from strokekit.cli.play_kept import Keeper, usual_path
from strokekit.cli.play_plain import Lines, Plain, Typed
from strokekit.cli.play_words import PlayWords
from strokekit.cli.streams import FOUND, OK, Streams
from strokekit.diagnostics import Report, Severity
from strokekit.engine import Engine
from strokekit.model.timeline import Timeline
from strokekit.playing.drivers import Turn, drive
from strokekit.playing.events import Event, Pause, Resume, Start
from strokekit.playing.keeping import write_whole
from strokekit.playing.record import record_json, record_of
from strokekit.playing.record_text import record_markdown
from strokekit.playing.refits import refitting
from strokekit.playing.session import Gap, Refit, Session
from strokekit.playing.timelines import course_of
from strokekit.rendering.cards import escape_markdown
from strokekit.rendering.context import RenderContext
from strokekit.reporting.display import one_line


class Stage(AbstractContextManager[Any], Protocol):
    """Where a session is shown, and where its keys come from."""

    left: bool
    """True once somebody wants to leave."""

    def show(self, turn: Turn) -> None:
        """Show the session after a turn."""
        ...

    def wait(self, ms: int | None) -> Iterable[Event]:
        """Wait at most so many milliseconds, and give what somebody did."""
        ...


def run(arguments: argparse.Namespace, streams: Streams, *, wall: Callable[[], int] = now, typed: Typed | None = None) -> int:
    """Play one routine; `wall` is the clock, and `typed` the lines that are typed where keys can't be."""
    engine = engine_of(arguments, streams, [arguments.file])
    if isinstance(engine, int):
        return engine
    made = composed(arguments, streams, engine)
    if isinstance(made, int):
        return made
    timeline, code = fitted(made, arguments, streams)
    if timeline is None:
        return code
    refit = refitting(timeline) if asked_for(arguments) else None
    return _Run(arguments, streams, made.engine, timeline, wall, typed, refit).play(code)


@attrs.define
class _Run:
    """One call of the command, from the timeline to the record."""

    arguments: argparse.Namespace
    streams: Streams
    engine: Engine
    timeline: Timeline
    wall: Callable[[], int]
    typed: Typed | None
    refit: Refit | None = None
    """Fits what is ahead again when the end has moved away from the time that was asked for."""

    def play(self, code: int) -> int:
        """Play to the end, or until somebody leaves; give the exit code."""
        course = course_of(self.timeline)
        language = self.arguments.language or self.timeline.about.language
        context = RenderContext(plan=self.timeline.plan, catalog=self.engine.catalog, language=language, exact=self.timeline)
        words = PlayWords(context.phrases, course)
        path = self.arguments.snapshot or usual_path(course, os.environ)
        keeper = Keeper(path, self.wall, lambda problem: self.streams.err(f"{words.say('play-not-kept', problem=problem)}\n"))
        try:
            keeper.take()
        except InUse:
            problem = "this routine is being played already; leave that first, or keep this session elsewhere: --snapshot FILE"
            return wrong_call(self.arguments, self.streams, problem)
        try:
            return self._played(keeper, Session(first=course), words, code)
        finally:
            keeper.lock.release()

    def _played(self, keeper: Keeper, new: Session, words: PlayWords, code: int) -> int:
        """Play a session that nobody else plays."""
        begun = self._begun(keeper, new, words)
        if isinstance(begun, int):
            return begun
        session, left = self._carried(*begun, keeper, self._stage(words))
        self._say_end(session, words, left=left)
        if left:
            return code
        keeper.forget()
        return max(code, self._record(session, words))

    def _begun(self, keeper: Keeper, new: Session, words: PlayWords) -> tuple[Session, int] | int:
        """Give the session that was kept, or a new one, and when it stood where it stands; an exit code if neither will do."""
        try:
            found, since = (None, 0) if self.arguments.fresh else keeper.read(new.first)
        except OSError as problem:
            return wrong_call(self.arguments, self.streams, f"{keeper.path!r} can't be read: {why(problem)}")
        if found is not None and found.value is not None:
            self._say(words.say("play-resumed", title=self._title(words), time=words.time(found.value.player.elapsed)))
            return found.value, since
        if found is not None:
            owned = self.arguments.snapshot is None
            weighed = [attrs.evolve(one, severity=Severity.WARNING) if owned else one for one in found.report]
            show_report(Report.of(attrs.evolve(one, file="" if owned else keeper.path) for one in weighed), None, self.streams)
            if not owned:
                return FOUND
        steps = sum(1 for segment in new.first.segments if segment.kind == "step")
        self._say(words.say("play-begin", title=self._title(words), time=words.time(new.first.total), steps=steps))
        return new, self.wall()

    def _title(self, words: PlayWords) -> str:
        return words.phrases.text(words.first.title)

    def _say(self, text: str) -> None:
        if not self.arguments.quiet:
            self.streams.out(f"{one_line(text)}\n")

    def _stage(self, words: PlayWords) -> Stage:
        """Take the whole terminal where there is one, and what draws on it is installed; else write lines."""
        speed, quiet = self.arguments.speed, self.arguments.quiet
        if self._whole_terminal():
            from strokekit.cli.play_screen import Screen
            from strokekit.cli.play_typed import Keys

            color = not (self.arguments.no_color or os.environ.get("NO_COLOR"))
            return Screen(words, self.streams, Keys(self.streams.stdin), speed, quiet=quiet, color=color)
        if _is_terminal(self.streams) and not self.arguments.plain and find_spec("rich") is None:
            self.streams.err("strokekit play: install strokekit[player] for keys and the full display; here lines are read\n")
        typed = self.typed or Lines(None if self.arguments.file == STDIN else self.streams.stdin)
        return Plain(words, self.streams, typed, speed, quiet=quiet)

    def _whole_terminal(self) -> bool:
        """Tell whether the session has the terminal to itself."""
        wanted = not self.arguments.plain and self.typed is None and _is_terminal(self.streams)
        return wanted and os.environ.get("TERM") != "dumb" and find_spec("rich") is not None

    def _carried(self, session: Session, since: int, keeper: Keeper, stage: Stage) -> tuple[Session, bool]:
        """Play until the session is over, or somebody leaves; tell which of the two."""
        speed, player = self.arguments.speed, session.player
        clock = sped(since, player.clock, speed, self.wall)
        end_by = player.clock + session.first.total if asked_for(self.arguments) else None
        first: list[tuple[Event, ...]] = [(Resume(),)] if player.status == "paused" else []
        first += [] if player.begun else [(Start(end_by=end_by),)]
        gap = Gap(limit=Gap().limit * speed)

        def wait(ms: int | None) -> Iterable[Event]:
            return first.pop() if first else stage.wait(ms)

        with ended_as_interrupted(), stage:
            try:
                for turn in drive(session, clock=clock, wait=wait, gap=gap, refit=self.refit):
                    session = turn.session
                    keeper.keep(session)  # before it is shown: whatever anybody saw is not lost
                    stage.show(turn)
                    if stage.left:
                        break
            except KeyboardInterrupt:
                stage.left = True
        left = session.player.status not in ("done", "stopped")
        if left:
            session, _ = session.do(Pause(), clock(), gap=gap, refit=self.refit)
            keeper.keep(session)
        return session, left

    def _say_end(self, session: Session, words: PlayWords, *, left: bool) -> None:
        """Say how it ended where the terminal, which has been given back, no longer shows it."""
        if left:
            self._say(words.say("play-kept"))
        elif self._whole_terminal():
            status = "stopped" if session.player.status == "stopped" else "finished"
            self._say(words.say(f"play-{status}", time=words.time(session.player.elapsed)))

    def _record(self, session: Session, words: PlayWords) -> int:
        """Write the record, if it is asked for: JSON by the name of its file, else Markdown; for its owner's eyes only."""
        target, record = self.arguments.record, record_of(session)
        if target is None:
            return OK
        made = record_json(record) if target.endswith(".json") else record_markdown(record, words.phrases, escape_markdown)
        if target == STDIN:
            self.streams.out(made)
            return OK
        try:
            write_whole(target, made)
        except (OSError, ValueError) as problem:
            return wrong_call(self.arguments, self.streams, f"{target!r} can't be written: {why(problem)}")
        return OK


def _is_terminal(streams: Streams) -> bool:
    """Tell whether a person sits before both ends."""
    try:
        return streams.stdin.isatty() and streams.stdout.isatty()
    except (AttributeError, ValueError):
        return False
