"""The body maps of a page: each different one once, and which of them goes with a cue."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from strokekit.drawing.steps import step_figures
from strokekit.model.timeline import Cue
from strokekit.plugins.declarations import Loss
from strokekit.rendering.context import RenderContext

PREFIX = "map-"
"""What the ids of all pictures begin with."""


@attrs.frozen(kw_only=True)
class Pictures:
    """Pictures as markup that may stand in a page; `shared` has to stand there once, before them."""

    shared: str = ""
    drawn: tuple[str, ...] = ()
    whole: str = ""
    """All that is worked on, in one picture."""
    losses: tuple[Loss, ...] = ()
    numbers: Mapping[int, int | None] = attrs.field(factory=dict)
    """Identity of a cue of the timeline → the number of its picture."""

    def of(self, cue: Cue) -> int | None:
        """Give the number of the picture that goes with a cue of the timeline; None where there is nothing to draw."""
        return self.numbers.get(id(cue))


def pictures_of(context: RenderContext) -> Pictures:
    """Draw the body maps of all cues of a timeline."""
    figures = step_figures(context, prefix=PREFIX)
    return Pictures(
        shared=figures.defs if figures.pictures else "",
        drawn=tuple(figure.svg for figure in figures.pictures),
        whole=figures.whole.svg if figures.whole else "",
        losses=figures.losses,
        numbers={id(cue): number for cue, number in zip(context.timeline.cues, figures.of, strict=True)},
    )
