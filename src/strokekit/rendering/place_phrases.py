"""Places in words: regions and their parts, ways, patterns, sides, directions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from strokekit.model.node import Deferred
from strokekit.model.place import Area, Direction, Heading, Path, Pattern, Place, Placement, Sides, Spot, Term
from strokekit.rendering.amount_phrases import AmountPhrases


@attrs.frozen
class PlacePhrases(AmountPhrases):
    """Puts places into words."""

    def term(self, term: Term, group: str = "region") -> str:
        """Say a word of a spot with what stands around it."""
        known = group == "region" or term.name in self.messages.catalog.words.get("part", {})
        name = self._noun(group if known else "region", term)
        side = [self.say(f"side-{side}")] if (side := self._side(group, term)) else []
        number = [str(term.number)] if term.number is not None else []
        text = " ".join([*side, *term.aspects, name, *number])
        return self.say(f"pick-{term.pick}", text=text) if term.pick else text

    def _paired(self, group: str, term: Term) -> bool:
        region = self.messages.catalog.regions.get(term.name) if group == "region" else None
        return region is not None and region.sides == "paired" and term.side is None and term.pick is None

    def _side(self, group: str, term: Term) -> str | None:
        """Give the side that is said, or that of the pass."""
        return self.side if self._paired(group, term) else term.side

    def _noun(self, group: str, term: Term) -> str:
        """Name a region; where there is a left and a right one and no side is known, both are meant."""
        if self._paired(group, term) and self.side is None and term.number is None:
            return self.messages.plural("region", term.name)
        return self.word(group, term.name)

    def _the(self, text: str, term: Term) -> str:
        """Put the article before a place, unless it is one of a row or picked out."""
        return text if term.number is not None or term.pick else self.say("the", text=text)

    def spot(self, spot: Spot) -> str:
        """Say a region, or a part of it."""
        text = self.term(spot.region)
        term = spot.region
        for part in reversed(spot.parts):
            text = self.say("of-part", part=self.term(part, "part"), whole=self._the(text, term))
            term = part
        return text

    def the_spot(self, spot: Spot) -> str:
        """Say a region, or a part of it, as it stands within a sentence."""
        return self._the(self.spot(spot), (*spot.parts, spot.region)[0])

    def area(self, area: Area) -> str:
        """Say a spot with its relation, offset and frame; a place of the document by its name, with where that is."""
        if area.named:
            return self.say("place-named", name=self.word("place", area.named), place=self.area(attrs.evolve(area, named=None)))
        text = self.spot(area.spot)
        if area.other is not None:
            return self.say("relation-two", place=self.the_spot(area.spot), other=self.the_spot(area.other))
        if area.relation:
            text = self.say(f"relation-{area.relation}", place=self.the_spot(area.spot))
        if area.offset:
            text = self.say("offset", offset=self.amount(area.offset), text=text)
        return self.say("at-place", text=text, place=self.the_spot(area.at)) if area.at else text

    def the_area(self, area: Area) -> str:
        """Say an area as it stands within a sentence."""
        bare = area.relation is None and area.other is None
        return self._the(self.area(area), (*area.spot.parts, area.spot.region)[0]) if bare else self.area(area)

    def place(self, place: Place | Deferred) -> str:
        """Say areas, findings, findings in areas; of a place that names a value what is written."""
        if isinstance(place, Deferred):
            return str(place.written)
        return self._place(place, self.area)

    def the_place(self, place: Place) -> str:
        """Say a place as it stands within a sentence."""
        return self._place(place, self.the_area)

    def _place(self, place: Place, first: Callable[[Area], str]) -> str:
        if place.marked:
            return self.say("marked", name=place.marked.replace("_", " "))
        findings = self.messages.join("or", [self.word("finding", finding) for finding in place.findings])
        if findings:
            first = self.the_area
        areas = [first(area) if at == 0 else self.area(area) for at, area in enumerate(place.areas)]
        where = self.messages.join("and", areas)
        return self.say("in-place", findings=findings, place=where) if findings and where else findings or where

    def places(self, places: tuple[Place, ...]) -> str:
        """Say all places in order."""
        return self.messages.join("and", [self.place(place) for place in places])

    def path(self, path: Path) -> str:
        """Say a way over places."""
        name = self.word("path", path.named) if path.named else ""
        if name and not path.places:
            return name
        text = ""
        for place in path.places:
            text = self.say("arrow", first=text, second=self.place(place)) if text else self.place(place)
        return self.say("place-named", name=name, place=text) if name else text

    def placement(self, placement: Placement) -> str:
        """Say a thing, or hands, put somewhere."""
        words = self.messages.catalog.words
        group = next((group for group in ("tool", "grip") if placement.thing in words.get(group, {})), "thing")
        group = "grip" if placement.thing in self.local.get("grip", {}) else group
        both = getattr(placement, "both", False)
        thing = self.messages.plural(group, placement.thing) if both else self.word(group, placement.thing)
        manners = [self.word("manner", manner) for manner in placement.manners]
        count = [self.amount(placement.count)] if placement.count else []
        where = self.say(f"relation-{placement.relation}", place=self.the_area(placement.area))
        return " ".join([*count, *manners, thing, where])

    def placements(self, given: Any) -> str:
        """Say placements in order."""
        return self.messages.join("and", [self.placement(p) for p in (given if isinstance(given, tuple) else (given,))])

    def pattern(self, pattern: Pattern) -> str:
        """Say how a place is covered."""
        count = [self._bare(pattern.count)] if pattern.count else []
        orientation = [self.word("orientation", pattern.orientation)] if pattern.orientation else []
        size = [self.word("size", pattern.size)] if pattern.size else []
        text = " ".join([*count, *size, self.word("shape", pattern.shape), *orientation])
        text = self._told(text, pattern.count) if pattern.count else text
        text = self.say("pattern-spacing", text=text, spacing=self.amount(pattern.spacing)) if pattern.spacing else text
        return self.say("pattern-progress", text=text, way=self.word("progress", pattern.progress)) if pattern.progress else text

    def sides(self, sides: Sides) -> str:
        """Say which side."""
        return self.messages.join("or", [self.say(f"side-{word}") for word in sides.options])

    def direction(self, direction: Direction) -> str:
        """Say which way."""
        return self._options(direction.options, self._heading)

    def _heading(self, heading: Heading) -> str:
        if heading.way == "word":
            return self.word("heading", heading.word or "")
        if heading.way == "turn":
            text = self.say(f"turn-{heading.word}")
            return self.say(f"seen-{heading.seen}", text=text) if heading.seen else text
        place = self.the_area(heading.to) if heading.to else self.say("the", text=self.word("target", heading.word or ""))
        return self.say(f"way-{heading.way}", place=place)
