"""A whole number of milliseconds divided among parts that have a least, an ideal and a longest time."""

from __future__ import annotations

from collections.abc import Sequence

from strokekit.model.elastic import Elastic


def allot(total: int, parts: Sequence[Elastic]) -> list[int]:
    """Divide `total` (>= 0) exactly, each part staying as near its ideal as its share of the room allows.

    Parts without an ideal take what the others leave, in equal shares, and no more than they can. Every part gets what lies
    between its least and its longest time whenever all of them together can; what is too much or too little for all of them is
    shared out in proportion, to those that rest on estimates if there are any, so that the sum is exact in any case, and no part
    is less than nothing.

    >>> allot(10, [Elastic(min=1, ideal=4, max=9), Elastic(min=1, ideal=4, max=5)])
    [6, 4]
    >>> allot(2, [Elastic(min=3, ideal=3, max=3, stated=3), Elastic(min=1, ideal=4, max=5)])
    [2, 0]
    """
    if not parts:
        return []
    given = [part.min if part.ideal is None else part.ideal for part in parts]
    given = _fill(total, given, [part if part.ideal is None else _fixed(part.ideal) for part in parts])
    left = total - sum(given)
    rooms = _rooms(parts, given, left)
    reach = sum(rooms)
    given = spread(max(-reach, min(left, reach)), given, rooms)
    return _overruled(total - sum(given), given, parts)


def _overruled(left: int, given: list[int], parts: Sequence[Elastic]) -> list[int]:
    """Let estimates alone take what does not fit, as far as there are any: what somebody states stays as it is."""
    guessed = [0 if part.certain else at + (left > 0) for part, at in zip(parts, given, strict=True)]
    if left > 0:
        return spread(left, given, guessed if any(guessed) else [at + 1 for at in given])
    from_guesses = max(left, -sum(guessed))
    given = spread(from_guesses, given, guessed)
    return spread(left - from_guesses, given, given)


def _fixed(ideal: int) -> Elastic:
    return Elastic(min=ideal, ideal=ideal, max=ideal)


def _fill(total: int, given: list[int], parts: list[Elastic]) -> list[int]:
    """Give what is left to the parts without an ideal, in equal shares up to what each can hold."""
    left = total - sum(given)
    while left > 0:
        rooms = _rooms(parts, given, left)
        free = [index for index, room in enumerate(rooms) if room > 0][:left]
        if not free:
            break
        share = min(left // len(free), *(rooms[index] for index in free))
        for index in free:
            given[index] += share
        left = total - sum(given)
    return given


def _rooms(parts: Sequence[Elastic], given: list[int], left: int) -> list[int]:
    return [_room(part, at, left) for part, at in zip(parts, given, strict=True)]


def _room(part: Elastic, at: int, left: int) -> int:
    """Say how far a part can still move in the direction of `left`; one without a longest time can take all of it."""
    if left < 0:
        return max(at - part.min, 0)
    return left if part.max is None else max(part.max - at, 0)


def spread(left: int, given: list[int], weights: list[int]) -> list[int]:
    """Add `left` in proportion to whole weights: the largest remainders get the odd milliseconds, the earlier first.

    >>> spread(10, [0, 0, 5], [1, 2, 0])
    [3, 7, 5]
    """
    whole = sum(weights)
    if not left or not whole:
        return given
    shares = [divmod(abs(left) * weight, whole) for weight in weights]
    odd = abs(left) - sum(share for share, _ in shares)
    lucky = set(sorted(range(len(given)), key=lambda index: -shares[index][1])[:odd])
    sign = 1 if left > 0 else -1
    return [at + sign * (share + (index in lucky)) for index, (at, (share, _)) in enumerate(zip(given, shares, strict=True))]
