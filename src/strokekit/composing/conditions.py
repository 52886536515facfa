"""Conditions decided as far as a plan can decide them: values and positions are known, findings and wishes stay open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from strokekit.composing.values import expected, unfit
from strokekit.formats.locating import Wrong
from strokekit.literals import Literals
from strokekit.model.condition import Condition, When
from strokekit.model.plan import Either
from strokekit.model.routine import Value
from strokekit.model.state import Pose, Position
from strokekit.plugins.spelling import closest

LATER = ("this", "pass")
"""Tests that only loops decide which this release does not read."""


def decide(when: When, values: Mapping[str, Any], state: Mapping[str, Any]) -> bool | None:
    """Tell whether a condition holds; None while nobody can tell.

    >>> decide(When(join="all", parts=(Condition(test="value", name="long", value=True),)), {"long": True}, {})
    True
    """
    answers = [decide(part, values, state) if isinstance(part, When) else _decide(part, values, state) for part in when.parts]
    joined = _any(answers) if when.join == "any" else _all(answers)
    return (not joined) if when.negated and joined is not None else joined


def _all(answers: list[bool | None]) -> bool | None:
    if False in answers:
        return False
    return None if None in answers else True


def _any(answers: list[bool | None]) -> bool | None:
    if True in answers:
        return True
    return None if None in answers else False


def _decide(condition: Condition, values: Mapping[str, Any], state: Mapping[str, Any]) -> bool | None:
    answer = _answer(condition, values, state)
    return (not answer) if condition.negated and answer is not None else answer


def _answer(condition: Condition, values: Mapping[str, Any], state: Mapping[str, Any]) -> bool | None:
    if condition.test == "value" and condition.name is not None and condition.name in values:
        held = values[condition.name]
        return held is True if condition.value is None else str(held).lower() == str(condition.value).lower()
    if condition.test == "position" and condition.pose is not None:
        answers = {_lies(condition.pose, pose) for pose in poses(state.get("position"))}
        return answers.pop() if len(answers) == 1 else None
    return None


def poses(position: Any) -> tuple[Pose | None, ...]:
    """Give every pose that a position leaves possible; None among them where the position may be unset; of none, nothing.

    >>> poses(Either(options=(None, Position(options=(Pose(pose="prone"),))), by="roll"))
    (None, Pose(pose='prone', side=None, edge=None, alignment=None))
    """
    if isinstance(position, Either):
        return tuple(pose for option in position.options for pose in (poses(option) or (None,)))
    return position.options if isinstance(position, Position) else ()


def _lies(asked: Pose, pose: Pose | None) -> bool | None:
    if pose is None:
        return None
    if pose.pose == asked.pose and asked.side is not None and pose.side is None:
        return None
    return pose.pose == asked.pose and asked.side in {None, pose.side}


def faults(when: When, declared: Mapping[str, Value], literals: Literals, origin: str) -> Iterator[Wrong]:
    """Find what can never be decided: values that nobody declared or that can't be what they are compared with."""
    for part in when.parts:
        if isinstance(part, When):
            yield from faults(part, declared, literals, origin)
        elif part.test in LATER:
            yield Wrong("not-in-this-version", origin, facts={"key": _text(part, literals)})
        elif part.test == "value":
            yield from _value_faults(part, declared, literals, origin)


def _text(condition: Condition, literals: Literals) -> str:
    return str(literals.write("when", When(join="all", parts=(condition,))))


def _value_faults(condition: Condition, declared: Mapping[str, Value], literals: Literals, origin: str) -> Iterator[Wrong]:
    value = declared.get(condition.name or "")
    if value is None:
        near = closest(condition.name or "", tuple(declared))
        yield Wrong("unknown-value", origin, facts={"id": condition.name}, hints=(f"did you mean `{near}`?",) if near else ())
        return
    facts = {"found": _text(condition, literals), "id": value.id}
    if condition.value is None and value.type != "boolean":
        yield Wrong("condition-undecidable", origin, facts={**facts, "expected": f"compare it, as in `value {value.id} = …`"})
    elif condition.value is not None and unfit(value, condition.value, literals):
        yield Wrong("condition-undecidable", origin, facts={**facts, "expected": expected(value)})
