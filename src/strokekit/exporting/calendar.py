"""Timeline → a calendar: the slot that is booked, what of it lies before and after the visit, and the visit's phases.

Nothing here reads a clock or a time zone of the machine: when it begins, what it is called and when that was said are options.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from strokekit.exporting.wording import Wording
from strokekit.model.amounts import Range
from strokekit.model.timeline import TimedSection
from strokekit.plugins.declarations import Loss, Rendered
from strokekit.rendering.context import RenderContext
from strokekit.rendering.extras import needs
from strokekit.timing.amounts import UNKNOWN, Amounts
from strokekit.version import VERSION

_SECOND = 1000


@attrs.frozen(kw_only=True)
class Entry:
    """One event: `start` and `end` in milliseconds from the beginning of the slot; `part` tells it from the others."""

    part: str
    start: int
    end: int
    title: str
    text: str = ""


def ics(context: RenderContext) -> Rendered:
    """Write an iCalendar file: an event for the slot, with its alarm, and one for each part of it.

    Raises:
        UsageError: `start`, `stamp` or `zone` is none, or the library is not installed.
    """
    needs("icalendar", extra="calendar", to="ics")
    from icalendar import Calendar

    start = _start(context)
    calendar = Calendar()
    calendar.add("prodid", f"-//strokekit//{VERSION}//EN")
    calendar.add("version", "2.0")
    slot, *parts = entries(context)
    calendar.add_component(_event(context, slot, start, alarm=True))
    for entry in parts:
        calendar.add_component(_event(context, entry, start, within=slot))
    if context.options["zone"]:
        year = start.year  # the rules of its zone around it, and not those of a century
        calendar.add_missing_timezones(first_date=date(year - 1, 1, 1), last_date=date(year + 2, 1, 1))
    return Rendered(content=calendar.to_ical(), losses=tuple(_losses(context, parts)))


def entries(context: RenderContext) -> Iterator[Entry]:
    """Give the slot first, then its parts in order: what is booked before, the phases of the visit, what is booked after."""
    wording, timeline = Wording.of(context), context.timeline
    before, after = (_booked(context, name) for name in ("before", "after"))
    end = before + timeline.total
    title = wording.text(timeline.about.title)
    yield Entry(part="slot", start=0, end=end + after, title=title, text=_outline(context))
    if before:
        yield Entry(part="before", start=0, end=before, title=context.messages.say("calendar-before", title=title))
    for number, (phase, group) in enumerate(groupby(_done(context), key=lambda section: section.phase), 1):
        sections = list(group)
        first, last = before + (sections[0].start or 0), before + (sections[-1].end or 0)
        text = "\n".join(wording.text(section.title) or section.name for section in sections)
        yield Entry(part=f"phase-{number}", start=first, end=last, title=context.messages.say(f"phase-{phase}"), text=text)
    if after:
        yield Entry(part="after", start=end, end=end + after, title=context.messages.say("calendar-after", title=title))


def _done(context: RenderContext) -> list[TimedSection]:
    return [section for section in context.timeline.sections if section.start is not None and section.start != section.end]


def _outline(context: RenderContext) -> str:
    """Say what is done in the slot, a line for each section."""
    wording = Wording.of(context)
    lengths = [(section, (section.end or 0) - (section.start or 0)) for section in _done(context)]
    return "\n".join(
        context.messages.say("move", title=wording.text(section.title) or section.name, time=context.phrases.time(ms))
        for section, ms in lengths
    )


def _booked(context: RenderContext, name: str) -> int:
    """Give the time that is booked before or after: by the option, else by the routine, else none."""
    given: int | None = context.options[name]
    if given is not None or not context.planned:
        return given or 0
    written = context.plan.routine.booking.get(name)
    elastic = Amounts(context.catalog).duration(written, UNKNOWN) if isinstance(written, Range) else None
    return (elastic.ideal or elastic.min) if elastic is not None else 0


def _event(context: RenderContext, entry: Entry, start: datetime, *, alarm: bool = False, within: Entry | None = None) -> Any:
    from icalendar import Event

    uid = context.options["uid"]
    event = Event()
    event.add("uid", uid if within is None else f"{entry.part}-{uid}")
    event.add("dtstamp", _instant(context, "stamp").astimezone(UTC))
    event.add("dtstart", _at(start, entry.start))
    event.add("dtend", _at(start, entry.end))
    event.add("summary", entry.title)
    if entry.text:
        event.add("description", entry.text)
    if within is not None:
        event.add("related-to", uid)
        event.add("transp", "TRANSPARENT")  # the slot alone makes its hour busy
    if alarm and context.options["alarm"] is not None:
        event.add_component(_alarm(entry, context.options["alarm"]))
    return event


def _alarm(entry: Entry, before: int) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", -timedelta(seconds=before // _SECOND))
    return alarm


def _at(start: datetime, ms: int) -> datetime:
    """Give a moment to the second, counted in real time: across a change of the clocks as well."""
    if start.tzinfo is None:
        return start + timedelta(seconds=ms // _SECOND)
    return (start.astimezone(UTC) + timedelta(seconds=ms // _SECOND)).astimezone(start.tzinfo)


def _start(context: RenderContext) -> datetime:
    start, zone = _instant(context, "start"), context.options["zone"]
    if not zone:
        return start if start.tzinfo is None else start.astimezone(UTC)
    if start.tzinfo is not None:
        raise context.misfit("start", "an instant without an offset where there is a zone")
    try:
        return start.replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise context.misfit("zone", "a time zone such as `Europe/Berlin`") from None


def _instant(context: RenderContext, name: str) -> datetime:
    written: str = context.options[name]
    try:
        made = datetime.fromisoformat(written)
    except ValueError:
        made = None
    zoned = name == "start" or (made is not None and made.tzinfo is not None)
    if made is None or len(written) <= len("2026-03-01") or not zoned:
        example = "2026-03-01T10:00" if name == "start" else "2026-02-01T08:00Z"
        raise context.misfit(name, f"an instant such as `{example}`")
    return made.replace(microsecond=0)


def _losses(context: RenderContext, parts: list[Entry]) -> Iterator[Loss]:
    split = [entry.part for entry in parts if entry.start % _SECOND or entry.end % _SECOND]
    if split:
        yield context.loss("whole-seconds", count=len(split))
    steps = [cue.name for cue in context.timeline.cues if cue.kind == "step"]
    yield context.loss("steps-outlined", count=len(steps))
