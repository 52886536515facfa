"""Data files → declarations: the same values that a plugin could have made in Python."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import attrs

from strokekit.diagnostics import Diagnostic, Outcome, Report, diagnose
from strokekit.formats.document import Document
from strokekit.formats.pointer import join
from strokekit.plugins import declarations as d

T = TypeVar("T")


class _Unfit(Exception):
    """A declaration has the wrong shape; `pointer` says where."""

    def __init__(self, pointer: str, problem: str) -> None:
        super().__init__(problem)
        self.pointer, self.problem = pointer, problem


def read_declarations(document: Document, key: str, kind: type[T]) -> Outcome[tuple[T, ...]]:
    """Make the declarations that stand in a list under `key`; a wrong one is a diagnostic and the others stay."""
    made: list[T] = []
    wrong: list[Diagnostic] = []
    for index, given in enumerate(document.data.get(key, [])):
        try:
            made.append(structure(kind, given, join("", key, index)))
        except _Unfit as unfit:
            span = document.span(unfit.pointer)
            wrong.append(
                diagnose("declaration", file=document.source.name, pointer=unfit.pointer, span=span, problem=unfit.problem)
            )
    return Outcome(tuple(made), Report.of(wrong))


def structure(kind: type[T], given: Any, pointer: str = "") -> T:
    """Make a value of the attrs class `kind` from a mapping, by the annotations of its fields."""
    if not isinstance(given, Mapping):
        raise _Unfit(pointer, f"a {kind.__name__} is a mapping")
    known = _hints(kind)
    for key in given:
        if key not in known:
            raise _Unfit(join(pointer, key), f"`{key}` is not a key of a {kind.__name__}")
    needed = [a.name for a in attrs.fields(kind) if a.default is attrs.NOTHING and a.name not in given]  # type: ignore[arg-type]  # any attrs class
    if needed:
        raise _Unfit(pointer, f"a {kind.__name__} needs `{needed[0]}`")
    return kind(**{key: _fit(known[key], value, join(pointer, key)) for key, value in given.items()})


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return typing.get_type_hints(kind, vars(d))


def _fit(hint: Any, given: Any, pointer: str) -> Any:
    """Give `given` the shape of `hint`, as far as the declarations use typing."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if attrs.has(hint):
        return structure(hint, given, pointer)
    if origin is tuple:
        return _fit_list(arguments[0], given, pointer)
    if hint is d.Text or (origin in {typing.Union, types.UnionType} and Mapping in map(typing.get_origin, arguments)):
        return given
    if origin is not None and issubclass(_plain(origin), Mapping):
        return _fit_mapping(arguments[1], given, pointer)
    if origin in {typing.Union, types.UnionType}:
        return given if given is None else _fit(next(a for a in arguments if a is not type(None)), given, pointer)
    if origin is typing.Literal and given not in arguments:
        raise _Unfit(pointer, f"`{given}` is none of {', '.join(f'`{a}`' for a in arguments if a)}")
    if hint in {str, int, bool} and type(given) is not hint:
        raise _Unfit(pointer, f"`{given}` should be {({str: 'a text', int: 'a whole number', bool: 'true or false'})[hint]}")
    return given


def _plain(origin: Any) -> type[Any]:
    return origin if isinstance(origin, type) else object


def _fit_list(hint: Any, given: Any, pointer: str) -> tuple[Any, ...]:
    if not isinstance(given, list):
        raise _Unfit(pointer, "a list is expected")
    return tuple(_fit(hint, value, join(pointer, index)) for index, value in enumerate(given))


def _fit_mapping(hint: Any, given: Any, pointer: str) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise _Unfit(pointer, "a mapping is expected")
    return {key: _fit(hint, value, join(pointer, key)) for key, value in given.items()}
