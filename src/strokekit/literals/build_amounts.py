"""Trees of the amount rules → ranges and tempi."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from strokekit.literals.vocabulary import Builder
from strokekit.model.amounts import Range, Tempo, Time
from strokekit.model.units import (
    AMOUNT_UNITS,
    BODY_UNITS,
    BREATH_UNITS,
    LENGTH_UNITS,
    PERCENT,
    TEMPERATURE_UNITS,
    TIME_UNITS,
    canonical_unit,
)

N = TypeVar("N")
Pair = tuple[Any, Any]
"""A number token with its unit token, or None."""
Reader = Callable[[Builder, list[Pair], Any], N | None]
"""Turns the pairs of one amount into a number; the last argument is the tree, for its place."""

TIME_HELP = "`ms`, `s`, `min`, `h` or `breaths`"
SIZE_UNITS = (*LENGTH_UNITS, *BODY_UNITS, *AMOUNT_UNITS, *TEMPERATURE_UNITS)


def build_measure(builder: Builder, tree: Any, read: Reader[Any]) -> Range[Any] | None:
    """A range with its `each`, or a named quantity."""
    body, *rest = tree.children
    each = build_each(builder, rest[0]) if rest else None
    if body.data == "word":
        return Range(vague=builder.word("quantity", body.children[0]).id, each=each)
    return build_range(builder, body, read, each=each)


def build_each(builder: Builder, tree: Any) -> str:
    """What an amount holds for: `each way`."""
    return builder.word("each", tree.children[0]).id


def build_range(builder: Builder, tree: Any, read: Reader[Any], *, each: str | None = None) -> Range[Any] | None:
    """One of the six forms of a range; the last unit serves the ends that have none."""
    pairs = _share_unit([_pairs(amount) for amount in tree.children])
    numbers = [read(builder, pair, amount) for pair, amount in zip(pairs, tree.children, strict=True)]
    if any(number is None for number in numbers):
        return None
    unit = _unit(pairs)
    if not _rising(numbers):
        _upside_down(builder, tree)
        return None
    return _range(tree.data, numbers, unit=unit, each=each)


def _range(form: str, numbers: list[Any], *, unit: str | None, each: str | None) -> Range[Any]:
    first, last = numbers[0], numbers[-1]
    match form:
        case "about":
            return Range(ideal=first, about=True, unit=unit, each=each)
        case "at_least":
            return Range(min=first, unit=unit, each=each)
        case "at_most":
            return Range(max=first, unit=unit, each=each)
        case "from_by_to":
            return Range(min=first, ideal=numbers[1], max=last, unit=unit, each=each)
    return Range(min=first, ideal=first if first == last else None, max=last, unit=unit, each=each)


def _pairs(amount: Any) -> list[Pair]:
    return [tuple(part.children) if hasattr(part, "children") else (part, None) for part in amount.children]


def _share_unit(ends: list[list[Pair]]) -> list[list[Pair]]:
    unit = ends[-1][-1][1]
    return [[(pairs[0][0], unit)] if len(pairs) == 1 and pairs[0][1] is None else pairs for pairs in ends]


def _unit(ends: list[list[Pair]]) -> str | None:
    unit = ends[-1][-1][1]
    return None if unit is None or unit in TIME_UNITS or unit in (*BREATH_UNITS, PERCENT) else canonical_unit(str(unit))


def _rising(numbers: list[Any]) -> bool:
    pairs = zip(numbers, numbers[1:], strict=False)
    return all(low <= high or (isinstance(low, Time) and not low.comparable(high)) for low, high in pairs)


def _upside_down(builder: Builder, tree: Any) -> None:
    texts = [_text(amount) for amount in tree.children]
    unit = next((str(pair[1]) for amount in tree.children for pair in _pairs(amount) if pair[1] is not None), "")
    bare = [text.removesuffix(unit).strip() if unit else text for text in texts]
    repair = "..".join(reversed(bare)) + (f" {unit}" if unit else "")
    builder.wrong("range-upside-down", found="..".join(texts), repair=repair)


def _text(amount: Any) -> str:
    return " ".join(" ".join(str(token) for token in pair if token is not None) for pair in _pairs(amount))


def read_int(builder: Builder, pairs: list[Pair], tree: Any) -> int | None:
    """A whole number >= 1 without a unit."""
    number, unit = pairs[0]
    if unit is not None or len(pairs) > 1:
        builder.wrong("literal", unit or number, problem=f"a count has no unit, but `{unit}` was found", expected="a whole number")
        return None
    if "." in number:
        builder.wrong("literal", number, problem=f"`{number}` is no whole number", expected="a whole number")
        return None
    if int(number) == 0:
        builder.wrong("zero", number, found=str(number), what="a count", least="1")
        return None
    return int(number)


def read_number(builder: Builder, pairs: list[Pair], tree: Any) -> Decimal | None:
    """A number without a unit."""
    number, unit = pairs[0]
    if unit is not None or len(pairs) > 1:
        builder.wrong("literal", unit, problem=f"no unit is expected, but `{unit}` was found", expected="a number")
        return None
    return Decimal(str(number))


def read_time(builder: Builder, pairs: list[Pair], tree: Any) -> Time | None:
    """Times with their units, added up: `1 min 30 s`."""
    ms, breaths = Decimal(0), Decimal(0)
    for number, unit in pairs:
        if unit is None:
            builder.wrong("unit-missing", number, found=str(number), units=TIME_HELP)
            return None
        if unit in BREATH_UNITS:
            breaths += Decimal(str(number))
        elif unit in TIME_UNITS:
            ms += Decimal(str(number)) * TIME_UNITS[str(unit)]
        else:
            builder.wrong("literal", unit, problem=f"`{unit}` is no unit of time", expected=TIME_HELP)
            return None
    if ms != int(ms):
        builder.wrong("too-fine", found=_text_of(pairs))
        return None
    return Time(int(ms), breaths)


def _text_of(pairs: list[Pair]) -> str:
    return " ".join(f"{number} {unit}" for number, unit in pairs)


def read_percent(builder: Builder, pairs: list[Pair], tree: Any) -> Decimal | None:
    """A share with its `%`, at most 100."""
    number, unit = pairs[0]
    if unit is None:
        builder.wrong("unit-missing", number, found=str(number), units="`%`")
        return None
    if unit != PERCENT or len(pairs) > 1:
        builder.wrong("literal", unit, problem=f"`{unit}` is no share", expected="a share such as `40%`")
        return None
    if Decimal(str(number)) > 100:  # noqa: PLR2004 - a share of everything
        builder.wrong("literal", number, problem=f"`{number}%` is more than everything", expected="at most `100%`")
        return None
    return Decimal(str(number))


def read_quantity(builder: Builder, pairs: list[Pair], tree: Any) -> Decimal | None:
    """An amount of a thing, a length or a temperature; without a unit, pieces."""
    number, unit = pairs[0]
    if len(pairs) > 1 or (unit is not None and unit not in SIZE_UNITS):
        builder.wrong("literal", unit or number, problem=f"`{unit}` is no unit of an amount", expected="`ml`, `g`, `cm`, `°C`, …")
        return None
    return Decimal(str(number))


def read_length(builder: Builder, pairs: list[Pair], tree: Any) -> Decimal | None:
    """A length with its unit."""
    number, unit = pairs[0]
    if unit is None:
        builder.wrong("unit-missing", number, found=str(number), units="`cm`, `in` or `finger_widths`")
        return None
    if unit not in (*LENGTH_UNITS, *BODY_UNITS) or len(pairs) > 1:
        builder.wrong("literal", unit, problem=f"`{unit}` is no unit of length", expected="`cm`, `in` or `finger_widths`")
        return None
    return Decimal(str(number))


def build_tempo(builder: Builder, tree: Any) -> Tempo | None:
    """`20/min`, `3 cm/s`, `4 s each`, or a word."""
    if tree.data == "tempo_word":
        return Tempo(word=builder.word("tempo", tree.children[0].children[0]).id)
    if tree.data == "pass_time":
        body, *unit = tree.children
        each = builder.word("each", unit[0]).id if unit else "repeat"
        time = build_range(builder, body, read_time, each=each)
        return time and Tempo(each=time)
    body, unit = tree.children
    if unit == "min":
        rate = build_range(builder, body, read_number)
        return rate and Tempo(per_minute=rate)
    speed = build_range(builder, body, read_speed)
    if unit != "s":
        builder.wrong("literal", unit, problem=f"`/{unit}` is no tempo", expected="`20/min`, `3 cm/s` or `4 s each repeat`")
        return None
    return speed and Tempo(cm_per_second=speed)


def read_speed(builder: Builder, pairs: list[Pair], tree: Any) -> Decimal | None:
    """The `3 cm` of `3 cm/s`, in centimetres."""
    number, unit = pairs[0]
    if len(pairs) > 1 or unit not in LENGTH_UNITS:
        builder.wrong("literal", unit or number, problem="a speed needs a length", expected="a speed such as `3 cm/s`")
        return None
    return Decimal(str(number)) * LENGTH_UNITS[str(unit)]
