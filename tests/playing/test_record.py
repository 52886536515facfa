"""The record of a session: sums, what became of each step, answers, and the draft in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
from jsonschema import Draft202012Validator

from strokekit.playing import events as e
from strokekit.playing.record import record_json, record_of
from strokekit.playing.record_text import record_markdown
from strokekit.playing.session import Session
from strokekit.rendering.cards import escape_markdown
from strokekit.rendering.messages import Messages
from strokekit.rendering.phrases import Phrases
from tests.plans import engine
from tests.playing.courses import SHORT, course, even, play

SCHEMA = Path(__file__).parents[2] / "schemas" / "record.schema.json"


def _eventful() -> Session:
    """Make a session in which everything happens."""
    return play(
        SHORT,
        (0, e.Start()),
        (20, e.Pause()),
        (50, e.Resume()),
        (60, e.Extend(ms=30_000)),
        (70, e.Substitute(technique="gliding", title={"en": "Long strokes"})),
        (80, e.Done()),
        (81, e.Skip()),
        (97, e.Answer(to="b:ask", text="a little | *too* firm")),
        (101, e.Done()),
        (103, e.Stop()),
    )[0]


def test_sums() -> None:
    """Minutes by technique, place, side and pressure are those of the hands-on time, pauses left out."""
    record = record_of(_eventful())

    assert (record.status, record.planned, record.actual, record.paused, record.hands_on) == (
        "stopped", 115_000, 73_000, 30_000, 70_000,
    )  # fmt: skip
    assert record.by_technique == {"kneading": 40_000, "holding": 20_000, "gliding": 10_000}
    assert record.by_region == {"calf": 60_000, "thigh": 10_000}
    assert record.by_side == {"left": 50_000, "right": 20_000}
    assert record.by_pressure == {"gentle": 20_000, "": 50_000}


def test_what_became_of_each_step() -> None:
    """Done, left out, broken off; what was extended, and done instead."""
    deeds = record_of(_eventful()).deeds

    assert [(deed.name, deed.planned, deed.actual, deed.became, deed.extended, deed.instead_of) for deed in deeds] == [
        ("a", 60_000, 50_000, "done", 30_000, "kneading"),
        ("a:rest", 5_000, 1_000, "skipped", 0, ""),
        ("b", 30_000, 20_000, "done", 0, ""),
        ("c", 20_000, 2_000, "part", 0, ""),
    ]


def test_what_was_never_reached() -> None:
    """What was jumped over was left out; what lies ahead is open; what a later fit takes out is dropped."""
    jumped = play(SHORT, (0, e.Start()), (1, e.Jump(to="b")))[0]
    fitted, _ = play(SHORT, (0, e.Start()))[0].do(e.Refit(ahead=SHORT.segments[3:]), 0)

    assert [deed.became for deed in record_of(jumped).deeds] == ["part", "skipped", "part", "open"]
    assert [deed.became for deed in record_of(fitted).deeds] == ["part", "dropped", "dropped", "open"]


def test_answers_stand_in_the_record_alone() -> None:
    """With their question; a `repr` does not show them."""
    record = record_of(_eventful())

    assert [(one.name, dict(one.question), one.text) for one in record.replies] == [
        ("b:ask", {"en": "Is this too firm?"}, "a little | *too* firm")
    ]
    assert "too* firm" not in repr(record)


def _faults(made: Any) -> list[str]:
    return [fault.message for fault in Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).iter_errors(made)]


def test_json_is_described() -> None:
    """The schema takes what is written, and nothing like it."""
    made = json.loads(record_json(record_of(_eventful())))
    other = json.loads(record_json(record_of(play(SHORT, (0, e.Start(end_by=90_000)), refit=even)[0])))

    assert (_faults(made), _faults(other)) == ([], [])
    for key in made:
        assert _faults({name: part for name, part in made.items() if name != key}), key
    assert _faults({**made, "extra": 1})
    assert _faults({**made, "deeds": [{**made["deeds"][0], "extra": 1}]})


def test_the_draft_in_words() -> None:
    """Plain words, whole tables, and no text of a person that becomes markup."""
    phrases = Phrases(Messages(engine().catalog))

    assert record_markdown(record_of(_eventful()), phrases, escape_markdown) == DRAFT


def test_the_draft_of_nothing() -> None:
    """A session that is not begun has a head and no tables of work."""
    text = record_markdown(record_of(Session(first=course())), Phrases(Messages(engine().catalog)), escape_markdown)

    assert text.splitlines()[4:] == ["- Worked: 0 s; planned: 0 s", "- Hands on the client: 0 s"]


def test_no_medical_words() -> None:
    """The draft says what was done, and never that it helped, healed or treated anything."""
    assert not [word for word in ("treat", "heal", "pain", "relie", "improve", "safe", "diagnos") if word in DRAFT.lower()]


def test_a_record_of_a_course_that_was_fitted_keeps_what_was_planned() -> None:
    """Planned is what the session began with."""
    session, _ = play(SHORT, (0, e.Start(end_by=100_000)), refit=even)

    assert [deed.planned for deed in record_of(session).deeds] == [60_000, 5_000, 30_000, 20_000]
    assert attrs.evolve(record_of(session)).planned == 115_000


DRAFT = """\
# Session: Test

A draft for the therapist’s notes, made from what was played (strokekit ). It says what was done and how long, not what it did for anybody; read it before you keep it.

- Worked: 1 min 13 s; planned: 1 min 55 s
- Hands on the client: 1 min 10 s
- Pauses: 30 s
- Ended before its end

## Time by technique

| Technique | Time |
|---|---|
| kneading | 40 s |
| holding | 20 s |
| gliding | 10 s |

## Time by place

| Place | Time |
|---|---|
| calf | 1 min |
| thigh | 10 s |

## Time by side

| Side | Time |
|---|---|
| left | 50 s |
| right | 20 s |

## Time by pressure

| Pressure | Time |
|---|---|
| gentle | 20 s |
| not stated | 50 s |

## Steps

| Step | Planned | Done | Remark |
|---|---|---|---|
| Long strokes | 1 min | 50 s | made 30 s longer; instead of kneading |
| b | 30 s | 20 s |  |
| c | 20 s | 2 s | not done to its end |

## Questions to the client

- “Is this too firm?”: a little \\| \\*too\\* firm
"""  # noqa: E501, RUF001 - the draft as it is
