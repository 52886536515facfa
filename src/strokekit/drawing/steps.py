"""One picture for each step, for a page: the definitions once, and small pictures that use them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from strokekit.drawing.atlas import MAIN, atlas
from strokekit.drawing.figures import Figures
from strokekit.drawing.marks import Mark, Marking
from strokekit.drawing.telling import Telling
from strokekit.drawing.xml import element, text
from strokekit.plugins.declarations import Loss
from strokekit.rendering.context import RenderContext

_HEIGHT = 832.0
_DETAIL = 300.0
"""How high a detail beside a figure is."""
_MARGIN = 30.0


@attrs.frozen(kw_only=True)
class Figure:
    """A picture of what is worked on: an `svg` that uses the definitions, and the same in words, which are not escaped."""

    svg: str
    title: str
    description: str


@attrs.frozen(kw_only=True)
class StepFigures:
    """The pictures of all steps. `of` has an index into `pictures` for each cue of the timeline, None where nothing is drawn."""

    defs: str
    """An `svg` without size that holds the definitions; it stands in the page once."""
    pictures: tuple[Figure, ...]
    of: tuple[int | None, ...]
    whole: Figure | None = None
    """All that is worked on in one picture, without arrows; None where nothing is drawn."""
    losses: tuple[Loss, ...] = ()


def step_figures(context: RenderContext, *, prefix: str = "bm-") -> StepFigures:
    """Draw every step of a timeline that is worked on the client, equal pictures once.

    Args:
        context: one with a timeline.
        prefix: what every id in the markup begins with.

    Raises:
        UsageError: the context has no timeline.
    """
    marking, figures, telling = Marking(context), Figures(prefix), Telling(context)
    made: dict[tuple[str, str, str], int] = {}
    marks: list[Mark] = []
    of: list[int | None] = []
    for cue in context.timeline.cues:
        mark = marking.mark(cue)
        if mark is None or not mark.patches:
            of.append(None)
            continue
        marks.append(attrs.evolve(mark, ways=()))
        told = (telling.title(cue), telling.places(cue), telling.description(cue))
        key = (picture(figures, mark, telling), f"{told[0]}: {told[1]}", told[2])
        of.append(made.setdefault(key, len(made)))
    pictures = tuple(
        Figure(svg=_named(body, title, description, f"{prefix}p{at}"), title=title, description=description)
        for at, (body, title, description) in enumerate(made)
    )
    whole = _whole(figures, marks, telling, prefix) if marks else None
    hidden = element("svg", figures.defs(), xmlns="http://www.w3.org/2000/svg", width=0, height=0, aria_hidden="true")
    return StepFigures(defs=hidden, pictures=pictures, of=tuple(of), whole=whole, losses=marking.losses())


def _whole(figures: Figures, marks: Sequence[Mark], telling: Telling, prefix: str) -> Figure:
    """Draw all steps in the views of the whole body in which one of them is worked on."""
    width, drawn = 0.0, ""
    for view in [view for view in MAIN if any(view in mark.views for mark in marks)]:
        drawn += figures.view(view, marks, at=(width, 0), height=_HEIGHT) + _sides(telling, view, width)
        width += atlas().views[view].box[2]
    title = telling.say("picture-map", title=telling.routine())
    description = telling.say("picture-map-description", count=len(marks))
    return Figure(svg=_named(f"{width:.0f}|{drawn}", title, description, f"{prefix}whole"), title=title, description=description)


def picture(figures: Figures, mark: Mark, telling: Telling) -> str:
    """Draw a step in the views that show it: the inside of an `svg`, with the size that it has as `viewBox` before it."""
    details = [view for view in mark.views if view not in MAIN]
    bodies = [view for view in MAIN if view in mark.views] or [atlas().views[details[0]].seen]
    width, drawn = 0.0, ""
    for view in bodies:
        drawn += figures.view(view, [mark], at=(width, 0), height=_HEIGHT) + _sides(telling, view, width)
        width += atlas().views[view].box[2]
    drawn += _details(figures, mark, details, width)
    return f"{width + _detail_width(details):.0f}|{drawn}"


def _details(figures: Figures, mark: Mark, details: Sequence[str], left: float) -> str:
    return "".join(figures.view(view, [mark], at=(left, at * (_DETAIL + 20)), height=_DETAIL) for at, view in enumerate(details))


def _detail_width(details: Sequence[str]) -> float:
    boxes = [atlas().views[view].box for view in details]
    return max((box[2] * _DETAIL / box[3] for box in boxes), default=0.0)


def _sides(telling: Telling, view: str, left: float) -> str:
    """Write which side of a figure is the client's left and which the right."""
    shown = atlas().views[view]
    middle, texts = left - shown.box[0], []
    for side in ("left", "right"):
        x = middle + shown.sign(side) * 130
        texts.append(element("text", text(telling.side(side)), class_="bm-text", x=x, y=_HEIGHT - _MARGIN, text_anchor="middle"))
    return element("g", *texts, fill="currentColor", font_size=26, font_family="system-ui, sans-serif")


def _named(body: str, title: str, description: str, key: str) -> str:
    """Put a picture into its `svg`, with its words; a description that says nothing is left out."""
    width, _, drawn = body.partition("|")
    inner = element("title", text(title), id=f"{key}-t")
    inner += element("desc", text(description), id=f"{key}-d") if description else ""
    names = {"role": "img", "aria_labelledby": f"{key}-t", "aria_describedby": f"{key}-d" if description else None}
    return element("svg", inner, drawn, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width} {_HEIGHT:.0f}", **names)
