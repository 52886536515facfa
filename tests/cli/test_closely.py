"""`strokekit time --load` and `--explain`: as text, as JSON beside the times, and what can't be shown."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.cli.running import ROOT, strokekit

TEXT = """\
strokekit: 1
title: Back
contraindications: none_reviewed
defaults: {lubricant: oil}
sections:
  - id: back
    position: prone
    therapist: standing beside hips
    steps:
      - {technique: kneading, id: knead, where: upper_back, tool: fingers and thumbs, duration: 3 min, lubricant: oil}
      - {technique: circles, id: round, where: lower_back, tool: thumbs, duration: 2 min, therapist: kneeling at head}
      - {technique: stroking, id: stroke, where: back, duration: 1 min}
"""
TEXT = TEXT.replace("defaults: {lubricant: oil}\n", "")
LOAD = """\
Hands on                         6 min
By what touches the client
  finger and thumb               3 min   50%
  thumb                          2 min   33%
  not said                       1 min   16%
By stance and place
  standing beside hip            3 min   50%
  kneeling at head               3 min   50%
Each tool, alone or with others
  thumb                          5 min
  finger                         3 min

With the thumbs: 5 min, at most 3 min unbroken; of 1 min nobody says with what
Changes of the therapist{s} stance or place: 1
Changes of the client{s} position: 0
Turning over: 0
Longest stretch without a pause or a change: 3 min (standing beside hip), from 0 s to 3 min, knead to knead
""".format(s="\u2019s")


def test_the_load() -> None:
    """A table by tool and posture, then what is counted; the shares are of the time with hands on the client."""
    ran = strokekit("time", "-", "--load", stdin=TEXT)

    assert (ran.out, ran.code) == (LOAD, 0)


@pytest.mark.parametrize(
    ("tool", "words"),
    [
        ("tool: thumbs, ", "With the thumbs: 1 min, at most 1 min unbroken"),
        ("tool: palms, ", "With the thumbs: 0 s, at most 0 s unbroken"),
        ("", "With the thumbs: nothing is said to be; of 1 min nobody says with what"),
    ],
    ids=["thumbs", "other tools", "no tool"],
)
def test_silence_is_no_praise(tool: str, words: str) -> None:
    """Where nobody says what touches, that is told beside what is known of the thumbs."""
    step = f"{{technique: kneading, where: calf, {tool}duration: 1 min}}"
    text = f"strokekit: 1\ntitle: x\ncontraindications: none_reviewed\nsections: [{{id: a, steps: [{step}]}}]\n"

    assert words in strokekit("time", "-", "--load", stdin=text).out.splitlines()


def test_an_explanation() -> None:
    """A few lines on one step."""
    ran = strokekit("time", "-", "--explain", "round", "--stdin-filename", "/home/me/back.routine.yaml", stdin=TEXT)

    assert ran.out.splitlines() == [
        "round: Circles, 2 min, from 3 min 10 s to 5 min 10 s",
        "  Written in back.routine.yaml, line 10",
        "  In the section “back”",
        "  Technique or action: circles",
        "  The length rests on the author",
        "  By itself 2 min, at least 2 min, at most 2 min",
        "  It has its ideal length",
    ]


def test_both_and_several() -> None:
    """The load stands first, then each explanation in the order of the call."""
    out = strokekit("time", "-", "--explain", "stroke", "--load", "--explain", "knead", stdin=TEXT).out

    assert [line for line in out.splitlines() if line[:1].strip()][-2:] == [
        "stroke: Stroking, 1 min, from 5 min 10 s to 6 min 10 s",
        "knead: Kneading, 3 min, from 0 s to 3 min",
    ]
    assert out.startswith("Hands on")


def test_json_has_them_beside_the_times() -> None:
    """The times stay as they are; the schema describes what is added."""
    plain = strokekit("time", "-", "--format", "json", stdin=TEXT).json
    close = strokekit("time", "-", "--format", "json", "--load", "--explain", "knead", stdin=TEXT).json
    schema = json.loads((ROOT / "schemas" / "time.schema.json").read_text(encoding="utf-8"))

    assert {key: close[key] for key in plain} == plain
    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(close)] == []
    assert (close["load"]["thumbs"], close["load"]["unknown"]) == ({"tool": "thumb", "ms": 300_000, "longest": 180_000}, 60_000)
    assert [(one["name"], one["place"]["line"], one["basis"]) for one in close["explanations"]] == [("knead", 9, "stated")]


@pytest.mark.parametrize("key", ["hands_on", "contacts", "static", "thumbs"])
def test_a_load_that_lacks_something_is_refused(key: str) -> None:
    """The schema is closed and whole."""
    made = strokekit("time", "-", "--format", "json", "--load", stdin=TEXT).json
    schema = json.loads((ROOT / "schemas" / "time.schema.json").read_text(encoding="utf-8"))
    less = {**made, "load": {name: part for name, part in made["load"].items() if name != key}}

    assert Draft202012Validator(schema).is_valid(made)
    assert not Draft202012Validator(schema).is_valid(less)


def test_a_name_that_is_not_there() -> None:
    """A wrong call, with the name that may be meant."""
    ran = strokekit("time", "-", "--explain", "kneed", stdin=TEXT)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("strokekit time: error: nothing in the timeline is called 'kneed': did you mean knead?\n")


def test_an_unknown_time_leaves_no_load() -> None:
    """Without a timeline there is nothing to sum up; the steps of unknown time are named."""
    text = TEXT.replace("duration: 1 min}", "}\n      - {unlisted: 2, id: more}").replace("where: back, }", "where: back}")
    ran = strokekit("time", "-", "--load", stdin=text)

    assert (ran.code, ran.out) == (1, "")
    assert "nothing says how long `more` takes" in ran.err
