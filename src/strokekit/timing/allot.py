"""A whole number of milliseconds divided among parts that have a least, an ideal and a longest time."""

from __future__ import annotations

from collections.abc import Sequence

from strokekit.model.elastic import Elastic


def allot(total: int, parts: Sequence[Elastic]) -> list[int]:
    """Divide `total` exactly, each part staying as near its ideal as its share of the room allows.

    Parts without an ideal take what the others leave, in equal shares. The sum is `total` whenever the parts can hold it, which
    the caller has made sure of; what they can't hold is left to the last part, so that the sum is exact in any case.

    >>> allot(10, [Elastic(min=1, ideal=4, max=9), Elastic(min=1, ideal=4, max=5)])
    [6, 4]
    """
    if not parts:
        return []
    unknown = [index for index, part in enumerate(parts) if part.ideal is None]
    given = [part.ideal if part.ideal is not None else part.min for part in parts]
    left = total - sum(given)
    if unknown:
        given = _spread(left, given, [1 if index in set(unknown) else 0 for index in range(len(parts))])
        left = total - sum(given)
    if left:
        given = _spread(left, given, [_room(part, at, left) for part, at in zip(parts, given, strict=True)])
    given[-1] += total - sum(given)
    return given


def _room(part: Elastic, at: int, left: int) -> int:
    """How far a part can still move in the direction of `left`; a part without a longest time can take all of it."""
    if left < 0:
        return max(at - part.min, 0)
    return left if part.max is None else max(part.max - at, 0)


def _spread(left: int, given: list[int], weights: list[int]) -> list[int]:
    """Add `left` in proportion to whole weights: the largest remainders get the odd milliseconds, the earlier first."""
    whole = sum(weights)
    if not whole:
        return given
    shares = [divmod(abs(left) * weight, whole) for weight in weights]
    odd = abs(left) - sum(share for share, _ in shares)
    lucky = set(sorted(range(len(given)), key=lambda index: -shares[index][1])[:odd])
    sign = 1 if left > 0 else -1
    return [at + sign * (share + (index in lucky)) for index, (at, (share, _)) in enumerate(zip(given, shares, strict=True))]
