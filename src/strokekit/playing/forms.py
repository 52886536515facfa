"""Courses, events and happenings as plain JSON, and back. What has its default is left out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_args

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
        sites=lambda found: tuple((str(region), str(side)) for region, side in found),
        wait=lambda found: None if found is None else _read(Wait, found),
        moments=lambda found: tuple(_moment(one) for one in found),
        spans=lambda found: tuple(_read(Span, one) for one in found),
    )
    return _whole(segment, "ms")


def _moment(data: Mapping[str, Any]) -> Moment:
    return _read(Moment, data, of=lambda found: (int(found[0]), int(found[1])), answers=tuple)


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
    event: Event = _read(
        kind, fields, ahead=lambda found: tuple(segment_of_json(one) for one in found), why=lambda found: tuple(map(str, found))
    )
    return _whole(event, *{"ms", "end_by"} & set(fields))


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
    """Make a value of the fields that are written; a field that it has not is a fault."""
    return kind(**{name: readers[name](part) if name in readers else part for name, part in data.items()})


def _whole(value: T, *names: str) -> T:
    """Give a value back if its times are whole milliseconds or missing."""
    for name in names:
        ms = getattr(value, name)
        if ms is not None and type(ms) is not int:
            raise TypeError(f"{name} is {ms!r}, not whole milliseconds")
    return value


def _word(kind: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


_EVENTS: dict[str, type[Any]] = {_word(kind): kind for kind in get_args(Event)}
"""The word for each event → the event."""
