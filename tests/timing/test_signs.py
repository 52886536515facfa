"""The signs that end more than one cue: which cues they are of, what is written of them, and that they are read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from strokekit.model.timeline import Sign
from strokekit.model.timeline_json import read_timeline, timeline_json
from tests.plans import document, timeline_of

KNEAD = "{technique: kneading, id: k, where: calf, duration: 10 s, say: {text: Well, at: 5 s}}"
OTHER = "{technique: holding, id: x, where: calf, duration: 2 s}"
BLOCK = document(f"- {{id: b, until: slack, repeat: 2..4, steps: [{KNEAD}]}}\n- {OTHER}")
HERE = "/sections/0/steps/0"


def test_a_block_gives_its_sign_to_its_steps() -> None:
    """Also to the passes; words within have none, and what comes after is free of it."""
    sign = Sign(name="b", until="slack", most=40_000, origin=HERE)

    assert [(cue.kind, cue.name, cue.signs) for cue in timeline_of(BLOCK).cues] == [
        ("step", "k", (sign,)),
        ("say", "k", ()),
        ("step", "k#2", (sign,)),
        ("say", "k#2", ()),
        ("step", "k#3", (sign,)),
        ("say", "k#3", ()),
        ("step", "x", ()),
    ]


@pytest.mark.parametrize(
    ("steps", "most"),
    [
        (
            "{technique: stroking, id: h, where: calf, duration: 30 s, until: slack, interspersed: {EVERY, steps: [OTHER]}}",
            30_000,
        ),
        ("{technique: stroking, id: h, where: calf, until: slack, interspersed: {EVERY, steps: [OTHER]}}", None),
        ("{id: h, until: slack, sides: each, steps: [OTHER]}", None),
        ("{id: h, duration: ..20 s, until: slack, steps: [OTHER]}", 20_000),
    ],
    ids=["interrupted, bounded", "interrupted, open", "sides, open", "a block with a time"],
)
def test_how_long_all_of_it_may_take(steps: str, most: int | None) -> None:
    """The bound is that of the whole, where there is one."""
    cues = timeline_of(document(f"- {steps.replace('OTHER', OTHER).replace('EVERY', 'every: 10 s')}")).cues

    assert {cue.signs for cue in cues if cue.kind == "step"} == {(Sign(name="h", until="slack", most=most, origin=HERE),)}


def test_a_block_in_a_block_has_both() -> None:
    """The outermost first; each pass of the inner one has a sign of its own."""
    steps = f"- {{id: out, until: slack, repeat: 2, steps: [{{id: in, until: tissue_softens, steps: [{OTHER}]}}]}}"

    assert [[sign.name for sign in cue.signs] for cue in timeline_of(document(steps)).cues] == [["out", "in"], ["out", "in#2"]]


def test_signs_are_written_where_there_are_any() -> None:
    """With the line of their block, as the schema says; and read back."""
    schema = json.loads((Path(__file__).parents[2] / "schemas" / "timeline.schema.json").read_text("utf-8"))
    timeline = timeline_of(BLOCK)
    made = timeline_json(timeline)

    assert made["cues"][0]["signs"] == [{"name": "b", "until": "slack", "most": 40_000, "origin": HERE, "line": 8}]
    assert ["signs" in cue for cue in made["cues"]] == [True, False] * 3 + [False]
    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(made)] == []
    assert read_timeline(made) == timeline
