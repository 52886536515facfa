"""Places in words: regions and their parts, ways, patterns, sides, directions."""

from __future__ import annotations

from typing import Any

import attrs

from strokekit.model.place import Area, Direction, Heading, Path, Pattern, Place, Placement, Sides, Spot, Term
from strokekit.rendering.amount_phrases import AmountPhrases


@attrs.frozen
class PlacePhrases(AmountPhrases):
    """Puts places into words."""

    def term(self, term: Term, group: str = "region") -> str:
        """Say a word of a spot with what stands around it."""
        known = group == "region" or term.name in self.messages.catalog.words.get("part", {})
        name = self._noun(group if known else "region", term)
        side = [self.say(f"side-{term.side}")] if term.side else []
        number = [str(term.number)] if term.number is not None else []
        text = " ".join([*side, *term.aspects, name, *number])
        return self.say(f"pick-{term.pick}", text=text) if term.pick else text

    def _noun(self, group: str, term: Term) -> str:
        """Name a region; where there is a left and a right one and no side is said, both are meant."""
        region = self.messages.catalog.regions.get(term.name) if group == "region" else None
        both = region is not None and region.sides == "paired"
        if both and term.side is None and term.pick is None and term.number is None:
            return self.messages.plural("region", term.name)
        return self.word(group, term.name)

    def spot(self, spot: Spot) -> str:
        """Say a region, or a part of it."""
        text = self.term(spot.region)
        for part in reversed(spot.parts):
            text = self.say("of-part", part=self.term(part, "part"), whole=text)
        return text

    def area(self, area: Area) -> str:
        """Say a spot with its relation, offset and frame."""
        text = self.spot(area.spot)
        if area.other is not None:
            return self.say("relation-two", place=text, other=self.spot(area.other))
        if area.relation:
            text = self.say(f"relation-{area.relation}", place=text)
        if area.offset:
            text = self.say("offset", offset=self.amount(area.offset), text=text)
        return self.say("at-place", text=text, place=self.spot(area.at)) if area.at else text

    def place(self, place: Place) -> str:
        """Say areas, findings, findings in areas."""
        if place.marked:
            return self.say("marked", name=place.marked)
        findings = self.messages.join("or", [self.word("finding", finding) for finding in place.findings])
        areas = self.messages.join("and", [self.area(area) for area in place.areas])
        return self.say("in-place", findings=findings, place=areas) if findings and areas else findings or areas

    def places(self, places: tuple[Place, ...]) -> str:
        """Say all places in order."""
        return self.messages.join("and", [self.place(place) for place in places])

    def path(self, path: Path) -> str:
        """Say a way over places."""
        if path.named:
            return self.word("path", path.named)
        text = ""
        for place in path.places:
            text = self.say("arrow", first=text, second=self.place(place)) if text else self.place(place)
        return text

    def placement(self, placement: Placement) -> str:
        """Say a thing, or hands, put somewhere."""
        group = "tool" if placement.thing in self.messages.catalog.words.get("tool", {}) else "thing"
        both = getattr(placement, "both", False)
        thing = self.messages.plural(group, placement.thing) if both else self.word(group, placement.thing)
        manners = [self.word("manner", manner) for manner in placement.manners]
        count = [self.amount(placement.count)] if placement.count else []
        where = self.say(f"relation-{placement.relation}", place=self.area(placement.area))
        return " ".join([*count, *manners, thing, where])

    def placements(self, given: Any) -> str:
        """Say placements in order."""
        return self.messages.join("and", [self.placement(p) for p in (given if isinstance(given, tuple) else (given,))])

    def pattern(self, pattern: Pattern) -> str:
        """Say how a place is covered."""
        count = [self.amount(pattern.count)] if pattern.count else []
        orientation = [self.word("orientation", pattern.orientation)] if pattern.orientation else []
        spacing = [self.amount(pattern.spacing)] if pattern.spacing else []
        return " ".join([*count, self.word("shape", pattern.shape), *orientation, *spacing])

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
        place = self.area(heading.to) if heading.to else self.word("target", heading.word or "")
        return self.say(f"way-{heading.way}", place=place)
