"""What can happen to a player, and what it tells of: events go in, happenings come out. Both are values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.model.frozen import FrozenMap
from strokekit.playing.course import Segment


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen(kw_only=True)
class Tick:
    """Time went on, and nothing else."""


@attrs.frozen(kw_only=True)
class Start:
    """The work begins; `end_by` is the moment of the clock by which it is to end, if there is one."""

    end_by: int | None = None


@attrs.frozen(kw_only=True)
class EndBy:
    """The moment by which the work is to end is another one now; None: whenever it is done."""

    end_by: int | None = None


@attrs.frozen(kw_only=True)
class Pause:
    """The hands rest: no time counts until the work goes on."""


@attrs.frozen(kw_only=True)
class Resume:
    """The work goes on."""


@attrs.frozen(kw_only=True)
class Skip:
    """The rest of this segment is left out."""


@attrs.frozen(kw_only=True)
class Back:
    """The segment before this one is done again; of the first, itself."""


@attrs.frozen(kw_only=True)
class Restart:
    """This segment is done again from its beginning."""


@attrs.frozen(kw_only=True)
class Jump:
    """The segment `to` comes next, whether that leads on or back; a name that the course has not changes nothing."""

    to: str


@attrs.frozen(kw_only=True)
class Extend:
    """This segment gets `ms` more, or less if negative; it is over at once where nothing is left of it."""

    ms: int


@attrs.frozen(kw_only=True)
class Done:
    """A person says that this segment is done: the sign has shown, the answer is there, it is enough."""


@attrs.frozen(kw_only=True)
class Enough:
    """A person says that the sign has shown which ends all that this segment is part of; what is left of it is left out.

    `of` is the name of the span, the innermost one if it is empty. Where no sign ends more than the segment, nothing changes.
    """

    of: str = ""


@attrs.frozen(kw_only=True)
class Answer:
    """What the client answered to the question with the name `to`. If the work waits for that, it goes on."""

    to: str
    text: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Substitute:
    """Something else is done in the time of this segment, at its place: a technique, or what a few words say."""

    technique: str = ""
    title: Mapping[str, str] = _map()


@attrs.frozen(kw_only=True)
class Slept:
    """Nobody looked at the clock for too long; the player stops where it was last seen, as if it had been paused there."""


@attrs.frozen(kw_only=True)
class Worked:
    """So many milliseconds were worked while the player stood still, as when the computer slept and the therapist did not."""

    ms: int


@attrs.frozen(kw_only=True)
class Refit:
    """What comes after this segment was fitted again: other times, or other steps."""

    ahead: tuple[Segment, ...] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Unreachable:
    """What comes after this segment can't be fitted so that it ends on time; `why` is the reasons, in words."""

    why: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Stop:
    """The work ends here, whatever is left."""


Event: TypeAlias = (
    Tick
    | Start
    | EndBy
    | Pause
    | Resume
    | Skip
    | Back
    | Restart
    | Jump
    | Extend
    | Done
    | Enough
    | Answer
    | Substitute
    | Slept
    | Worked
    | Refit
    | Unreachable
    | Stop
)
"""Anything that can happen to a player."""

Kind: TypeAlias = Literal[
    "started",
    "completed",
    "skipped",
    "left",
    "cue",
    "waiting",
    "paused",
    "resumed",
    "extended",
    "cut",
    "substituted",
    "answered",
    "slept",
    "refitted",
    "unreachable",
    "finished",
    "stopped",
]
"""What a happening is."""


@attrs.frozen(kw_only=True)
class Happening:
    """One thing that a player tells of, at the moment when it was due, not when somebody looked.

    | kind | of | `ms` |
    |---|---|---|
    | `started` | a segment begins, or begins again | how long it is meant to last |
    | `completed` | a segment is over, `why`: its time is, or the bound of its wait; a person says so, or cuts it | time in it |
    | `skipped`, `left` | the rest of a segment is left out; the work goes elsewhere | time in it |
    | `cue` | something is said, asked or shown: `name` is that of the moment, `text` its words | 0 |
    | `waiting` | the planned time of a segment is over, and only a person ends it | time in it |
    | `paused`, `resumed` | time stops counting, and counts again | 0 |
    | `extended`, `cut` | a segment is given more time, or less | how much |
    | `substituted` | something else is done in its time | time in it so far |
    | `answered` | a question was answered; the answer stands in the record only | 0 |
    | `slept` | too long a gap: the player stands still | how long the gap was |
    | `refitted` | what is ahead was fitted again | how long it takes now |
    | `unreachable` | that could not be done; `text` is why | 0 |
    | `finished`, `stopped` | the end, and an end before it | the time worked in all |
    """

    kind: Kind
    name: str = ""
    """The segment, or the moment."""
    clock: int
    """When it was due, on the clock that was handed in."""
    elapsed: int
    """The time worked until then, pauses left out."""
    ms: int = 0
    why: Literal["", "time", "bound", "done", "cut"] = ""
    text: Mapping[str, str] = _map()
    number: int = 0
    """Which one it is in its session, from 1; 0 outside of one."""
