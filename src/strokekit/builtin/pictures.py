"""The renderers that draw pictures: the body map and the timeline; each loads what it needs when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from strokekit.plugins.declarations import Rendered, Renderer

if TYPE_CHECKING:
    from strokekit.rendering.context import RenderContext


def _body_map(context: RenderContext) -> Rendered:
    from strokekit.drawing.bodymap import body_map

    return body_map(context)


def _timeline(context: RenderContext) -> Rendered:
    from strokekit.drawing.chart import chart

    return chart(context)


RENDERERS = (
    Renderer(
        id="svg",
        title="Body map",
        summary="the body from front and back: where the work is, in which direction, how firmly, and what is avoided",
        media_type="image/svg+xml",
        suffix=".svg",
        render=_body_map,
    ),
    Renderer(
        id="timeline_svg",
        title="Timeline chart",
        summary="sections, steps, sides, rests and what is said on an axis of time",
        media_type="image/svg+xml",
        suffix=".svg",
        render=_timeline,
    ),
)
"""Each is contributed through the hook `strokekit_renderers`."""
