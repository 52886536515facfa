"""What may be handed to a builder, and what it becomes in a file.

Taken are texts, whole numbers, truth values, lists, tuples, mappings with texts as keys, pieces where steps stand,
`datetime.timedelta` (written as a time), and the values of `strokekit.model` under a key that holds such a literal. No floats
and no None: a file knows neither, but below keys that begin with `x-`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any

import attrs

from strokekit.building.keys import EXTRA, HOLDS, LITERALS
from strokekit.building.piece import Piece
from strokekit.engine import Engine
from strokekit.literals.printing import time_text
from strokekit.model.amounts import UNSTATED, Time
from strokekit.model.frozen import FrozenMap

_MS = timedelta(milliseconds=1)


@cache
def default_engine() -> Engine:
    """Give the engine that knows what strokekit ships, and nothing else; its catalogue is loaded once it is needed."""
    return Engine()


def taken(value: Any, key: str, where: str) -> Any:
    """Give the form that a value has in a file, and copy what could be changed.

    Args:
        value: what was handed in.
        key: the key that it stands under.
        where: what messages call that place: `` `where` of technique() ``.

    Raises:
        TypeError: no value of a file can be made of it.
    """
    if key.startswith(EXTRA):
        return _extra(value, where)
    if isinstance(value, Mapping):
        return FrozenMap({_text_key(name, where): taken(part, _inner(key, name), where) for name, part in value.items()})
    if isinstance(value, (list, tuple)):
        return tuple(taken(part, key, where) for part in value)
    return _piece(value, key, where) if isinstance(value, Piece) else _scalar(value, key, where)


def _inner(key: str, name: str) -> str:
    """Give the key that decides what may stand below `name` in a mapping: pieces may be held by a mapping of theirs."""
    return name if name in HOLDS or name in LITERALS or name.startswith(EXTRA) else key


def _text_key(name: Any, where: str) -> str:
    if not isinstance(name, str):
        raise TypeError(f"{where} holds a mapping with the key {name!r}: the keys of a file are texts")
    return name


def _piece(value: Piece[Any], key: str, where: str) -> Piece[Any]:
    wanted = HOLDS.get(key)
    if value.kind != wanted:
        holds = f"holds {wanted}s" if wanted else "holds no steps"
        raise TypeError(f"{where} {holds}, and {value!r} is a {value.kind}")
    return value


def _scalar(value: Any, key: str, where: str) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str):
        return str.__str__(value)
    if value is UNSTATED:
        return "unstated"
    if isinstance(value, timedelta):
        return _time(value, where)
    if attrs.has(type(value)) and key in LITERALS:
        return _literal(value, key, where)
    raise TypeError(f"{where} takes no {type(value).__name__}{_HINTS.get(type(value), '')}")


_HINTS = {
    float: ": a file holds no floats; write the number as a text, with its unit, such as `1.5 min`",
    type(None): ": leave the key out, or write `unstated` where the source says nothing",
}


def _time(value: timedelta, where: str) -> str:
    ms, rest = divmod(value, _MS)
    if rest or ms < 0:
        raise TypeError(f"{where} takes times in whole milliseconds, not {value!r}")
    return time_text(Time(ms))


def _literal(value: Any, key: str, where: str) -> Any:
    try:
        return default_engine().catalog.literals.write(LITERALS[key], value)
    except (AttributeError, TypeError, ValueError) as problem:
        raise TypeError(f"{where} takes no {type(value).__name__}: it is no {LITERALS[key]}") from problem


def _extra(value: Any, where: str) -> Any:
    """Take any JSON value."""
    if isinstance(value, Mapping):
        return FrozenMap({_text_key(name, where): _extra(part, where) for name, part in value.items()})
    if isinstance(value, (list, tuple)):
        return tuple(_extra(part, where) for part in value)
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise TypeError(f"{where} takes no {type(value).__name__}")
