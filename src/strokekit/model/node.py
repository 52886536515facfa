"""What every section, block and step may carry, as written: names, words, care, conditions.

Dose and state values are literals of `strokekit.model`, `UNSTATED`, or `Deferred` where they name a value of the routine.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.model.amounts import Count, Duration
from strokekit.model.condition import When
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Place
from strokekit.model.state import Lubricant, Pose
from strokekit.model.touch import Level, Pressure

LocalText: TypeAlias = Mapping[str, str]
"""A text by language tag; at least one."""
LOCKS = ("order", "dose", "steps", "texts")
"""What of a node may be locked; `locked: true` locks all of it."""


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen(kw_only=True)
class Deferred:
    """A literal that names values (`$passes`, `tight_areas in $area`); composing fills them in and reads it."""

    kind: str
    written: Any
    origin: str


@attrs.frozen(kw_only=True)
class Slip:
    """Where the source is at fault, and what the file follows instead."""

    kind: Literal["error", "ambiguity", "contradiction", "repetition", "omission"]
    says: LocalText
    read_as: LocalText
    field: str | None = None


@attrs.frozen(kw_only=True)
class At:
    """When a cue is given within its step: `start`, `end`, a share, an offset, or again and again."""

    word: str | None = None
    """`start`, `end`, `pressure_rise`, `side_change`, `leaving`, `often`, `each_repeat`."""
    share: Decimal | None = None
    ms: int | None = None
    """From the start; negative: before the end."""
    every_ms: int | None = None


@attrs.frozen(kw_only=True)
class Prompt:
    """Something said to the client, asked of the client, or shown to the therapist."""

    kind: Literal["say", "ask", "caution"]
    text: LocalText
    at: At = At(word="start")
    answers: Mapping[str, Effects] = _map()
    """Answer → what it brings about."""
    origin: str = ""


@attrs.frozen(kw_only=True)
class Media:
    """A picture, a sound or a film that belongs to a node; `href` is never opened by this library."""

    kind: Literal["image", "audio", "video", "document"]
    href: str
    title: LocalText | None = None
    language: str | None = None


@attrs.frozen(kw_only=True)
class Avoid:
    """A place or a finding and what may not be done about it."""

    place: Place
    effect: str
    """`keep_off`, `no_contact`, `no_pressure`, `light_only`, `no` or `at_most`."""
    technique: str | None = None
    """For `no`: the technique or family."""
    level: Level | None = None
    """For `at_most`."""
    because: LocalText | None = None
    source: str | None = None
    note: LocalText | None = None
    written: str = ""
    """The place as written."""
    rule: str = ""
    """The rule as written."""
    origin: str = ""


@attrs.frozen(kw_only=True)
class StopRule:
    """A sign, or a pain level, and what to do when it shows."""

    sign: str
    response: str
    then: str | None = None
    """What is done after the response: another response."""
    to: Level | None = None
    """For `lighten`: down to which level."""
    note: LocalText | None = None
    origin: str = ""


@attrs.frozen(kw_only=True)
class Effects:
    """What an answer or a condition brings about; what is not named stays as it is.

    A decision ends or delays the treatment before it begins; nobody is refused by silence, only by an answer.
    """

    decisions: Mapping[str, LocalText | None] = _map()
    """`refuse`, `delay`, `refer`, `consult` → the words beside it: to whom, how long, why."""
    cap: Level | None = None
    pressure: Pressure | None = None
    avoid: tuple[Avoid, ...] = ()
    forbid: tuple[str, ...] = ()
    """Techniques and families that are not done, things that are not used."""
    forbid_positions: tuple[Pose, ...] = ()
    lubricant: Lubricant | None = None
    emphasis: tuple[Place, ...] = ()
    skip: tuple[str, ...] = ()
    """Ids of nodes that are left out."""
    settings: Mapping[str, Any] = _map()
    """Values that are set; the text `answer` stands for what was said."""
    repeat: Count | None = None
    """How often what was asked about is done again."""
    prompts: tuple[Prompt, ...] = ()
    origin: str = ""


@attrs.frozen(kw_only=True)
class StatedTotal:
    """A total that the source states, and what it covers: ids, `table`, `visit`, or None for what it stands on."""

    duration: Duration
    covers: tuple[str, ...] = ()
    source: str | None = None
    note: LocalText | None = None
    origin: str = ""


@attrs.frozen(kw_only=True)
class Node:
    """What every section, block and step may carry. `origin` is its JSON Pointer in the document."""

    origin: str
    id: str
    id_given: bool = False
    label: str | None = None
    title: LocalText | None = None
    note: LocalText | None = None
    purposes: tuple[str, ...] = ()
    source: str | None = None
    slips: tuple[Slip, ...] = ()
    differs: tuple[Mapping[str, Any], ...] = ()
    when: When | Deferred | None = None
    expect: bool = True
    optional: bool = False
    priority: Literal["low", "normal", "high"] = "normal"
    state: Mapping[str, Any] = _map()
    avoid: tuple[Avoid, ...] = ()
    cap: Level | None = None
    stop: tuple[StopRule, ...] = ()
    rest: Any = None
    duration: Duration | Deferred | None = None
    """Of the whole node; for techniques and actions it stands in their dose."""
    share: Any = None
    """A `Percent` of the time of what the node stands in; for techniques it stands in their dose."""
    locked: tuple[str, ...] = ()
    """What nobody may change: of `LOCKS`."""
    mark: str | None = None
    """A name for the spots that are found here; `marked name` works on them later."""
    media: tuple[Media, ...] = ()
    may_add: tuple[Any, ...] = ()
    """Steps that a plan may switch on inside any step below."""
    prompts: tuple[Prompt, ...] = ()
    stated_totals: tuple[StatedTotal, ...] = ()
    extras: Mapping[str, Any] = _map()
