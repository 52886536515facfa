"""The rule about limits: how much of a tool, a technique, a purpose or a place a run may hold, against what the plan holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import TypeAlias

import attrs

from strokekit.checking.context import RuleContext
from strokekit.checking.spans import span, within
from strokekit.formats.locating import Wrong
from strokekit.literals.printing import number_text, place_text, term_text
from strokekit.model.amounts import Percent
from strokekit.model.elastic import ZERO, Elastic, total
from strokekit.model.plan import PlanNode, PlanStep
from strokekit.model.routine import Limit
from strokekit.timing.amounts import UNKNOWN, exact
from strokekit.timing.kinds import Kinds
from strokekit.timing.shares import divided
from strokekit.timing.steps import elastic
from strokekit.timing.subjects import Subjects, Where, apart, nth
from strokekit.timing.tally import Tally
from strokekit.timing.timeline import TABLE

Write: TypeAlias = Callable[[int], str]


def limits(context: RuleContext) -> Iterator[Wrong]:
    """Hold that a run keeps to its limits: an error where it can't, a warning where it does not as planned."""
    subjects = Subjects(context.plan, context.catalog, tuple(context.steps))
    for limit in context.plan.routine.limits:
        matching = subjects.of(limit)
        yield from _Held(context, limit, frozenset(id(step) for step in matching), matching).faults()


@attrs.frozen
class _Held:
    """A limit and the steps of the plan that it speaks of."""

    context: RuleContext
    limit: Limit
    ids: frozenset[int]
    steps: tuple[PlanStep, ...]

    def faults(self) -> Iterator[Wrong]:
        if self.limit.duration is not None:
            yield from self._duration(self.limit.duration.each)
        if self.limit.repeat is not None:
            yield from self._repeat(self.limit.repeat.each)
        if self.limit.share is not None:
            yield from self._share(self.limit.share)

    def _duration(self, each: str | None) -> Iterator[Wrong]:
        bounds = self.context.measure.amounts.duration(self.limit.duration, UNKNOWN) if self.limit.duration else UNKNOWN
        for where in apart(self.steps, each):
            kinds = Kinds(self.context.measure, partial(self._part, where))
            found = self._whole(partial(kinds.only, hands_on=True))
            yield from self._compared(found, (bounds.min, bounds.max), where, "duration", lambda ms: span(ms, ms))

    def _repeat(self, each: str | None) -> Iterator[Wrong]:
        bounds = self.context.measure.amounts.count(self.limit.repeat, UNKNOWN) if self.limit.repeat else UNKNOWN
        least = bounds.min if self.limit.repeat and self.limit.repeat.min is not None else 0
        for where in apart(self.steps, each):
            tally = Tally(self.context.measure, partial(self._times, where))
            yield from self._compared(self._whole(tally.of), (least, bounds.max), where, "repeat", _times)

    def _share(self, share: Percent) -> Iterator[Wrong]:
        """Compare hundredths of the time on the table, in thousandths of one so that they are whole."""
        sections = [section.block for section in self.context.plan.sections if section.phase in TABLE]
        table = total(self.context.measure.node(block) for block in sections)
        kinds = Kinds(self.context.measure, partial(self._part, None))
        part, rest = (total(kinds.only(block, hands_on=mine) for block in sections) for mine in (True, False))
        tops = [_thousandths(part.max, table.min), _thousandths(part.max, _sum(part.max, rest.min))]
        found = Elastic(
            min=max(_thousandths(part.min, table.max) or 0, _thousandths(part.min, _sum(part.min, rest.max)) or 0),
            ideal=_thousandths(part.ideal, table.ideal),
            max=min((top for top in tops if top is not None), default=None),
            estimates=table.estimates,
        )
        low, _, high = self.context.measure.amounts.percent(share)
        yield from self._compared(found, (int(low * 1_000), int(high * 1_000)), None, "share", _percent)

    def _whole(self, measure: Callable[[PlanNode], Elastic]) -> Elastic:
        return total(measure(section.block) for section in self.context.plan.sections)

    def _compared(self, found: Elastic, bounds: tuple[int, int | None], where: Where, key: str, write: Write) -> Iterator[Wrong]:
        """Report what can't be kept, else what is not kept as planned; a guess breaks nothing."""
        low, high = bounds
        facts = {"what": self._what(where), "limit": within(low, high, write)}
        origin = f"{self.limit.origin}/{key}"
        broken = "limit-passed" if found.estimates else "limit-broken"
        if high is not None and found.min > high:
            yield Wrong(broken, origin, facts={**facts, "found": f"at least {write(found.min)}"})
        elif found.max is not None and found.max < low:
            yield Wrong(broken, origin, facts={**facts, "found": f"at most {write(found.max)}"})
        elif found.ideal is not None and (found.ideal < low or (high is not None and found.ideal > high)):
            yield Wrong("limit-passed", origin, facts={**facts, "found": f"{write(found.ideal)} as planned"})

    def _what(self, where: Where) -> str:
        limit = self.limit
        tool = self.context.catalog.literals.write("tool", limit.tool) if limit.tool else None
        place = place_text(limit.where) if limit.where else None
        what = f"`{limit.technique or limit.purpose or tool or place}`"
        if where is None:
            return what
        return f"{what} on the {where}" if isinstance(where, str) else f"{what} on `{term_text(where)}`"

    def _part(self, where: Where, step: PlanStep) -> int:
        """Say which part of a step is meant: an nth of it where it works on n places; 0 where none is."""
        if id(step) not in self.ids:
            return 0
        return nth(step, where)

    def _times(self, where: Where, step: PlanStep) -> Elastic:
        """Count how often a step does what is limited: once for each pass, and on a side of its own once for each there."""
        if not self._part(where, step):
            return ZERO
        found = self.context.measure.steps.times_done(step)
        return elastic(step.name, found if where is None else divided(found, exact(step.sides)))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _percent(thousandths: int) -> str:
    return f"{number_text(Decimal(thousandths) / 1_000)}%"


def _sum(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first + second


def _thousandths(part: int | None, whole: int | None) -> int | None:
    """Give a part as thousandths of hundredths of the whole, rounded down; of nothing there is no part."""
    return None if part is None or not whole else part * 100_000 // whole
