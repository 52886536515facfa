"""Words of the closed vocabularies, vague quantities, and pressure scales with their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from strokekit.plugins.declarations.provenance import ESTIMATE, Provenance
from strokekit.plugins.declarations.texts import Text, frozen, read_only

GROUPS = (
    "tool", "thing", "manner", "pose", "alignment", "stance", "finding", "sign", "purpose", "part", "each", "size", "tempo",
    "shape", "orientation", "heading", "progress", "grip", "fact", "decider", "family", "condition", "path",
)  # fmt: skip
"""The closed vocabularies, to which a plugin may add words."""


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
    levels: Mapping[str, str] = read_only()
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
    levels: Mapping[str, Text] = read_only()
    """Level → what it means."""
    words: Mapping[str, str] = read_only()
    """Pressure word → level or range of levels, as a literal."""
    per_technique: Mapping[str, str] = read_only()
    """For a scale that means something only within one technique: technique or family → the levels that it has."""
    conversions: tuple[Conversion, ...] = ()
    """What others take its levels for."""
    contested: str = ""
    """Who disagrees with the scale or its conversions, if anybody does."""
    provenance: Provenance = ESTIMATE
    """Whose scale it is."""
    words_provenance: Provenance = ESTIMATE
    """Who gives the words their levels."""
