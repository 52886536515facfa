"""The renderer `svg`: the body from the front and the back with all that a routine works on, and the list of its steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from strokekit.drawing.atlas import MAIN, atlas
from strokekit.drawing.figures import Figures, firmest
from strokekit.drawing.geometry import Point
from strokekit.drawing.key import key
from strokekit.drawing.labels import Label, margin, spread
from strokekit.drawing.legend import legend
from strokekit.drawing.listing import Entry, entries
from strokekit.drawing.marks import Mark, Marking
from strokekit.drawing.placing import Patch
from strokekit.drawing.reading import WIDTH
from strokekit.drawing.shades import level_of
from strokekit.drawing.telling import Telling
from strokekit.drawing.words import fit, spans
from strokekit.drawing.xml import NAMESPACE, Attributes, element, text
from strokekit.plugins.declarations import Loss, Rendered
from strokekit.rendering.context import RenderContext

_EDGE = 20.0
_HEAD = 92.0
_FIGURE = 660.0
_SCALE = _FIGURE / 832
_COLUMN = 372 * _SCALE
_NAMES = 190.0
"""What the names beside a figure take, about."""
_DETAIL = 190.0
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
INK = "#1f2a30"


def body_map(context: RenderContext) -> Rendered:
    """Draw the body with everything that a timeline works on. All ids in the markup begin with `bm-`.

    Raises:
        UsageError: the context has no timeline.
    """
    marking, telling, figures = Marking(context), Telling(context), Figures()
    listed = entries(context.timeline, marking)
    marks = [mark for entry in listed for mark in entry.marks]
    parts, bottom = [*_title(telling, listed), *_bodies(telling, figures, listed, marks)], _HEAD + _FIGURE + 20
    for draw in (_details, legend, key):
        drawn, bottom = draw(telling, figures, listed, bottom)
        parts += drawn
    losses = (*marking.losses(), *_own_losses(context, listed, marks))
    return Rendered(content=_document(telling, figures, listed, parts, bottom + _EDGE), losses=losses)


def _document(telling: Telling, figures: Figures, listed: Sequence[Entry], parts: Iterable[str], height: float) -> str:
    title = telling.say("picture-map", title=telling.routine())
    told = element("title", text(title), id="bm-title")
    told += element("desc", text(telling.say("picture-map-description", count=len(listed))), id="bm-desc")
    ground = element("rect", width=WIDTH, height=height, fill="#ffffff")
    sheet = element("g", *parts, fill=INK, font_family=FONT)
    size: Attributes = {"width": WIDTH, "height": height, "viewBox": f"0 0 {WIDTH:.0f} {height:.0f}"}
    names: Attributes = {"role": "img", "aria_labelledby": "bm-title", "aria_describedby": "bm-desc"}
    svg = element("svg", told, figures.defs(), ground, sheet, xmlns=NAMESPACE, lang=telling.context.language, **size, **names)
    return f"{svg}\n"


def _title(telling: Telling, listed: Sequence[Entry]) -> Iterator[str]:
    room, timeline = WIDTH - 2 * _EDGE, telling.context.timeline
    title = text(fit(telling.routine(), 25, room))
    start = telling.reading.text(_EDGE)
    yield element("text", title, y=40, font_size=24, font_weight="bold", data_room=room, **start)
    total = telling.say("picture-total", time=telling.time(timeline.total), count=len(listed))
    yield element("text", text(fit(total, 14, room)), y=62, font_size=14, data_room=room, **start)


def _bodies(telling: Telling, figures: Figures, listed: Sequence[Entry], marks: Sequence[Mark]) -> Iterator[str]:
    """Draw the two figures in the middle, each with its names on its outer side."""
    named = [any(mark.patches and view in mark.views for mark in marks) for view in MAIN]
    middle = WIDTH / 2 + (named[0] - named[1]) * _NAMES / 2
    for at, view in enumerate(MAIN):
        right, left = at == 1, middle - _COLUMN * (1 - at)
        yield figures.view(view, marks, at=(left, _HEAD), height=_FIGURE)
        name = text(telling.say(f"picture-view-{view}"))
        yield element("text", name, x=left + _COLUMN / 2, y=_HEAD - 6, font_size=15, text_anchor="middle", font_weight="bold")
        yield from _sides(telling, view, left + _COLUMN / 2)
        placed = spread(_labels(telling, view, listed, left, right=right), _HEAD, _HEAD + _FIGURE)
        edge = left + _COLUMN + 4 if right else left - 4
        yield from margin(placed, edge=edge, room=(WIDTH - edge if right else edge) - _EDGE, right=right)


def _sides(telling: Telling, view: str, middle: float) -> Iterator[str]:
    for side in ("left", "right"):
        x = middle + atlas().views[view].sign(side) * 100
        words = text(fit(telling.side(side), 12, 90))
        yield element(
            "text", words, x=x, y=_HEAD + _FIGURE - 12, font_size=12, text_anchor="middle", fill="#5b6670", data_room=90
        )


def _labels(telling: Telling, view: str, listed: Sequence[Entry], left: float, *, right: bool) -> list[Label]:
    """Name each place once, at the side of it that lies nearer to the margin; the members of a row together."""
    found = [_label(telling, patches, numbers, view, left, right=right) for patches, numbers in worked(listed, view)]
    crowded = sum(label.height for label in found) > _FIGURE
    return [attrs.evolve(label, name=f"{label.name}: {label.below}", below="") for label in found] if crowded else found


def _label(telling: Telling, patches: Sequence[Patch], numbers: list[int], view: str, left: float, *, right: bool) -> Label:
    box, outward = atlas().views[view].box, 1 if right else -1
    x, y = max((_towards(patch, outward) for patch in patches), key=lambda at: (at[0] * outward, at[1]))
    sides, places = {patch.side for patch in patches}, {patch.place for patch in patches}
    name = telling.place(patches[0].place if len(places) == 1 else patches[0].place.partition(" ")[0])
    one = next(iter(sides)) if len(sides) == 1 else ""
    return Label(
        name=telling.say("picture-sided", place=name, side=telling.side(one)) if one else name,
        below=telling.say("picture-at", count=len(numbers), numbers=spans(numbers)),
        anchor=(left + (x - box[0]) * _SCALE, _HEAD + (y - box[1]) * _SCALE),
    )


def worked(listed: Sequence[Entry], view: str) -> list[tuple[list[Patch], list[int]]]:
    """Give the shapes of each region in a view, and the numbers of the steps that are done there."""
    found: dict[str, tuple[dict[Patch, None], dict[int, None]]] = {}
    for entry in listed:
        for patch in (patch for mark in entry.marks for patch in mark.patches if patch.view == view):
            patches, numbers = found.setdefault(patch.place.partition(" ")[0], ({}, {}))
            patches[patch] = None
            numbers[entry.number] = None
    return [(list(patches), list(numbers)) for patches, numbers in found.values()]


def _towards(patch: Patch, outward: int) -> Point:
    """Give the middle of a shape, of one over the midline that of its half."""
    shift = patch.size**0.5 / 4 if not patch.side else 0
    return patch.anchor[0] + shift * outward, patch.anchor[1]


def _details(telling: Telling, figures: Figures, listed: Sequence[Entry], top: float) -> tuple[list[str], float]:
    """Draw heads, hands and feet that are worked on, larger, in a row."""
    marks = [mark for entry in listed for mark in entry.marks]
    views = [view for view in atlas().views if view not in MAIN and any(view in mark.views for mark in marks)]
    if not views:
        return [], top
    room, parts = (WIDTH - 2 * _EDGE) / max(len(views), 3), []
    for at, view in enumerate(views):
        box, left = atlas().views[view].box, _EDGE + at * room
        height = min(_DETAIL, (room - 12) * box[3] / box[2])
        wide = box[2] * height / box[3]
        name = fit(telling.say(f"picture-view-{view}"), 13, room - 12)
        middle = left + room / 2
        parts.append(element("text", text(name), x=middle, y=top + 14, font_size=12.5, text_anchor="middle", font_weight="bold"))
        parts.append(figures.view(view, marks, at=(middle - wide / 2, top + 22), height=height))
        numbers = sorted({number for _, found in worked(listed, view) for number in found})
        words = fit(telling.say("picture-at", count=len(numbers), numbers=spans(numbers)), 12, room - 12)
        where: Attributes = {"x": middle, "y": top + 22 + _DETAIL + 14, "text_anchor": "middle"}
        parts.append(element("text", text(words), font_size=12, data_room=room - 12, **where))
    return parts, top + _DETAIL + 50


def _own_losses(context: RenderContext, listed: Sequence[Entry], marks: Sequence[Mark]) -> Iterator[Loss]:
    shades: dict[str, set[int]] = {}
    for mark in marks:
        for patch in mark.patches:
            shades.setdefault(patch.key, set()).add(mark.shade)
    mixed = [view for view in MAIN for patch, _ in firmest(marks, view) if len(shades[patch.key]) > 1]
    if mixed:
        yield context.loss("firmest", count=len(mixed))
    levels = [level for entry in listed for cue in entry.cues if (level := level_of(context, cue))]
    scales = dict.fromkeys(context.phrases.word("scale", level.scale) for level in levels)
    if len(scales) > 1:
        yield context.loss("scales", count=len(scales), what=context.locale.listed(scales))
