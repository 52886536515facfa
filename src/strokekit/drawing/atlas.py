"""The views of the body and the shapes of its places, read once from the data file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

import attrs
import yaml

from strokekit.drawing.geometry import Line, is_half, mirrored, path, read_line, whole
from strokekit.model.frozen import FrozenMap

Seen: TypeAlias = Literal["front", "back"]
MAIN = ("front", "back")
"""The views of the whole body; all others are details."""


@attrs.frozen(kw_only=True)
class View:
    """A picture of the body, or of a part of it: `box` is what of it is shown, as x, y, width and height."""

    id: str
    seen: Seen
    """From where the client is seen, which decides on which side of the picture the left is."""
    box: tuple[float, float, float, float]
    drawing: str
    """The view whose drawing it is: its own, or one that it shows a part of."""
    of: tuple[str, ...] = ()
    """Of a detail: the regions that it is there for."""
    outlines: tuple[str, ...] = ()
    """The paths of the outline; two where the view shows a pair."""
    lines: tuple[str, ...] = ()
    """The paths of the lines within."""

    def sign(self, side: str) -> int:
        """Say on which side of the picture a side of the client is: 1 for x > 0."""
        return 1 if (side == "left") == (self.seen == "front") else -1


@attrs.frozen(kw_only=True)
class Atlas:
    """All views, and what places look like in them."""

    views: Mapping[str, View]
    shapes: Mapping[str, Mapping[str, Line]]
    """Place → drawing → its line."""
    sums: Mapping[str, tuple[str, ...]]
    """Place → the places that it is the sum of."""
    named: Mapping[str, str]
    """What is said of a place, as `top of shoulder` → the place that is meant."""

    def knows(self, place: str) -> bool:
        """Tell whether a place is drawn."""
        return place in self.shapes or place in self.sums

    def parts(self, place: str) -> tuple[str, ...]:
        """Give the places with shapes of their own that a place is made of."""
        if place in self.shapes:
            return (place,)
        return tuple(part for inner in self.sums.get(place, ()) for part in self.parts(inner))


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """Give the atlas that strokekit ships.

    >>> sorted(atlas().views)[:3], atlas().parts("upper_limb")[:2]
    (['back', 'face', 'foot_sole'], ('upper_arm', 'elbow'))
    """
    text = files("strokekit.drawing").joinpath("data/body.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both loaders are the safe one
    views = data["views"]
    outlines = {name: read_line(view["outline"]) for name, view in views.items() if "outline" in view}
    return Atlas(
        views=FrozenMap({name: _view(name, view, views, outlines) for name, view in views.items()}),
        shapes=FrozenMap({name: _shape(shape, outlines) for name, shape in data["shapes"].items() if "sum" not in shape}),
        sums=FrozenMap({name: tuple(shape["sum"]) for name, shape in data["shapes"].items() if "sum" in shape}),
        named=FrozenMap(data["named"]),
    )


def _view(name: str, view: Mapping[str, Any], views: Mapping[str, Any], outlines: Mapping[str, Line]) -> View:
    drawing = view.get("like", name)
    drawn, outline = views[drawing], outlines[drawing]
    return View(
        id=name,
        seen=drawn["seen"],
        box=tuple(view["box"]),
        drawing=drawing,
        of=tuple(view.get("of", ())),
        outlines=(path(whole(outline)),) if is_half(outline) else (path(outline), path(mirrored(outline))),
        lines=tuple(one for text in drawn["lines"] for one in _both(read_line(text))),
    )


def _both(line: Line) -> tuple[str, ...]:
    """Write a line and its mirror; one along the midline once."""
    closed = (line[0].x, line[0].y) == (line[-1].x, line[-1].y)
    kept = line[:-1] if closed else line
    if all(knot.x == 0 for knot in kept):
        return (path(kept, closed=False),)
    return tuple(path(one, closed=closed) for one in (kept, mirrored(kept)))


def _shape(shape: Mapping[str, str], outlines: Mapping[str, Line]) -> Mapping[str, Line]:
    return FrozenMap({view: outlines[view] if text == "outline" else read_line(text) for view, text in shape.items()})
