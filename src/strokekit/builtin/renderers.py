"""The renderers that strokekit ships; each loads what it needs when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from strokekit.builtin.exports import RENDERERS as EXPORTS
from strokekit.builtin.pages import RENDERERS as PAGES
from strokekit.builtin.pictures import RENDERERS as PICTURES
from strokekit.plugins.declarations import Renderer

if TYPE_CHECKING:
    from strokekit.rendering.context import RenderContext


def _markdown(context: RenderContext) -> str:
    from strokekit.rendering.cards import markdown

    return markdown(context)


def _text(context: RenderContext) -> str:
    from strokekit.rendering.cards import text

    return text(context)


def _json(context: RenderContext) -> str:
    from strokekit.rendering.timeline_json import timeline_json

    return timeline_json(context)


_CARDS = (
    Renderer(
        id="text",
        title="Treatment card as plain text",
        summary="the card to print, in lines of at most 80 columns",
        media_type="text/plain",
        suffix=".txt",
        render=_text,
        timed=False,
    ),
    Renderer(
        id="markdown",
        title="Treatment card as Markdown",
        summary="the card for whatever shows Markdown",
        media_type="text/markdown",
        suffix=".md",
        render=_markdown,
        timed=False,
    ),
    Renderer(
        id="json",
        title="Timeline as JSON",
        summary="every cue with all that is known of it, for programs; strokekit reads it back",
        media_type="application/json",
        suffix=".json",
        render=_json,
    ),
)

RENDERERS = (
    *_CARDS,
    *EXPORTS,
    *PAGES,
    *PICTURES,
)
"""Each is contributed through the hook `strokekit_renderers`."""
