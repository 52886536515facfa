"""Conditions decided as far as a plan can decide them: values and positions are known, findings and wishes stay open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.model.condition import Condition, When
from strokekit.model.state import Position


def decide(when: When, values: Mapping[str, Any], state: Mapping[str, Any]) -> bool | None:
    """Tell whether a condition holds; None while nobody can tell.

    >>> decide(When(join="all", parts=(Condition(test="value", name="long", value=True),)), {"long": True}, {})
    True
    """
    answers = [
        decide(part, values, state) if isinstance(part, When) else _decide(part, values, state) for part in when.parts
    ]
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
    if condition.test == "value":
        held = values.get(condition.name or "")
        return bool(held) if condition.value is None else str(held).lower() == str(condition.value).lower()
    if condition.test == "position" and condition.pose is not None:
        position = state.get("position")
        if not isinstance(position, Position) or len(position.options) > 1:
            return None
        pose = position.options[0]
        return pose.pose == condition.pose.pose and condition.pose.side in {None, pose.side}
    return None
