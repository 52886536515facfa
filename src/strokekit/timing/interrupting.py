"""Steps that return after so much time: how often they interrupt a block, and where. One rule for the measure and the timeline.

A block of one step is cut into stretches, each as long as `every`. Of several steps none is cut: the interruption waits for the
end of the step under way, and the time begins anew after it. Nothing is interrupted right at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from strokekit.composing.frame import MAX_STEPS
from strokekit.model.elastic import Elastic, merged
from strokekit.model.plan import PlanBlock, PlanStep, children
from strokekit.model.timeline import Pass
from strokekit.timing.allot import allot
from strokekit.timing.amounts import UNKNOWN, Bounds, lifted
from strokekit.timing.measure import Measure
from strokekit.timing.rows import End, Mark, Part, after, parts, passes, row
from strokekit.timing.siding import evened

ROUNDS = 8
"""How often the places of interruptions are sought anew where they shift what they depend on."""


def interruptions(measure: Measure, block: PlanBlock, own: Elastic) -> Bounds:
    """Count how often a block is interrupted: at least, ideally, at most; `own` is its time without that."""
    every = spacing(measure, block)
    ideal = _counted(measure, block, own.ideal, every.ideal, "ideal")
    least = _counted(measure, block, own.min, every.max, "min") or 0
    most = _counted(measure, block, own.max, every.min, "max")
    certain = own.certain and every.basis == "stated"
    names = merged(own.estimates, lifted(every.names, block.name))
    return Bounds(min=least, ideal=ideal, max=most, basis="stated" if certain else "estimate", names=() if certain else names)


def spacing(measure: Measure, block: PlanBlock) -> Bounds:
    """Give after how much time a block is interrupted."""
    return UNKNOWN if block.every is None else measure.amounts.duration(block.every, UNKNOWN)


def _counted(measure: Measure, block: PlanBlock, own: int | None, every: int | None, end: End) -> int | None:
    """Count the interruptions at one end of all ranges; None where that end is open."""
    if own is None or not every:
        return 0 if end == "min" or own == 0 else None
    count = getattr(measure.passes(block), end) or 1
    if count * (len(children(block)) + 1) > MAX_STEPS or _single(row(measure, block)):
        return _stretches(own, every) - 1
    there = passes(measure, block, count, all_open=end == "max")
    shares = [0 if end == "min" and _absent(part) else getattr(part.elastic, end) for part in there if part.timed]
    return sum(1 for _ in ends(shares, every))


def _absent(part: Part) -> bool:
    """Tell whether a part may turn out not to be there."""
    return bool(part.node.open) and not part.pause


def _stretches(own: int, every: int) -> int:
    """Count the stretches of a time that is interrupted again and again; the last may be shorter than the others."""
    return max(-(-own // every), 1)


def ends(shares: Sequence[int], every: int) -> Iterator[int]:
    """Give the parts after which an interruption comes: where at least `every` has passed, and something is still to come.

    >>> list(ends([20, 20, 20, 20, 20], 30))
    [1, 3]
    """
    left, passed = sum(shares), 0
    for index, share in enumerate(shares):
        left, passed = left - share, passed + share
        if passed >= every and left > 0:
            yield index
            passed = 0


def _single(listed: Sequence[Part]) -> bool:
    """Tell whether a row holds a single step, and so one that is cut."""
    timed = [part for part in listed if part.timed]
    return len(timed) == 1 and isinstance(timed[0].node, PlanStep)


def at_most(measure: Measure, block: PlanBlock, ms: int) -> int:
    """Say how often a block that gets `ms` is interrupted at most, without walking through it."""
    every = spacing(measure, block).ideal
    return _stretches(ms, every + _one(measure, block)) - 1 if every else 0


def _one(measure: Measure, block: PlanBlock) -> int:
    """Give the time of one interruption."""
    return sum(part.elastic.ideal or part.elastic.min for part in parts(measure, block.inserts, ()))


def placed(measure: Measure, block: PlanBlock, ms: int, mark: Mark) -> list[tuple[Part, int]]:
    """Divide `ms` among the row of a block and what interrupts it; the shares sum to `ms` where anything in it takes time."""
    own, every = row(measure, block, mark), spacing(measure, block).ideal
    if not every:
        return shares_of(own, ms)
    if _single(own):
        return _cut(measure, block, own, ms, mark)
    return _spaced(measure, block, own, ms, mark)


def shares_of(listed: Sequence[Part], ms: int) -> list[tuple[Part, int]]:
    """Divide `ms` among the parts of a row; what takes no time gets none, alike sides get the same."""
    timed = [part for part in listed if part.timed]
    shares = iter(evened(timed, allot(ms, [part.elastic for part in timed])))
    return [(part, next(shares) if part.timed else 0) for part in listed]


def _cut(measure: Measure, block: PlanBlock, own: list[Part], ms: int, mark: Mark) -> list[tuple[Part, int]]:
    """Cut the one step of a row into stretches; the rest after it stays whole."""
    every = spacing(measure, block).ideal or 1
    at = next(index for index, part in enumerate(own) if part.timed)
    whole, step = own[at], own[at].node
    count = at_most(measure, block, ms - after(measure, step, ms))
    returning = [list(_returning(measure, block, mark, number, count)) for number in range(1, count + 1)]
    work = measure.work(step)
    rests = [Part(step, whole.mark, measure.rest(step), pause=True)] if measure.rest(step).ideal else []
    shares = shares_of([Part(step, whole.mark, work), *rests, *(part for group in returning for part in group)], ms)
    lengths = _lengths(shares[0][1], every, count + 1)
    found, used = [(part, 0) for part in own[:at]], 1 + len(rests)
    for number, (length, start) in enumerate(zip(lengths, accumulate(lengths, initial=0), strict=False)):
        here = Pass(block=step.name, number=number + 1, of=count + 1, kind="stretch")
        found.append((Part(step, (*whole.mark, here), work, cut=(start, shares[0][1])), length))
        group = returning[number] if number < count else []
        found += shares[used : used + len(group)]
        used += len(group)
    return [*found, *shares[1 : 1 + len(rests)], *((part, 0) for part in own[at + 1 :])]


def _lengths(ms: int, every: int, count: int) -> list[int]:
    """Give the lengths of stretches: each as long as it should be and the last what is left; equal ones where that is nothing."""
    if ms > every * (count - 1):
        return [*[every] * (count - 1), ms - every * (count - 1)]
    return [ms * (number + 1) // count - ms * number // count for number in range(count)]


def _spaced(measure: Measure, block: PlanBlock, own: list[Part], ms: int, mark: Mark) -> list[tuple[Part, int]]:
    """Put the interruptions between the parts of a row; where that moves them, seek their places anew."""
    every = spacing(measure, block).ideal or 1
    timed = [part for part in own if part.timed]
    ideals = [part.elastic.ideal for part in timed]
    shares = [ideal for ideal in ideals if ideal is not None]
    if len(shares) < len(timed):
        shares = allot(ms, [part.elastic for part in timed])
    found: list[tuple[Part, int]] = []
    for _ in range(ROUNDS):
        places = list(ends(shares, every))
        found = shares_of(_interleaved(measure, block, own, [timed[place] for place in places], mark), ms)
        shares = [share for part, share in found if part.timed and any(part is one for one in timed)]
        if list(ends(shares, every)) == places:
            break
    return found


def _interleaved(measure: Measure, block: PlanBlock, own: list[Part], before: list[Part], mark: Mark) -> list[Part]:
    """Put what interrupts a row after each of the given parts."""
    found, number = [], 0
    for part in own:
        found.append(part)
        if number < len(before) and part is before[number]:
            number += 1
            found += _returning(measure, block, mark, number, len(before))
    return found


def _returning(measure: Measure, block: PlanBlock, mark: Mark, number: int, of: int) -> Iterator[Part]:
    """Give the parts of one interruption of several."""
    return parts(measure, block.inserts, (*mark, Pass(block=block.name, number=number, of=of, kind="return")))
