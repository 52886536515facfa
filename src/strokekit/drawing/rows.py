"""The rows of a chart: each step as it is written has one, with a bar for each time that it is done."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.drawing.listing import written
from strokekit.model.timeline import Cue, TimedSection, Timeline

MARKS = ("say", "ask", "caution", "checkpoint", "side")
"""The kinds of cues that are marks on a row, and no bars."""


@attrs.frozen(kw_only=True)
class Row:
    """A step with its bars, steps and rests, and the marks that lie within them; all in the order of time."""

    bars: tuple[Cue, ...]
    marks: tuple[Cue, ...] = ()


@attrs.frozen(kw_only=True)
class Part:
    """A section with its rows, in the order in which they begin."""

    section: TimedSection
    rows: tuple[Row, ...]


def parts(timeline: Timeline) -> tuple[Part, ...]:
    """Divide a timeline into sections and rows; sections of which nothing is done are left out."""
    rows = {section.name: tuple(_rows(timeline, section.name)) for section in timeline.sections}
    return tuple(Part(section=section, rows=rows[section.name]) for section in timeline.sections if rows[section.name])


def _rows(timeline: Timeline, section: str) -> Iterator[Row]:
    bars: dict[tuple[str, ...], list[Cue]] = {}
    marks: dict[tuple[str, ...], list[Cue]] = {}
    by_origin: dict[str, tuple[str, ...]] = {}
    last: tuple[str, ...] = ()
    for cue in (cue for cue in timeline.cues if cue.section == section):
        if cue.kind == "step" or (cue.kind == "rest" and not bars):
            last = by_origin[cue.origin] = written(cue)
            bars.setdefault(last, []).append(cue)
        elif cue.kind == "rest":
            bars[by_origin.get(cue.origin, last)].append(cue)
        elif cue.kind in MARKS and bars:
            marks.setdefault(by_origin.get(cue.origin, last), []).append(cue)
    for key, found in bars.items():
        yield Row(bars=tuple(found), marks=tuple(marks.get(key, ())))
