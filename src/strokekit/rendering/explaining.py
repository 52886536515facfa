"""Explanation → text: why a cue is there and why it lasts so long, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from strokekit.rendering.phrases import Phrases
from strokekit.timing.explaining import Bound, Explanation, Led, Reached

INSERTED = ("position", "therapist")
"""The states whose change costs time, so that the plan puts a step in for it."""

_KIND = {"side": "side_change"}
"""Kind of a cue → the message of its head, where that is not its own word."""


def explained(phrases: Phrases, explanation: Explanation) -> str:
    """Say an explanation: a line for the cue, and a line for each thing that is known of it, indented."""
    head, *more = _lines(phrases, explanation)
    return "\n".join([head, *(f"  {line}" for line in more)]) + "\n"


def _lines(phrases: Phrases, told: Explanation) -> Iterator[str]:
    yield phrases.say(f"explain-{_KIND.get(told.kind, told.kind)}", **_head(phrases, told))
    yield phrases.say("explain-written", place=_place(phrases, told.place))
    yield phrases.say("explain-section", title=phrases.text(told.section_title) or told.section)
    yield from (phrases.say(f"explain-{one.kind}-of", number=one.number, of=one.of, block=one.block) for one in told.passes)
    if told.side:
        yield phrases.say("explain-side", side=phrases.say(f"side-{told.side}"))
    yield from (_via(phrases, via) for via in told.via)
    if told.technique:
        yield phrases.say("explain-technique", id=told.technique)
    if told.basis is not None:
        yield from _length(phrases, told)


def _head(phrases: Phrases, told: Explanation) -> dict[str, Any]:
    times = {"start": phrases.time(told.start), "end": phrases.time(told.end), "time": phrases.time(told.length)}
    return {"name": told.name, "title": phrases.text(told.title), **times}


def _place(phrases: Phrases, place: Led) -> str:
    file = place.file or place.origin
    return phrases.say("explain-line", file=file, line=str(place.line)) if place.line else file


def _via(phrases: Phrases, via: Reached) -> str:
    name = f"explain-via-{via.kind}"
    what = via.what
    if via.kind == "inserted":
        name = f"explain-via-inserted-{what}" if what in INSERTED else "explain-via-inserted-change"
    elif via.kind == "side":
        what = phrases.say(f"side-{what}")
    said = phrases.say(name, what=what)
    return phrases.say("explain-at", text=said, place=_place(phrases, via.place)) if via.place else said


def _length(phrases: Phrases, told: Explanation) -> Iterator[str]:
    names = ", ".join(told.estimates)
    yield phrases.say("explain-rests-on", what=phrases.say(f"basis-{told.basis}"))
    if names:
        yield phrases.say("explain-estimates", names=names)
    if any(one.kind == "stretch" for one in told.passes):
        return  # what a stretch takes is decided by what interrupts it, not by bounds of its own
    least, most = phrases.time(told.least), phrases.say("unknown") if told.most is None else phrases.time(told.most)
    if told.ideal is None:
        yield phrases.say("explain-left", least=least, most=most)
    elif told.stretched is not None:
        yield phrases.say("explain-itself", ideal=phrases.time(told.ideal), least=least, most=most)
        change = "ideal" if not told.stretched else "stretched" if told.stretched > 0 else "shortened"
        yield phrases.say(f"explain-{change}", by=phrases.time(abs(told.stretched)))
    yield from (_bind(phrases, bind) for bind in told.binds)


def _bind(phrases: Phrases, bind: Bound) -> str:
    said = phrases.say(f"explain-bind-{bind.kind}", name=bind.name)
    return phrases.say("explain-at", text=said, place=_place(phrases, bind.place)) if bind.place else said
