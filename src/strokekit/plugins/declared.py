"""Data files → declarations: the same values that a plugin could have made in Python.

A mapping is fitted to an attrs class by the annotations of its fields. Everything that does not fit is noted, each with its place
and what may be meant; of a value with a mistake nothing is made.
"""

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


@attrs.define
class _Fitting:
    wrong: list[Unfit] = attrs.field(factory=list)

    def whole(self, kind: Any, given: Any, pointer: str) -> Any:
        """Fit a mapping to an attrs class."""
        if not isinstance(given, Mapping):
            return self._unfit(pointer, f"a {kind.__name__} is a mapping")
        known = written_in(kind)
        before = len(self.wrong)
        values = {key: self._key(kind, known, key, value, pointer) for key, value in given.items() if not _extra(key)}
        misspelt = {closest(str(key), tuple(known)) for key in given if key not in known}
        needed = [name for name in _needed(kind) if name not in given and name not in misspelt]
        for name in needed:
            self._unfit(pointer, f"a {kind.__name__} needs `{name}`")
        return kind(**values) if len(self.wrong) == before else None

    def _key(self, kind: Any, known: Mapping[str, Any], key: Any, value: Any, pointer: str) -> Any:
        if key in known:
            return self._value(known[key], value, join(pointer, key))
        near = closest(str(key), tuple(known))
        hints = (f"did you mean `{near}`?",) if near else (f"the keys are {', '.join(f'`{name}`' for name in known)}",)
        return self._unfit(join(pointer, key), f"`{key}` is not a key of a {kind.__name__}", hints, "key")

    def _value(self, hint: Any, given: Any, pointer: str) -> Any:
        """Give `given` the shape of `hint`, as far as the declarations use typing."""
        if type(given) is hint or hint is Any:
            return given
        origin, arguments = _apart(hint)
        if attrs.has(hint):
            return self.whole(hint, given, pointer)
        if origin in UNIONS:
            return self._union(arguments, given, pointer)
        if origin is tuple:
            return self._list(arguments[0], given, pointer)
        if _is(origin, Mapping):
            return self._mapping(arguments[1], given, pointer)
        return self._scalar(hint, given, pointer)

    def _scalar(self, hint: Any, given: Any, pointer: str) -> Any:
        arguments = typing.get_args(hint)
        if arguments and (given not in arguments or not isinstance(given, str)):
            return self._not_one_of(tuple(a for a in arguments if a), given, pointer)
        if hint in _PLAIN and type(given) is not hint:
            return self._unfit(pointer, f"`{given}` should be {_PLAIN[hint]}", _quoted(hint, given))
        return given

    def _not_one_of(self, options: tuple[str, ...], given: Any, pointer: str) -> None:
        near = closest(given, options) if isinstance(given, str) else None
        hints = (f"did you mean `{near}`?",) if near else ()
        self._unfit(pointer, f"`{given}` is none of {', '.join(f'`{a}`' for a in options)}", hints)

    def _union(self, arguments: tuple[Any, ...], given: Any, pointer: str) -> Any:
        """Fit a text or texts by language, a word or a list of words, or something that may be None."""
        if given is None and type(None) in arguments:
            return None
        for shape, origin in ((Mapping, Mapping), (list, tuple)):
            taken = next((a for a in arguments if _is(typing.get_origin(a), origin)), None)
            if taken is not None and isinstance(given, shape):
                return self._value(taken, given, pointer)
        return self._value(next(a for a in arguments if a is not type(None)), given, pointer)

    def _list(self, hint: Any, given: Any, pointer: str) -> Any:
        if not isinstance(given, list):
            return self._unfit(pointer, "a list is expected", _listed(given))
        return tuple(self._value(hint, value, join(pointer, index)) for index, value in enumerate(given))

    def _mapping(self, hint: Any, given: Any, pointer: str) -> Any:
        if not isinstance(given, Mapping):
            return self._unfit(pointer, "a mapping is expected")
        return {key: self._value(hint, value, join(pointer, key)) for key, value in given.items()}

    def _unfit(self, pointer: str, problem: str, hints: tuple[str, ...] = (), on: Literal["value", "key"] = "value") -> None:
        self.wrong.append(Unfit(pointer, problem, hints, on))


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
def _apart(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Take a type apart; the same few come thousands of times."""
    return typing.get_origin(hint), typing.get_args(hint)


def _extra(key: Any) -> bool:
    return isinstance(key, str) and key.startswith("x-")


def _is(origin: Any, wanted: type) -> bool:
    return isinstance(origin, type) and issubclass(origin, wanted)


def _quoted(hint: type, given: Any) -> tuple[str, ...]:
    return (f'write it in quotes: `"{given}"`',) if hint is str and isinstance(given, int) else ()


def _listed(given: Any) -> tuple[str, ...]:
    return (f"write `[{given}]`",) if isinstance(given, str) and given else ()
