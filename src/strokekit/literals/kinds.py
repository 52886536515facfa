"""The table of literals: for each kind its rule, its builder, its long form, its printer and its outline.

A kind is added by adding a row; `strokekit.literals.reader` reads and writes by it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Literal

import attrs

from strokekit.literals import build_amounts as amounts
from strokekit.literals import build_places as places
from strokekit.literals import build_touch as touch
from strokekit.literals import long_forms as long
from strokekit.literals import outline, printing, printing_pressure
from strokekit.literals.long_amounts import amount_form
from strokekit.literals.long_forms import LongForm
from strokekit.literals.vocabulary import Builder, Vocabulary
from strokekit.model.touch import Size


@attrs.frozen(kw_only=True)
class Kind:
    """One sort of literal."""

    name: str
    start: str
    build: Callable[[Builder, Any], Any]
    write: Callable[[Any, Vocabulary], Any]
    outline: str
    """A regular expression, without anchors, that every compact form matches: what the published schema can say of it."""
    expected: str
    """What to write, for messages."""
    long: LongForm | None = None
    integer: bool = False
    """A bare whole number is a form of it."""
    numbers: bool = False
    """A bare whole number is read like its digits in quotes: as a form of it, or for a mistake that says what it lacks."""
    joins: tuple[Literal["any", "all"], ...] = ()
    examples: tuple[str, ...] = ()
    listed: bool = False
    """A field of this kind takes a list: all of them, in order."""


def _measure(read: Any, group: str) -> Callable[[Builder, Any], Any]:
    return partial(amounts.build_measure, read=read, group=group)


def _size(builder: Builder, tree: Any) -> Any:
    """Build a length, or a word of size."""
    body = tree.children[0]
    if body.data == "word":
        return Size(word=builder.word("size", body.children[0]).id)
    length = amounts.build_range(builder, body, amounts.read_length)
    return length and Size(length=length)


def _temperature(builder: Builder, tree: Any) -> Any:
    """Build a range of temperatures; no word names one."""
    body = tree.children[0]
    if body.data != "word":
        return amounts.build_range(builder, body, amounts.read_temperature)
    word = body.children[0]
    builder.wrong("literal", word, problem=f"`{word}` is no temperature", expected="a number with `°C` or `°F`")
    return None


def _alone(write: Callable[[Any], Any]) -> Callable[[Any, Vocabulary], Any]:
    """Make a printer of one that asks no vocabulary."""
    return lambda value, _words: write(value)


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="count",
            start="measure",
            build=_measure(amounts.read_int, "count"),
            write=_alone(printing.write_range),
            outline=outline.COUNT,
            long=amount_form("count", each=True),
            integer=True,
            expected="a count such as `3`, `3..5` or `several`",
            numbers=True,
            examples=("3..5", "several"),
        ),
        Kind(
            name="duration",
            start="measure",
            build=_measure(amounts.read_time, "duration"),
            write=_alone(printing.write_range),
            outline=outline.DURATION,
            long=amount_form("duration", each=True),
            expected="a time such as `90 s`, `1 min 30 s`, `3..5 min` or `few_seconds`",
            numbers=True,
            examples=("90 s", "3..5 min", "few_seconds"),
        ),
        Kind(
            name="percent",
            start="quantity",
            build=_measure(amounts.read_percent, "percent"),
            write=_alone(printing.write_percent),
            outline=outline.PERCENT,
            long=amount_form("percent"),
            expected="a share such as `40%` or `40..50%`",
            numbers=True,
            examples=("40..50%",),
        ),
        Kind(
            name="quantity",
            start="quantity",
            build=_measure(amounts.read_quantity, "amount"),
            write=_alone(printing.write_range),
            outline=outline.QUANTITY,
            long=amount_form("quantity"),
            integer=True,
            expected="an amount such as `20 ml`, `2` or `small_amount`",
            numbers=True,
            examples=("20 ml", "small_amount"),
        ),
        Kind(
            name="length",
            start="quantity",
            build=_measure(amounts.read_length, "amount"),
            write=_alone(printing.write_range),
            outline=outline.LENGTH,
            long=amount_form("length"),
            expected="a length such as `3 cm` or `2 finger_widths`",
            numbers=True,
            examples=("3 cm",),
        ),
        Kind(
            name="temperature",
            start="quantity",
            build=_temperature,
            write=_alone(printing.write_range),
            outline=outline.TEMPERATURE,
            long=amount_form("temperature", named=False),
            expected="a temperature such as `40 °C` or `104..113 °F`",
            numbers=True,
            examples=("40..45 °C",),
        ),
        Kind(
            name="tempo",
            start="tempo",
            build=amounts.build_tempo,
            write=_alone(printing.write_tempo),
            outline=outline.TEMPO,
            long=long.TEMPO,
            expected="a tempo such as `20/min`, `4 s each` or `slow`",
            numbers=True,
            examples=("20/min", "slow"),
        ),
        Kind(
            name="place",
            start="place",
            build=places.build_place,
            write=_alone(printing.write_place),
            outline=outline.TEXT,
            long=long.PLACE,
            joins=("all",),
            listed=True,
            expected="a place such as `upper_back`, `top of left shoulder` or `knots in calf`",
            examples=("upper_back", "top of shoulders"),
        ),
        Kind(
            name="path",
            start="path",
            build=places.build_path,
            write=_alone(printing.write_path),
            outline=outline.PATH,
            long=long.PATH,
            expected="a path such as `elbow -> wrist -> elbow`",
            examples=("lower_back -> mid_back -> lower_back",),
        ),
        Kind(
            name="placement",
            start="placement",
            build=places.build_placement,
            write=printing.write_placement,
            outline=outline.PLACED,
            long=long.PLACEMENT,
            expected="a placement such as `hands at hips` or `2 towel under head`",
            examples=("hands at hips",),
        ),
        Kind(
            name="pattern",
            start="pattern",
            build=places.build_pattern,
            write=_alone(printing.write_pattern),
            outline=outline.PATTERN,
            long=long.PATTERN,
            expected="a pattern such as `points` or `3 strips across`",
            examples=("points", "3 strips across"),
        ),
        Kind(
            name="direction",
            start="direction",
            build=places.build_direction,
            write=_alone(printing.write_direction),
            outline=outline.TEXT,
            long=long.DIRECTION,
            joins=("any", "all"),
            expected="a direction such as `toward heart` or `across fibres`",
            examples=("toward heart", "across fibres"),
        ),
        Kind(
            name="side",
            start="phrases",
            build=touch.build_sides,
            write=_alone(printing.write_sides),
            outline=outline.SIDE,
            joins=("any",),
            expected="`left`, `right`, `both`, `both_at_once`, …",
            examples=("both", "both_at_once or both"),
        ),
        Kind(
            name="tool",
            start="phrases",
            build=touch.build_tool,
            write=printing.write_tool,
            outline=outline.WORDS,
            long=long.TOOL,
            joins=("any", "all"),
            expected="a tool such as `hands` or `thumbs or palm_heels`",
            examples=("hands", "fingers and thumbs"),
        ),
        Kind(
            name="things",
            start="phrases",
            build=touch.build_things,
            write=_alone(printing.write_things),
            outline=outline.WORDS,
            long=long.THINGS,
            joins=("any", "all"),
            expected="a thing such as `towel or blanket`",
            examples=("towel or blanket",),
        ),
        Kind(
            name="lubricant",
            start="phrases",
            build=touch.build_lubricant,
            write=_alone(printing.write_lubricant),
            outline=outline.WORDS,
            long=long.LUBRICANT,
            expected="a product such as `oil or lotion`, or `none`",
            examples=("oil or lotion", "none"),
        ),
        Kind(
            name="position",
            start="phrases",
            build=touch.build_position,
            write=_alone(printing.write_position),
            outline=outline.WORDS,
            long=long.POSITION,
            joins=("any",),
            expected="a position such as `prone` or `left side_lying`",
            examples=("prone", "left side_lying"),
        ),
        Kind(
            name="therapist",
            start="therapist",
            build=touch.build_therapist,
            write=_alone(printing.write_therapist),
            outline=outline.PLACED,
            long=long.THERAPIST,
            expected="where the therapist is, such as `standing beside hips`",
            examples=("standing beside hips",),
        ),
        Kind(
            name="size",
            start="quantity",
            build=_size,
            write=_alone(printing.write_size),
            outline=outline.LENGTH,
            long=long.SIZE,
            expected="`small`, `long`, … or a length",
            numbers=True,
            examples=("small", "long"),
        ),
        Kind(
            name="pressure",
            start="pressure",
            build=touch.build_pressure,
            write=printing_pressure.write_pressure,
            outline=outline.TEXT,
            long=long.PRESSURE,
            joins=("any", "all"),
            expected="a pressure such as `gentle`, `gentle..moderate`, `2 walton` or `deeper`",
            numbers=True,
            examples=("gentle", "2 walton"),
        ),
        Kind(
            name="when",
            start="when",
            build=touch.build_when,
            write=_alone(printing_pressure.write_when),
            outline=outline.WHEN,
            long=long.WHEN,
            joins=("any", "all"),
            expected="a condition such as `wanted`, `found knots` or `value mood = lively`",
            examples=("wanted", "found knots"),
        ),
        Kind(
            name="until",
            start="until",
            build=touch.build_until,
            write=_alone(printing_pressure.write_until),
            outline=outline.TEXT,
            long=long.UNTIL,
            joins=("any",),
            expected="a sign, or a place reached, such as `tissue_softens or reached elbow`",
            examples=("tissue_softens",),
        ),
    )
}
