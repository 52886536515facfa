"""What is said and asked, and what an answer, a yes or a condition brings about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.model.amounts import Range
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Place
from strokekit.model.routine import Contraindications, Effects, Prompt
from strokekit.model.state import Lubricant, Pose, Position
from strokekit.model.touch import Pressure
from strokekit.reading import care, words
from strokekit.reading.care_shapes import DECISIONS
from strokekit.reading.context import Reading
from strokekit.reading.settings import settings
from strokekit.reading.words import Written

ANSWER = "answer"
"""What stands in `set` for what was said."""


def prompts(reading: Reading, node: Written, pointer: str) -> tuple[Prompt, ...]:
    """Read what is said, asked and shown, in the order of the keys."""
    made = []
    for kind in ("say", "ask", "caution"):
        listed = isinstance(node.get(kind), list)
        for index, written in enumerate(words.as_list(node.get(kind))):
            origin = reading.below(pointer, kind, *([index] if listed else []))
            prompt = _prompt(reading, kind, written, origin)
            made += [prompt] if prompt else []
    return tuple(made)


def _prompt(reading: Reading, kind: Any, written: Any, origin: str) -> Prompt | None:
    timed = isinstance(written, Mapping) and "text" in written
    said = words.text(reading, written["text"] if timed else written)
    if said is None:
        return None
    if not timed:
        return Prompt(kind=kind, text=said, origin=origin)
    given = answers(reading, written, origin)
    return Prompt(kind=kind, text=said, at=words.moment(str(written.get("at", "start"))), answers=given, origin=origin)


def answers(reading: Reading, node: Written, pointer: str) -> FrozenMap[str, Effects]:
    """Read what each answer brings about."""
    at = reading.below(pointer, "answers")
    made = {answer: effects(reading, written, reading.below(at, answer)) for answer, written in words.own(node.get("answers"))}
    return FrozenMap({answer: effect for answer, effect in made.items() if effect is not None})


def effects(reading: Reading, written: Any, pointer: str) -> Effects | None:
    """Read what an answer or a condition brings about: a word that decides, or a mapping of effects."""
    if isinstance(written, str):
        return Effects(decisions={written: None}, origin=pointer) if written in DECISIONS else None
    if not isinstance(written, Mapping):
        return None
    pressure = _literal(reading, "pressure", written, "pressure", pointer)
    lubricant = _literal(reading, "lubricant", written, "lubricant", pointer)
    repeat = _literal(reading, "count", written, "repeat", pointer)
    return Effects(
        decisions={word: words.text(reading, written[word]) for word in DECISIONS if written.get(word) not in (None, False)},
        cap=care.level(reading, written, "cap", pointer),
        pressure=pressure if isinstance(pressure, Pressure) else None,
        avoid=care.avoids(reading, written, pointer),
        forbid=_forbidden(reading, written, pointer),
        forbid_positions=_poses(reading, written, pointer),
        lubricant=lubricant if isinstance(lubricant, Lubricant) else None,
        emphasis=tuple(p for p in _several(reading, "place", written, "emphasis", pointer) if isinstance(p, Place)),
        skip=words.named_ids(reading, written, "skip", pointer, what="node"),
        settings=settings(reading, written, pointer, free=ANSWER, names=reading.values),
        repeat=repeat if isinstance(repeat, Range) else None,
        prompts=prompts(reading, written, pointer),
        origin=pointer,
    )


def _literal(reading: Reading, kind: str, written: Written, key: str, pointer: str) -> Any:
    if key not in written or isinstance(written[key], list):
        return None
    return reading.literal(kind, written[key], reading.below(pointer, key))


def _several(reading: Reading, kind: str, written: Written, key: str, pointer: str) -> list[Any]:
    """Read one literal or a list of them."""
    found, at = written.get(key), reading.below(pointer, key)
    if isinstance(found, list):
        return [reading.literal(kind, part, reading.below(at, index)) for index, part in enumerate(found)]
    return [] if found is None else [reading.literal(kind, found, at)]


def _forbidden(reading: Reading, written: Written, pointer: str) -> tuple[str, ...]:
    found, at = written.get("forbid"), reading.below(pointer, "forbid")
    places = [reading.below(at, index) for index in range(len(found))] if isinstance(found, list) else [at]
    listed = zip(words.as_list(found), places, strict=False)
    return tuple(_thing(reading, name) or care.barred(reading, name, place) for name, place in listed if isinstance(name, str))


def _thing(reading: Reading, name: str) -> str | None:
    """Give a thing that may not be used; what is the name of a technique or a family means that."""
    if any(reading.catalog.find(group, name) for group in ("family", "technique", "action")):
        return None
    known = reading.literals.vocabulary.find("thing", name)
    return known.id if known else None


def _poses(reading: Reading, written: Written, pointer: str) -> tuple[Pose, ...]:
    positions = _several(reading, "position", written, "forbid_position", pointer)
    return tuple(pose for position in positions if isinstance(position, Position) for pose in position.options)


def contraindications(reading: Reading, data: Written) -> Contraindications:
    """Read what speaks against the routine: silence is `unknown`."""
    written = data.get("contraindications", "unknown")
    origin = "/contraindications"
    if isinstance(written, Mapping):
        made = {name: effects(reading, written[key], reading.below(origin, key)) for name, key in _conditions(reading, written)}
        items = {name: effect for name, effect in made.items() if effect is not None}
        return Contraindications(status="listed", items=FrozenMap(items), origin=origin)
    reviewed = written == "none_reviewed"
    return Contraindications(status="none_reviewed" if reviewed else "unknown", origin=origin)


def _conditions(reading: Reading, written: Written) -> list[tuple[str, str]]:
    """Give each condition with the key that names it; what two names say of one condition would otherwise be lost."""
    found: dict[str, str] = {}
    for key, _ in words.own(written):
        at = reading.below("/contraindications", key)
        name = reading.named("condition", key, at, on="key")
        if name in found:
            first = reading.first(reading.below("/contraindications", found[name]), on="key")
            hints = (f"`{key}` and `{found[name]}` are one condition",)
            reading.wrong(Wrong("duplicate-key", at, on="key", facts={"key": name}, hints=hints, related=(first,)))
        found.setdefault(name, key)
    return list(found.items())
