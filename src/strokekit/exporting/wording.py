"""What a cue says in other programs: a step by title, side and places, a prompt by its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.model.timeline import Cue, Timeline
from strokekit.rendering.context import RenderContext
from strokekit.rendering.lines import one_line
from strokekit.rendering.messages import Messages
from strokekit.rendering.site_phrases import SitePhrases

TIMED = ("step", "rest")
"""The kinds of cues that take the time of a timeline: they follow each other from its start to its end."""
PROMPTS = ("say", "ask", "caution", "side")
"""The kinds that are a moment in which something is said."""


def timed(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Give the cues that take the time, in order."""
    return tuple(cue for cue in cues if cue.kind in TIMED)


def repeated(timeline: Timeline) -> dict[int, Cue]:
    """Give the prompts that are all of their step, by the place of that step among the cues: both have the same words.

    A step that is nothing but words has a cue of its own, and one for what is said in it.
    """
    said: dict[tuple[str, int], Cue] = {(cue.name, cue.start): cue for cue in timeline.cues if cue.kind in PROMPTS}
    bare = ((at, cue) for at, cue in enumerate(timeline.cues) if cue.kind == "step" and cue.technique is None)
    found = {at: said.get((cue.name, cue.start)) for at, cue in bare}
    return {at: prompt for at, prompt in found.items() if prompt is not None and _same(timeline.cues[at], prompt)}


def _same(step: Cue, prompt: Cue) -> bool:
    return step.work is not None and step.work.title == prompt.text


@attrs.frozen
class Wording:
    """Puts cues into words, each on one line."""

    messages: Messages
    sites: SitePhrases

    @classmethod
    def of(cls, context: RenderContext) -> Wording:
        """Speak the language of a context."""
        return cls(context.messages, SitePhrases(context))

    def text(self, texts: Mapping[str, str] | None) -> str:
        """Give a text of the timeline."""
        return one_line(self.messages.text(texts or {}))

    def title(self, cue: Cue) -> str:
        """Say what a step is, with its side: `Kneading (left)`."""
        work = cue.work
        if work is None:
            return self.messages.say("cue-rest") if cue.kind == "rest" else cue.name
        title = self.text(work.title) or cue.name
        if not work.side:
            return title
        return self.messages.say("noted", text=title, note=self.messages.say(f"side-{work.side}"))

    def places(self, cue: Cue) -> str:
        """Say where a step works, each place once, with its side unless the title says it; empty where nobody says."""
        return one_line(self.sites.places(cue.work))

    def side(self, cue: Cue) -> str:
        """Give the side that a step works on: its own, else that of all its places; empty where nobody says."""
        if cue.work is None:
            return ""
        sides = {site.side for site in cue.work.sites}
        return cue.work.side or (sides.pop() if len(sides) == 1 else "")

    def headline(self, cue: Cue) -> str:
        """Say a step in one line: `Kneading (left): upper back and shoulder`."""
        title, places = self.title(cue), self.places(cue)
        return self._say("cue-step", title=title, places=places) if places else title

    def prompt(self, cue: Cue) -> str:
        """Say what is said, asked or to be cared for, with who it is for."""
        if cue.kind == "side":
            return self.messages.say("cue-side")
        return self._say(f"cue-{cue.kind}", text=self.text(cue.text))

    def _say(self, name: str, **facts: Any) -> str:
        return one_line(self.messages.say(name, **facts))
