"""What the tests of reading share: fragments read to routines and steps, and literals to compare with."""

from __future__ import annotations

from typing import Any

from strokekit.engine import Engine
from strokekit.model.node import Node
from strokekit.model.routine import Routine
from tests.reading.mistakes import whole

ENGINE = Engine()
STEP = "/sections/0/steps/0"
"""Where the first step of a fragment stands."""


def read(fragment: str) -> Routine:
    """Read a fragment that holds no error."""
    return ENGINE.loads(whole(fragment), name="r.yaml").require()


def steps(fragment: str) -> tuple[Any, ...]:
    """Read the steps of the first section of a fragment."""
    held: Any = read(fragment).sections[0].step
    return tuple(held.steps)


def step(fragment: str) -> Any:
    """Read the first step of a fragment."""
    return steps(fragment)[0]


def names(fragment: str) -> list[str]:
    """Give the names of all that is wrong with a fragment."""
    return [d.name for d in ENGINE.loads(whole(fragment), name="r.yaml").report]


def literal(kind: str, written: Any) -> Any:
    """Read a literal that holds no mistake."""
    reading = ENGINE.catalog.literals.read(kind, written)
    assert not reading.mistakes
    return reading.value


def node(pointer: str = STEP, **fields: Any) -> Node:
    """Make a node as it is read, at a pointer, with an id that was given."""
    return Node(origin=pointer, id="one", id_given=True, **fields)
