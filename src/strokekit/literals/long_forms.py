"""The long mapping form of each literal, said as the compact string that it stands for.

A long form is put together into compact text, segment by segment, and read by the same grammar; what a string can't say is
added to the value afterwards. So the two forms can't drift apart, and a mistake found in a segment is reported at its key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import attrs

from strokekit.literals.vocabulary import Builder, Mistake

Given: TypeAlias = Mapping[str, Any]
"""The long form as it stands in the document."""
Segments: TypeAlias = "list[tuple[str | None, str]]"
"""Pieces of compact text, each with the key it came from; None for words of the grammar."""


@attrs.frozen(kw_only=True)
class LongForm:
    """The keys of a long form with their JSON types, how it reads as compact text, and what is added to the value."""

    keys: Mapping[str, str]
    """Key → `text`, `integer`, `boolean`, `amount` (text or integer) or `list` (of the same kind of literal)."""
    compact: Callable[[Given], Segments]
    extend: Callable[[Builder, Any, Given], Any] = lambda _builder, value, _given: value
    needs: tuple[tuple[str, ...], ...] = ()
    """Groups of keys; one of each group must be there."""


def said(given: Given, *keys: str) -> Segments:
    """The texts of `keys`, in order, where they are given."""
    return [(key, str(given[key])) for key in keys if key in given]


def after(word: str, segments: Segments) -> Segments:
    """A word of the grammar in front of `segments`, if there are any."""
    return [(None, word), *segments] if segments else []


def joined(segments: Segments) -> str:
    """The compact text."""
    return " ".join(text for _, text in segments)


def locate(mistake: Mistake, segments: Segments) -> Mistake:
    """Find the key whose text a mistake in the compact text belongs to."""
    position = 0
    for key, text in segments:
        end = position + len(text)
        if key is not None and position <= mistake.start < end:
            inner = None if mistake.end is None else min(mistake.end - position, len(text))
            return attrs.evolve(mistake, path=(key,), start=mistake.start - position, end=inner)
        position = end + 1
    return attrs.evolve(mistake, path=(), start=0, end=None)


_WHO = {"by": "text", "basis": "text", "source": "text", "note": "text"}


def _range_compact(own: str) -> Callable[[Given], Segments]:
    def compact(given: Given) -> Segments:
        each = after("each", said(given, "each"))
        for key, lead in ((own, ""), ("vague", ""), ("about", "~")):
            if key in given:
                return [(key, f"{lead}{given[key]}"), *each]
        low, ideal, high = (str(given.get(key, "")) for key in ("min", "ideal", "max"))
        if ideal and low and high:
            return [("min", low), (None, ".."), ("ideal", ideal), (None, ".."), ("max", high), *each]
        return [("min", low or ideal), (None, ".."), ("max", high), *each]

    return compact


def _range_extend(builder: Builder, value: Any, given: Given) -> Any:
    if "ideal" in given and "max" not in given and value is not None and "min" in given:
        builder.wrong("literal", problem="`ideal` without `max` says nothing", expected="`max` too")
    return value and attrs.evolve(value, **{key: str(given[key]) for key in _WHO if key in given})


def amount_form(own: str) -> LongForm:
    """The long form of a range; `own` is the key that holds the range itself, as in `{count: 6, each: way}`."""
    ends = dict.fromkeys((own, "min", "ideal", "max", "about"), "amount")
    return LongForm(
        keys={**ends, "vague": "text", "each": "text", **_WHO},
        compact=_range_compact(own),
        extend=_range_extend,
        needs=((own, "min", "max", "about", "vague"),),
    )


def _place_compact(given: Given) -> Segments:
    part = [*said(given, "part"), *(said(given, "number") if "part" in given and "region" in given else [])]
    number = [] if "part" in given else said(given, "number")
    spot = [*said(given, "side", "aspect", "region"), *number]
    area = [*said(given, "offset", "relation"), *part, *after("of" if part else "", spot)]
    area = [segment for segment in [*area, *after("at", said(given, "at"))] if segment[1]]
    finding = said(given, "finding")
    return [*after("marked", said(given, "marked")), *finding, *(after("in", area) if finding else area)]


PLACE = LongForm(
    keys=dict.fromkeys(("region", "side", "part", "aspect", "relation", "offset", "at", "finding", "marked"), "text")
    | {"number": "integer"},
    compact=_place_compact,
    needs=(("region", "finding", "marked"),),
)
PATH = LongForm(keys={"places": "list", "closed": "boolean"}, compact=lambda _given: [], needs=(("places",),))
PLACEMENT = LongForm(
    keys={"thing": "text", "manner": "text", "relation": "text", "place": "text", "count": "amount"},
    compact=lambda given: said(given, "count", "manner", "thing", "relation", "place"),
    needs=(("thing",), ("relation",), ("place",)),
)


def _pattern_extend(builder: Builder, value: Any, given: Given) -> Any:
    extra = {key: builder.word(key, _Text(str(given[key]))).id for key in ("size", "progress") if key in given}
    return value and attrs.evolve(value, spacing=_inner(builder, "length", given, "spacing"), **extra)


class _Text(str):
    """A text that stands for a token of its own: the whole of it is its place."""

    __slots__ = ()
    start_pos = 0

    @property
    def end_pos(self) -> int:
        return len(self)


PATTERN = LongForm(
    keys={"shape": "text", "count": "amount", "orientation": "text", "spacing": "amount", "size": "text", "progress": "text"},
    compact=lambda given: said(given, "count", "shape", "orientation"),
    extend=_pattern_extend,
    needs=(("shape",),),
)
TOOL = LongForm(
    keys={"part": "text", "manner": "text", "side": "text"},
    compact=lambda given: said(given, "manner", "side", "part"),
    needs=(("part",),),
)
THINGS = LongForm(
    keys={"thing": "text", "manner": "text"}, compact=lambda given: said(given, "manner", "thing"), needs=(("thing",),)
)


def _direction_compact(given: Given) -> Segments:
    for key in ("toward", "away_from", "along", "across"):
        if key in given:
            return [(None, key.replace("_", " ")), (key, str(given[key]))]
    seen = [(None, "seen"), ("seen", str(given["seen"]).replace("_", " "))] if "seen" in given else []
    return [*said(given, "turn", "word"), *seen]


DIRECTION = LongForm(
    keys=dict.fromkeys(("toward", "away_from", "along", "across", "turn", "seen", "word"), "text"),
    compact=_direction_compact,
    needs=(("toward", "away_from", "along", "across", "turn", "word"),),
)


def _level(given: Given, key: str) -> Segments:
    if key not in given:
        return []
    numbers = [(key, str(given[key])), *said(given, "scale")]
    return [*said(given, "word"), (None, "("), *numbers, (None, ")")] if "word" in given and key == "level" else numbers


def _pressure_compact(given: Given) -> Segments:
    if "press" in given:
        return said(given, "press")
    each = after("each", said(given, "each"))
    if "pain" in given:
        word = str(given["pain"]) in {"below", "at"}
        return [("pain", str(given["pain"])), (None, "pain")] if word else [(None, "pain"), *said(given, "pain")]
    if "level" in given:
        return [*_level(given, "level"), *after("->", _level(given, "to")), *each]
    slowly: Segments = [("slowly", "slowly")] if given.get("slowly") is True else []
    return [*said(given, "change", "pace"), *slowly, *each, *after("if", said(given, "if"))]


def _pressure_extend(builder: Builder, value: Any, given: Given) -> Any:
    if value is None or not {"on_return", "manner"} & set(given):
        return value
    returned = _inner(builder, "pressure", given, "on_return")
    manner = builder.word("manner", _Text(str(given["manner"]))).id if "manner" in given else None
    press = attrs.evolve(value.options[0][0], on_return=returned and returned.options[0][0].level, manner=manner)
    return attrs.evolve(value, options=((press,),))


PRESSURE = LongForm(
    keys=dict.fromkeys(("level", "to"), "amount")
    | dict.fromkeys(("press", "scale", "word", "change", "pace", "if", "each", "on_return", "manner"), "text")
    | {"pain": "amount", "slowly": "boolean"},
    compact=_pressure_compact,
    extend=_pressure_extend,
    needs=(("press", "level", "change", "pace", "pain"),),
)


def _inner(builder: Builder, kind: str, given: Given, key: str) -> Any:
    from strokekit.literals.reader import read_inner  # noqa: PLC0415 - the reader reads by kinds, which are made of long forms

    return read_inner(builder, kind, given[key], key) if key in given else None


def _position_extend(builder: Builder, value: Any, given: Given) -> Any:
    if value is None:
        return None
    alignment = builder.word("alignment", _Text(str(given["alignment"]))).id if "alignment" in given else None
    pose = attrs.evolve(value.options[0], edge=_inner(builder, "length", given, "edge"), alignment=alignment)
    return attrs.evolve(value, options=(pose,))


POSITION = LongForm(
    keys={"pose": "text", "side": "text", "edge": "amount", "alignment": "text"},
    compact=lambda given: said(given, "side", "pose"),
    extend=_position_extend,
    needs=(("pose",),),
)
THERAPIST = LongForm(
    keys={"stance": "text", "relation": "text", "place": "text", "side": "text"},
    compact=lambda given: said(given, "stance", "relation", "place"),
    extend=lambda _builder, value, given: value and attrs.evolve(value, side=given.get("side")),
    needs=(("stance",), ("relation",), ("place",)),
)


def _lubricant_extend(builder: Builder, value: Any, given: Given) -> Any:
    amount = _inner(builder, "quantity", given, "amount")
    return value and attrs.evolve(value, amount=amount, warmed=given.get("warmed"))


LUBRICANT = LongForm(
    keys={"product": "text", "amount": "amount", "warmed": "boolean"},
    compact=lambda given: said(given, "product"),
    extend=_lubricant_extend,
    needs=(("product",),),
)
SIZE = LongForm(
    keys={"word": "text", "length": "amount"}, compact=lambda given: said(given, "word", "length"), needs=(("word", "length"),)
)
_TESTS = ("found", "client", "value", "answer", "thing", "position", "this", "pass")


def _when_compact(given: Given) -> Segments:
    for key in _TESTS:
        if key in given:
            value = str(given["is"]).lower() if isinstance(given.get("is"), bool) else given.get("is")
            return [(None, key), *said(given, key), *([(None, "="), ("is", str(value))] if "is" in given else [])]
    return []


WHEN = LongForm(
    keys=dict.fromkeys(_TESTS, "text") | {"is": "scalar", "not": "same"}, compact=_when_compact, needs=((*_TESTS, "not"),)
)
UNTIL = LongForm(
    keys={"sign": "text", "reached": "text", "covered": "text"},
    compact=lambda given: said(given, "sign") or [(None, k) for k in ("reached", "covered") if k in given] + said(given, "reached", "covered"),
    needs=(("sign", "reached", "covered"),),
)
TEMPO = LongForm(
    keys={"per_minute": "amount", "each": "amount", "cm_per_second": "amount", "word": "text"},
    compact=lambda given: (
        [("per_minute", str(given["per_minute"])), (None, "/min")]
        if "per_minute" in given
        else [("cm_per_second", str(given["cm_per_second"])), (None, "cm/s")]
        if "cm_per_second" in given
        else [*said(given, "each"), (None, "each")]
        if "each" in given
        else said(given, "word")
    ),
    needs=(("per_minute", "each", "cm_per_second", "word"),),
)
