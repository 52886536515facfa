"""Smooth lines through points: read, mirrored, joined over the midline, cut, measured, and written as the path of an SVG.

It knows nothing of bodies. Coordinates are in the units of the drawing, x to the right and y downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

import attrs

Point: TypeAlias = tuple[float, float]
STEPS = 6
"""Into how many pieces a curve between two knots is divided where it is measured or cut."""
_BEND = 1 / 6
"""How far a control point lies from its knot, as a part of the way between the knot's neighbours (Catmull and Rom)."""


@attrs.frozen
class Knot:
    """A point of a line; a `corner` does not bend."""

    x: float
    y: float
    corner: bool = False


Line: TypeAlias = tuple[Knot, ...]


def read_line(text: str) -> Line:
    """Read a row of points `x,y`, with `!` after those that are corners.

    >>> read_line("0,2 1.5,3!")
    (Knot(x=0.0, y=2.0, corner=False), Knot(x=1.5, y=3.0, corner=True))
    """
    return tuple(_knot(word) for word in text.split())


def _knot(word: str) -> Knot:
    x, _, y = word.removesuffix("!").partition(",")
    return Knot(float(x), float(y), word.endswith("!"))


def mirrored(line: Line) -> Line:
    """Give the line on the other side of x = 0."""
    return tuple(Knot(-knot.x, knot.y, knot.corner) for knot in reversed(line))


def is_half(line: Line) -> bool:
    """Tell whether the line begins and ends at x = 0, and so is one half of a shape."""
    return line[0].x == line[-1].x == 0


def whole(line: Line) -> Line:
    """Join a half with its mirror.

    >>> [knot.x for knot in whole(read_line("0,0 4,1 0,2"))]
    [0.0, 4.0, 0.0, -4.0]
    """
    return (*line, *mirrored(line)[1:-1])


def half(line: Line) -> Line:
    """Give a half as a shape of its own: straight along x = 0."""
    first, *inner, last = line
    return (attrs.evolve(first, corner=True), *inner, attrs.evolve(last, corner=True))


def _controls(line: Line, at: int, *, closed: bool) -> tuple[Point, Point, Point, Point]:
    """Give the curve that begins at a knot: where it begins, its two control points, where it ends."""
    size = len(line)
    here, there = line[at], line[(at + 1) % size]
    before = line[at - 1] if closed or at else here
    after = line[(at + 2) % size] if closed or at + 2 < size else there
    first = (here.x, here.y) if here.corner else (here.x + (there.x - before.x) * _BEND, here.y + (there.y - before.y) * _BEND)
    second = (there.x, there.y) if there.corner else (there.x - (after.x - here.x) * _BEND, there.y - (after.y - here.y) * _BEND)
    return (here.x, here.y), first, second, (there.x, there.y)


def path(line: Line, *, closed: bool = True) -> str:
    """Write a line as the path of an SVG, with one digit after the point.

    >>> path(read_line("0,0! 4,0! 4,4!"))
    'M0 0C0 0 4 0 4 0C4 0 4 4 4 4C4 4 0 0 0 0Z'
    """
    curves = (_controls(line, at, closed=closed) for at in range(len(line) if closed else len(line) - 1))
    body = "".join("C" + " ".join(pair(point) for point in curve[1:]) for curve in curves)
    return f"M{pair((line[0].x, line[0].y))}{body}{'Z' if closed else ''}"


def number(value: float) -> str:
    """Write a number with at most one digit after the point, the same on every machine.

    >>> number(2.04), number(-0.01), number(12.25)
    ('2', '0', '12.2')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def pair(point: Point) -> str:
    """Write a point.

    >>> pair((1.5, 2))
    '1.5 2'
    """
    return f"{number(point[0])} {number(point[1])}"


def sampled(line: Line, *, closed: bool = True) -> tuple[Point, ...]:
    """Give points along a line, close enough to each other to measure and to cut it."""
    points: list[Point] = []
    for at in range(len(line) if closed else len(line) - 1):
        curve = _controls(line, at, closed=closed)
        points += [_on(curve, step / STEPS) for step in range(STEPS)]
    return tuple(points) if closed else (*points, (line[-1].x, line[-1].y))


def _on(curve: tuple[Point, Point, Point, Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return (
        sum(weight * point[0] for weight, point in zip(weights, curve, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, curve, strict=True)),
    )


def polygon(points: Iterable[Point]) -> Line:
    """Give a line with straight pieces through points."""
    return tuple(Knot(x, y, corner=True) for x, y in points)


def area(points: Sequence[Point]) -> float:
    """Measure what a closed line encloses.

    >>> area([(0, 0), (4, 0), (4, 4), (0, 4)])
    16.0
    """
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*points, points[0])))) / 2


def centre(points: Sequence[Point]) -> Point:
    """Find the middle of what a closed line encloses.

    >>> centre([(0, 0), (4, 0), (4, 4), (0, 4)])
    (2.0, 2.0)
    """
    turned = [(a[0] * b[1] - b[0] * a[1], a, b) for a, b in pairwise((*points, points[0]))]
    twice = sum(cross for cross, _, _ in turned)
    if not twice:
        return points[0]
    return (
        sum(cross * (a[0] + b[0]) for cross, a, b in turned) / (3 * twice),
        sum(cross * (a[1] + b[1]) for cross, a, b in turned) / (3 * twice),
    )


def bounds(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Give the least x, the least y, the greatest x and the greatest y.

    >>> bounds([(1, 5), (3, 2)])
    (1, 2, 3, 5)
    """
    return (
        min(x for x, _ in points),
        min(y for _, y in points),
        max(x for x, _ in points),
        max(y for _, y in points),
    )


def cut(points: Sequence[Point], depth: Callable[[Point], float]) -> tuple[Point, ...]:
    """Keep the part of a closed line where `depth` >= 0, for a depth that changes evenly; nothing of it may be left.

    >>> cut([(0, 0), (4, 0), (4, 4), (0, 4)], lambda point: 2 - point[1])
    ((0, 0), (4, 0), (4.0, 2.0), (0.0, 2.0))
    """
    kept: list[Point] = []
    for here, there in pairwise((*points, points[0])):
        first, second = depth(here), depth(there)
        if first >= 0:
            kept.append(here)
        if (first >= 0) != (second >= 0):
            share = first / (first - second)
            kept.append((here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share))
    return tuple(kept)
