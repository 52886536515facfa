"""When what is said, asked or shown during a step is given, and when a step on both sides goes over to the other one."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from strokekit.model.plan import PlanBlock
from strokekit.model.routine import Prompt
from strokekit.timing.rows import Part


@attrs.frozen(kw_only=True)
class Beats:
    """The moments within a node that words can be given at, besides its start and its end; milliseconds, in order."""

    passes: Sequence[int] = ()
    """When each pass begins."""
    sides: Sequence[int] = ()
    """When the work goes over to another side."""


def beats_of_step(start: int, end: int, *, passes: int, sides: int, limit: int) -> Beats:
    """Divide a step evenly: among its passes, of which no more than `limit` are given, and among its sides.

    >>> beats_of_step(0, 9_000, passes=3, sides=2, limit=100)
    Beats(passes=[0, 3000, 6000], sides=[4500])
    """
    length = end - start
    return Beats(
        passes=[start + length * index // passes for index in range(min(passes, limit))],
        sides=[start + length * index // sides for index in range(1, sides)],
    )


def beats_of_group(block: object, shares: Sequence[tuple[Part, int]], start: int) -> Beats:
    """Find where the passes and the sides of a block begin, in what its parts were given."""
    passes, sides, at = [], [], start
    mark, side = None, None
    for part, share in shares:
        if not part.pause and part.mark != mark:
            mark = part.mark
            passes.append(at)
        mine = part.node.side if isinstance(part.node, PlanBlock) and not part.pause else None
        if mine is not None and side is not None and mine != side:
            sides.append(at)
        side, at = mine or side, at + share
    return Beats(passes=passes or [start], sides=sides) if isinstance(block, PlanBlock) else Beats(passes=[start])


def moments(prompt: Prompt, start: int, end: int, beats: Beats, *, limit: int) -> list[int]:
    """Give the times of a prompt within a node from `start` to `end`, in milliseconds: once, again and again, or never.

    A rise of pressure has no time of its own: it is taken to be at the middle, as an estimate. A change of side that there is
    not is never. More than `limit` times are not given: whoever asks has no use for them.

    >>> from strokekit.model.routine import At
    >>> moments(Prompt(kind="say", text={"en": "Breathe"}, at=At(ms=-2_000)), 0, 10_000, Beats(), limit=100)
    [8000]
    """
    at, length = prompt.at, end - start
    if at.every_ms:
        return list(range(start + at.every_ms, end, at.every_ms)[:limit]) or [start]
    if at.word in ("each_repeat", "side_change"):
        return list((beats.passes if at.word == "each_repeat" else beats.sides)[:limit])
    if at.ms is not None:
        return [min(max(start + at.ms if at.ms >= 0 else end + at.ms, start), end)]
    if at.share is not None:
        return [start + min(int(length * at.share / 100), length)]
    return [{"end": end, "leaving": end, "pressure_rise": start + length // 2}.get(at.word or "", start)]
