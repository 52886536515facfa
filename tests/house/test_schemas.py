"""The published schema of routine files is current, valid, small enough, and says something of every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from strokekit.engine import Engine
from strokekit.formats.schema import Backend, Validator, check_schema
from strokekit.literals import KINDS
from strokekit.plugins.declarations import Technique
from strokekit.reading.step_shapes import deed_shape

SCHEMA = Path(__file__).parents[2] / "schemas" / "routine.schema.json"
MADE = Engine().schema()
DEFS = MADE["$defs"]
ASKED = {
    ".then.parts",
    ".else.sections",
    ".$defs.step.technique.technique",
    ".$defs.step.action.action",
}
"""Where a key is named again to ask for it, or to list its ids; what it means stands where its shape is chosen."""


def keys(shape: Any, way: str = "") -> Iterator[tuple[str, Any]]:
    """Go through the keys that a schema names, with the schema of each; long forms of literals speak for themselves."""
    if isinstance(shape, dict):
        for name, inner in shape.get("properties", {}).items():
            if inner is not False:
                yield f"{way}.{name}", inner
        for name, inner in shape.items():
            if name not in ("examples", "default", "if") and not (way == ".$defs" and name in KINDS):
                yield from keys(inner, f"{way}.{name}")
    elif isinstance(shape, list):
        for inner in shape:
            yield from keys(inner, way)


def followed(shape: dict[str, Any]) -> dict[str, Any]:
    """A schema with what it refers to."""
    return {**followed(DEFS[shape["$ref"].rpartition("/")[2]]), **shape} if "$ref" in shape else shape


def test_the_schema_is_current() -> None:
    """The file is what `strokekit schema -o schemas/routine.schema.json` writes with the built-ins alone."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == MADE


def test_the_schema_is_a_schema() -> None:
    """It keeps to the metaschema of draft 2020-12."""
    assert check_schema(MADE) == []


@pytest.mark.parametrize("backend", ["jsonschema", "jsonschema-rs"])
def test_the_schema_compiles(backend: Backend) -> None:
    """Both validators can use it, and it refuses an empty file for what is missing."""
    faults = Validator(MADE, backend=backend).faults({})

    assert [fault.params["missing"] for fault in faults] == ["sections", "strokekit", "title"]


def patterns(shape: Any) -> Iterator[str]:
    """Go through all patterns, of keys too."""
    if isinstance(shape, dict):
        yield from shape.get("patternProperties", {})
        yield from [shape["pattern"]] if isinstance(shape.get("pattern"), str) else []
    for inner in shape.values() if isinstance(shape, dict) else shape if isinstance(shape, list) else ():
        yield from patterns(inner)


def test_patterns_mean_the_same_to_everybody() -> None:
    """Engines differ about which ends of lines `.` leaves out, and about letters and spaces of other scripts: none is written."""
    outside = [re.sub(r"\[(?:\\.|[^]\\])*\]|\\[^dswbDSWB]", "", pattern) for pattern in patterns(MADE)]

    assert len(outside) > 100
    assert [pattern for pattern in outside if "." in pattern or re.search(r"\\[swbSWBD]", pattern)] == []


def test_every_key_is_described() -> None:
    """Editors show a description for every key, and an example unless its few values are listed anyway, or its many ids."""
    bare = []
    for way, shape in keys(MADE):
        whole = followed(shape)
        shown = {"examples", "enum", "const", "default"} & set(whole) or whole.get("type") in ("boolean", "array", "object")
        if "description" not in whole and way not in ASKED:
            bare.append(f"{way}: no description")
        if not shown and way not in ASKED and not way.endswith((".technique", ".action")):
            bare.append(f"{way}: no example")

    assert bare == []


@pytest.mark.parametrize(
    ("key", "default"),
    [("language", "en"), ("extent", "whole"), ("contraindications", "unknown"), ("kind", "routine"), ("recipient", "unstated")],
)
def test_defaults_of_the_document(key: str, default: str) -> None:
    """What holds in silence stands in the schema."""
    assert MADE["properties"][key]["default"] == default


@pytest.mark.parametrize(("key", "default"), [("expect", True), ("optional", False), ("priority", "normal")])
def test_defaults_of_nodes(key: str, default: object) -> None:
    """What holds in silence stands in the schema."""
    assert DEFS[f"node.{key}"]["default"] == default


def test_closed_shapes_let_extras_pass() -> None:
    """Whatever is closed has a door for `x-` keys."""
    closed = [name for name, shape in DEFS.items() if shape.get("additionalProperties") is False]

    assert closed
    assert [name for name in closed if "^x-" not in DEFS[name]["patternProperties"]] == []


def test_a_deprecated_technique_is_marked() -> None:
    """Editors strike a deprecated technique through, and say what to use instead."""
    old = Technique(id="old", title="Old", family="x", summary="An old way.", deprecated="Use `kneading`.")
    shape = deed_shape(old, "technique")

    assert (shape["deprecated"], shape["description"]) == (True, "An old way. Use `kneading`.")
    assert "deprecated" not in deed_shape(Technique(id="new", title="New", family="x", summary="A new way."), "technique")


def test_the_schema_stays_small() -> None:
    """Shared keys are written once: an editor loads the whole on every start."""
    assert len(json.dumps(MADE)) < 240_000
    assert SCHEMA.stat().st_size < 400_000


@pytest.mark.parametrize("technique", Engine().catalog.techniques.values(), ids=lambda technique: technique.id)
def test_each_technique_has_the_keys_of_its_own_shape(technique: Technique) -> None:
    """What techniques share by a reference are just the keys that each of them takes, with the same meaning."""
    head = "technique" if technique.hands_on else "action"
    own = DEFS[f"{head}.{technique.id}"]
    (shared,) = (DEFS[part["$ref"].rpartition("/")[2]] for part in own["allOf"])
    whole = deed_shape(technique, head)

    assert shared["additionalProperties"] is False
    assert {**shared["properties"], **own["properties"]} == whole["properties"]
    assert own.get("required", shared["required"]) == whole["required"]
