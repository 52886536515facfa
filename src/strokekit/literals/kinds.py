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
from strokekit.literals import printing
from strokekit.literals.long_forms import LongForm
from strokekit.literals.vocabulary import Builder
from strokekit.model.place import SIDE_WORDS
from strokekit.model.touch import Size

WORD = r"[a-z][a-z0-9_.]*"
NUMBER = r"\d+(?:\.\d+)?"
_TIME = rf"{NUMBER} *(?:ms|s|min|h|breaths?)"
_EACH = rf"(?: +each +{WORD})?"


def _span(amount: str) -> str:
    """The outline of a range of `amount`, or a named quantity."""
    return rf"(?:~ *)?(?:{amount})?(?: *\.\.(?: *{amount})?)*{_EACH}|{WORD}{_EACH}"


_WORDS = r"[a-z][a-z0-9_.]*(?: +[a-z0-9_.]+)*"
_FREE = r"[-a-z0-9_.,~%°()=>/CF ]+"


@attrs.frozen(kw_only=True)
class Kind:
    """One sort of literal."""

    name: str
    start: str
    build: Callable[[Builder, Any], Any]
    write: Callable[[Any], Any]
    outline: str
    """A regular expression, without anchors, that every compact form matches: what the published schema can say of it."""
    expected: str
    """What to write, for messages."""
    long: LongForm | None = None
    integer: bool = False
    """A bare whole number is a form of it."""
    joins: tuple[Literal["any", "all"], ...] = ()
    examples: tuple[str, ...] = ()
    listed: bool = False
    """A field of this kind takes a list: all of them, in order."""


def _measure(reader: Any) -> Callable[[Builder, Any], Any]:
    return partial(_build_measure, reader=reader)


def _build_measure(builder: Builder, tree: Any, *, reader: Any) -> Any:
    return amounts.build_measure(builder, tree, reader)


def _size(builder: Builder, tree: Any) -> Any:
    """A size is an amount with a unit of length, or a word of size."""
    body = tree.children[0]
    if body.data == "word":
        return Size(word=builder.word("size", body.children[0]).id)
    length = amounts.build_range(builder, body, amounts.read_length)
    return length and Size(length=length)


_PHRASES = rf"{_WORDS}(?: +(?:or|and) +{_WORDS})*"
_SIDE = "|".join(SIDE_WORDS)
_COUNT = NUMBER
_LENGTH = rf"{NUMBER}(?: *{WORD})?"
_UNITS = rf"{NUMBER}(?: *(?:{WORD}|°?[CF]))?"

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="count",
            start="measure",
            build=_measure(amounts.read_int),
            write=printing.write_range,
            outline=_span(_COUNT),
            long=long.amount_form("count"),
            integer=True,
            expected="a count such as `3`, `3..5` or `several`",
            examples=("3..5", "several"),
        ),
        Kind(
            name="duration",
            start="measure",
            build=_measure(amounts.read_time),
            write=printing.write_range,
            outline=_span(rf"{NUMBER}|{_TIME}(?: *{_TIME})*"),
            long=long.amount_form("duration"),
            expected="a time such as `90 s`, `1 min 30 s`, `3..5 min` or `few_seconds`",
            examples=("90 s", "3..5 min", "few_seconds"),
        ),
        Kind(
            name="percent",
            start="measure",
            build=_measure(amounts.read_percent),
            write=printing.write_percent,
            outline=_span(rf"{NUMBER} *%?"),
            long=long.amount_form("percent"),
            expected="a share such as `40%` or `40..50%`",
            examples=("40..50%",),
        ),
        Kind(
            name="quantity",
            start="measure",
            build=_measure(amounts.read_quantity),
            write=printing.write_range,
            outline=_span(_UNITS),
            long=long.amount_form("quantity"),
            integer=True,
            expected="an amount such as `20 ml`, `2` or `small_amount`",
            examples=("20 ml", "small_amount"),
        ),
        Kind(
            name="length",
            start="measure",
            build=_measure(amounts.read_length),
            write=printing.write_range,
            outline=_span(_LENGTH),
            long=long.amount_form("length"),
            expected="a length such as `3 cm` or `2 finger_widths`",
            examples=("3 cm",),
        ),
        Kind(
            name="tempo",
            start="tempo",
            build=amounts.build_tempo,
            write=printing.write_tempo,
            outline=rf"(?:~ *)?(?:{_UNITS})?(?: *\.\. *(?:{_UNITS})?)*(?: */ *(?:min|s)| *each(?: +{WORD})?)|{WORD}",
            long=long.TEMPO,
            expected="a tempo such as `20/min`, `4 s each` or `slow`",
            examples=("20/min", "slow"),
        ),
        Kind(
            name="place",
            start="place",
            build=places.build_place,
            write=printing.write_place,
            outline=_FREE,
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
            write=printing.write_path,
            outline=_FREE,
            long=long.PATH,
            expected="a path such as `elbow -> wrist -> elbow`",
            examples=("lower_back -> mid_back -> lower_back",),
        ),
        Kind(
            name="placement",
            start="placement",
            build=places.build_placement,
            write=printing.write_placement,
            outline=_FREE,
            long=long.PLACEMENT,
            expected="a placement such as `hands at hips` or `2 towel under head`",
            examples=("hands at hips",),
        ),
        Kind(
            name="pattern",
            start="pattern",
            build=places.build_pattern,
            write=printing.write_pattern,
            outline=rf"(?:{_span(_COUNT)} +)?{_WORDS}",
            long=long.PATTERN,
            expected="a pattern such as `points` or `3 strips across`",
            examples=("points", "3 strips across"),
        ),
        Kind(
            name="direction",
            start="direction",
            build=places.build_direction,
            write=printing.write_direction,
            outline=_FREE,
            long=long.DIRECTION,
            joins=("any", "all"),
            expected="a direction such as `toward heart` or `across fibres`",
            examples=("toward heart", "across fibres"),
        ),
        Kind(
            name="side",
            start="phrases",
            build=touch.build_sides,
            write=printing.write_sides,
            outline=rf"(?:{_SIDE})(?: +or +(?:{_SIDE}))*",
            joins=("any",),
            expected="`left`, `right`, `both`, `both_at_once`, …",
            examples=("both", "both_at_once or both"),
        ),
        Kind(
            name="tool",
            start="phrases",
            build=touch.build_tool,
            write=printing.write_tool,
            outline=_PHRASES,
            long=long.TOOL,
            joins=("any", "all"),
            expected="a tool such as `hands` or `thumbs or palm_heels`",
            examples=("hands", "fingers and thumbs"),
        ),
        Kind(
            name="things",
            start="phrases",
            build=touch.build_things,
            write=printing.write_things,
            outline=_PHRASES,
            long=long.THINGS,
            joins=("any", "all"),
            expected="a thing such as `towel or blanket`",
            examples=("towel or blanket",),
        ),
        Kind(
            name="lubricant",
            start="phrases",
            build=touch.build_lubricant,
            write=printing.write_lubricant,
            outline=_PHRASES,
            long=long.LUBRICANT,
            expected="a product such as `oil or lotion`, or `none`",
            examples=("oil or lotion", "none"),
        ),
        Kind(
            name="position",
            start="phrases",
            build=touch.build_position,
            write=printing.write_position,
            outline=_PHRASES,
            long=long.POSITION,
            joins=("any",),
            expected="a position such as `prone` or `left side_lying`",
            examples=("prone", "left side_lying"),
        ),
        Kind(
            name="therapist",
            start="therapist",
            build=touch.build_therapist,
            write=printing.write_therapist,
            outline=_FREE,
            long=long.THERAPIST,
            expected="where the therapist is, such as `standing beside hips`",
            examples=("standing beside hips",),
        ),
        Kind(
            name="size",
            start="measure",
            build=_size,
            write=printing.write_size,
            outline=_span(_LENGTH),
            long=long.SIZE,
            expected="`small`, `long`, … or a length",
            examples=("small", "long"),
        ),
        Kind(
            name="pressure",
            start="pressure",
            build=touch.build_pressure,
            write=printing.write_pressure,
            outline=_FREE,
            long=long.PRESSURE,
            joins=("any", "all"),
            expected="a pressure such as `gentle`, `gentle..moderate`, `2 walton` or `deeper`",
            examples=("gentle", "2 walton"),
        ),
        Kind(
            name="when",
            start="when",
            build=touch.build_when,
            write=printing.write_when,
            outline=_FREE,
            long=long.WHEN,
            joins=("any", "all"),
            expected="a condition such as `wanted`, `found knots` or `value mood = lively`",
            examples=("wanted", "found knots"),
        ),
        Kind(
            name="until",
            start="until",
            build=touch.build_until,
            write=printing.write_until,
            outline=_FREE,
            long=long.UNTIL,
            joins=("any",),
            expected="a sign, or a place reached, such as `tissue_softens or reached elbow`",
            examples=("tissue_softens",),
        ),
    )
}
