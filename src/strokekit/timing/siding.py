"""Sides that hold the same take the same time: an odd millisecond goes to what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strokekit.model.plan import PlanBlock
from strokekit.timing.rows import Mark, Part


def evened(row: Sequence[Part], shares: list[int]) -> list[int]:
    """Make the shares of alike sides in each pass of a row equal; the sum stays.

    What is left over, a few milliseconds, goes to a part of the row that can take it: to one that rests on an estimate, if there
    is one. Where none can, the sides stay as they are.
    """
    shares = list(shares)
    for sides in _alike(row):
        given = [shares[index] for index in sides]
        odd = sum(given) - min(given) * len(sides)
        taker = _taker(row, shares, odd) if odd else None
        if taker is not None:
            shares[taker] += odd
            for index in sides:
                shares[index] = min(given)
    return shares


def _alike(row: Sequence[Part]) -> Iterator[list[int]]:
    """Give the places of the sides of each pass, where they may take the same times."""
    passes: dict[Mark, list[int]] = {}
    for index, part in enumerate(row):
        if _is_side(part):
            passes.setdefault(part.mark, []).append(index)
    for sides in passes.values():
        first = row[sides[0]].elastic
        if len({(one.min, one.ideal, one.max) for one in (first, *(row[index].elastic for index in sides))}) == 1:
            yield sides


def _is_side(part: Part) -> bool:
    return isinstance(part.node, PlanBlock) and not part.pause and bool(part.node.side) and part.node.member is None


def _taker(row: Sequence[Part], shares: Sequence[int], odd: int) -> int | None:
    """Find the part that takes the odd milliseconds."""
    able = [index for index, part in enumerate(row) if not _is_side(part) and _room(part, shares[index]) >= odd]
    return next((index for index in able if not row[index].elastic.certain), able[0] if able else None)


def _room(part: Part, share: int) -> int:
    """Say how much longer a part may be; what takes no time takes none."""
    longest = part.elastic.max
    if not share or part.pause:
        return 0
    return share if longest is None else longest - share
