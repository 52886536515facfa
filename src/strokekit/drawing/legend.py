"""What the shades, the hatching and the arrows of a body map mean: only what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strokekit.drawing.figures import EDGE, WARNING, Figures, arrow
from strokekit.drawing.listing import Entry
from strokekit.drawing.telling import Telling
from strokekit.drawing.ways import Way
from strokekit.drawing.words import width, wrap
from strokekit.drawing.xml import Attributes, element, text

_LEFT, _RIGHT = 20.0, 980.0
_SIZE, _ROW, _LINE = 12.0, 26.0, 16.0
_LINES = 3
_SWATCH = 34.0
_MOST = 440.0
"""How wide one explanation may be."""


def legend(telling: Telling, figures: Figures, listed: Sequence[Entry], top: float) -> tuple[list[str], float]:
    """Write the legend from a height on; give it, and the height at which it ends."""
    items = [*_shades(telling, figures, listed), *_arrows(telling, listed)]
    parts: list[str] = []
    x, y, row = _LEFT, top, _ROW if items else 0.0
    for swatch, words in items:
        lines = wrap(words, _SIZE, _MOST, _LINES)
        room = max((width(line, _SIZE) for line in lines), default=0.0)
        if x > _LEFT and x + _SWATCH + 8 + room > _RIGHT:
            x, y, row = _LEFT, y + row, _ROW
        parts += _item(telling, swatch, lines, x, y)
        x += _SWATCH + 7 + room + 18
        row = max(row, len(lines) * _LINE + _ROW - _LINE)
    cared, end = _care(telling, figures, y + row)
    return [*parts, *cared], end + 8


def _item(telling: Telling, swatch: str, lines: Sequence[str], x: float, y: float) -> Iterator[str]:
    yield element("g", swatch, transform=f"translate({telling.reading.box(x, _SWATCH):.1f} {y:.1f})")
    start = telling.reading.text(x + _SWATCH + 7)
    for at, line in enumerate(lines):
        yield element("text", text(line), y=y + 14 + at * _LINE, font_size=_SIZE, data_room=width(line, _SIZE), **start)


def _shades(telling: Telling, figures: Figures, listed: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Explain each shade by the pressures that have it here."""
    said: dict[int, dict[str, None]] = {}
    for entry in listed:
        for cue, mark in zip(entry.cues, entry.marks, strict=True):
            words = telling.pressure(cue) or telling.say("picture-legend-open")
            said.setdefault(mark.shade, {})[words] = None
    for shade in sorted(said):
        box: Attributes = {"width": _SWATCH, "height": 19, "rx": 3, "stroke": EDGE}
        yield element("rect", fill=f"url(#{figures.prefix}l{shade})", **box), "; ".join(said[shade])


def _arrows(telling: Telling, listed: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    ways = [way for entry in listed for mark in entry.marks for way in mark.ways]
    for back, name in ((False, "picture-legend-way"), (True, "picture-legend-back")):
        if any(way.back == back for way in ways):
            yield arrow(Way(view="", points=((3, 10), (24, 10)), back=back)), telling.say(name)


def _care(telling: Telling, figures: Figures, top: float) -> tuple[list[str], float]:
    """Say what is hatched, and why."""
    rules = telling.care()
    if not rules:
        return [], top
    reading = telling.reading
    box: Attributes = {"x": reading.box(_LEFT, _SWATCH), "y": top, "width": _SWATCH, "height": 19, "rx": 3}
    parts = [element("rect", fill=f"url(#{figures.prefix}avoid)", stroke=WARNING, stroke_dasharray="4 2.5", **box)]
    room = _RIGHT - _LEFT - _SWATCH - 7
    lines = wrap(f"{telling.say('picture-legend-care')}: {'; '.join(rules)}", _SIZE, room, 4)
    for at, line in enumerate(lines):
        where: Attributes = {**reading.text(_LEFT + _SWATCH + 7), "y": top + 14 + at * _LINE}
        parts.append(element("text", text(line), font_size=_SIZE, data_room=room, **where))
    return parts, top + max(len(lines) * _LINE + 4, _ROW)
