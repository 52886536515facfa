"""What a node says of care: places to avoid, the highest pressure, signs to stop at, what speaks against the routine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Place
from strokekit.model.routine import Avoid, Contraindications, StopRule
from strokekit.model.touch import Level
from strokekit.reading import words
from strokekit.reading.context import Reading, Wrong
from strokekit.reading.words import Written


def avoids(reading: Reading, node: Written, pointer: str) -> tuple[Avoid, ...]:
    """The places and findings to avoid, each with its rule; a place without a rule is a mistake of its own."""
    written = node.get("avoid")
    at = reading.below(pointer, "avoid")
    if isinstance(written, str):
        reading.said.add(at)
        reading.wrong(Wrong("avoid-without-rule", at, facts={"found": written}))
    if not isinstance(written, Mapping):
        return ()
    made = [_avoid(reading, str(place), rule, reading.below(at, place)) for place, rule in written.items()]
    return tuple(avoid for avoid in made if avoid is not None)


def _avoid(reading: Reading, place: str, rule: Any, origin: str) -> Avoid | None:
    known = reading.literals.read("place", place)
    for mistake in known.mistakes:
        facts = {**mistake.facts}
        reading.wrong(Wrong(mistake.name, origin, on="key", facts=facts, hints=mistake.hints))
    details = rule if isinstance(rule, Mapping) else {"effect": rule}
    effect = details.get("effect")
    if not isinstance(known.value, Place) or not isinstance(effect, str):
        return None
    word, _, what = effect.partition(" ")
    where = reading.below(origin, "effect") if isinstance(rule, Mapping) else origin
    return Avoid(
        place=known.value,
        effect=word,
        technique=_barred(reading, what, where) if word == "no" else None,
        level=_level(reading, what, where) if word == "at_most" else None,
        because=words.text(reading, details.get("because")),
        source=words.source(reading, details.get("source"), reading.below(origin, "source")),
        note=words.text(reading, details.get("note")),
        written=place,
        rule=effect,
        origin=origin,
    )


def _barred(reading: Reading, name: str, pointer: str) -> str:
    """A technique, or a whole family of them."""
    known = reading.catalog.find("technique", name)
    families = {technique.family for technique in reading.catalog.techniques.values()}
    if known is None and name not in families:
        near = reading.catalog.suggest("technique", name)
        hints = (f"did you mean `{near}`?",) if near else ()
        reading.wrong(Wrong("unknown-technique", pointer, facts={"id": name}, hints=hints))
    return known.id if known is not None else name


def _level(reading: Reading, written: str, pointer: str) -> Level | None:
    value = reading.literal("pressure", written, pointer)
    return level_of(value)


def level_of(pressure: Any) -> Level | None:
    """The one level of a pressure, where it is one."""
    options = getattr(pressure, "options", ())
    if len(options) == 1 and len(options[0]) == 1:
        found: Level | None = options[0][0].level
        return found
    return None


def cap(reading: Reading, node: Written, pointer: str) -> Level | None:
    """The highest pressure: one level."""
    if "cap" not in node:
        return None
    at = reading.below(pointer, "cap")
    value = reading.literal("pressure", node["cap"], at)
    level = level_of(value)
    if value is not None and level is None:
        problem = {"problem": f"`{node['cap']}` is no single level", "expected": "one level, such as `moderate` or `3 walton`"}
        reading.wrong(Wrong("literal", at, facts=problem))
    return level


def stops(reading: Reading, node: Written, pointer: str) -> tuple[StopRule, ...]:
    """The signs at which the work stops or changes."""
    written = node.get("stop")
    if not isinstance(written, Mapping):
        return ()
    at = reading.below(pointer, "stop")
    made = [_stop(reading, str(sign), response, reading.below(at, sign)) for sign, response in written.items()]
    return tuple(stop for stop in made if stop is not None)


def _stop(reading: Reading, sign: str, response: Any, origin: str) -> StopRule | None:
    details = response if isinstance(response, Mapping) else {"response": response}
    if not isinstance(details.get("response"), str):
        return None
    if sign.startswith("pain "):
        reading.literal("pressure", sign, origin)
    else:
        known = reading.literals.vocabulary.find("sign", sign)
        if known is None:
            near = reading.literals.vocabulary.suggest("sign", sign)
            hints = (f"did you mean `{near}`?",) if near else ()
            facts = {"id": sign, "what": "sign", "group": "signs"}
            reading.wrong(Wrong("unknown-word", origin, on="key", facts=facts, hints=hints))
    return StopRule(sign=sign, response=details["response"], note=words.text(reading, details.get("note")), origin=origin)


def contraindications(reading: Reading, data: Written) -> Contraindications:
    """What speaks against the routine: silence is `unknown`."""
    written = data.get("contraindications", "unknown")
    origin = "/contraindications"
    if isinstance(written, Mapping):
        return Contraindications(status="listed", items=FrozenMap(written), origin=origin)
    status = written if written in ("unknown", "none_reviewed") else "unknown"
    return Contraindications(status=status, origin=origin)
