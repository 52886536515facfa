"""Texts, prompts, slips and stated totals: what a node says to people, and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import At, Prompt, LocalText, Slip, StatedTotal
from strokekit.model.units import TIME_UNITS
from strokekit.reading.context import Reading, Wrong

Written = Mapping[str, Any]


def as_list(written: Any) -> list[Any]:
    """One thing or a list of things, as a list; nothing is no thing."""
    if written is None:
        return []
    return written if isinstance(written, list) else [written]


def text(reading: Reading, written: Any) -> LocalText | None:
    """A text by language; a plain one is in the document's language."""
    if isinstance(written, str):
        return FrozenMap({reading.language: written})
    if isinstance(written, Mapping) and written:
        return FrozenMap({str(tag): str(words) for tag, words in written.items()})
    return None


def source(reading: Reading, written: Any, pointer: str) -> str | None:
    """The id of a source, which must be declared."""
    if not isinstance(written, str):
        return None
    if written not in reading.sources:
        reading.wrong(Wrong("unknown-source", pointer, facts={"id": written}))
    return written


def purposes(reading: Reading, node: Written, pointer: str) -> tuple[str, ...]:
    """The purposes of a node, each a word of the catalogue or of the document."""
    found = []
    listed = isinstance(node.get("purpose"), list)
    for index, word in enumerate(as_list(node.get("purpose"))):
        if isinstance(word, str):
            at = reading.below(pointer, "purpose", *([index] if listed else []))
            found.append(named(reading, "purpose", word, at, "purposes"))
    return tuple(found)


def named(reading: Reading, group: str, word: str, pointer: str, declared: str) -> str:
    """A word of a closed vocabulary, under its id."""
    known = reading.literals.vocabulary.find(group, word)
    if known is not None:
        return known.id
    near = reading.literals.vocabulary.suggest(group, word)
    hints = (f"did you mean `{near}`?",) if near else ()
    reading.wrong(Wrong("unknown-word", pointer, facts={"id": word, "what": group, "group": declared}, hints=hints))
    return word


def slips(reading: Reading, node: Written) -> tuple[Slip, ...]:
    """Where the source is at fault."""
    made = []
    for written in as_list(node.get("slip")):
        if isinstance(written, Mapping):
            says, read_as = text(reading, written.get("says")), text(reading, written.get("read_as"))
            if says and read_as and "kind" in written:
                made.append(Slip(kind=written["kind"], says=says, read_as=read_as, field=written.get("field")))
    return tuple(made)


def prompts(reading: Reading, node: Written, pointer: str) -> tuple[Prompt, ...]:
    """What is said, asked and shown, in the order of the keys."""
    made = []
    for kind in ("say", "ask", "caution"):
        listed = isinstance(node.get(kind), list)
        for index, written in enumerate(as_list(node.get(kind))):
            origin = reading.below(pointer, kind, *([index] if listed else []))
            prompt = _prompt(reading, kind, written, origin)
            made += [prompt] if prompt else []
    return tuple(made)


def _prompt(reading: Reading, kind: Any, written: Any, origin: str) -> Prompt | None:
    timed = isinstance(written, Mapping) and "text" in written
    words = text(reading, written["text"] if timed else written)
    if words is None:
        return None
    if not timed:
        return Prompt(kind=kind, text=words, origin=origin)
    answers = written.get("answers")
    given = FrozenMap(answers if isinstance(answers, Mapping) else {})
    return Prompt(kind=kind, text=words, at=moment(str(written.get("at", "start"))), answers=given, origin=origin)


_OFFSET = re.compile(r"(every )?(-?)(\d+(?:\.\d+)?) ?(ms|s|min|h|%)")


def moment(written: str) -> At:
    """When a cue is given; the schema has checked the form.

    >>> moment("-10 s").ms
    -10000
    """
    match = _OFFSET.fullmatch(written)
    if match is None:
        return At(word=written.replace(" ", "_"))
    every, minus, number, unit = match.groups()
    if unit == "%":
        return At(share=Decimal(number))
    ms = int(Decimal(number) * TIME_UNITS[unit])
    return At(every_ms=ms) if every else At(ms=-ms if minus else ms)


def stated_totals(reading: Reading, node: Written, pointer: str) -> tuple[StatedTotal, ...]:
    """The totals that the source states."""
    written = node.get("stated_total")
    at = reading.below(pointer, "stated_total")
    if written is None:
        return ()
    if not isinstance(written, list):
        value = reading.literal("duration", written, at)
        return (StatedTotal(duration=value, origin=at),) if _is_range(value) else ()
    made = [_stated_total(reading, total, reading.below(at, index)) for index, total in enumerate(written)]
    return tuple(total for total in made if total is not None)


def _stated_total(reading: Reading, written: Any, origin: str) -> StatedTotal | None:
    if not isinstance(written, Mapping) or "duration" not in written:
        return None
    value = reading.literal("duration", written["duration"], reading.below(origin, "duration"))
    if not _is_range(value):
        return None
    return StatedTotal(
        duration=value,
        covers=tuple(str(name) for name in as_list(written.get("covers"))),
        source=source(reading, written.get("source"), reading.below(origin, "source")),
        note=text(reading, written.get("note")),
        origin=origin,
    )


def _is_range(value: Any) -> bool:
    return hasattr(value, "vague")


def extras(node: Written) -> FrozenMap[str, Any]:
    """The `x-` keys, untouched."""
    return FrozenMap({key: value for key, value in node.items() if key.startswith("x-")})
