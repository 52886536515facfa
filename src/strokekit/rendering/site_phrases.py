"""The places of a cue in words, as the card has them, for whatever shows a cue: captions, voices, tables, pages, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import attrs

from strokekit.model.place import SIDES, Area, Place, Spot, Term
from strokekit.model.timeline import Site, Work
from strokekit.rendering.context import RenderContext

_SPOTS = ("spot", "at", "other")


@attrs.frozen
class SitePhrases:
    """Puts places into words. What the catalogue can't read, because it came with a plugin, has its title or what is written."""

    context: RenderContext

    def places(self, work: Work | None) -> str:
        """Say where a step works, each place once; empty where nobody says. A side that the step has is not said again."""
        known = work.side if work is not None and work.side in SIDES else ""
        parts = self._parts(work.sites if work is not None else (), known)
        return self.context.messages.join("and", dict.fromkeys(filter(None, parts)))

    def read(self, site: Site) -> Place | None:
        """Give a place as a value; None where the catalogue does not know its words, or it goes by a name of its file."""
        value = self.context.catalog.literals.read("place", site.written).value if site.written else None
        return value if isinstance(value, Place) and not self._renamed(site, value) else None

    def _renamed(self, site: Site, place: Place) -> bool:
        """Tell whether the routine calls a place something else than its region."""
        spots = [spot for area in place.areas for spot in (area.spot, area.at) if spot is not None]
        titles = [self.context.messages.name("region", spot.region.name) for spot in spots]
        return bool(site.title) and self.context.messages.within(site.title) not in titles

    def _parts(self, sites: Iterable[Site], known: str) -> Iterator[str]:
        read = ((site, self.read(site)) for site in sites)
        for findings, group in groupby(read, key=lambda pair: pair[1] and pair[1].findings):
            if findings is None:
                yield from (self.own(site, known) for site, _ in group)
                continue
            areas = [without_side(area, known) for _, place in group if place is not None for area in place.areas]
            phrases = attrs.evolve(self.context.phrases, side="") if known else self.context.phrases
            yield phrases.place(Place(areas=tuple(dict.fromkeys(areas)), findings=findings))

    def own(self, site: Site, known: str = "") -> str:
        """Say a place by its title or as it is written, with its side unless that is known."""
        messages = self.context.messages
        text = messages.within(site.title) if site.title else site.written.replace("_", " ")
        return messages.say("noted", text=text, note=messages.say(f"side-{site.side}")) if site.side not in ("", known) else text


def without_side(area: Area, side: str | None = None, *, rows: bool = False) -> Area:
    """Leave out of an area that it is on a side: on that one, or on any if none is given; with `rows` the members of rows too.

    >>> left = Area(spot=Spot(region=Term(name="calf", side="left")))
    >>> without_side(left, "left").spot.region.side, without_side(left, "right").spot.region.side
    (None, 'left')
    """
    spots: dict[str, Any] = {name: _spot(spot, side, rows) for name in _SPOTS if (spot := getattr(area, name)) is not None}
    return attrs.evolve(area, **spots)


def _spot(spot: Spot, side: str | None, rows: bool) -> Spot:  # noqa: FBT001 - as it comes, from next to it
    return Spot(region=_term(spot.region, side, rows), parts=tuple(_term(part, side, rows) for part in spot.parts))


def _term(term: Term, side: str | None, rows: bool) -> Term:  # noqa: FBT001 - as above
    gone = side is None or term.side == side
    return attrs.evolve(term, side=None if gone else term.side, number=None if rows else term.number)
