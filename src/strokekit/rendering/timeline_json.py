"""Timeline → JSON: every cue with whole milliseconds, for programs that are not written in Python, and to be read back."""

from __future__ import annotations

from strokekit.model.timeline_json import timeline_text
from strokekit.rendering.context import RenderContext


def timeline_json(context: RenderContext) -> str:
    """Write the timeline as JSON text, described by `schemas/timeline.schema.json`. The language makes no difference."""
    return timeline_text(context.timeline)
