"""What a renderer gets: one frozen value that is only ever added to."""

from __future__ import annotations

import attrs

from strokekit.model.timeline import Timeline
from strokekit.plugins.catalog import Catalog
from strokekit.rendering.messages import Messages
from strokekit.rendering.phrases import Phrases


@attrs.frozen(kw_only=True)
class RenderContext:
    """A timeline, the catalogue that it was made with, and the language to write in. Never the environment."""

    timeline: Timeline
    catalog: Catalog
    language: str = "en"

    @property
    def messages(self) -> Messages:
        """The words in the language asked for, then in the routine's own."""
        return Messages(self.catalog, self.language)

    @property
    def phrases(self) -> Phrases:
        """Values in words, with the routine's own vocabulary."""
        return Phrases(self.messages, self.timeline.plan.routine.words)
