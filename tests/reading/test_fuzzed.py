"""Documents that a fuzzer found: each once made reading or checking fail, and is now reported like any other."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine
from tests.plans import document

STEP = "- {technique: kneading, where: calf}"
SCALES = "scales: {own: {title: Own, low: 1, high: 3, levels: {much: A lot}}}"


@pytest.mark.parametrize("backend", ["jsonschema", "jsonschema-rs"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (document("- {technique: kneading, where: calf, stages: {pressure: light}}"), {"wrong-type"}),
        (document(STEP, head=SCALES), {"wrong-form"}),
        (document(STEP, head='sources: {"3": {technique: kneading}}'), {"wrong-form", "missing-key", "unknown-key"}),
        (document(STEP, head="equipment: {oil: {forbid: [{a: b}]}}"), {"wrong-type"}),
    ],
    ids=["stages that are no list", "a level that is no number", "a key of digits", "a mapping among names"],
)
def test_found_by_fuzzing(text: str, expected: set[str], backend: str) -> None:
    """Neither back-end makes the check fail, and the report says what is wrong."""
    engine = Engine(backend=backend)  # type: ignore[arg-type]

    assert {d.name for d in engine.check(engine.read_text(text, name="r.yaml")).errors} == expected
