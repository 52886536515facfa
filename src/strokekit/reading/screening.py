"""What is asked before the first stroke, and how much of something a run may hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.model.amounts import Range
from strokekit.model.place import Place
from strokekit.model.routine import Limit, Question
from strokekit.model.touch import Tool
from strokekit.reading import care, words
from strokekit.reading.context import Reading
from strokekit.reading.effects import answers, effects
from strokekit.reading.envelope import LIMIT, MEASURES, SUBJECTS
from strokekit.reading.nodes import claim
from strokekit.reading.words import Written


def questions(reading: Reading, data: Written) -> tuple[Question, ...]:
    """Read the questions of the screening, in the order in which they are asked."""
    taken: dict[str, str] = {}
    listed = data.get("screen")
    made = []
    for index, written in enumerate(listed if isinstance(listed, list) else []):
        origin = f"/screen/{index}"
        question = _question(reading, written, origin) if isinstance(written, Mapping) else None
        if question is not None:
            claim(reading, taken, question.id, f"{origin}/id")
            made.append(question)
    return tuple(made)


def _question(reading: Reading, written: Written, origin: str) -> Question | None:
    id_, ask, who = written.get("id"), words.text(reading, written.get("ask")), written.get("who")
    if "then" in written and "answers" in written:
        reading.one_of(origin, "a question", ("then", "answers"), ("then", "answers"))
    then = effects(reading, written.get("then"), reading.below(origin, "then"))
    given = answers(reading, written, origin)
    if not isinstance(id_, str) or ask is None:
        return None
    return Question(
        id=id_,
        ask=ask,
        who=who if isinstance(who, str) else None,
        type=str(written.get("type", "boolean")),
        then=then,
        answers=given,
        needed=written.get("need") is True,
        origin=origin,
    )


def limits(reading: Reading, data: Written) -> tuple[Limit, ...]:
    """Read how much of something a run may hold."""
    listed = data.get("limits")
    entries = enumerate(listed if isinstance(listed, list) else [])
    return tuple(_limit(reading, written, f"/limits/{index}") for index, written in entries if isinstance(written, Mapping))


def _limit(reading: Reading, written: Written, origin: str) -> Limit:
    for keys in (SUBJECTS, MEASURES):
        found = [key for key in keys if key in written]
        if len(found) > 1 or (not found and all(key in LIMIT for key, _ in words.own(written))):
            reading.one_of(origin, "a limit", keys, found)
    name, purpose = written.get("technique"), written.get("purpose")
    tool = _literal(reading, "tool", written, "tool", origin)
    where = _literal(reading, "place", written, "where", origin)
    amounts = {"duration": "duration", "share": "percent", "repeat": "count"}
    read = {key: _literal(reading, kind, written, key, origin) for key, kind in amounts.items()}
    return Limit(
        tool=tool if isinstance(tool, Tool) else None,
        technique=care.barred(reading, name, reading.below(origin, "technique")) if isinstance(name, str) else None,
        purpose=reading.named("purpose", purpose, reading.below(origin, "purpose")) if isinstance(purpose, str) else None,
        where=where if isinstance(where, Place) else None,
        **{key: value if isinstance(value, Range) else None for key, value in read.items()},
        source=words.source(reading, written.get("source"), reading.below(origin, "source")),
        note=words.text(reading, written.get("note")),
        origin=origin,
    )


def _literal(reading: Reading, kind: str, written: Written, key: str, pointer: str) -> Any:
    if key not in written or isinstance(written[key], list):
        return None
    return reading.literal(kind, written[key], reading.below(pointer, key))
