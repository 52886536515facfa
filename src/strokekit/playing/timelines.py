"""Timeline → Course: what a player needs of each cue. Neither a plan nor a catalogue is asked, so one read back will do."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

import attrs

from strokekit.model.timeline import Cue, Sign, Timeline
from strokekit.playing.course import Course, Moment, Segment, Span, Wait

TIMED = ("step", "rest")


def course_of(timeline: Timeline) -> Course:
    """Make the course of a timeline: a segment for each step and each rest, with all else as moments within them.

    - A step with `until` waits for a person, at most as long as the plan says. A step of words alone that asks something waits
      for its answer.
    - What a sign ends together is a span: a block with `until`, or a step with it that others interrupt. Its last step waits,
      at most until all of it has taken as long as the plan says; `Enough` ends it before.
    - A moment keeps its distance from the nearer end of its segment; from the middle, where it lies just there.
    - A rest is named after what it follows, with `:rest`; a moment after its step, as in `knead:ask`.
    """
    names, placed = _Names(), cues_of(timeline)
    segments = [
        _segment(cue, names.of(f"{cue.name}:rest" if cue.kind == "rest" else cue.name), inside, names) for cue, inside in placed
    ]
    return Course(
        segments=tuple(_waiting([cue for cue, _ in placed], segments)),
        title=timeline.about.title,
        language=timeline.about.language,
        sections={section.name: section.title for section in timeline.sections},
        engine=timeline.version,
        catalog=timeline.catalog,
    )


def cues_of(timeline: Timeline) -> tuple[tuple[Cue, list[Cue]], ...]:
    """Give the cue of each segment of the course, in order, with the cues of its moments, in order.

    >>> from strokekit.model.elastic import Elastic
    >>> cues_of(Timeline(cues=(), total=0, elastic=Elastic()))
    ()
    """
    timed = [cue for cue in timeline.cues if cue.kind in TIMED]
    moments = _moments(timed, (cue for cue in timeline.cues if cue.kind not in TIMED))
    return tuple((cue, moments.get(index, [])) for index, cue in enumerate(timed))


@attrs.define
class _Names:
    """Gives each thing a name of its own: `knead`, `knead:ask`, `knead:ask:2`."""

    given: Counter[str] = attrs.field(factory=Counter)

    def of(self, name: str) -> str:
        self.given[name] += 1
        return name if self.given[name] == 1 else self.of(f"{name}:{self.given[name]}")


def _moments(timed: list[Cue], others: Iterable[Cue]) -> dict[int, list[Cue]]:
    """Find the segment that each of the other cues lies in: the one with its name, else the one that is played then."""
    starts = [cue.start for cue in timed]
    found: dict[int, list[Cue]] = {}
    for cue in others:
        index = bisect_right(starts, cue.start) - 1
        own = index
        while own >= 0 and timed[own].end >= cue.start and timed[own].name != cue.name:
            own -= 1
        if own >= 0 and timed[own].name == cue.name and timed[own].end >= cue.start:
            index = own
        if index >= 0:
            found.setdefault(index, []).append(cue)
    return found


def _segment(cue: Cue, name: str, inside: list[Cue], names: _Names) -> Segment:
    work = cue.work
    return Segment(
        name=name,
        ms=cue.length,
        kind="rest" if cue.kind == "rest" else "step",
        section=cue.section,
        title=work.title if work else {},
        technique=cue.technique,
        hands_on=cue.hands_on,
        sites=tuple((site.region, site.side or work.side) for site in work.sites) if work else (),
        pressure=work.level if work else "",
        wait=_wait(cue, inside),
        moments=tuple(_moment(one, cue, names) for one in inside),
        spans=tuple(Span(name=sign.name, until=sign.until) for sign in cue.signs),
        origin=cue.origin,
    )


def _wait(cue: Cue, inside: list[Cue]) -> Wait | None:
    """Say what a person ends the step for; None where its time is all there is to wait for."""
    if cue.work is None or cue.why is None or any(sign.origin == cue.origin for sign in cue.signs):
        return None  # a pass of a step that is interrupted ends by itself: the sign is for all of them
    until = cue.work.dose.get("until", "unstated")
    if until != "unstated":
        return Wait(until=str(until), least=cue.why.least, most=cue.why.most)
    asks = cue.technique is None and any(one.kind == "ask" for one in inside)
    return Wait(until="answer") if asks else None


def _waiting(timed: list[Cue], segments: list[Segment]) -> list[Segment]:
    """Let the last step of each span wait for its sign; the hands stay on rather than that an action goes on for ever."""
    found = list(segments)
    spans: dict[Sign, list[int]] = {}
    for index, cue in enumerate(timed):
        for sign in cue.signs:
            spans.setdefault(sign, []).append(index)
    for sign, indexes in reversed(spans.items()):  # the innermost first, so that of two that end together it is the one
        last = max(indexes, key=lambda index: (segments[index].hands_on, segments[index].kind == "step", index))
        if found[last].wait is None:
            more = None if sign.most is None else max(sign.most - sum(segments[index].ms for index in indexes), 0)
            most = None if more is None else segments[last].ms + more
            found[last] = attrs.evolve(found[last], wait=Wait(until=sign.until, most=most))
    return found


def _moment(cue: Cue, host: Cue, names: _Names) -> Moment:
    after, before = cue.start - host.start, host.end - cue.start
    of, plus = ((0, 1), after) if after < before or after == 0 else ((1, 1), -before)
    if after == before > 0:
        of, plus = (1, 2), 0
    kind = "say" if cue.kind in TIMED else cue.kind
    return Moment(
        name=names.of(f"{host.name}:{cue.kind}"),
        kind=kind,  # type: ignore[arg-type]  # a step or a rest is no moment
        text=cue.text or {},
        of=of,
        plus=plus,
        answers=cue.answers,
    )
