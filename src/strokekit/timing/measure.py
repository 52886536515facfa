"""The one function for every total: how long a node of a plan takes, and how long its parts take.

Tables, renderers, checks and the timeline all ask it, so no two of them can disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.model.amounts import Duration, Range
from strokekit.model.elastic import ZERO, Elastic, merged, total
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Plan, PlanBlock, PlanChoice, PlanCue, PlanNode, PlanStep, children
from strokekit.plugins.catalog import Catalog
from strokekit.timing.amounts import UNKNOWN, Amounts, Bounds, exact, fewer
from strokekit.timing.steps import BETWEEN, StepTimes, elastic

FREE = Bounds(min=0, ideal=None, max=None)
"""Passes of a block of which only one end is stated: nothing says how many."""


@attrs.define
class Measure:
    """Measures the nodes of one plan; each node once.

    A node that is asked for must come from a plan that is kept alive meanwhile.
    """

    catalog: Catalog
    assume: Mapping[str, int] = FrozenMap()
    """Names of nodes → milliseconds that hold where nothing else is known."""
    steps: StepTimes = attrs.field(init=False)
    _known: dict[int, tuple[PlanNode, Elastic]] = attrs.field(factory=dict)
    _works: dict[int, tuple[PlanNode, Elastic]] = attrs.field(factory=dict)
    _cues: dict[int, tuple[PlanNode, int]] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Make the parts that measure steps and amounts."""
        self.steps = StepTimes(self.catalog)

    @property
    def amounts(self) -> Amounts:
        """The reader of amounts."""
        return self.steps.amounts

    def plan(self, plan: Plan) -> Elastic:
        """Measure the whole plan."""
        return total(self.node(section.block) for section in plan.sections)

    def node(self, node: PlanNode) -> Elastic:
        """Measure a node as it counts in its surroundings: nothing at least, if nobody knows whether it is done."""
        kept = self._known.get(id(node))
        if kept is None:
            kept = self._known[id(node)] = (node, opened(node, self.done(node)))
        return kept[1]

    def done(self, node: PlanNode) -> Elastic:
        """Measure a node when it is done."""
        match node:
            case PlanStep():
                return self.work(node) + self.rest(node)
            case PlanCue():
                return self._cue(node)
            case PlanChoice():
                return self.chosen(node, [self.node(option) for option in node.options])
            case PlanBlock():
                return self.work(node) + self.rest(node)

    def _assumed(self, node: PlanNode, work: Elastic) -> Elastic:
        """Take what the caller assumes where nothing else says how long a node takes."""
        if work.ideal is not None or node.name not in self.assume:
            return work
        ms = self.assume[node.name]
        return Elastic(min=ms, ideal=ms, max=ms, estimates=(f"assumed: {node.name}",))

    def _cue(self, cue: PlanCue) -> Elastic:
        """Measure a step of words alone: as long as saying them, and for a question the answer; estimates of the catalogue."""
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
        """Count how many options are taken: at least, by default, at most."""
        count, there = self.amounts.count(choice.count, exact(1)), len(choice.options)
        usual = count.ideal or count.min
        return min(count.min, there), min(usual, there), there if count.max is None else min(count.max, there)

    def passes(self, block: PlanBlock) -> Bounds:
        """Count how often a block is done."""
        return exact(1) if block.repeat is None else self.amounts.count(block.repeat, FREE)

    def loop(self, block: PlanBlock) -> Elastic:
        """Measure all passes of a block with what stands between them, before any duration binds them."""
        return self.looped(block, {id(node): self.node(node) for node in children(block)}, self.pause(block))

    def looped(self, block: PlanBlock, parts: Mapping[int, Elastic], pause: Elastic) -> Elastic:
        """Add the parts of a block up, each as often as it is done."""
        first = total(parts[id(node)] for node in block.first)
        if block.repeat is None:
            return first
        later = total(parts[id(node)] for node in (*block.between, *block.again)) + pause
        passes = self.passes(block)
        return first + scaled(later, fewer(passes), name=block.name)

    def pause(self, block: PlanBlock) -> Elastic:
        """Measure one pause between two passes of a block."""
        written = block.node.rest
        return self._rest(block, written) if isinstance(written, Range) and written.each in BETWEEN else ZERO

    def rest(self, node: PlanStep | PlanBlock) -> Elastic:
        """Measure the pause after a step or a block."""
        if isinstance(node, PlanStep):
            return self.steps.rest(node)
        written = node.node.rest
        return self._rest(node, written) if isinstance(written, Range) and written.each not in BETWEEN else ZERO

    def _rest(self, block: PlanBlock, written: Duration) -> Elastic:
        return elastic(block.name, self.amounts.duration(written, UNKNOWN))

    def limits(self, block: PlanBlock) -> Bounds | None:
        """Give the duration that binds a block; None where none is stated."""
        written = block.duration
        if not isinstance(written, Range):
            return None
        inner = self.loop(block)
        own = Bounds(min=inner.min, ideal=inner.ideal, max=inner.max)
        often = self._often(block, written)
        if often == 1:
            return self.amounts.duration(written, own)
        limits = self.amounts.duration(written, UNKNOWN)
        ends = [None if end is None or often is None else end * often for end in (limits.ideal, limits.max)]
        return attrs.evolve(limits, min=limits.min * (often or 1), ideal=ends[0], max=ends[1])

    def _often(self, block: PlanBlock, written: Duration) -> int | None:
        """Count how often a block has what its duration is stated for; None where that is open."""
        if written.each == "side":
            sides = sum(1 for node in block.first if isinstance(node, PlanBlock) and node.origin == block.origin)
            return max(sides, 1)
        passes = self.passes(block)
        return passes.ideal if written.each in BETWEEN else 1

    def work(self, node: PlanStep | PlanBlock) -> Elastic:
        """Measure a step or a block without the rest after it.

        The duration of a block binds: its steps share it, and what is unknown inside takes what is left.
        """
        if isinstance(node, PlanStep):
            kept = self._works.get(id(node))
            if kept is None:
                kept = self._works[id(node)] = (node, self._assumed(node, self.steps.work(node)))
            return kept[1]
        inner, limits = self.loop(node), self.limits(node)
        return self._assumed(node, inner if limits is None else bound(inner, limits, node.name))

    def only(self, node: PlanNode, *, hands_on: bool) -> Elastic:
        """Measure the part of a node's time that techniques take (hands on the client), or that all else takes."""
        from strokekit.timing.kinds import Kinds

        return Kinds(self).only(node, hands_on=hands_on)

    def unrolled(self, node: PlanNode) -> int:
        """Count the steps of a node with all its passes at the ideal: what a timeline has to hold."""
        kept = self._cues.get(id(node))
        if kept is None:
            kept = self._cues[id(node)] = (node, self._unrolled(node))
        return kept[1]

    def _unrolled(self, node: PlanNode) -> int:
        if not isinstance(node, PlanBlock):
            return 1 + sum(self.unrolled(child) for child in children(node))
        later = (self.passes(node).ideal or 1) - 1
        again = sum(self.unrolled(child) for child in (*node.between, *node.again)) if later > 0 else 0
        return 1 + sum(self.unrolled(child) for child in node.first) + later * again


def opened(node: PlanNode, done: Elastic) -> Elastic:
    """Count an open node into the ideal if it is expected; the minimum is without it, the maximum with it."""
    if not node.open:
        return done
    return attrs.evolve(done, min=0) if node.node.expect else Elastic(min=0, ideal=0, max=done.max)


def bound(inner: Elastic, limits: Bounds, name: str) -> Elastic:
    """Cut the time of the parts of a block to its own duration; where an ideal is missing inside, the duration gives it."""
    low, high = max(limits.min, inner.min), _least(limits.max, inner.max)
    wanted = limits.ideal if inner.ideal is None else inner.ideal
    if wanted is None:
        return Elastic(min=low, ideal=None, max=high, estimates=inner.estimates, unknown=inner.unknown or (name,))
    ideal = max(min(wanted, wanted if high is None else high), low)
    if inner.ideal == ideal and not _exact(limits):
        basis: dict[str, Any] = {
            "stated": inner.stated,
            "sourced": inner.sourced,
            "estimates": merged(limits.names, inner.estimates),
        }
    else:
        by_author = limits.basis == "stated"
        basis = {"stated": ideal if by_author else 0, "estimates": () if by_author else limits.names}
    return Elastic(min=low, ideal=ideal, max=high if high is None else max(high, ideal), **basis)


def _exact(limits: Bounds) -> bool:
    return limits.basis == "stated" and limits.min == limits.max


def _least(*ends: int | None) -> int | None:
    return min((end for end in ends if end is not None), default=None)


def scaled(one: Elastic, often: Bounds, *, name: str = "") -> Elastic:
    """Take `one` several times over; the node `name` is unknown where nobody says how often."""
    unknown = merged(one.unknown, (name,) if often.ideal is None and name else ())
    by_author = (often.ideal or 0) if often.basis == "stated" else 0
    return Elastic(
        min=one.min * often.min,
        ideal=None if one.ideal is None or often.ideal is None else one.ideal * often.ideal,
        max=None if one.max is None or often.max is None else one.max * often.max,
        stated=one.stated * by_author,
        sourced=one.sourced * by_author,
        estimates=merged(one.estimates, often.names),
        unknown=unknown,
    )


__all__ = ["FREE", "Measure", "bound", "opened", "scaled", "total"]
