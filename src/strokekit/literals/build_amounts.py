"""Trees of the amount rules → ranges and tempi."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, TypeVar

import attrs

from strokekit.literals.printing import range_text
from strokekit.literals.vocabulary import Builder, Extent, extent
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
Reader = Callable[[Builder, list[Pair]], N | None]
"""Turns the pairs of one amount into a number, or notes why it can't."""

TIME_HELP = "`ms`, `s`, `min`, `h` or `breaths`"
LENGTH_HELP = "`cm`, `in` or `finger_widths`"
TEMPERATURE_HELP = "`°C` or `°F`"
SIZE_UNITS = (*LENGTH_UNITS, *BODY_UNITS, *AMOUNT_UNITS, *TEMPERATURE_UNITS)
DIGITS = 15
"""A number may have so many digits: more do not survive every reader of JSON, and all arithmetic on so many is exact."""
_TIME_ORDER = ("h", "min", "s", "ms", "breath")


def build_measure(builder: Builder, tree: Any, read: Reader[Any], group: str) -> Range[Any] | None:
    """Build a range with its `each`, or a named quantity of the `group`: `count`, `duration`, `percent` or `amount`."""
    body, *rest = tree.children
    each = build_each(builder, rest[0]) if rest else None
    if body.data == "word":
        return Range(vague=_vague(builder, body.children[0], group), each=each)
    return build_range(builder, body, read, each=each)


def _vague(builder: Builder, token: Any, group: str) -> str:
    found = builder.vocabulary.find(group, str(token))
    if found is None and builder.vocabulary.find("quantity", str(token)) is not None:
        what = {"amount": "quantity"}.get(group, group)
        builder.wrong("literal", token, problem=f"`{token}` names no {what}", expected=f"a quantity of the right sort: a {what}")
        return str(token)
    return found.id if found is not None else builder.word("quantity", token).id


def build_each(builder: Builder, tree: Any) -> str:
    """Build what an amount holds for: `each way`."""
    return builder.word("each", tree.children[0]).id


def build_range(builder: Builder, tree: Any, read: Reader[Any], *, each: str | None = None) -> Range[Any] | None:
    """Build one of the six forms of a range; the last unit serves the ends that have none."""
    pairs = _share_unit([_pairs(amount) for amount in tree.children])
    numbers = [read(builder, pair) if plain(builder, pair) else None for pair in pairs]
    if any(number is None for number in numbers) or not _one_unit(builder, pairs):
        return None
    made = _range(tree.data, numbers, unit=_unit(pairs), each=each)
    if rising(numbers):
        return made
    _upside_down(builder, tree, numbers, pairs)
    return None


def _range(form: str, numbers: Sequence[Any], *, unit: str | None, each: str | None = None) -> Range[Any]:
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
    """Give the last unit to the ends that have none, unless it is one of several: `1..2 min 30 s` could mean two things."""
    unit = ends[-1][-1][1] if len(ends[-1]) == 1 else None
    return [[(pairs[0][0], unit)] if len(pairs) == 1 and pairs[0][1] is None else pairs for pairs in ends]


def plain(builder: Builder, pairs: list[Pair]) -> bool:
    """Tell whether all numbers are short enough to be kept exactly; note those that are not."""
    long = [number for number, _ in pairs if len(number.replace(".", "")) > DIGITS]
    for number in long:
        builder.wrong("number-not-plain", number, text=str(number) if len(number) <= 2 * DIGITS else f"{number[:DIGITS]}…")
    return not long


def _one_unit(builder: Builder, ends: list[list[Pair]]) -> bool:
    units = [unit for pairs in ends for _, unit in pairs]
    names = {canonical_unit(str(unit)) for unit in units if unit is not None}
    if names and units[-1] is None:  # a unit serves the ends before it, and none after it
        builder.wrong("unit-missing", ends[-1][-1][0], found=str(ends[-1][-1][0]), units=f"`{min(names)}`")
        return False
    if len(names) <= 1 or names <= {*TIME_UNITS, *BREATH_UNITS}:
        return True
    builder.wrong("literal", units[-1], problem="the ends have different units", expected="one unit for both")
    return False


def _unit(ends: list[list[Pair]]) -> str | None:
    unit = ends[-1][-1][1]
    return None if unit is None or unit in TIME_UNITS or unit in (*BREATH_UNITS, PERCENT) else canonical_unit(str(unit))


def rising(numbers: Sequence[Any]) -> bool:
    """Tell whether no number is below the one before it, as far as that can be known."""
    return all(low <= high or (isinstance(low, Time) and not low.comparable(high)) for low, high in pairwise(numbers))


def ordered(numbers: Sequence[Any]) -> list[Any]:
    """Sort numbers or times: the repair of a range that is upside down."""
    return sorted(numbers, key=lambda number: (number.ms, number.breaths) if isinstance(number, Time) else (number, 0))


def _upside_down(builder: Builder, tree: Any, numbers: list[Any], pairs: list[list[Pair]]) -> None:
    unit = next((str(unit) for _, unit in pairs[-1] if unit is not None), None)
    shown = PERCENT if unit == PERCENT else _unit(pairs)
    right = _range("from_by_to" if len(numbers) > 2 else "from_to", ordered(numbers), unit=shown)  # noqa: PLR2004 - with an ideal
    place = extent(tree)
    builder.wrong(
        "range-upside-down", place, found=builder.text[place.start_pos : place.end_pos], repair=range_text(right, shown)
    )


def read_int(builder: Builder, pairs: list[Pair]) -> int | None:
    """Read a whole number >= 1 without a unit."""
    number, unit = pairs[0]
    if unit is not None or len(pairs) > 1:
        problem = f"a count has no unit, but `{unit}` was found"
        builder.wrong("literal", unit or number, problem=problem, expected="a whole number")
        return None
    if "." in number:
        builder.wrong("literal", number, problem=f"`{number}` is no whole number", expected="a whole number")
        return None
    if int(number) == 0:
        builder.wrong("zero", number, found=str(number), what="a count", least="1")
        return None
    return int(number)


def read_number_of(builder: Builder, number: Any) -> int | None:
    """Read the whole number that stands beside a word: `toe 5`."""
    pair = [(number, None)]
    return read_int(builder, pair) if plain(builder, pair) else None


def read_number(builder: Builder, pairs: list[Pair]) -> Decimal | None:
    """Read a number without a unit."""
    number, unit = pairs[0]
    if unit is not None or len(pairs) > 1:
        builder.wrong("literal", unit, problem=f"no unit is expected, but `{unit}` was found", expected="a number")
        return None
    return Decimal(str(number))


def read_time(builder: Builder, pairs: list[Pair]) -> Time | None:
    """Read times with their units and add them up: `1 min 30 s`. Each unit stands once, the largest first."""
    if not _in_order(builder, pairs):
        return None
    ms, breaths = Decimal(0), Decimal(0)
    for number, unit in pairs:
        if unit in BREATH_UNITS:
            breaths += Decimal(str(number))
        else:
            ms += Decimal(str(number)) * TIME_UNITS[str(unit)]
    if ms != int(ms):
        place = Extent(pairs[0][0].start_pos, pairs[-1][1].end_pos)
        builder.wrong("too-fine", place, found=builder.text[place.start_pos : place.end_pos])
        return None
    return Time(int(ms), breaths)


def _in_order(builder: Builder, pairs: list[Pair]) -> bool:
    """Tell whether all units are units of time, each smaller than the one before."""
    last = -1
    for number, unit in pairs:
        if unit is None:
            builder.wrong("unit-missing", number, found=str(number), units=TIME_HELP)
            return False
        name = canonical_unit(str(unit))
        if name not in _TIME_ORDER:
            builder.wrong("literal", unit, problem=f"`{unit}` is no unit of time", expected=TIME_HELP)
            return False
        if _TIME_ORDER.index(name) <= last:
            problem = f"`{number} {unit}` does not go on with the time before it"
            builder.wrong("literal", Extent(number.start_pos, unit.end_pos), problem=problem, expected="`..` between two times")
            return False
        last = _TIME_ORDER.index(name)
    return True


def read_percent(builder: Builder, pairs: list[Pair]) -> Decimal | None:
    """Read a share with its `%`, at most 100."""
    number, unit = pairs[0]
    if unit is None:
        builder.wrong("unit-missing", number, found=str(number), units="`%`")
        return None
    if unit != PERCENT or len(pairs) > 1:
        wrong = unit if unit != PERCENT else pairs[1][1]
        problem = f"`{wrong}` is no share" if wrong != PERCENT else "a share is one number"
        builder.wrong("literal", wrong, problem=problem, expected="a share such as `40%`")
        return None
    if Decimal(str(number)) > 100:  # noqa: PLR2004 - a share of everything
        builder.wrong("literal", number, problem=f"`{number}%` is more than everything", expected="at most `100%`")
        return None
    return Decimal(str(number))


def read_quantity(builder: Builder, pairs: list[Pair]) -> Decimal | None:
    """Read an amount of a thing, a length or a temperature; without a unit, pieces."""
    number, unit = pairs[0]
    wrong = pairs[1][1] if len(pairs) > 1 else unit if unit is not None and unit not in SIZE_UNITS else None
    if wrong is not None:
        problem = f"`{wrong}` is no unit of an amount" if wrong not in SIZE_UNITS else "an amount has one unit"
        builder.wrong("literal", wrong, problem=problem, expected="`ml`, `g`, `cm`, `°C`, …")
        return None
    if unit is None and Decimal(str(number)) == 0:
        builder.wrong("zero", number, found=str(number), what="a number of pieces", least="1")
        return None
    return Decimal(str(number))


def read_length(builder: Builder, pairs: list[Pair]) -> Decimal | None:
    """Read a length with its unit."""
    number, unit = pairs[0]
    if unit is None:
        builder.wrong("unit-missing", number, found=str(number), units=LENGTH_HELP)
        return None
    if len(pairs) > 1:
        builder.wrong("literal", pairs[1][1], problem="a length has one unit", expected=LENGTH_HELP)
        return None
    if unit not in (*LENGTH_UNITS, *BODY_UNITS):
        builder.wrong("literal", unit, problem=f"`{unit}` is no unit of length", expected=LENGTH_HELP)
        return None
    return Decimal(str(number))


def read_temperature(builder: Builder, pairs: list[Pair]) -> Decimal | None:
    """Read a temperature with its unit."""
    number, unit = pairs[0]
    if unit is None:
        builder.wrong("unit-missing", number, found=str(number), units=TEMPERATURE_HELP)
        return None
    if unit not in TEMPERATURE_UNITS:
        builder.wrong("literal", unit, problem=f"`{unit}` is no unit of temperature", expected=TEMPERATURE_HELP)
        return None
    if len(pairs) > 1:
        builder.wrong("literal", pairs[1][1], problem="a temperature has one unit", expected=TEMPERATURE_HELP)
        return None
    return Decimal(str(number))


def read_pain(builder: Builder, pairs: list[Pair]) -> Decimal | None:
    """Read a pain of 0 to 10."""
    number = read_number(builder, pairs)
    if number is not None and number > 10:  # noqa: PLR2004 - the scale of pain
        builder.wrong("literal", pairs[0][0], problem=f"`{pairs[0][0]}` is above the scale of pain", expected="0 to 10")
        return None
    return number


def build_tempo(builder: Builder, tree: Any) -> Tempo | None:
    """Build `20/min`, `3 cm/s`, `4 s each`, or a word."""
    if tree.data == "tempo_word":
        return Tempo(word=builder.word("tempo", tree.children[0].children[0]).id)
    if tree.data == "pass_time":
        body, *unit = tree.children
        each = builder.word("each", unit[0]).id if unit else "repeat"
        time = _moving(builder, body, build_range(builder, body, read_time, each=each))
        return Tempo(each=time) if time else None
    body, unit = tree.children
    if unit == "min":
        rate = _moving(builder, body, build_range(builder, body, read_number))
        return Tempo(per_minute=rate) if rate else None
    if unit != "s":
        builder.wrong("literal", unit, problem=f"`/{unit}` is no tempo", expected="`20/min`, `3 cm/s` or `4 s each repeat`")
        return None
    speed = _moving(builder, body, build_range(builder, body, read_speed))
    return Tempo(cm_per_second=attrs.evolve(speed, unit=None)) if speed else None


def _moving(builder: Builder, tree: Any, pace: Range[Any] | None) -> Range[Any] | None:
    """Refuse a tempo of nothing: at that, a stroke never ends."""
    if pace is None or all(end not in (0, Time()) for end in (pace.min, pace.ideal, pace.max)):
        return pace
    builder.wrong("literal", extent(tree), problem="at this tempo nothing moves", expected="a number above 0")
    return None


def read_speed(builder: Builder, pairs: list[Pair]) -> Decimal | None:
    """Read the `3 cm` of `3 cm/s`, in centimetres."""
    number, unit = pairs[0]
    if len(pairs) > 1 or unit not in LENGTH_UNITS:
        builder.wrong("literal", unit or number, problem="a speed needs a length", expected="a speed such as `3 cm/s`")
        return None
    return Decimal(str(number)) * LENGTH_UNITS[str(unit)]
