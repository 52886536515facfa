"""What a renderer gets: one frozen value that is only ever added to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs

from strokekit.errors import UsageError
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Plan
from strokekit.model.timeline import Timeline
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Loss
from strokekit.rendering.locale import Locale
from strokekit.rendering.messages import Messages
from strokekit.rendering.options import said_misfit
from strokekit.rendering.phrases import Phrases
from strokekit.rendering.style import SHIPPED, Style
from strokekit.rendering.titles import own_titles


def _frozen(given: Mapping[str, Any]) -> Mapping[str, Any]:
    return FrozenMap(given)


@attrs.frozen(kw_only=True)
class RenderContext:
    """A plan, the catalogue that it was made with, its timeline, the language to write in, and what the caller chose.

    Never the environment and never a clock: a renderer that needs an instant declares an option for it.
    """

    _plan: Plan | None
    catalog: Catalog
    language: str = "en"
    exact: Timeline | None = None
    """The timeline; None while a time is unknown, for renderers that are declared as not `timed`."""
    options: Mapping[str, Any] = attrs.field(factory=FrozenMap, converter=_frozen)
    """The renderer's options, each with a value: what was given, else its default, else None."""
    style: Style = SHIPPED
    """The caller's own templates."""
    renderer: str = ""
    """The id of the renderer."""

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
    def planned(self) -> bool:
        """Whether there is a plan."""
        return self._plan is not None

    @property
    def timeline(self) -> Timeline:
        """The timeline: every renderer that is declared as `timed`, as each is by default, gets one.

        Raises:
            UsageError: there is none, because a time is unknown.
        """
        if self.exact is None:
            raise UsageError("there is no timeline: the plan was rendered as it is")
        return self.exact

    @cached_property
    def messages(self) -> Messages:
        """The words in the language asked for, then in the routine's own."""
        return Messages(self.catalog, self.language)

    @cached_property
    def locale(self) -> Locale:
        """Numbers, lists, lengths of time and the writing direction of the language."""
        return Locale(self.language)

    @cached_property
    def phrases(self) -> Phrases:
        """Values in words, with the routine's own vocabulary."""
        return Phrases(self.messages, own_titles(self._plan.routine) if self._plan is not None else {})

    def loss(self, name: str, *, cues: Iterable[str] = (), count: int | None = None, **facts: Any) -> Loss:
        """Make a loss; its words are the message `loss-` with its name, which also gets `count`.

        Raises:
            KeyError: no catalogue has that message.
        """
        concerned = tuple(cues)
        number = max(len(concerned), 1) if count is None else count
        words = self.messages.say(f"loss-{name}", count=number, **facts)
        return Loss(name=name, message=words, cues=concerned, count=number)

    def misfit(self, option: str, expected: str) -> UsageError:
        """Make the error of an option whose value can't be used; `expected` says what it takes. It is raised by the renderer."""
        return UsageError(said_misfit(self.renderer, option, expected, self.options.get(option)))
