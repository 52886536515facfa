"""What a plugin contributes, as frozen values: techniques, regions, words, quantities, scales, rules, renderers.

Literals in a declaration (limits, defaults, times) stay as written; the catalogue reads them when they are first needed, so that
loading a plugin costs no parsing and a value pickles as it was declared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.model.frozen import FrozenMap

API = 1
"""The version of the plugin interface that this release speaks."""

Text: TypeAlias = "str | Mapping[str, str]"
"""A text in English, or one text for each language tag."""


def frozen(value: Any) -> Any:
    """Give a text or a literal as nobody can change it: mappings become read-only, at every depth.

    >>> frozen({"en": "Kneading"})
    FrozenMap({'en': 'Kneading'})
    """
    if isinstance(value, Mapping):
        return FrozenMap({key: frozen(part) for key, part in value.items()})
    return value


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=frozen)


@attrs.frozen(kw_only=True)
class Provenance:
    """Where a piece of knowledge comes from; `kind` says how far it carries."""

    kind: Literal["publication", "tradition", "teacher", "own_practice", "estimate"]
    source: str = ""
    """An address or a title; may be empty only for an estimate."""
    note: str = ""


ESTIMATE = Provenance(kind="estimate")
"""Nobody measured it."""


@attrs.frozen(kw_only=True)
class Takes:
    """That a technique takes a dose field: whether it must be given, within which limits, and what holds in silence."""

    needs: bool = False
    limits: Any = attrs.field(default=None, converter=frozen)
    """A literal of the field's kind, usually a range; outside it is an error. None: no limit."""
    default: Any = attrs.field(default=None, converter=frozen)
    """A literal of the field's kind that holds when the routine says nothing."""
    source: str = ""
    """Where limits and default come from; empty: the technique's own provenance."""


@attrs.frozen(kw_only=True)
class Timing:
    """How long a technique takes where the routine does not say.

    `per` names what `time` holds for: `pass` (once over one target), `spot` (one point), `area` (continuous work on one target)
    or `once` (the whole, whatever the target). `passes` and `spots` are counts that hold where the routine is silent. Times and
    counts are literals with a minimum, an ideal and a maximum.
    """

    per: Literal["pass", "spot", "area", "once"]
    time: Any = attrs.field(converter=frozen)
    passes: Any = attrs.field(default=1, converter=frozen)
    spots: Any = attrs.field(default=1, converter=frozen)
    basis: Provenance = ESTIMATE


@attrs.frozen(kw_only=True)
class Caution:
    """One thing that speaks for care: under which condition, what follows, and who says so."""

    condition: str
    effect: str
    source: str
    note: str = ""


@attrs.frozen(kw_only=True)
class Cautions:
    """What is known of a technique's cautions. `unknown` is not `none_reviewed`: nobody has looked."""

    status: Literal["unknown", "none_reviewed", "listed"] = "unknown"
    items: tuple[Caution, ...] = ()
    reviewed: str = ""
    """The date of the review, where there was one."""


@attrs.frozen(kw_only=True)
class Parameter:
    """A parameter that only this technique knows, given under `with`."""

    type: Literal["text", "count", "duration", "quantity", "boolean", "choice", "place", "pressure"]
    title: Text = attrs.field(default="", converter=frozen)
    summary: Text = attrs.field(default="", converter=frozen)
    default: Any = attrs.field(default=None, converter=frozen)
    needs: bool = False
    choices: tuple[str, ...] = ()
    limits: Any = attrs.field(default=None, converter=frozen)
    role: Literal["", "count", "duration", "tempo", "temperature"] = ""


@attrs.frozen(kw_only=True)
class Technique:
    """Something that is done: with the hands on the client (`hands_on`), or around the work (an action).

    `id` is unique in its namespace; `takes` names the dose fields that a step of this technique may give; of each group in
    `one_of` at least one must be given or inherited.
    """

    id: str
    title: Text = attrs.field(converter=frozen)
    family: str
    summary: Text = attrs.field(converter=frozen)
    hands_on: bool = True
    aliases: tuple[str, ...] = ()
    mechanics: Text = attrs.field(default="", converter=frozen)
    takes: Mapping[str, Takes] = _map()
    one_of: tuple[tuple[str, ...], ...] = ()
    parameters: Mapping[str, Parameter] = _map()
    timing: Timing | None = None
    cautions: Cautions = Cautions()
    provenance: Provenance = ESTIMATE
    transition: bool = False
    """An action that is itself a change of position or place (`turn_over`, `change_place`)."""
    lubricant: Literal["needed", "useful", "none", ""] = ""
    """Whether the technique glides on oil or lotion."""
    deprecated: str = ""
    api: int = API


@attrs.frozen(kw_only=True)
class Code:
    """A code of a region in another system."""

    system: str
    code: str
    label: str = ""


@attrs.frozen(kw_only=True)
class Region:
    """A place of the body.

    `sides`: `paired` (a left and a right one), `halves` (one, with a left and a right half), `midline` (no sides).
    `positions` are the poses in which a therapist can work on it; empty: those of `part_of`. `count` is the number of members
    of a row such as toes. `neighbours` hold both ways.
    """

    id: str
    title: Text = attrs.field(converter=frozen)
    kind: Literal["region", "landmark", "muscle", "bone", "organ", "site"] = "region"
    part_of: str | None = None
    sides: Literal["paired", "halves", "midline"] = "halves"
    aliases: tuple[str, ...] = ()
    plural: str = ""
    lies_in: tuple[str, ...] = ()
    """Other regions that it belongs to besides `part_of`: the lumbar spine is part of the spine and lies in the lower back."""
    neighbours: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    count: int = 0
    joints: tuple[int, ...] = ()
    """For a row such as fingers: how many joints each member has, the first member first."""
    target: bool = True
    """False: never worked on."""
    length: str = ""
    """The length of one stroke over it, a literal such as `30 cm`; an estimate."""
    codes: tuple[Code, ...] = ()
    links: tuple[Code, ...] = ()
    """Cross-references into other systems, as somebody gives them; unlike `codes`, nothing rests on them."""
    summary: Text = attrs.field(default="", converter=frozen)
    provenance: Provenance = ESTIMATE


@attrs.frozen(kw_only=True)
class Word:
    """A word of a closed vocabulary: a tool, a thing, a manner, a sign, a purpose and so on."""

    id: str
    group: str
    title: Text = attrs.field(converter=frozen)
    plural: str = ""
    aliases: tuple[str, ...] = ()
    summary: Text = attrs.field(default="", converter=frozen)
    hands_on: bool | None = None
    """For tools: a part of the giver's body."""


@attrs.frozen(kw_only=True)
class NamedQuantity:
    """A vague quantity with a documented range: `few_seconds`. `amount` is a literal with minimum, ideal and maximum."""

    id: str
    title: Text = attrs.field(converter=frozen)
    of: Literal["duration", "count", "quantity", "percent"]
    amount: Any = attrs.field(converter=frozen)
    basis: Provenance = ESTIMATE


@attrs.frozen(kw_only=True)
class Conversion:
    """Which levels of a scale are said to be which levels of another. To be read, never applied: nothing computes with it."""

    to: str
    levels: Mapping[str, str] = _map()
    """Level or range of levels here → level or range of levels there, as literals."""
    contested: str = ""
    """What speaks against it."""
    provenance: Provenance = ESTIMATE


@attrs.frozen(kw_only=True)
class Scale:
    """A pressure scale: its range, what its levels mean, and the words that have a level on it."""

    id: str
    title: Text = attrs.field(converter=frozen)
    low: str
    high: str
    levels: Mapping[str, Text] = _map()
    words: Mapping[str, str] = _map()
    """Pressure word → level or range of levels, as a literal."""
    per_technique: Mapping[str, str] = _map()
    """For a scale that means something only within one technique: technique or family → the levels that it has."""
    conversions: tuple[Conversion, ...] = ()
    contested: str = ""
    """Who disagrees with the scale or its conversions, if anybody does."""
    provenance: Provenance = ESTIMATE
    words_provenance: Provenance = ESTIMATE


@attrs.frozen(kw_only=True)
class Rule:
    """A check that looks across steps. `check` gets one frozen context and yields diagnostics; it changes nothing."""

    id: str
    title: Text = attrs.field(converter=frozen)
    check: Callable[[Any], Iterable[Any]]
    provenance: Provenance = ESTIMATE
    api: int = API


@attrs.frozen(kw_only=True)
class Renderer:
    """A way to write a timeline down. `render` gets one frozen context and gives text or bytes; the same for the same input.

    One that is not `timed` needs no more than the plan, and so can also write one down of which some time is unknown.
    """

    id: str
    title: Text = attrs.field(converter=frozen)
    media_type: str
    suffix: str
    render: Callable[[Any], str | bytes]
    timed: bool = True
    api: int = API
