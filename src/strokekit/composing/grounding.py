"""`this finger` → the current one; the places that a document names → what they stand for in the anatomy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.model.amounts import Range, Tempo
from strokekit.model.finding import find
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Area, Path, Place, Spot, Term
from strokekit.model.routine import LocalPlace
from strokekit.model.touch import Pressure, Size, Things, Tool

PLACE = "place"
"""The word that `this` repeats in a loop over places."""
WITHOUT_TERMS: frozenset[type] = frozenset({Pressure, Range, Size, Tempo, Term, Things, Tool})
"""Classes whose values hold no terms."""
DEEPEST = 20
"""How many places of the document may stand for one another."""


@attrs.frozen(kw_only=True)
class Grounds:
    """What the words of a place stand for at one point of a routine."""

    this: Mapping[str, Any] = FrozenMap()
    places: Mapping[str, LocalPlace] = FrozenMap()

    def of(self, value: Any) -> Any:
        """Give a value with its words filled in; the same value where nothing is to fill in.

        >>> toe = Spot(region=Term(name="toe", pick="this"))
        >>> Grounds(this={"toe": 2}).of(toe).region
        Term(name='toe', number=2, side=None, aspects=(), pick=None)
        """
        return self._of(value, 0) if self.this or self.places else value

    def _of(self, value: Any, depth: int) -> Any:
        if isinstance(value, tuple):
            return tuple(self._of(part, depth) for part in value)
        if isinstance(value, FrozenMap):
            return FrozenMap({key: self._of(part, depth) for key, part in value.items()})
        return self._one(value, depth) if attrs.has(type(value)) and depth <= DEEPEST else value

    def _one(self, value: Any, depth: int) -> Any:
        fill: Any = {Place: self._place, Path: self._path, Area: self._area, Spot: self._spot}.get(type(value))
        if fill is not None:
            return fill(value, depth)
        return self._term(value) if isinstance(value, Term) else self._parts(value, depth)

    def _parts(self, value: Any, depth: int) -> Any:
        changes = {field.name: self._of(getattr(value, field.name), depth) for field in attrs.fields(type(value)) if field.init}
        changed = {name: part for name, part in changes.items() if part is not getattr(value, name)}
        return attrs.evolve(value, **changed) if changed else value

    def _place(self, place: Place, depth: int) -> Place:
        """Fill in the areas; the current place of a loop may be several areas, or findings."""
        areas: list[Area] = []
        findings = place.findings
        for area in place.areas:
            current = self._current(area)
            areas += [self._area(area, depth)] if current is None else current.areas
            findings = (*findings, *(current.findings if current else ()))
        return attrs.evolve(place, areas=tuple(areas), findings=findings)

    def _current(self, area: Area) -> Place | None:
        """Give the current place of a loop where an area is nothing but `this place`."""
        bare = area == Area(spot=Spot(region=Term(name=PLACE, pick="this")))
        place = self.this.get(PLACE) if bare else None
        return place if isinstance(place, Place) else None

    def _path(self, path: Path, depth: int) -> Path:
        """Give a named way the places that it takes."""
        local = self.places.get(path.named or "")
        if local is not None and local.path is not None and depth < DEEPEST:
            inner = self._path(local.path, depth + 1)
            return attrs.evolve(path, places=inner.places)
        return attrs.evolve(path, places=tuple(self._place(place, depth) for place in path.places))

    def _area(self, area: Area, depth: int) -> Area:
        """Fill in the spots; a bare place of the document brings its own relation and distance."""
        local = self._local(area.spot)
        if local is not None and local.at is not None and depth < DEEPEST:
            anchor = self._area(local.at, depth + 1)
            if area.relation is None and area.at is None:
                return attrs.evolve(anchor, spot=_like(anchor.spot, area.spot), named=local.id)
        spot, at, other = (None if one is None else self._spot(one, depth) for one in (area.spot, area.at, area.other))
        return attrs.evolve(area, spot=spot or area.spot, at=at, other=other)

    def _local(self, spot: Spot) -> LocalPlace | None:
        return None if spot.parts else self.places.get(spot.region.name)

    def _spot(self, spot: Spot, depth: int) -> Spot:
        local = self._local(spot)
        if local is not None and local.at is not None and depth < DEEPEST:
            return _like(self._area(local.at, depth + 1).spot, spot)
        current = self.this.get(PLACE) if spot.region.pick == "this" and spot.region.name == PLACE else None
        if isinstance(current, Place) and len(current.areas) == 1:
            inner = current.areas[0].spot
            return attrs.evolve(inner, parts=(*(self._term(part) for part in spot.parts), *inner.parts))
        return attrs.evolve(spot, region=self._term(spot.region), parts=tuple(self._term(part) for part in spot.parts))

    def _term(self, term: Term) -> Term:
        number = self.this.get(term.name) if term.pick == "this" else None
        return attrs.evolve(term, pick=None, number=number) if isinstance(number, int) else term


def _like(anchor: Spot, spot: Spot) -> Spot:
    """Give the anchor of a named place the side that was written at its name."""
    side = spot.region.side
    return attrs.evolve(anchor, region=attrs.evolve(anchor.region, side=side)) if side else anchor


def unbound(value: Any) -> Iterator[Term]:
    """Find the words with `this` that no loop around gives a meaning."""
    return (term for term in find(value, Term, closed=WITHOUT_TERMS) if term.pick == "this")
