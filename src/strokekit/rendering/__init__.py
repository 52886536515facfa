"""Timeline → text, Markdown, JSON: each a renderer like any plugin's."""

from strokekit.rendering.context import RenderContext

__all__ = ["RenderContext"]
