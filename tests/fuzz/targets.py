"""What is fuzzed: a function of bytes for each door of the library. It raises only where a law is broken.

A law here is one that holds for whatever comes in: nothing raises but what is announced, no value without an error comes out of
what can't be read, every place lies in its text, and what is written reads back as the same.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator
from typing import Any

from strokekit.diagnostics import Diagnostic, Outcome
from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.formats import Document, Limits, Source, read_text
from strokekit.formats.text import as_text
from strokekit.formats.toml_reader import read_toml
from strokekit.formats.yaml_reader import read_yaml, yaml_parser
from strokekit.literals import KINDS
from strokekit.model.timeline_json import read_timeline, timeline_text
from strokekit.playing.forms import event_of_json
from strokekit.playing.keeping import resume, snapshot
from strokekit.playing.record import record_json, record_of
from strokekit.playing.session import Entry, replay
from strokekit.playing.timelines import course_of
from strokekit.plugins.bare import plugin_from_text
from strokekit.reading.missing import of_missing_plugins
from tests.fuzz import seeds
from tests.fuzz.grafting import grafted

LIMITS = Limits(size=20_000, depth=30, nodes=2_000, scalar=2_000, diagnostics=50)
"""Smaller than the defaults, so that a run reaches every one of them in no time."""


@functools.cache
def engine() -> Engine:
    """Give the engine of all targets: the built-ins alone."""
    return Engine(limits=LIMITS)


def sound(outcome: Outcome[Any], text: str | bytes) -> None:
    """Hold what every outcome of a text keeps to."""
    assert outcome.value is not None or outcome.report.errors, "neither a value nor an error"
    length = len(text)
    for found in outcome.report:
        assert found.message, "a finding without words"
        assert "\n" not in found.message or "\n" in found.facts.get("found", "\n")
        for edit in found.fix.edits if found.fix else ():
            assert 0 <= edit.start <= edit.end <= length, "an edit beyond the text"
        for place in (found.span, *(other.span for other in found.related if other.file == found.file)):
            assert place is None or 0 <= place.start <= place.end <= length, "a place beyond the text"


def _text(data: bytes) -> str | None:
    text = as_text(data, name="a", limits=LIMITS)
    return None if isinstance(text, Diagnostic) else text


def reading(data: bytes) -> None:
    """Read bytes as YAML with both parsers, as JSON and as TOML."""
    sound(read_text(data, limits=LIMITS), data)
    text = _text(data)
    if text is None:
        return
    source = Source("a", text)
    quick, pure = (read_yaml(source, LIMITS, parser=yaml_parser(pure=pure)) for pure in (False, True))
    as_json = read_text(text, syntax="json", limits=LIMITS)
    for outcome in (quick, pure, as_json, read_toml(source, LIMITS)):
        sound(outcome, text)
        if outcome.value is not None:
            _located(outcome.value)
    if quick.ok and pure.ok:
        assert quick == pure, "the two parsers of YAML disagree"
    if as_json.ok:
        assert as_json.require().data == json.loads(text.removeprefix("\ufeff")), "JSON is read as something else"


def _located(document: Document) -> None:
    """Ask for every place in a document."""
    length = len(document.source.text)
    for pointer, value in _places(document.data):
        span = document.span(pointer)
        assert 0 <= span.start <= span.end <= length
        if isinstance(value, str):
            inner = document.inner_span(pointer, 0, len(value))
            assert span.start <= inner.start <= inner.end <= span.end


def _places(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    yield place, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inside:
        yield from _places(part, f"{place}/{str(key).replace('~', '~0').replace('/', '~1')}")


def checking(data: bytes) -> None:
    """Check bytes as a routine, and do with it what can be done."""
    text = _text(data)
    if text is not None:
        _checked(text)


def grafting(data: bytes) -> None:
    """Check a routine that bytes have changed: the first of them chooses which."""
    routines = seeds.routines()
    base = routines[(data or b"\0")[0] % len(routines)]
    _checked(json.dumps(grafted(base, data[1:], seeds.words())))


def _checked(text: str) -> None:
    made, document = engine(), engine().read_text(text)
    report = made.check(document)
    sound(Outcome(document.value, report), text)
    plan = made.compose(made.structure(document))
    sound(plan, text)
    excused = of_missing_plugins(report, made.catalog)
    assert plan.value is None or all(error in excused for error in report.errors), "a plan of a file that has errors"
    timeline = made.fit(plan)
    sound(timeline, text)
    if plan.value is not None:
        assert isinstance(made.render(plan.value, to="markdown"), str)
    if timeline.value is not None:
        again = read_timeline(timeline_text(timeline.value))
        assert again == timeline.value, "a timeline that does not come back"


def rewriting(data: bytes) -> None:
    """Lay out and migrate what can be read; both keep the meaning, and laying out twice changes nothing."""
    text = _text(data)
    if text is None:
        return
    made, document = engine(), engine().read_text(text)
    laid, moved = made.fmt(document), made.migrate(document)
    sound(laid, text)
    sound(moved, text)
    if laid.value is not None and document.value is not None:
        again = read_text(laid.value, syntax=document.value.syntax, limits=Limits())
        assert again.ok, "a layout that can't be read"
        assert again.require().data == document.value.data, "a layout that says something else"
        assert made.fmt(again).require() == laid.value, "a layout that is laid out in another way"


def literal(data: bytes) -> None:
    """Read a literal of a kind that the first byte chooses, from a text and from JSON; what is read is written and read again."""
    kinds = sorted(KINDS)
    kind, text = kinds[(data or b"\0")[0] % len(kinds)], data[1:].decode("utf-8", "replace")
    literals = engine().catalog.literals
    for written in (text, _json(text)):
        reading = literals.read(kind, written)
        assert (reading.value is None) == bool(reading.mistakes)
        if reading.value is not None:
            again = literals.read(kind, literals.write(kind, reading.value))
            assert again.value == reading.value, f"{kind}: {written!r} does not come back"


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def timeline(data: bytes) -> None:
    """Read a timeline that bytes have changed; what can be read drives a course and is written back."""
    _timeline(data)
    _timeline(json.dumps(grafted(seeds.timeline(), data, seeds.words())))


def _timeline(given: str | bytes) -> None:
    try:
        made = read_timeline(given)
    except UsageError:
        return
    assert read_timeline(timeline_text(made)) == made
    course_of(made)


def session(data: bytes) -> None:
    """Resume a session that bytes have changed; what can be resumed is kept and resumed again, and has a record."""
    made = grafted(seeds.session(), data, seeds.words())
    for text in (data.decode("utf-8", "replace"), json.dumps(made)):
        sound(resume(text, seeds.course(), now=seeds.NOW), text)
    log = made.get("log") if isinstance(made, dict) else None
    try:
        entries = [Entry(at=number * 500, event=event_of_json(found)) for number, found in enumerate(log or [])]
    except (KeyError, TypeError, ValueError, AttributeError):
        return
    run = replay(seeds.course(), entries)[0]
    assert resume(snapshot(run, saved=seeds.NOW), seeds.course(), now=seeds.NOW).require().player == run.player
    json.loads(record_json(record_of(run)))


def plugin(data: bytes) -> None:
    """Take bytes as a plugin's file in the syntax that the first byte chooses; one without mistakes makes a catalogue."""
    text = data[1:].decode("utf-8", "replace")
    _plugin(text, ("yaml", "json", "toml")[(data or b"\0")[0] % 3])
    _plugin(json.dumps(grafted(seeds.plugin(), data, seeds.words())), "json")


def _plugin(text: str, syntax: Any) -> None:
    made = plugin_from_text(text, syntax=syntax)
    assert all(str(found) for found in made.problems)
    if not made.problems:
        assert all(str(found) for found in Engine(plugins={"fuzzed": made}).check_plugins())


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reading": reading,
    "checking": checking,
    "grafting": grafting,
    "rewriting": rewriting,
    "literal": literal,
    "timeline": timeline,
    "session": session,
    "plugin": plugin,
}
"""Every target by its name."""
