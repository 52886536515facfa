"""Reading what the exports write, by libraries and programs that share nothing with them: times in milliseconds."""

from __future__ import annotations

import csv
import html
import io
import json
import subprocess
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pysubs2
import webvtt
from icalendar import Calendar

from strokekit import Engine, Timeline
from strokekit.exporting.speech import NAMESPACE
from strokekit.plugins.declarations import Rendered

START, UID, STAMP = "2026-03-01T10:00Z", "visit@example.org", "2026-02-01T08:00Z"
ICS = {"start": START, "uid": UID, "stamp": STAMP}
Span = tuple[str, int, int]


@cache
def engine() -> Engine:
    """Make the engine that all tests here share."""
    return Engine()


def timeline(text: str) -> Timeline:
    """Compose and time a routine that is given as text."""
    return engine().fit(engine().compose(engine().loads(text))).require()


def rendered(timeline: Timeline, to: str, **options: Any) -> Rendered:
    """Export a timeline."""
    return engine().rendered(timeline, to=to, options=options)


def text_of(timeline: Timeline, to: str, **options: Any) -> str:
    """Export a timeline to a format that is text."""
    content = rendered(timeline, to, **options).content
    assert isinstance(content, str)
    return content


def losses(made: Rendered) -> dict[str, tuple[str, ...]]:
    """Give the losses by name, with the cues that they concern."""
    return {loss.name: loss.cues for loss in made.losses}


def vtt(text: str) -> list[tuple[str, int, int, str]]:
    """Read WebVTT, strictly."""
    captions = webvtt.WebVTT.from_string(text, strict=True)
    return [(c.identifier or "", _ms(c.start), _ms(c.end), html.unescape(c.text)) for c in captions.captions]


def srt(text: str) -> list[tuple[int, int, str]]:
    """Read SubRip."""
    return [(line.start, line.end, line.plaintext) for line in pysubs2.SSAFile.from_string(text, format_="srt")]


def _ms(stamp: str) -> int:
    hours, minutes, seconds = stamp.split(":")
    whole, _, thousandths = seconds.partition(".")
    return ((int(hours) * 60 + int(minutes)) * 60 + int(whole)) * 1000 + int(thousandths)


def ssml(text: str) -> list[tuple[str, str, int, int, str]]:
    """Read the marks of SSML with the words behind them: kind, name, start, end, words."""
    root = ET.fromstring(text)  # noqa: S314 - made by the test
    assert root.tag == f"{{{NAMESPACE}}}speak"
    found = []
    for mark in root.iter(f"{{{NAMESPACE}}}mark"):
        kind, _, rest = mark.attrib["name"].partition(":")
        name, start, end = rest.rsplit(":", 2)
        found.append((kind, name, int(start), int(end), mark.tail or ""))
    return found


def ics(content: str | bytes) -> list[tuple[str, datetime, datetime, str]]:
    """Read the events of a calendar: identifier, start, end, title."""
    calendar = Calendar.from_ical(content)
    return [(str(e["uid"]), e.decoded("dtstart"), e.decoded("dtend"), str(e["summary"])) for e in calendar.walk("VEVENT")]


def since_start(moment: datetime) -> int:
    """Give a moment in seconds since the start of the slot."""
    return int((moment - datetime(2026, 3, 1, 10, tzinfo=UTC)).total_seconds())


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    """Read a cue sheet."""
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def strokes(text: str) -> list[dict[str, Any]]:
    """Read a hand-off."""
    found: list[dict[str, Any]] = json.loads(text)["strokes"]
    return found


def ffmpeg(text: str, folder: Path, *, source: str, target: str) -> str:
    """Let ffmpeg read captions of one format and write them in another."""
    given, made = folder / f"in.{source}", folder / f"out.{target}"
    given.write_text(text, encoding="utf-8")
    argv = ["ffmpeg", "-y", "-loglevel", "error", "-i", str(given), str(made)]
    ran = subprocess.run(argv, check=True, capture_output=True, text=True, timeout=60)
    assert ran.stderr == ""
    return made.read_text(encoding="utf-8")
