"""The values of a routine: what was set, what holds by default, and literals with the values filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.formats.locating import Wrong
from strokekit.literals import Literals
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Deferred, Routine, Value

TRUE, FALSE = ("true", "yes", "on"), ("false", "no", "off")
_NAME = re.compile(r"\$([a-z][a-z0-9_]*)")
_LITERAL = {"count", "duration", "pressure", "place", "side", "quantity"}


@attrs.frozen
class Settings:
    """The values as set, each in the JSON form that may stand in the document, and what was wrong with them."""

    values: Mapping[str, Any]
    problems: tuple[Wrong, ...] = ()


def settle(routine: Routine, given: Mapping[str, Any], literals: Literals) -> Settings:
    """Check what was set against what the routine declares, and add the defaults.

    A value set from outside may be text: `"3..5"`, `"true"`. A name that the routine does not declare is a problem.
    """
    values: dict[str, Any] = {}
    problems = [_undeclared(name, routine) for name in given if name not in routine.values]
    for name, value in routine.values.items():
        if name not in given and not value.has_default:
            problems.append(Wrong("value-unset", value.origin, facts={"id": name}))
            continue
        written = given.get(name, value.default)
        problem = _unfit(value, written, literals)
        if problem:
            facts = {"id": name, "text": written, "problem": problem, "expected": _expected(value)}
            problems.append(Wrong("value-unfit", value.origin, facts=facts))
        values[name] = _plain(value, written)
    return Settings(FrozenMap(values), tuple(problems))


def _undeclared(name: str, routine: Routine) -> Wrong:
    known = ", ".join(f"`{value}`" for value in routine.values)
    hints = (f"the routine has {known}",) if known else ("the routine has no values",)
    return Wrong("unknown-value", "", facts={"id": name}, hints=hints)


def _plain(value: Value, written: Any) -> Any:
    """Bring a text from outside into the JSON form of its type."""
    if value.type == "boolean" and isinstance(written, str):
        return written.lower() in TRUE
    if value.type in {"count", "quantity"} and isinstance(written, str) and written.isdecimal():
        return int(written)
    return written


def _unfit(value: Value, written: Any, literals: Literals) -> str:
    """What is wrong with a value, in words; empty if nothing is."""
    if value.type == "boolean":
        fits = isinstance(written, bool) or str(written).lower() in (*TRUE, *FALSE)
        return "" if fits else "it is neither true nor false"
    if value.choice and str(written) not in value.choice:
        return "it is none of the choices"
    if value.type == "technique":
        return "" if literals.vocabulary.find("technique", str(written)) else "there is no such technique"
    if value.type in _LITERAL:
        mistakes = literals.read(value.type, _plain(value, written)).mistakes
        return "it can't be read" if mistakes else _bounds(value, written, literals)
    return ""


def _bounds(value: Value, written: Any, literals: Literals) -> str:
    """Hold an amount against `min` and `max`."""
    if value.min is None and value.max is None:
        return ""
    low, high = (_end(literals, value, bound) for bound in (value.min, value.max))
    amount = literals.read(value.type, _plain(value, written)).value
    first = getattr(amount, "min", None)
    last = getattr(amount, "max", None)
    first = getattr(amount, "ideal", None) if first is None else first
    if low is not None and first is not None and not low <= first:
        return f"it is below {value.min}"
    if high is not None and (last if last is not None else first) is not None and not (last if last is not None else first) <= high:
        return f"it is above {value.max}"
    return ""


def _end(literals: Literals, value: Value, bound: Any) -> Any:
    return None if bound is None else getattr(literals.read(value.type, bound).value, "min", None)


def _expected(value: Value) -> str:
    if value.choice:
        return "choose one of " + ", ".join(f"`{option}`" for option in value.choice)
    return f"give a {value.type}" + "".join(
        f", {word} {bound}" for word, bound in (("at least", value.min), ("at most", value.max)) if bound is not None
    )


def fill(deferred: Deferred, values: Mapping[str, Any]) -> Any:
    """Put the values into a literal, in its JSON form.

    >>> fill(Deferred(kind="count", written="$passes", origin=""), {"passes": 3})
    3
    """
    return _fill(deferred.written, values)


def _fill(written: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(written, str):
        whole = _NAME.fullmatch(written)
        if whole and whole[1] in values:
            return values[whole[1]]
        return _NAME.sub(lambda match: str(values.get(match[1], match[0])), written)
    if isinstance(written, Mapping):
        return {key: _fill(part, values) for key, part in written.items()}
    return [_fill(part, values) for part in written] if isinstance(written, list) else written
