"""A timeline: the plan with every choice made and every time exact, as a list of cues.

All times are whole milliseconds from the start of the routine. A cue's `origin` is a JSON Pointer into the document; its `name`
is that of the plan's node, with `#2` for the second pass of a loop, and in loops within loops `#1#2` for the second pass of the
inner one in the first of the outer one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from strokekit.model.elastic import Elastic
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Plan, Via


def _frozen(items: Mapping[str, Any]) -> Mapping[str, Any]:
    return FrozenMap(items)


def _text(given: str | Mapping[str, str]) -> Mapping[str, str]:
    return FrozenMap({"en": given} if isinstance(given, str) else given)


@attrs.frozen(kw_only=True)
class Move:
    """One of the moves that a step consists of. Moves fill the time of their step from its beginning to its end.

    `ms` gives a move that much of it; the moves without divide what is left by their `share`, a whole weight > 0.
    """

    title: Mapping[str, str] = attrs.field(converter=_text)
    """A text in English, or one for each language tag."""
    share: int = 1
    ms: int | None = None
    where: str = ""
    """The place, as a routine would write it."""
    path: str = ""
    """The way, as a routine would write it."""
    side: Literal["", "left", "right"] = ""


@attrs.frozen(kw_only=True)
class Cue:
    """Something that begins and ends: a step, or what is said, asked, shown or moved during one. `0 <= start <= end`.

    Steps follow each other without gaps or overlaps, so their lengths add up to the total; the other cues lie within steps.
    Cues of the kind `move` fill the step whose name they bear in the same way; `text` is their title.
    """

    kind: Literal["step", "rest", "say", "ask", "caution", "checkpoint", "move"]
    name: str
    section: str
    origin: str
    start: int
    end: int
    via: tuple[Via, ...] = ()
    technique: str | None = None
    hands_on: bool = False
    text: Mapping[str, str] | None = None
    basis: Literal["stated", "source", "estimate"] = "estimate"
    """Whose number the length is; the author's only if nothing of it is estimated."""
    inserted: bool = False
    move: Move | None = None
    """For a cue of the kind `move`: which one."""

    @property
    def length(self) -> int:
        """How long the cue lasts, in milliseconds."""
        return self.end - self.start


@attrs.frozen(kw_only=True)
class Timeline:
    """The cues of one run in the order of their starts. The lengths of its steps and rests sum to `total`."""

    plan: Plan
    cues: tuple[Cue, ...]
    total: int
    elastic: Elastic
    """What the plan allows: the shortest, the ideal, the longest."""
    version: str = ""
    """The version of the engine that made it."""
    totals: Mapping[str, int] = attrs.field(factory=FrozenMap, converter=_frozen)
    """`hands_on`, `table` and `visit`: the three totals that people ask for, in milliseconds."""
    steps: Mapping[str, Any] = attrs.field(factory=FrozenMap, converter=_frozen, eq=False, repr=False)
    """The plan's steps by name."""
