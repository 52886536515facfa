"""The numbered list of steps below a body map: what, where, how firmly, how long; in columns, at any number of steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strokekit.drawing.figures import EDGE, Figures
from strokekit.drawing.listing import Entry
from strokekit.drawing.reading import Reading
from strokekit.drawing.telling import Telling
from strokekit.drawing.words import BOLD, fit, wrap
from strokekit.drawing.xml import Attributes, element, text

_LEFT, _WIDTH, _COLUMNS = 20.0, 960.0, 2
_SIZE, _LINE = 12.5, 16.0
_NUMBER = 34.0
_LINES = 3
_ROOM = _WIDTH / _COLUMNS - _NUMBER - 14


def key(telling: Telling, _figures: Figures, listed: Sequence[Entry], top: float) -> tuple[list[str], float]:
    """Write the list from a height on; give it, and the height at which it ends."""
    if not listed:
        return [], top
    blocks = [_lines(telling, entry) for entry in listed]
    start = telling.reading.text(_LEFT)
    parts = [element("text", text(telling.say("picture-list")), y=top + 16, font_size=15, font_weight="bold", **start)]
    half = _half([_height(block) for block in blocks])
    ends = [top + 30]
    for column, part in enumerate((range(half), range(half, len(blocks)))):
        at = top + 30
        for index in part:
            parts += _block(telling.reading, listed[index].number, blocks[index], _LEFT + column * _WIDTH / _COLUMNS, at)
            at += _height(blocks[index])
        ends.append(at)
    return parts, max(ends)


def _half(heights: Sequence[float]) -> int:
    """Find after how many blocks the first column is at least half of all."""
    total, used = sum(heights), 0.0
    for at, height in enumerate(heights, start=1):
        used += height
        if used >= total / 2:
            return at
    return len(heights)


def _height(block: Sequence[str]) -> float:
    return len(block) * _LINE + 5


def _lines(telling: Telling, entry: Entry) -> list[str]:
    """Say a step: its title, then where, how firmly and how long."""
    cue = entry.cues[0]
    title, count = telling.title(cue), len(entry.cues)
    time = telling.time(entry.length).replace(" ", "\N{NO-BREAK SPACE}")
    about = "; ".join(part for part in (telling.all_places(entry.cues), telling.pressure(cue), time) if part)
    return [
        fit(telling.say("picture-times", title=title, count=count) if count > 1 else title, _SIZE * BOLD, _ROOM),
        *wrap(about, _SIZE, _ROOM, _LINES - 1),
    ]


def _block(reading: Reading, number: int, block: Sequence[str], left: float, top: float) -> Iterator[str]:
    middle = reading.box(left + _NUMBER / 2 - 4)
    yield element(
        "rect", x=reading.box(left, _NUMBER - 8), y=top, width=_NUMBER - 8, height=17, rx=8.5, fill="#ffffff", stroke=EDGE
    )
    yield element("text", str(number), x=middle, y=top + 13, font_size=11.5, text_anchor="middle", font_weight="bold")
    for at, line in enumerate(block):
        where: Attributes = {**reading.text(left + _NUMBER), "y": top + 13 + at * _LINE}
        weight = "bold" if at == 0 else None
        yield element("text", text(line), font_size=_SIZE, font_weight=weight, data_room=_ROOM, **where)
