"""Whether a value that a plugin made keeps to the types of its fields, and is small enough to be used.

A declaration from a data file was held against the same types when it was read; one that was made in Python is held against
them here. What comes out shares nothing that could still be changed: lists are tuples.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import attrs

from strokekit.model.frozen import FrozenMap
from strokekit.plugins.declared import hints_of

LARGEST = 20_000
"""So many values one declaration may hold, those within its values included."""
DEEPEST = 30
"""So deep they may stand in each other; what holds itself is deeper."""
LONGEST = 100_000
"""So many characters one text may have."""
_PLAIN = {str: "a text", int: "a whole number", bool: "true or false"}


class Unusable(ValueError):
    """A declaration can't be used; the text says what is wrong with it and where, in words."""


def verified(value: Any) -> Any:
    """Give a declaration as it is, or with tuples in the place of lists.

    Raises:
        Unusable: a field has a value of another type, or too much stands in it.

    >>> from strokekit.plugins.declarations import Word
    >>> verified(Word(id="palm", group="tool", title="Palm", aliases=["hand"])).aliases
    ('hand',)
    """
    kind = next((one for one in type(value).__mro__ if _ours(one)), type(value))
    return _Verifying().whole(kind, value, "")


def _ours(kind: type[Any]) -> bool:
    """Tell whether a class is strokekit's; one of a plugin's own could run code whenever a value is looked at."""
    return kind.__module__.partition(".")[0] == "strokekit"


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any, Any], ...]:
    """Give name, type and default of each field of a declaration."""
    hints = hints_of(kind)
    return tuple((field.name, hints[field.name], field.default) for field in attrs.fields(kind))


@attrs.define
class _Verifying:
    left: int = LARGEST

    def whole(self, kind: Any, value: Any, way: str) -> Any:
        """Verify an attrs value field by field; one that was left at its default is as it should be."""
        if not isinstance(value, kind):
            raise Unusable(f"{_named(way)} should be {_a(kind.__name__)}, not {_shown(value)}")
        strange = not _ours(type(value))
        changed = {}
        for name, hint, default in _fields(kind):
            given = getattr(value, name)
            if strange:
                changed[name] = given
            if given is not default:
                fit = self._value(hint, given, f"{way}.{name}" if way else name, 0)
                if fit is not given:
                    changed[name] = fit
        if strange:
            return kind(**changed)
        return attrs.evolve(value, **changed) if changed else value

    def _value(self, hint: Any, value: Any, way: str, depth: int) -> Any:
        self.left -= 1
        if self.left < 0:
            raise Unusable(f"there are more than {LARGEST} values")
        if depth > DEEPEST:
            raise Unusable(f"{_named(way.partition('.')[0])} is deeper than {DEEPEST} levels, or holds itself")
        return _checker(hint)(self, value, way, depth + 1)

    def plain(self, kind: Any, value: Any, way: str) -> Any:
        """Verify a text, a number or a truth value."""
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise Unusable(f"{_named(way)} should be {_PLAIN[kind]}, not {_shown(value)}")
        if kind is str:
            return self.text(value, way)
        return value if type(value) is kind else int.__add__(value, 0)

    def text(self, value: str, way: str) -> str:
        """Verify a text, and give it as one that runs no code of its own: what is more than a text becomes one."""
        if str.__len__(value) > LONGEST:
            raise Unusable(f"{_named(way)} is longer than {LONGEST} characters")
        if any("\ud800" <= letter <= "\udfff" for letter in str.__str__(value)):
            raise Unusable(f"{_named(way)} holds half of a character")
        return value if type(value) is str else str.__str__(value)

    def literal(self, value: Any, way: str, depth: int) -> Any:
        """Verify a literal of the format: what JSON knows, without fractions."""
        if isinstance(value, float):
            raise Unusable(f"{_named(way)} is the fraction {value!r}: write it as a text, with its unit")
        if isinstance(value, (list, tuple)):
            return self.listed(Any, value, way, depth)
        if isinstance(value, Mapping):
            return self.mapped(Any, value, way, depth)
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, int):
            return self.plain(int, value, way)
        return self.plain(str, value, way)

    def listed(self, hint: Any, value: Any, way: str, depth: int) -> tuple[Any, ...]:
        """Verify a list, and give it as a tuple; one that is a tuple of the right values stays the same object."""
        if not isinstance(value, (list, tuple)):
            raise Unusable(f"{_named(way)} should be a list or a tuple, not {_shown(value)}")
        fit = tuple(self._value(hint, part, f"{way}[{index}]", depth) for index, part in enumerate(value))
        return value if type(value) is tuple and all(a is b for a, b in zip(fit, value, strict=True)) else fit

    def mapped(self, hint: Any, value: Any, way: str, depth: int) -> Mapping[str, Any]:
        """Verify a mapping from texts, and give it as nobody can change it."""
        if not isinstance(value, Mapping):
            raise Unusable(f"{_named(way)} should be a mapping, not {_shown(value)}")
        fit = {}
        for key, part in value.items():
            if not isinstance(key, str):
                raise Unusable(f"{_named(way)} has the key {_shown(key)}, which is no text")
            name = self.text(key, way)
            fit[name] = self._value(hint, part, f"{way}.{name}", depth)
        same = type(value) is FrozenMap and all(type(key) is str and fit[key] is value[key] for key in value)
        return value if same else FrozenMap(fit)


_Check = Callable[[_Verifying, Any, str, int], Any]


@cache
def _checker(hint: Any) -> _Check:
    """Give what verifies a value of a type, as far as the declarations use typing."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint in _PLAIN:
        return lambda verifying, value, way, _: verifying.plain(hint, value, way)
    if attrs.has(hint):
        return lambda verifying, value, way, _: verifying.whole(hint, value, way)
    if origin in _CONTAINERS:
        return _CONTAINERS[origin](arguments)
    if hint is Any:
        return lambda verifying, value, way, depth: verifying.literal(value, way, depth)
    return _any_of(arguments)


def _one_of(options: tuple[Any, ...]) -> _Check:
    def check(_: _Verifying, value: Any, way: str, __: int) -> Any:
        if not isinstance(value, str) or value not in options:
            shown = ", ".join(f"`{option}`" for option in options if option)
            raise Unusable(f"{_named(way)} is {_shown(value)}, which is none of {shown}")
        return value if type(value) is str else options[options.index(value)]

    return check


def _callable(_: _Verifying, value: Any, way: str, __: int) -> Any:
    if not callable(value):
        raise Unusable(f"{_named(way)} can't be called: it is {_shown(value)}")
    return value


def _any_of(options: tuple[Any, ...]) -> _Check:
    """Verify against the one option that may be meant: a mapping, a list, nothing, or else the plain one."""

    def check(verifying: _Verifying, value: Any, way: str, depth: int) -> Any:
        if value is None and type(None) in options:
            return None
        chosen = next((option for option in options if _meant(option, value)), options[0])
        return _checker(chosen)(verifying, value, way, depth)

    return check


def _meant(option: Any, value: Any) -> bool:
    origin = typing.get_origin(option)
    kind = origin if isinstance(origin, type) else option
    if kind is tuple:
        return isinstance(value, (list, tuple))
    return isinstance(kind, type) and kind is not type(None) and isinstance(value, kind)


def _named(way: str) -> str:
    return f"`{way}`" if way else "it"


def _a(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"


def _shown(value: Any) -> str:
    """Show a value by its type, and what it says if that is short."""
    return f"`{value}`" if isinstance(value, (str, int, bool)) and len(str(value)) <= 40 else type(value).__name__  # noqa: PLR2004


_CONTAINERS: Mapping[Any, Callable[[tuple[Any, ...]], _Check]] = {
    typing.Literal: _one_of,
    Mapping: lambda arguments: lambda verifying, value, way, depth: verifying.mapped(arguments[1], value, way, depth),
    tuple: lambda arguments: lambda verifying, value, way, depth: verifying.listed(arguments[0], value, way, depth),
    Callable: lambda _: _callable,
}
"""What an annotation is made of → how to make what verifies its values."""
