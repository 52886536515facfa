"""Benchmarks of timelines: `python -m tests.benchmarks.timelines`. Queries against plain bisect, and JSON there and back."""

from __future__ import annotations

import random
from bisect import bisect_right

from strokekit.model.elastic import Elastic
from strokekit.model.timeline import Cue, TimedSection, Timeline
from strokekit.model.timeline_json import read_timeline, timeline_text
from strokekit.timing import at, between, following, remaining
from tests.benchmarks.side_by_side import interleaved, table

LENGTH = 1_000
"""How long each step is, in milliseconds."""
ASKED = 20_000
"""How many moments are asked for in one round."""


def timeline_of(count: int) -> Timeline:
    """Make a timeline of so many cues, in sections of a hundred."""
    cues = tuple(
        Cue(kind="step", name=f"s{n}", section=f"{n // 100}", origin="", start=n * LENGTH, end=(n + 1) * LENGTH)
        for n in range(count)
    )
    spans = [(n, min(n + 100, count)) for n in range(0, count, 100)]
    sections = tuple(
        TimedSection(name=f"{low // 100}", phase="main", start=low * LENGTH, end=high * LENGTH) for low, high in spans
    )
    return Timeline(cues=cues, sections=sections, total=count * LENGTH, elastic=Elastic())


def queries(count: int) -> None:
    """Ask for random moments of a timeline of so many cues."""
    timeline = timeline_of(count)
    starts = [cue.start for cue in timeline.cues]
    chance = random.Random(7)  # noqa: S311 - the same moments for everybody, no secret
    moments = [chance.randrange(timeline.total) for _ in range(ASKED)]
    things = {
        "plain bisect on a list of starts": lambda: [bisect_right(starts, ms) for ms in moments],
        "plain bisect, and the cue taken": lambda: [timeline.cues[bisect_right(starts, ms) - 1] for ms in moments],
        "at": lambda: [at(timeline, ms) for ms in moments],
        "following": lambda: [following(timeline, ms) for ms in moments],
        "remaining": lambda: [remaining(timeline, ms) for ms in moments],
        "between, 10 cues": lambda: [between(timeline, ms, ms + 10 * LENGTH) for ms in moments],
        "a linear scan, 20 moments": lambda: [next(cue for cue in timeline.cues if ms < cue.end) for ms in moments[:20]],
    }
    print(table(f"{count} cues, {ASKED} random moments", interleaved(things, 5), "plain bisect on a list of starts"))


def text(count: int) -> None:
    """Write a timeline as JSON text and read it back."""
    timeline = timeline_of(count)
    written = timeline_text(timeline)
    things = {"write": lambda: timeline_text(timeline), "read": lambda: read_timeline(written)}
    print(table(f"{count} cues as JSON, {len(written)} characters", interleaved(things, 3), "write"))


if __name__ == "__main__":
    for size in (1_000, 10_000, 100_000, 1_000_000):
        queries(size)
    for size in (100, 10_000):
        text(size)
