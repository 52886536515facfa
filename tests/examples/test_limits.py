"""What unrolls too far ends in an error: the limits are arguments, and each is met by a routine just beyond it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from strokekit import Engine
from strokekit.composing import compose
from strokekit.formats import Limits
from strokekit.timing import make_timeline

STEP = {"technique": "kneading", "id": "knead", "where": "calf", "duration": "1 s"}


def routine(steps: list[Any], **more: Any) -> str:
    """Write a routine of one section."""
    section = {"id": "legs", "position": "prone", "steps": steps}
    return json.dumps({"strokekit": 1, "title": "Much", "contraindications": "none_reviewed", "sections": [section], **more})


def chain(length: int) -> dict[str, Any]:
    """Parts that include each other in a row."""
    parts = {f"p{i}": {"steps": [{"include": f"p{i + 1}", "id": f"to{i + 1}"}]} for i in range(length)}
    return {**parts, f"p{length}": {"steps": [STEP]}}


TWICE = routine([{"id": "twice", "repeat": 2, "steps": [{"id": "times", "repeat": 4, "steps": [STEP]}]}])
"""Eight cues of one step, in two passes of two blocks."""


@pytest.mark.parametrize(("limit", "names"), [(12, []), (11, ["too-many-steps"])], ids=["at the limit", "beyond"])
def test_cues(limit: int, names: list[str]) -> None:
    """A timeline unrolls to so many cues and no further."""
    engine = Engine()
    outcome = make_timeline(engine.compose(engine.loads(TWICE)).require(), engine.catalog, limit=limit)

    assert [diagnostic.name for diagnostic in outcome.report.errors] == names


@pytest.mark.parametrize(("limit", "names"), [(4, []), (3, ["too-many-steps"])], ids=["at the limit", "beyond"])
def test_nodes(limit: int, names: list[str]) -> None:
    """A plan of a section with three steps, four nodes, is made at that limit and no further."""
    engine = Engine()
    steps = [{**STEP, "id": f"knead_{number}"} for number in range(3)]
    outcome = compose(engine.loads(routine(steps)).require(), engine.catalog, limit=limit)

    assert [diagnostic.name for diagnostic in outcome.report.errors] == names


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (Limits(depth=3), "too-deep"),
        (Limits(nodes=5), "too-many-nodes"),
        (Limits(size=100), "too-large"),
    ],
    ids=["depth", "nodes", "size"],
)
def test_texts(limits: Limits, name: str) -> None:
    """A text is read to its limits and no further."""
    assert [diagnostic.name for diagnostic in Engine(limits=limits).loads(routine([STEP])).report.errors] == [name]


def test_includes_in_includes() -> None:
    """Parts that stand in one another too deep are an error, of which the chain is told."""
    report = Engine().compose(Engine().loads(routine([{"include": "p0", "id": "first"}], parts=chain(80)))).report

    assert [diagnostic.name for diagnostic in report.errors] == ["steps-too-deep"]


def test_a_cycle_prints_its_chain() -> None:
    """A part that includes itself by way of others is an error that names each of them."""
    parts = {a: {"steps": [{"include": b, "id": f"{a}_{b}"}]} for a, b in (("a", "b"), ("b", "c"), ("c", "a"))}
    report = Engine().compose(Engine().loads(routine([{"include": "a", "id": "first"}], parts=parts))).report

    assert [diagnostic.message for diagnostic in report.errors] == ["`a` includes itself: a -> b -> c -> a"]
