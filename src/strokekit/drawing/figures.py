"""Views of the body as markup: the patterns, the outlines and every shape once as definitions, and pictures that use them.

Nothing here is styled by `style`, so that pages with a strict policy can hold it; all colours are attributes, which the rules of
a page go before, by class: `bm-skin`, `bm-line`, `bm-l0` to `bm-l5`, `bm-avoid`, `bm-arrow`, `bm-halo`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import attrs

from strokekit.drawing.atlas import View, atlas
from strokekit.drawing.geometry import Knot, Point, pair, path
from strokekit.drawing.marks import Mark
from strokekit.drawing.placing import Patch
from strokekit.drawing.ways import Way
from strokekit.drawing.xml import Attributes, element, group

SKIN, EDGE, INK, WARNING = "#f7eee7", "#8b7466", "#1f2a30", "#b3261e"
GROUNDS = ("#e4dff0", "#d3e8ec", "#a5d0d9", "#6bb0c0", "#38879b", "#175a6d")
"""The colour of each shade."""
_DOTS = ((), (1.1,), (1.1, 1.1), (1.7, 1.7), (2.3, 2.3), (2.0, 2.0))
"""The dots that tell the shades without colour: how many to a tile, and how large."""
_TILE = 9.0
_HEAD = 11.0


@attrs.define
class Figures:
    """Draws views, and gathers what they use: every id begins with `prefix`."""

    prefix: str = "bm-"
    _views: dict[str, View] = attrs.field(factory=dict)
    _shapes: dict[str, tuple[str, str]] = attrs.field(factory=dict)

    def view(self, view: str, marks: Sequence[Mark], *, at: Point, height: float) -> str:
        """Draw a view with marks on it; its upper left corner is put at a point, and it is made so high."""
        shown = atlas().views[view]
        self._views[shown.drawing] = shown
        left, top, wide, tall = shown.box
        place: Attributes = {"x": at[0], "y": at[1], "width": wide * height / tall, "height": height}
        skin, lines = (element("use", href=f"#{self.prefix}{shown.drawing}{part}") for part in ("", "-lines"))
        worked, told = self._work(shown, marks)
        return element("svg", skin, worked, lines, told, viewBox=f"{pair((left, top))} {pair((wide, tall))}", **place)

    def _work(self, view: View, marks: Sequence[Mark]) -> tuple[str, str]:
        """Draw what lies below the lines of the body, which is the work, and above them: what is avoided, and arrows."""
        clip = f"url(#{self.prefix}clip-{view.drawing})"
        worked = group((self._worked(patch, shade) for patch, shade in firmest(marks, view.id)), clip_path=clip)
        avoided = dict.fromkeys(patch for mark in marks for patch in mark.avoided if patch.view == view.id)
        ways = dict.fromkeys(way for mark in marks for way in mark.ways if way.view == view.id)
        told = group((self._avoided(patch) for patch in avoided), clip_path=clip) + group(arrow(way) for way in ways)
        return worked, told

    def _worked(self, patch: Patch, shade: int) -> str:
        fill, colour = f"url(#{self.prefix}l{shade})", GROUNDS[max(shade, 3)] if shade else EDGE
        if patch.ring:
            return self._use(patch, class_=f"bm-l{shade}", fill="none", stroke=fill, stroke_width=11)
        dashes = "5 3" if shade == 0 else None
        return self._use(patch, class_=f"bm-l{shade}", fill=fill, stroke=colour, stroke_width=1.4, stroke_dasharray=dashes)

    def _avoided(self, patch: Patch) -> str:
        fill = f"url(#{self.prefix}avoid)"
        return self._use(patch, class_="bm-avoid", fill=fill, stroke=WARNING, stroke_width=1.6, stroke_dasharray="4 2.5")

    def _use(self, patch: Patch, **attributes: str | float | None) -> str:
        key, _ = self._shapes.setdefault(patch.path, (f"{self.prefix}s{len(self._shapes)}", patch.path))
        return element("use", href=f"#{key}", **attributes)

    def defs(self) -> str:
        """Give the definitions of all that was drawn so far."""
        views = "".join(self._view(view) for view in self._views.values())
        shapes = "".join(element("path", id=key, d=line) for key, line in self._shapes.values())
        return element("defs", *self._patterns(), views, shapes)

    def _view(self, view: View) -> str:
        outlines = "".join(element("path", d=d) for d in view.outlines)
        ink: Attributes = {"fill": "none", "stroke": EDGE, "stroke_linecap": "round"}
        inner = group((element("path", d=d) for d in view.lines), class_="bm-line", stroke_width=1.1, opacity=0.7)
        around = element("g", outlines, class_="bm-line", stroke_width=1.8)
        key = f"{self.prefix}{view.drawing}"
        return (
            element("clipPath", outlines, id=f"{self.prefix}clip-{view.drawing}")
            + element("g", outlines, id=key, class_="bm-skin", fill=SKIN)
            + element("g", inner, around, id=f"{key}-lines", **ink)
        )

    def _patterns(self) -> Iterator[str]:
        tile: Attributes = {"width": _TILE, "height": _TILE, "patternUnits": "userSpaceOnUse"}
        for shade, ground in enumerate(GROUNDS):
            back = element("rect", class_=f"bm-g{shade}", width=_TILE, height=_TILE, fill=ground)
            yield element("pattern", back, *_dots(shade), id=f"{self.prefix}l{shade}", **tile)
        line = element("rect", width=7.0, height=7.0, fill="#ffffff", fill_opacity=0.7)
        line += element("path", d="M0 0V7", stroke=WARNING, stroke_width=3.2)
        turned: Attributes = {"width": 7.0, "height": 7.0, "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
        yield element("pattern", line, id=f"{self.prefix}avoid", **turned)


def firmest(marks: Iterable[Mark], view: str) -> list[tuple[Patch, int]]:
    """Give each shape of a view once, with the darkest of its shades; the largest first, so that none hides another."""
    shades: dict[str, tuple[Patch, int]] = {}
    for mark in marks:
        for patch in mark.patches:
            if patch.view == view:
                known = shades.get(patch.key)
                shades[patch.key] = (patch, max(mark.shade, known[1] if known else 0))
    return sorted(shades.values(), key=lambda one: (one[0].ring, -one[0].size, one[0].key))


def _dots(shade: int) -> Iterator[str]:
    """Give the dots of a shade; on the darkest ground they are light."""
    colour = "#ffffff" if shade == len(GROUNDS) - 1 else "#0f3a46"
    for at, radius in enumerate(_DOTS[shade]):
        middle = _TILE * (1 + 2 * at) / 4
        yield element("circle", cx=middle, cy=middle, r=radius, fill=colour, fill_opacity=0.7)


def arrow(way: Way) -> str:
    """Draw an arrow with a light edge, so that it shows on every ground; a way back is dashed."""
    d = path(tuple(Knot(x, y) for x, y in way.points), closed=False)
    tips = [_tip(way.points[-2], way.points[-1]), *([_tip(way.points[1], way.points[0])] if way.both else [])]
    round_: Attributes = {"stroke_linecap": "round", "stroke_linejoin": "round"}
    halo = element("path", class_="bm-halo", d=d, fill="none", stroke="#ffffff", stroke_width=6.5, **round_)
    dashes = "6 5" if way.back else None
    line = element("path", class_="bm-arrow", d=d, fill="none", stroke=INK, stroke_width=2.6, stroke_dasharray=dashes, **round_)
    rim: Attributes = {"stroke": "#ffffff", "stroke_width": 1.6, "stroke_linejoin": "round"}
    return halo + line + "".join(element("path", class_="bm-arrow", d=tip, fill=INK, **rim) for tip in tips)


def _tip(before: Point, end: Point) -> str:
    """Write the head of an arrow that comes from one point and ends a little past another."""
    angle = math.atan2(end[1] - before[1], end[0] - before[0])
    turned = [
        (end[0] + _HEAD * along * math.cos(angle + turn), end[1] + _HEAD * along * math.sin(angle + turn)) for along, turn in _TIP
    ]
    return f"M{'L'.join(pair(point) for point in turned)}Z"


_TIP = ((0.75, 0.0), (0.75, math.radians(135)), (0.3, math.radians(180)), (0.75, math.radians(-135)))
"""The corners of a head: how far from the end of the line, and at what angle to it."""
