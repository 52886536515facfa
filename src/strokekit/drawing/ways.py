"""Arrows: the way of a stroke over its places, there and back, and the direction of one that has no way."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from strokekit.drawing.atlas import MAIN
from strokekit.drawing.geometry import Point
from strokekit.drawing.placing import Patch, Placing
from strokekit.model.place import SIDES, Area, Direction, Heading, Path, Spot, Term

_HEART: Point = (0.0, 190.0)
"""Where the heart lies in the views of the whole body, near enough for an arrow."""
_APART = 9.0
"""How far the way back runs beside the way there."""
_REACH = 0.3
"""How far an arrow goes to each side of the middle of its place, as a part of the place's width were it a square."""
_LONGEST = 45.0
_TURN = [math.radians(degrees) for degrees in range(-60, 241, 30)]
_STRAIGHT: dict[str, Point] = {"up": (0, -1), "down": (0, 1), "outward": (1, 0), "inward": (-1, 0)}
"""Words of a direction → where they point, x away from the midline."""


@attrs.frozen(kw_only=True)
class Way:
    """An arrow in a view, through points. `back` is a way back, `both` has a head at each end."""

    view: str
    points: tuple[Point, ...]
    back: bool = False
    both: bool = False


def path_ways(placing: Placing, path: Path, side: str, poses: Sequence[str]) -> Iterator[Way]:
    """Draw a way over its places, over the regions between them too, and on each side that is meant."""
    areas = _chain(placing, [place.areas[0] for place in path.places if place.areas])
    for one in (side,) if side in SIDES else SIDES:
        stations = [_stations(placing.area(area, one, poses).patches) for area in areas]
        for view in dict.fromkeys(view for station in stations for view in station):
            yield from _runs(view, [station[view] for station in stations if view in station])


def _chain(placing: Placing, areas: Sequence[Area]) -> list[Area]:
    """Put between two regions those that lie on the way from one to the other."""
    chain = list(areas[:1])
    for first, last in pairwise(areas):
        way = placing.anatomy.way(first.spot.region.name, last.spot.region.name) or ()
        chain += [Area(spot=Spot(region=Term(name=name, side=last.spot.region.side))) for name in way[1:-1]]
        chain.append(last)
    return chain


def _stations(patches: Sequence[Patch]) -> dict[str, Point]:
    """Give the middle of the largest shape in each view."""
    return {patch.view: patch.anchor for patch in sorted(patches, key=lambda patch: patch.size)}


def _runs(view: str, points: Sequence[Point]) -> Iterator[Way]:
    """Divide a way where it turns back; each run after the first lies beside it."""
    runs: list[list[Point]] = [[]]
    for point in points:
        run = runs[-1]
        if len(run) > 1 and point == run[-2]:
            runs.append([run[-1]])
        if not runs[-1] or point != runs[-1][-1]:
            runs[-1].append(point)
    for at, run in enumerate(runs):
        if len(run) > 1:
            yield Way(view=view, points=tuple(_beside(run, _APART * (at % 2))), back=at % 2 == 1)


def _beside(run: Sequence[Point], distance: float) -> Iterator[Point]:
    """Move a run away from the midline, or up where it runs across."""
    upright = abs(run[-1][1] - run[0][1]) >= abs(run[-1][0] - run[0][0])
    for x, y in run:
        yield (x + (distance if x >= 0 else -distance), y) if upright else (x, y - distance)


def direction_ways(placing: Placing, direction: Direction, patches: Sequence[Patch]) -> Iterator[Way | Heading]:
    """Draw the preferred direction at each place; a heading that can't be drawn is given back."""
    largest = {(patch.view, patch.anchor[0] > 0): patch for patch in sorted(patches, key=lambda patch: patch.size)}
    spots = [spot for patch in largest.values() for spot in _spots(patch)]
    for heading in direction.options[0]:
        ways = [way for spot in spots for way in _heading(placing, heading, spot)]
        yield from ways
        if not ways and heading.word != "any":
            yield heading


def _spots(patch: Patch) -> Iterator[Patch]:
    """Give a place, or the two halves of one over the midline: an arrow on the spine would say more than is meant."""
    if patch.side or abs(patch.anchor[0]) > 1:
        yield patch
        return
    for sign in (1, -1):
        middle = (sign * math.sqrt(patch.size) / 4, patch.anchor[1])
        yield attrs.evolve(patch, anchor=middle, size=patch.size / 3)


def _heading(placing: Placing, heading: Heading, patch: Patch) -> Iterator[Way]:
    reach = min(math.sqrt(patch.size) * _REACH, _LONGEST)
    if heading.way == "turn":
        clockwise = (heading.word == "clockwise") != (heading.seen == "by_client")
        yield Way(view=patch.view, points=_circle(patch.anchor, reach, clockwise=clockwise))
        return
    vector = _vector(placing, heading, patch)
    if vector is not None:
        x, y = patch.anchor
        across, down = vector[0] * reach, vector[1] * reach
        both = heading.way in {"along", "across"}
        yield Way(view=patch.view, points=((x - across, y - down), (x + across, y + down)), both=both)


def _circle(middle: Point, radius: float, *, clockwise: bool) -> tuple[Point, ...]:
    x, y = middle
    points = tuple((x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in _TURN)
    return points if clockwise else tuple(reversed(points))


def _vector(placing: Placing, heading: Heading, patch: Patch) -> Point | None:
    """Give the direction of a heading in a picture, one unit long; None where a picture can't show it."""
    if heading.way in {"along", "across"}:
        return (0.0, 1.0) if heading.way == "along" else (1.0, 0.0)
    if heading.way == "word":
        straight = _STRAIGHT.get(heading.word or "")
        return None if straight is None else (straight[0] * (-1 if patch.anchor[0] < 0 else 1), straight[1])
    goal = _goal(placing, heading, patch)
    if goal is None:
        return None
    x, y = goal[0] - patch.anchor[0], goal[1] - patch.anchor[1]
    far = math.hypot(x, y) * (1 if heading.way == "toward" else -1)
    return (x / far, y / far) if far else None


def _goal(placing: Placing, heading: Heading, patch: Patch) -> Point | None:
    """Find what a heading goes to; seen in another view, its height is enough."""
    if heading.word == "heart":
        return _HEART if patch.view in MAIN else (patch.anchor[0], patch.anchor[1] - 1)
    if heading.to is None:
        return None
    goals = placing.area(heading.to, patch.side).patches
    found = next((goal.anchor for goal in goals if goal.view == patch.view), None)
    if found is not None or patch.view not in MAIN:
        return found
    return next(((patch.anchor[0], goal.anchor[1]) for goal in goals if goal.view in MAIN), None)
