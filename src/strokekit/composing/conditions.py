"""Conditions decided as far as a plan can decide them: values and positions are known, findings and wishes stay open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.composing.values import TRUE, expected, unfit
from strokekit.formats.locating import Wrong
from strokekit.literals import Literals
from strokekit.model.condition import Condition, When
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Either
from strokekit.model.routine import Value
from strokekit.model.state import Pose, Position
from strokekit.plugins.spelling import closest


@attrs.frozen(kw_only=True)
class Known:
    """What is known where a condition is asked: values, state, answers of the client, and the pass of the loops around."""

    values: Mapping[str, Any] = FrozenMap()
    state: Mapping[str, Any] = FrozenMap()
    answers: Mapping[str, Any] = attrs.field(default=FrozenMap(), repr=False)
    this: Mapping[str, Any] = FrozenMap()
    first: bool | None = None
    """Whether it is the first pass of the loop around; None outside of loops."""
    last: bool | None = None


def decide(when: When, known: Known) -> bool | None:
    """Tell whether a condition holds; None while nobody can tell.

    >>> decide(When(join="all", parts=(Condition(test="value", name="long", value=True),)), Known(values={"long": True}))
    True
    """
    answers = [decide(part, known) if isinstance(part, When) else _decide(part, known) for part in when.parts]
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


def _decide(condition: Condition, known: Known) -> bool | None:
    answer = _answer(condition, known)
    return (not answer) if condition.negated and answer is not None else answer


def _answer(condition: Condition, known: Known) -> bool | None:
    name = condition.name or ""
    match condition.test:
        case "value" if name in known.values:
            return _same(known.values[name], condition.value)
        case "answer" if name in known.answers:
            return _same(known.answers[name], condition.value)
        case "this" if name in known.this:
            return bool(known.this[name] == condition.value)
        case "pass":
            return known.first if condition.value == "first" else known.last
        case "position" if condition.pose is not None:
            answers = {_lies(condition.pose, pose) for pose in poses(known.state.get("position"))}
            return answers.pop() if len(answers) == 1 else None
    return None


def _same(held: Any, asked: Any) -> bool:
    """Compare what is held with what is asked for; a condition that names nothing asks for a yes."""
    if asked is None:
        return held is True or str(held).lower() in TRUE
    return str(held).lower() == str(asked).lower()


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


def faults(when: When, declared: Mapping[str, Value], literals: Literals, origin: str, known: Known) -> Iterator[Wrong]:
    """Find what can never be decided: values that nobody declared or can't be what is asked, and loops that are not there."""
    for part in when.parts:
        if isinstance(part, When):
            yield from faults(part, declared, literals, origin, known)
        elif part.test == "value":
            yield from _value_faults(part, declared, literals, origin)
        elif (part.test == "this" and part.name not in known.this) or (part.test == "pass" and known.first is None):
            yield Wrong("loop-missing", origin, facts={"found": _text(part, literals)})


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
