"""The one function for every total: how long a node of a plan takes, and how long its parts take.

Tables, renderers, checks and the timeline all ask it, so no two of them can disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.model.amounts import Range, Time
from strokekit.model.elastic import ZERO, Elastic, merged
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Plan, PlanBlock, PlanChoice, PlanCue, PlanNode, PlanStep
from strokekit.plugins.catalog import Catalog
from strokekit.timing.amounts import Amounts, Bounds, exact
from strokekit.timing.steps import UNKNOWN, StepTimes

FREE = Bounds(min=0, ideal=None, max=None)


@attrs.define
class Measure:
    """Measures the nodes of one plan; each node once."""

    catalog: Catalog
    assume: Mapping[str, int] = FrozenMap()
    """Names of steps → milliseconds that hold where nothing else is known."""
    steps: StepTimes = attrs.field(init=False)
    _known: dict[int, tuple[PlanNode, Elastic]] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Make the parts that measure steps and amounts."""
        self.steps = StepTimes(self.catalog)

    @property
    def amounts(self) -> Amounts:
        """The reader of amounts."""
        return self.steps.amounts

    def plan(self, plan: Plan) -> Elastic:
        """The whole plan."""
        return total(self.node(section.block) for section in plan.sections)

    def node(self, node: PlanNode) -> Elastic:
        """A node as it counts in its surroundings: nothing at least, if nobody knows whether it is done."""
        kept = self._known.get(id(node))
        if kept is None:
            kept = self._known[id(node)] = (node, self._open(node, self.done(node)))
        return kept[1]

    def done(self, node: PlanNode) -> Elastic:
        """A node when it is done."""
        match node:
            case PlanStep():
                return self._step(node)
            case PlanCue():
                return self._cue(node)
            case PlanChoice():
                return self._choice(node)
            case PlanBlock():
                return self._block(node)

    def only(self, node: PlanNode, *, hands_on: bool) -> Elastic:
        """The part of a node's time that techniques take (hands on the client), or that actions take.

        Where a block's own duration binds its steps, their unbound times are counted: how they share it is for the fit.
        """
        match node:
            case PlanStep():
                return self.node(node) if node.hands_on is hands_on else ZERO
            case PlanCue():
                return ZERO if hands_on else self.node(node)
            case PlanChoice():
                taken = node.options[: self.chosen(node)[1]]
                return self._open(node, total(self.only(option, hands_on=hands_on) for option in taken))
        first = total(self.only(child, hands_on=hands_on) for child in node.first)
        later = total(self.only(child, hands_on=hands_on) for child in (*node.between, *node.again))
        passes = self.passes(node)
        looped = first if node.repeat is None else first + _scaled(later, passes, stated=passes.basis == "stated")
        return self._open(node, looped)

    def _open(self, node: PlanNode, done: Elastic) -> Elastic:
        """Whether an open node counts into the ideal is its `expect`; the minimum is without it."""
        if not node.open:
            return done
        if node.node.expect:
            return attrs.evolve(done, min=0)
        return Elastic(min=0, ideal=0, max=done.max)

    def _step(self, step: PlanStep) -> Elastic:
        work = self.steps.work(step)
        if work.ideal is None and step.name in self.assume:
            ms = self.assume[step.name]
            work = Elastic(min=ms, ideal=ms, max=ms, estimates=(f"assumed: {step.name}",))
        return work + self.steps.rest(step)

    def _cue(self, cue: PlanCue) -> Elastic:
        """A step of words alone takes as long as saying them: an estimate of the catalogue."""
        words = sum(len(next(iter(said.text.values()), "").split()) for said in cue.node.prompts)
        word = self.amounts.named("spoken_word")
        if word.ideal is None or word.max is None:
            return Elastic(ideal=None, max=None, unknown=(cue.name,))
        return Elastic(min=words * word.min, ideal=words * word.ideal, max=words * word.max, estimates=word.names)

    def _choice(self, choice: PlanChoice) -> Elastic:
        options = [self.node(option) for option in choice.options]
        least, usual, most = self.chosen(choice)
        longest = sorted(options, key=lambda option: option.max or 0, reverse=True)[:most]
        default = total(options[:usual])
        return attrs.evolve(
            default,
            min=sum(sorted(option.min for option in options)[:least]),
            max=None if any(option.max is None for option in options) else sum(option.max or 0 for option in longest),
        )

    def chosen(self, choice: PlanChoice) -> tuple[int, int, int]:
        """How many options are taken: at least, by default, at most."""
        count = self.amounts.count(choice.count, exact(1))
        there = len(choice.options)
        return min(count.min, there), min(count.ideal or count.min, there), min(count.max or there, there)

    def passes(self, block: PlanBlock) -> Bounds:
        """How often a block is done."""
        return exact(1) if block.repeat is None else self.amounts.count(block.repeat, FREE)

    def _block(self, block: PlanBlock) -> Elastic:
        rest = self._rest(block)
        return self._bound(block, self.loop(block)) + rest

    def loop(self, block: PlanBlock) -> Elastic:
        """All passes of a block with what stands between them, before any duration binds them."""
        first = total(self.node(node) for node in block.first)
        if block.repeat is None:
            return first
        later = total(self.node(node) for node in (*block.between, *block.again))
        passes = self.passes(block)
        return first + _scaled(later, passes, stated=passes.basis == "stated")

    def _rest(self, block: PlanBlock) -> Elastic:
        written = block.node.rest
        if not isinstance(written, Range):
            return ZERO
        rest = self.amounts.duration(written, UNKNOWN)
        one = Elastic(
            min=rest.min,
            ideal=rest.ideal,
            max=rest.max,
            stated=rest.ideal or 0 if rest.basis == "stated" else 0,
            estimates=rest.names,
            unknown=(block.name,) if rest.ideal is None else (),
        )
        return _scaled(one, self.passes(block), stated=True) if written.each == "repeat" else one

    def limits(self, block: PlanBlock) -> Bounds | None:
        """The duration that binds a block, as bounds."""
        if not isinstance(block.duration, Range):
            return None
        inner = self.loop(block)
        return self.amounts.duration(block.duration, Bounds(min=inner.min, ideal=inner.ideal, max=inner.max))

    def _bound(self, block: PlanBlock, inner: Elastic) -> Elastic:
        """A block's own duration binds: its steps share it, and what is unknown inside takes what is left."""
        limits = self.limits(block)
        if limits is None:
            return inner
        ideal = limits.ideal
        if inner.ideal is not None and limits.max is not None:
            ideal = min(max(inner.ideal, limits.min), limits.max)
        low = max(limits.min, inner.min)
        high = limits.max if inner.max is None else inner.max if limits.max is None else min(limits.max, inner.max)
        stated = ideal or 0 if _exact(block.duration) or inner.ideal is None else min(inner.stated, ideal or 0)
        estimates = () if _exact(block.duration) else merged(limits.names, inner.estimates)
        return Elastic(min=low, ideal=ideal, max=high, stated=stated, estimates=estimates, unknown=() if ideal is not None else inner.unknown)


def _exact(written: Range[Time] | None) -> bool:
    return written is not None and written.exact and not _has_breath(written)


def _has_breath(written: Range[Any]) -> bool:
    return isinstance(written.min, Time) and bool(written.min.breaths)


def _scaled(one: Elastic, passes: Bounds, *, stated: bool) -> Elastic:
    """What the passes after the first take: `one` for each of them."""
    low, high = max(passes.min - 1, 0), None if passes.max is None else max(passes.max - 1, 0)
    usual = None if passes.ideal is None else max(passes.ideal - 1, 0)
    ideal = None if one.ideal is None or usual is None else one.ideal * usual
    return Elastic(
        min=one.min * low,
        ideal=ideal,
        max=None if one.max is None or high is None else one.max * high,
        stated=one.stated * (usual or 0) if stated else 0,
        sourced=one.sourced * (usual or 0) if stated else 0,
        estimates=merged(one.estimates, passes.names),
        unknown=one.unknown,
    )


def total(parts: Iterable[Elastic]) -> Elastic:
    """The sum of parts in order; of none, no time. The same as adding them one by one, without making each sum."""
    listed = list(parts)
    ideals = [part.ideal for part in listed]
    tops = [part.max for part in listed]
    return Elastic(
        min=sum(part.min for part in listed),
        ideal=None if None in ideals else sum(ideal for ideal in ideals if ideal is not None),
        max=None if None in tops else sum(top for top in tops if top is not None),
        stated=sum(part.stated for part in listed),
        sourced=sum(part.sourced for part in listed),
        estimates=tuple(dict.fromkeys(name for part in listed for name in part.estimates)),
        unknown=tuple(dict.fromkeys(name for part in listed for name in part.unknown)),
    )
