"""Trees of phrases, pressure and conditions → tools, things, poses, pressures, conditions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from strokekit.literals.build_amounts import build_each, build_range, plain, read_number, read_number_of, read_pain
from strokekit.literals.build_places import LOOPED, build_area, build_place
from strokekit.literals.vocabulary import Builder, Extent, LevelWord, extent
from strokekit.model.amounts import Range
from strokekit.model.condition import Condition, End, Until, When
from strokekit.model.place import SIDE_WORDS, Sides
from strokekit.model.state import Lubricant, Pose, Position, Therapist
from strokekit.model.touch import Hold, Item, Level, Press, Pressure, Things, Tool


def build_tool(builder: Builder, tree: Any) -> Tool:
    """Build holds joined by `and`, such sets joined by `or`."""
    return Tool(options=tuple(tuple(_hold(builder, phrase) for phrase in group.children) for group in tree.children))


def _hold(builder: Builder, phrase: Any) -> Hold:
    manners, side, part = _phrase(builder, phrase)
    found = builder.first(("tool", "thing"), part)
    return Hold(part=found.id, both=found.plural, side=side, manners=manners)


def _phrase(builder: Builder, phrase: Any) -> tuple[tuple[str, ...], str | None, Any]:
    """Take a phrase apart: its manners, the side right before the last word, and the last word."""
    *before, last = phrase.children
    side = before.pop() if before and before[-1].type == "SIDE" else None
    for token in before:
        if token.type == "SIDE":
            problem = f"`{token}` stands at the wrong word"
            builder.wrong("literal", token, problem=problem, expected="the side once, right before the last word")
    manners = tuple(builder.word("manner", token).id for token in before if token.type == "WORD")
    return manners, None if side is None else str(side), last


def build_things(builder: Builder, tree: Any) -> Things:
    """Build things with their manners, joined by `and` and `or`."""
    return Things(options=tuple(tuple(_item(builder, phrase) for phrase in group.children) for group in tree.children))


def _item(builder: Builder, phrase: Any) -> Item:
    manners, side, thing = _phrase(builder, phrase)
    if side is not None:
        token = next(token for token in phrase.children if token.type == "SIDE")
        builder.wrong("literal", token, problem="a thing has no sides", expected="the thing alone")
    return Item(thing=builder.word("thing", thing).id, manners=manners)


def build_lubricant(builder: Builder, tree: Any) -> Lubricant:
    """Build products joined by `or`; `none` is no product."""
    options = build_options(builder, tree, "products are joined by `or`")
    if len(options) == 1 and [str(token) for token in options[0].children] == ["none"]:
        return Lubricant()
    return Lubricant(products=tuple(_item(builder, phrase) for phrase in options))


def build_options(builder: Builder, tree: Any, why: str) -> list[Any]:
    """Give the phrases of a literal that knows `or` and no `and`."""
    for group in tree.children:
        if len(group.children) > 1:
            builder.wrong("literal", extent(group), problem="`and` has no meaning here", expected=f"`or`: {why}")
    return [group.children[0] for group in tree.children]


def build_position(builder: Builder, tree: Any) -> Position:
    """Build poses joined by `or`."""
    phrases = build_options(builder, tree, "one pose at a time")
    return Position(options=tuple(build_pose(builder, phrase) for phrase in phrases))


def build_pose(builder: Builder, phrase: Any) -> Pose:
    """Build a pose, with the side lain on before it."""
    *before, pose = phrase.children
    side = before.pop() if before and before[-1].type == "SIDE" else None
    for token in before:
        problem = f"`{token}` is not understood here"
        builder.wrong("literal", token, problem=problem, expected="one `left` or `right` before the pose")
    return Pose(pose=builder.word("pose", pose).id, side=None if side is None else str(side))


def build_sides(builder: Builder, tree: Any) -> Sides:
    """Build side words joined by `or`."""
    words = [phrase.children for phrase in build_options(builder, tree, "one side, or another")]
    for tokens in words:
        if len(tokens) > 1 or str(tokens[0]) not in SIDE_WORDS:
            text = " ".join(str(token) for token in tokens)
            known = ", ".join(f"`{word}`" for word in SIDE_WORDS)
            builder.wrong(
                "literal", Extent(tokens[0].start_pos, tokens[-1].end_pos), problem=f"`{text}` is no side", expected=known
            )
    return Sides(options=tuple(str(tokens[0]) for tokens in words))


def build_therapist(builder: Builder, tree: Any) -> Therapist:
    """Build stances joined by `or`, a relation, a place."""
    stances, relation, place = tree.children
    names = tuple(builder.word("stance", token).id for token in stances.children)
    return Therapist(stances=names, relation=str(relation.children[0]), place=build_place(builder, place))


def build_pressure(builder: Builder, tree: Any) -> Pressure | None:
    """Build what is said of the pressure, joined by `and` and `or`."""
    options = [[_press(builder, press) for press in group.children] for group in tree.children]
    if any(press is None for group in options for press in group):
        return None
    return Pressure(options=tuple(tuple(press for press in group if press) for group in options))


def _press(builder: Builder, tree: Any) -> Press | None:
    match tree.data:
        case "press_level":
            level = build_level(builder, tree.children[0])
            return Press(level=level) if level else None
        case "ramp":
            return _ramp(builder, tree)
        case "pace":
            return Press(pace=str(tree.children[0]))  # type: ignore[arg-type]  # the grammar knows just the two words
        case "change":
            return _change(builder, tree)
        case "pain_range":
            pain = build_range(builder, tree.children[0], read_pain)
            return Press(pain=pain) if pain else None
    return Press(pain="below" if tree.data == "below_pain" else "at")


def _ramp(builder: Builder, tree: Any) -> Press | None:
    first, second, *each = tree.children
    level, to = build_level(builder, first), build_level(builder, second)
    return Press(level=level, to=to, each=build_each(builder, each[0]) if each else None) if level and to else None


def _change(builder: Builder, tree: Any) -> Press:
    change, *rest = tree.children
    by_name = {child.data: child for child in rest}
    sign = by_name.get("if")
    return Press(
        change=str(change),  # type: ignore[arg-type]  # the grammar knows just the five words
        slowly="slowly" in by_name,
        each=build_each(builder, by_name["each"]) if "each" in by_name else None,
        if_=builder.word("sign", sign.children[0]).id if sign else None,
    )


def build_level(builder: Builder, tree: Any) -> Level | None:
    """Build a level by word, by two words, by number and scale, or by word with its number and scale."""
    match tree.data:
        case "level_number":
            return _numbered(builder, tree.children)
        case "level_named":
            word, *numbers = tree.children
            level = _numbered(builder, numbers)
            return level and Level(scale=level.scale, levels=level.levels, word=str(word))
    levels = [_level_word(builder, token) for token in tree.children]
    low, high = levels[0], levels[-1]
    if low is None or high is None:
        return None
    words = [str(token) for token in tree.children]
    if len(words) == 1:
        return Level(scale=low.scale, levels=between(low.low, low.high), word=words[0])
    return _between_words(builder, tree, low, high)


def _between_words(builder: Builder, tree: Any, low: LevelWord, high: LevelWord) -> Level | None:
    first, last = (str(token) for token in tree.children)
    if low.scale != high.scale:
        problem = f"`{first}` and `{last}` are words of two scales"
        builder.wrong("literal", extent(tree), problem=problem, expected="two words of one scale")
        return None
    if Decimal(low.low) > Decimal(high.high):
        builder.wrong("range-upside-down", extent(tree), found=f"{first}..{last}", repair=f"{last}..{first}")
        return None
    return Level(scale=low.scale, levels=between(low.low, high.high), word=first, word_to=last)


def between(low: str, high: str) -> Range[Decimal]:
    """Give the range of levels from one exact decimal text to another."""
    first, last = Decimal(low), Decimal(high)
    return Range(min=first, ideal=first if first == last else None, max=last)


def _level_word(builder: Builder, token: Any) -> LevelWord | None:
    level = builder.vocabulary.level(str(token))
    if level is None:
        near = builder.vocabulary.suggest("pressure", str(token))
        builder.wrong("word-has-no-level", token, hints=(f"did you mean `{near}`?",) if near else (), word=str(token))
    return level


def _numbered(builder: Builder, parts: list[Any]) -> Level | None:
    body, *scale = parts
    levels = build_range(builder, body, read_number)
    if levels is None:
        return None
    if not scale:
        place = extent(body)
        builder.wrong("scale-missing", place, found=builder.text[place.start_pos : place.end_pos])
        return None
    return Level(scale=builder.word("scale", scale[0]).id, levels=levels)


def build_when(builder: Builder, tree: Any) -> When:
    """Build conditions joined by one word."""
    parts = tuple(_condition(builder, child) for child in tree.children)
    return When(join="any" if tree.data == "when_any" else "all", parts=parts)


def _condition(builder: Builder, tree: Any) -> Condition:
    *negation, test = tree.children
    negated = bool(negation)
    match test.data:
        case "asked":
            return Condition(test=str(test.children[0]), negated=negated)  # type: ignore[arg-type]  # words of the grammar
        case "named":
            return _named(builder, test, negated=negated)
        case "keyed":
            return _keyed(builder, test, negated=negated)
        case "in_position":
            pose = build_pose(builder, test.children[0])
            return Condition(test="position", pose=pose, negated=negated)
        case "this_is":
            name, number = test.children
            return Condition(test="this", name=_this(builder, name), value=read_number_of(builder, number), negated=negated)
    return Condition(test="pass", value=str(test.children[0]), negated=negated)


def _this(builder: Builder, name: Any) -> str:
    """Give what is counted: a region, or one of the other things that a block can be done for."""
    return str(name) if str(name) in LOOPED else builder.word("region", name).id


def _named(builder: Builder, test: Any, *, negated: bool) -> Condition:
    key, name = test.children
    if key == "found":
        return Condition(test="found", name=builder.word("finding", name).id, negated=negated)
    return Condition(test="client", name=builder.word("fact", name).id, negated=negated)


def _keyed(builder: Builder, test: Any, *, negated: bool) -> Condition:
    key, name, *rest = test.children
    value = _answer(builder, rest[0].children[0]) if rest else None
    return Condition(test=str(key), name=str(name), value=value, negated=negated)  # type: ignore[arg-type]  # as above


def _answer(builder: Builder, token: Any) -> str | int | bool:
    if token.type == "NUMBER":
        return int(token) if plain(builder, [(token, None)]) and "." not in token else str(token)
    return {"true": True, "false": False}.get(str(token), str(token))


def build_until(builder: Builder, tree: Any) -> Until:
    """Build ends, whichever comes first."""
    return Until(options=tuple(_end(builder, child) for child in tree.children))


def _end(builder: Builder, tree: Any) -> End:
    if tree.data == "sign":
        return End(sign=builder.word("sign", tree.children[0]).id)
    area = build_area(builder, tree.children[0])
    return End(reached=area) if tree.data == "reached" else End(covered=area)
