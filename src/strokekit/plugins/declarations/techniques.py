"""Techniques and actions: what a step of them may say, what it takes in time, and which parameters are its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

import attrs

from strokekit.plugins.declarations.provenance import ESTIMATE, UNREVIEWED, Cautions, Provenance
from strokekit.plugins.declarations.texts import API, Text, frozen, read_only


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
    takes: Mapping[str, Takes] = read_only()
    """Dose field → how it is taken; a step gives no other dose fields."""
    one_of: tuple[tuple[str, ...], ...] = ()
    """Groups of dose fields; of each group a step gives one at least."""
    parameters: Mapping[str, Parameter] = read_only()
    """Name → what only this technique knows, given under `with`."""
    timing: Timing | None = None
    """How long it takes where the routine does not say; without it, nobody knows."""
    cautions: Cautions = UNREVIEWED
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
