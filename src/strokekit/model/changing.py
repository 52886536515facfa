"""A value with some fields changed, quickly."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import attrs

T = TypeVar("T")


def changed(value: T, **changes: Any) -> T:
    """Do what `attrs.evolve` does, in half of the time: what stays was made once, and is not made again.

    For large values that are changed once for each step; everywhere else `attrs.evolve` says the same with less.

    Args:
        value: of an attrs class with two fields or more, without validators and `__attrs_post_init__`.
        changes: name of a field → its value; none that begins with `_`.

    Raises:
        AttributeError: there is no such field.

    >>> from strokekit.model.place import Term
    >>> changed(Term(name="toe", number=1), number=2) == Term(name="toe", number=2)
    True
    """
    kind: Any = type(value)
    names, values, converters = _fields(kind)
    made: T = object.__new__(kind)
    for name, kept in zip(names, values(value), strict=True):
        object.__setattr__(made, name, kept)
    for name, given in changes.items():
        object.__setattr__(made, name, converters[name](given) if name in converters else given)
    return made


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], dict[str, Any]]:
    fields = attrs.fields(kind)
    names = tuple(field.name for field in fields)
    return names, attrgetter(*names), {field.name: field.converter for field in fields if field.converter is not None}
