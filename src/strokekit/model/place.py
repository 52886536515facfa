"""Where on the body: spots, areas, places, ways between them, sides and directions, as an author writes them."""

from __future__ import annotations

from typing import Literal

import attrs

from strokekit.model.amounts import Quantity, Range

RELATIONS = ("beside", "above", "below", "in_front_of", "behind", "under", "around", "along", "between", "over")
"""How an area may lie to a spot."""
ASPECTS = (
    "anterior",
    "posterior",
    "medial",
    "lateral",
    "dorsal",
    "plantar",
    "palmar",
    "proximal",
    "distal",
    "upper",
    "lower",
    "inner",
    "outer",
)
"""Which face or end of a region is meant."""
SIDES = ("left", "right")
"""The two halves of the body, seen by the client."""
SIDE_WORDS = (*SIDES, "both", "both_at_once", "midline", "near", "far", "same", "opposite")
"""What the field `side` may say."""


@attrs.frozen(kw_only=True)
class Term:
    """A word of a spot with what stands before and after it: `lateral border`, `left toe 5`, `this finger`."""

    name: str
    number: int | None = None
    side: str | None = None
    aspects: tuple[str, ...] = ()
    pick: Literal["this", "every"] | None = None


@attrs.frozen(kw_only=True)
class Spot:
    """A region, or a part of it: `scapula`, `top of left shoulder`, `joint 2 of finger 3`.

    `parts` go from the smallest to the largest; `region` is what they are parts of. A spot may also be a local place of the
    document, or a finding; `region.name` is then its id.
    """

    region: Term
    parts: tuple[Term, ...] = ()


@attrs.frozen(kw_only=True)
class Area:
    """A spot, or what lies in a stated relation to it: `beside spine at base of neck`, `3 finger_widths below elbow`."""

    spot: Spot
    relation: str | None = None
    offset: Quantity | None = None
    at: Spot | None = None
    other: Spot | None = None
    """The second spot of `between a and b`."""
    named: str | None = attrs.field(default=None, eq=False)
    """The place of the document that stood here; its title is shown."""


@attrs.frozen(kw_only=True)
class Place:
    """Areas that are worked together, or findings, alone or within areas, or the spots marked earlier."""

    areas: tuple[Area, ...] = ()
    findings: tuple[str, ...] = ()
    marked: str | None = None


@attrs.frozen(kw_only=True)
class Path:
    """A way over places in order; or, by name, a way that the catalogue or the document knows."""

    places: tuple[Place, ...] = ()
    named: str | None = None


@attrs.frozen(kw_only=True)
class Placement:
    """A thing (or hands) put somewhere: `2 towel under head`, `hands beside spine at base of neck`.

    The author wrote the plural of `thing` where `both` is true; beside a `count` the plural says nothing, and `both` is false.
    """

    thing: str
    relation: str
    area: Area
    both: bool = False
    count: Quantity | None = None
    manners: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Pattern:
    """How a place is covered: `points`, `3 strips across`, `{shape: steps, spacing: 3 cm}`."""

    shape: str
    count: Range[int] | None = None
    orientation: str | None = None
    spacing: Quantity | None = None
    size: str | None = None
    progress: str | None = None


@attrs.frozen(kw_only=True)
class Heading:
    """One direction: toward or along something, a turn seen from a stated viewpoint, or a plain word."""

    way: str
    """`toward`, `away_from`, `along`, `across`, `turn` or `word`."""
    to: Area | None = None
    word: str | None = None
    """`clockwise`, `counterclockwise`, `outward`, …; for the four ways: `heart`, `fibres`, `bone`, or None with `to`."""
    seen: Literal["facing_client", "by_client"] | None = None


@attrs.frozen(kw_only=True)
class Direction:
    """Directions that hold together, or one of several such sets, the first preferred."""

    options: tuple[tuple[Heading, ...], ...]


@attrs.frozen(kw_only=True)
class Sides:
    """What the field `side` says: one word, or several with `or`, the first preferred."""

    options: tuple[str, ...]
