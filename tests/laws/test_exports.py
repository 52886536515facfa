"""A law of all exports: read back by readers of their own, they agree with the timeline on every start and end."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings

from strokekit.model.timeline import Cue, Timeline
from strokekit.model.timeline_json import read_timeline
from tests.exporting import readers
from tests.exporting.readers import ICS
from tests.laws.test_timeline import timelines
from tests.plans import engine

FEW = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
PROMPTS = {"say", "ask", "caution", "side"}


def text_of(timeline: Timeline, to: str, **options: str) -> str:
    """Export a timeline with the engine of the plans."""
    made = engine().render(timeline, to=to, options=options)
    return made if isinstance(made, str) else made.decode()


def steps(timeline: Timeline) -> list[Cue]:
    """Give what takes the time."""
    return [cue for cue in timeline.cues if cue.kind in {"step", "rest"}]


@FEW
@given(timelines())
def test_all_formats_agree_on_every_start_and_end(timeline: Timeline) -> None:
    """Each format, as far as it speaks of a cue, says the times that the timeline says."""
    _tables(timeline)
    _captions(timeline)
    _strokes(timeline)
    _calendar(timeline)


def _tables(timeline: Timeline) -> None:
    """Hold what speaks of every cue against the timeline."""
    cues = [(cue.kind, cue.name, cue.start, cue.end) for cue in timeline.cues]

    assert [(one.kind, one.name, one.start, one.end) for one in read_timeline(text_of(timeline, "json")).cues] == cues
    assert [(row["kind"], row["name"], row["start"], row["end"]) for row in readers.rows(text_of(timeline, "csv"))] == [
        (kind, name, _stamp(start), _stamp(end)) for kind, name, start, end in cues
    ]
    spoken = [one for one in cues if one[0] in PROMPTS | {"step", "rest"}]
    assert sorted(one[:4] for one in readers.ssml(text_of(timeline, "ssml"))) == sorted(spoken)


def _captions(timeline: Timeline) -> None:
    """Every step is one caption of WebVTT; the pieces of SubRip fill it, no two at once and without a gap."""
    shown = [(cue.name, cue.start, cue.end) for cue in steps(timeline) if cue.length]
    captions = [(name, start, end) for name, start, end, _ in readers.vtt(text_of(timeline, "vtt"))]
    pieces = [(start, end) for start, end, _ in readers.srt(text_of(timeline, "srt"))]
    said = [(cue.name, cue.start) for cue in timeline.cues if cue.kind in PROMPTS]

    assert [one for one in captions if one in shown] == shown
    assert {(name, start) for name, start, end in captions if (name, start, end) not in shown} <= set(said)
    assert {(name, start) for name, start in said} <= {(name, start) for name, start, _ in captions}
    assert all(end == start for (_, end), (start, _) in pairwise(pieces))
    assert {start for _, start, _ in shown} <= {start for start, _ in pieces}
    assert {end for *_, end in shown} <= {end for _, end in pieces}


def _strokes(timeline: Timeline) -> None:
    """The strokes of a step follow each other from its start to its end, and there are none beside them."""
    strokes = readers.strokes(text_of(timeline, "strokes"))
    worked = [cue for cue in timeline.cues if cue.kind == "step" and cue.hands_on]

    assert sum(one["duration"] for one in strokes) == sum(cue.length for cue in worked)
    assert {one["name"] for one in strokes} == {cue.name for cue in worked}
    assert {(cue.name, cue.start) for cue in worked} <= {(one["name"], one["start"]) for one in strokes}
    assert {(cue.name, cue.end) for cue in worked} <= {(one["name"], one["end"]) for one in strokes}


def _calendar(timeline: Timeline) -> None:
    """The slot is as long as the timeline to the second, and its phases begin and end where their sections do."""
    slot, *phases = readers.ics(text_of(timeline, "ics", **ICS, before="0 s", after="0 s"))
    done = [section for section in timeline.sections if section.start is not None and section.start != section.end]
    edges = {edge // 1000 for section in done for edge in (section.start or 0, section.end or 0)}

    assert (readers.since_start(slot[1]), readers.since_start(slot[2])) == (0, timeline.total // 1000)
    assert {readers.since_start(edge) for _, start, end, _ in phases for edge in (start, end)} <= edges
    assert [start for _, start, _, _ in phases] == sorted(start for _, start, _, _ in phases)


def _stamp(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1_000 % 60:02}.{ms % 1_000:03}"
