"""Data files → declarations: the same values that a plugin could have made in Python.

A mapping is fitted to an attrs class by the annotations of its fields. Everything that does not fit is noted, each with its place
and what may be meant; of a value with a mistake nothing is made.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, TypeAlias, TypeVar

import attrs

from strokekit.diagnostics import Diagnostic, Outcome, Report
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.pointer import join
from strokekit.plugins.spelling import closest

T = TypeVar("T")
_PLAIN = {str: "a text", int: "a whole number", bool: "true or false"}
UNIONS = (typing.Union, types.UnionType)
MOST = 20
"""How many mistakes of one declaration are noted: a file of the wrong kind needs no more."""


class Unfit(ValueError):
    """A declaration has the wrong shape; `pointer` says where, `problem` what is wrong there, `hints` what may be meant."""

    def __init__(self, pointer: str, problem: str, hints: tuple[str, ...] = (), on: Literal["value", "key"] = "value") -> None:
        """Keep the place and the words."""
        super().__init__(pointer, problem, hints, on)
        self.pointer, self.problem, self.hints, self.on = pointer, problem, hints, on

    def __str__(self) -> str:
        """Say what is wrong, and where."""
        return f"{self.pointer}: {self.problem}" if self.pointer else self.problem


def fitted(document: Document, kind: type[T], given: Any, pointer: str) -> Outcome[tuple[T, ...]]:
    """Make the declarations of a list that stands at `pointer`; a wrong one is reported with all its mistakes, the others stay.

    >>> from strokekit.formats import read_text
    >>> from strokekit.plugins.declarations import Word
    >>> document = read_text("words: [{id: palm, group: tool, title: Palm}]").require()
    >>> fitted(document, Word, document.data["words"], "/words").require()[0].title
    'Palm'
    """
    if not isinstance(given, list):
        return Outcome((), Report.of([unfit_at(document, Unfit(pointer, "a list is expected"))]))
    made: list[T] = []
    wrong: list[Unfit] = []
    for index, one in enumerate(given):
        value, found = fit(kind, one, join(pointer, index))
        made += [] if value is None else [value]
        wrong += found
    return Outcome(tuple(made), Report.of(unfit_at(document, unfit) for unfit in wrong))


def unfit_at(document: Document, unfit: Unfit) -> Diagnostic:
    """Make the diagnostic of a mistake, at its place in the text."""
    return locate(document, Wrong("declaration", unfit.pointer, on=unfit.on, facts={"problem": unfit.problem}, hints=unfit.hints))


def structure(kind: type[T], given: Any, pointer: str = "") -> T:
    """Make a value of the attrs class `kind` from a mapping, by the annotations of its fields.

    Raises:
        Unfit: the mapping has not the shape of a `kind`; of several mistakes the first.

    >>> from strokekit.plugins.declarations import Caution
    >>> structure(Caution, {"condition": "fever", "effect": "refuse", "source": "estimate"}).effect
    'refuse'
    """
    value, wrong = fit(kind, given, pointer)
    if wrong or value is None:
        raise wrong[0]
    return value


def fit(kind: type[T], given: Any, pointer: str = "") -> tuple[T | None, tuple[Unfit, ...]]:
    """Make a value of the attrs class `kind`, or say everything that is wrong with what is given: one of the two."""
    fitting = _Fitting()
    value = fitting.whole(kind, given, pointer)
    return (None, tuple(fitting.wrong[:MOST])) if fitting.wrong else (value, ())


_At: TypeAlias = "str | tuple[_At, Any]"
"""A place: a pointer, or a place and a key in it."""
_Way: TypeAlias = "Callable[[_Fitting, Any, Any, _At], Any]"
"""Fits a value to a type, at a place."""


@attrs.define
class _Fitting:
    wrong: list[Unfit] = attrs.field(factory=list)

    def whole(self, kind: Any, given: Any, at: _At) -> Any:
        """Fit a mapping to an attrs class."""
        if not isinstance(given, Mapping):
            return self._unfit(at, f"a {kind.__name__} is a mapping")
        known = _ways(kind)
        before = len(self.wrong)
        values: dict[str, Any] = {}
        for key, value in given.items():
            if key in known:
                fit_to, hint = known[key]
                values[key] = value if type(value) is hint else fit_to(self, hint, value, (at, key))
            elif not _extra(key):
                self._unknown(kind, key, at)
        misspelt = {closest(str(key), tuple(known)) for key in given if key not in known and not _extra(key)}
        for name in _needed(kind):
            if name not in given and name not in misspelt:
                self._unfit(at, f"a {kind.__name__} needs `{name}`")
        return kind(**values) if len(self.wrong) == before else None

    def _unknown(self, kind: Any, key: Any, at: _At) -> None:
        known = written_in(kind)
        near = closest(str(key), tuple(known))
        hints = (f"did you mean `{near}`?",) if near else (f"the keys are {', '.join(f'`{name}`' for name in known)}",)
        self._unfit((at, key), f"`{key}` is not a key of a {kind.__name__}", hints, "key")

    def value(self, hint: Any, given: Any, at: _At) -> Any:
        """Give `given` the shape of `hint`, as far as the declarations use typing."""
        return given if type(given) is hint else _way(hint)(self, hint, given, at)

    def anything(self, _: Any, given: Any, __: _At) -> Any:
        """Take it as it is."""
        return given

    def scalar(self, hint: Any, given: Any, at: _At) -> Any:
        """Fit one of several words, a text, a number or a truth value."""
        arguments = typing.get_args(hint)
        if arguments and (given not in arguments or not isinstance(given, str)):
            return self._not_one_of(tuple(a for a in arguments if a), given, at)
        if hint in _PLAIN and type(given) is not hint:
            return self._unfit(at, f"`{given}` should be {_PLAIN[hint]}", _quoted(hint, given))
        return given

    def _not_one_of(self, options: tuple[str, ...], given: Any, at: _At) -> None:
        near = closest(given, options) if isinstance(given, str) else None
        hints = (f"did you mean `{near}`?",) if near else ()
        self._unfit(at, f"`{given}` is none of {', '.join(f'`{a}`' for a in options)}", hints)

    def union(self, hint: Any, given: Any, at: _At) -> Any:
        """Fit a text or texts by language, a word or a list of words, or something that may be None."""
        arguments = typing.get_args(hint)
        if given is None and type(None) in arguments:
            return None
        for shape, origin in ((Mapping, Mapping), (list, tuple)):
            taken = next((a for a in arguments if _is(typing.get_origin(a), origin)), None) if isinstance(given, shape) else None
            if taken is not None:
                return self.value(taken, given, at)
        return self.value(next(a for a in arguments if a is not type(None)), given, at)

    def listed(self, hint: Any, given: Any, at: _At) -> Any:
        """Fit a list of things of one shape."""
        if not isinstance(given, list):
            return self._unfit(at, "a list is expected", _listed(given))
        inner = typing.get_args(hint)[0]
        return tuple(self.value(inner, value, (at, index)) for index, value in enumerate(given))

    def mapping(self, hint: Any, given: Any, at: _At) -> Any:
        """Fit a mapping from names to things of one shape."""
        if not isinstance(given, Mapping):
            return self._unfit(at, "a mapping is expected")
        inner = typing.get_args(hint)[1]
        return {key: self.value(inner, value, (at, key)) for key, value in given.items()}

    def _unfit(self, at: _At, problem: str, hints: tuple[str, ...] = (), on: Literal["value", "key"] = "value") -> None:
        self.wrong.append(Unfit(_pointer(at), problem, hints, on))


@cache
def hints_of(kind: Any) -> Mapping[str, Any]:
    """Give the types of the fields of a declaration."""
    found = typing.get_type_hints(kind)
    return {field.name: found[field.name] for field in attrs.fields(kind)}


@cache
def written_in(kind: Any) -> Mapping[str, Any]:
    """Give the keys that a declaration has in a file, with their types: all its fields but those that only code can fill."""
    return {name: hint for name, hint in hints_of(kind).items() if "Callable" not in str(hint)}


@cache
def _needed(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING)


@cache
def _ways(kind: Any) -> Mapping[str, tuple[_Way, Any]]:
    """Give for each key of a declaration how it is fitted, and its type."""
    return {name: (_way(hint), hint) for name, hint in written_in(kind).items()}


@cache
def _way(hint: Any) -> _Way:
    """Tell how something is fitted to a type; the same few come thousands of times."""
    origin = typing.get_origin(hint)
    if hint is Any:
        return _Fitting.anything
    if attrs.has(hint):
        return _Fitting.whole
    if origin in UNIONS:
        return _Fitting.union
    if origin is tuple:
        return _Fitting.listed
    return _Fitting.mapping if _is(origin, Mapping) else _Fitting.scalar


def _pointer(at: _At) -> str:
    """Write the pointer of a place; nearly all places are never asked for theirs."""
    return at if isinstance(at, str) else join(_pointer(at[0]), at[1])


def _extra(key: Any) -> bool:
    return isinstance(key, str) and key.startswith("x-")


def _is(origin: Any, wanted: type) -> bool:
    return isinstance(origin, type) and issubclass(origin, wanted)


def _quoted(hint: type, given: Any) -> tuple[str, ...]:
    return (f'write it in quotes: `"{given}"`',) if hint is str and isinstance(given, int) else ()


def _listed(given: Any) -> tuple[str, ...]:
    return (f"write `[{given}]`",) if isinstance(given, str) and given else ()
