"""The calendar: the slot, what lies before and after the visit, and its phases, as a calendar library reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from strokekit import UsageError
from strokekit.rendering.lines import one_line
from tests.exporting import readers
from tests.exporting.readers import ICS, UID, losses, rendered
from tests.exporting.routines import SMALL, nasty, small
from tests.rendering.hostile import NASTY, article

BOOKED = SMALL.replace("sections:", "booking: {before: 10 min, table: 5 min, after: 15 min}\nsections:", 1)


def at(seconds: int) -> datetime:
    """Give a moment after the start of the slot."""
    return datetime(2026, 3, 1, 10, tzinfo=UTC) + timedelta(seconds=seconds)


def calendar(timeline: Any, **options: Any) -> Any:
    """Read the calendar of a timeline."""
    return Calendar.from_ical(rendered(timeline, "ics", **{**ICS, **options}).content)


def test_the_slot_and_its_parts() -> None:
    """The slot comes first; what is booked before and after stands beside the phases of the visit, and none overlaps."""
    made = rendered(readers.timeline(BOOKED), "ics", **ICS).content

    assert readers.ics(made) == [
        (UID, at(0), at(1_595), "Calf"),
        (f"before-{UID}", at(0), at(600), "Before: Calf"),
        (f"phase-1-{UID}", at(600), at(685), "main part"),
        (f"phase-2-{UID}", at(685), at(695), "aftercare"),
        (f"after-{UID}", at(695), at(1_595), "After: Calf"),
    ]


def test_a_caller_says_otherwise_what_is_before_and_after() -> None:
    """The options go before what the routine books."""
    made = rendered(readers.timeline(BOOKED), "ics", **ICS, before="1 min", after=0).content

    assert [(start, end) for _, start, end, _ in readers.ics(made)] == [
        (at(0), at(155)),
        (at(0), at(60)),
        (at(60), at(145)),
        (at(145), at(155)),
    ]


def test_the_alarm_rings_before_the_slot() -> None:
    """One alarm, at the slot alone; without the option there is none."""
    (alarm,) = calendar(small(), alarm="10 min").walk("VALARM")

    assert (alarm["action"], alarm.decoded("trigger")) == ("DISPLAY", timedelta(minutes=-10))
    assert list(calendar(small()).walk("VALARM")) == []


def test_only_the_slot_makes_a_person_busy() -> None:
    """The parts belong to the slot and do not count a second time."""
    slot, *parts = calendar(small()).walk("VEVENT")

    assert (slot.get("transp"), slot.get("related-to")) == (None, None)
    assert {(part["transp"], part["related-to"]) for part in parts} == {("TRANSPARENT", UID)}


def test_the_slot_says_what_is_done_in_it() -> None:
    """A line for each section with its time."""
    slot, *_ = calendar(article()).walk("VEVENT")

    assert str(slot["description"]).splitlines()[:2] == ["Room and hands (5 min 30 s)", "Upper back (9 min 47 s)"]


@pytest.mark.parametrize(
    ("options", "start"),
    [
        pytest.param({"start": "2026-03-01T10:00"}, datetime(2026, 3, 1, 10), id="of the place where it is read"),  # noqa: DTZ001 - meant
        pytest.param({"start": "2026-03-01T10:00+01:00"}, at(-3_600), id="with an offset"),
        pytest.param(
            {"start": "2026-03-01T10:00", "zone": "Asia/Kathmandu"},
            datetime(2026, 3, 1, 10, tzinfo=ZoneInfo("Asia/Kathmandu")),
            id="in a zone",
        ),
    ],
)
def test_a_start_is_of_a_place_or_of_the_world(options: dict[str, str], start: datetime) -> None:
    """Without an offset or a zone it is the local time of whoever reads it."""
    slot, *_ = calendar(small(), **options).walk("VEVENT")

    assert slot.decoded("dtstart") == start
    assert slot.decoded("dtend") - slot.decoded("dtstart") == timedelta(seconds=95)


def test_time_goes_on_when_the_clocks_change() -> None:
    """A slot across the change is as long as any other."""
    options = {"start": "2026-03-29T01:59:30", "zone": "Europe/Berlin"}
    slot, *_ = calendar(small(), **options).walk("VEVENT")

    assert slot.decoded("dtend") == datetime(2026, 3, 29, 3, 1, 5, tzinfo=ZoneInfo("Europe/Berlin"))


def test_the_output_is_its_arguments() -> None:
    """No clock is read: the same arguments give the same bytes, and the stamp is the one that was given."""
    first, second = (rendered(small(), "ics", **ICS, zone="").content for _ in range(2))
    slot, *_ = calendar(small()).walk("VEVENT")

    assert first == second
    assert slot.decoded("dtstamp") == datetime(2026, 2, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(
            {"start": "tomorrow"},
            "the option 'start' of the renderer 'ics' takes an instant such as `2026-03-01T10:00`, not 'tomorrow'",
            id="no instant",
        ),
        pytest.param(
            {"start": "2026-03-01"},
            "the option 'start' of the renderer 'ics' takes an instant such as `2026-03-01T10:00`, not '2026-03-01'",
            id="a day",
        ),
        pytest.param(
            {"stamp": "2026-02-01T08:00"},
            "the option 'stamp' of the renderer 'ics' takes an instant such as `2026-02-01T08:00Z`, not '2026-02-01T08:00'",
            id="a stamp without an offset",
        ),
        pytest.param(
            {"start": "2026-03-01T10:00", "zone": "Europe/Atlantis"},
            "the option 'zone' of the renderer 'ics' takes a time zone such as `Europe/Berlin`, not 'Europe/Atlantis'",
            id="no zone",
        ),
        pytest.param(
            {"zone": "Europe/Berlin"},
            "the option 'start' of the renderer 'ics' takes an instant without an offset where there is a zone, "
            "not '2026-03-01T10:00Z'",
            id="a zone and an offset",
        ),
        pytest.param({"start": None}, "the renderer 'ics' needs the option 'start', a text", id="no start"),
    ],
)
def test_what_can_not_be_is_a_wrong_call(options: dict[str, Any], words: str) -> None:
    """The message says which option, and what it takes."""
    with pytest.raises(UsageError) as raised:
        rendered(small(), "ics", **{**ICS, **options})

    assert str(raised.value) == words


def test_what_a_calendar_can_not_say_is_told() -> None:
    """Calendars count in whole seconds, and the steps are not events."""
    made = rendered(small(), "ics", **ICS)

    assert [(loss.name, loss.count) for loss in made.losses] == [("whole-seconds", 1), ("steps-outlined", 3)]
    assert losses(rendered(article(), "ics", **ICS)).keys() == {"steps-outlined"}


def test_a_hostile_text_stays_text() -> None:
    """Line breaks, commas and semicolons make no property of their own."""
    slot, part = calendar(nasty()).walk("VEVENT")

    assert (str(slot["summary"]), str(part["description"])) == (one_line(NASTY), one_line(NASTY))
