"""What the fuzzer starts from: the examples of this repository, kept cases, and the words of the format as its dictionary."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from strokekit.model.timeline import Timeline
    from strokekit.playing.course import Course

ROOT = Path(__file__).parents[2]
FOUND = ROOT / "tests" / "hostile" / "found"
"""What a fuzzer found once, a folder for each target: each file broke a law, and is now a test."""
PLAYED = """\
strokekit: 1
title: Legs
contraindications: none_reviewed
sections:
  - id: legs
    steps:
      - {technique: gliding, where: calf, duration: 10 s, ask: {text: "Is this fine?", at: start}}
      - {technique: kneading, where: thigh, duration: 10..20 s, rest: 5 s}
"""
"""The routine that the sessions of the seeds belong to."""
NOW = 1_000
"""When a session was kept, and is resumed."""


def seeds(target: str) -> Iterator[bytes]:
    """Give the seeds of a target."""
    yield from (path.read_bytes() for path in sorted((FOUND / target).glob("*")))
    yield from _MADE[target]()


def _routines() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted((ROOT / "examples" / "routines").rglob("*.yaml")))


def _read() -> Iterator[bytes]:
    yield from _routines()
    yield from (path.read_bytes() for path in _data_files())
    yield b'{"strokekit": 1, "title": "caf\\u00e9 \\ud83d\\ude00", "x-a": [null, 1.5], "sections": []}'
    yield b"a: &x [1, {b: *x}]\n? c\n: 'it''s'\nd: |2-\n    e\n\nf: >+\n  g\n\n...\n"
    yield "\ufeffa: 1\r\nb: 2\rc: é\u2028\n".encode()
    yield b'a = 1979-05-27T07:32:00Z\n[[b]]\nc.d = {e = """f\n""", g = [1, 2.5, true]}\n'


def _data_files() -> Iterable[Path]:
    return sorted(path for ending in ("yaml", "toml") for path in (ROOT / "examples" / "plugins").rglob(f"src/**/*.{ending}"))


def _literals() -> Iterator[bytes]:
    from strokekit.literals import KINDS

    written = (
        *("3..5", "~40 s", "1 min 30 s each side", "few_seconds", "20 ml", "3 finger_widths below left elbow", "40..60 %"),
        *("beside spine", "knots or tight_areas in upper_back and shoulders", "elbow -> wrist -> elbow", "hands at hips"),
        *("light -> firm each repeat", "firm (2..3 walton)", "rising slowly if comfortable", "pain ..5", "toward heart"),
        *("left side_lying or right side_lying", "2 towel under head", "standing or kneeling beside hips", "not found knots"),
        *('{"min": "3 min", "max": "5 min", "each": "side"}', '{"any": ["oil", {"thing": "lotion"}]}', "unstated"),
    )
    for number in range(len(KINDS)):
        yield from (bytes([number]) + text.encode() for text in written)


@functools.cache
def routines() -> tuple[Any, ...]:
    """Give what the examples say, the wrong ones too."""
    from strokekit.formats import read_text

    outcomes = (read_text(text, syntax="yaml") for text in _routines())
    return tuple(outcome.value.data for outcome in outcomes if outcome.value is not None)


@functools.cache
def _played() -> Timeline:
    from strokekit.engine import Engine

    return Engine().fit(Engine().compose(Engine().loads(PLAYED))).require()


@functools.cache
def timeline() -> Any:
    """Give the JSON of a timeline."""
    from strokekit.model.timeline_json import timeline_json

    return timeline_json(_played())


@functools.cache
def course() -> Course:
    """Give the course that the sessions of the seeds belong to."""
    from strokekit.playing.timelines import course_of

    return course_of(_played())


@functools.cache
def session() -> Any:
    """Give the JSON of a session in which all kinds of things happened."""
    made = json.loads(list(_sessions())[-1])
    return {**made, "log": [{name: value for name, value in entry.items() if name != "at"} for entry in made["log"]]}


def _sessions() -> Iterator[bytes]:
    from strokekit.playing import events as e
    from strokekit.playing.keeping import snapshot
    from strokekit.playing.session import Session

    made = Session(first=course())
    run = (e.Start(end_by=60_000), e.Tick(), e.Answer(to="x", text="yes"), e.Extend(ms=-500), e.Pause(), e.Resume(), e.Skip())
    more = (e.Back(), e.Jump(to="x"), e.Substitute(title={"en": "Else"}), e.Worked(ms=9), e.Unreachable(why=("no",)), e.Slept())
    last = (e.Refit(ahead=course().segments[1:]), e.EndBy(), e.Done(), e.Restart(), e.Stop())
    events: tuple[e.Event, ...] = (*run, e.Enough(), *more, *last)
    for number, event in enumerate(events):
        made, _ = made.do(event, number * 500)
        yield snapshot(made, saved=NOW).encode()


def _timelines() -> Iterator[bytes]:
    yield json.dumps(timeline()).encode()


@functools.cache
def plugin() -> Any:
    """Give what the plugin file of an example says."""
    from strokekit.formats import read_text

    found = [read_text(path.read_bytes(), name=path.name).value for path in _data_files() if path.suffix == ".yaml"]
    return max((document.data for document in found if document is not None), key=lambda data: len(str(data)))


def _plugins() -> Iterator[bytes]:
    for path in _data_files():
        yield (b"\0" if path.suffix == ".yaml" else b"\2") + path.read_bytes()
    made = {"techniques": [{"id": "a", "title": "A", "family": "effleurage", "summary": "It is."}], "words": {"tool": []}}
    yield b"\1" + json.dumps(made).encode()
    yield b'\2title = "B"\n[[regions]]\nid = "b"\ntitle = "B"\n'


_MADE = {
    "reading": _read,
    "checking": _routines,
    "grafting": lambda: (bytes([number]) + bytes(range(16)) for number in range(len(routines()))),
    "rewriting": _routines,
    "literal": _literals,
    "timeline": _timelines,
    "session": _sessions,
    "plugin": _plugins,
}


@functools.cache
def words() -> tuple[str, ...]:
    """Give the words that a file may be made of: keys, ids, signs of the syntaxes."""
    from strokekit.engine import Engine

    schema = json.dumps(Engine().schema())
    keys = {part for part in schema.split('"') if part.isidentifier() and len(part) > 1}
    catalog = Engine().catalog
    signs = (
        "- ",
        ": ",
        "? ",
        "&a ",
        "*a",
        "!t ",
        "|\n",
        ">-\n",
        "---\n",
        "...\n",
        "<<: ",
        "\n  ",
        "{",
        "}",
        "[",
        "]",
        "''",
        '\\"',
    )
    more = ("x-a", "null", "1.5", "1:30", "yes", "0x1F", "1e999", "NaN", "\\ud800", "\ufeff", "\u2028", " -> ", "..", "~", "$")
    return tuple(sorted({*keys, *catalog.techniques, *catalog.regions, *signs, *more}))
