"""Plan → Timeline at the ideal times: choices made, passes unrolled, every cue with its start and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from strokekit.composing.frame import MAX_STEPS
from strokekit.composing.origins import document_of, locate_in
from strokekit.diagnostics import Outcome, Report
from strokekit.formats.locating import Wrong
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Plan, steps_of, walk
from strokekit.model.timeline import About, Cue, TimedSection, Timeline, texts
from strokekit.plugins.catalog import Catalog
from strokekit.reading.shapes import TABLE_PHASES
from strokekit.timing.dividing import Division, Ideally
from strokekit.timing.lengths import TIMED
from strokekit.timing.measure import Measure, asked
from strokekit.timing.run import Run
from strokekit.timing.works import Works

TABLE = TABLE_PHASES
"""The phases that count as time on the table."""


def make_timeline(
    plan: Plan, catalog: Catalog, *, assume: Mapping[str, int] | None = None, version: str = "", limit: int = MAX_STEPS
) -> Outcome[Timeline]:
    """Give every step of a plan its ideal time.

    While the ideal time of a step stays unknown there is no timeline, and the report names the steps.

    Args:
        plan: what composing gave.
        catalog: the one that the plan was composed with.
        assume: name of a node → milliseconds, where nothing says how long it takes.
        version: that of the engine, noted in the timeline.
        limit: how many cues the timeline may hold.
    """
    measure = Measure(catalog, assume or {}, of=plan)
    asked(measure, plan)
    whole = measure.plan(plan)
    wrong = list(faults(plan, measure, whole, limit))
    if wrong:
        return refused(plan, measure, wrong)
    return timeline_of(plan, measure, Ideally(measure), version=version, limit=limit)


def refused(plan: Plan, measure: Measure, wrong: Iterable[Wrong]) -> Outcome[Timeline]:
    """Say why there is no timeline."""
    found = (locate_in(plan.routine, problem) for problem in wrong)
    return Outcome(None, Report.of((*found, *measure.steps.calls.problems)))


def timeline_of(
    plan: Plan, measure: Measure, division: Division, *, version: str = "", limit: int = MAX_STEPS
) -> Outcome[Timeline]:
    """Make the timeline of a plan whose time is divided in a certain way."""
    whole = measure.plan(plan)
    cues = _cues(Run(measure, Works(plan, measure.catalog), limit, division), plan)
    if cues is None:
        return refused(plan, measure, [_too_many(limit)])
    timeline = Timeline(
        cues=cues,
        total=sum(cue.length for cue in cues if cue.kind in TIMED),
        elastic=whole,
        about=_about(plan),
        sections=tuple(_sections(plan, cues)),
        version=version,
        catalog=plan.catalog,
        totals=_totals(plan, cues),
        lines=_lines(plan, cues),
        plan=plan,
        steps={step.name: step for step in reversed(steps_of(plan))},
    )
    return Outcome(timeline, Report.of(measure.steps.calls.problems))


def faults(plan: Plan, measure: Measure, whole: Elastic, limit: int) -> Iterator[Wrong]:
    """Find what stands against a timeline: assumptions about nothing, unknown times, too many passes."""
    origins = {node.name: node.origin for section in plan.sections for node in walk(section.block)}
    for name in measure.assume:
        if name not in origins:
            yield Wrong("unknown-assumption", "", facts={"id": name})
    if whole.ideal is None:
        names = ", ".join(f"`{name}`" for name in whole.unknown)
        pointer = next((origins[name] for name in whole.unknown if name in origins), "")
        yield Wrong("time-unknown", pointer, facts={"steps": names, "names": list(whole.unknown)})
    elif sum(measure.unrolled(section.block) for section in plan.sections) > limit:
        yield _too_many(limit)


def _too_many(limit: int) -> Wrong:
    return Wrong("too-many-steps", "/sections", facts={"limit": limit})


def _cues(run: Run, plan: Plan) -> tuple[Cue, ...] | None:
    """Give the cues of a run by their starts; None where there are more than the limit."""
    found: list[Cue] = []
    for cue in run.cues(plan):
        found.append(cue)
        if len(found) > run.limit:
            return None
    return tuple(sorted(found, key=lambda cue: cue.start))


def _totals(plan: Plan, cues: Iterable[Cue]) -> dict[str, int]:
    phases = {section.block.name: section.phase for section in plan.sections}
    timed = [cue for cue in cues if cue.kind in TIMED]
    return {
        "hands_on": sum(cue.length for cue in timed if cue.hands_on),
        "table": sum(cue.length for cue in timed if phases[cue.section] in TABLE),
        "visit": sum(cue.length for cue in timed),
    }


def _about(plan: Plan) -> About:
    routine = plan.routine
    return About(
        id=routine.id,
        title=routine.title,
        language=routine.language,
        file=_FOLDERS.sub("", routine.document.source.name) if routine.document else "",
        variant=plan.variant,
        values=plan.settings,
    )


_FOLDERS = re.compile(r".*[/\\]")


def _sections(plan: Plan, cues: Iterable[Cue]) -> Iterator[TimedSection]:
    spans: dict[str, tuple[int, int]] = {}
    for cue in cues:
        start, end = spans.get(cue.section, (cue.start, cue.end))
        spans[cue.section] = (min(start, cue.start), max(end, cue.end))
    for section in plan.sections:
        block = section.block
        first, last = spans.get(block.name, (None, None))
        title = texts(block.node.title or block.name.replace("_", " "))
        yield TimedSection(name=block.name, phase=section.phase, title=title, start=first, end=last)


def _lines(plan: Plan, cues: Iterable[Cue]) -> dict[str, int]:
    """Find the line of everything that a cue comes from, each once."""
    lines: dict[str, int] = {}
    for origin in dict.fromkeys(origin for cue in cues for origin in _origins(cue)):
        document, pointer = document_of(plan.routine, origin)
        if document is not None:
            lines[origin] = document.line(pointer)
    return lines


def _origins(cue: Cue) -> Iterator[str]:
    yield cue.origin
    yield from (via.origin for via in cue.via if via.origin)
    yield from (sign.origin for sign in cue.signs)
    yield from (bind.origin for bind in (cue.why.binds if cue.why else ()) if bind.origin)
