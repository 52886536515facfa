"""The timeline as JSON: what a step's dose looks like there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.plans import document, engine, timeline_of


def dose(fields: str) -> dict[str, Any]:
    """Give the dose of a step as the JSON of its timeline holds it."""
    made = engine().render(timeline_of(document(f"- {{technique: kneading, id: k, where: calf, {fields}}}")), to="json")
    return next(cue["work"]["dose"] for cue in json.loads(made)["cues"] if cue["kind"] == "step")


@pytest.mark.parametrize(
    ("fields", "name", "expected"),
    [
        ("breath: unstated", "breath", "unstated"),
        ("breath: exhale", "breath", "exhale"),
        ("repeat: unstated", "repeat", "unstated"),
        ("repeat: {min: 3, max: 5}", "repeat", "3..5"),
        ("stages: [{pressure: light}, {pressure: firm}]", "stages", [{"pressure": "light"}, {"pressure": "firm"}]),
    ],
    ids=["an unstated word", "a word", "an unstated amount", "a long form", "stages"],
)
def test_the_dose_of_a_step(fields: str, name: str, expected: Any) -> None:
    """Every field stands there in its shortest form, also where the author says that nothing is stated."""
    assert dose(fields)[name] == expected
