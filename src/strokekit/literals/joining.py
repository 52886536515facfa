"""Values joined by `any` and `all`, and conditions by `not`: what the long form of `or` and `and` stands for."""

from __future__ import annotations

import itertools
import math
from typing import Any

import attrs

from strokekit.literals.vocabulary import Mistake
from strokekit.model.condition import Condition, When
from strokekit.model.place import Place

MOST = 1_000
"""How many alternatives a literal may have: `all` of a few `any` multiplies them."""


def lone(value: Any) -> bool:
    """Tell whether a value holds just one thing, joined with nothing."""
    parts = next((getattr(value, name) for name in ("options", "parts", "areas") if hasattr(value, name)), ())
    return len(parts) <= 1 and all(len(part) == 1 for part in parts if isinstance(part, tuple))


def join(kind: str, how: str, values: list[Any]) -> Any | Mistake:
    """Join values of a kind by `any` or `all`; there is at least one."""
    if kind == "when":
        return _conditions(how, values)
    if kind == "place":
        return _places(values)
    made = type(values[0])
    if how == "any":
        return made(options=tuple(option for value in values for option in value.options))
    count = math.prod(len(value.options) for value in values)
    if count > MOST:
        problem = f"this makes {count} alternatives" if count < 10 * MOST else "this makes too many alternatives"
        return Mistake(name="literal", path=(how,), facts={"problem": problem, "expected": f"at most {MOST}"})
    mixed = itertools.product(*(value.options for value in values))
    return made(options=tuple(tuple(itertools.chain(*groups)) for groups in mixed))


def _places(values: list[Place]) -> Place | Mistake:
    """Join areas; findings stay within the areas they were written with, so they can't be joined."""
    if len(values) == 1:
        return values[0]
    for index, value in enumerate(values):
        if not value.areas or value.findings:
            problem = {"problem": "findings and marked spots are not joined by `all`", "expected": "a list of places"}
            return Mistake(name="literal", path=("all", index), facts=problem)
    return Place(areas=tuple(area for value in values for area in value.areas))


def _conditions(how: str, values: list[When]) -> When:
    parts = tuple(part for value in values for part in _taken_in(value, how))
    if len(parts) == 1:
        return parts[0] if isinstance(parts[0], When) else When(join="all", parts=parts)
    return When(join="any" if how == "any" else "all", parts=parts)


def _taken_in(value: When, how: str) -> tuple[Condition | When, ...]:
    """Give the parts of a join inside a join: taken in where that changes nothing, else the join as a part."""
    alike = value.join == how or len(value.parts) == 1
    return value.parts if alike and not value.negated else (value,)


def negated(value: When) -> When:
    """Turn a condition into its contrary; twice is the condition itself."""
    part = value.parts[0]
    if len(value.parts) == 1 and isinstance(part, Condition) and not value.negated:
        return When(join="all", parts=(attrs.evolve(part, negated=not part.negated),))
    return attrs.evolve(value, negated=not value.negated)
