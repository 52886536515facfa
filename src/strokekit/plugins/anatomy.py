"""Questions about the regions of a catalogue: what lies in what, what is next to what, who can reach it."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from functools import cached_property

import attrs

from strokekit.plugins.declarations import Region


@attrs.frozen
class Anatomy:
    """The regions as a hierarchy and as a net of neighbours. What is asked twice is answered from memory.

    What holds between two regions rests on those of strokekit and of the plugins that the two come from, on no other plugin's: so
    installing one changes nothing for a routine that does not use it.
    """

    regions: Mapping[str, Region]
    _above: dict[str, frozenset[str]] = attrs.field(factory=dict, eq=False, repr=False)
    _reach: dict[str, tuple[str, ...]] = attrs.field(factory=dict, eq=False, repr=False)

    def above(self, region: str) -> frozenset[str]:
        """Give the region itself and everything that it is part of or lies in."""
        known = self._above.get(region)
        if known is None:
            known = self._above[region] = frozenset(self._climb(region))
        return known

    def _climb(self, region: str) -> set[str]:
        found, left = set(), [region]
        while left:
            name = left.pop()
            if name not in found:
                found.add(name)
                entry = self.regions.get(name)
                left += [part for part in ((entry.part_of, *entry.lies_in) if entry else ()) if part]
        return found

    def inside(self, inner: str, outer: str) -> bool:
        """Tell whether `inner` is `outer` or lies wholly in it."""
        return outer in self.above(inner)

    def overlap(self, first: str, second: str) -> bool:
        """Tell whether the two share a region that the catalogue knows."""
        if self.inside(first, second) or self.inside(second, first):
            return True
        shared = self._below.get(first, frozenset()) & self._below.get(second, frozenset())
        homes = _homes(first, second)
        return any(_home(name) in homes for name in shared)

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        below: dict[str, set[str]] = {}
        for name in self.regions:
            for outer in self.above(name):
                below.setdefault(outer, set()).add(name)
        return {name: frozenset(inner) for name, inner in below.items()}

    def positions(self, region: str) -> tuple[str, ...]:
        """Give the poses in which the region can be worked on: its own, else those of what it is part of."""
        if region not in self._reach:
            self._reach[region] = self._inherited(region)
        return self._reach[region]

    def _inherited(self, region: str) -> tuple[str, ...]:
        seen: set[str] = set()
        entry = self.regions.get(region)
        while entry is not None and not entry.positions and entry.id not in seen:
            seen.add(entry.id)
            entry = self.regions.get(entry.part_of or "")
        return entry.positions if entry is not None else ()

    @cached_property
    def _net(self) -> dict[str, tuple[str, ...]]:
        net: dict[str, dict[str, None]] = {name: {} for name in self.regions}
        for name, region in self.regions.items():
            for other in region.neighbours:
                if other in net:
                    net[name][other] = None
                    net[other][name] = None
        return {name: tuple(others) for name, others in net.items()}

    def neighbours(self, region: str, *, between: tuple[str, str] | None = None) -> tuple[str, ...]:
        """Give the regions next to this one, whichever of the two declares it; `between` two, only those that count for them."""
        listed = self._net.get(region, ())
        homes = _homes(*between) if between else None
        return listed if homes is None else tuple(name for name in listed if _home(name) in homes)

    def way(self, first: str, last: str) -> tuple[str, ...] | None:
        """Give the one shortest chain of neighbours, both ends included; None if there is none, or more than one."""
        if first == last or self.inside(first, last) or self.inside(last, first):
            return (first,) if first == last else (first, last)
        ways: dict[str, int] = {first: 1}
        came: dict[str, str] = {}
        ring = deque([first])
        while ring and last not in ways:
            ring = self._next(ring, ways, came, (first, last))
        if ways.get(last) != 1:
            return None
        chain = [last]
        while chain[-1] != first:
            chain.append(came[chain[-1]])
        return tuple(reversed(chain))

    def _next(self, ring: deque[str], ways: dict[str, int], came: dict[str, str], ends: tuple[str, str]) -> deque[str]:
        """Go one step further out: count the ways to each region that is reached now for the first time."""
        found: dict[str, int] = {}
        for name in ring:
            for other in self.neighbours(name, between=ends):
                if other not in ways:
                    found[other] = found.get(other, 0) + ways[name]
                    came[other] = name
        ways.update(found)
        return deque(found)

    def __getstate__(self) -> Mapping[str, Region]:
        """Pickle as the regions alone."""
        return self.regions

    def __setstate__(self, regions: Mapping[str, Region]) -> None:
        """Come back with an empty memory."""
        object.__setattr__(self, "regions", regions)
        object.__setattr__(self, "_above", {})
        object.__setattr__(self, "_reach", {})


def _home(region: str) -> str:
    """Name the plugin that a region comes from, empty for strokekit."""
    return region.rpartition(".")[0]


def _homes(first: str, second: str) -> frozenset[str]:
    return frozenset({"", _home(first), _home(second)})
