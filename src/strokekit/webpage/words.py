"""The words that the page fills in by itself, as patterns: `Step {number} of {count}`. All of them are messages."""

from __future__ import annotations

from collections.abc import Mapping

from strokekit.rendering.context import RenderContext
from strokekit.rendering.messages import Messages

_PATTERNS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "start": ("page-start", ()),
    "pause": ("page-pause", ()),
    "go_on": ("page-go-on", ()),
    "anew": ("page-anew", ()),
    "at": ("page-at", ("number", "count")),
    "left": ("page-left", ("time",)),
    "over": ("page-over", ("time",)),
    "ends": ("page-ends", ("time",)),
    "announce": ("page-announce", ("number", "count", "title", "time")),
    "next": ("play-next", ("step",)),
    "last": ("play-last", ()),
    "soon": ("play-soon", ("time", "cue")),
    "at_end": ("play-at-end", ("cue",)),
    "ready": ("play-status-ready", ()),
    "paused": ("play-paused", ()),
    "resumed": ("play-resumed-now", ()),
    "waiting": ("play-waiting", ("until",)),
    "span": ("page-span", ("until",)),
    "extended": ("play-extended", ("time",)),
    "done": ("play-finished", ("time",)),
    "finished": ("play-finished", ("time",)),
    "stopped": ("play-stopped", ("time",)),
    "slept": ("page-slept", ("time",)),
}
"""Name in the page → message, and the facts that the page puts into it."""

HOURS, SIXTIETHS = 25, 60
"""How many numbers of hours, and of minutes and of seconds, a page has words for; more hours count as the most."""


def patterns(messages: Messages) -> dict[str, str]:
    """Give every pattern by its name; facts stand in it as their names in braces.

    >>> from strokekit import Engine
    >>> patterns(Messages(Engine().catalog, "en"))["at"]
    'Step {number} of {count}'
    """
    return {name: messages.say(message, **_marks(facts)) for name, (message, facts) in _PATTERNS.items()}


def units(context: RenderContext) -> dict[str, object]:
    """Give the words for each number of hours, minutes and seconds, and the pattern that joins two of them."""
    duration, join = context.locale.duration, context.messages.say("comma", **_marks(("first", "second")))
    return {
        "hours": [duration(hours * 3_600_000) for hours in range(HOURS)],
        "minutes": [duration(minutes * 60_000) for minutes in range(SIXTIETHS)],
        "seconds": [duration(seconds * 1_000) for seconds in range(SIXTIETHS)],
        "join": join,
    }


def _marks(facts: tuple[str, ...]) -> dict[str, str]:
    return {fact: f"{{{fact}}}" for fact in facts}
