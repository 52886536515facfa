"""A session as text that outlives its process, and back; and writing it so that no kill can spoil it.

A snapshot holds the log and not the course: whoever resumes it makes the course again, and the content hash tells whether it is
the same one. What a client answered stands in it, as it will in the record, so it is written for its owner's eyes only.
"""

from __future__ import annotations

import json
import os
from typing import Any

from strokekit.diagnostics import Outcome, Report, diagnose
from strokekit.playing.course import Course
from strokekit.playing.forms import event_json, event_of_json, fingerprint
from strokekit.playing.player import Player
from strokekit.playing.session import Entry, Session, replay
from strokekit.version import VERSION

FORMAT, FORMAT_VERSION = "strokekit.session", 1
"""What a snapshot calls itself; the version grows when a field changes its meaning, not when one is added."""
DAY = 24 * 60 * 60 * 1_000
"""How old a snapshot may be, unless somebody says otherwise: whoever lies on the table tomorrow lies there anew."""


def snapshot(session: Session, *, saved: int) -> str:
    """Write a session as JSON, as `schemas/session.schema.json` describes it.

    Args:
        session: what to keep.
        saved: when, in milliseconds of a clock that goes on while no program runs, such as those since 1970.

    >>> text = snapshot(Session(first=Course(segments=())), saved=5)
    >>> resume(text, Course(segments=()), now=6).require() == Session(first=Course(segments=()))
    True
    """
    made = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "engine": VERSION,
        "course": fingerprint(session.first),
        "saved": saved,
        "state": state_json(session.player),
        "log": [{"at": entry.at, **event_json(entry.event)} for entry in session.log],
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def state_json(player: Player) -> dict[str, Any]:
    """Say where a player stands, for programs that only show it; resuming goes by the log, and must lead to the same."""
    return {
        "status": player.status,
        "segment": player.current.name if player.current else None,
        "at": player.at,
        "elapsed": player.elapsed,
        "remaining": player.remaining,
        "clock": player.clock,
    }


def saved_at(text: str) -> int:
    """Tell when a snapshot that can be resumed was written."""
    return int(json.loads(text)["saved"])


def resume(text: str, course: Course, *, now: int, max_age: int = DAY) -> Outcome[Session]:
    """Read a session back, by replaying its log.

    None, with a report that says why, for a text that is damaged or none of ours, one of another course (another file, other
    values, another version that times otherwise), and one that is too old. The session goes on at the moment of its own clock
    at which it was saved; what the time since then means is for `Gap` to say.

    Args:
        text: what `snapshot` wrote.
        course: the course, made again.
        now: the moment, on the clock of `saved`.
        max_age: how old a snapshot may be, in milliseconds.
    """
    try:
        found = _resumed(json.loads(text), course, now - max_age)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        found = _DAMAGED
    if isinstance(found, str):
        return Outcome(None, Report.of([diagnose("session-unusable", problem=found)]))
    return Outcome(found)


_DAMAGED = "it is damaged, or no session of strokekit"


def _resumed(made: dict[str, Any], course: Course, since: int) -> Session | str:
    """Give the session that was kept, or say why it can't go on; `since` is the moment before which it is too old."""
    if made["format"] != FORMAT:
        return _DAMAGED
    if made["version"] != FORMAT_VERSION:
        return f"it is written in version {made['version']!r} of its format, and this strokekit knows {FORMAT_VERSION}"
    if made["course"] != fingerprint(course):
        return "it belongs to another routine, or to this one before it was changed"
    if made["saved"] < since:
        return "it is too old"
    session = replay(course, [_entry(found) for found in made["log"]])[0]
    if state_json(session.player) != made["state"]:
        return "its log does not lead to where it says that it stands"
    return session


def _entry(found: dict[str, Any]) -> Entry:
    at = found["at"]
    if type(at) is not int:
        raise TypeError("a moment is whole milliseconds")
    return Entry(at=at, event=event_of_json({name: value for name, value in found.items() if name != "at"}))


def write_whole(path: str | os.PathLike[str], text: str) -> None:
    """Put a text in the place of a file: whoever reads it, also after a kill or a power cut, sees the old text or the new.

    It is written beside the file, brought to the disk, and renamed; only its owner may read it. What a kill leaves beside the
    file is used again by the next writing.

    Raises:
        OSError: the folder or the file can't be written.
    """
    target = os.fspath(path)
    handle = os.open(f"{target}.new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
    os.replace(f"{target}.new", target)  # noqa: PTH105 - a Path is made of fewer names than a user may type
