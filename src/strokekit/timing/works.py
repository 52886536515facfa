"""What is done in the steps of a plan, as values that need neither the plan nor the catalogue: for cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.composing.origins import split_origin
from strokekit.composing.targets import ground_spot
from strokekit.literals.fields import DOSE, STATE
from strokekit.literals.printing import place_text
from strokekit.model.amounts import UNSTATED, Range
from strokekit.model.place import SIDES, Area, Place, Sides
from strokekit.model.plain import plain
from strokekit.model.plan import Either, Given, Plan, PlanBlock, PlanCue, PlanStep, Target
from strokekit.model.state import Pose, Position, Therapist
from strokekit.model.timeline import Site, Work, texts
from strokekit.model.touch import Level, Press, Pressure, Tool
from strokekit.plugins.catalog import Catalog

BOTH = ("both", "both_at_once")
"""Words of `side` that speak of both."""


@attrs.define
class Works:
    """Makes the works of one plan, each once; what many steps share is written once."""

    plan: Plan
    catalog: Catalog
    _known: dict[int, tuple[Any, Work]] = attrs.field(factory=dict)
    _written: dict[tuple[str, int], tuple[Any, Any]] = attrs.field(factory=dict)
    _placed: dict[tuple[str, Target], Site] = attrs.field(factory=dict)

    def of(self, node: PlanStep | PlanCue) -> Work:
        """Give what is done in a step."""
        kept = self._known.get(id(node))
        if kept is None:
            made = self._step(node) if isinstance(node, PlanStep) else self._cue(node)
            kept = self._known[id(node)] = (node, made)
        return kept[1]

    def until(self, block: PlanBlock) -> str:
        """Give what ends a block, or a step whose passes it holds; empty where no sign does."""
        if block.until is not None:
            return str(self._write("until", block.until))
        pieces = [piece for piece in block.first if isinstance(piece, PlanStep)] if block.host else []
        written = self.of(pieces[0]).dose.get("until", "unstated") if pieces else "unstated"
        return "" if written == "unstated" else str(written)

    def _cue(self, cue: PlanCue) -> Work:
        said = next((prompt.text for prompt in cue.node.prompts), {})
        return Work(
            title=cue.node.title or said,
            state=self._state(cue.state),
            **_postures(cue.state),
            purposes=cue.node.purposes,
            note=cue.node.note or {},
            node=cue.node.id,
        )

    def _step(self, step: PlanStep) -> Work:
        technique = self.catalog.technique(step.technique)
        return Work(
            title=texts(step.node.title or (technique.title if technique else step.technique)),
            family=technique.family if technique else "",
            known=step.known,
            sites=tuple(self._sites(step)),
            side=_side(step),
            sides=step.sides,
            tools=_tools(step),
            level=self._level(step.level),
            dose=self._dose(step.dose),
            given=plain(step.given),
            state=self._state(step.state),
            **_postures(step.state),
            spared=tuple(dict.fromkeys(region for target in step.targets for region in target.spared)),
            purposes=step.node.purposes,
            note=step.node.note or {},
            lasts=self._lasts(step),
            of=step.of or "",
            node=step.node.id,
        )

    def _sites(self, step: PlanStep) -> Iterator[Site]:
        file, _ = split_origin(step.origin)
        for target in step.targets:
            site = self._placed.get((file, target))
            if site is None:
                site = self._placed[file, target] = self._site(target, file)
            both = step.sides > 1 and not site.side and self._sided(site.region)
            yield from (attrs.evolve(site, side=_left_or_right(side)) for side in SIDES) if both else (site,)

    def _sided(self, region: str) -> bool:
        known = self.catalog.regions.get(region)
        return known is not None and known.sides != "midline"

    def _site(self, target: Target, file: str) -> Site:
        place = Place(areas=(target.area,) if target.area else (), findings=target.findings)
        spot = ground_spot(target.area) if target.area else None
        region = self.catalog.regions.get(spot.region.name) if spot else None
        return Site(
            written=self._write("place", place) if place.areas or place.findings else "",
            region=spot.region.name if spot and region else "",
            side=_side_of(target.area),
            title=texts(self._named(target.area, file) or (region.title if region else {})),
        )

    def _named(self, area: Area | None, file: str) -> Mapping[str, str] | None:
        """Give the title of a place of the file that stood for an area."""
        routine = self.plan.routine.files.get(file, self.plan.routine)
        place = routine.places.get(area.named) if area is not None and area.named else None
        return place.title if place is not None else None

    def _level(self, level: Level | None) -> str:
        return "" if level is None else str(self._write("pressure", Pressure(options=((Press(level=level),),))))

    def _lasts(self, step: PlanStep) -> str:
        if step.lasts is None or isinstance(step.lasts, str):
            return step.lasts or ""
        return str(self._write("duration", step.lasts)) if isinstance(step.lasts, Range) else ""

    def _dose(self, dose: Mapping[str, Given]) -> dict[str, Any]:
        return {name: self._value(DOSE[name].kind, given.value) for name, given in dose.items() if name in DOSE}

    def _state(self, state: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
        return {
            name: tuple("" if option is None else self._value(STATE[name].kind, option) for option in _options(value))
            for name, value in state.items()
            if name in STATE
        }

    def _value(self, kind: str, value: Any) -> Any:
        """Write a value of a field; a list stays one."""
        if kind == "stages" and isinstance(value, tuple):
            return [self._dose(stage) for stage in value]
        if value is UNSTATED:
            return "unstated"
        if kind == "word" or isinstance(value, str):
            return value
        return [self._value(kind, part) for part in value] if isinstance(value, tuple) else self._write(kind, value)

    def _write(self, kind: str, value: Any) -> Any:
        kept = self._written.get((kind, id(value)))
        if kept is None:
            kept = self._written[kind, id(value)] = (value, self.catalog.literals.write(kind, value))
        return kept[1]


def _side_of(area: Area | None) -> Any:
    """Give the one side that an area is on: that of all its spots which name one, of `around left scapula` the left."""
    spots = (area.spot, area.at, area.other) if area is not None else ()
    sides = {spot.region.side for spot in spots if spot is not None} - {None}
    return _left_or_right(sides.pop()) if len(sides) == 1 else ""


def _left_or_right(side: str | None) -> Any:
    return side if side in SIDES else ""


def _side(step: PlanStep) -> Any:
    """Say which side a step is for."""
    given = step.dose.get("side")
    word = given.value.options[0] if given is not None and isinstance(given.value, Sides) else ""
    if step.sides > 1:
        return BOTH[0]
    return step.side or (word if word in (*SIDES, *BOTH) else "")


def _tools(step: PlanStep) -> tuple[str, ...] | None:
    """Name what touches the client, each part once; None where nobody says."""
    given = step.dose.get("tool")
    if given is None or not isinstance(given.value, Tool):
        return None
    return tuple(dict.fromkeys(hold.part for hold in given.value.options[0]))


def _options(value: Any) -> tuple[Any, ...]:
    return value.options if isinstance(value, Either) else (value,)


def _postures(state: Mapping[str, Any]) -> dict[str, Any]:
    """Say how the therapist stands and where, and how the client lies; nothing of what nobody can tell yet."""
    therapist, position = state.get("therapist"), state.get("position")
    return {
        "stances": therapist.stances if isinstance(therapist, Therapist) else (),
        "station": _station(therapist) if isinstance(therapist, Therapist) else "",
        "poses": tuple(_pose(pose) for pose in position.options) if isinstance(position, Position) else (),
    }


def _station(therapist: Therapist) -> str:
    where = f"{therapist.relation} {place_text(therapist.place)}"
    return f"{where}, {therapist.side}" if therapist.side else where


def _pose(pose: Pose) -> str:
    return f"{pose.side} {pose.pose}" if pose.side else pose.pose
