"""Courses, events and happenings as plain JSON, and back. What has its default is left out."""

from __future__ import annotations

import hashlib
import json
import re
from collections import abc
from collections.abc import Callable, Mapping
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import attrs

from strokekit.playing.course import Course, Moment, Segment, Span, Wait
from strokekit.playing.events import Event, Happening

T = TypeVar("T")


def plain(value: Any) -> Any:
    """Turn a value of this room into plain JSON: mappings, lists, texts, whole numbers, null.

    >>> plain(Wait(until="answer"))
    {'until': 'answer'}
    """
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    if not attrs.has(type(value)):
        return value
    parts = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    return {field.name: plain(parts[field.name]) for field in attrs.fields(type(value)) if parts[field.name] != _default(field)}


def _default(field: Any) -> Any:
    made = field.default
    return made.factory() if isinstance(made, attrs.Factory) else made  # type: ignore[arg-type]  # attrs types Factory as a function


def course_of_json(data: Mapping[str, Any]) -> Course:
    """Read a course back.

    Raises:
        KeyError, TypeError, ValueError: it is none.

    >>> course_of_json({"segments": [{"name": "a", "ms": 5}]}).total
    5
    """
    return _read(Course, data, segments=lambda found: tuple(segment_of_json(one) for one in found))


def segment_of_json(data: Mapping[str, Any]) -> Segment:
    """Read a segment back.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    segment = _read(
        Segment,
        data,
        sites=lambda found: tuple(map(tuple, found)),
        wait=lambda found: None if found is None else _read(Wait, found),
        moments=lambda found: tuple(_moment(one) for one in found),
        spans=lambda found: tuple(_read(Span, one) for one in found),
    )
    wait = segment.wait or Wait(until="")
    if min(segment.ms, wait.least, wait.most or 0) < 0:
        raise ValueError("a time is below 0")
    return segment


def _moment(data: Mapping[str, Any]) -> Moment:
    moment = _read(Moment, data, of=tuple, answers=tuple)
    if moment.of[1] < 1:
        raise ValueError("a fraction has a denominator of at least 1")
    return moment


def event_json(event: Event) -> dict[str, Any]:
    """Write an event.

    >>> from strokekit.playing.events import Extend
    >>> event_json(Extend(ms=30_000))
    {'event': 'extend', 'ms': 30000}
    """
    return {"event": _word(type(event)), **plain(event)}


def event_of_json(data: Mapping[str, Any]) -> Event:
    """Read an event back.

    Raises:
        KeyError, TypeError, ValueError: it is none.

    >>> event_of_json({"event": "extend", "ms": 30000})
    Extend(ms=30000)
    """
    kind = _EVENTS[data["event"]]
    fields = {name: value for name, value in data.items() if name != "event"}
    event: Event = _read(kind, fields, ahead=lambda found: tuple(segment_of_json(one) for one in found), why=tuple)
    return event


def happening_json(happening: Happening) -> dict[str, Any]:
    """Write a happening; `number`, `kind`, `clock` and `elapsed` are always there.

    >>> happening_json(Happening(kind="paused", clock=5, elapsed=3, number=2))
    {'number': 2, 'kind': 'paused', 'clock': 5, 'elapsed': 3}
    """
    return {"number": happening.number, **plain(happening)}


def fingerprint(course: Course) -> str:
    """Give the content hash of a course: 64 hexadecimal digits, other ones for any other course.

    >>> len(fingerprint(Course(segments=())))
    64
    """
    return hashlib.sha256(json.dumps(plain(course), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _read(kind: type[T], data: Mapping[str, Any], **readers: Callable[[Any], Any]) -> T:
    """Make a value of the fields that are written; a field that it has not is a fault, and so is one of another type."""
    value = kind(**{name: readers[name](part) if name in readers else part for name, part in data.items()})
    made: type = kind
    for name, hint in _hints(made).items():
        if not _is(getattr(value, name), hint):
            raise TypeError(f"{name} is not what it should be")
    return value


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    """Give the types of the fields."""
    return get_type_hints(kind)


def _is(value: Any, hint: Any) -> bool:
    """Tell whether a value is of a type, as far as the values of this room use typing; a truth value is no whole number."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return any(_is(value, one) for one in inside)
    if origin is Literal:
        return value in inside
    if origin is tuple:
        kinds = inside[:1] * len(value) if inside[-1] is ... else inside
        return isinstance(value, tuple) and len(value) == len(kinds) and all(map(_is, value, kinds))
    if origin is abc.Mapping:
        return isinstance(value, abc.Mapping) and all(
            isinstance(key, str) and _is(part, inside[1]) for key, part in value.items()
        )
    return type(value) is hint


def _word(kind: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


_EVENTS: dict[str, type[Any]] = {_word(kind): kind for kind in get_args(Event)}
"""The word for each event → the event."""
