"""What a renderer gets: one frozen value that is only ever added to."""

from __future__ import annotations

import attrs

from strokekit.errors import PluginError, UsageError
from strokekit.model.plan import Plan
from strokekit.model.timeline import Timeline
from strokekit.plugins.attempting import Failed, Misfit, attempt
from strokekit.plugins.calling import failed
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Renderer
from strokekit.plugins.discovery import BUILTIN, Owner
from strokekit.rendering.messages import Messages
from strokekit.rendering.phrases import Phrases
from strokekit.rendering.titles import own_titles


@attrs.frozen(kw_only=True)
class RenderContext:
    """A plan, the catalogue that it was made with, its timeline, and the language to write in. Never the environment."""

    _plan: Plan | None
    catalog: Catalog
    language: str = "en"
    exact: Timeline | None = None
    """The timeline; None while a time is unknown, for renderers that are declared as not `timed`."""

    @property
    def plan(self) -> Plan:
        """The plan; a timeline that was read back from JSON has none.

        Raises:
            UsageError: there is none.
        """
        if self._plan is None:
            raise UsageError("this timeline has no plan: it was read back from JSON, and this renderer needs more than that")
        return self._plan

    @property
    def timeline(self) -> Timeline:
        """The timeline: every renderer that is declared as `timed`, as each is by default, gets one.

        Raises:
            UsageError: there is none, because a time is unknown.
        """
        if self.exact is None:
            raise UsageError("there is no timeline: the plan was rendered as it is")
        return self.exact

    @property
    def messages(self) -> Messages:
        """The words in the language asked for, then in the routine's own."""
        return Messages(self.catalog, self.language)

    @property
    def phrases(self) -> Phrases:
        """Values in words, with the routine's own vocabulary."""
        return Phrases(self.messages, own_titles(self._plan.routine) if self._plan is not None else {})


def rendered(renderer: Renderer, context: RenderContext) -> str | bytes:
    """Write a plan down with a renderer.

    Raises:
        PluginError: the renderer of a plugin failed, or gave neither text nor bytes; it names the plugin.
    """
    owner = context.catalog.owners.get(f"renderer:{renderer.id}", Owner(BUILTIN))
    if owner.namespace == BUILTIN:
        return renderer.render(context)
    what, instead = f"the renderer `{renderer.id}`", "choose another renderer"
    tried = attempt(lambda: _written(renderer.render(context)))
    if isinstance(tried, Failed):
        raise PluginError((failed(owner, what, tried.words, instead),))
    return tried.value


def _written(given: object) -> str | bytes:
    if not isinstance(given, (str, bytes)):
        raise Misfit(f"it gave {type(given).__name__}, not text or bytes")
    return given
