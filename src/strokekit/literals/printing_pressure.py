"""Pressure and conditions → the shortest form that says it all, as in `strokekit.literals.printing`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import attrs

from strokekit.literals.printing import Json, area_text, level_text, pose_text, range_text, write_range
from strokekit.literals.vocabulary import Vocabulary
from strokekit.model.condition import Condition, End, Until, When
from strokekit.model.touch import Level, Press, Pressure


def press_text(press: Press, level: Callable[[Level], str] = level_text) -> str:
    """Write one thing said of the pressure."""
    if press.pain is not None:
        return f"{press.pain} pain" if isinstance(press.pain, str) else f"pain {range_text(press.pain, None)}"
    if press.level is not None:
        ramp = f" -> {level(press.to)}" if press.to else ""
        return f"{level(press.level)}{ramp}{_each(press)}"
    if press.pace:
        return press.pace
    slowly = " slowly" if press.slowly else ""
    sign = f" if {press.if_}" if press.if_ else ""
    return f"{press.change}{slowly}{_each(press)}{sign}"


def _each(press: Press) -> str:
    return f" each {press.each}" if press.each else ""


def write_pressure(pressure: Pressure, words: Vocabulary) -> Json:
    """Write presses joined by `and` and `or`; what no string can say of one needs its long form."""
    groups = [[_press_json(press, words) for press in group] for group in pressure.options]
    if all(isinstance(part, str) for group in groups for part in group):
        return " or ".join(" and ".join(group) for group in groups)
    sets = [group[0] if len(group) == 1 else {"all": group} for group in groups]
    return sets[0] if len(sets) == 1 else {"any": sets}


def _press_json(press: Press, words: Vocabulary) -> Json:
    level = partial(_known_level, words)
    if press.on_return is None and press.manner is None and (press.change is None or press.to is None):
        return press_text(press, level)
    pace = "slowly" if press.slowly else press.pace
    pain = press.pain if isinstance(press.pain, str) or press.pain is None else write_range(press.pain)
    ends = {"to": press.to and level(press.to), "on_return": press.on_return and level(press.on_return)}
    own = {"change": press.change, "pace": pace, "pain": pain, "each": press.each, "if": press.if_, "manner": press.manner}
    full = {**(_level_json(press.level, level) if press.level else {}), **ends, **own}
    return {key: value for key, value in full.items() if value is not None}


def _level_json(level: Level, text: Callable[[Level], str]) -> dict[str, Json]:
    """Write a level as keys; a word with its number in a bracket is two of them."""
    written = text(level)
    if not written.endswith(")"):
        return {"level": written}
    return {"level": range_text(level.levels, None), "scale": level.scale, "word": level.word}


def _known_level(words: Vocabulary, level: Level) -> str:
    """Write the bare word, where the vocabulary gives it the very same level."""
    known = words.level(level.word) if level.word and not level.word_to else None
    if known is None or (known.scale, Decimal(known.low), Decimal(known.high)) != (
        level.scale,
        level.levels.min,
        level.levels.max,
    ):
        return level_text(level)
    return str(level.word) if level.levels.ideal in (None, level.levels.min) else level_text(level)


def condition_text(condition: Condition) -> str:
    """Write one condition, with its `not`."""
    return ("not " if condition.negated else "") + _test_text(condition)


def _test_text(condition: Condition) -> str:
    value = str(condition.value).lower() if isinstance(condition.value, bool) else condition.value
    match condition.test:
        case "position":
            return f"position {pose_text(condition.pose)}" if condition.pose else "position"
        case "this":
            return f"this {condition.name} = {condition.value}"
        case "pass":
            return f"pass {condition.value}"
    name = f" {condition.name}" if condition.name else ""
    return f"{condition.test}{name}" + (f" = {value}" if condition.value is not None else "")


def write_when(when: When) -> Json:
    """Write conditions joined by one word; joins of joins in the long form."""
    if when.negated:
        return {"not": write_when(attrs.evolve(when, negated=False))}
    if all(isinstance(part, Condition) for part in when.parts):
        joint = " or " if when.join == "any" else " and "
        return joint.join(condition_text(part) for part in when.parts if isinstance(part, Condition))
    parts = [condition_text(part) if isinstance(part, Condition) else write_when(part) for part in when.parts]
    return {when.join: parts}


def end_text(end: End) -> str:
    """Write one end of a step."""
    if end.sign:
        return end.sign
    area = end.reached or end.covered
    return f"{'reached' if end.reached else 'covered'} {area_text(area)}" if area else ""


def write_until(until: Until) -> Json:
    """Write ends joined by `or`."""
    return " or ".join(end_text(end) for end in until.options)
