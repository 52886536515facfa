"""The schemas of the JSON outputs: they accept what is really written, and refuse what is not like it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from strokekit.diagnostics import Edit, Fix, Related, Report, diagnose
from strokekit.formats.source import Source
from strokekit.reporting.json_report import report_json
from tests.cli.running import BAD, GOOD, ROOT, UNKNOWN, WARNED, strokekit

EXAMPLES = sorted((ROOT / "examples").rglob("*.routine.*"))
COMMANDS = {
    "report": ("check", "--format", "json"),
    "time": ("time", "--format", "json"),
    "timeline": ("render", "--to", "json"),
    "techniques": ("techniques", "--format", "json"),
    "regions": ("regions", "--format", "json"),
    "renderers": ("renderers", "--format", "json"),
    "strokes": ("render", "--to", "strokes"),
    "plugins": ("plugins", "--load", "--format", "json"),
    "codes": ("explain", "--format", "json"),
}
VERSIONS = {"time": 2, "timeline": 3}
"""The outputs that are no longer in their first version."""
HOSTILE = {
    "nothing": "",
    "no text": b"\xff\xfe\x00",
    "half a character": '{"strokekit": 1, "title": "\\ud83d"}',
    "an escape": '{"strokekit": 1, "\\u001b[2J": "\\n"}',
    "a list": "[]",
    "deep": "[" * 300,
    "twice": "title: a\ntitle: b",
    "long": f"strokekit: 1\n{'k' * 500}: {'v' * 500}\n",
    "slashes": "strokekit: 1\n'a/b~c': {'': 1}\n",
}
RICH = """\
strokekit: 1
title: {en: Everything, de: Alles}
language: en
extent: part
recipient: adult
booking: {table: 20 min}
variants:
  short: {title: Short, sections: [start, legs]}
values:
  passes: {type: count, default: 2, min: 1, max: 6}
  warm: {type: boolean, default: true}
sections:
  - id: start
    phase: preparation
    steps:
      - {say: Welcome, id: welcome}
      - {action: play_music, id: music, when: wanted, lasts: routine}
      - {action: rub_hands, id: rub, when: value warm = false}
  - id: legs
    position: prone
    steps:
      - steps:
          - technique: kneading
            id: work
            where: [calf, thigh]
            ask: "All right?"
            caution: {text: Slow, at: 50%}
            rest: 5 s
            duration: 1 min
          - choose: 1
            id: pick
            from:
              - {technique: friction, id: one, where: calf}
              - {technique: holding, id: two, where: foot, duration: 10 s}
        id: both
        sides: each
        repeat: $passes
      - {technique: circles, id: back, where: lower_back, avoid: {spine: no_pressure}, duration: 2..3 min}
      - {checkpoint: 1..90 min, id: mark}
      - for_each: {toe: 1..2}
        id: toes
        steps: [{technique: kneading, id: toe, where: this toe, stages: [{duration: 2 s}, {duration: 3 s}]}]
      - {free: region, id: spare, where: foot, duration: 1 min, share: 1..99%}
"""
"""A routine with every kind of cue, row and total that the outputs hold."""


def _schema(name: str) -> Any:
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))


def _faults(name: str, made: Any) -> list[str]:
    return [f"{list(fault.path)}: {fault.message}" for fault in Draft202012Validator(_schema(name)).iter_errors(made)]


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object of a schema that describes a mapping with named keys."""
    if isinstance(schema, dict):
        if "properties" in schema and schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from _objects(part)
    for part in schema if isinstance(schema, list) else ():
        yield from _objects(part)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_schema_is_one(name: str) -> None:
    """Of the dialect that it names, with its own id, closed, and with every key described."""
    schema = _schema(name)
    Draft202012Validator.check_schema(schema)
    objects = list(_objects(schema))
    told = schema["$defs"]

    assert (schema["$schema"], schema["$id"]) == (
        "https://json-schema.org/draft/2020-12/schema",
        f"tag:strokekit,2026:schema:{name}:{VERSIONS.get(name, 1)}",
    )
    assert [found for found in objects if found.get("additionalProperties") is not False] == []
    assert [
        key
        for found in objects
        for key, part in found["properties"].items()
        if not (part.get("description") or told[part["$ref"].rpartition("/")[2]].get("description"))
    ] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("name", ["report", "time", "timeline", "strokes"])
def test_examples_are_described(name: str, path: Any) -> None:
    """What the commands write about every example fits the schema, as far as they write anything."""
    ran = strokekit(*COMMANDS[name], str(path))

    assert (_faults(name, ran.json) if ran.out else []) == []
    assert ran.out != "" or (name != "report" and ran.code == 1)  # with a plugin missing there is an error, and a plan


@pytest.mark.parametrize("name", ["techniques", "regions", "renderers", "codes"])
@pytest.mark.parametrize("one", [False, True], ids=["all", "one"])
def test_lists_are_described(name: str, one: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """All entries and a single one fit the schema."""
    made = strokekit(*COMMANDS[name]).json
    if one:
        made = strokekit(*COMMANDS[name], made[name][0]["code" if name == "codes" else "id"]).json

    assert _faults(name, made) == []
    assert (len(made[name]) == 1) == one


@pytest.mark.parametrize("name", ["report", "time", "timeline", "strokes"])
@pytest.mark.parametrize("text", [GOOD, WARNED, RICH], ids=["good", "warned", "rich"])
def test_routines_are_described(name: str, text: str) -> None:
    """So do the outputs about a routine with every kind of cue, row and total."""
    ran = strokekit(*COMMANDS[name], "-", stdin=text)

    assert (ran.code, _faults(name, ran.json)) == (0, [])


@pytest.mark.parametrize("name", ["time", "timeline"])
def test_fits_are_described(name: str) -> None:
    """So do they about a fit, in which everything is exact."""
    ran = strokekit(*COMMANDS[name], "--fit", "15 min", "-", stdin=RICH)

    assert (ran.code, _faults(name, ran.json)) == (0, [])
    assert (ran.json["fitted"]["total"] if name == "time" else ran.json["length"]) == 900_000


def test_the_rich_routine_has_every_kind_of_cue() -> None:
    """The test above would mean little otherwise."""
    made = strokekit(*COMMANDS["timeline"], "-", stdin=RICH).json

    assert {cue["kind"] for cue in made["cues"]} == {"step", "rest", "say", "ask", "caution", "checkpoint"}
    assert strokekit(*COMMANDS["time"], "-", stdin=RICH).json["left_out"] != []


def test_unknown_times_are_described() -> None:
    """Null stands for what nobody knows."""
    made = strokekit(*COMMANDS["time"], "-", stdin=UNKNOWN.replace(", duration: 2..4 min", "")).json

    assert (made["total"]["ideal"], _faults("time", made)) == (None, [])


@pytest.mark.parametrize("text", [*HOSTILE.values(), BAD, UNKNOWN], ids=[*HOSTILE, "bad", "unknown"])
def test_reports_on_hostile_texts_are_described(text: str | bytes) -> None:
    """Whatever the text, the report is JSON and fits."""
    ran = strokekit(*COMMANDS["report"], "-", stdin=text)

    assert (ran.code, _faults("report", ran.json)) == (1, [])


def test_a_report_with_everything_is_described() -> None:
    """Repairs and other places too."""
    span = Source("a", "text").span(0, 4)
    fix = Fix(title="write it", edits=(Edit(start=0, end=4, text=""),), safe=True)
    related = Related(message="here", file="a", pointer="/a~1b")
    made = report_json(Report.of([diagnose("unknown-id", id="x", span=span, fix=fix, related=[related])]), 1)

    assert _faults("report", made) == []


def _broken(made: Any) -> Iterator[tuple[str, Any]]:
    """The output with one key taken away, one added, or one value of another type, for every mapping in it."""
    yield "another version", {**made, "version": 99}
    for key in made:
        yield f"without {key}", {name: part for name, part in made.items() if name != key}
        yield f"{key} is a fraction", {**made, key: 0.5}
    yield "one key more", {**made, "extra": 1}
    for key, parts in made.items():
        if isinstance(parts, list) and parts and isinstance(parts[0], dict):
            yield f"one key more in {key}", {**made, key: [{**parts[0], "extra": 1}]}
            for inner in set(parts[0]) - {"text"}:
                yield f"{key} without {inner}", {**made, key: [{name: part for name, part in parts[0].items() if name != inner}]}


@pytest.mark.parametrize("name", COMMANDS)
def test_broken_outputs_are_refused(name: str) -> None:
    """A schema that accepts everything would describe nothing."""
    text = BAD if name == "report" else GOOD
    argv = COMMANDS[name] if name in ("techniques", "regions", "renderers", "plugins", "codes") else (*COMMANDS[name], "-")
    made = strokekit(*argv, stdin=text).json
    validator = Draft202012Validator(_schema(name))

    assert validator.is_valid(made)
    assert [what for what, broken in _broken(made) if validator.is_valid(broken)] == []
