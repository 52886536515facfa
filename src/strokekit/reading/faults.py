"""Faults of a shape → diagnostics with a code, a suggestion and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.formats.schema import Fault
from strokekit.literals.fields import DOSE
from strokekit.plugins.spelling import closest
from strokekit.reading.context import Reading, Wrong
from strokekit.reading.shapes import LATER

_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "boolean": "true or false",
    "object": "a mapping",
    "array": "a list",
    "number": "a number",
}


@attrs.frozen(kw_only=True)
class Shown:
    """What the words need to know of the thing that was validated."""

    where: str
    """What it is called: `a section`, `` `gliding` ``."""
    keys: tuple[str, ...]
    """The keys it may have."""
    technique: str | None = None
    level: str = "step"


def report(reading: Reading, pointer: str, fault: Fault, shown: Shown) -> None:
    """Say one fault at its place."""
    place = reading.below(pointer, *fault.path)
    key = str(next((part for part in reversed(fault.path) if isinstance(part, str)), pointer.rpartition("/")[2]))
    match fault.keyword:
        case "additionalProperties" | "unevaluatedProperties":
            _unexpected(reading, place, fault, shown)
        case "required":
            where = shown.where if not fault.path else f"`{key}`"
            reading.wrong(Wrong("missing-key", place, facts={"where": where, "key": fault.params["missing"]}))
        case "type":
            _type(reading, place, key, fault)
        case "enum" | "const":
            _word(reading, place, key, fault)
        case "anyOf" | "oneOf" | "pattern":
            _form(reading, place, key, fault)
        case _:
            problem = _bound(fault)
            reading.wrong(Wrong("outside-bounds", place, facts={"key": key, "problem": problem}))


def _unexpected(reading: Reading, place: str, fault: Fault, shown: Shown) -> None:
    key = fault.params["unexpected"][0] if isinstance(fault.params["unexpected"], list) else fault.params["unexpected"]
    at = reading.below(place, key)
    if not fault.path and shown.technique and key in DOSE:
        hint = _taken(shown)
        reading.wrong(Wrong("dose-not-taken", at, on="key", facts={"technique": shown.technique, "key": key}, hints=hint))
        return
    if not fault.path and key in LATER[shown.level]:
        reading.wrong(Wrong("not-in-this-version", at, on="key", facts={"key": key}))
        return
    where = shown.where if not fault.path else f"`{fault.path[-1]}`"
    known = shown.keys if not fault.path else _siblings(fault)
    near = closest(key, known)
    hints = (f"did you mean `{near}`?",) if near else (("keys are: " + ", ".join(known),) if 0 < len(known) <= 12 else ())  # noqa: PLR2004 - more is no help
    fix = reading.replace_key(at, near) if near else None
    reading.wrong(Wrong("unknown-key", at, on="key", facts={"key": key, "where": where}, hints=hints, fix=fix))


def _taken(shown: Shown) -> tuple[str, ...]:
    taken = [key for key in shown.keys if key in DOSE]
    return (f"it takes {', '.join(f'`{key}`' for key in taken)}",) if taken else ()


def _siblings(fault: Fault) -> tuple[str, ...]:
    value = fault.params.get("known", ())
    return tuple(value)


def _type(reading: Reading, place: str, key: str, fault: Fault) -> None:
    found = reading.document.value(place)
    wanted = fault.value if isinstance(fault.value, list) else [fault.value]
    facts: Mapping[str, Any] = {
        "key": key,
        "expected": " or ".join(_TYPES[name] for name in wanted),
        "found": _describe(found),
    }
    if isinstance(found, list) and found and all(isinstance(item, str) for item in found):
        either, together = (f"`{word.join(found)}`" for word in (" or ", " and "))
        reading.wrong(Wrong("list-not-allowed", place, facts={"key": key, "either": either, "together": together}))
        return
    reading.wrong(Wrong("wrong-type", place, facts=facts))


def _word(reading: Reading, place: str, key: str, fault: Fault) -> None:
    options = [str(option) for option in (fault.value if isinstance(fault.value, list) else [fault.value])]
    found = reading.document.value(place)
    near = closest(str(found), tuple(options))
    hints = (f"did you mean `{near}`?",) if near else ()
    shown = ", ".join(f"`{option}`" for option in options[:20])
    reading.wrong(
        Wrong("not-one-of", place, facts={"key": key, "options": shown, "found": _describe(found)}, hints=hints)
    )


def _form(reading: Reading, place: str, key: str, fault: Fault) -> None:
    nearest = _best(fault)
    if nearest is not None:
        depth = nearest.path[len(fault.path) :]
        report(reading, reading.below("", *place.split("/")[1:]), attrs.evolve(nearest, path=depth), Shown(where=f"`{key}`", keys=()))
        return
    found = _describe(reading.document.value(place))
    expected = "one of the forms in the format's reference"
    reading.wrong(Wrong("wrong-form", place, facts={"key": key, "found": found, "expected": expected}))


def _best(fault: Fault) -> Fault | None:
    """The fault of the branch that fits best: one that fails deeper than at the value itself, or just by a missing key."""
    inner = [f for branch in fault.context for f in branch if len(f.path) > len(fault.path) or f.keyword == "required"]
    inner += [f for branch in fault.context for f in branch if f.keyword == "additionalProperties"]
    return inner[0] if inner else None


def _bound(fault: Fault) -> str:
    words = {
        "minItems": "needs at least one entry",
        "minProperties": "needs at least one entry",
        "minLength": "may not be empty",
        "minimum": f"starts at {fault.value}",
        "maximum": f"ends at {fault.value}",
        "propertyNames": f"may not hold the key `{fault.params.get('name', '')}`",
    }
    return words.get(fault.keyword, f"breaks the rule `{fault.keyword}`")


def _describe(found: Any) -> str:
    if isinstance(found, bool):
        return "true" if found else "false"
    return {list: "a list", dict: "a mapping"}.get(type(found), f"`{found}`")
