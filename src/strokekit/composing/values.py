"""The values of a routine: what was set, what holds by default, and literals with the values filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.formats.locating import Wrong
from strokekit.literals import Literals
from strokekit.model.amounts import Range
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Deferred, Value

TRUE, FALSE = ("true", "yes", "on"), ("false", "no", "off")
_NAME = re.compile(r"\$([a-z][a-z0-9_]*)")
_LITERAL = {"count", "duration", "pressure", "place", "side", "quantity"}


@attrs.frozen
class Settings:
    """The values as set, each in the JSON form that may stand in the document, and what was wrong with them."""

    values: Mapping[str, Any]
    problems: tuple[Wrong, ...] = ()


def settle(declared: Mapping[str, Value], given: Mapping[str, Any], literals: Literals, *, at: str | None = None) -> Settings:
    """Check what was set against the values that are declared, and add the defaults.

    A value set from outside may be text: `"3..5"`, `"true"`. A name that nobody declares is a problem.

    Args:
        declared: the values of a routine or of a part.
        given: what is set, by name.
        literals: the reader of the file that sets them.
        at: the origin of the mapping that sets them; without it they come from outside.
    """
    values: dict[str, Any] = {}
    problems = [_undeclared(name, declared, at) for name in given if name not in declared]
    for name, value in declared.items():
        if name not in given and not value.has_default:
            problems.append(Wrong("value-unset", value.origin if at is None else at, facts={"id": name}))
            continue
        written = given.get(name, value.default)
        problem = unfit(value, written, literals)
        if problem:
            facts = {"id": name, "text": shown(written), "problem": problem, "expected": expected(value)}
            set_at = value.origin if at is None else f"{at}/{name}"
            problems.append(Wrong("value-unfit", set_at if name in given else f"{value.origin}/default", facts=facts))
        values[name] = _plain(value, written)
    return Settings(FrozenMap(values), tuple(problems))


def shown(written: Any) -> str:
    """Show a value as a file would hold it.

    >>> shown(True), shown("3..5")
    ('true', '3..5')
    """
    return str(written).lower() if isinstance(written, bool) else str(written)


def _undeclared(name: str, declared: Mapping[str, Value], at: str | None) -> Wrong:
    known = ", ".join(f"`{value}`" for value in declared)
    whose = "the routine" if at is None else "the part"
    hints = (f"{whose} has {known}",) if known else (f"{whose} has no values",)
    if at is not None:
        return Wrong("unknown-value", f"{at}/{name}", on="key", facts={"id": name}, hints=hints)
    return Wrong("unknown-value", "/values" if known else "", facts={"id": name}, hints=hints)


def _plain(value: Value, written: Any) -> Any:
    """Bring a text from outside into the JSON form of its type."""
    if value.type == "boolean" and isinstance(written, str):
        return written.lower() in TRUE
    if value.type in {"count", "quantity"} and isinstance(written, str) and written.isdecimal():
        return int(written)
    return written


def unfit(value: Value, written: Any, literals: Literals) -> str:
    """Say in words why something is no value of this kind; empty if it is one."""
    if value.type == "boolean":
        fits = isinstance(written, bool) or str(written).lower() in (*TRUE, *FALSE)
        return "" if fits else "it is neither true nor false"
    if value.choice and str(written) not in value.choice:
        return "it is none of the choices"
    if value.type == "technique":
        known = any(literals.vocabulary.find(group, str(written)) for group in ("technique", "action"))
        return "" if known else "there is no such technique"
    if value.type in _LITERAL:
        reading = literals.read(value.type, _plain(value, written))
        return "it can't be read" if reading.mistakes else _bounds(value, reading.value, literals)
    return "" if isinstance(written, (str, int)) and not isinstance(written, bool) else "it is no text"


def _bounds(value: Value, amount: Any, literals: Literals) -> str:
    """Hold an amount against `min` and `max`; an end that is left open is taken from the one that is given."""
    low, high = (_end(literals, value, bound) for bound in (value.min, value.max))
    first, last = _ends(amount)
    if low is not None and first is not None and not low <= first:
        return f"it is below {value.min}"
    if high is not None and last is not None and not last <= high:
        return f"it is above {value.max}"
    return ""


def _ends(amount: Any) -> tuple[Any, Any]:
    """Give the lowest and the highest number of an amount, whichever of them are written."""
    if not isinstance(amount, Range):
        return None, None
    written = [end for end in (amount.min, amount.ideal, amount.max) if end is not None]
    return (written[0], written[-1]) if written else (None, None)


def _end(literals: Literals, value: Value, bound: Any) -> Any:
    return None if bound is None else _ends(literals.read(value.type, bound).value)[0]


def expected(value: Value) -> str:
    """Say what a value can be, as a hint."""
    if value.choice:
        return "choose one of " + ", ".join(f"`{option}`" for option in value.choice)
    if value.type == "boolean":
        return "write `true` or `false`"
    return f"give a {value.type}" + "".join(
        f", {word} {bound}" for word, bound in (("at least", value.min), ("at most", value.max)) if bound is not None
    )


def fill(deferred: Deferred, values: Mapping[str, Any]) -> Any:
    """Put the values into a literal, in its JSON form.

    >>> fill(Deferred(kind="count", written="$passes", origin=""), {"passes": 3})
    3
    """
    return _fill(deferred.written, values)


def names_of(deferred: Deferred) -> frozenset[str]:
    """Give the names of the values that a literal names.

    >>> sorted(names_of(Deferred(kind="place", written="$finding in $area", origin="")))
    ['area', 'finding']
    """
    return frozenset(_names(deferred.written))


def _names(written: Any) -> Iterator[str]:
    if isinstance(written, str):
        yield from _NAME.findall(written)
    elif isinstance(written, Mapping):
        for part in written.values():
            yield from _names(part)
    elif isinstance(written, list):
        for part in written:
            yield from _names(part)


def _fill(written: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(written, str):
        whole = _NAME.fullmatch(written)
        if whole and whole[1] in values:
            return values[whole[1]]
        return _NAME.sub(lambda match: shown(values.get(match[1], match[0])), written)
    if isinstance(written, Mapping):
        return {key: _fill(part, values) for key, part in written.items()}
    return [_fill(part, values) for part in written] if isinstance(written, list) else written
