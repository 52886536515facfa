"""The renderer of the page that plays; it loads what it needs when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from strokekit.plugins.declarations import Parameter, Renderer

if TYPE_CHECKING:
    from strokekit.plugins.declarations import Rendered
    from strokekit.rendering.context import RenderContext


def _html(context: RenderContext) -> Rendered:
    from strokekit.webpage.page import page

    return page(context)


RENDERERS = (
    Renderer(
        id="html",
        title="Treatment card and player as one page",
        summary="a page that prints as a card and plays in any browser, without a network",
        media_type="text/html",
        suffix=".html",
        render=_html,
        options={
            "speech": Parameter(
                type="boolean",
                title="Spoken cues",
                summary="whether cues are spoken until a reader chooses otherwise",
                default=False,
            ),
            "chime": Parameter(
                type="boolean",
                title="Chime",
                summary="whether each step begins with a chime until a reader chooses otherwise",
                default=True,
            ),
            "vibration": Parameter(
                type="boolean",
                title="Vibration",
                summary="whether the device vibrates at each step until a reader chooses otherwise",
                default=True,
            ),
            "extend": Parameter(
                type="duration",
                title="More time",
                summary="how much longer a step gets at a touch of the button for it",
                default="30 s",
                limits="1 s..1 h",
            ),
        },
    ),
)
"""It is contributed through the hook `strokekit_renderers`."""
