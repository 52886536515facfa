"""Texts, prompts, slips and stated totals: what a node says to people, and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import At, LocalText, Prompt, Slip, StatedTotal
from strokekit.model.units import TIME_UNITS
from strokekit.plugins.spelling import closest
from strokekit.reading.context import Reading
from strokekit.reading.repairs import did_you_mean, replace_value

Written = Mapping[str, Any]


def as_list(written: Any) -> list[Any]:
    """One thing or a list of things, as a list; nothing is no thing."""
    if written is None:
        return []
    return written if isinstance(written, list) else [written]


def own(written: Any) -> tuple[tuple[str, Any], ...]:
    """Give the entries of a mapping but for its `x-` keys, which nobody reads; nothing where no mapping stands."""
    entries = written.items() if isinstance(written, Mapping) else ()
    return tuple((key, value) for key, value in entries if not key.startswith("x-"))


def text(reading: Reading, written: Any) -> LocalText | None:
    """Read a text by language; a plain one is in the document's language."""
    if isinstance(written, str):
        return FrozenMap({reading.language: written})
    return FrozenMap({tag: str(words) for tag, words in own(written)}) if own(written) else None


def source(reading: Reading, written: Any, pointer: str) -> str | None:
    """Read the id of a source, which must be declared."""
    if not isinstance(written, str):
        return None
    if written not in reading.sources:
        near = closest(written, tuple(sorted(reading.sources)))
        fix = replace_value(reading.document, pointer, near) if near else None
        reading.said.add(pointer)
        reading.wrong(Wrong("unknown-source", pointer, facts={"id": written}, hints=did_you_mean(near), fix=fix))
    return written


def purposes(reading: Reading, node: Written, pointer: str) -> tuple[str, ...]:
    """Read the purposes of a node, each a word of the catalogue or of the document."""
    found = []
    listed = isinstance(node.get("purpose"), list)
    for index, word in enumerate(as_list(node.get("purpose"))):
        if isinstance(word, str):
            at = reading.below(pointer, "purpose", *([index] if listed else []))
            found.append(reading.named("purpose", word, at))
    return tuple(found)


SLIPS = ("error", "ambiguity", "contradiction", "repetition", "omission")
"""The kinds of slips."""


def slips(reading: Reading, node: Written) -> tuple[Slip, ...]:
    """Where the source is at fault."""
    made = []
    for written in as_list(node.get("slip")):
        if isinstance(written, Mapping):
            says, read_as = text(reading, written.get("says")), text(reading, written.get("read_as"))
            kind = written.get("kind")
            field = written.get("field")
            if says and read_as and kind in SLIPS:
                made.append(Slip(kind=kind, says=says, read_as=read_as, field=field if isinstance(field, str) else None))
    return tuple(made)


def prompts(reading: Reading, node: Written, pointer: str) -> tuple[Prompt, ...]:
    """Read what is said, asked and shown, in the order of the keys."""
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
    """Read the totals that the source states."""
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
        covers=tuple(name for name in as_list(written.get("covers")) if isinstance(name, str)),
        source=source(reading, written.get("source"), reading.below(origin, "source")),
        note=text(reading, written.get("note")),
        origin=origin,
    )


WHOLES = ("visit", "table", "unstated")
"""What a total may cover beside ids."""


def check_covers(reading: Reading, nodes: Iterable[tuple[Written, str]], ids: Iterable[str]) -> None:
    """Report the ids that a stated total covers and nothing bears."""
    known = (*WHOLES, *ids)
    for node, pointer in nodes:
        for index, total in enumerate(as_list(node.get("stated_total"))):
            covers = total.get("covers") if isinstance(total, Mapping) else None
            listed = isinstance(covers, list)
            for place, name in enumerate(as_list(covers)):
                at = reading.below(pointer, "stated_total", index, "covers", *([place] if listed else []))
                if isinstance(name, str) and name not in known:
                    near = closest(name, tuple(known))
                    fix = replace_value(reading.document, at, near) if near else None
                    reading.said.add(at)
                    reading.wrong(Wrong("unknown-id", at, facts={"id": name}, hints=did_you_mean(near), fix=fix))


def _is_range(value: Any) -> bool:
    return hasattr(value, "vague")


def extras(node: Written) -> FrozenMap[str, Any]:
    """Keep the `x-` keys, untouched."""
    return FrozenMap({key: value for key, value in node.items() if key.startswith("x-")})
