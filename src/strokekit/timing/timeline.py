"""Plan → Timeline at the ideal times: choices made, passes unrolled, every cue with its start and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from strokekit.composing.frame import MAX_STEPS
from strokekit.composing.origins import locate_in
from strokekit.diagnostics import Outcome, Report
from strokekit.formats.locating import Wrong
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Plan, PlanBlock, PlanCheckpoint, PlanChoice, PlanCue, PlanNode, PlanStep, steps_of, walk
from strokekit.model.timeline import Cue, Timeline
from strokekit.plugins.catalog import Catalog
from strokekit.reading.shapes import TABLE_PHASES
from strokekit.timing.measure import Measure, asked
from strokekit.timing.prompts import moments
from strokekit.timing.rows import Mark, Part, after, marked
from strokekit.timing.sharing import shared

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
    wrong = list(_faults(plan, measure, whole, limit))
    cues = () if wrong else _cues(measure, plan, limit)
    if cues is None:
        wrong.append(_too_many(limit))
    if wrong or cues is None or whole.ideal is None:
        found = (locate_in(plan.routine, problem) for problem in wrong)
        return Outcome(None, Report.of((*found, *measure.steps.calls.problems)))
    timeline = Timeline(
        plan=plan,
        cues=cues,
        total=whole.ideal,
        elastic=whole,
        version=version,
        totals=_totals(plan, cues),
        steps={step.name: step for step in reversed(steps_of(plan))},
    )
    return Outcome(timeline, Report.of(measure.steps.calls.problems))


def _faults(plan: Plan, measure: Measure, whole: Elastic, limit: int) -> Iterator[Wrong]:
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


def _cues(measure: Measure, plan: Plan, limit: int) -> tuple[Cue, ...] | None:
    """Give the cues of a run by their starts; None where there are more than the limit."""
    found: list[Cue] = []
    for cue in _Run(measure, limit).cues(plan):
        found.append(cue)
        if len(found) > limit:
            return None
    return tuple(sorted(found, key=lambda cue: cue.start))


def _totals(plan: Plan, cues: Iterable[Cue]) -> dict[str, int]:
    phases = {section.block.name: section.phase for section in plan.sections}
    timed = [cue for cue in cues if cue.kind in {"step", "rest"}]
    return {
        "hands_on": sum(cue.length for cue in timed if cue.hands_on),
        "table": sum(cue.length for cue in timed if phases[cue.section] in TABLE),
        "visit": sum(cue.length for cue in timed),
    }


@attrs.define
class _Run:
    """One walk through the plan with a clock that only this walk moves."""

    measure: Measure
    limit: int
    now: int = 0
    section: str = ""

    def cues(self, plan: Plan) -> Iterator[Cue]:
        for section in plan.sections:
            self.section = section.block.name
            if not section.block.open or section.block.node.expect:
                yield from self._node(section.block, self.measure.node(section.block).ideal or 0, ())

    def _node(self, node: PlanNode, ms: int, mark: Mark) -> Iterator[Cue]:
        """Give the cues of a node that gets `ms`, with the rest after it."""
        if isinstance(node, PlanCheckpoint):
            yield self._timed("checkpoint", node, 0, mark)
            return
        rest = after(self.measure, node, ms)
        match node:
            case PlanStep():
                yield from self._step(node, ms - rest, mark)
            case PlanCue():
                yield from self._said(node, ms - rest, mark)
            case PlanBlock() | PlanChoice():
                yield from self._group(node, ms - rest, mark)
        if rest:
            yield attrs.evolve(self._timed("rest", node, rest, mark), basis=_basis(self.measure.rest(node), rest))

    def _group(self, group: PlanBlock | PlanChoice, ms: int, mark: Mark) -> Iterator[Cue]:
        yield from self._prompts(group, mark, self.now, self.now + ms)
        for part, share in shared(self.measure, group, ms, mark):
            if part.pause:
                yield self._timed("rest", part.node, share, part.mark)
            elif part.cut is not None and isinstance(part.node, PlanStep):
                yield from self._stretch(part.node, share, part, part.cut)
            else:
                yield from self._node(part.node, share, part.mark)

    def _step(self, step: PlanStep, ms: int, mark: Mark) -> Iterator[Cue]:
        start = self.now
        worked = self._worked(step, ms, mark, whole=ms)
        yield worked
        yield from self._moves(step, worked, 0, ms)
        yield from self._prompts(step, mark, start, self.now, self.measure.steps.passes(step))

    def _stretch(self, step: PlanStep, ms: int, part: Part, cut: tuple[int, int]) -> Iterator[Cue]:
        """Give one stretch of a step that is interrupted, with what is said in it."""
        begin, whole = cut
        shift = self.now - begin
        worked = self._worked(step, ms, part.mark, whole=whole)
        yield worked
        yield from self._moves(step, worked, begin, whole)
        ends = begin + ms == whole
        for cue in self._prompts(step, part.mark, 0, whole, self.measure.steps.passes(step)):
            if begin <= cue.start < begin + ms or (ends and cue.start == whole):
                yield attrs.evolve(cue, start=cue.start + shift, end=cue.end + shift)

    def _worked(self, step: PlanStep, ms: int, mark: Mark, *, whole: int) -> Cue:
        """Make the cue of a step, or of a stretch of one that takes `whole` in all."""
        return attrs.evolve(
            self._timed("step", step, ms, mark),
            technique=step.technique,
            hands_on=step.hands_on,
            basis=_basis(self.measure.work(step), whole),
            inserted=step.inserted,
        )

    def _moves(self, step: PlanStep, worked: Cue, begin: int, whole: int) -> Iterator[Cue]:
        """Give the moves of a step that takes `whole`, as far as they lie in what is `worked` of it, from `begin` on."""
        times, at = self.measure.steps, worked.start - begin
        for move, ms in times.calls.moves(step, ms=whole, passes=times.passes(step)):
            start, end = max(at, worked.start), min(at + (ms or 0), worked.end)
            at += ms or 0
            if start < end:
                yield attrs.evolve(worked, kind="move", start=start, end=end, text=move.title, move=move, basis="estimate")

    def _said(self, cue: PlanCue, ms: int, mark: Mark) -> Iterator[Cue]:
        start = self.now
        yield self._timed("step", cue, ms, mark)
        yield from self._prompts(cue, mark, start, self.now)

    def _timed(self, kind: Any, node: PlanNode, ms: int, mark: Mark) -> Cue:
        """Make a cue that takes time, and move the clock."""
        start = self.now
        self.now += ms
        name = f"{node.name}{marked(mark)}"
        return Cue(kind=kind, name=name, section=self.section, origin=node.origin, start=start, end=self.now, via=node.via)

    def _prompts(self, node: PlanNode, mark: Mark, start: int, end: int, repeats: int = 1) -> Iterator[Cue]:
        for prompt in node.node.prompts:
            for at in moments(prompt, start, end, repeats, limit=self.limit + 1):
                yield Cue(
                    kind=prompt.kind,
                    name=f"{node.name}{marked(mark)}",
                    section=self.section,
                    origin=prompt.origin,
                    start=at,
                    end=at,
                    text=prompt.text,
                )


def _basis(work: Elastic, ms: int) -> Any:
    """Say whose number a length is: what a block's duration makes of it is nobody's."""
    if work.ideal != ms or not work.certain:
        return "estimate"
    return "stated" if work.stated == work.ideal else "source"
