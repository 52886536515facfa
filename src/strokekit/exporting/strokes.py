"""Timeline → a neutral hand-off for devices: what is stroked, where, how firmly, how fast, how often and how long.

It is data for whoever builds a device, not a program for one: nothing in it is fixed that the routine leaves open, and which
of it a device may do to a person is not for this format to say. `schemas/strokes.schema.json` describes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

import attrs

from strokekit.literals.printing import write_range
from strokekit.model.amounts import Range, Tempo, Time
from strokekit.model.place import Area, Place
from strokekit.model.timeline import Cue, Site, Work
from strokekit.model.touch import Level, Pressure
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Loss, Rendered
from strokekit.rendering.context import RenderContext

FORMAT = "strokekit.strokes"
FORMAT_VERSION = 1
"""The version of this form; it grows when a field changes its meaning, not when one is added."""


def strokes(context: RenderContext) -> Rendered:
    """Write the strokes of a timeline as JSON: all work with the hands on the client, side by side, nothing else."""
    timeline, hand_off = context.timeline, HandOff(context.catalog)
    worked = [cue for cue in timeline.cues if cue.kind == "step" and cue.hands_on and cue.work is not None]
    found = [stroke for cue in worked for stroke in hand_off.strokes(cue, _turns(timeline.cues, cue))]
    made = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "engine": timeline.version,
        "catalog": timeline.catalog,
        "routine": {"title": dict(timeline.about.title), "id": timeline.about.id, "language": timeline.about.language},
        "length": timeline.total,
        "strokes": found,
    }
    text = json.dumps(made, ensure_ascii=False, indent=2, default=_number)
    return Rendered(content=f"{text}\n", losses=tuple(_losses(context, worked, found)))


def _number(value: Any) -> int | float:
    """Write a decimal as a JSON number."""
    if not isinstance(value, Decimal):
        raise TypeError(type(value).__name__)
    return int(value) if value == value.to_integral_value() else float(value)


def _turns(cues: tuple[Cue, ...], step: Cue) -> list[int]:
    """Give the moments at which a step goes over to the other side."""
    return [cue.start for cue in cues if cue.kind == "side" and cue.name == step.name and step.start <= cue.start <= step.end]


@attrs.frozen
class HandOff:
    """Makes strokes of steps, with the numbers that the catalogue knows."""

    catalog: Catalog

    def strokes(self, cue: Cue, turns: list[int]) -> Iterator[dict[str, Any]]:
        """Give the strokes of a step: one, or one for each side where it goes over to the other."""
        work = cue.work or Work()
        sides = list(dict.fromkeys(site.side for site in work.sites if site.side))
        if not turns or len(turns) + 1 != len(sides):
            yield self._stroke(cue, work, cue.start, cue.end)
            return
        for side, (start, end) in zip(sides, pairwise((cue.start, *turns, cue.end)), strict=True):
            here = tuple(site for site in work.sites if site.side in ("", side))
            yield self._stroke(cue, attrs.evolve(work, side=side, sites=here), start, end)

    def _stroke(self, cue: Cue, work: Work, start: int, end: int) -> dict[str, Any]:
        dose = work.dose
        return {
            "name": cue.name,
            "start": start,
            "end": end,
            "technique": cue.technique,
            "family": work.family,
            "places": [self.place(site) for site in work.sites],
            "path": _text(dose.get("path")),
            "pattern": _text(dose.get("pattern")),
            "direction": _text(dose.get("direction")),
            "side": work.side or None,
            "spared": list(work.spared),
            "tools": None if work.tools is None else list(work.tools),
            "level": self.level(work.level),
            "speed": self.speed(dose.get("tempo")),
            "hold": self.hold(dose.get("hold")),
            "repetitions": cue.repeats,
            "duration": end - start,
            "basis": cue.basis,
        }

    def place(self, site: Site) -> dict[str, Any]:
        """Give a place: the region that the stroke is on, and how it lies to others; None where its words name none."""
        value = self.catalog.literals.read("place", site.written).value if site.written else None
        area = value.areas[0] if isinstance(value, Place) and value.areas else None
        relation = self._relation(area) if area is not None else None
        return {"region": site.region or None, "side": site.side or None, "relation": relation, "written": site.written}

    def _relation(self, area: Area) -> dict[str, Any] | None:
        """Give how a place lies to the regions that its words name, as `around scapula` does; None where there are none."""
        spots = [spot for spot in (area.spot, area.other) if spot is not None and spot.region.name in self.catalog.regions]
        if area.relation is None or not spots:
            return None
        to = [{"region": spot.region.name, "side": spot.region.side} for spot in spots]
        return {"word": area.relation, "offset": None if area.offset is None else str(write_range(area.offset)), "to": to}

    def level(self, written: str) -> dict[str, Any] | None:
        """Give a pressure as a range of levels; None where nobody says. Without a scale, what is written is all there is."""
        if not written:
            return None
        known = self._level(written)
        levels = known.levels if known is not None else Range()
        return {
            "scale": known.scale if known is not None else None,
            "low": levels.min if levels.ideal is None or levels.min is not None else levels.ideal,
            "high": levels.max if levels.ideal is None or levels.max is not None else levels.ideal,
            "written": written,
        }

    def _level(self, written: str) -> Level | None:
        value = self.catalog.literals.read("pressure", written).value
        press = value.options[0][0] if isinstance(value, Pressure) else None
        return press.level if press is not None else None

    def speed(self, written: Any) -> dict[str, Any] | None:
        """Give how fast: strokes a minute, centimetres a second or milliseconds for a pass, each as a range, or a word."""
        if written is None:
            return None
        tempo = self.catalog.literals.read("tempo", written).value
        if not isinstance(tempo, Tempo):
            return {"written": _text(written)}
        numbers = {"per_minute": tempo.per_minute, "cm_per_second": tempo.cm_per_second, "each_ms": tempo.each}
        ranges = {name: _ends(amount) for name, amount in numbers.items() if amount is not None}
        return {"written": _text(written), **ranges, **({"word": tempo.word} if tempo.word else {})}

    def hold(self, written: Any) -> dict[str, Any] | None:
        """Give how long each point is held, in milliseconds."""
        value = None if written is None else self.catalog.literals.read("duration", written).value
        if written is None:
            return None
        return {"written": _text(written), **(_ends(value) if isinstance(value, Range) else {})}


def _ends(amount: Range[Any]) -> dict[str, Any]:
    """Give the ends of a range; one that is open or counted in breaths is None."""
    return {name: _plain(end) for name, end in (("low", amount.min or amount.ideal), ("high", amount.max or amount.ideal))}


def _plain(end: Any) -> Any:
    if isinstance(end, Time):
        return None if end.breaths else end.ms
    return end


def _text(value: Any) -> str | None:
    return None if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=dict)


def _losses(context: RenderContext, worked: list[Cue], made: list[dict[str, Any]]) -> Iterator[Loss]:
    others = [cue.name for cue in context.timeline.cues if cue.kind == "step" and not cue.hands_on]
    said = [cue.name for cue in context.timeline.cues if cue.kind in ("say", "ask", "caution")]
    nowhere = dict.fromkeys(stroke["name"] for stroke in made if not _found(stroke["places"]))
    unfelt = [cue.name for cue in worked if cue.work and not cue.work.level]
    found = {"not-strokes": others, "unsaid": said, "place-open": nowhere, "pressure-open": unfelt}
    yield from (context.loss(name, cues=names) for name, names in found.items() if names)


def _found(places: list[dict[str, Any]]) -> bool:
    """Tell whether a program can find all places of a stroke: each has a region, or lies in a relation to one."""
    return bool(places) and all(place["region"] or place["relation"] for place in places)
