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
    """How the knowledge was come by."""
    source: str = ""
    """An address or a title; may be empty only for an estimate."""
    note: str = ""
    """What else is to be said of it."""
    date: str = ""
    """When it was looked up, or said; such as `2026-03-01`."""


ESTIMATE = Provenance(kind="estimate")
"""Nobody measured it."""


@attrs.frozen(kw_only=True)
class Takes:
    """That a technique takes a dose field: whether it must be given, within which limits, and what holds in silence."""

    needs: bool = False
    """A step must give it, or inherit it."""
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
    """What `time` holds for."""
    time: Any = attrs.field(converter=frozen)
    """A duration with a least, an ideal and a most: `4..6..10 s`."""
    passes: Any = attrs.field(default=1, converter=frozen)
    """How many passes over a target, where the routine is silent."""
    spots: Any = attrs.field(default=1, converter=frozen)
    """How many points of a target, where the routine is silent."""
    basis: Provenance = ESTIMATE
    """Where the numbers come from."""


@attrs.frozen(kw_only=True)
class Caution:
    """One thing that speaks for care: under which condition, what follows, and who says so."""

    condition: str
    """What the client has, or where on the body: a word of a checklist."""
    effect: str
    """What follows: `refuse`, `refer`, `forbid`, `keep_off`, `no_pressure`, …."""
    source: str
    """Who says so."""
    note: str = ""
    """What else is to be said of it."""


@attrs.frozen(kw_only=True)
class Cautions:
    """What is known of a technique's cautions. `unknown` is not `none_reviewed`: nobody has looked."""

    status: Literal["unknown", "none_reviewed", "listed"] = "unknown"
    """Whether somebody has looked, and what was found."""
    items: tuple[Caution, ...] = ()
    """What was found."""
    reviewed: str = ""
    """The date of the review, where there was one."""


@attrs.frozen(kw_only=True)
class Parameter:
    """A parameter that only this technique knows, given under `with`."""

    type: Literal["text", "count", "duration", "quantity", "boolean", "choice", "place", "pressure"]
    """What it holds; `text`, `boolean` and `choice` are plain, all others are literals."""
    title: Text = attrs.field(default="", converter=frozen)
    """What a form calls it."""
    summary: Text = attrs.field(default="", converter=frozen)
    """What it means, in a sentence."""
    default: Any = attrs.field(default=None, converter=frozen)
    """What holds when the routine says nothing."""
    needs: bool = False
    """A step must give it."""
    choices: tuple[str, ...] = ()
    """The words that a `choice` can be."""
    limits: Any = attrs.field(default=None, converter=frozen)
    """A literal of the type, usually a range; outside it is an error."""
    role: Literal["", "count", "duration", "tempo", "temperature"] = ""
    """What rules and forms may take it for."""


@attrs.frozen(kw_only=True)
class Technique:
    """Something that is done: with the hands on the client (`hands_on`), or around the work (an action).

    `id` is unique in its namespace; `takes` names the dose fields that a step of this technique may give; of each group in
    `one_of` at least one must be given or inherited.
    """

    id: str
    """The name, unique in its plugin: small letters, digits and `_`, without the namespace."""
    title: Text = attrs.field(converter=frozen)
    """What people call it."""
    family: str
    """The family that it belongs to: effleurage, petrissage, friction, compression, …."""
    summary: Text = attrs.field(converter=frozen)
    """What is done, in a sentence."""
    hands_on: bool = True
    """True for work with the hands on the client, false for an action around it."""
    aliases: tuple[str, ...] = ()
    """Its other names; they are understood, and the id is suggested."""
    mechanics: Text = attrs.field(default="", converter=frozen)
    """How it is done."""
    takes: Mapping[str, Takes] = _map()
    """Dose field → how it is taken; a step gives no other dose fields."""
    one_of: tuple[tuple[str, ...], ...] = ()
    """Groups of dose fields; of each group a step gives one at least."""
    parameters: Mapping[str, Parameter] = _map()
    """Name → what only this technique knows, given under `with`."""
    timing: Timing | None = None
    """How long it takes where the routine does not say; without it, nobody knows."""
    cautions: Cautions = Cautions()
    """What is known of its cautions."""
    provenance: Provenance = ESTIMATE
    """Who describes it."""
    transition: bool = False
    """An action that is itself a change of position or place (`turn_over`, `change_place`)."""
    removes: bool = False
    """An action that takes away what the step under its `of` has placed (`remove`)."""
    lubricant: Literal["needed", "useful", "none", ""] = ""
    """Whether the technique glides on oil or lotion."""
    deprecated: str = ""
    """Why it should not be used any more, and what to use."""
    refine: Callable[[Any], Any] | None = None
    """Gives the time of one pass over all targets on one side from a `TimingContext`: least, ideal and most in whole
    milliseconds, or None for what is declared. Asked only where the author's own numbers leave something open."""
    moves: Callable[[Any], Iterable[Any]] | None = None
    """Gives the moves that a step consists of from a `MovesContext`: values of `Move`, which divide its time among them."""
    api: int = API
    """The version of the plugin interface that it is written for."""


@attrs.frozen(kw_only=True)
class Code:
    """A code of a region in another system."""

    system: str
    """The system, such as `UBERON`."""
    code: str
    """The code in it."""
    label: str = ""
    """What the system calls it."""


@attrs.frozen(kw_only=True)
class Region:
    """A place of the body.

    `sides`: `paired` (a left and a right one), `halves` (one, with a left and a right half), `midline` (no sides).
    `positions` are the poses in which a therapist can work on it; empty: those of `part_of`. `count` is the number of members
    of a row such as toes. `neighbours` hold both ways.
    """

    id: str
    """The name, unique in its plugin: small letters, digits and `_`, without the namespace."""
    title: Text = attrs.field(converter=frozen)
    """What people call it."""
    kind: Literal["region", "landmark", "muscle", "bone", "organ", "site"] = "region"
    """What sort of place it is."""
    part_of: str | None = None
    """The region that it is a part of."""
    sides: Literal["paired", "halves", "midline"] = "halves"
    """Whether there is a left and a right of it."""
    aliases: tuple[str, ...] = ()
    """Its other names."""
    plural: str = ""
    """Its plural, where that is not the id and `s`."""
    lies_in: tuple[str, ...] = ()
    """Other regions that it belongs to besides `part_of`: the lumbar spine is part of the spine and lies in the lower back."""
    neighbours: tuple[str, ...] = ()
    """The regions next to it, over which a path leads; they hold both ways."""
    positions: tuple[str, ...] = ()
    """The poses in which it can be worked on; none: those of `part_of`."""
    aspects: tuple[str, ...] = ()
    """The faces or ends of it that are spoken of."""
    count: int = 0
    """For a row such as toes: how many members it has."""
    joints: tuple[int, ...] = ()
    """For a row such as fingers: how many joints each member has, the first member first."""
    target: bool = True
    """False: never worked on."""
    length: str = ""
    """The length of one stroke over it, a literal such as `30 cm`; an estimate."""
    codes: tuple[Code, ...] = ()
    """What it is called in other systems."""
    links: tuple[Code, ...] = ()
    """Cross-references into other systems, as somebody gives them; unlike `codes`, nothing rests on them."""
    summary: Text = attrs.field(default="", converter=frozen)
    """What and where it is, in a sentence."""
    provenance: Provenance = ESTIMATE
    """Who says so."""


@attrs.frozen(kw_only=True)
class Word:
    """A word of a closed vocabulary: a tool, a thing, a manner, a sign, a purpose and so on."""

    id: str
    """The name, unique in its plugin: small letters, digits and `_`, without the namespace."""
    group: str
    """The vocabulary: tool, thing, manner, pose, sign, purpose, …."""
    title: Text = attrs.field(converter=frozen)
    """What cards call it."""
    plural: str = ""
    """Its plural, where that is not the id and `s`."""
    aliases: tuple[str, ...] = ()
    """Its other names."""
    summary: Text = attrs.field(default="", converter=frozen)
    """What it means, in a sentence."""
    hands_on: bool | None = None
    """For tools: a part of the giver's body."""


@attrs.frozen(kw_only=True)
class NamedQuantity:
    """A vague quantity with a documented range: `few_seconds`. `amount` is a literal with minimum, ideal and maximum."""

    id: str
    """The name, unique in its plugin: small letters, digits and `_`, without the namespace."""
    title: Text = attrs.field(converter=frozen)
    """What cards call it."""
    of: Literal["duration", "count", "quantity", "percent"]
    """What it measures."""
    amount: Any = attrs.field(converter=frozen)
    """The range that is meant: `3..5..8 s`."""
    basis: Provenance = ESTIMATE
    """Where the numbers come from."""


@attrs.frozen(kw_only=True)
class Conversion:
    """Which levels of a scale are said to be which levels of another. To be read, never applied: nothing computes with it."""

    to: str
    """The id of the other scale."""
    levels: Mapping[str, str] = _map()
    """Level or range of levels here → level or range of levels there, as literals."""
    contested: str = ""
    """What speaks against it."""
    provenance: Provenance = ESTIMATE
    """Who says so."""


@attrs.frozen(kw_only=True)
class Scale:
    """A pressure scale: its range, what its levels mean, and the words that have a level on it."""

    id: str
    """The name, unique in its plugin: small letters, digits and `_`, without the namespace."""
    title: Text = attrs.field(converter=frozen)
    """What people call it."""
    low: str
    """Its lowest level, a number in quotes."""
    high: str
    """Its highest level, a number in quotes."""
    levels: Mapping[str, Text] = _map()
    """Level → what it means."""
    words: Mapping[str, str] = _map()
    """Pressure word → level or range of levels, as a literal."""
    per_technique: Mapping[str, str] = _map()
    """For a scale that means something only within one technique: technique or family → the levels that it has."""
    conversions: tuple[Conversion, ...] = ()
    """What others take its levels for."""
    contested: str = ""
    """Who disagrees with the scale or its conversions, if anybody does."""
    provenance: Provenance = ESTIMATE
    """Whose scale it is."""
    words_provenance: Provenance = ESTIMATE
    """Who gives the words their levels."""


def _words(value: Any) -> Any:
    """Take one word for a list of one."""
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


Words: TypeAlias = "str | tuple[str, ...]"
"""A word, or several of which one is enough."""


@attrs.frozen(kw_only=True)
class Match:
    """What a step is like, for a rule: every key that is given must fit, and of several words under a key one is enough.

    Ids are those of the catalogue; a bare id that the plugin itself contributes is its own.
    """

    technique: Words = attrs.field(default=(), converter=_words)
    """Ids of techniques and actions."""
    family: Words = attrs.field(default=(), converter=_words)
    """Families of techniques and actions."""
    hands_on: bool | None = None
    """True: techniques alone; false: actions alone."""
    tool: Words = attrs.field(default=(), converter=_words)
    """What touches the client."""
    thing: Words = attrs.field(default=(), converter=_words)
    """What is used."""
    region: Words = attrs.field(default=(), converter=_words)
    """The step works on one of these, or on what lies in it, or its path leads over it."""
    position: Words = attrs.field(default=(), converter=_words)
    """How the client lies: ids of poses."""
    lubricant: Words = attrs.field(default=(), converter=_words)
    """What is on the skin: products, `none` for a routine that says so, `any` for whatever product."""
    surface: Words = attrs.field(default=(), converter=_words)
    """What the client lies on."""
    drape: Words = attrs.field(default=(), converter=_words)
    """What covers the client."""
    recipient: Words = attrs.field(default=(), converter=_words)
    """Who receives: `child`, `pregnant`, `elder`, …."""
    phase: Words = attrs.field(default=(), converter=_words)
    """The phase of the visit: `warm_up`, `main`, …."""
    purpose: Words = attrs.field(default=(), converter=_words)
    """What the step is for."""


@attrs.frozen(kw_only=True)
class Clause(Match):
    """A match, and where it is looked for: at the step itself, at an earlier one, at a later one, or anywhere in the routine."""

    at: Literal["step", "before", "after", "routine"] = "step"
    """Which steps are looked at."""


@attrs.frozen(kw_only=True)
class Demand:
    """What a rule without code asks: of the steps that it `applies` to, and in which words it says that they do otherwise.

    `requires` and `forbids` are lists of clauses; each is a finding of its own. `limits` holds a dose field, or a parameter
    of the technique, to a range.
    """

    applies: Match = Match()
    """The steps that the rule speaks of; without it all techniques and actions."""
    requires: tuple[Clause, ...] = ()
    """What must be so."""
    forbids: tuple[Clause, ...] = ()
    """What may not be so."""
    limits: Mapping[str, Any] = _map()
    """Dose field or parameter → the range that it must keep to, as a literal; `temperature` also reaches the equipment."""
    severity: Literal["error", "warning", "hint"] = "warning"
    """How much a finding weighs."""
    message: Text = attrs.field(default="", converter=frozen)
    """What a finding says; `{technique}`, `{found}` and `{limit}` are filled in. Without it, the rule's title."""
    hint: Text = attrs.field(default="", converter=frozen)
    """What to do about it."""


@attrs.frozen(kw_only=True)
class Rule:
    """A check that looks across steps. `check` gets one frozen context and yields diagnostics; it changes nothing.

    A simple rule needs no code: its `check` is then a `Demand`, which says as data what it asks of which steps.
    """

    id: str
    title: Text = attrs.field(converter=frozen)
    check: Callable[[Any], Iterable[Any]] | Demand
    provenance: Provenance = ESTIMATE
    api: int = API


@attrs.frozen(kw_only=True)
class DeclaredRule(Demand):
    """A rule as a data file writes it: what it is called beside what it asks."""

    id: str
    """The name, unique in its plugin: small letters, digits and `_`, without the namespace."""
    title: Text = attrs.field(converter=frozen)
    """What it holds, in a few words."""
    provenance: Provenance = ESTIMATE
    """Who says so, and when."""
    api: int = API
    """The version of the plugin interface that it is written for."""

    def rule(self) -> Rule:
        """Give the rule that it declares."""
        asked = {field.name: getattr(self, field.name) for field in attrs.fields(Demand)}
        return Rule(id=self.id, title=self.title, check=Demand(**asked), provenance=self.provenance, api=self.api)


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
