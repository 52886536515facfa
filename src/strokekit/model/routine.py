"""A routine as written: what the author meant, before anything is inherited, counted or timed.

What its nodes carry stands in `strokekit.model.node`, its steps in `strokekit.model.steps`; both can be imported from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from strokekit.formats.document import Document
from strokekit.model.amounts import Count, Duration, Percent, Quantity
from strokekit.model.frozen import FrozenMap
from strokekit.model.node import (
    LOCKS,
    At,
    Avoid,
    Deferred,
    Effects,
    LocalText,
    Media,
    Node,
    Prompt,
    Slip,
    StatedTotal,
    StopRule,
)
from strokekit.model.place import Area, Path, Place
from strokekit.model.steps import (
    Block,
    But,
    Checkpoint,
    Choice,
    Deed,
    Free,
    Include,
    Interspersed,
    Members,
    Section,
    Spoken,
    Step,
    Unlisted,
)
from strokekit.model.touch import Level, Tool


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen(kw_only=True)
class Source:
    """Where the routine, or a part of it, comes from."""

    id: str
    title: LocalText
    details: Mapping[str, str] = _map()


@attrs.frozen(kw_only=True)
class Claim:
    """What a source asserts about the routine; never the word of this library."""

    id: str
    text: LocalText
    by: str


@attrs.frozen(kw_only=True)
class Value:
    """A value that whoever uses the routine may set."""

    id: str
    type: str
    origin: str
    default: Any = None
    has_default: bool = False
    min: Any = None
    max: Any = None
    choice: tuple[str, ...] = ()
    title: LocalText | None = None
    description: LocalText | None = None


@attrs.frozen(kw_only=True)
class Equipment:
    """A thing the routine needs, with what no step mentions of it."""

    thing: str
    amount: Quantity | None = None
    details: Mapping[str, Any] = _map()
    origin: str = ""


@attrs.frozen(kw_only=True)
class Recipient:
    """Who receives the routine."""

    kind: str = "unstated"
    details: Mapping[str, Any] = _map()


@attrs.frozen(kw_only=True)
class Contraindications:
    """What speaks against the routine. `unknown` is not `none_reviewed`."""

    status: Literal["unknown", "none_reviewed", "listed"] = "unknown"
    items: Mapping[str, Effects] = _map()
    """Condition → what it brings about."""
    origin: str = ""


@attrs.frozen(kw_only=True)
class Question:
    """Something to ask before the first stroke. Nobody has answered it until somebody has: silence is never a no.

    `then` is what a yes brings about; `answers` what each answer does. With `needed`, nothing starts without a yes.
    """

    id: str
    ask: LocalText
    who: str | None = None
    """Who is asked, where it is not the client."""
    type: str = "boolean"
    """The sort of answer: a value's type."""
    then: Effects | None = None
    answers: Mapping[str, Effects] = _map()
    needed: bool = False
    origin: str = ""


@attrs.frozen(kw_only=True)
class Limit:
    """How much of something a run may hold: one of `tool`, `technique`, `purpose`, `where`, and one measure of it."""

    tool: Tool | None = None
    technique: str | None = None
    """A technique or a family."""
    purpose: str | None = None
    where: Place | None = None
    duration: Duration | None = None
    share: Percent | None = None
    """Of the time on the table."""
    repeat: Count | None = None
    source: str | None = None
    note: LocalText | None = None
    origin: str = ""


@attrs.frozen(kw_only=True)
class LocalPlace:
    """A point, line, zone or way that the document names; `at` anchors it in the anatomy, so that rules reach it."""

    id: str
    kind: Literal["point", "line", "zone", "path"] = "point"
    at: Area | None = None
    path: Path | None = None
    """For the kinds `line` and `path`: the way that it takes."""
    title: LocalText | None = None
    origin: str = ""


@attrs.frozen(kw_only=True)
class LocalScale:
    """A pressure scale of the document's own; its levels are compared with those of no other."""

    id: str
    title: LocalText
    low: str
    high: str
    levels: Mapping[str, LocalText] = _map()
    words: Mapping[str, str] = _map()
    """Pressure word → level or range of levels."""
    origin: str = ""


@attrs.frozen(kw_only=True)
class Part:
    """A block that stands wherever it is included, with values of its own."""

    id: str
    block: Block
    values: Mapping[str, Value] = _map()
    origin: str = ""


@attrs.frozen(kw_only=True)
class Variant:
    """One service of several that a file describes: which sections it has, and what it sets."""

    id: str
    sections: tuple[str, ...]
    default: bool = False
    title: LocalText | None = None
    settings: Mapping[str, Any] = _map()
    recipient: Recipient | None = None
    source: str | None = None
    stated_totals: tuple[StatedTotal, ...] = ()
    origin: str = ""


@attrs.frozen(kw_only=True)
class Appointment:
    """A line of the schedule: in these weeks, so often, in this variant. It never changes a single run."""

    weeks: Count
    times: Count
    """`each` names the unit: `2 each week`."""
    variant: str | None = None
    note: LocalText | None = None
    origin: str = ""


@attrs.frozen(kw_only=True)
class Routine:
    """A whole routine as written.

    `document` is the text it was read from, if it was read from one: it is no part of what the routine says, so two routines
    that say the same are equal whatever they were read from.
    """

    document: Document | None = attrs.field(default=None, eq=False, repr=False)
    title: LocalText
    language: str
    kind: Literal["routine", "fragment"] = "routine"
    """A fragment has parts and no sections: it is only there to be included."""
    sections: tuple[Section, ...] = ()
    id: str | None = None
    summary: LocalText | None = None
    note: LocalText | None = None
    extent: Literal["whole", "part", "outline"] = "whole"
    missing: LocalText | None = None
    sources: Mapping[str, Source] = _map()
    source: str | None = None
    slips: tuple[Slip, ...] = ()
    claims: tuple[Claim, ...] = ()
    requires: Mapping[str, str] = _map()
    recipient: Recipient = Recipient()
    contraindications: Contraindications = Contraindications()
    avoid: tuple[Avoid, ...] = ()
    cap: Level | None = None
    stop: tuple[StopRule, ...] = ()
    screen: tuple[Question, ...] = ()
    limits: tuple[Limit, ...] = ()
    locked: tuple[str, ...] = ()
    may_add: tuple[Step, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    values: Mapping[str, Value] = _map()
    parts: Mapping[str, Part] = _map()
    variants: Mapping[str, Variant] = _map()
    places: Mapping[str, LocalPlace] = _map()
    scales: Mapping[str, LocalScale] = _map()
    words: Mapping[str, Mapping[str, LocalText]] = _map()
    defaults: Mapping[str, Any] = _map()
    booking: Mapping[str, Duration] = _map()
    stated_totals: tuple[StatedTotal, ...] = ()
    schedule: tuple[Appointment, ...] = ()
    sign_off: str | None = None
    files: Mapping[str, Routine] = _map()
    """The files that this one includes, and those that they include: path from this file's folder → what is in it."""
    extras: Mapping[str, Any] = _map()


__all__ = [
    "LOCKS",
    "Appointment",
    "At",
    "Avoid",
    "Block",
    "But",
    "Checkpoint",
    "Choice",
    "Claim",
    "Contraindications",
    "Deed",
    "Deferred",
    "Effects",
    "Equipment",
    "Free",
    "Include",
    "Interspersed",
    "Limit",
    "LocalPlace",
    "LocalScale",
    "LocalText",
    "Media",
    "Members",
    "Node",
    "Part",
    "Prompt",
    "Question",
    "Recipient",
    "Routine",
    "Section",
    "Slip",
    "Source",
    "Spoken",
    "StatedTotal",
    "Step",
    "StopRule",
    "Unlisted",
    "Value",
    "Variant",
]
