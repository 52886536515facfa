"""One walk through a plan at given times: choices made, passes unrolled, every cue with its start, its end and its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.model.elastic import Elastic
from strokekit.model.plan import Plan, PlanBlock, PlanCheckpoint, PlanChoice, PlanCue, PlanNode, PlanStep
from strokekit.model.timeline import Basis, Bind, Cue, CueKind, Reason, Sign
from strokekit.timing.dividing import Division
from strokekit.timing.measure import Measure
from strokekit.timing.prompts import Beats, beats_of_group, beats_of_step, moments
from strokekit.timing.rows import Mark, Part, marked
from strokekit.timing.steps import stated
from strokekit.timing.works import Works


@attrs.define
class Run:
    """One walk through the plan with a clock that only this walk moves."""

    measure: Measure
    works: Works
    limit: int
    division: Division
    now: int = 0
    section: str = ""
    bind: Bind | None = None
    """The node whose time decides how long those in it last."""
    signs: tuple[Sign, ...] = ()
    """The signs that end what the walk is in, the outermost first."""

    def cues(self, plan: Plan) -> Iterator[Cue]:
        """Give the cues, those of a node before those of what it holds."""
        for section in plan.sections:
            self.section = section.block.name
            ms = self.division.top(section.block)
            if ms is not None:
                yield from self._node(section.block, ms, ())

    def _node(self, node: PlanNode, ms: int, mark: Mark) -> Iterator[Cue]:
        """Give the cues of a node that gets `ms`, with the rest after it."""
        if isinstance(node, PlanCheckpoint):
            yield self._timed("checkpoint", node, 0, mark)
            return
        rest = self.division.rest(node, ms, mark)
        match node:
            case PlanStep():
                yield from self._step(node, ms - rest, mark)
            case PlanCue():
                yield from self._said(node, ms - rest, mark)
            case PlanBlock() | PlanChoice():
                yield from self._group(node, ms - rest, mark)
        if rest:
            yield self._rest(node, rest, mark, self.measure.rest(node))

    def _group(self, group: PlanBlock | PlanChoice, ms: int, mark: Mark) -> Iterator[Cue]:
        outer = self.bind, self.signs
        self.signs += self._signs(group, mark)
        if ms == self.measure.work(group).ideal:
            self.bind = Bind(kind="block", name=group.name, origin=group.origin)
        shares = self.division.parts(group, ms, mark)
        yield from self._prompts(group, mark, self.now, self.now + ms, beats_of_group(group, shares, self.now))
        for part, share in shares:
            if part.pause:
                yield self._rest(part.node, share, part.mark, part.elastic)
            elif part.cut is not None and isinstance(part.node, PlanStep):
                yield from self._stretch(part.node, share, part, part.cut)
            else:
                yield from self._node(part.node, share, part.mark)
        self.bind, self.signs = outer

    def _signs(self, group: PlanBlock | PlanChoice, mark: Mark) -> tuple[Sign, ...]:
        """Give the sign that ends a block, or a step that others interrupt; none where no sign does."""
        if not isinstance(group, PlanBlock):
            return ()
        until = self.works.until(group)
        most = self.measure.work(group).max
        return (Sign(name=f"{group.name}{marked(mark)}", until=until, most=most, origin=group.origin),) if until else ()

    def _step(self, step: PlanStep, ms: int, mark: Mark) -> Iterator[Cue]:
        start = self.now
        worked = self._worked(step, ms, mark, whole=ms, why=self._why(step, self.measure.work(step), ms, mark))
        yield worked
        yield from self._moves(step, worked, 0, ms)
        yield from self._within(step, mark, start, self.now)

    def _stretch(self, step: PlanStep, ms: int, part: Part, cut: tuple[int, int]) -> Iterator[Cue]:
        """Give one stretch of a step that is interrupted, with what is said in it."""
        begin, whole = cut
        shift = self.now - begin
        worked = self._worked(step, ms, part.mark, whole=whole)
        yield worked
        yield from self._moves(step, worked, begin, whole)
        ends = begin + ms == whole
        for cue in self._within(step, part.mark, 0, whole):
            if begin <= cue.start < begin + ms or (ends and cue.start == whole):
                yield attrs.evolve(cue, start=cue.start + shift, end=cue.end + shift)

    def _worked(self, step: PlanStep, ms: int, mark: Mark, *, whole: int, why: Reason | None = None) -> Cue:
        """Make the cue of a step, or of a stretch of one that takes `whole` in all."""
        return self._timed(
            "step",
            step,
            ms,
            mark,
            technique=step.technique,
            hands_on=step.hands_on,
            basis=_basis(self.measure.work(step), whole),
            inserted=step.inserted,
            repeats=self._repeats(step, mark),
            work=self.works.of(step),
            why=why,
        )

    def _repeats(self, step: PlanStep, mark: Mark) -> int | None:
        """Count the repetitions of a step, where its time has to do with them."""
        otherwise = any(stated(step, name) for name in ("duration", "share", "stages", "until"))
        return None if otherwise and not stated(step, "repeat") else self.division.passes(step, mark)

    def _moves(self, step: PlanStep, worked: Cue, begin: int, whole: int) -> Iterator[Cue]:
        """Give the moves of a step that takes `whole`, as far as they lie in what is `worked` of it, from `begin` on."""
        times, at = self.measure.steps, worked.start - begin
        moving = attrs.evolve(worked, kind="move", basis="estimate", why=None, work=None, signs=())
        for move, ms in times.calls.moves(step, ms=whole, passes=self.division.passes(step, worked.passes)):
            start, end = max(at, worked.start), min(at + (ms or 0), worked.end)
            at += ms or 0
            if start < end:
                yield attrs.evolve(moving, start=start, end=end, text=move.title, move=move)

    def _within(self, step: PlanStep, mark: Mark, start: int, end: int) -> Iterator[Cue]:
        """Give what is said in a step from `start` to `end`, and when it goes over to the other side."""
        passes = self.division.passes(step, mark)
        beats = beats_of_step(start, end, passes=passes, sides=step.sides if end > start else 1, limit=self.limit + 1)
        for at in beats.sides:
            yield self._moment("side", step, mark, at, at, origin=step.origin)
        yield from self._prompts(step, mark, start, end, beats)

    def _said(self, cue: PlanCue, ms: int, mark: Mark) -> Iterator[Cue]:
        start, work = self.now, self.measure.work(cue)
        yield self._timed(
            "step", cue, ms, mark, basis=_basis(work, ms), why=self._why(cue, work, ms, mark), work=self.works.of(cue)
        )
        yield from self._prompts(cue, mark, start, self.now, Beats(passes=[start]))

    def _rest(self, node: PlanNode, ms: int, mark: Mark, rest: Elastic) -> Cue:
        return self._timed("rest", node, ms, mark, basis=_basis(rest, ms), why=self._why(node, rest, ms, mark))

    def _why(self, node: PlanNode, work: Elastic, ms: int, mark: Mark) -> Reason:
        """Say why something that takes `work` by itself lasts `ms`."""
        binds = () if ms == work.ideal else self.division.binds(node, work, ms, mark, self.bind)
        return Reason(ideal=work.ideal, least=work.min, most=work.max, binds=binds, estimates=work.estimates)

    def _timed(self, kind: CueKind, node: PlanNode, ms: int, mark: Mark, **more: Any) -> Cue:
        """Make a cue that takes time, and move the clock."""
        start = self.now
        self.now += ms
        signs = () if kind == "checkpoint" else self.signs
        return self._moment(kind, node, mark, start, self.now, **{"origin": node.origin, "signs": signs, **more})

    def _moment(self, kind: CueKind, node: PlanNode, mark: Mark, start: int, end: int, **more: Any) -> Cue:
        name = f"{node.name}{marked(mark)}"
        return Cue(kind=kind, name=name, section=self.section, start=start, end=end, via=node.via, passes=mark, **more)

    def _prompts(self, node: PlanNode, mark: Mark, start: int, end: int, beats: Beats) -> Iterator[Cue]:
        for prompt in node.node.prompts:
            said = {"origin": prompt.origin, "text": prompt.text, "answers": tuple(prompt.answers)}
            for at in moments(prompt, start, end, beats, limit=self.limit + 1):
                yield self._moment(prompt.kind, node, mark, at, at, **said)


def _basis(work: Elastic, ms: int) -> Basis:
    """Say whose number a length is: what a block's duration makes of it is nobody's."""
    if work.ideal != ms or not work.certain:
        return "estimate"
    return "stated" if work.stated == work.ideal else "source"
