"""The therapist's load, and explanations, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.rendering.phrases import Phrases
from strokekit.timing.explaining import Explanation
from strokekit.timing.load import Changes, Contact, Load, Posture, Stretch


def load_text(phrases: Phrases, load: Load) -> str:
    """Write the load as a table, with a line for each thing that is counted."""
    rows = list(_rows(phrases, load))
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    table = [f"{row[0].ljust(widths[0])}  {row[1].rjust(widths[1])}  {row[2].rjust(4)}".rstrip() for row in rows]
    return "\n".join([*table, "", *_lines(phrases, load)]) + "\n"


def _rows(phrases: Phrases, load: Load) -> Iterator[tuple[str, str, str]]:
    yield phrases.say("table-hands-on"), phrases.time(load.hands_on), ""
    for head, parts in (("load-contacts", load.contacts), ("load-postures", load.postures)):
        yield phrases.say(head), "", ""
        for part in parts:
            percent = phrases.say("load-percent", number=part.ms * 100 // load.hands_on if load.hands_on else 0)
            yield f"  {_named(phrases, part)}", phrases.time(part.ms), percent
    if load.uses:
        yield phrases.say("load-uses"), "", ""
    for use in load.uses:
        yield f"  {phrases.word('tool', use.tool)}", phrases.time(use.ms), ""


def _named(phrases: Phrases, part: Contact | Posture) -> str:
    if isinstance(part, Contact):
        if part.tools is None:
            return phrases.say("load-unknown")
        return phrases.messages.join("and", [phrases.word("tool", tool) for tool in part.tools])
    return _posture(phrases, part) or phrases.say("load-unknown")


def _posture(phrases: Phrases, at: Posture | Stretch) -> str:
    stance = phrases.word("stance", at.stance) if at.stance else ""
    return " ".join(part for part in (stance, at.station.replace("_", " ")) if part)


def _lines(phrases: Phrases, load: Load) -> Iterator[str]:
    yield _thumbs(phrases, load)
    for name in ("therapist_changes", "client_changes", "turn_overs"):
        changes: Changes = getattr(load, name)
        count = phrases.say("load-counted" if changes.certain else "load-least", count=changes.count)
        yield phrases.say(f"load-{name}", count=count)
    found = load.static
    if found is not None:
        posture = _posture(phrases, found) or phrases.say("load-unknown-posture")
        times = {"time": phrases.time(found.length), "start": phrases.time(found.start), "end": phrases.time(found.end)}
        yield phrases.say("load-static", posture=posture, first=found.first, last=found.last, **times)


def _thumbs(phrases: Phrases, load: Load) -> str:
    """Say what the thumbs do; of what nobody says it is told, so that silence is no praise."""
    times = {"time": phrases.time(load.thumbs.ms), "longest": phrases.time(load.thumbs.longest)}
    if not load.unknown:
        return phrases.say("load-thumbs", **times)
    unknown = phrases.time(load.unknown)
    return phrases.say("load-thumbs-least" if load.thumbs.ms else "load-thumbs-unsaid", unknown=unknown, **times)


def load_json(load: Load) -> dict[str, Any]:
    """Give the load as JSON; what nobody says is null, or empty."""
    return {**_plain(load), "unknown": load.unknown, "static": _static(load.static)}


def _static(found: Stretch | None) -> dict[str, Any] | None:
    return None if found is None else {**_plain(found), "certain": found.certain}


def explanation_json(told: Explanation) -> dict[str, Any]:
    """Give an explanation as JSON."""
    return {**_plain(told)}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if attrs.has(type(value)):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    return value
