"""The one function for every total: how long a node of a plan takes, and how long its parts take.

Tables, renderers, checks and the timeline all ask it, so no two of them can disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import attrs

from strokekit.diagnostics import Diagnostic
from strokekit.model.amounts import Duration, Range
from strokekit.model.elastic import ZERO, Elastic, merged, total
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import (
    Plan,
    PlanBlock,
    PlanCheckpoint,
    PlanChoice,
    PlanCue,
    PlanNode,
    PlanStep,
    children,
    steps_of,
    walk,
)
from strokekit.plugins.catalog import Catalog
from strokekit.timing.amounts import UNKNOWN, Amounts, Bounds, exact, fewer, lifted
from strokekit.timing.budgets import Budgets, as_bounds, multiplied
from strokekit.timing.loops import BETWEEN, FREE, amount_of, is_bundle, is_round, often, passes
from strokekit.timing.shares import overlap
from strokekit.timing.steps import StepTimes, elastic

T = TypeVar("T")


@attrs.define
class Measure:
    """Measures the nodes of one plan; each node once.

    A node that is asked for must come from a plan that is kept alive meanwhile. Shares are of something: without the plan, `of`,
    nobody knows of what those of sections are.
    """

    catalog: Catalog
    assume: Mapping[str, int] = FrozenMap()
    """Names of nodes → milliseconds that hold where nothing else is known."""
    of: Plan | None = attrs.field(default=None, kw_only=True)
    steps: StepTimes = attrs.field(init=False)
    budgets: Budgets = attrs.field(init=False)
    _kept: dict[tuple[str, int], tuple[PlanNode, Any]] = attrs.field(factory=dict)
    _descending: bool = False

    def __attrs_post_init__(self) -> None:
        """Make the parts that measure steps and amounts, and find what the shares in the plan are shares of."""
        self.steps = StepTimes(self.catalog)
        self.budgets = Budgets(self.amounts, self.assume)
        if self.of is not None:
            self.budgets.enter(self.of)

    @property
    def amounts(self) -> Amounts:
        """The reader of amounts."""
        return self.steps.amounts

    def _once(self, what: str, node: PlanNode, find: Callable[[], T]) -> T:
        """Find something out about a node once, and keep it."""
        kept = self._kept.get((what, id(node)))
        if kept is None:
            kept = self._kept[what, id(node)] = (node, find())
        found: T = kept[1]
        return found

    def plan(self, plan: Plan) -> Elastic:
        """Measure the whole plan."""
        if self.of is None:
            self.of = plan
            self.budgets.enter(plan)
        return total(self.node(section.block) for section in plan.sections)

    def node(self, node: PlanNode) -> Elastic:
        """Measure a node as it counts in its surroundings: nothing at least, if nobody knows whether it is done."""
        if not self._descending and ("node", id(node)) not in self._kept:
            self._from_below(node)
        return self._once("node", node, lambda: opened(node, self.done(node)))

    def _from_below(self, node: PlanNode) -> None:
        """Measure what lies deepest first, so that depth is no matter of how far Python lets functions call each other."""
        self._descending = True
        try:
            for below in reversed(walk(node)[1:]):
                self.node(below)
        finally:
            self._descending = False

    def done(self, node: PlanNode) -> Elastic:
        """Measure a node when it is done."""
        return self.work(node) + self.rest(node)

    def work(self, node: PlanNode) -> Elastic:
        """Measure a node without the rest after it.

        The duration of a block or a choice binds: what it holds shares it, and what is unknown inside takes what is left.
        """
        return self._once("work", node, lambda: self._assumed(node, self._work(node)))

    def _work(self, node: PlanNode) -> Elastic:
        match node:
            case PlanStep():
                return self._step(node)
            case PlanCue():
                return self._cue(node)
            case PlanCheckpoint():
                return ZERO
        inner, limits = self.loop(node), self.limits(node)
        return inner if limits is None else bound(inner, limits, node.name)

    def _assumed(self, node: PlanNode, work: Elastic) -> Elastic:
        """Take what the caller assumes where nothing else says how long a node takes."""
        if work.ideal is not None or node.name not in self.assume:
            return work
        ms = self.assume[node.name]
        return Elastic(min=ms, ideal=ms, max=ms, estimates=(f"assumed: {node.name}",))

    def _step(self, step: PlanStep) -> Elastic:
        """Measure a step; where others are interspersed in a time that is given, it takes what they leave."""
        found = self.steps.work(step, self.budgets.share(step))
        loose = self.budgets.standing(step).takes_rest and (not found.certain or found.sourced)
        return elastic(step.name, UNKNOWN) if loose else found

    def _cue(self, cue: PlanCue) -> Elastic:
        """Measure a step of words alone: as its author says, else as long as saying them."""
        spoken, written, share = self._spoken(cue), amount_of(cue, "duration"), self.budgets.share(cue)
        if written is not None:
            own = self.amounts.duration(written, as_bounds(spoken))
            return elastic(cue.name, overlap(own, share, ideal_stated=written.ideal is not None))
        return spoken if amount_of(cue, "share") is None else elastic(cue.name, share or UNKNOWN)

    def _spoken(self, cue: PlanCue) -> Elastic:
        """Say how long saying the words of a cue takes, and for a question the answer; estimates of the catalogue."""
        words = sum(len(next(iter(said.text.values()), "").split()) for said in cue.node.prompts)
        asked = sum(1 for said in cue.node.prompts if said.kind == "ask")
        spoken = elastic(cue.name, self.amounts.named("spoken_word"))
        answer = elastic(cue.name, self.amounts.named("answer_time")) if asked else ZERO
        return scaled(spoken, exact(words)) + scaled(answer, exact(asked))

    def chosen(self, choice: PlanChoice, options: list[Elastic]) -> Elastic:
        """Measure a choice by its options: the shortest, the default, the longest that may be taken."""
        least, usual, most = self.taken(choice)
        default = total(options[:usual])
        tops = [option.max for option in options]
        longest = sorted((top for top in tops if top is not None), reverse=True)[:most]
        return attrs.evolve(
            default,
            min=sum(sorted(option.min for option in options)[:least]),
            max=None if None in tops and most else sum(longest),
        )

    def taken(self, choice: PlanChoice) -> tuple[int, int, int]:
        """Count how many options are taken: at least, by default, at most. By default it may be none."""
        count, there = self.amounts.count(choice.count, exact(1)), len(choice.options)
        usual = count.min if count.ideal is None else count.ideal
        return min(count.min, there), min(usual, there), there if count.max is None else min(count.max, there)

    def passes(self, block: PlanBlock) -> Bounds:
        """Count how often a block is done."""
        return passes(self.amounts, block)

    def often(self, node: PlanNode, each: str | None) -> int | None:
        """Count how often a node has what an amount is stated for, as in `2 min each side`; None where that is open."""
        if isinstance(node, PlanStep) and each is not None:
            return self.steps.often(node, each)
        return often(self.amounts, node, each)

    def loop(self, node: PlanBlock | PlanChoice) -> Elastic:
        """Measure all that a block or a choice holds, before any duration binds it."""
        return self._once("loop", node, lambda: self._loop(node))

    def _loop(self, node: PlanBlock | PlanChoice) -> Elastic:
        if isinstance(node, PlanChoice):
            return self.chosen(node, [self.node(option) for option in node.options])
        parts = {id(child): self.node(child) for child in children(node)}
        return self.filled(node, parts, self.pause(node))

    def filled(self, block: PlanBlock, parts: Mapping[int, Elastic], pause: Elastic) -> Elastic:
        """Add the parts of a block up, each as often as it is done, with what interrupts it, until it ends."""
        inner = looped(block, parts, pause, self.passes(block))
        if block.every is not None:
            returning = total(parts[id(node)] for node in block.inserts)
            inner += scaled(returning, self.interruptions(block), name="" if inner.unknown else block.name)
        if block.until is None:
            return inner
        one = total(parts[id(node)] for node in block.first)
        return attrs.evolve(inner, min=min(inner.min, one.min), max=self._last(block, inner))

    @staticmethod
    def _last(block: PlanBlock, inner: Elastic) -> int | None:
        """Give the longest time of a block that a sign ends: only its repeats are a bound."""
        return inner.max if block.repeat is not None else None

    def interruptions(self, block: PlanBlock) -> Bounds:
        """Count how often a block is interrupted."""
        from strokekit.timing.interrupting import interruptions

        return self._once("interruptions", block, lambda: interruptions(self, block, self._own(block)))

    def _own(self, block: PlanBlock) -> Elastic:
        """Measure a block without what interrupts it."""
        return looped(block, {id(node): self.node(node) for node in children(block)}, self.pause(block), self.passes(block))

    def pause(self, block: PlanBlock) -> Elastic:
        """Measure one pause between two passes of a block."""
        written = block.node.rest
        return self._rest(block, written) if isinstance(written, Range) and written.each in BETWEEN else ZERO

    def rest(self, node: PlanNode) -> Elastic:
        """Measure the pause after a node."""
        if isinstance(node, PlanStep):
            return self.steps.rest(node)
        written = None if isinstance(node, PlanCheckpoint) else node.node.rest
        return self._rest(node, written) if isinstance(written, Range) and written.each not in BETWEEN else ZERO

    def _rest(self, node: PlanNode, written: Duration) -> Elastic:
        return elastic(node.name, self.amounts.duration(written, UNKNOWN))

    def limits(self, node: PlanBlock | PlanChoice) -> Bounds | None:
        """Give the time that binds what a block or a choice holds: its duration, its share, or both; None where neither does."""
        written, share = amount_of(node, "duration"), self.budgets.share(node)
        if is_round(node) or is_bundle(node):
            return None
        if written is None:
            found = share or self.budgets.assumed(node)
        else:
            found = overlap(self._lasting(node, written), share, ideal_stated=written.ideal is not None)
        if found is None or not isinstance(node, PlanBlock) or node.until is None:
            return found
        return attrs.evolve(found, min=min(found.min, total(self.node(child) for child in node.first).min))

    def _lasting(self, node: PlanBlock | PlanChoice, written: Duration) -> Bounds:
        count = self.often(node, written.each)
        if count == 1:
            return self.amounts.duration(written, as_bounds(self.loop(node)))
        return multiplied(self.amounts.duration(written, UNKNOWN), count)

    def only(self, node: PlanNode, *, hands_on: bool) -> Elastic:
        """Measure the part of a node's time that techniques take (hands on the client), or that all else takes."""
        from strokekit.timing.kinds import Kinds

        return Kinds(self).only(node, hands_on=hands_on)

    def unrolled(self, node: PlanNode) -> int:
        """Count the steps of a node with all its passes at the ideal: what a timeline has to hold."""
        return self._once("unrolled", node, lambda: self._unrolled(node))

    def _unrolled(self, node: PlanNode) -> int:
        if not isinstance(node, PlanBlock):
            return 1 + sum(self.unrolled(child) for child in children(node))
        groups = (node.first, (*node.between, *node.again), node.last or (), node.only or ())
        first, again, last, only = (sum(self.unrolled(child) for child in group) for group in groups)
        later = (self.passes(node).ideal or 1) - 1
        return 1 + max(first, only) + (later * again + last if later > 0 else 0) + self._returning(node)

    def _returning(self, block: PlanBlock) -> int:
        """Count the steps that interrupt a block, each with the stretch before it."""
        from strokekit.timing.interrupting import at_most

        ms = self.work(block).ideal if block.every is not None else None
        return at_most(self, block, ms) * (1 + sum(self.unrolled(child) for child in block.inserts)) if ms else 0


def asked(measure: Measure, plan: Plan) -> tuple[Diagnostic, ...]:
    """Ask the callables of all techniques of a plan, in order, and give what is wrong with them: the same for every measure."""
    techniques = measure.catalog.techniques
    for step in steps_of(plan):
        technique = techniques.get(step.technique) if step.known else None
        if technique is not None and (technique.refine or technique.moves):
            ms = measure.work(step).ideal
            measure.steps.calls.moves(step, ms=ms, passes=measure.steps.passes(step))
    return measure.steps.calls.problems


def opened(node: PlanNode, done: Elastic) -> Elastic:
    """Count an open node into the ideal if it is expected; the minimum is without it, the maximum with it."""
    if not node.open:
        return done
    return attrs.evolve(done, min=0) if node.node.expect else Elastic(min=0, ideal=0, max=done.max)


def looped(block: PlanBlock, parts: Mapping[int, Elastic], pause: Elastic, passes: Bounds) -> Elastic:
    """Add the passes of a block up, with what stands between them: the first, the others, and the last or the only one."""
    first, again, gap = (total(parts[id(node)] for node in nodes) for nodes in (block.first, block.again, block.between))
    if passes.max == 1:
        return first if block.only is None else total(parts[id(node)] for node in block.only)
    last = again if block.last is None else total(parts[id(node)] for node in block.last)
    later = scaled(gap + pause + last, _once_more(passes), name=block.name)
    middle = scaled(gap + pause + again, fewer(fewer(passes)), name=block.name)
    several = first + later + middle
    if block.only is None or passes.min > 1:
        return several
    single, two = total(parts[id(node)] for node in block.only), first + gap + pause + last
    tops = (single.max, several.max)
    return attrs.evolve(
        single if passes.ideal == 1 else several,
        min=min(single.min, two.min),
        max=None if tops[0] is None or tops[1] is None else max(tops[0], tops[1]),
    )


def _once_more(passes: Bounds) -> Bounds:
    """Count the last of several passes: once, or not at all where there is only one."""
    low, ideal, high = (None if end is None else min(max(end - 1, 0), 1) for end in (passes.min, passes.ideal, passes.max))
    return attrs.evolve(passes, min=low or 0, ideal=ideal, max=1 if high is None else high)


def bound(inner: Elastic, limits: Bounds, name: str) -> Elastic:
    """Cut the time of the parts of a block to its own duration; where an ideal is missing inside, the duration gives it."""
    low, high = max(limits.min, inner.min), _least(limits.max, inner.max)
    if yields(inner, limits):
        low, high = low if limits.max is None else min(low, limits.max), limits.max
    names = lifted(limits.names, name)
    wanted = limits.ideal if inner.ideal is None else inner.ideal
    if wanted is None:
        return Elastic(min=low, ideal=None, max=high, estimates=inner.estimates, unknown=inner.unknown or (name,))
    ideal = max(min(wanted, wanted if high is None else high), low)
    if inner.ideal == ideal and not _exact(limits):
        basis: dict[str, Any] = {"stated": inner.stated, "sourced": inner.sourced, "estimates": merged(names, inner.estimates)}
    else:
        whose = {"stated": {"stated": ideal}, "source": {"sourced": ideal}, "estimate": {}}[limits.basis]
        basis = {**whose, "estimates": names}
    return Elastic(min=low, ideal=ideal, max=high if high is None else max(high, ideal), **basis)


def yields(inner: Elastic, limits: Bounds) -> bool:
    """Tell whether parts do not fit into what is given only because of estimates.

    Those yield: a guess does not overrule the time that somebody states.
    """
    if inner.certain:
        return False
    if inner.max is not None and inner.max < limits.min:
        return True
    return limits.max is not None and inner.min - (inner.estimated or 0) <= limits.max < inner.min


def _exact(limits: Bounds) -> bool:
    return limits.basis == "stated" and limits.min == limits.max


def _least(*ends: int | None) -> int | None:
    return min((end for end in ends if end is not None), default=None)


def scaled(one: Elastic, often: Bounds, *, name: str = "") -> Elastic:
    """Take `one` several times over; the node `name` is unknown where nobody says how often."""
    if often.max == 0:
        return ZERO
    by_author = (often.ideal or 0) if often.basis == "stated" else 0
    none = often.ideal == 0
    known = none or (one.ideal is not None and often.ideal is not None)
    return Elastic(
        min=one.min * often.min,
        ideal=(one.ideal or 0) * (often.ideal or 0) if known else None,
        max=None if one.max is None or often.max is None else one.max * often.max,
        stated=one.stated * by_author,
        sourced=one.sourced * by_author,
        estimates=merged(one.estimates, lifted(often.names, name)),
        unknown=() if known else merged(one.unknown, (name,) if often.ideal is None and name else ()),
    )


__all__ = ["FREE", "Measure", "asked", "bound", "looped", "opened", "scaled", "total"]
