"""`changed` gives what `attrs.evolve` gives."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest

from strokekit import Engine
from strokekit.model.changing import changed
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import PlanStep, steps_of

TEXT = (
    "strokekit: 1\ntitle: T\ncontraindications: none_reviewed\nsections:\n  - id: a\n    steps:\n"
    "      - {technique: kneading, where: calf, repeat: 3}\n"
)
ENGINE = Engine()
STEP = steps_of(ENGINE.compose(ENGINE.loads(TEXT)).require())[0]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"open": "finding", "targets": ()}, id="two"),
        pytest.param({"dose": {"repeat": STEP.dose["repeat"]}}, id="converted"),
    ],
)
def test_it_is_evolved(changes: dict[str, Any]) -> None:
    """Whatever changes; what it was made of is as it was."""
    before = copy.copy(STEP)
    made = changed(STEP, **changes)

    assert made == attrs.evolve(STEP, **changes)
    assert type(made.dose) is FrozenMap
    assert before == STEP


def test_what_is_made_is_a_whole_value() -> None:
    """It pickles, and nobody can change it."""
    made = changed(STEP, open="finding")

    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - what was just written
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.open = ""  # type: ignore[misc]  # that is the point


def test_a_field_that_is_not_there() -> None:
    """It is a mistake of the caller."""
    with pytest.raises(AttributeError):
        changed(STEP, opened="finding")


def test_the_class_keeps_to_what_is_asked() -> None:
    """A validator would not be run."""
    assert [field.name for field in attrs.fields(PlanStep) if field.validator is not None] == []
    assert not hasattr(PlanStep, "__attrs_post_init__")
