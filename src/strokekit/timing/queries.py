"""Questions about a timeline: what is on at a moment, what comes next, how much is left, what lies between two moments.

Each is answered in O(log n) steps from an index, which is made once for a timeline, in O(n), at the first question.
Moments are whole milliseconds from the start. One before the start is taken as the start, one after the end as the end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import attrs

from strokekit.model.timeline import Cue, CueKind, TimedSection, Timeline


@attrs.frozen(kw_only=True)
class Times:
    """Times of the step or rest at a moment, of its section, and of all, in milliseconds >= 0."""

    step: int
    section: int
    total: int


@attrs.frozen
class _Row:
    """Cues, or sections, by their starts. Of those that have a length none overlaps another."""

    items: Sequence[Cue]
    starts: Sequence[int]

    @classmethod
    def of(cls, items: Sequence[Cue]) -> _Row:
        return cls(items, [item.start for item in items])


def at(timeline: Timeline, ms: int) -> Cue | None:
    """Give the step or the rest that is on at a moment: the one with `start <= ms < end`. None at the end, and after it.

    >>> from strokekit.model.elastic import Elastic
    >>> first = Cue(kind="step", name="a", section="s", origin="", start=0, end=5)
    >>> second = attrs.evolve(first, name="b", start=5, end=10)
    >>> timeline = Timeline(cues=(first, second), total=10, elastic=Elastic())
    >>> at(timeline, 5).name, at(timeline, 10)
    ('b', None)
    """
    return _holding(_row(timeline, "timed"), max(ms, 0))


def move_at(timeline: Timeline, ms: int) -> Cue | None:
    """Give the move that is on at a moment; None where the step has none."""
    return _holding(_row(timeline, "move"), max(ms, 0))


def following(timeline: Timeline, ms: int, *, kind: CueKind | None = None) -> Cue | None:
    """Give the next cue: the first that starts after a moment, of any kind or of one. None where there is none.

    Of several that start together the one that comes first in the timeline is given; `between` gives all.
    """
    row = _row(timeline, kind or "")
    place = bisect_right(row.starts, ms)
    return row.items[place] if place < len(row.items) else None


def between(timeline: Timeline, first: int, last: int, *, kind: CueKind | None = None) -> tuple[Cue, ...]:
    """Give the cues that start from one moment on and before another, `first <= start < last`, in the order of their starts.

    So stretches of time that join give every cue once. What starts with the end of the timeline lies before `total + 1`.
    """
    row = _row(timeline, kind or "")
    return tuple(row.items[bisect_left(row.starts, first) : bisect_left(row.starts, last)])


def section_at(timeline: Timeline, ms: int) -> TimedSection | None:
    """Give the section that is on at a moment; None at the end, and after it."""
    on = at(timeline, ms)
    return None if on is None else _sections(timeline)[on.section]


def remaining(timeline: Timeline, ms: int) -> Times:
    """Say how much is left at a moment: of the step or rest that is on, of its section, of all.

    At the end nothing is left. `remaining` and `elapsed` add up to the whole lengths.
    """
    on, ms = at(timeline, ms), max(ms, 0)
    if on is None:
        return Times(step=0, section=0, total=0)
    section = _sections(timeline)[on.section]
    return Times(step=on.end - ms, section=(section.end or 0) - ms, total=timeline.total - ms)


def elapsed(timeline: Timeline, ms: int) -> Times:
    """Say how much has passed at a moment: of the step or rest that is on, of its section, of all.

    At the end the step and the section are the last ones, and all of them has passed.
    """
    on, ms = at(timeline, ms), min(max(ms, 0), timeline.total)
    if on is None:
        row = _row(timeline, "timed")
        if not row.items:
            return Times(step=0, section=0, total=0)
        on = row.items[-1]
    return Times(step=ms - on.start, section=ms - (_sections(timeline)[on.section].start or 0), total=ms)


def _holding(row: _Row, ms: int) -> Cue | None:
    place = bisect_right(row.starts, ms) - 1
    if place < 0:
        return None
    found = row.items[place]
    return found if ms < found.end else None


def _row(timeline: Timeline, name: str) -> _Row:
    """Give the cues of a kind, those that take `timed` time, or all, with their starts; made once."""
    made = timeline._made  # noqa: SLF001 - the one place of a timeline that is for its queries
    found: _Row | None = made.get(name)
    if found is None:
        found = made[name] = _Row.of(_chosen(timeline.cues, name))
    return found


def _chosen(cues: tuple[Cue, ...], name: str) -> Sequence[Cue]:
    if name == "timed":  # what takes no time is never on, and would stand between the others
        return [cue for cue in cues if cue.kind in {"step", "rest"} and cue.start < cue.end]
    return [cue for cue in cues if cue.kind == name] if name else cues


def _sections(timeline: Timeline) -> dict[str, TimedSection]:
    made = timeline._made  # noqa: SLF001 - as above
    found: dict[str, TimedSection] | None = made.get("sections")
    if found is None:
        found = made["sections"] = {section.name: section for section in timeline.sections}
    return found


__all__ = ["Times", "at", "between", "elapsed", "following", "move_at", "remaining", "section_at"]
