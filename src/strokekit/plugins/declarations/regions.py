"""Regions, landmarks and sites of the body, and what other systems call them."""

from __future__ import annotations

from typing import Literal

import attrs

from strokekit.plugins.declarations.provenance import ESTIMATE, Provenance
from strokekit.plugins.declarations.texts import Text, frozen


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
