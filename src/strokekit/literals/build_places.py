"""Trees of the place rules → spots, areas, places, paths, placements, patterns and directions."""

from __future__ import annotations

from typing import Any, Literal

from strokekit.literals.build_amounts import build_range, read_int, read_length, read_number_of, read_quantity
from strokekit.literals.vocabulary import Builder, Row, extent
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
JOINT = "joint"
"""The part that the members of a row have several of."""
LOOPED = (JOINT, "place")
"""What a block can be done for besides the members of a row: `this joint`, `this place`."""


def build_place(builder: Builder, tree: Any) -> Place:
    """Build areas, findings, findings in areas, or marked spots."""
    *head, last = tree.children
    if last.data == "marked":
        return Place(marked=str(last.children[0]))
    if last.data == "words_or":
        return Place(findings=build_findings(builder, last))
    alone = _single_word(last)
    if not head and alone is not None and _finding(builder, str(alone)):
        return Place(findings=(builder.word("finding", alone).id,))
    findings = build_findings(builder, head[0]) if head else ()
    areas = tuple(build_area(builder, area) for area in last.children)
    return Place(areas=areas, findings=findings)


def _finding(builder: Builder, word: str) -> bool:
    """Tell whether a bare word is a finding, or, unknown as it is, resembles one more than a region."""
    known = builder.vocabulary.find
    if known("finding", word) or known("region", word):
        return known("finding", word) is not None
    return builder.vocabulary.suggest("region", word) is None and builder.vocabulary.suggest("finding", word) is not None


def build_findings(builder: Builder, tree: Any) -> tuple[str, ...]:
    """Build findings joined by `or`."""
    for token in tree.children:
        if builder.vocabulary.find("region", str(token)) and not builder.vocabulary.find("finding", str(token)):
            problem = f"`or` joins findings, and `{token}` is a region"
            builder.wrong("literal", token, problem=problem, expected="`and` between regions")
            return ()
    return tuple(builder.word("finding", token).id for token in tree.children)


def _single_word(areas: Any) -> Any | None:
    """Give the token of a place that is one bare word, and so may be a finding or a named path."""
    if len(areas.children) != 1 or areas.children[0].data != "plain" or len(areas.children[0].children) != 1:
        return None
    terms = areas.children[0].children[0].children
    return terms[0].children[0] if len(terms) == 1 and len(terms[0].children) == 1 else None


def build_area(builder: Builder, tree: Any) -> Area:
    """Build a spot, a spot in a relation with an offset, or what lies between two spots."""
    if tree.data == "between":
        first, second = (build_spot(builder, child) for child in tree.children)
        return Area(spot=first, relation="between", other=second)
    if tree.data == "amid":
        spot, *at = (build_spot(builder, child) for child in tree.children)
        return Area(spot=spot, relation="between", at=at[0] if at else None)
    parts = list(tree.children)
    offset = build_range(builder, parts.pop(0), read_length) if _is_range(parts[0]) else None
    return _area(builder, parts, offset, related=tree.data == "related")


def _area(builder: Builder, parts: list[Any], offset: Range[Any] | None, *, related: bool) -> Area:
    relation = str(parts.pop(0).children[0]) if related else None
    spots = [build_spot(builder, part) for part in parts]
    return Area(spot=spots[0], relation=relation, offset=offset, at=spots[1] if len(spots) > 1 else None)


def build_spot(builder: Builder, tree: Any) -> Spot:
    """Build terms joined by `of`: the last is the region, the others its parts, the smallest first."""
    *parts, region = tree.children
    built = tuple(build_term(builder, part, "part") for part in parts)
    spot = Spot(region=build_term(builder, region, "region"), parts=built)
    check_numbers(builder, tree, spot)
    return spot


def build_term(builder: Builder, tree: Any, group: str) -> Term:
    """Build a word with its `this`, sides, aspects and number."""
    pick: Any = next((str(child.children[0]) for child in tree.children if hasattr(child, "data")), None)
    tokens = [child for child in tree.children if not hasattr(child, "data")]
    sides = [token for token in tokens if token.type == "SIDE"]
    for extra in sides[1:] if group == "region" else sides:
        problem = f"`{extra}` stands at the wrong word"
        builder.wrong("literal", extra, problem=problem, expected="the side once, before the region")
    number = next((token for token in tokens if token.type == "NUMBER"), None)
    name = next(token for token in tokens if token.type == "WORD")
    looped = pick == "this" and str(name) in LOOPED
    return Term(
        name=str(name) if looped else builder.word(_group(builder, group, name), name).id,
        number=read_number_of(builder, number) if number is not None else None,
        side=str(sides[0]) if sides and group == "region" else None,
        aspects=tuple(str(token) for token in tokens if token.type == "ASPECT"),
        pick=pick,
    )


def check_numbers(builder: Builder, tree: Any, spot: Spot) -> None:
    """Hold the numbers of a spot against the rows that they count in: there are five toes, and two joints in the first."""
    terms = (*spot.parts, spot.region)
    for index, (term, written) in enumerate(zip(terms, tree.children, strict=True)):
        limits = _row_limits(builder, term) or _joint_limits(builder, term, terms[index + 1 :])
        if limits:
            builder.wrong("no-such-member", extent(written), found=f"{term.name} {term.number}", limits=limits)


def _row_limits(builder: Builder, term: Term) -> str:
    row = builder.vocabulary.row(term.name) if term.number is not None else None
    if row is None or (term.number or 0) <= row.count:
        return ""
    return f"`{term.name}` counts from 1 to {row.count}" if row.count else f"`{term.name}` is not counted"


def _joint_limits(builder: Builder, term: Term, holders: tuple[Term, ...]) -> str:
    """Say how many joints the digit has in which a joint is asked for; empty where the number is one of them."""
    row = builder.vocabulary.row(holders[0].name) if term.name == JOINT and term.number and holders else None
    if row is None or not row.joints or (term.number or 0) <= (most := joints_of(row, holders[0].number)):
        return ""
    named = " ".join(str(part) for part in (holders[0].name, holders[0].number) if part is not None)
    return f"`{named}` has {most} joints"


def joints_of(row: Row, number: int | None) -> int:
    """Say how many joints a member has; where it is not named, the most that any has.

    >>> joints_of(Row(5, (2, 3, 3, 3, 3)), 1)
    2
    """
    return row.joints[number - 1] if number is not None and 0 < number <= len(row.joints) else max(row.joints)


def _group(builder: Builder, group: str, name: Any) -> str:
    """Tell where to look a word up: a part may be a region of its own (`joint 2 of finger 3`, `tip of this toe`)."""
    return "region" if group == "part" and not builder.vocabulary.find("part", str(name)) else group


def build_path(builder: Builder, tree: Any) -> Path | None:
    """Build places in order, or one word: the name of a path."""
    if len(tree.children) > 1:
        return Path(places=tuple(build_place(builder, child) for child in tree.children))
    first, *more = tree.children[0].children
    token = _single_word(first) if first.data == "areas" and not more else None
    found = builder.vocabulary.find("path", str(token)) if token is not None else None
    if found is not None:
        return Path(named=found.id)
    near = builder.vocabulary.suggest("path", str(token)) if token is not None else None
    hints = (f"did you mean `{near}`?",) if near else ()
    builder.wrong("literal", token, hints=hints, problem="a path leads from one place to another", expected="`a -> b`")
    return None


def build_placement(builder: Builder, tree: Any) -> Placement:
    """Build a count, manners and a thing, a relation, an area."""
    parts = list(tree.children)
    count = build_range(builder, parts.pop(0), read_quantity) if _is_range(parts[0]) else None
    words = [part for part in parts if not hasattr(part, "data")]
    relation, area = parts[-2], parts[-1]
    thing = builder.first(("thing", "tool", "grip"), words[-1])
    return Placement(
        thing=thing.id,
        both=thing.plural and count is None,
        relation=str(relation.children[0]),
        area=build_area(builder, area),
        count=count,
        manners=tuple(builder.word("manner", word).id for word in words[:-1]),
    )


def _is_range(tree: Any) -> bool:
    return getattr(tree, "data", "") in {"exact", "about", "at_least", "at_most", "from_to", "from_by_to"}


def build_pattern(builder: Builder, tree: Any) -> Pattern:
    """Build a shape, how many of it, and which way they lie."""
    parts = list(tree.children)
    count = build_range(builder, parts.pop(0), read_int) if _is_range(parts[0]) else None
    shape, *orientation = [part.children[0] for part in parts]
    return Pattern(
        shape=builder.word("shape", shape).id,
        count=count,
        orientation=builder.word("orientation", orientation[0]).id if orientation else None,
    )


def build_direction(builder: Builder, tree: Any) -> Direction:
    """Build headings joined by `and`, such sets joined by `or`."""
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
