"""What a node says of care: places to avoid, the highest pressure, signs to stop at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.model.place import Place
from strokekit.model.routine import Avoid, StopRule
from strokekit.model.touch import Level, Press, Pressure
from strokekit.reading import words
from strokekit.reading.context import Reading
from strokekit.reading.missing import of_plugin
from strokekit.reading.repairs import did_you_mean, replace_inside
from strokekit.reading.words import Written


def avoids(reading: Reading, node: Written, pointer: str) -> tuple[Avoid, ...]:
    """Read the places and findings to avoid, each with its rule; a place without a rule is a mistake of its own."""
    written = node.get("avoid")
    at = reading.below(pointer, "avoid")
    if isinstance(written, (str, list)):
        _ruleless(reading, written, at)
    if not isinstance(written, Mapping):
        return ()
    made = [_avoid(reading, place, rule, reading.below(at, place)) for place, rule in words.own(written)]
    return tuple(avoid for avoid in made if avoid is not None)


def _ruleless(reading: Reading, written: str | list[Any], at: str) -> None:
    """Report places that stand alone: "avoid" is read as *keep off* by some and as *touch lightly* by others."""
    places = {reading.below(at, i): p for i, p in enumerate(written)} if isinstance(written, list) else {at: written}
    if places and all(isinstance(place, str) for place in places.values()):
        reading.said.add(at)
        for place_at, place in places.items():
            reading.wrong(Wrong("avoid-without-rule", place_at, facts={"found": place}))


def _avoid(reading: Reading, place: str, rule: Any, origin: str) -> Avoid | None:
    known = reading.literal("place", place, origin, on="key")
    details = rule if isinstance(rule, Mapping) else {"effect": rule}
    effect = details.get("effect")
    if not isinstance(effect, str):
        return None
    word, _, what = effect.partition(" ")
    where = reading.below(origin, "effect") if isinstance(rule, Mapping) else origin
    forbidden = barred(reading, what, where, offset=len("no ")) if word == "no" else None
    most = _level(reading, what, where, offset=len("at_most ")) if word == "at_most" and what else None
    if not isinstance(known, Place):
        return None
    return Avoid(
        place=known,
        effect=word,
        technique=forbidden,
        level=most,
        because=words.text(reading, details.get("because")),
        source=words.source(reading, details.get("source"), reading.below(origin, "source")),
        note=words.text(reading, details.get("note")),
        written=place,
        rule=effect,
        origin=origin,
    )


def barred(reading: Reading, name: str, pointer: str, *, offset: int = 0) -> str:
    """Give the family, or the one technique, that a rule is about; `offset` is how much of the text comes before its name."""
    for group in ("family", "technique", "action"):
        known = reading.catalog.find(group, name)
        if known is not None:
            return known.id
    near = reading.catalog.suggest("technique", name) or reading.catalog.suggest("family", name)
    inner = (offset, offset + len(name))
    fix = replace_inside(reading.document, pointer, inner, near) if near else None
    reading.said.add(pointer)
    said = (*did_you_mean(near), *of_plugin(reading.catalog, name))
    reading.wrong(Wrong("unknown-technique", pointer, inner=inner, facts={"id": name}, hints=said, fix=fix))
    return name


def _level(reading: Reading, written: Any, pointer: str, *, offset: int = 0) -> Level | None:
    """Read a pressure that has to be one level; None where it is none, which is then reported."""
    value = reading.literal("pressure", written, pointer, offset=offset)
    found = level_of(value)
    if value is not None and found is None:
        inner = (offset, offset + len(written)) if isinstance(written, str) else None
        facts = {"problem": _no_level(written), "expected": "one level, such as `moderate` or `3 walton`"}
        reading.said.add(pointer)
        reading.wrong(Wrong("literal", pointer, inner=inner, facts=facts))
    return found


def _no_level(written: Any) -> str:
    return f"`{written}` is no single level" if isinstance(written, (str, int)) else "this is no single level"


def level_of(pressure: Any) -> Level | None:
    """Give the one level of a pressure, where it is one: no ramp, no change, no pain, no choice."""
    if not isinstance(pressure, Pressure) or [len(together) for together in pressure.options] != [1]:
        return None
    press = pressure.options[0][0]
    return press.level if press == Press(level=press.level) else None


def level(reading: Reading, node: Written, key: str, pointer: str) -> Level | None:
    """Read a field that takes one level, such as `cap`."""
    return _level(reading, node[key], reading.below(pointer, key)) if key in node else None


def stops(reading: Reading, node: Written, pointer: str) -> tuple[StopRule, ...]:
    """Read the signs at which the work stops or changes."""
    written = node.get("stop")
    if not isinstance(written, Mapping):
        return ()
    at = reading.below(pointer, "stop")
    made = [_stop(reading, sign, response, reading.below(at, sign)) for sign, response in words.own(written)]
    return tuple(stop for stop in made if stop is not None)


def _stop(reading: Reading, sign: str, response: Any, origin: str) -> StopRule | None:
    details = response if isinstance(response, Mapping) else {"response": response}
    if sign.startswith("pain "):
        reading.literal("pressure", sign, origin, on="key")
    else:
        sign = reading.named("sign", sign, origin, on="key")
    found, then = details.get("response"), details.get("then")
    if not isinstance(found, str):
        return None
    if "to" in details and "lighten" not in (found, then):
        facts = {"key": "to", "where": "a response other than `lighten`"}
        reading.wrong(Wrong("unknown-key", reading.below(origin, "to"), on="key", facts=facts))
    return StopRule(
        sign=sign,
        response=found,
        then=then if isinstance(then, str) else None,
        to=level(reading, details, "to", origin),
        note=words.text(reading, details.get("note")),
        origin=origin,
    )
