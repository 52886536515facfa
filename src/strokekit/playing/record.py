"""What was done in a session: minutes by technique, place, side and pressure, what became of each step, answers, totals.

It is made from the log alone. It says what the hands did and for how long, and nothing of what that is good for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

from strokekit.model.frozen import FrozenMap
from strokekit.playing import events as e
from strokekit.playing.course import Course, Segment
from strokekit.playing.events import Happening
from strokekit.playing.player import Player, Status
from strokekit.playing.session import Entry, Session
from strokekit.playing.stepping import step
from strokekit.version import VERSION

FORMAT, FORMAT_VERSION = "strokekit.record", 1
"""What a record calls itself; the version grows when a field changes its meaning, not when one is added."""
Became: TypeAlias = Literal["done", "part", "skipped", "dropped", "open"]
"""Done to its end; begun, left, and not ended; left out by a person; taken out by a later fit; not reached."""


@attrs.frozen(kw_only=True)
class Deed:
    """What became of a segment: `planned` and `actual` are milliseconds; done twice, both times count."""

    name: str
    kind: Literal["step", "rest"]
    section: str
    title: Mapping[str, str]
    technique: str | None = None
    planned: int
    """As it was when the session began; 0 for what a later fit brought in."""
    actual: int
    became: Became
    extended: int = 0
    """By how much a person made it longer; shorter, if negative."""
    instead_of: str = ""
    """What was planned, where something else was done."""


@attrs.frozen(kw_only=True)
class Reply:
    """A question to the client, as it was asked, and what was answered."""

    name: str
    question: Mapping[str, str]
    text: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Record:
    """What was done in a session. All times are whole milliseconds.

    Those by technique, region, side and pressure are of the hands-on time, and each sums up to it. The key `""` is for what
    nothing says. A step on several places gives each of them an equal part of its time.
    """

    title: Mapping[str, str]
    language: str
    engine: str
    catalog: str
    status: Status
    planned: int
    actual: int
    """What was worked; pauses left out."""
    paused: int
    hands_on: int
    by_technique: Mapping[str, int]
    by_region: Mapping[str, int]
    by_side: Mapping[str, int]
    by_pressure: Mapping[str, int]
    sections: Mapping[str, Mapping[str, str]]
    deeds: tuple[Deed, ...]
    """In the order of the course, what a later fit brought in behind."""
    replies: tuple[Reply, ...]

    def steps(self, became: Became) -> tuple[Deed, ...]:
        """Give the steps that something became of; rests are not among them."""
        return tuple(deed for deed in self.deeds if deed.became == became and deed.kind == "step")


def record_of(session: Session) -> Record:
    """Say what was done in a session, whether it is over or not.

    >>> session, _ = Session(first=Course(segments=(Segment(name="a", ms=2_000),))).do(e.Start(), 0)
    >>> session, _ = session.do(e.Skip(), 500)
    >>> [(deed.name, deed.planned, deed.actual, deed.became) for deed in record_of(session).deeds]
    [('a', 2000, 500, 'skipped')]
    """
    book = _Book(session.first)
    for entry in session.log:
        book.enter(entry)
    first, player = session.first, book.player
    credits_ = book.credits()
    hands_on = [(segment, ms) for segment, ms in credits_ if segment.hands_on]
    return Record(
        title=first.title,
        language=first.language,
        engine=first.engine,
        catalog=first.catalog,
        status=player.status,
        planned=first.total,
        actual=player.elapsed,
        paused=max(book.end - book.start - player.elapsed, 0),
        hands_on=sum(ms for _, ms in hands_on),
        by_technique=_sums((segment.technique or "", ms) for segment, ms in hands_on),
        by_region=_sums((region, ms) for segment, whole in hands_on for (region, _), ms in _shared(segment, whole)),
        by_side=_sums((side, ms) for segment, whole in hands_on for (_, side), ms in _shared(segment, whole)),
        by_pressure=_sums((segment.pressure, ms) for segment, ms in hands_on),
        sections=first.sections,
        deeds=tuple(book.deeds(credits_)),
        replies=tuple(book.replies),
    )


def record_json(record: Record) -> str:
    """Write a record as JSON, as `schemas/record.schema.json` describes it; texts are mappings from language tags."""
    made = {"format": FORMAT, "version": FORMAT_VERSION, "written_by": VERSION, **attrs.asdict(record, recurse=False)}
    made["deeds"] = [{**attrs.asdict(deed, recurse=False), "title": dict(deed.title)} for deed in record.deeds]
    made["replies"] = [{"name": r.name, "question": dict(r.question), "text": r.text} for r in record.replies]
    made["sections"] = {name: dict(title) for name, title in record.sections.items()}
    plain = {name: dict(value) if isinstance(value, Mapping) else value for name, value in made.items()}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


@attrs.define
class _Book:
    """Goes through a log, and keeps what each happening says of the work."""

    first: Course
    player: Player = attrs.field(init=False)
    start: int = 0
    end: int = 0
    extended: Counter[str] = attrs.field(factory=Counter)
    done: set[str] = attrs.field(factory=set)
    entered: set[str] = attrs.field(factory=set)
    skipped: set[str] = attrs.field(factory=set)
    replies: list[Reply] = attrs.field(factory=list)
    _worked: list[tuple[Segment, int]] = attrs.field(factory=list)
    _credited: int = 0
    """What of the time in the present segment has been kept already."""

    def __attrs_post_init__(self) -> None:
        self.player = Player(course=self.first)

    def enter(self, entry: Entry) -> None:
        """Take up one event of the log, with all that it led to."""
        before = self.player.course
        if isinstance(entry.event, e.Start) and not self.player.begun:
            self.start = self.end = max(entry.at, self.player.clock)
        self.player, told = step(self.player, entry.event, entry.at)
        for one in told:
            self._take(one, before)
        if isinstance(entry.event, e.Answer) and any(one.kind == "answered" for one in told):
            self._reply(entry.event, before)
        if self.player.begun and self.player.current is not None and not self.player.stopped:
            self.end = self.player.clock

    def _take(self, one: Happening, course: Course) -> None:
        match one.kind:
            case "started":
                self.entered.add(one.name)
                self._credited = 0
            case "completed" | "skipped" | "left" | "substituted":
                self._worked.append((course.segments[course.by_name[one.name]], one.ms - self._credited))
                self._credited = one.ms
            case "extended" | "cut":
                self.extended[one.name] += one.ms if one.kind == "extended" else -one.ms
            case "finished" | "stopped":
                self.end = one.clock
        if one.kind == "completed":
            self.done.add(one.name)
        if one.kind == "skipped":
            self.skipped.add(one.name)

    def _reply(self, event: e.Answer, course: Course) -> None:
        moments = (moment for segment in (*course.segments, *self.first.segments) for moment in segment.moments)
        question: Mapping[str, str] = next((moment.text for moment in moments if moment.name == event.to), FrozenMap())
        self.replies.append(Reply(name=event.to, question=question, text=event.text))

    def credits(self) -> list[tuple[Segment, int]]:
        """Give all work in its order: what was done, and for how long."""
        now = self.player.current
        running = [] if now is None or self.player.stopped else [(now, self.player.at - self._credited)]
        return [(segment, ms) for segment, ms in (*self._worked, *running) if ms > 0]

    def deeds(self, worked: Iterable[tuple[Segment, int]]) -> Iterator[Deed]:
        """Say what became of every segment that there ever was, with the time worked in it."""
        actual = Counter[str]()
        for segment, ms in worked:
            actual[segment.name] += ms
        planned = {segment.name: segment for segment in self.first.segments}
        present = {segment.name: segment for segment in self.player.course.segments}
        last = dict(self._last_known())
        for name in dict.fromkeys((*planned, *last, *present)):
            segment = present.get(name) or last.get(name) or planned[name]
            yield Deed(
                name=name,
                kind=segment.kind,
                section=segment.section,
                title=segment.title,
                technique=segment.technique,
                planned=planned[name].ms if name in planned else 0,
                actual=actual[name],
                became=self._became(name),
                extended=self.extended[name],
                instead_of=segment.instead_of,
            )

    def _last_known(self) -> Iterator[tuple[str, Segment]]:
        return ((segment.name, segment) for segment, _ in self._worked)

    def _became(self, name: str) -> Became:
        index = self.player.course.by_name.get(name)
        if name in self.done:
            return "done"
        if name in self.skipped:
            return "skipped"
        if name in self.entered:
            return "part"
        if index is None:
            return "dropped"
        return "skipped" if index < self.player.index else "open"


def _shared(segment: Segment, ms: int) -> Iterator[tuple[tuple[str, str], int]]:
    """Give each place of a segment an equal part of its time; the first ones get the odd milliseconds."""
    sites = segment.sites or (("", ""),)
    each, odd = divmod(ms, len(sites))
    return ((site, each + (number < odd)) for number, site in enumerate(sites))


def _sums(parts: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """Add up by key; the longest first, what nothing says last."""
    sums = Counter[str]()
    for key, ms in parts:
        sums[key] += ms
    return FrozenMap(dict(sorted(sums.items(), key=lambda one: (one[0] == "", -one[1], one[0]))))
