"""The steps of a timeline as a picture numbers them: what is done several times over is one, with all its cues."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.drawing.marks import Mark, Marking
from strokekit.model.timeline import Cue, Timeline


@attrs.frozen(kw_only=True)
class Entry:
    """A step as it is written, with the cues of all its passes, sides and members; numbers start with 1."""

    number: int
    cues: tuple[Cue, ...]
    marks: tuple[Mark, ...]

    @property
    def length(self) -> int:
        """How long all of it takes, in milliseconds."""
        return sum(cue.length for cue in self.cues)


def entries(timeline: Timeline, marking: Marking) -> tuple[Entry, ...]:
    """Give numbers to the steps that are work on the client, in the order in which they begin."""
    found: dict[tuple[str, ...], list[tuple[Cue, Mark]]] = {}
    for cue, mark in _marked(timeline, marking):
        found.setdefault(written(cue), []).append((cue, mark))
    return tuple(
        Entry(number=number, cues=tuple(cue for cue, _ in pairs), marks=tuple(mark for _, mark in pairs))
        for number, pairs in enumerate(found.values(), start=1)
    )


def _marked(timeline: Timeline, marking: Marking) -> Iterator[tuple[Cue, Mark]]:
    for cue in timeline.cues:
        mark = marking.mark(cue)
        if mark is not None:
            yield cue, mark


def written(cue: Cue) -> tuple[str, ...]:
    """Say where a step is written, and through which parts it came there: equal for all its passes, sides and members."""
    return (cue.section, cue.origin, cue.technique or "", *(via.what for via in cue.via if via.kind == "include"))
