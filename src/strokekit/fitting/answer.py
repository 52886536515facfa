"""What a fit answers: times for all parts, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.fitting.problem import Place
from strokekit.model.frozen import FrozenMap


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen(kw_only=True)
class Fitted:
    """Times that sum to the target exactly, in whole ms, with what was chosen. Absent places are in no mapping but `present`.

    `cost - gap` is a proved lower bound: with `gap` 0 nothing is cheaper.
    """

    cost: int
    gap: int
    work: int
    """How many steps of work it took; the same on every machine."""
    times: Mapping[Place, int] = _map()
    """Place of a part → its ms. They sum to the target."""
    counts: Mapping[Place, int] = _map()
    """Place of a part → the count of its mode."""
    present: Mapping[Place, bool] = _map()
    """Place of a `Maybe` → whether it is there."""
    passes: Mapping[Place, int] = _map()
    """Place of a `Repeat` → how many passes."""
    taken: Mapping[Place, tuple[int, ...]] = _map()
    """Place of a `Choose` → the numbers of the options taken, from 0, in order."""

    @property
    def proved(self) -> bool:
        """True when nothing can be cheaper."""
        return self.gap == 0


@attrs.frozen(kw_only=True)
class Unreachable:
    """The target can't be had.

    `below` and `above` are the nearest totals that can, None where there is none; with `proved` True nothing between them is
    reachable. `low` and `high` are the least and the greatest total there is, `high` None where nothing ends it, both None where
    not any total is possible. `blocking` are ids of groups, ties and limits that together stand in the way: without any one of
    them the target could be had; where it is the parts' own times, there is none, and `parts` names those at their end.
    """

    low: int | None
    high: int | None
    below: int | None
    above: int | None
    blocking: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    proved: bool = True
    work: int = 0
