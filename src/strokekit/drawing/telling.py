"""What the pictures say in words: titles, places, pressure and time of steps, in the language of the context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from strokekit.drawing.reading import Reading
from strokekit.drawing.shades import level_of
from strokekit.model.place import Direction, Path, Place
from strokekit.model.plan import PlanStep
from strokekit.model.timeline import Cue, Site
from strokekit.rendering.care_phrases import CarePhrases
from strokekit.rendering.context import RenderContext
from strokekit.rendering.site_phrases import SitePhrases, without_side
from strokekit.rendering.titles import own_titles

_T = TypeVar("_T")
_MANY = 4
"""Of more places than these the members of rows are no longer told apart."""


@attrs.frozen
class Telling:
    """Tells cues of one timeline."""

    context: RenderContext

    def say(self, name: str, **facts: object) -> str:
        """Say a message."""
        return self.context.messages.say(name, **facts)

    @property
    def reading(self) -> Reading:
        """From where the language is read."""
        return Reading(self.context.locale.direction == "rtl")

    def title(self, cue: Cue) -> str:
        """Say what a cue is: what is done, said, asked or shown."""
        titles = cue.work.title if cue.work else cue.text or {}
        return self.context.messages.text(titles) or cue.name

    def side(self, side: str) -> str:
        """Say a side of the client."""
        return self.say(f"side-{side}")

    def places(self, cue: Cue) -> str:
        """Say where; a place on both sides once."""
        sites = cue.work.sites if cue.work else ()
        return ", ".join(dict.fromkeys(self._site(site, sites) for site in sites))

    def _site(self, site: Site, sites: Iterable[Site]) -> str:
        value = self._place(site)
        text = self.context.phrases.place(value) if value is not None else SitePhrases(self.context).own(site, site.side)
        others = {other.side for other in sites if other.written == site.written}
        spoken = not site.side or site.side in _sides(value) or len(others) > 1
        return text if spoken else self.say("picture-sided", place=text, side=self.side(site.side))

    def all_places(self, cues: Sequence[Cue]) -> str:
        """Say where several passes of a step are done: no side where it is both, and no member of a row where it is many."""
        sites = [site for cue in cues if cue.work for site in cue.work.sites]
        places = [self._place(site) for site in sites]
        sides = {side for site, place in zip(sites, places, strict=True) for side in (site.side, *_sides(place)) if side}
        texts = [self._site(site, sites) if len(sides) <= 1 else self._everywhere(site, rows=False) for site in sites]
        if len(set(texts)) > _MANY:
            texts = [self._everywhere(site, rows=True) for site in sites]
        return ", ".join(dict.fromkeys(texts))

    def _place(self, site: Site) -> Place | None:
        return SitePhrases(self.context).read(site)

    def _everywhere(self, site: Site, *, rows: bool) -> str:
        value = self._place(site)
        if value is None:
            return SitePhrases(self.context).own(site, site.side)
        areas = tuple(without_side(area, rows=rows) for area in value.areas)
        return self.context.phrases.place(attrs.evolve(value, areas=areas))

    def pressure(self, cue: Cue) -> str:
        """Say how firmly; nothing where nobody says."""
        level = level_of(self.context, cue)
        return self.context.phrases.level(level) if level else ""

    def time(self, ms: int) -> str:
        """Say a length of time, short."""
        return self.context.phrases.time(ms)

    def routine(self) -> str:
        """Say which routine it is."""
        about = self.context.timeline.about
        return self.context.messages.text(about.title) or about.id or about.file

    def place(self, place: str) -> str:
        """Name a place of the atlas: a region, or a member of a row such as `toe 2`."""
        region, _, member = place.partition(" ")
        name = self.context.messages.name("region", region)
        return f"{name[:1].upper()}{name[1:]} {member}".rstrip()

    def care(self) -> list[str]:
        """Say what is to be kept from, each rule once; without a plan, what the steps go round."""
        timeline = self.context.timeline
        steps = [step for step in timeline.steps.values() if isinstance(step, PlanStep) and step.hands_on]
        if steps:
            phrases = CarePhrases(self.context.messages, own_titles(self.context.plan.routine) if self.context.planned else {})
            return list(dict.fromkeys(phrases.avoid(avoid) for step in steps for avoid in step.avoid))
        names = dict.fromkeys(name for cue in timeline.cues if cue.work for name in cue.work.spared)
        return [self.context.messages.name("region", name) for name in names]

    def description(self, cue: Cue) -> str:
        """Say all that a picture of a step shows."""
        way = self._read(cue, "path", Path)
        direction = self._read(cue, "direction", Direction)
        parts = [
            self.say("picture-pressure", pressure=pressure) if (pressure := self.pressure(cue)) else "",
            self.say("picture-way", way=self.context.phrases.path(way)) if way else "",
            self.say("picture-direction", direction=self.context.phrases.direction(direction)) if direction else "",
            self.say("picture-spared", places=spared) if (spared := self._spared(cue)) else "",
        ]
        return " ".join(part for part in parts if part)

    def _spared(self, cue: Cue) -> str:
        spared = cue.work.spared if cue.work else ()
        return self.context.locale.listed([self.context.messages.name("region", name) for name in spared])

    def _read(self, cue: Cue, field: str, kind: type[_T]) -> _T | None:
        written = cue.work.dose.get(field) if cue.work else None
        value = self.context.catalog.literals.read(field, written).value if written else None
        return value if isinstance(value, kind) else None


def _sides(place: Place | None) -> Iterator[str]:
    """Give the sides that a place names."""
    for area in place.areas if place else ():
        yield from (spot.region.side or "" for spot in (area.spot, area.at, area.other) if spot is not None)
