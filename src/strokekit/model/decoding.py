"""JSON → frozen values, by the types that their fields declare. No validator is needed, and what is unknown is passed over."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import attrs

from strokekit.errors import UsageError
from strokekit.model.frozen import frozen_json

_UNIONS = (typing.Union, types.UnionType)


def decode(hint: Any, value: Any, at: str = "") -> Any:
    """Make what a type says out of JSON; a whole number is >= 0, and a mapping may have keys that nobody knows.

    Args:
        hint: a class of attrs, `str`, `int`, `bool`, `Any`, a `Literal`, a tuple or a mapping of such, or `X | None`.
        value: what `json.loads` gave.
        at: a JSON Pointer to the value, for the message.

    Raises:
        UsageError: something in it is not what its type says; the message names the place.

    >>> decode(tuple[int, ...], [1, 2])
    (1, 2)
    """
    return _decoder(hint)(value, at)


def unfit(value: Any, wanted: str, at: str) -> UsageError:
    """Say that a value is not what it should be."""
    shown = repr(value)
    return UsageError(f"{at or 'the whole'} is {shown if len(shown) <= SHOWN else f'{shown[:SHOWN]}…'}, not {wanted}")


SHOWN = 60
"""How much of a wrong value a message shows."""

_Decoder = Callable[[Any, str], Any]
_PLAIN = {str: "a text", int: "a whole number >= 0", bool: "true or false"}


@cache
def _decoder(hint: Any) -> _Decoder:
    """Make the reader of a type, once."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if attrs.has(hint):
        return _value(hint)
    if origin in _UNIONS:
        return _maybe(next(one for one in arguments if one is not type(None)))
    if origin is typing.Literal:
        return _one_of(arguments)
    if origin is tuple:
        return _list(arguments[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(arguments[1])
    return _plain(hint) if hint in _PLAIN else lambda value, _: frozen_json(value)


def _plain(kind: Any) -> _Decoder:
    def read(value: Any, at: str) -> Any:
        if type(value) is not kind or (kind is int and value < 0):
            raise unfit(value, _PLAIN[kind], at)
        return value

    return read


def _maybe(hint: Any) -> _Decoder:
    def read(value: Any, at: str) -> Any:
        return None if value is None else decode(hint, value, at)

    return read


def _one_of(words: tuple[Any, ...]) -> _Decoder:
    def read(value: Any, at: str) -> Any:
        if value not in words:
            raise unfit(value, f"one of {', '.join(repr(word) for word in words)}", at)
        return value

    return read


def _list(hint: Any) -> _Decoder:
    def read(value: Any, at: str) -> Any:
        if not isinstance(value, (list, tuple)):
            raise unfit(value, "a list", at)
        inner = _decoder(hint)
        return tuple(inner(part, f"{at}/{index}") for index, part in enumerate(value))

    return read


def _mapping(hint: Any) -> _Decoder:
    def read(value: Any, at: str) -> Any:
        if not isinstance(value, Mapping):
            raise unfit(value, "a mapping", at)
        inner = _decoder(hint)
        return {str(key): inner(part, f"{at}/{key}") for key, part in value.items()}

    return read


def _value(kind: Any) -> _Decoder:
    hints = typing.get_type_hints(kind)
    fields = [
        (field.name, _decoder(hints[field.name]), field.default is attrs.NOTHING) for field in attrs.fields(kind) if field.init
    ]

    def read(value: Any, at: str) -> Any:
        if not isinstance(value, Mapping):
            raise unfit(value, "a mapping", at)
        missing = next((name for name, _, needed in fields if needed and name not in value), None)
        if missing is not None:
            raise UsageError(f"{at or 'the whole'} has no {missing!r}")
        return kind(**{name: inner(value[name], f"{at}/{name}") for name, inner, _ in fields if name in value})

    return read
