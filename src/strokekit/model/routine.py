"""A routine as written: what the author meant, before anything is inherited, counted or timed.

Dose and state values are literals of `strokekit.model`, `UNSTATED`, or `Deferred` where they name a value of the routine.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.formats.document import Document
from strokekit.model.amounts import Count, Duration, Quantity
from strokekit.model.condition import When
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Place
from strokekit.model.touch import Level, Pressure

LocalText: TypeAlias = Mapping[str, str]
"""A text by language tag; at least one."""


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
    """`start`, `end`, `pressure_rise`, `leaving`, `often`, `each_repeat`."""
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
    answers: Mapping[str, Any] = _map()
    origin: str = ""


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
    note: LocalText | None = None
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
    prompts: tuple[Prompt, ...] = ()
    stated_totals: tuple[StatedTotal, ...] = ()
    extras: Mapping[str, Any] = _map()


@attrs.frozen(kw_only=True)
class Deed:
    """A technique on the client, or an action around the work. `technique` may be unknown to the catalogue."""

    node: Node
    technique: str
    hands_on: bool
    dose: Mapping[str, Any] = _map()
    given: Mapping[str, Any] = _map()
    """What stands under `with`."""
    lasts: str | Duration | None = None
    of: str | None = None
    known: bool = True


@attrs.frozen(kw_only=True)
class Block:
    """Steps in order, once or in loops. `defaults` reach the techniques inside, field by field."""

    node: Node
    steps: tuple[Step, ...]
    repeat: Count | Deferred | None = None
    sides: str | None = None
    order: Literal["written", "any"] = "written"
    between: tuple[Step, ...] = ()
    duration: Duration | Deferred | None = None
    defaults: Mapping[str, Any] = _map()


@attrs.frozen(kw_only=True)
class Choice:
    """Some of several options; the first are the default."""

    node: Node
    count: Count | Deferred
    options: tuple[Step, ...]
    by: Literal["therapist", "client", "source"] = "therapist"


@attrs.frozen(kw_only=True)
class Spoken:
    """A step that is nothing but its cues."""

    node: Node


Step: TypeAlias = Deed | Block | Choice | Spoken
"""Any step of a routine."""


@attrs.frozen(kw_only=True)
class Section:
    """A part of the routine with a phase of the visit."""

    block: Block
    phase: str = "main"


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
    items: Mapping[str, Any] = _map()
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
    sections: tuple[Section, ...]
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
    equipment: tuple[Equipment, ...] = ()
    values: Mapping[str, Value] = _map()
    words: Mapping[str, Mapping[str, LocalText]] = _map()
    defaults: Mapping[str, Any] = _map()
    booking: Mapping[str, Duration] = _map()
    stated_totals: tuple[StatedTotal, ...] = ()
    extras: Mapping[str, Any] = _map()


__all__ = [
    "At",
    "Avoid",
    "Block",
    "Choice",
    "Claim",
    "Contraindications",
    "Deed",
    "Deferred",
    "Equipment",
    "LocalText",
    "Node",
    "Pressure",
    "Prompt",
    "Recipient",
    "Routine",
    "Section",
    "Slip",
    "Source",
    "Spoken",
    "StatedTotal",
    "Step",
    "StopRule",
    "Value",
]
