"""Looking for the values of one class in a tree of values: attrs values, tuples and frozen mappings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from strokekit.model.frozen import FrozenMap

T = TypeVar("T")
_LEAVES = frozenset({str, int, bool, type(None), Decimal})
_BARE = re.compile(r"(Literal\[[^]]*\]|\b(str|int|bool|None|Decimal|tuple)\b|[][|,. ])*")
"""Annotations, as written, of fields that hold nothing but leaves."""
Inside = Callable[[Any], Iterable[Any]]
"""Gives what a value of one class holds, the last first."""


def find(value: Any, wanted: type[T], *, closed: frozenset[type] = frozenset()) -> list[T]:
    """Find every value of the class `wanted`, in the order in which they stand, those inside others after them.

    No recursion, so depth is no matter; most of what a routine holds is looked at here more than once, so it is quick.

    Args:
        value: where to look.
        wanted: the class itself; its subclasses are not meant.
        closed: classes whose values are not looked into.

    >>> from strokekit.model.place import Area, Spot, Term
    >>> [term.name for term in find((Area(spot=Spot(region=Term(name="knee"))),), Term)]
    ['knee']
    """
    found: list[T] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        kind: Any = type(one)
        if kind in _LEAVES:
            continue
        if kind is wanted:
            found.append(one)
        if kind not in closed:
            waiting.extend(_inside(kind)(one))
    return found


@cache
def _inside(kind: Any) -> Inside:
    if issubclass(kind, tuple):
        return reversed
    if kind is FrozenMap:
        return lambda value: reversed(value.values())
    names = tuple(field.name for field in attrs.fields(kind) if not _bare(field.type))[::-1] if attrs.has(kind) else ()
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: [getattr(value, name) for name in names]


def _bare(annotation: Any) -> bool:
    """Tell whether a field is known to hold nothing but leaves; a field without an annotation may hold anything."""
    return isinstance(annotation, str) and _BARE.fullmatch(annotation) is not None
