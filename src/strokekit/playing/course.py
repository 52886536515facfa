"""What a player plays: the steps and rests of one run in order, each with all that showing and recording it takes.

A course holds no plan and no catalogue, so that it can be kept, sent and read back as JSON. All times are whole milliseconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal

import attrs

from strokekit.model.frozen import FrozenMap


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen(kw_only=True)
class Wait:
    """A step that a person ends: `until` says what for, `most` after how long it ends by itself; None: never.

    >>> Wait(until="tissue_softens", most=60_000).most
    60000
    """

    until: str
    """The sign or place as a routine writes it; `answer` for a question that waits to be answered."""
    least: int = 0
    """What the step takes at least, as far as that is known: where the expected end begins."""
    most: int | None = None


@attrs.frozen(kw_only=True)
class Span:
    """Segments that a sign ends together, which a person sees: a block, or a step that others interrupt.

    >>> Span(name="warm_up", until="tissue_softens").name
    'warm_up'
    """

    name: str
    until: str
    """The sign or place as a routine writes it."""


@attrs.frozen(kw_only=True)
class Moment:
    """Something said, asked or shown during a segment, once: at a fraction of its length, and so many milliseconds on.

    It keeps its place when the segment grows or shrinks: the end stays the end, the middle the middle, and ten seconds before
    the end are ten seconds before the end. `name` is unique in a course.
    """

    name: str
    kind: Literal["say", "ask", "caution", "checkpoint", "move", "side"]
    text: Mapping[str, str] = _map()
    """By language tag."""
    of: tuple[int, int] = (0, 1)
    """The fraction as numerator and denominator: `(0, 1)` the start, `(1, 1)` the end."""
    plus: int = 0
    """Milliseconds after that; before it, if negative."""
    answers: tuple[str, ...] = ()
    """What an author foresees as answers to a question."""

    @property
    def at_end(self) -> bool:
        """True for what belongs to the very end, whenever that comes."""
        return self.of == (1, 1) and self.plus == 0

    def at(self, ms: int) -> int:
        """Give the time of this in a segment that lasts `ms`, in milliseconds from its start, from 0 to `ms`.

        >>> Moment(name="soon", kind="say", of=(1, 1), plus=-10_000).at(60_000)
        50000
        """
        up, down = self.of
        return min(max(ms * up // down + self.plus, 0), ms)


@attrs.frozen(kw_only=True)
class Segment:
    """A step, or a rest, as it is played: `ms` is how long it is meant to last, >= 0. `name` is unique in a course.

    Without `wait` it ends by itself when its time is over; with it a person ends it.
    """

    name: str
    ms: int
    kind: Literal["step", "rest"] = "step"
    section: str = ""
    title: Mapping[str, str] = _map()
    """By language tag."""
    technique: str | None = None
    hands_on: bool = False
    sites: tuple[tuple[str, str], ...] = ()
    """What is worked on: the id of a region, and its side or how many; each empty where nothing says it."""
    pressure: str = ""
    """The level as a routine writes it; empty where nothing says how firm."""
    wait: Wait | None = None
    moments: tuple[Moment, ...] = ()
    spans: tuple[Span, ...] = ()
    """What it is part of that ends when a sign shows, the outermost first."""
    origin: str = ""
    instead_of: str = ""
    """What was planned, where something else is done instead: its technique, or its name."""

    @property
    def limit(self) -> int | None:
        """After how long it ends by itself; None: only a person ends it."""
        if self.wait is None:
            return self.ms
        return None if self.wait.most is None else max(self.wait.most, self.ms)

    @property
    def least(self) -> int:
        """How long it takes at least, unless a person cuts it short; a sign may show before it begins."""
        if self.spans:
            return 0
        return self.ms if self.wait is None else min(self.wait.least, self.ms)

    @property
    def passes(self) -> bool:
        """True for one without any time, which nobody stays at: it is over as soon as it begins."""
        return self.limit == 0


@attrs.frozen(kw_only=True)
class Course:
    """The segments of one run in order, and the titles of the sections that they stand in.

    >>> course = Course(segments=(Segment(name="a", ms=2_000), Segment(name="b", ms=3_000)))
    >>> course.total, course.starts
    (5000, (0, 2000, 5000))
    """

    segments: tuple[Segment, ...]
    title: Mapping[str, str] = _map()
    language: str = "en"
    sections: Mapping[str, Mapping[str, str]] = _map()
    """Name of a section → its title."""
    engine: str = ""
    """The version of strokekit that made it."""
    catalog: str = ""
    """The fingerprint of the catalogue that it was made with."""

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """When each segment starts, and at the end the total."""
        return tuple(accumulate((segment.ms for segment in self.segments), initial=0))

    @cached_property
    def earliest(self) -> tuple[int, ...]:
        """The same, if everything takes as little as it may."""
        return tuple(accumulate((segment.least for segment in self.segments), initial=0))

    @cached_property
    def latest(self) -> tuple[int, ...]:
        """The same, if everything takes as long as it may; what has no end counts with its time."""
        limits = (segment.ms if segment.limit is None else segment.limit for segment in self.segments)
        return tuple(accumulate(limits, initial=0))

    @cached_property
    def endless(self) -> int:
        """The index after the last segment that has no end of its own; 0 where each has one."""
        return max((number for number, segment in enumerate(self.segments, 1) if segment.limit is None), default=0)

    @cached_property
    def waits(self) -> tuple[int, ...]:
        """The indexes of the segments that wait for a person."""
        return tuple(index for index, segment in enumerate(self.segments) if segment.wait is not None)

    @cached_property
    def changes(self) -> tuple[int, ...]:
        """The indexes at which another section begins, and at the end the number of segments."""
        segments = self.segments
        new = (n for n in range(len(segments)) if n == 0 or segments[n].section != segments[n - 1].section)
        return (*new, len(segments))

    @cached_property
    def by_name(self) -> Mapping[str, int]:
        """Name of a segment → its index."""
        return FrozenMap({segment.name: index for index, segment in enumerate(self.segments)})

    @property
    def total(self) -> int:
        """How long everything is meant to last."""
        return self.starts[-1]

    def span_end(self, index: int, name: str) -> int:
        """Give the index of the first segment from `index` on that is no part of a span."""
        inside = (any(span.name == name for span in segment.spans) for segment in self.segments[index:])
        return next((index + number for number, within in enumerate(inside) if not within), len(self.segments))

    def section_end(self, index: int) -> int:
        """Give the index after the last segment of the section that the segment at `index` stands in."""
        return self.changes[bisect_right(self.changes, index)]

    def section_start(self, index: int) -> int:
        """Give the index of the first segment of that section."""
        return self.changes[bisect_right(self.changes, index) - 1]
