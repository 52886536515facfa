"""Rules: checks that look across steps, with code or as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.plugins.declarations.provenance import ESTIMATE, Provenance
from strokekit.plugins.declarations.texts import API, Text, frozen, read_only


def one_or_more(value: Any) -> Any:
    """Take one word for a list of one."""
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


Words: TypeAlias = str | tuple[str, ...]
"""A word, or several of which one is enough."""


@attrs.frozen(kw_only=True)
class Match:
    """What a step is like, for a rule: every key that is given must fit, and of several words under a key one is enough.

    Ids are those of the catalogue; a bare id that the plugin itself contributes is its own.
    """

    technique: Words = attrs.field(default=(), converter=one_or_more)
    """Ids of techniques and actions."""
    family: Words = attrs.field(default=(), converter=one_or_more)
    """Families of techniques and actions."""
    hands_on: bool | None = None
    """True: techniques alone; false: actions alone."""
    tool: Words = attrs.field(default=(), converter=one_or_more)
    """What touches the client."""
    thing: Words = attrs.field(default=(), converter=one_or_more)
    """What is used."""
    region: Words = attrs.field(default=(), converter=one_or_more)
    """The step works on one of these, or on what lies in it, or its path leads over it."""
    position: Words = attrs.field(default=(), converter=one_or_more)
    """How the client lies: ids of poses."""
    lubricant: Words = attrs.field(default=(), converter=one_or_more)
    """What is on the skin: products, `none` for a routine that says so, `any` for whatever product."""
    surface: Words = attrs.field(default=(), converter=one_or_more)
    """What the client lies on."""
    drape: Words = attrs.field(default=(), converter=one_or_more)
    """What covers the client."""
    recipient: Words = attrs.field(default=(), converter=one_or_more)
    """Who receives: `child`, `pregnant`, `elder`, …."""
    phase: Words = attrs.field(default=(), converter=one_or_more)
    """The phase of the visit: `warm_up`, `main`, …."""
    purpose: Words = attrs.field(default=(), converter=one_or_more)
    """What the step is for."""


@attrs.frozen(kw_only=True)
class Clause(Match):
    """A match, and where it is looked for: at the step itself, at an earlier one, at a later one, or anywhere in the routine."""

    at: Literal["step", "before", "after", "routine"] = "step"
    """Which steps are looked at."""


@attrs.frozen(kw_only=True)
class LoadLimits:
    """What a run may ask of the therapist's own body: ranges of times and counts; what is not given is not limited."""

    tool: Mapping[str, Any] = read_only()
    """Contact tool → how long it touches the client; `thumb` stands for its tip and its pad too."""
    stance: Mapping[str, Any] = read_only()
    """Stance of the therapist → how long it is kept in all."""
    static: Any = attrs.field(default=None, converter=frozen)
    """How long the longest stretch lasts without a pause, an action, or a change of stance or place."""
    therapist_changes: Any = attrs.field(default=None, converter=frozen)
    """How often the therapist's stance or place changes."""
    client_changes: Any = attrs.field(default=None, converter=frozen)
    """How often the client's position changes."""
    turn_overs: Any = attrs.field(default=None, converter=frozen)
    """How often the client turns over."""


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
    limits: Mapping[str, Any] = read_only()
    """Dose field or parameter → the range that it must keep to, as a literal; `temperature` also reaches the equipment."""
    load: LoadLimits = LoadLimits()
    """What the whole run may ask of the therapist, if any step fits `applies`."""
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

    @property
    def code(self) -> str:
        """The code of its findings: `thai.no_oil` finds `thai/no-oil`."""
        return self.id.replace(".", "/").replace("_", "-")


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
