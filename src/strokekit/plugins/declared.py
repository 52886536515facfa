"""Data files → declarations: the same values that a plugin could have made in Python."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, TypeVar

import attrs

from strokekit.diagnostics import Diagnostic, Outcome, Report
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.pointer import join
from strokekit.plugins import declarations as d
from strokekit.plugins.spelling import closest

T = TypeVar("T")
_PLAIN = {str: "a text", int: "a whole number", bool: "true or false"}
_UNIONS = (typing.Union, types.UnionType)


class Unfit(ValueError):
    """A declaration has the wrong shape; `pointer` says where, `problem` what is wrong there, `hints` what may be meant."""

    def __init__(self, pointer: str, problem: str, hints: tuple[str, ...] = (), on: Literal["value", "key"] = "value") -> None:
        """Keep the place and the words."""
        super().__init__(pointer, problem, hints, on)
        self.pointer, self.problem, self.hints, self.on = pointer, problem, hints, on

    def __str__(self) -> str:
        """Say what is wrong, and where."""
        return f"{self.pointer}: {self.problem}" if self.pointer else self.problem


def read_declarations(document: Document, key: str, kind: type[T]) -> Outcome[tuple[T, ...]]:
    """Make the declarations that stand in a list under `key`; a wrong one is a diagnostic and the others stay."""
    made: list[T] = []
    wrong: list[Diagnostic] = []
    given = document.data.get(key, [])
    if not isinstance(given, list):
        wrong.append(_unfit(document, Unfit(join("", key), "a list is expected")))
        given = []
    for index, one in enumerate(given):
        try:
            made.append(structure(kind, one, join("", key, index)))
        except Unfit as unfit:
            wrong.append(_unfit(document, unfit))
    return Outcome(tuple(made), Report.of(wrong))


def _unfit(document: Document, unfit: Unfit) -> Diagnostic:
    return locate(document, Wrong("declaration", unfit.pointer, on=unfit.on, facts={"problem": unfit.problem}, hints=unfit.hints))


def structure(kind: type[T], given: Any, pointer: str = "") -> T:
    """Make a value of the attrs class `kind` from a mapping, by the annotations of its fields.

    Raises:
        Unfit: the mapping has not the shape of a `kind`.

    >>> from strokekit.plugins.declarations import Caution
    >>> structure(Caution, {"condition": "fever", "effect": "refuse", "source": "estimate"}).effect
    'refuse'
    """
    if not isinstance(given, Mapping):
        raise Unfit(pointer, f"a {kind.__name__} is a mapping")
    hints_of: Any = _hints
    known: dict[str, Any] = hints_of(kind)
    for key in given:
        if key not in known:
            near = closest(str(key), tuple(known))
            hints = (f"did you mean `{near}`?",) if near else ()
            raise Unfit(join(pointer, key), f"`{key}` is not a key of a {kind.__name__}", hints, "key")
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind)  # type: ignore[arg-type]  # any attrs class
    needed = [field.name for field in fields if field.default is attrs.NOTHING and field.name not in given]
    if needed:
        raise Unfit(pointer, f"a {kind.__name__} needs `{needed[0]}`")
    return kind(**{key: _fit(known[key], value, join(pointer, key)) for key, value in given.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind, vars(d))


def _fit(hint: Any, given: Any, pointer: str) -> Any:
    """Give `given` the shape of `hint`, as far as the declarations use typing."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if attrs.has(hint):
        return structure(hint, given, pointer)
    if origin in _UNIONS:
        return _fit_union(arguments, given, pointer)
    if origin is tuple:
        return _fit_list(arguments[0], given, pointer)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _fit_mapping(arguments[1], given, pointer)
    if origin is typing.Literal and given not in arguments:
        raise Unfit(pointer, f"`{given}` is none of {', '.join(f'`{a}`' for a in arguments if a)}")
    if hint in _PLAIN and type(given) is not hint:
        raise Unfit(pointer, f"`{given}` should be {_PLAIN[hint]}")
    return given


def _fit_union(arguments: tuple[Any, ...], given: Any, pointer: str) -> Any:
    """Fit a text or texts by language; or something that may be None."""
    if given is None and type(None) in arguments:
        return None
    mapped = next((a for a in arguments if typing.get_origin(a) is Mapping), None)
    if mapped is not None and isinstance(given, Mapping):
        return _fit(mapped, given, pointer)
    return _fit(next(a for a in arguments if a is not type(None)), given, pointer)


def _fit_list(hint: Any, given: Any, pointer: str) -> tuple[Any, ...]:
    if not isinstance(given, list):
        raise Unfit(pointer, "a list is expected")
    return tuple(_fit(hint, value, join(pointer, index)) for index, value in enumerate(given))


def _fit_mapping(hint: Any, given: Any, pointer: str) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise Unfit(pointer, "a mapping is expected")
    return {key: _fit(hint, value, join(pointer, key)) for key, value in given.items()}
