"""Plan → Timeline at the ideal times: choices made, passes unrolled, every cue with its start and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from strokekit.diagnostics import Outcome, Report
from strokekit.formats.locating import Wrong, locate
from strokekit.model.elastic import Elastic
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Plan, PlanBlock, PlanChoice, PlanCue, PlanNode, PlanSection, PlanStep, steps_of
from strokekit.model.routine import Node, Prompt
from strokekit.model.timeline import Cue, Timeline
from strokekit.plugins.catalog import Catalog
from strokekit.timing.allot import allot
from strokekit.timing.measure import Measure

TABLE = ("positioning", "warm_up", "main", "turn_over", "finish", "aftercare")
"""The phases that count as time on the table."""


def make_timeline(
    plan: Plan, catalog: Catalog, *, assume: Mapping[str, int] | None = None, version: str = ""
) -> Outcome[Timeline]:
    """Give every step of a plan its ideal time.

    `assume` supplies milliseconds, by the names of steps, where nothing says how long a step takes. While the ideal time of a
    step stays unknown there is no timeline, and the report names the steps.
    """
    measure = Measure(catalog, assume or {})
    names = {step.name for step in steps_of(plan)}
    wrong = [Wrong("unknown-assumption", "", facts={"id": name}) for name in measure.assume if name not in names]
    whole = measure.plan(plan)
    if whole.ideal is None:
        wrong.append(_unknown(plan, whole))
    if wrong or whole.ideal is None:
        return Outcome(None, Report.of(locate(plan.routine.document, problem) for problem in wrong))
    run = _Run(measure, plan)
    cues = tuple(run.cues())
    return Outcome(
        Timeline(
            plan=plan,
            cues=cues,
            total=whole.ideal,
            elastic=whole,
            version=version,
            totals=FrozenMap(_totals(plan, cues)),
            steps=FrozenMap({step.name: step for step in steps_of(plan)}),
        )
    )


def _unknown(plan: Plan, whole: Elastic) -> Wrong:
    origins = {step.name: step.origin for step in steps_of(plan)}
    names = ", ".join(f"`{name}`" for name in whole.unknown)
    pointer = next((origins[name] for name in whole.unknown if name in origins), "")
    return Wrong("time-unknown", pointer, facts={"steps": names, "names": list(whole.unknown)})


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
    plan: Plan
    now: int = 0
    section: str = ""

    def cues(self) -> Iterator[Cue]:
        for section in self.plan.sections:
            self.section = section.block.name
            yield from self._section(section)

    def _section(self, section: PlanSection) -> Iterator[Cue]:
        yield from self._node(section.block, self._ideal(section.block), "")

    def _ideal(self, node: PlanNode) -> int:
        return self.measure.node(node).ideal or 0

    def _node(self, node: PlanNode, ms: int, mark: str) -> Iterator[Cue]:
        """The cues of a node that gets `ms`; an open node that is not expected gets no cue."""
        if node.open and not node.node.expect:
            return
        match node:
            case PlanStep():
                yield from self._step(node, ms, mark)
            case PlanCue():
                yield from self._said(node, ms, mark)
            case PlanChoice():
                taken = node.options[: self.measure.chosen(node)[1]]
                yield from self._row([(option, mark) for option in taken], ms)
            case PlanBlock():
                yield from self._block(node, ms, mark)

    def _block(self, block: PlanBlock, ms: int, mark: str) -> Iterator[Cue]:
        rest = self.measure.done(block).ideal or 0
        inner = self.measure.limits(block)
        pause = rest - (self.measure._bound(block, self.measure.loop(block)).ideal or 0) if inner is None else 0
        yield from self._prompts(block.node, mark, self.now, self.now + ms)
        yield from self._row(self._unrolled(block, mark), ms - pause)
        if pause > 0:
            yield self._cue("rest", block.name, block.origin, pause, mark)

    def _unrolled(self, block: PlanBlock, mark: str) -> list[tuple[PlanNode, str]]:
        """All nodes of all passes, each with the mark of its pass."""
        passes = self.measure.passes(block).ideal or 1
        row = [(node, mark) for node in block.first]
        for number in range(2, passes + 1):
            row += [(node, f"{mark}#{number}") for node in (*block.between, *block.again)]
        return row

    def _row(self, row: list[tuple[PlanNode, str]], ms: int) -> Iterator[Cue]:
        """Nodes in order within `ms`."""
        parts = [self.measure.node(node) for node, _ in row]
        for (node, mark), share in zip(row, allot(ms, parts), strict=True):
            yield from self._node(node, share, mark)

    def _step(self, step: PlanStep, ms: int, mark: str) -> Iterator[Cue]:
        rest = self.measure.steps.rest(step).ideal or 0
        work = max(ms - rest, 0)
        start, technique = self.now, step.technique
        elastic = self.measure.steps.work(step)
        basis: Any = "stated" if elastic.ideal == elastic.stated and elastic.certain else "source" if elastic.certain else "estimate"
        yield Cue(
            kind="step",
            name=f"{step.name}{mark}",
            section=self.section,
            origin=step.origin,
            start=start,
            end=start + work,
            via=step.via,
            technique=technique,
            hands_on=step.hands_on,
            basis=basis,
            inserted=step.inserted,
        )
        self.now += work
        yield from self._prompts(step.node, mark, start, start + work, self._repeats(step))
        if rest:
            yield self._cue("rest", step.name, step.origin, ms - work, mark)

    def _repeats(self, step: PlanStep) -> int:
        given = step.dose.get("repeat")
        count = given.value if given is not None and hasattr(given.value, "vague") else None
        return (self.measure.amounts.count(count, self.measure.passes(_ONCE)).ideal or 1) if count else 1

    def _said(self, cue: PlanCue, ms: int, mark: str) -> Iterator[Cue]:
        start = self.now
        yield attrs.evolve(self._cue("step", cue.name, cue.origin, ms, mark), via=cue.via)
        yield from self._prompts(cue.node, mark, start, self.now)

    def _cue(self, kind: Any, name: str, origin: str, ms: int, mark: str) -> Cue:
        start = self.now
        self.now += ms
        return Cue(kind=kind, name=f"{name}{mark}", section=self.section, origin=origin, start=start, end=self.now)

    def _prompts(self, node: Node, mark: str, start: int, end: int, repeats: int = 1) -> Iterator[Cue]:
        for prompt in node.prompts:
            for at in moments(prompt, start, end, repeats):
                yield Cue(
                    kind=prompt.kind,
                    name=f"{node.id}{mark}",
                    section=self.section,
                    origin=prompt.origin,
                    start=at,
                    end=at,
                    text=prompt.text,
                )


_ONCE = PlanBlock(name="", origin="", node=Node(origin="", id=""), first=())


def moments(prompt: Prompt, start: int, end: int, repeats: int) -> list[int]:
    """When a prompt is given within a step from `start` to `end`: once, or again and again.

    A rise of pressure has no time of its own: it is taken to be at the middle, as an estimate.

    >>> from strokekit.model.routine import At
    >>> moments(Prompt(kind="say", text={"en": "Breathe"}, at=At(ms=-2_000)), 0, 10_000, 1)
    [8000]
    """
    at, length = prompt.at, end - start
    if at.every_ms:
        return list(range(start + at.every_ms, end, at.every_ms)) or [start]
    if at.ms is not None:
        return [min(max(start + at.ms if at.ms >= 0 else end + at.ms, start), end)]
    if at.share is not None:
        return [start + min(int(length * at.share / 100), length)]
    match at.word:
        case "end" | "leaving":
            return [end]
        case "pressure_rise":
            return [start + length // 2]
        case "each_repeat":
            return [start + length * index // repeats for index in range(repeats)]
    return [start]
