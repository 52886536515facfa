"""Places in words to shapes in views: which shape, on which side, narrowed to what part, and in which views it is seen.

What has no shape is drawn as the nearest that has one and contains it; what is drawn otherwise than it is said is told.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from strokekit.composing.targets import ON
from strokekit.drawing.atlas import MAIN, Atlas, Seen, View
from strokekit.drawing.geometry import (
    Line,
    Point,
    area,
    bounds,
    centre,
    cut,
    half,
    is_half,
    mirrored,
    path,
    polygon,
    sampled,
    whole,
)
from strokekit.model.place import SIDES, Area, Spot, Term
from strokekit.plugins.anatomy import Anatomy

_SEEN: dict[str, Seen] = {"anterior": "front", "palmar": "front", "posterior": "back", "plantar": "back"}
"""Aspects that say from where a place is seen; `dorsal` is the back of a hand and the front of a foot."""
_SHARES: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("upper", "proximal"), (0.0, 0.5)),
    **dict.fromkeys(("lower", "distal"), (0.5, 1.0)),
    "top": (0.0, 0.4),
    "middle": (0.3, 0.7),
    "base": (0.6, 1.0),
    "tip": (0.7, 1.0),
}
"""Parts by height → from where to where of the whole they go."""
_NEAR, _FAR = ("medial", "inner"), ("lateral", "outer")
_BORDER = 0.3
"""How much of a place's height or width a border is drawn with."""
_ROUND = ("around", "beside", "above", "below", "in_front_of", "behind", "under", "between")
"""Relations that are drawn as a ring about the place."""
_AS_SAID = ("around", "beside")
"""Those of them that a ring says well enough."""
_ON_MIDLINE = 0.05
"""What is nearer to the midline lies on it: less than is written."""


@attrs.frozen(kw_only=True)
class Patch:
    """A shape in a view: the path of its line, its size and its middle. A `ring` is drawn along the line, and not filled."""

    view: str
    place: str
    side: str
    path: str
    anchor: Point
    size: float
    ring: bool = False

    @property
    def key(self) -> str:
        """A name for the shape: equal for equal shapes in one view."""
        return f"{self.view} {self.path}{' ring' if self.ring else ''}"


@attrs.frozen(kw_only=True)
class Placed:
    """How a place is drawn. `instead` is the region that was drawn in its place, `rough` that it lies only near what is drawn."""

    patches: tuple[Patch, ...] = ()
    instead: str = ""
    rough: bool = False


@attrs.frozen
class Placing:
    """Finds the shapes for places, with one atlas and one catalogue's regions. What is asked twice is answered from memory."""

    atlas: Atlas
    anatomy: Anatomy
    _known: dict[tuple[Area, str, tuple[str, ...]], Placed] = attrs.field(factory=dict, eq=False, repr=False)

    def area(self, given: Area, side: str = "", poses: Sequence[str] = ()) -> Placed:
        """Draw an area. `side` is that of the work, for a place that names none; `poses` say how the client lies."""
        key = (given, side, tuple(poses))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._area(given, side, poses)
        return known

    def _area(self, given: Area, side: str, poses: Sequence[str]) -> Placed:
        spot = given.spot if given.at is None or given.relation not in ON else given.at
        said = self._said(spot, given.relation)
        region = said or next((name for name in self._outwards(spot.region.name) if self.atlas.knows(name)), None)
        if region is None:
            return Placed()
        shapes = tuple(self._shapes(region, spot, given, spot.region.side or side))
        ring = given.relation in _ROUND and region == spot.region.name and given.at is None
        patches = tuple(attrs.evolve(one, ring=True) for one in shapes) if ring else shapes
        return Placed(
            patches=self._seen(patches, _aspects(spot), poses, region),
            instead="" if said else region,
            rough=(ring and given.relation not in _AS_SAID) or _vague(spot) or given.other is not None,
        )

    def region(self, name: str, side: str = "", poses: Sequence[str] = ()) -> Placed:
        """Draw a region of the catalogue."""
        return self.area(Area(spot=Spot(region=Term(name=name))), side, poses)

    def _said(self, spot: Spot, relation: str | None) -> str | None:
        """Find the shape of just what is said: by a name of its own, as the member of a row, or of the region."""
        region = spot.region.name
        said = [f"{relation} {region}", *(f"{part.name} of {region}" for part in spot.parts)]
        said += [f"{aspect} {region}" for aspect in spot.region.aspects]
        found = next((self.atlas.named[name] for name in said if name in self.atlas.named), None)
        return found or next((name for name in (_numbered(spot.region), region) if self.atlas.knows(name)), None)

    def _outwards(self, region: str) -> Iterator[str]:
        """Give the region and what it is in, the nearest first."""
        left, seen = deque([region]), set()
        while left:
            name = left.popleft()
            entry = self.anatomy.regions.get(name)
            if name not in seen:
                seen.add(name)
                yield name
                left += [outer for outer in (entry.part_of, *entry.lies_in) if outer] if entry else ()

    def _shapes(self, region: str, spot: Spot, given: Area, side: str) -> Iterator[Patch]:
        for place in self.atlas.parts(region):
            for drawing, line in self.atlas.shapes[place].items():
                narrowed = self._framed(narrow(line, spot), given, drawing) if line else ()
                for view in self.atlas.views.values():
                    if view.drawing == drawing and narrowed:
                        yield from _sided(view, place, narrowed, side)

    def _framed(self, line: Line, given: Area, drawing: str) -> Line:
        """Keep what lies at the height of the place that `at` names."""
        if given.at is None or given.relation in ON:
            return line
        frames = [self.atlas.shapes[place].get(drawing) for place in self.atlas.parts(given.at.region.name)]
        known = [bounds(_points(frame)) for frame in frames if frame]
        if not known:
            return line
        top, bottom = min(box[1] for box in known), max(box[3] for box in known)
        return _between(line, top, bottom)

    def _seen(self, patches: tuple[Patch, ...], aspects: Sequence[str], poses: Sequence[str], region: str) -> tuple[Patch, ...]:
        """Keep the patches in views that show the place as it is worked on."""
        fits = [patch for patch in patches if not (of := self.atlas.views[patch.view].of) or self._within(region, of)]
        wanted = self._facing(aspects, poses, region)
        facing = [patch for patch in fits if self.atlas.views[patch.view].seen == wanted]
        kept = facing if wanted and facing else fits
        shown = {patch.view for patch in kept}
        details = [view for view in self.atlas.views if view in shown and view not in MAIN]
        return tuple(patch for patch in kept if patch.view in (*MAIN, *details[:1]))

    def _within(self, region: str, outer: Iterable[str]) -> bool:
        name = region.partition(" ")[0]
        return any(self.anatomy.inside(name, one) for one in outer)

    def _facing(self, aspects: Sequence[str], poses: Sequence[str], region: str) -> Seen | None:
        """Say from where the place is seen, if its aspects or the client's pose tell."""
        said = next((_SEEN[aspect] for aspect in aspects if aspect in _SEEN), None)
        if said is None and "dorsal" in aspects:
            said = "back" if self._within(region, ("hand",)) else "front"
        pose = poses[0] if poses else ""
        return said or {"prone": "back", "supine": "front"}.get(pose)  # type: ignore[return-value]  # the two values are seen


def narrow(line: Line, spot: Spot) -> Line:
    """Narrow the line of a region to the parts and aspects that are said of it; nothing may be left."""
    border = any(part.name == "border" for part in spot.parts)
    for word in (*spot.region.aspects, *(name for part in spot.parts for name in (*part.aspects, part.name))):
        if not line:
            break
        if word in _SHARES:
            low, high = _SHARES[word]
            line = _share(line, low if not (border and low) else 1 - _BORDER, high if not border or low else _BORDER)
        elif word in (*_NEAR, *_FAR):
            line = _across(line, near=word in _NEAR, share=_BORDER if border else 0.5)
    return line


def _share(line: Line, low: float, high: float) -> Line:
    _, top, _, bottom = bounds(_points(line))
    return _between(line, top + (bottom - top) * low, top + (bottom - top) * high)


def _between(line: Line, top: float, bottom: float) -> Line:
    """Keep what lies between two heights; a half stays one."""
    return _cut(line, lambda point: min(point[1] - top, bottom - point[1]), (lambda p: p[1] - top, lambda p: bottom - p[1]))


def _across(line: Line, *, near: bool, share: float) -> Line:
    left, _, right, _ = bounds(_points(line))
    at = left + (right - left) * (share if near else 1 - share)
    depth: Callable[[Point], float] = (lambda point: at - point[0]) if near else (lambda point: point[0] - at)
    return _cut(line, depth, (depth,))


def _cut(line: Line, inside: Callable[[Point], float], edges: Sequence[Callable[[Point], float]]) -> Line:
    """Cut a line by edges; one that lies inside whole stays as smooth as it is."""
    points: Sequence[Point] = _points(line)
    if all(inside(point) >= 0 for point in points):
        return line
    for edge in edges:
        points = cut(points, edge) if points else ()
    return polygon(_from_midline(points)) if points else ()


def _from_midline(points: Sequence[Point]) -> Sequence[Point]:
    """Turn the points of a half so that they begin and end on the midline again."""
    middle = [abs(x) < _ON_MIDLINE for x, _ in points]
    leaves = (at for at, on in enumerate(middle) if on and not middle[(at + 1) % len(points)])
    start = next(leaves, None)
    if start is None:
        return points
    turned = [*points[start:], *points[:start]]
    last = next(at for at, (x, _) in enumerate(turned) if at and abs(x) < _ON_MIDLINE)
    return [(0.0, turned[0][1]), *turned[1:last], (0.0, turned[last][1])]


def _points(line: Line) -> tuple[Point, ...]:
    """Give points along a shape as it is declared, of a half straight along the midline."""
    return sampled(half(line) if is_half(line) else line)


def _sided(view: View, place: str, line: Line, side: str) -> Iterator[Patch]:
    """Put a shape on the sides that are meant: of a place over the midline both halves are one shape."""
    if is_half(line) and side not in SIDES:
        yield _patch(view, place, "", whole(line))
        return
    own = half(line) if is_half(line) else line
    for one in (side,) if side in SIDES else SIDES:
        yield _patch(view, place, one, own if view.sign(one) > 0 else mirrored(own))


def _patch(view: View, place: str, side: str, line: Line) -> Patch:
    points = sampled(line)
    return Patch(view=view.id, place=place, side=side, path=path(line), anchor=centre(points), size=area(points))


def _numbered(term: Term) -> str:
    return f"{term.name} {term.number}" if term.number is not None else term.name


def _aspects(spot: Spot) -> tuple[str, ...]:
    return (*spot.region.aspects, *(aspect for part in spot.parts for aspect in part.aspects))


def _vague(spot: Spot) -> bool:
    """Tell whether a part is named that no drawing tells from its whole."""
    return any(part.name not in (*_SHARES, "border") for part in spot.parts)
