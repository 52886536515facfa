"""Trees of the place rules → spots, areas, places, paths, placements, patterns and directions."""

from __future__ import annotations

from typing import Any, Literal

from strokekit.literals.build_amounts import build_range, read_int, read_length, read_quantity
from strokekit.literals.vocabulary import Builder
from strokekit.model.amounts import Range
from strokekit.model.place import (
    Area,
    Direction,
    Heading,
    Path,
    Pattern,
    Place,
    Placement,
    Spot,
    Term,
)

TARGETS = ("heart", "fibres", "bone")
"""What a direction may run to or along besides an area."""


def build_place(builder: Builder, tree: Any) -> Place | None:
    """Areas, findings, findings in areas, or marked spots."""
    *head, last = tree.children
    if last.data == "marked":
        return Place(marked=str(last.children[0]))
    if last.data == "words_or":
        return Place(findings=build_findings(builder, last))
    alone = _single_word(last)
    if not head and alone is not None and builder.vocabulary.find("finding", str(alone)):
        return Place(findings=(builder.word("finding", alone).id,))
    findings = build_findings(builder, head[0]) if head else ()
    areas = tuple(build_area(builder, area) for area in last.children)
    return Place(areas=areas, findings=findings)


def build_findings(builder: Builder, tree: Any) -> tuple[str, ...]:
    """Findings joined by `or`."""
    return tuple(builder.word("finding", token).id for token in tree.children)


def _single_word(areas: Any) -> Any | None:
    """The token of a place that is one bare word, and so may be a finding or a named path."""
    if len(areas.children) != 1 or areas.children[0].data != "plain" or len(areas.children[0].children) != 1:
        return None
    terms = areas.children[0].children[0].children
    return terms[0].children[0] if len(terms) == 1 and len(terms[0].children) == 1 else None


def build_area(builder: Builder, tree: Any) -> Area:
    """A spot, a spot in a relation with an offset, or what lies between two spots."""
    if tree.data == "between":
        first, second = (build_spot(builder, child) for child in tree.children)
        return Area(spot=first, relation="between", other=second)
    parts = list(tree.children)
    offset = build_range(builder, parts.pop(0), read_length) if _is_range(parts[0]) else None
    return _area(builder, parts, offset, related=tree.data == "related")


def _area(builder: Builder, parts: list[Any], offset: Range[Any] | None, *, related: bool) -> Area:
    relation = str(parts.pop(0).children[0]) if related else None
    spots = [build_spot(builder, part) for part in parts]
    return Area(spot=spots[0], relation=relation, offset=offset, at=spots[1] if len(spots) > 1 else None)


def build_spot(builder: Builder, tree: Any) -> Spot:
    """Terms joined by `of`: the last is the region, the others its parts, the smallest first."""
    *parts, region = tree.children
    built = tuple(build_term(builder, part, "part") for part in parts)
    return Spot(region=build_term(builder, region, "region"), parts=built)


def build_term(builder: Builder, tree: Any, group: str) -> Term:
    """A word with its `this`, sides, aspects and number."""
    pick: Any = next((str(child.children[0]) for child in tree.children if hasattr(child, "data")), None)
    tokens = [child for child in tree.children if not hasattr(child, "data")]
    sides = [token for token in tokens if token.type == "SIDE"]
    for extra in sides[1:] if group == "region" else sides:
        builder.wrong("literal", extra, problem=f"`{extra}` stands at the wrong word", expected="the side right before the region")
    number = next((token for token in tokens if token.type == "NUMBER"), None)
    name = next(token for token in tokens if token.type == "WORD")
    return Term(
        name=builder.word(_group(builder, group, name), name).id,
        number=read_int(builder, [(number, None)], tree) if number is not None else None,
        side=str(sides[0]) if sides and group == "region" else None,
        aspects=tuple(str(token) for token in tokens if token.type == "ASPECT"),
        pick=pick,
    )


def _group(builder: Builder, group: str, name: Any) -> str:
    """A part may be a region of its own (`joint 2 of finger 3`, `tip of this toe`), and a region a finding nowhere else."""
    return "region" if group == "part" and not builder.vocabulary.find("part", str(name)) else group


def build_path(builder: Builder, tree: Any) -> Path | None:
    """Places in order, or one word: the name of a path."""
    if len(tree.children) == 1:
        token = _single_word(tree.children[0].children[-1]) if tree.children[0].children[-1].data == "areas" else None
        if token is not None:
            return Path(named=builder.word("path", token).id)
        builder.wrong("literal", problem="a path leads from one place to another", expected="`a -> b`")
        return None
    places = [build_place(builder, child) for child in tree.children]
    return Path(places=tuple(place for place in places if place is not None))


def build_placement(builder: Builder, tree: Any) -> Placement:
    """A count, manners and a thing, a relation, an area."""
    parts = list(tree.children)
    count = build_range(builder, parts.pop(0), read_quantity) if _is_range(parts[0]) else None
    words = [part for part in parts if not hasattr(part, "data")]
    relation, area = parts[-2], parts[-1]
    return Placement(
        thing=_thing_or_hand(builder, words[-1]),
        relation=str(relation.children[0]),
        area=build_area(builder, area),
        count=count,
        manners=tuple(builder.word("manner", word).id for word in words[:-1]),
    )


def _is_range(tree: Any) -> bool:
    return getattr(tree, "data", "") in {"exact", "about", "at_least", "at_most", "from_to", "from_by_to"}


def _thing_or_hand(builder: Builder, token: Any) -> str:
    """A placement may be of a thing, of a part of the giver (`hands at hips`), or a named grip."""
    for group in ("thing", "tool", "grip"):
        found = builder.vocabulary.find(group, str(token))
        if found is not None:
            return found.id
    return builder.word("thing", token).id


def build_pattern(builder: Builder, tree: Any) -> Pattern:
    """A shape, how many of it, and which way they lie."""
    parts = list(tree.children)
    count = build_range(builder, parts.pop(0), read_int) if _is_range(parts[0]) else None
    shape, *orientation = [part.children[0] for part in parts]
    return Pattern(
        shape=builder.word("shape", shape).id,
        count=count,
        orientation=builder.word("orientation", orientation[0]).id if orientation else None,
    )


def build_direction(builder: Builder, tree: Any) -> Direction:
    """Headings joined by `and`, such sets joined by `or`."""
    return Direction(options=tuple(tuple(_heading(builder, child) for child in group.children) for group in tree.children))


def _heading(builder: Builder, tree: Any) -> Heading:
    if tree.data == "heading_word":
        return Heading(way="word", word=builder.word("heading", tree.children[0]).id)
    if tree.data == "turn":
        turn, *seen = tree.children
        return Heading(way="turn", word=str(turn), seen=_seen(seen[0]) if seen else None)
    way, area = tree.children
    name = "_".join(str(token) for token in way.children)
    alone = _bare(area)
    if alone in TARGETS:
        return Heading(way=name, word=alone)
    return Heading(way=name, to=build_area(builder, area))


def _seen(tree: Any) -> Literal["facing_client", "by_client"]:
    return "by_client" if str(tree.children[1]) == "by" else "facing_client"


def _bare(area: Any) -> str | None:
    if area.data != "plain" or len(area.children) != 1 or len(area.children[0].children) != 1:
        return None
    term = area.children[0].children[0]
    return str(term.children[0]) if len(term.children) == 1 else None
