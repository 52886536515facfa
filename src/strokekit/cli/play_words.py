"""What is told of a session in words: a line for each happening, and what the terminal shows of a player."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from strokekit.model.condition import Until
from strokekit.playing.course import Course, Moment, Segment
from strokekit.playing.events import Happening
from strokekit.playing.player import Player
from strokekit.rendering.phrases import Phrases

QUIET = frozenset({"started", "waiting", "slept", "unreachable", "finished", "stopped"})
"""What is told also to those who asked for quiet, with questions."""

_NEWS = {"resumed": "play-resumed-now"}
"""Happenings whose message is not called after them."""


@attrs.frozen
class PlayWords:
    """Puts the happenings and the state of one course into words."""

    phrases: Phrases
    first: Course

    def say(self, name: str, /, **facts: object) -> str:
        """Say a message."""
        return self.phrases.say(name, **facts)

    def time(self, ms: int) -> str:
        """Say a stretch of time."""
        return self.phrases.time(ms)

    def step(self, segment: Segment) -> str:
        """Say what a segment is, how long it lasts, and what ends it."""
        title, wait = self.title(segment), segment.wait
        if wait is None and segment.spans:
            return self.say("play-step-of", title=title, time=self.time(segment.ms), until=self._sign(segment.spans[-1].until))
        if wait is None:
            return self.say("play-step", title=title, time=self.time(segment.ms))
        until = self.until(segment)
        if wait.most is None:
            return self.say("play-step-waits", title=title, time=self.time(segment.ms), until=until)
        most = self.time(segment.limit or 0)
        return self.say("play-step-waits-most", title=title, time=self.time(segment.ms), until=until, most=most)

    def title(self, segment: Segment) -> str:
        """Say what is done, and where."""
        if segment.kind == "rest":
            return self.say("play-rest")
        title = self.phrases.text(segment.title) or (self.say("play-something-else") if segment.instead_of else segment.name)
        where = self._where(segment)
        return self.say("play-step-where", title=title, where=where) if where else title

    def _where(self, segment: Segment) -> str:
        places = []
        for region, side in segment.sites:
            if region:
                name = self.phrases.word("region", region)
                places.append(self.say("named", title=name, name=self.say(f"side-{side}")) if side else name)
        return self.phrases.messages.join("comma", list(dict.fromkeys(places)))

    def until(self, segment: Segment) -> str:
        """Say what a segment waits for."""
        wait = segment.wait
        if wait is None or wait.until == "answer":
            return self.say("play-until-answer")
        return self._sign(wait.until)

    def _sign(self, until: str) -> str:
        """Say what a sign is."""
        read = self.phrases.messages.catalog.literals.read("until", until).value
        return self.phrases.until(read) if isinstance(read, Until) else until

    def cue(self, moment: Moment) -> str:
        """Say what is said, asked or shown."""
        text = self.phrases.text(moment.text)
        if moment.kind == "ask" and moment.answers:
            return self.say("play-ask-answers", text=text, answers=self.phrases.messages.join("comma", moment.answers))
        if moment.kind in ("checkpoint", "side"):
            return self.say(f"play-{moment.kind}")
        return self.say(f"play-{moment.kind}", text=text)

    def line(self, happening: Happening, player: Player) -> str:
        """Say a happening in one line; empty for what needs no words. `player` is the state after it."""
        if happening.kind == "started":
            segment = self._segment(happening.name, player)
            return self.step(segment) if segment else ""
        if happening.kind in ("finished", "stopped"):
            return self.say(f"play-{happening.kind}", time=self.time(happening.ms))
        news = self._news(happening, player)
        return f"  {news}" if news else ""

    def _news(self, happening: Happening, player: Player) -> str:
        """Say what happens within a segment."""
        segment, text = self._segment(happening.name, player), self.phrases.text(happening.text)
        moment = self._moments(player).get(happening.name)
        match happening.kind:
            case "cue":
                return self.cue(moment) if moment else ""
            case "waiting":
                return self.say("play-waiting", until=self.until(segment)) if segment else ""
            case "completed":
                return self.say("play-completed-bound") if happening.why == "bound" else ""
        title = text or self.say("play-something-else")
        facts = {"time": self.time(happening.ms), "title": title, "why": text}
        return self.say(_NEWS.get(happening.kind, f"play-{happening.kind}"), **facts)

    def eta(self, player: Player) -> str:
        """Say in how much time it ends, and by how much that is too late."""
        eta, clock = player.eta, player.clock
        low, high = self.time(eta.earliest - clock), None if eta.latest is None else self.time(eta.latest - clock)
        if high is None:
            said = self.say("play-eta-open", low=low)
        else:
            said = self.say("play-eta-exact", time=low) if low == high else self.say("play-eta", low=low, high=high)
        late = 0 if player.end_by is None else eta.likely - player.end_by
        return self.phrases.messages.join("comma", [said, *([self.say("play-late", time=self.time(late))] if late > 0 else [])])

    def _segment(self, name: str, player: Player) -> Segment | None:
        for course in (player.course, self.first):
            if name in course.by_name:
                return course.segments[course.by_name[name]]
        return None

    @staticmethod
    def _moments(player: Player) -> Mapping[str, Moment]:
        return {moment.name: moment for segment in player.course.segments for moment in segment.moments}


def clock_face(ms: int) -> str:
    """Write a time as a clock shows it.

    >>> clock_face(754_000), clock_face(3_661_000)
    ('12:34', '1:01:01')
    """
    hours, rest = divmod(ms // 1_000, 3_600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
