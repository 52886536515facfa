"""Timeline → a run on a clock, and what was done in it: the player, its session, what drives it, and the record.

Nothing here reads a clock or waits: whoever drives a player hands in both. What can happen to a player stands in `events`. Each
name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from strokekit.playing import events
    from strokekit.playing.course import Course, Moment, Segment, Span, Wait
    from strokekit.playing.drivers import Inbox, Turn, adrive, drive, released, simulated
    from strokekit.playing.events import Event, Happening
    from strokekit.playing.forms import course_of_json, event_json, event_of_json, fingerprint, happening_json
    from strokekit.playing.keeping import resume, snapshot, write_whole
    from strokekit.playing.player import Eta, Player, Status
    from strokekit.playing.record import Deed, Record, Reply, record_json, record_of
    from strokekit.playing.record_text import record_markdown
    from strokekit.playing.refits import Refitting, refitting
    from strokekit.playing.session import Entry, Gap, Refit, Rest, Session, replay
    from strokekit.playing.stepping import step
    from strokekit.playing.timelines import course_of

_HOMES = {
    "Course": "course",
    "Deed": "record",
    "Entry": "session",
    "Eta": "player",
    "Event": "events",
    "Gap": "session",
    "Happening": "events",
    "Inbox": "drivers",
    "Moment": "course",
    "Player": "player",
    "Record": "record",
    "Refit": "session",
    "Refitting": "refits",
    "Reply": "record",
    "Rest": "session",
    "Segment": "course",
    "Session": "session",
    "Span": "course",
    "Status": "player",
    "Turn": "drivers",
    "Wait": "course",
    "adrive": "drivers",
    "course_of": "timelines",
    "course_of_json": "forms",
    "drive": "drivers",
    "event_json": "forms",
    "event_of_json": "forms",
    "fingerprint": "forms",
    "happening_json": "forms",
    "record_json": "record",
    "record_markdown": "record_text",
    "record_of": "record",
    "refitting": "refits",
    "released": "drivers",
    "replay": "session",
    "resume": "keeping",
    "simulated": "drivers",
    "snapshot": "keeping",
    "step": "stepping",
    "write_whole": "keeping",
}

__all__ = [
    "Course",
    "Deed",
    "Entry",
    "Eta",
    "Event",
    "Gap",
    "Happening",
    "Inbox",
    "Moment",
    "Player",
    "Record",
    "Refit",
    "Refitting",
    "Reply",
    "Rest",
    "Segment",
    "Session",
    "Span",
    "Status",
    "Turn",
    "Wait",
    "adrive",
    "course_of",
    "course_of_json",
    "drive",
    "event_json",
    "event_of_json",
    "events",
    "fingerprint",
    "happening_json",
    "record_json",
    "record_markdown",
    "record_of",
    "refitting",
    "released",
    "replay",
    "resume",
    "simulated",
    "snapshot",
    "step",
    "write_whole",
]


def __getattr__(name: str) -> Any:
    """Load a name on its first use."""
    if name == "events":
        return import_module("strokekit.playing.events")
    if name not in _HOMES:
        raise AttributeError(f"module 'strokekit.playing' has no attribute {name!r}")
    return getattr(import_module(f"strokekit.playing.{_HOMES[name]}"), name)
