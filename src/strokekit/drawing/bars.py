"""What stands on the rows of a chart: bars for steps and rests, and signs for what is said, asked, shown and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from strokekit.drawing.axis import Axis
from strokekit.drawing.figures import WARNING
from strokekit.drawing.xml import Attributes, element, text
from strokekit.model.timeline import Cue

PALETTE = ("#2f7f93", "#7a5ca8", "#3f8a4f", "#b0703c", "#a8476a", "#4a6fb5")
"""The colours of sections, one after the other."""
_INK = "#1f2a30"
_LEAST = 2.0
"""How wide a bar is at least, so that it can be seen."""
_HALVES = {"left": (0.0, 0.5), "right": (0.5, 1.0)}
"""The part of the height that a bar takes which is for one side alone."""


def patterns() -> Iterator[str]:
    """Give the hatching of rests."""
    line = element("path", d="M0 0V5", stroke=_INK, stroke_width=2)
    tile: Attributes = {"width": 5.0, "height": 5.0, "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    yield element("pattern", line, id="tl-rest", **tile)


def bars(cues: Sequence[Cue], names: Sequence[str], axis: Axis, top: float, height: float, colour: str) -> Iterator[str]:
    """Draw steps and rests: the left side on the upper half of the row, the right side on the lower half."""
    for cue, name in zip(cues, names, strict=True):
        left, right = axis.at(cue.start), axis.at(cue.end)
        yield _bar(cue, left, max(right - left, _LEAST), top, height, colour, element("title", text(name)))


def _bar(cue: Cue, x: float, wide: float, top: float, height: float, colour: str, title: str) -> str:
    low, high = _HALVES.get(_side(cue), (0.0, 1.0))
    room = height - 6
    box: Attributes = {"x": x, "y": top + 3 + room * low, "width": wide, "height": room * (high - low), "rx": min(2.5, wide / 2)}
    if cue.kind == "rest":
        return element("rect", title, fill="url(#tl-rest)", stroke=_INK, stroke_width=0.7, **box)
    if not cue.hands_on:
        return element("rect", title, fill="#ffffff", stroke=colour, stroke_width=1.5, **box)
    return element("rect", title, fill=colour, stroke="#ffffff", stroke_width=0.6 if wide > _LEAST else None, **box)


def _side(cue: Cue) -> str:
    """Give the one side that a step is for, if it is for one."""
    work = cue.work
    if work is None:
        return ""
    sides = {site.side for site in work.sites}
    return next(iter(sides)) if len(sides) == 1 and "" not in sides else work.side


def marks(cues: Sequence[Cue], names: Sequence[str], axis: Axis, top: float, height: float) -> Iterator[str]:
    """Draw the signs of a row."""
    for cue, name in zip(cues, names, strict=True):
        place = f"translate({axis.at(cue.start):.1f} {top + height / 2:.1f}) scale(0.75)"
        yield element("g", element("title", text(name)), _SIGNS[cue.kind](), transform=place)


def _sign(d: str, fill: str, *, stroke: str = "#ffffff") -> str:
    return element("path", d=d, fill=fill, stroke=stroke, stroke_width=1.2)


_SIGNS: dict[str, Callable[[], str]] = {
    "say": lambda: _sign("M-5 -5H5V3H1L-2 7V3H-5Z", _INK),
    "ask": lambda: _sign("M0 -7L7 0L0 7L-7 0Z", "#8a5a00"),
    "caution": lambda: _sign("M0 -7L7 6H-7Z", WARNING),
    "checkpoint": lambda: _sign("M-1 9V-9H8L5 -5.5L8 -2H1V9Z", _INK),
    "side": lambda: _sign("M0 -10V10", "none", stroke=_INK),
}


def sample(cues: Sequence[Cue]) -> Iterator[tuple[str, str]]:
    """Give the kinds of bars and signs that are there, each with its picture, 24 wide and 20 high."""
    kinds = {_kind(cue) for cue in cues}
    for name, picture in _SAMPLES.items():
        if name in kinds:
            yield name, picture


def _kind(cue: Cue) -> str:
    if cue.kind != "step":
        return cue.kind
    if cue.technique == "turn_over":
        return "turn-over"
    if not cue.hands_on:
        return "action"
    return f"bar-{_side(cue)}" if _side(cue) in _HALVES else "bar"


def _box(**attributes: str | float) -> str:
    return element("rect", **{"x": 0.0, "y": 3.0, "width": 24.0, "height": 14.0, "rx": 2.5, **attributes})


_SAMPLES = {
    "bar": _box(fill=PALETTE[0]),
    "bar-left": _box(fill=PALETTE[0], height=7.0),
    "bar-right": _box(fill=PALETTE[0], y=10.0, height=7.0),
    "action": _box(fill="#ffffff", stroke=PALETTE[0], stroke_width=1.5),
    "rest": _box(fill="url(#tl-rest)", stroke=_INK, stroke_width=0.7),
    "turn-over": element("path", d="M12 0V20", stroke=_INK, stroke_width=1.4, stroke_dasharray="7 4"),
    **{name: element("g", sign(), transform="translate(12 10)") for name, sign in _SIGNS.items()},
}
