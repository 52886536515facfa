"""A player's state: where in its course it stands, and what follows from that. It knows no clock but the moments it is told.

At any moment `elapsed + remaining == total`. Time that nobody works in, as during a pause, is neither.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal, TypeAlias

import attrs

from strokekit.playing.course import Course, Moment, Segment

Status: TypeAlias = Literal["ready", "playing", "waiting", "paused", "done", "stopped"]
"""What a player is at: before its start, at work, past a segment's time until a person ends it, standing still, at its end."""


@attrs.frozen(kw_only=True)
class Eta:
    """When the work ends, as moments of the clock: at the earliest, as planned, at the latest; None: nobody can tell."""

    earliest: int
    likely: int
    latest: int | None


@attrs.frozen(kw_only=True)
class Player:
    """The state of a run. `strokekit.playing.step` makes the next one; times are whole milliseconds.

    >>> player = Player(course=Course(segments=(Segment(name="a", ms=2_000), Segment(name="b", ms=3_000))), at=500, elapsed=500)
    >>> player.status, player.remaining, player.total
    ('ready', 4500, 5000)
    """

    course: Course = attrs.field(repr=False)
    """As it is now: after what was extended, cut, substituted and fitted again."""
    index: int = 0
    """Which segment; the number of segments once all are over."""
    at: int = 0
    """The time in it."""
    elapsed: int = 0
    """The time worked so far, what was done twice counted twice."""
    clock: int = 0
    """The last moment of the clock that was heard of."""
    begun: bool = False
    running: bool = False
    stopped: bool = False
    end_by: int | None = None
    """The moment of the clock by which all is to be over."""

    @property
    def status(self) -> Status:
        """What the player is at."""
        if self.stopped:
            return "stopped"
        current = self.current
        if current is None:
            return "done"
        if not self.begun:
            return "ready"
        if not self.running:
            return "paused"
        return "waiting" if current.wait is not None and self.at >= current.ms else "playing"

    @property
    def active(self) -> bool:
        """True while time counts."""
        return self.running and not self.stopped and self.index < len(self.course.segments)

    @property
    def current(self) -> Segment | None:
        """The segment that is played; None after the last."""
        return self.course.segments[self.index] if self.index < len(self.course.segments) else None

    @property
    def next(self) -> Segment | None:
        """The one after it that takes time."""
        return next((segment for segment in self.course.segments[self.index + 1 :] if not segment.passes), None)

    @property
    def remaining_step(self) -> int:
        """What is left of the planned time of this segment; 0 while it only waits for a person."""
        return max(self.current.ms - self.at, 0) if self.current else 0

    @property
    def remaining_section(self) -> int:
        """What is left of the section, as planned."""
        return self._until(self.course.section_end(self.index)) if self.current else 0

    @property
    def remaining(self) -> int:
        """What is left of the whole course, as planned."""
        return self._until(len(self.course.segments)) if self.current else 0

    def _until(self, end: int) -> int:
        return self.remaining_step + self.course.starts[end] - self.course.starts[self.index + 1]

    @property
    def elapsed_section(self) -> int:
        """The planned time of the section until here."""
        if self.current is None:
            return 0
        start = self.course.section_start(self.index)
        return self.course.starts[self.index] - self.course.starts[start] + min(self.at, self.current.ms)

    @property
    def total(self) -> int:
        """How long it all takes, as far as it is known now: what was worked, and what is planned for the rest."""
        return self.elapsed + self.remaining

    @property
    def ahead(self) -> Moment | None:
        """The next thing to be said, asked or shown in this segment; None if nothing is left."""
        segment = self.current
        if segment is None:
            return None
        left = (moment for moment in segment.moments if moment.at_end or moment.at(segment.ms) > self.at)
        return min(left, key=lambda moment: (moment.at_end, moment.at(segment.ms)), default=None)

    @property
    def eta(self) -> Eta:
        """When it ends if the work goes on now.

        Segments with a time of their own take just that. What waits for a person may take as little or as much as its wait
        says, so the interval narrows with each wait that is over; it never widens unless somebody changes the course.
        """
        segment, course, after = self.current, self.course, self.index + 1
        if segment is None:
            return Eta(earliest=self.clock, likely=self.clock, latest=self.clock)
        least = max(segment.least - self.at, 0) + course.earliest[-1] - course.earliest[after]
        most = max((segment.limit or 0) - self.at, 0) + course.latest[-1] - course.latest[after]
        return Eta(
            earliest=self.clock + least,
            likely=self.clock + self.remaining,
            latest=None if course.endless > self.index else self.clock + most,
        )

    @property
    def due(self) -> int | None:
        """How many milliseconds of work from now the next thing happens by itself; None if nothing does until a person acts."""
        segment = self.current
        if segment is None or not self.active:
            return None
        times = [moment.at(segment.ms) for moment in segment.moments if not moment.at_end]
        times += [segment.ms] if segment.wait is not None else []
        times += [] if segment.limit is None else [segment.limit]
        return min((time - self.at for time in times if time > self.at), default=None)

    @property
    def bound(self) -> int | None:
        """How many milliseconds of work from now the next wait is over by itself; None if none is, or a person has to come first.

        That is the next moment at which the end of the work may shift without anybody doing anything.
        """
        waits = self.course.waits
        first = bisect_left(waits, self.index)
        if not self.active or first == len(waits):
            return None
        index = waits[first]
        limit = self.course.segments[index].limit
        if limit is None:
            return None
        return limit - self.at if index == self.index else self._until(index) + limit
