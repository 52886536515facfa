"""What the scripts of a page know of its routine, as JSON that may stand within HTML."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from strokekit.playing.course import Course, Moment, Segment
from strokekit.playing.forms import fingerprint, plain
from strokekit.rendering.context import RenderContext
from strokekit.version import VERSION
from strokekit.webpage.cues import CueView
from strokekit.webpage.steps import StepView
from strokekit.webpage.words import patterns, units

GAP = 120_000
"""After how many milliseconds that nobody saw the page asks what became of them; a hidden page looks once a minute."""
CHOICES = ("speech", "chime", "vibration")
"""The options of the renderer that a reader of the page may change."""
_PLAYED = ("name", "ms", "kind", "section", "wait", "moments", "spans")
_HEARD = ("name", "kind", "of", "plus")
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def page_data(context: RenderContext, course: Course, views: Iterable[StepView]) -> dict[str, Any]:
    """Put together what the scripts need: the course to play, and the words for all that can happen."""
    steps = tuple(views)
    text = context.messages.text
    return {
        "made": {"engine": VERSION, "fingerprint": fingerprint(course)},
        "language": context.language,
        "direction": context.locale.direction,
        "course": {"language": course.language, "segments": [_segment(segment) for segment in course.segments]},
        "count": max((view.number for view in steps), default=0),
        "sections": {name: text(title) or name for name, title in course.sections.items()},
        "steps": {view.name: _step(view) for view in steps},
        "cues": {cue.name: _cue(cue) for view in steps for cue in view.cues},
        "words": patterns(context.messages),
        "units": units(context),
        "choices": {name: bool(context.options[name]) for name in CHOICES} | {"awake": True, "keys": True},
        "extend": context.options["extend"],
        "gap": GAP,
    }


def _segment(segment: Segment) -> dict[str, Any]:
    """Give what playing a segment takes: no words, no places, no origin."""
    kept = {name: part for name, part in plain(segment).items() if name in _PLAYED}
    return kept | ({"moments": [_moment(moment) for moment in segment.moments]} if segment.moments else {})


def _moment(moment: Moment) -> dict[str, Any]:
    return {name: part for name, part in plain(moment).items() if name in _HEARD}


def _step(view: StepView) -> dict[str, Any]:
    return {"title": view.headline, "number": view.number, "picture": view.picture, "until": view.until, "sign": view.sign}


def _cue(cue: CueView) -> dict[str, Any]:
    answers = [{"value": value, "label": label} for value, label in cue.answers]
    return {"kind": cue.kind, "said": cue.said, "text": cue.text, "answers": answers, "picture": cue.picture}


def within_html(data: Any) -> str:
    """Write JSON so that it may stand in an element of a page: nothing in it can end the element or begin a comment.

    >>> "<" in within_html({"title": "</script>"})
    False
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return text
