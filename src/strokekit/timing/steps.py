"""How long one step takes: from what the author states, else from what its technique declares.

The pauses between the passes of a step are part of its work; only the pause after it is a rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any

import attrs

from strokekit.model.amounts import UNSTATED, Range, Tempo, Time, exactly
from strokekit.model.elastic import ZERO, Elastic
from strokekit.model.place import Path, Pattern
from strokekit.model.plan import Given, PlanStep
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Technique, Timing
from strokekit.timing.amounts import UNKNOWN, Amounts, Bounds, basis_of, exact, fewer, lifted, times
from strokekit.timing.calls import Calls
from strokekit.timing.loops import BETWEEN
from strokekit.timing.pace import Pace
from strokekit.timing.roles import roled
from strokekit.timing.shares import overlap

TIMED = ("duration", "repeat", "hold")
"""The fields that give a step, or a stage of one, a time of its own."""
Declared = tuple[Technique, Timing]


@attrs.frozen
class StepTimes:
    """Gives the time of steps, by one catalogue."""

    catalog: Catalog
    amounts: Amounts = attrs.field(init=False)
    pace: Pace = attrs.field(init=False)
    calls: Calls = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Make the readers of amounts and of tempos, and what asks callables, for the same catalogue."""
        object.__setattr__(self, "amounts", Amounts(self.catalog))
        object.__setattr__(self, "pace", Pace(self.catalog, self.amounts))
        object.__setattr__(self, "calls", Calls(self.catalog, self.amounts, self.pace))

    def work(self, step: PlanStep, share: Bounds | None = None) -> Elastic:
        """Give the time of a step without the rest after it, when it is done; `share`: what its share makes, if that is known."""
        return elastic(step.name, self.bounds(step, share))

    def rest(self, step: PlanStep) -> Elastic:
        """Give the pause after a step."""
        written = value(step, "rest")
        if not isinstance(written, Range) or written.each in BETWEEN:
            return ZERO
        return elastic(step.name, self.amounts.duration(written, UNKNOWN))

    def paced(self, step: PlanStep) -> Bounds | None:
        """Give what repeats and tempo make together, where both say so in numbers; sides and places count."""
        tempo = value(step, "tempo")
        known = isinstance(tempo, Tempo) and self.pace.of(step, tempo) is not None and isinstance(value(step, "repeat"), Range)
        return self._own(step, self._timing(step)) if known else None

    def passes(self, step: PlanStep) -> int:
        """Give how many passes a step has at its ideal time; 1 where nobody can tell."""
        step = roled(step, self.catalog)
        return self._passes(step, self._timing(step)).ideal or 1

    def repeats(self, step: PlanStep) -> Bounds:
        """Give how many repetitions a step may have, as its author counts them: of `3 each way`, three."""
        step = roled(step, self.catalog)
        return self._counts(step, self._timing(step), silent=1 if isinstance(value(step, "hold"), Range) else None)

    def _technique(self, step: PlanStep) -> Technique | None:
        return self.catalog.technique(step.technique) if step.known else None

    def _timing(self, step: PlanStep) -> Declared | None:
        technique = self._technique(step)
        return (technique, technique.timing) if technique and technique.timing else None

    def often(self, step: PlanStep, each: str) -> int | None:
        """Count how often a step has what an amount is stated for, as in `20 s each side`; None where that is open."""
        step = roled(step, self.catalog)
        return self._each(step, Range(each=each), self._timing(step)).ideal

    def times_done(self, step: PlanStep) -> Bounds:
        """Give how often a step is done over, on both sides where it does both."""
        step = roled(step, self.catalog)
        return times(self._passes(step, self._timing(step)), exact(step.sides))

    def bounds(self, step: PlanStep, share: Bounds | None = None) -> Bounds:
        """Give the time of a step: its duration or its share or both, else that of its stages, else what its passes make."""
        step = roled(step, self.catalog)
        timing, duration = self._timing(step), value(step, "duration")
        if isinstance(duration, Range):
            found = overlap(self._lasting(step, duration, timing), share, ideal_stated=duration.ideal is not None)
        elif stated(step, "share"):
            found = share or UNKNOWN
        else:
            found = self.staged(step) or self._paused(step, self._own(step, timing), timing)
        return self._until(step, found, timing)

    def _lasting(self, step: PlanStep, duration: Range[Time], timing: Declared | None) -> Bounds:
        each = self._each(step, duration, timing)
        whole = self._whole(self._own(step, timing), each)
        return times(each, self._read(step, "duration", duration, whole))

    def staged(self, step: PlanStep) -> Bounds | None:
        """Give the sum of the stages of a step; None where it says itself how long it takes, or no stage tells its time apart."""
        if any(_says(step, name) for name in TIMED) or not any(timed(stage) for stage in stages_of(step)):
            return None
        return self.stages(step)

    def stages(self, step: PlanStep) -> Bounds:
        """Give the sum of the stages of a step, each with what the step says where the stage says nothing else."""
        return reduce(plus, (self.bounds(_as_step(step, stage)) for stage in stages_of(step)))

    @staticmethod
    def _whole(own: Bounds, each: Bounds) -> Bounds:
        """Give a step's own time for one of `each`, where an open end asks for it."""
        often = max(each.ideal or 1, 1)
        ideal, top = (None if end is None else end // often for end in (own.ideal, own.max))
        return attrs.evolve(own, min=own.min // often, ideal=ideal, max=top)

    def _until(self, step: PlanStep, found: Bounds, timing: Declared | None) -> Bounds:
        """Let a sign end the step: from the technique's least time to the bound that is stated, else without a bound."""
        if not stated(step, "until"):
            return found
        bound = any(stated(step, name) for name in ("repeat", "duration", "hold"))
        least = self._declared(timing).min if timing else 0
        return attrs.evolve(found, min=min(found.min, least), max=found.max if bound else None)

    def _paused(self, step: PlanStep, own: Bounds, timing: Declared | None) -> Bounds:
        """Add the pauses between the passes."""
        written = value(step, "rest")
        if not isinstance(written, Range) or written.each not in BETWEEN or own.ideal is None:
            return own
        pauses = times(fewer(self._passes(step, timing)), self.amounts.duration(written, UNKNOWN))
        return plus(own, pauses)

    def _read(self, step: PlanStep, name: str, written: Range[Any], fallback: Bounds) -> Bounds:
        """Read an amount: an open end comes from the technique's limit, else from its own numbers."""
        technique = self.catalog.technique(step.technique)
        read = self.amounts.count if name == "repeat" else self.amounts.duration
        limits = self._limits(technique, name) if technique else None
        if limits is not None and limits.max is not None and limits.each == written.each:
            top = read(Range(min=limits.max, ideal=limits.max, max=limits.max), fallback).max
            fallback = attrs.evolve(fallback, max=top)
        bounds = read(written, fallback)
        given = step.dose.get(name)
        if technique is None or given is None or given.by != "technique" or bounds.basis != "stated":
            return bounds
        sourced = technique.provenance.kind == "publication"
        return attrs.evolve(bounds, basis="source" if sourced else "estimate", names=() if sourced else (step.technique,))

    def _limits(self, technique: Technique, name: str) -> Range[Any] | None:
        takes = technique.takes.get(name)
        if takes is None or takes.limits is None:
            return None
        read = self.catalog.literals.read("count" if name == "repeat" else "duration", takes.limits).value
        return read if isinstance(read, Range) else None

    def _each(self, step: PlanStep, written: Range[Any], timing: Declared | None) -> Bounds:
        """Give how often an amount is meant: `each side`, `each repeat`; without `each` once."""
        match written.each:
            case "side":
                return exact(step.sides)
            case "way":
                return exact(2)
            case "repeat" | "pass":
                return self._passes(step, timing)
            case "strip" | "line" | "point":
                return self._counted(step)
            case None:
                return exact(1)
        return exact(self.places(step) * step.sides)

    def _own(self, step: PlanStep, timing: Declared | None) -> Bounds:
        """Give the time that passes make: as their technique's callable says, unless the author's own numbers say all of it."""
        made, technique = self._made(step, timing), self._technique(step)
        if technique is None or technique.refine is None or (made.basis == "stated" and made.ideal is not None):
            return made
        refined = self.calls.refined(step, technique, self._made(_once(step), timing))
        if refined is None:
            return made
        basis = basis_of(timing[1].basis if timing else technique.provenance)
        names = (technique.id,) if basis == "estimate" else ()
        one = Bounds(min=refined[0], ideal=refined[1], max=refined[2], basis=basis, names=names)
        return times(times(self._passes(step, timing), exact(step.sides)), one)

    def _made(self, step: PlanStep, timing: Declared | None) -> Bounds:
        """Give the time that repeats, tempo, holds and the technique's timing make."""
        hold = value(step, "hold")
        if isinstance(hold, Range):
            return self._held(step, hold, timing)
        one = self._pass(step, timing)
        if one is None:
            return UNKNOWN
        if timing and timing[1].per == "once":
            return times(self._passes(step, timing), one)
        covered = exact(1 if isinstance(value(step, "path"), Path) else self.places(step))
        if timing and timing[1].per == "spot":
            covered = times(covered, self._spots(step, timing))
        else:
            covered = times(covered, self._counted(step))
        count = times(times(self._passes(step, timing), exact(step.sides)), covered)
        tempo = value(step, "tempo")
        whole = self.pace.all(tempo, count) if isinstance(tempo, Tempo) else None
        return times(count, one) if whole is None else self._attributed(step, whole)

    def _held(self, step: PlanStep, hold: Range[Time], timing: Declared | None) -> Bounds:
        """Give the holds at all spots: listed places, or the pattern's count, or for findings the technique's estimate."""
        kept = self._read(step, "hold", hold, self._declared(timing) if timing else UNKNOWN)
        searched = any(target.findings for target in step.targets) or self._uncounted(step)
        spots = self._spots(step, timing) if timing and searched else self._counted(step)
        spots = times(exact(self.places(step)), spots)
        return times(times(self._passes(step, timing, silent=1), exact(step.sides)), times(spots, kept))

    def places(self, step: PlanStep) -> int:
        """Count the listed places of a step, at least 1; `every toe` counts as many as there are."""
        return max(sum(self._members(target.area) for target in step.targets), 1)

    def _members(self, area: Any) -> int:
        region = self.catalog.regions.get(area.spot.region.name) if area and area.spot.region.pick == "every" else None
        return region.count or 1 if region else 1

    @staticmethod
    def _uncounted(step: PlanStep) -> bool:
        pattern = value(step, "pattern")
        return isinstance(pattern, Pattern) and pattern.count is None

    def _counted(self, step: PlanStep) -> Bounds:
        """Give how many strips, lines or points a pattern counts; 1 where it counts none."""
        pattern = value(step, "pattern")
        counted = isinstance(pattern, Pattern) and pattern.count is not None
        return self.amounts.count(pattern.count, exact(1)) if counted else exact(1)

    def _spots(self, step: PlanStep, timing: Declared) -> Bounds:
        """Give how many spots one place has: as the pattern counts, else as the technique declares."""
        pattern = value(step, "pattern")
        if isinstance(pattern, Pattern) and pattern.count is not None:
            return self._counted(step)
        return self.amounts.declared("count", timing[1].spots, timing[1].basis, timing[0].id)

    def _passes(self, step: PlanStep, timing: Declared | None, *, silent: int | None = None) -> Bounds:
        """Give how many passes there are; of `3 each way`, six."""
        written, counts = value(step, "repeat"), self._counts(step, timing, silent=silent)
        return times(exact(2), counts) if isinstance(written, Range) and written.each == "way" else counts

    def _counts(self, step: PlanStep, timing: Declared | None, *, silent: int | None = None) -> Bounds:
        """Give how many repeats: as stated, else, or where the statement is open, as the technique declares."""
        declared = exact(silent or 1)
        if timing and silent is None:
            declared = self.amounts.declared("count", timing[1].passes, timing[1].basis, timing[0].id)
        written = value(step, "repeat")
        return self._read(step, "repeat", written, declared) if isinstance(written, Range) else declared

    def _pass(self, step: PlanStep, timing: Declared | None) -> Bounds | None:
        """Give the time of one pass: by the tempo, by the breath, else as the technique declares."""
        tempo = value(step, "tempo")
        paced = self.pace.of(step, tempo) if isinstance(tempo, Tempo) else None
        if paced is not None:
            return self._attributed(step, paced)
        if value(step, "breath") in ("inhale", "exhale"):
            return self.amounts.named("breath")
        return self._declared(timing) if timing else None

    def _attributed(self, step: PlanStep, bounds: Bounds) -> Bounds:
        """Name the technique where its own default tempo is meant: that is no statement of the author."""
        by_technique = step.dose["tempo"].by == "technique" and bounds.basis == "stated"
        return attrs.evolve(bounds, basis="estimate", names=(step.technique,)) if by_technique else bounds

    def _declared(self, timing: Declared) -> Bounds:
        return self.amounts.declared("duration", timing[1].time, timing[1].basis, timing[0].id)


def elastic(name: str, found: Bounds) -> Elastic:
    """Make the elastic time of a node out of bounds; an unknown ideal names the node."""
    estimates = lifted(found.names, name)
    if found.ideal is None:
        return Elastic(min=found.min, ideal=None, max=found.max, estimates=estimates, unknown=(name,))
    return Elastic(
        min=min(found.min, found.ideal),
        ideal=found.ideal,
        max=found.max,
        stated=found.ideal if found.basis == "stated" else 0,
        sourced=found.ideal if found.basis == "source" else 0,
        estimates=estimates,
    )


def plus(first: Bounds, second: Bounds) -> Bounds:
    """Put two stretches after each other; what they rest on is that of the weaker.

    >>> plus(exact(2), exact(3)).max
    5
    """
    known = first.ideal is not None and second.ideal is not None
    return attrs.evolve(
        times(first, second),
        min=first.min + second.min,
        ideal=(first.ideal or 0) + (second.ideal or 0) if known else None,
        max=None if first.max is None or second.max is None else first.max + second.max,
    )


def value(step: PlanStep, name: str) -> Any:
    """Give what a step says in a dose field, whoever says it; None where nobody does."""
    given = step.dose.get(name)
    return None if given is None else given.value


def stated(step: PlanStep, name: str) -> bool:
    """Tell whether a step has a dose field that is not `unstated`."""
    return value(step, name) not in (None, UNSTATED)


def stages_of(step: PlanStep) -> tuple[Mapping[str, Given], ...]:
    """Give the doses of the stages of a step, in order; none where it has no stages."""
    stages = value(step, "stages")
    return stages if isinstance(stages, tuple) else ()


def timed(dose: Mapping[str, Given]) -> bool:
    """Tell whether a stage tells its time apart."""
    return any(name in dose and isinstance(dose[name].value, Range) for name in TIMED)


def _says(step: PlanStep, name: str) -> bool:
    """Tell whether the step itself, not what surrounds it nor its technique, gives an amount."""
    given = step.dose.get(name)
    return given is not None and given.by == "stated" and isinstance(given.value, Range)


def _once(step: PlanStep) -> PlanStep:
    """Make a step of one pass on one side."""
    return attrs.evolve(step, sides=1, dose={**step.dose, "repeat": Given(value=exactly(1))})


def _as_step(step: PlanStep, stage: Mapping[str, Given]) -> PlanStep:
    """Make the step that a stage would be by itself; a time of its own stands in place of all that the step has."""
    left = {"stages", "share", "until", *(TIMED if timed(stage) else ())}
    return attrs.evolve(step, dose={**{name: given for name, given in step.dose.items() if name not in left}, **stage})
