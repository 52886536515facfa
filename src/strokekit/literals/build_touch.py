"""Trees of phrases, pressure and conditions → tools, things, poses, pressures, conditions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from strokekit.literals.build_amounts import build_each, build_range, read_int, read_number
from strokekit.literals.build_places import build_area, build_place
from strokekit.literals.vocabulary import Builder, LevelWord
from strokekit.model.amounts import Range
from strokekit.model.condition import Condition, End, Until, When
from strokekit.model.place import SIDE_WORDS, Sides
from strokekit.model.state import Lubricant, Pose, Position, Therapist
from strokekit.model.touch import Hold, Item, Level, Press, Pressure, Size, Things, Tool


def build_tool(builder: Builder, tree: Any) -> Tool:
    """Holds joined by `and`, such sets joined by `or`."""
    return Tool(options=tuple(tuple(_hold(builder, phrase) for phrase in group.children) for group in tree.children))


def _hold(builder: Builder, phrase: Any) -> Hold:
    *before, part = phrase.children
    found = builder.word("tool", part)
    sides = [str(token) for token in before if token.type == "SIDE"]
    manners = tuple(builder.word("manner", token).id for token in before if token.type == "WORD")
    return Hold(part=found.id, both=found.plural, side=sides[0] if sides else None, manners=manners)


def build_things(builder: Builder, tree: Any) -> Things:
    """Things with their manners, joined by `and` and `or`."""
    return Things(options=tuple(tuple(_item(builder, phrase) for phrase in group.children) for group in tree.children))


def _item(builder: Builder, phrase: Any) -> Item:
    *before, thing = phrase.children
    manners = tuple(builder.word("manner", token).id for token in before)
    return Item(thing=builder.word("thing", thing).id, manners=manners)


def build_lubricant(builder: Builder, tree: Any) -> Lubricant:
    """Products joined by `or`; `none` is no product."""
    options = build_options(builder, tree, "products are joined by `or`")
    if len(options) == 1 and [str(token) for token in options[0].children] == ["none"]:
        return Lubricant()
    return Lubricant(products=tuple(_item(builder, phrase) for phrase in options))


def build_options(builder: Builder, tree: Any, why: str) -> list[Any]:
    """The phrases of a literal that knows `or` and no `and`."""
    for group in tree.children:
        if len(group.children) > 1:
            builder.wrong("literal", problem="`and` has no meaning here", expected=f"`or`: {why}")
    return [group.children[0] for group in tree.children]


def build_position(builder: Builder, tree: Any) -> Position:
    """Poses joined by `or`."""
    return Position(options=tuple(build_pose(builder, phrase) for phrase in build_options(builder, tree, "one pose at a time")))


def build_pose(builder: Builder, phrase: Any) -> Pose:
    """A pose, with the side lain on before it."""
    *before, pose = phrase.children
    sides = [str(token) for token in before if token.type == "SIDE"]
    for token in before:
        if token.type != "SIDE":
            builder.wrong("literal", token, problem=f"`{token}` is not understood here", expected="`left` or `right` before the pose")
    return Pose(pose=builder.word("pose", pose).id, side=sides[0] if sides else None)


def build_sides(builder: Builder, tree: Any) -> Sides:
    """Side words joined by `or`."""
    words = [phrase.children for phrase in build_options(builder, tree, "one side, or another")]
    for tokens in words:
        if len(tokens) > 1 or str(tokens[0]) not in SIDE_WORDS:
            text = " ".join(str(token) for token in tokens)
            builder.wrong("literal", tokens[0], problem=f"`{text}` is no side", expected=", ".join(f"`{w}`" for w in SIDE_WORDS))
    return Sides(options=tuple(str(tokens[0]) for tokens in words))


def build_size(builder: Builder, tree: Any) -> Size:
    """A word of size; lengths are read as amounts before this is asked."""
    phrase = tree.children[0].children[0]
    return Size(word=builder.word("size", phrase.children[-1]).id)


def build_therapist(builder: Builder, tree: Any) -> Therapist | None:
    """Stances joined by `or`, a relation, a place."""
    *stances, relation, place = tree.children
    built = build_place(builder, place)
    names = tuple(builder.word("stance", phrase.children[-1]).id for phrase in stances)
    if built is None:
        return None
    return Therapist(stances=names, relation=str(relation.children[0]), place=built)


def build_pressure(builder: Builder, tree: Any) -> Pressure | None:
    """What is said of the pressure, joined by `and` and `or`."""
    options = [[_press(builder, press) for press in group.children] for group in tree.children]
    if any(press is None for group in options for press in group):
        return None
    return Pressure(options=tuple(tuple(press for press in group if press) for group in options))


def _press(builder: Builder, tree: Any) -> Press | None:
    match tree.data:
        case "press_level":
            level = build_level(builder, tree.children[0])
            return level and Press(level=level)
        case "ramp":
            return _ramp(builder, tree)
        case "pace":
            return Press(pace=str(tree.children[0]))  # type: ignore[arg-type]  # the grammar knows just the two words
        case "change":
            return _change(builder, tree)
        case "pain_range":
            pain = build_range(builder, tree.children[0], read_number)
            return pain and Press(pain=pain)
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
    """A level by word, by two words, by number and scale, or by word with its number and scale."""
    match tree.data:
        case "level_number":
            return _numbered(builder, tree.children)
        case "level_named":
            word, *numbers = tree.children
            level = _numbered(builder, numbers)
            return level and Level(scale=level.scale, levels=level.levels, word=str(word))
    first, last = tree.children[0], tree.children[-1]
    low, high = _level_word(builder, first), _level_word(builder, last)
    if low is None or high is None:
        return None
    if first is last:
        return Level(scale=low.scale, levels=between(low.low, low.high), word=str(first))
    if low.scale != high.scale or Decimal(low.low) > Decimal(high.high):
        builder.wrong("range-upside-down", found=f"{first}..{last}", repair=f"{last}..{first}")
        return None
    return Level(scale=low.scale, levels=between(low.low, high.high), word=str(first), word_to=str(last))


def between(low: str, high: str) -> Range[Decimal]:
    """The range of levels from one exact decimal text to another."""
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
        text = str(body.children[0].children[0])
        builder.wrong("scale-missing", body.children[0].children[0], found=text)
        return None
    return Level(scale=builder.word("scale", scale[0]).id, levels=levels)


def build_when(builder: Builder, tree: Any) -> When:
    """Conditions joined by one word."""
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
            return _keyed(test, negated=negated)
        case "in_position":
            pose = build_pose(builder, test.children[0])
            return Condition(test="position", pose=pose, negated=negated)
        case "this_is":
            name, number = test.children
            value = read_int(builder, [(number, None)], test)
            return Condition(test="this", name=builder.word("region", name).id, value=value, negated=negated)
    return Condition(test="pass", value=str(test.children[0]), negated=negated)


def _named(builder: Builder, test: Any, *, negated: bool) -> Condition:
    key, name = test.children
    if key == "found":
        return Condition(test="found", name=builder.word("finding", name).id, negated=negated)
    return Condition(test="client", name=builder.word("fact", name).id, negated=negated)


def _keyed(test: Any, *, negated: bool) -> Condition:
    key, name, *rest = test.children
    value: str | int | bool | None = None
    if rest:
        token = rest[0].children[0]
        value = int(token) if token.type == "NUMBER" and "." not in token else str(token)
        value = {"true": True, "false": False}.get(str(value), value)
    return Condition(test=str(key), name=str(name), value=value, negated=negated)  # type: ignore[arg-type]  # as above


def build_until(builder: Builder, tree: Any) -> Until:
    """Ends, whichever comes first."""
    return Until(options=tuple(_end(builder, child) for child in tree.children))


def _end(builder: Builder, tree: Any) -> End:
    if tree.data == "sign":
        return End(sign=builder.word("sign", tree.children[0]).id)
    area = build_area(builder, tree.children[0])
    return End(reached=area) if tree.data == "reached" else End(covered=area)
