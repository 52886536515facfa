"""What is drawn of a step: the shapes of its places, how firmly, the arrows, and what is to be left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from strokekit.drawing.atlas import atlas
from strokekit.drawing.placing import Patch, Placed, Placing
from strokekit.drawing.shades import level_of, shade
from strokekit.drawing.ways import Way, direction_ways, path_ways
from strokekit.model.place import Area, Direction, Path, Place
from strokekit.model.plan import PlanStep
from strokekit.model.timeline import Cue, Site, Work
from strokekit.plugins.declarations import Loss
from strokekit.rendering.context import RenderContext

_NAMED = 4
"""How many places a loss names at most."""


@attrs.frozen(kw_only=True)
class Mark:
    """A step as it is drawn: `shade` 0 to 5 for its `patches`, arrows, and what is avoided around it."""

    cue: Cue
    patches: tuple[Patch, ...] = ()
    shade: int = 0
    ways: tuple[Way, ...] = ()
    avoided: tuple[Patch, ...] = ()

    @property
    def views(self) -> tuple[str, ...]:
        """The views in which something is drawn of the work itself."""
        return tuple(dict.fromkeys(patch.view for patch in self.patches))


@attrs.define
class Marking:
    """Makes the marks of one timeline, and remembers what they don't show."""

    context: RenderContext
    placing: Placing = attrs.Factory(lambda self: Placing(atlas(), self.context.catalog.anatomy), takes_self=True)
    _lost: dict[str, dict[str, None]] = attrs.field(factory=dict)
    _cues: dict[str, dict[str, None]] = attrs.field(factory=dict)

    def mark(self, cue: Cue) -> Mark | None:
        """Give the mark of a step; None for what is no work on the client."""
        work = cue.work
        if cue.kind != "step" or not cue.hands_on or work is None:
            return None
        placed = [self._site(cue, work, site) for site in work.sites]
        patches = tuple(dict.fromkeys(patch for one in placed for patch in one.patches))
        if not patches:
            self._lose("unplaced" if not work.sites else "undrawn", cue, (site.written for site in work.sites))
        return Mark(
            cue=cue,
            patches=patches,
            shade=shade(self.context, level_of(self.context, cue)),
            ways=tuple(dict.fromkeys(self._ways(cue, work, patches))),
            avoided=tuple(dict.fromkeys(self._avoided(cue, work))),
        )

    def losses(self) -> tuple[Loss, ...]:
        """Say what the marks made so far do not show."""
        return tuple(
            self.context.loss(name, cues=self._cues[name], what=_listed(sorted(lost)))
            for name, lost in sorted(self._lost.items())
        )

    def _lose(self, name: str, cue: Cue, what: Iterable[str] = ()) -> None:
        self._lost.setdefault(name, {}).update(dict.fromkeys(filter(None, what)))
        self._cues.setdefault(name, {})[cue.name] = None

    def _site(self, cue: Cue, work: Work, site: Site) -> Placed:
        side = site.side or (work.side if work.side in {"left", "right"} else "")
        found = [self.placing.area(area, side, work.poses) for area in self._areas(site.written)]
        if not found and site.region:
            found = [self.placing.region(site.region, side, work.poses)]
        for placed in found:
            if placed.instead:
                self._lose("instead", cue, [f"{site.written} → {placed.instead}"])
            if placed.rough:
                self._lose("rough", cue, [site.written])
        return Placed(patches=tuple(patch for placed in found for patch in placed.patches))

    def _areas(self, written: str) -> tuple[Area, ...]:
        value = self.context.catalog.literals.read("place", written).value if written else None
        return value.areas if isinstance(value, Place) else ()

    def _ways(self, cue: Cue, work: Work, patches: tuple[Patch, ...]) -> Iterator[Way]:
        side = next((site.side for site in work.sites if site.side), work.side)
        sides = {site.side for site in work.sites}
        path = self._path(work)
        if path is not None:
            yield from path_ways(self.placing, path, side if len(sides) == 1 else "", work.poses)
            return
        for direction in self._read("direction", work):
            for way in direction_ways(self.placing, direction, patches) if isinstance(direction, Direction) else ():
                if isinstance(way, Way):
                    yield way
                else:
                    self._lose("heading", cue, [str(work.dose["direction"])])

    def _path(self, work: Work) -> Path | None:
        """Give the way of a step; one that has a name goes over the step's places."""
        found = next(iter(self._read("path", work)), None)
        if "path" not in work.dose or (isinstance(found, Path) and found.places):
            return found if isinstance(found, Path) else None
        return Path(places=tuple(Place(areas=areas) for site in work.sites if (areas := self._areas(site.written))))

    def _read(self, field: str, work: Work) -> Iterator[object]:
        written = work.dose.get(field)
        if written is not None and written != "unstated":
            yield self.context.catalog.literals.read(field, written).value

    def _avoided(self, cue: Cue, work: Work) -> Iterator[Patch]:
        """Draw what this step has to go round; without its plan, what its places go round."""
        step = self.context.timeline.steps.get(cue.name.partition("#")[0])
        if isinstance(step, PlanStep):
            for avoid in step.avoid:
                placed = [self.placing.area(area) for area in avoid.place.areas]
                yield from (patch for one in placed for patch in one.patches)
                if not any(one.patches for one in placed):
                    self._lose("avoid", cue, [avoid.written])
        else:
            yield from (patch for name in work.spared for patch in self.placing.region(name).patches)


def _listed(names: list[str]) -> str:
    """Name the first few; who wants all of them has the cues."""
    more = ["…"] if len(names) > _NAMED else []
    return ", ".join([*(f"`{name}`" for name in names[:_NAMED]), *more])
