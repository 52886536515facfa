"""Which words of the small grammars some routines use: shapes, relations, tests, changes and so on, found in the values read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import attrs

from strokekit.model.condition import End, Test
from strokekit.model.node import At
from strokekit.model.place import ASPECTS, RELATIONS, SIDE_WORDS
from strokekit.model.routine import Routine
from strokekit.plugins.catalog import Catalog

CHANGES = ("rising", "falling", "deeper", "lighter", "same")
AT_FORMS = ("start", "end", "pressure_rise", "side_change", "leaving", "often", "each_repeat", "share", "ms", "every_ms")
WAYS = ("toward", "away_from", "along", "across", "turn", "word")
"""What a heading says."""


def expected(catalog: Catalog) -> dict[str, set[str]]:
    """Give the words of each list that the examples are to use."""
    group = {name: set(catalog.words[name]) for name in ("shape", "orientation", "heading", "tempo", "size")}
    return {
        **group,
        "relation": set(RELATIONS),
        "aspect": set(ASPECTS),
        "side": set(SIDE_WORDS),
        "test": set(get_args(Test)),
        "at": set(AT_FORMS),
        "change": set(CHANGES),
        "pace": {"steady", "resting"},
        "pain": {"below", "at", "range"},
        "until": {"sign", "reached", "covered"},
        "rule": {"keep_off", "no_contact", "no_pressure", "light_only", "no", "at_most"},
        "way": set(WAYS),
        "pick": {"this", "every"},
    }


def spoken(routine: Routine) -> Iterator[tuple[str, str]]:
    """Find the words that a routine uses, each with the list that it is of."""
    for value in _values(routine):
        yield from _words(value)


def _values(value: Any) -> Iterator[Any]:
    """Walk through everything that a value holds."""
    if attrs.has(type(value)):
        yield value
        names = [field.name for field in attrs.fields(type(value)) if field.name not in {"document", "files"}]
        for name in names:
            yield from _values(getattr(value, name))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from _values(inner)


PLAIN = {
    "Area": {"relation": "relation"},
    "Placement": {"relation": "relation"},
    "Therapist": {"relation": "relation"},
    "Pattern": {"shape": "shape", "orientation": "orientation"},
    "Tempo": {"word": "tempo"},
    "Size": {"word": "size"},
    "Press": {"change": "change", "pace": "pace"},
    "Avoid": {"effect": "rule"},
    "Condition": {"test": "test"},
    "Term": {"side": "side", "pick": "pick"},
}
"""Class → field → the list that its words are of."""


def _words(value: Any) -> Iterator[tuple[str, str]]:
    fields = PLAIN.get(type(value).__name__, {})
    yield from ((of, str(getattr(value, name))) for name, of in fields.items() if getattr(value, name) is not None)
    kind = type(value).__name__
    if kind == "Term":
        yield from (("aspect", aspect) for aspect in value.aspects)
    if kind == "Sides":
        yield from (("side", word) for word in value.options)
    if kind == "Press" and value.pain is not None:
        yield "pain", value.pain if isinstance(value.pain, str) else "range"
    if kind == "Heading":
        yield "way", value.way
        yield from (("heading", value.word) for _ in [0] if value.way == "word")
    if isinstance(value, At):
        yield from (("at", name) for name in ("share", "ms", "every_ms") if getattr(value, name) is not None)
        yield from (("at", value.word) for _ in [0] if value.word is not None)
    if isinstance(value, End):
        yield from (("until", name) for name in ("sign", "reached", "covered") if getattr(value, name) is not None)
