"""What is to be fitted into a slot, as values that know nothing of routines: parts, groups, choices, ties and limits.

All times are whole milliseconds >= 0, all costs whole numbers >= 0. Every node has an `id`. What lies inside a `Repeat` is there
once for each pass: an id together with the numbers of the passes around it, outermost first, is a `Place`.

These values are made by programs: what makes no sense raises ValueError where it is made, or in `fit`.
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

Place: TypeAlias = tuple[str, tuple[int, ...]]
"""An id and the passes around it, outermost first, counted from 1. `between` before pass 2 belongs to pass 2."""


@attrs.frozen(kw_only=True)
class Mode:
    """One way to do a part: between `low` and `high` ms, at best `ideal`. `high` is None where nothing ends it.

    It costs `cost + weight * (time - ideal) ** 2`. `ideal` may lie outside of low and high.

    >>> Mode(low=3_000, ideal=4_000, high=5_000, weight=2).price(4_010)
    200
    """

    low: int
    ideal: int
    high: int | None
    weight: int
    count: int = 1
    """How many repetitions this is: what tells the modes of a part apart."""
    cost: int = 0

    def __attrs_post_init__(self) -> None:
        """Hold the bounds and the costs against what makes sense."""
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"a mode from {self.low} to {self.high} ms: needs 0 <= low <= high")
        if self.weight < 0 or self.cost < 0:
            raise ValueError(f"a mode with weight {self.weight} and cost {self.cost}: both need to be 0 or more")

    def price(self, time: int) -> int:
        """Give what it costs to take `time` ms, whether or not that is between low and high."""
        return self.cost + self.weight * (time - self.ideal) ** 2


@attrs.frozen(kw_only=True)
class Part:
    """What takes time itself, in one of its modes. Gaps between the modes' times are real."""

    id: str
    modes: tuple[Mode, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse a part that can't be done."""
        if not self.modes:
            raise ValueError(f"part {self.id} has no mode")


@attrs.frozen(kw_only=True)
class Group:
    """Nodes one after the other; what they take together lies between `low` and `high`, None for no end."""

    id: str
    children: tuple[Node, ...]
    low: int = 0
    high: int | None = None


@attrs.frozen(kw_only=True)
class Maybe:
    """A node that may be left out, and takes no time then. `cost` is paid when it is not as `wanted`."""

    id: str
    node: Node
    cost: int
    wanted: bool = True


@attrs.frozen(kw_only=True)
class Repeat:
    """From `low` to `high` passes, `ideal` at best; each pass is a copy with times of its own.

    The passes are `first`, then `between` and `again` (without it: `first` again) for each later one. `last` is the last of
    several and `only` the pass of a repeat with one, where they differ. With n passes it costs `weight * (n - ideal) ** 2`.
    `high` None: as many as the time allows, up to 100, or as many as are wanted where that is more.
    """

    id: str
    first: Node
    low: int
    ideal: int
    high: int | None
    weight: int
    between: Node | None = None
    again: Node | None = None
    last: Node | None = None
    only: Node | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse passes that can't be counted."""
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"repeat {self.id} has {self.low} to {self.high} passes: needs 0 <= low <= high")


@attrs.frozen(kw_only=True)
class Choose:
    """From `low` to `high` of the options, in their order; at best the first `ideal` of them.

    `costs` are by option: paid when one of the first `ideal` is left out, or when another is taken.
    """

    id: str
    options: tuple[Node, ...]
    costs: tuple[int, ...]
    low: int = 1
    ideal: int = 1
    high: int = 1

    def __attrs_post_init__(self) -> None:
        """Refuse a choice that can't be made."""
        if not 0 <= self.low <= self.high <= len(self.options):
            raise ValueError(f"choice {self.id} takes {self.low} to {self.high} of {len(self.options)} options")
        if len(self.costs) != len(self.options):
            raise ValueError(f"choice {self.id} has {len(self.options)} options and {len(self.costs)} costs")


Node = Part | Group | Maybe | Repeat | Choose


@attrs.frozen(kw_only=True)
class Tie:
    """Nodes of the same shape, as the two sides of the body, that take equal times, as do their corresponding parts.

    Inside a repeat they are tied in each pass. What corresponds is also chosen alike: modes by count, options, presence, passes.
    Only where a group with bounds, a choice or a repeat lies between one of them and the group around all of them, nothing but
    the times of corresponding parts is held equal.
    """

    id: str
    nodes: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Limit:
    """A sum over nodes stays between `low` and `high`; None for no bound.

    `terms` are ids with a factor each. A group stands for all of its parts; what is absent counts 0; of what is repeated every
    pass counts. An id that is named twice has the sum of its factors.
    """

    id: str
    terms: tuple[tuple[str, int], ...]
    low: int | None = None
    high: int | None = None


@attrs.frozen(kw_only=True)
class Problem:
    """All of it. Ids are unique, those of ties and limits too; what is never in one pass of a repeat together may share one."""

    root: Node
    ties: tuple[Tie, ...] = ()
    limits: tuple[Limit, ...] = ()
