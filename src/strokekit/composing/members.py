"""The members of a row that a block is done for: digits, joints, places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.composing.frame import Frame, Work
from strokekit.composing.grounding import PLACE
from strokekit.literals.printing import place_text
from strokekit.model.place import Place
from strokekit.model.routine import Members

JOINT = "joint"


@attrs.frozen(kw_only=True)
class Member:
    """One member: the word that `this` repeats, its number or place, and how names show it."""

    kind: str
    value: Any
    text: str


def members_of(work: Work, members: Members, frame: Frame) -> Iterator[Member]:
    """Give the members in order; where nothing says how many there are, that is reported and there are none."""
    if members.kind == PLACE:
        for written in members.places:
            place = work.value(written, frame)
            if isinstance(place, Place):
                yield Member(kind=PLACE, value=place, text=place_text(place))
        return
    numbers = members.numbers if members.numbers is not None else _all(work, members, frame)
    for number in numbers:
        yield Member(kind=members.kind, value=number, text=f"{members.kind} {number}")


def _all(work: Work, members: Members, frame: Frame) -> tuple[int, ...]:
    """Count all there are, in anatomical order from 1 up; of joints as many as the digit around has."""
    if members.kind == JOINT:
        count = _joints(work, frame)
    else:
        region = work.catalog.regions.get(members.kind)
        count = region.count if region else 0
    if not count:
        work.wrong("members-unknown", members.origin, name=members.kind)
    return tuple(range(1, count + 1))


def _joints(work: Work, frame: Frame) -> int:
    """Count the joints of the digit of the innermost loop around."""
    for kind, value in reversed(tuple(frame.this.items())):
        region = work.catalog.regions.get(kind)
        if region and region.joints and isinstance(value, int) and 0 < value <= len(region.joints):
            return region.joints[value - 1]
    return 0
