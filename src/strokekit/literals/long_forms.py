"""The long mapping form of each literal, said as the compact string that it stands for.

A long form is put together into compact text, segment by segment, and read by the same grammar; what a string can't say is
added to the value afterwards. So the two forms can't drift apart, and a mistake found in a segment is reported at its key.
Only amounts are made from their parts, since each end carries its own unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from strokekit.literals import forms
from strokekit.literals.forms import AMOUNT, FLAG, MANNERS, NUMBER, SCALAR, TEXT, WORD, Form
from strokekit.literals.segments import Given, Segments, after, before, joined, said
from strokekit.literals.vocabulary import Builder, Mistake
from strokekit.model.place import ASPECTS, RELATIONS, SIDES
from strokekit.model.touch import Level


@attrs.frozen(kw_only=True)
class LongForm:
    """The keys of a long form, which of them it needs, how it reads as compact text, and what is added to the value."""

    keys: Mapping[str, Form]
    needs: tuple[str, ...] = ()
    """Keys that must be there."""
    one: tuple[str, ...] = ()
    """Keys of which just one must be there."""
    some: tuple[str, ...] = ()
    """Keys of which at least one must be there."""
    beside: Mapping[str, str] = attrs.field(factory=dict)
    """Key of `one` → another of them beside which it does not count."""
    compact: Callable[[Given], Segments] = lambda _given: []
    extend: Callable[[Builder, Any, Given], Any] = lambda _builder, value, _given: value
    """Adds what no string can say; is called only for a value that was read without a mistake."""
    make: Callable[[Builder, Given], Any] | None = None
    """Makes the value from its parts, in place of `compact` and `extend`."""


class _Text(str):
    """A text that stands for a token of its own: the whole of it is its place."""

    __slots__ = ()
    start_pos = 0

    @property
    def end_pos(self) -> int:
        return len(self)


def word(builder: Builder, group: str, given: Given, key: str) -> str | None:
    """Look up the word under `key`, if there is one; a mistake is noted there."""
    if key not in given:
        return None
    inner = Builder(builder.vocabulary)
    found = inner.word(group, _Text(given[key]))
    builder.mistakes += [mistake.below(key) for mistake in inner.mistakes]
    return found.id


def inner(builder: Builder, kind: str, given: Given, key: str) -> Any:
    """Read the literal under `key`, if there is one; a mistake is noted there."""
    from strokekit.literals.reader import read_inner  # the reader reads by kinds, which are made of long forms

    return read_inner(builder, kind, given[key], key) if key in given else None


def _place_compact(given: Given) -> Segments:
    part = before(said(given, "part"), "of") if "region" in given else said(given, "part")
    area = [*said(given, "offset", "relation"), *part, *said(given, "side", "aspect", "region", "number")]
    area += after("at", said(given, "at"))
    finding = said(given, "finding")
    return [*after("marked", said(given, "marked")), *finding, *(after("in", area) if finding else area)]


PLACE = LongForm(
    keys={
        "region": WORD,
        "side": forms.one_of(*SIDES),
        "aspect": forms.one_of(*ASPECTS),
        "number": NUMBER,
        "part": TEXT,
        "relation": forms.one_of(*RELATIONS),
        "offset": TEXT,
        "at": TEXT,
        "finding": TEXT,
        "marked": WORD,
    },
    compact=_place_compact,
    some=("region", "finding", "marked"),
)
"""`side`, `aspect` and `number` belong to the region; a part is written as in a compact string: `lateral border`, `joint 2`."""
PATH = LongForm(keys={"places": forms.listed("place"), "closed": FLAG}, needs=("places",))
PLACEMENT = LongForm(
    keys={"count": AMOUNT, "manner": MANNERS, "thing": WORD, "relation": forms.one_of(*RELATIONS, "at", "on"), "place": TEXT},
    compact=lambda given: said(given, "count", "manner", "thing", "relation", "place"),
    needs=("thing", "relation", "place"),
)


def _pattern_extend(builder: Builder, value: Any, given: Given) -> Any:
    count, spacing = inner(builder, "count", given, "count"), inner(builder, "length", given, "spacing")
    size, progress = (word(builder, key, given, key) for key in ("size", "progress"))
    if count is not None and count.each:
        facts = {"problem": "a pattern is counted as a whole, not for `each` of something", "expected": "the count alone"}
        builder.mistakes.append(Mistake(name="literal", facts=facts).below("count"))
    return attrs.evolve(value, count=count, spacing=spacing, size=size, progress=progress)


PATTERN = LongForm(
    keys={
        "shape": WORD,
        "count": forms.literal("count"),
        "orientation": WORD,
        "spacing": forms.literal("length"),
        "size": WORD,
        "progress": WORD,
    },
    compact=lambda given: said(given, "shape", "orientation"),
    extend=_pattern_extend,
    needs=("shape",),
)
TOOL = LongForm(
    keys={"part": WORD, "manner": MANNERS, "side": forms.one_of(*SIDES)},
    compact=lambda given: said(given, "manner", "side", "part"),
    needs=("part",),
)
THINGS = LongForm(keys={"thing": WORD, "manner": MANNERS}, compact=lambda given: said(given, "manner", "thing"), needs=("thing",))
_WAYS = ("toward", "away_from", "along", "across")


def _direction_compact(given: Given) -> Segments:
    ways = [segment for way in _WAYS for segment in after(way.replace("_", " "), said(given, way))]
    seen = said({"seen": str(given["seen"]).replace("_", " ")}, "seen") if "seen" in given else []
    return [*ways, *said(given, "turn", "word"), *after("seen", seen)]


DIRECTION = LongForm(
    keys={
        **dict.fromkeys(_WAYS, TEXT),
        "turn": forms.one_of("clockwise", "counterclockwise"),
        "seen": forms.one_of("by_client", "facing_client"),
        "word": WORD,
    },
    compact=_direction_compact,
    one=(*_WAYS, "turn", "word"),
)


def _level(given: Given, key: str) -> Segments:
    level = said(given, key)
    return [*level, *said(given, "scale")] if level and _bare(level[0].text) else level


def _bare(text: str) -> bool:
    """Tell whether a level is a number that still wants its scale."""
    return not any(character.isalpha() for character in text)


def _pressure_compact(given: Given) -> Segments:
    level = _level(given, "level")
    named = [*said(given, "word"), *after("(", before(level, ")"))] if "word" in given else level
    ramp = [] if "change" in given else after("->", _level(given, "to"))
    rest = [*after("each", said(given, "each")), *after("if", said(given, "if"))]
    return [*named, *_pain(given), *said(given, "change", "pace"), *ramp, *rest, *_idle_scale(given)]


def _pain(given: Given) -> Segments:
    pain = said(given, "pain")
    return before(pain, "pain") if given.get("pain") in ("below", "at") else after("pain", pain)


def _idle_scale(given: Given) -> Segments:
    """Put a scale that no number of the long form is on at the end, where the grammar has no place for it."""
    used = [segment for key in ("level", "to") for segment in _level(given, key) if segment.key == "scale"]
    return [] if used else said(given, "scale")


def _pressure_extend(builder: Builder, value: Any, given: Given) -> Any:
    press = value.options[0][0]
    if "level" in given and press.level is None:
        builder.wrong("literal", problem=f"`{given['level']}` is no level", expected="a level such as `gentle` or `2 walton`")
    to = press.to
    if "change" in given:
        to = _lone_level(builder, {"to": joined(level)} if (level := _level(given, "to")) else {}, "to")
    returned = _lone_level(builder, given, "on_return")
    press = attrs.evolve(press, to=to, on_return=returned, manner=word(builder, "manner", given, "manner"))
    return attrs.evolve(value, options=((press,),))


def _lone_level(builder: Builder, given: Given, key: str) -> Level | None:
    """Read a pressure that is nothing but a level."""
    value = inner(builder, "pressure", given, key)
    presses = [press for group in getattr(value, "options", ()) for press in group]
    if key not in given or (value is None and builder.mistakes):
        return None
    if len(presses) == 1 and presses[0].level is not None and presses[0].to is None:
        level: Level = presses[0].level
        return level
    builder.wrong("literal", problem=f"`{key}` takes just a level", expected="a level such as `gentle` or `2 walton`")
    return None


PRESSURE = LongForm(
    keys={
        "level": AMOUNT,
        "scale": WORD,
        "word": WORD,
        "to": AMOUNT,
        "change": forms.one_of("rising", "falling", "deeper", "lighter", "same"),
        "pace": forms.one_of("steady", "resting", "slowly"),
        "pain": AMOUNT,
        "each": WORD,
        "if": WORD,
        "on_return": forms.literal("pressure"),
        "manner": WORD,
    },
    compact=_pressure_compact,
    extend=_pressure_extend,
    one=("level", "change", "pain", "pace"),
    beside={"pace": "change"},
)


def _position_extend(builder: Builder, value: Any, given: Given) -> Any:
    edge, alignment = inner(builder, "length", given, "edge"), word(builder, "alignment", given, "alignment")
    return attrs.evolve(value, options=(attrs.evolve(value.options[0], edge=edge, alignment=alignment),))


POSITION = LongForm(
    keys={"pose": WORD, "side": forms.one_of(*SIDES), "edge": forms.literal("length"), "alignment": WORD},
    compact=lambda given: said(given, "side", "pose"),
    extend=_position_extend,
    needs=("pose",),
)
THERAPIST = LongForm(
    keys={"stance": TEXT, "relation": forms.one_of(*RELATIONS, "at", "on"), "place": TEXT, "side": forms.one_of(*SIDES)},
    compact=lambda given: said(given, "stance", "relation", "place"),
    extend=lambda _builder, value, given: attrs.evolve(value, side=given.get("side")),
    needs=("stance", "relation", "place"),
)


def _lubricant_extend(builder: Builder, value: Any, given: Given) -> Any:
    return attrs.evolve(value, amount=inner(builder, "quantity", given, "amount"), warmed=given.get("warmed"))


LUBRICANT = LongForm(
    keys={"product": TEXT, "amount": forms.literal("quantity"), "warmed": FLAG},
    compact=lambda given: said(given, "product"),
    extend=_lubricant_extend,
    needs=("product",),
)
SIZE = LongForm(
    keys={"word": WORD, "length": AMOUNT}, compact=lambda given: said(given, "word", "length"), one=("word", "length")
)
_TESTS = ("found", "client", "value", "answer", "thing", "position", "this", "pass")


def _when_compact(given: Given) -> Segments:
    value = {key: str(part).lower() if isinstance(part, bool) else part for key, part in given.items()}
    tests = [segment for key in _TESTS for segment in after(key, said(value, key))]
    return [*tests, *after("=", said(value, "is"))]


WHEN = LongForm(
    keys={
        **dict.fromkeys(_TESTS, WORD),
        "position": TEXT,
        "pass": forms.one_of("first", "last"),
        "is": SCALAR,
        "not": forms.literal("when"),
    },
    compact=_when_compact,
    one=(*_TESTS, "not"),
)
UNTIL = LongForm(
    keys={"sign": WORD, "reached": TEXT, "covered": TEXT},
    compact=lambda given: [
        *said(given, "sign"),
        *after("reached", said(given, "reached")),
        *after("covered", said(given, "covered")),
    ],
    one=("sign", "reached", "covered"),
)


def _tempo_compact(given: Given) -> Segments:
    each = said(given, "each")
    timed = each if each and " each" in each[0].text else before(each, "each")
    return [
        *before(said(given, "per_minute"), "/min"),
        *timed,
        *before(said(given, "cm_per_second"), "cm/s"),
        *said(given, "word"),
    ]


TEMPO = LongForm(
    keys={"per_minute": AMOUNT, "each": AMOUNT, "cm_per_second": AMOUNT, "word": WORD},
    compact=_tempo_compact,
    one=("per_minute", "each", "cm_per_second", "word"),
)
