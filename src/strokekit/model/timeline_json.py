"""Timeline ⇄ JSON: one form, described by `schemas/timeline.schema.json`, that is read back without a validator or a parser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import attrs

from strokekit.errors import UsageError
from strokekit.model.decoding import decode, unfit
from strokekit.model.elastic import Elastic
from strokekit.model.frozen import FrozenMap
from strokekit.model.timeline import About, Cue, TimedSection, Timeline

FORMAT = "strokekit.timeline"
FORMAT_VERSION = 3
"""The version of this form; it grows when a field changes its meaning, not when one is added.

Until 1, `via` held texts. Until 2, texts were in one language, what is done in a step stood beside its cue, and none could be
read back.
"""

_EVERY = ("kind", "name", "section", "start", "end", "origin", "via", "passes", "basis")
_DEED = ("technique", "hands_on", "inserted")
KEYS: Mapping[str, tuple[str, ...]] = {
    "step": (*_EVERY, *_DEED, "repeats", "why", "work"),
    "rest": (*_EVERY, "why"),
    "move": (*_EVERY, *_DEED, "text", "move"),
    "say": (*_EVERY, "text", "answers"),
    "ask": (*_EVERY, "text", "answers"),
    "caution": (*_EVERY, "text", "answers"),
    "checkpoint": _EVERY,
    "side": _EVERY,
}
"""Kind of a cue → its fields that are written; all others have their default, but for `signs`, written where there are any."""


def elastic_json(elastic: Elastic) -> dict[str, Any]:
    """Give a time as JSON; what nobody can tell is null.

    >>> elastic_json(Elastic(min=1_000, ideal=3_000, max=None, stated=1_000))["stated"]
    {'ms': 1000, 'percent': 33}
    """
    whole = elastic.ideal or 0
    return {
        "min": elastic.min,
        "ideal": elastic.ideal,
        "max": elastic.max,
        "stated": {"ms": elastic.stated, "percent": elastic.stated * 100 // whole if whole else 0},
        "sourced": {"ms": elastic.sourced, "percent": elastic.sourced * 100 // whole if whole else 0},
        "estimates": list(elastic.estimates),
        "unknown": list(elastic.unknown),
    }


def timeline_json(timeline: Timeline) -> dict[str, Any]:
    """Give a timeline as JSON: every cue, every text in all its languages, every time in whole milliseconds."""
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "engine": timeline.version,
        "catalog": timeline.catalog,
        "routine": _written(timeline.about),
        "total": elastic_json(timeline.elastic),
        "length": timeline.total,
        "totals": dict(timeline.totals),
        "sections": [_written(section) for section in timeline.sections],
        "cues": [_cue(cue, timeline.lines) for cue in timeline.cues],
    }


def timeline_text(timeline: Timeline) -> str:
    """Write a timeline as JSON text."""
    return json.dumps(timeline_json(timeline), ensure_ascii=False, indent=2) + "\n"


def _cue(cue: Cue, lines: Mapping[str, int]) -> dict[str, Any]:
    made = {name: _written(getattr(cue, name)) for name in KEYS[cue.kind]}
    if cue.signs:
        made["signs"] = _written(cue.signs)
    for leading in (made, *made["via"], *made.get("signs", ()), *((made.get("why") or {}).get("binds", ()))):
        leading["line"] = lines.get(leading["origin"])
    return made


def _written(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _written(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_written(part) for part in value]
    if attrs.has(type(value)):
        return {field.name: _written(getattr(value, field.name)) for field in attrs.fields(type(value))}
    return value


def read_timeline(source: str | bytes | Mapping[str, Any]) -> Timeline:
    """Read a timeline from its JSON: a text, or what a JSON reader made of one. It has no plan.

    Equal to the timeline that was written. It answers every query, drives a player and goes through every renderer that needs no
    plan. Fields that nobody knows are passed over.

    Raises:
        UsageError: it is not the JSON of a timeline, or of a version that this strokekit does not read.
    """
    data = _loaded(source) if isinstance(source, (str, bytes)) else source
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise UsageError(f"this is no timeline: its format is not {FORMAT!r}")
    if data.get("version") != FORMAT_VERSION:
        raise UsageError(f"this is a timeline of version {data.get('version')!r}, and strokekit reads {FORMAT_VERSION}")
    total = _field(data, "length", int)
    return Timeline(
        cues=_checked(_field(data, "cues", tuple[Cue, ...]), total),
        total=total,
        elastic=_elastic(_field(data, "total", Mapping[str, Any])),
        about=_field(data, "routine", About),
        sections=_field(data, "sections", tuple[TimedSection, ...]),
        version=_field(data, "engine", str),
        catalog=_field(data, "catalog", str),
        totals=_field(data, "totals", Mapping[str, int]),
        lines=FrozenMap(dict(_lines(data["cues"]))),
    )


def _loaded(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise UsageError(f"this is no timeline: it is not JSON ({problem})") from None


def _field(data: Mapping[str, Any], name: str, hint: Any) -> Any:
    if name not in data:
        raise UsageError(f"this timeline has no {name!r}")
    return decode(hint, data[name], f"/{name}")


def _elastic(data: Mapping[str, Any]) -> Elastic:
    parts = {name: decode(Mapping[str, int], data.get(name, {}), f"/total/{name}").get("ms", 0) for name in ("stated", "sourced")}
    made: Elastic = decode(Elastic, {**data, **parts}, "/total")
    return made


def _checked(cues: tuple[Cue, ...], total: int) -> tuple[Cue, ...]:
    """Hold that the cues are in order, and that steps and rests fill the total without gaps: all queries rest on that."""
    now = 0
    for index, cue in enumerate(cues):
        timed = cue.kind in ("step", "rest")
        if cue.start > cue.end or cue.end > total:
            raise unfit((cue.start, cue.end), f"a stretch of the {total} ms that there are", f"/cues/{index}")
        if timed and cue.start != now:
            raise unfit(cue.start, f"{now}, where what comes before it ends", f"/cues/{index}/start")
        now = cue.end if timed else now
    late = next((index for index, (one, other) in enumerate(pairwise(cues), 1) if other.start < one.start), None)
    if late is not None:
        raise unfit(cues[late].start, "after the start of the cue before it", f"/cues/{late}/start")
    if now != total:
        raise unfit(total, f"{now}, where the last cue ends", "/length")
    return cues


def _lines(cues: Any) -> Iterator[tuple[str, int]]:
    for index, cue in enumerate(cues):
        for leading in (cue, *cue.get("via", ()), *cue.get("signs", ()), *((cue.get("why") or {}).get("binds", ()))):
            line = leading.get("line")
            if line is not None:
                yield leading.get("origin", ""), decode(int, line, f"/cues/{index}/line")
