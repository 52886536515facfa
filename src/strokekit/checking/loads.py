"""The load of a run on the therapist, against what a rule as data allows. What nobody says is never taken for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from strokekit.checking.context import RuleContext
from strokekit.checking.spans import span, within
from strokekit.model.amounts import Range
from strokekit.model.timeline import Cue, Timeline
from strokekit.plugins.declarations import LoadLimits, Rule
from strokekit.timing.amounts import UNKNOWN
from strokekit.timing.load import THUMBS, Changes, Load


@attrs.frozen(kw_only=True)
class Overload:
    """A load that is not as a rule wants it: what it is of, how much there is, what is wanted, and the step that has most of it.

    It is not `certain` where only what nobody says may bring it there; `note` then tells so.
    """

    what: str
    found: str
    limit: str
    origin: str = ""
    certain: bool = True
    note: str = ""


def overloads(rule: Rule, limits: LoadLimits, context: RuleContext) -> Iterator[Overload]:
    """Find where the load of a run is outside the limits; nothing while the time of a step is unknown."""
    if limits == LoadLimits() or context.timeline is None or context.load is None:
        return
    held = _Held(rule, context, context.timeline, context.load)
    for tool, limit in limits.tool.items():
        yield from held.tool(tool, limit)
    for stance, limit in limits.stance.items():
        yield from held.stance(stance, limit)
    if limits.static is not None:
        yield from held.static(limits.static)
    for name in ("therapist_changes", "client_changes", "turn_overs"):
        if getattr(limits, name) is not None:
            yield from held.changes(name, getattr(context.load, name), getattr(limits, name))


@attrs.frozen
class _Held:
    """A run, held against the limits of one rule."""

    rule: Rule
    context: RuleContext
    timeline: Timeline
    load: Load

    def tool(self, tool: str, limit: Any) -> Iterator[Overload]:
        """Compare the time that a tool touches the client."""
        same = THUMBS if tool == "thumb" else frozenset({tool})
        ms = next((use.ms for use in self.load.uses if use.tool == tool), 0) if tool != "thumb" else self.load.thumbs.ms
        origin = self._most(lambda cue: bool(cue.work and same & set(cue.work.tools or ())))
        yield from self._time(tool, ms, self.load.unknown, limit, origin)

    def stance(self, stance: str, limit: Any) -> Iterator[Overload]:
        """Compare the time that is spent in a stance."""
        ms = sum(posture.ms for posture in self.load.postures if posture.stance == stance)
        unsaid = sum(posture.ms for posture in self.load.postures if not posture.stance)
        origin = self._most(lambda cue: bool(cue.work and cue.work.stances[:1] == (stance,)))
        yield from self._time(stance, ms, unsaid, limit, origin)

    def static(self, limit: Any) -> Iterator[Overload]:
        """Compare the longest unbroken stretch; of one whose posture nobody says it is not certain that it is unbroken."""
        found = self.load.static
        if found is None:
            return
        origin = next((cue.origin for cue in self.timeline.cues if cue.kind == "step" and cue.start == found.start), "")
        if found.certain:
            yield from self._time("static", found.length, 0, limit, origin)
        else:
            yield from self._time("static", 0, found.length, limit, origin)

    def changes(self, name: str, changes: Changes, limit: Any) -> Iterator[Overload]:
        """Compare how often something changes; where a step does not say, there may be more changes."""
        read = self._read("count", limit)
        if read is None:
            return
        bounds = self.context.measure.amounts.count(read, UNKNOWN)
        low, high = bounds.min if read.min is not None else 0, bounds.max
        too_few = changes.count < low
        if too_few or (high is not None and changes.count > high):
            certain = changes.certain or not too_few
            note = "" if certain else "not every step says so, and there may be more"
            limit_text = within(low, high, str)
            yield Overload(what=name.replace("_", " "), found=str(changes.count), limit=limit_text, certain=certain, note=note)

    def _time(self, what: str, ms: int, unsaid: int, limit: Any, origin: str) -> Iterator[Overload]:
        """Compare a time of which `unsaid` more may be."""
        read = self._read("duration", limit)
        if read is None:
            return
        bounds = self.context.measure.amounts.duration(read, UNKNOWN)
        low, high = (bounds.min if read.min is not None else 0), bounds.max
        wanted = within(low, high, lambda one: span(one, one))
        made = Overload(what=what, found=span(ms, ms + unsaid), limit=wanted, origin=origin)
        if (high is not None and ms > high) or ms + unsaid < low:
            yield made
        elif ms < low or (high is not None and ms + unsaid > high):
            yield attrs.evolve(made, certain=False, note=f"of {span(unsaid, unsaid)} nobody says whether they count")

    def _read(self, kind: str, limit: Any) -> Range[Any] | None:
        value = self.context.catalog.literals_of(self.rule.id).read(kind, limit).value
        return value if isinstance(value, Range) else None

    def _most(self, counts: Callable[[Cue], bool]) -> str:
        """Give the origin of the longest step that counts."""
        mine = [cue for cue in self.timeline.cues if cue.kind == "step" and cue.hands_on and counts(cue)]
        return max(mine, key=lambda cue: cue.length).origin if mine else ""
