"""The renderer `timeline_svg`: sections and steps on an axis of time, with sides, rests, turn-overs and what is said."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.drawing.axis import Axis
from strokekit.drawing.bars import PALETTE, bars, marks, patterns, sample
from strokekit.drawing.bodymap import FONT, INK
from strokekit.drawing.reading import WIDTH
from strokekit.drawing.rows import Part, Row, parts
from strokekit.drawing.telling import Telling
from strokekit.drawing.words import BOLD, fit, width
from strokekit.drawing.xml import NAMESPACE, Attributes, element, text
from strokekit.model.timeline import Cue
from strokekit.plugins.declarations import Loss, Rendered
from strokekit.rendering.context import RenderContext

_EDGE, _LABELS = 20.0, 370.0
_TOP = 84.0
_ROW, _HEAD, _GAP = 21.0, 28.0, 8.0
_TALL, _TALL_GAP = 40, 22.0
"""With more rows than these the times stand between all sections, in wider gaps."""
_SIZE = 12.0
_GRID = "#d9dee2"
_GREY = "#56616a"
_WORDLESS = ("say", "ask", "caution")


def chart(context: RenderContext) -> Rendered:
    """Draw a timeline. All ids in the markup begin with `tl-`.

    Raises:
        UsageError: the context has no timeline.
    """
    telling, timeline = Telling(context), context.timeline
    axis = Axis(left=_EDGE + _LABELS, right=WIDTH - _EDGE, total=timeline.total)
    divided = parts(timeline)
    gap = _TALL_GAP if sum(len(part.rows) for part in divided) > _TALL else _GAP
    body, y = "", _TOP
    for number, part in enumerate(divided):
        drawn, y = _part(telling, axis, part, PALETTE[number % len(PALETTE)], y)
        body += drawn + ("".join(_clocks(telling, axis, y + 14)) if gap == _TALL_GAP and number < len(divided) - 1 else "")
        y += gap
    grid = "".join(_grid(telling, axis, y)) + "".join(_turns(axis, divided, y))
    keys, end = _keys(telling, divided, y + 22)
    return Rendered(
        content=_document(telling, "".join(_title(telling)) + grid + body + keys, end), losses=tuple(_losses(context))
    )


def _document(telling: Telling, body: str, height: float) -> str:
    named = {"title": telling.routine(), "time": telling.time(telling.context.timeline.total)}
    told = element("title", text(telling.say("picture-timeline", **named)), id="tl-title")
    told += element("desc", text(telling.say("picture-timeline-description", **named)), id="tl-desc")
    ground = element("rect", width=WIDTH, height=height, fill="#ffffff")
    sheet = element("g", body, fill=INK, font_family=FONT, font_size=_SIZE)
    size: Attributes = {"width": WIDTH, "height": height, "viewBox": f"0 0 {WIDTH:.0f} {height:.0f}"}
    names: Attributes = {"role": "img", "aria_labelledby": "tl-title", "aria_describedby": "tl-desc"}
    defs = element("defs", *patterns())
    return element("svg", told, defs, ground, sheet, xmlns=NAMESPACE, lang=telling.context.language, **size, **names) + "\n"


def _title(telling: Telling) -> Iterator[str]:
    room = WIDTH - 2 * _EDGE
    title = fit(telling.routine(), 22 * BOLD, room)
    start = telling.reading.text(_EDGE)
    yield element("text", text(title), y=34, font_size=22, font_weight="bold", data_room=room, **start)
    total = text(fit(telling.time(telling.context.timeline.total), 14, room))
    yield element("text", total, y=56, font_size=14, data_room=room, **start)


def _words(words: str, x: float, y: float, room: float, *, bold: bool = False, **more: str | float) -> str:
    """Write a text that is shortened to its room."""
    size = float(more.get("font_size", _SIZE)) * (BOLD if bold else 1)
    weight = "bold" if bold else None
    return element("text", text(fit(words, size, room)), x=x, y=y, font_weight=weight, data_room=room, **more)


def _grid(telling: Telling, axis: Axis, bottom: float) -> Iterator[str]:
    for moment in axis.ticks():
        x = axis.at(moment)
        yield element("path", d=f"M{x:.1f} {_TOP - 4}V{bottom:.1f}", stroke=_GRID)
    for y in (_TOP - 9, bottom + 12):
        yield from _clocks(telling, axis, y)


def _clocks(telling: Telling, axis: Axis, y: float) -> Iterator[str]:
    """Write the times of the ticks in a line."""
    for moment in axis.ticks():
        x = axis.at(moment)
        anchor = "start" if moment == 0 else "middle" if x < axis.right - 16 else "end"
        clock = text(telling.context.phrases.time(moment))
        yield element("text", clock, x=x, y=y, font_size=11, text_anchor=anchor, fill=_GREY)


def _part(telling: Telling, axis: Axis, part: Part, colour: str, top: float) -> tuple[str, float]:
    """Draw a section with its rows; give it, and the height at which it ends."""
    title = telling.context.messages.text(part.section.title) or part.section.name.replace("_", " ")
    start, end = part.section.start or 0, part.section.end or 0
    left, right = axis.at(start), axis.at(end)
    height = _HEAD + len(part.rows) * _ROW
    drawn = element("rect", x=_EDGE - 8, y=top, width=WIDTH - 2 * _EDGE + 16, height=height, rx=6, fill=colour, fill_opacity=0.1)
    drawn += _words(title[:1].upper() + title[1:], _EDGE, top + 19, _LABELS - 116, bold=True, font_size=13.5)
    length = telling.time(end - start)
    drawn += _words(length, axis.left - 10, top + 19, 96, bold=True, font_size=11, text_anchor="end", fill=_GREY)
    drawn += element("rect", x=left, y=top + 10, width=max(right - left, 2), height=9, rx=4, fill=colour)
    for at, row in enumerate(part.rows):
        drawn += _row(telling, axis, row, colour, top + _HEAD + at * _ROW)
    return drawn, top + height


def _row(telling: Telling, axis: Axis, row: Row, colour: str, top: float) -> str:
    left, right = axis.at(row.bars[0].start), axis.at(row.bars[-1].end)
    label = _words(_label(telling, row), _EDGE + 10, top + 14, _LABELS - 24)
    length = telling.time(sum(cue.length for cue in row.bars))
    names = [f"{telling.title(cue)}, {_moments(telling, cue)}" for cue in row.bars]
    return (
        label
        + "".join(bars(row.bars, names, axis, top, _ROW, colour))
        + "".join(marks(row.marks, [_said(telling, cue) for cue in row.marks], axis, top, _ROW))
        + _beside(length, left, right, axis, top + 14)
    )


def _label(telling: Telling, row: Row) -> str:
    first, count = row.bars[0], sum(cue.kind == "step" for cue in row.bars)
    title = telling.title(first) if first.kind == "step" else telling.say("picture-rest")
    title = telling.say("picture-times", title=title, count=count) if count > 1 else title
    places = telling.all_places(row.bars)
    return telling.say("picture-step", title=title, places=places) if places else title


def _said(telling: Telling, cue: Cue) -> str:
    return f"{telling.say(f'picture-{cue.kind}')}, {telling.context.phrases.time(cue.start)}"


def _moments(telling: Telling, cue: Cue) -> str:
    return f"{telling.context.phrases.time(cue.start)}–{telling.context.phrases.time(cue.end)}"


def _beside(words: str, left: float, right: float, axis: Axis, y: float) -> str:
    """Write a length after its bar; before it, where there is no room after it."""
    room = width(words, 11)
    after = right + 6 + room <= axis.right
    x, anchor = (right + 6, "start") if after else (max(left - 6, axis.left + room), "end")
    halo: Attributes = {"stroke": "#ffffff", "stroke_width": 3, "paint_order": "stroke", "stroke_opacity": 0.8}
    where: Attributes = {"x": x, "y": y, "text_anchor": anchor, "data_room": room + 1}
    return element("text", text(words), font_size=11, fill=_GREY, **where, **halo)


def _turns(axis: Axis, divided: tuple[Part, ...], bottom: float) -> Iterator[str]:
    """Draw a line over the whole height where the client turns over."""
    cues = [cue for part in divided for row in part.rows for cue in row.bars if cue.technique == "turn_over"]
    for cue in cues:
        x = (axis.at(cue.start) + axis.at(cue.end)) / 2
        yield element("path", d=f"M{x:.1f} {_TOP - 4}V{bottom:.1f}", stroke=INK, stroke_width=1.4, stroke_dasharray="7 4")


def _keys(telling: Telling, divided: tuple[Part, ...], top: float) -> tuple[str, float]:
    """Explain what there is in this picture."""
    cues = [cue for part in divided for row in part.rows for cue in (*row.bars, *row.marks)]
    x, y, drawn = _EDGE, top, ""
    for name, picture in sample(cues):
        words = telling.say(f"picture-{name}")
        room = width(words, _SIZE)
        if x > _EDGE and x + 30 + room > WIDTH - _EDGE:
            x, y = _EDGE, y + 22
        drawn += element("g", picture, transform=f"translate({x:.1f} {y:.1f})") + _words(words, x + 31, y + 14, room + 1)
        x += 31 + room + 20
    return drawn, y + 22 + _EDGE


def _losses(context: RenderContext) -> Iterator[Loss]:
    cues = [cue.name for cue in context.timeline.cues if cue.kind in _WORDLESS]
    if cues:
        yield context.loss("wordless", cues=dict.fromkeys(cues), count=len(cues))
