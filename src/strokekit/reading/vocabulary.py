"""A document's own vocabulary: its words, its places, its pressure scales."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.literals import Literals
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Area, Path, Place
from strokekit.model.routine import LocalPlace, LocalScale
from strokekit.plugins.catalog import Catalog, LocalVocabulary, local_levels, local_words
from strokekit.reading import words
from strokekit.reading.context import Reading
from strokekit.reading.vocabulary_shapes import PLACE_KINDS, WORD_GROUPS
from strokekit.reading.words import Written

_WAYS = ("line", "path")
"""The kinds of places that a stroke can follow."""


def literals_of(data: Written, catalog: Catalog) -> Literals:
    """Give the catalogue's reader of literals, or one that knows the document's own words, places and scales too."""
    groups = {group: [name for name, _ in words.own(ids)] for group, ids in _groups(data)}
    places = {name: written for name, written in words.own(data.get("places")) if isinstance(written, Mapping)}
    scales = {name: scale for name, written in words.own(data.get("scales")) if (scale := _scale(name, written)) is not None}
    if not groups and not places and not scales:
        return catalog.literals
    ways = [name for name, written in places.items() if "path" in written]
    own = local_words(groups, places, scales, ways=ways)
    return Literals(LocalVocabulary(catalog, own, local_levels(scales.values())))


def _groups(data: Written) -> list[tuple[str, Any]]:
    """Give the groups of words that the document declares, each under the catalogue's name of the group."""
    return [(WORD_GROUPS[key], ids) for key, ids in words.own(data.get("words")) if key in WORD_GROUPS]


def own_words(reading: Reading, data: Written) -> FrozenMap[str, Any]:
    """Read the words that the document declares, each with its title."""
    for key, ids in words.own(data.get("words")):
        for name, _ in words.own(ids):
            reading.new_word(name, "word", reading.below("/words", key, name))
    groups = {group: {name: words.text(reading, title) for name, title in words.own(ids)} for group, ids in _groups(data)}
    return FrozenMap({group: FrozenMap(titles) for group, titles in groups.items()})


def places(reading: Reading, data: Written) -> FrozenMap[str, LocalPlace]:
    """Read the points, lines, zones and ways that the document names."""
    made = {}
    for name, written in words.own(data.get("places")):
        origin = reading.below("/places", name)
        reading.new_word(name, "place", origin)
        for group in ("region", "finding"):
            if reading.catalog.find(group, name) is not None:
                facts = {"id": name}
                reading.wrong(
                    Wrong("duplicate-id", origin, on="key", facts=facts, hints=(f"the catalogue has a {group} `{name}`",))
                )
        if isinstance(written, Mapping):
            made[name] = _place(reading, name, written, origin)
    return FrozenMap(made)


def _place(reading: Reading, name: str, written: Written, origin: str) -> LocalPlace:
    kind: Any = written.get("kind", "point")
    at, path = (_read(reading, *field, written, origin) for field in (("place", "at"), ("path", "path")))
    if "at" not in written and ("path" not in written or kind not in _WAYS):
        reading.wrong(Wrong("missing-key", origin, facts={"where": "a place", "key": "at"}))
    if "path" in written and kind not in _WAYS:
        where = f"a place of the kind `{kind}`"
        reading.wrong(Wrong("unknown-key", reading.below(origin, "path"), on="key", facts={"key": "path", "where": where}))
    return LocalPlace(
        id=name,
        kind=kind if kind in PLACE_KINDS else "point",
        at=_area(reading, at, reading.below(origin, "at")),
        path=path if isinstance(path, Path) else None,
        title=words.text(reading, written.get("title")),
        origin=origin,
    )


def _read(reading: Reading, kind: str, key: str, written: Written, origin: str) -> Any:
    if key not in written or isinstance(written[key], list):
        return None
    return reading.literal(kind, written[key], reading.below(origin, key))


def _area(reading: Reading, place: Any, pointer: str) -> Area | None:
    """Give the one area of a place; findings, marks and several areas anchor nothing."""
    if not isinstance(place, Place):
        return None
    if len(place.areas) != 1 or place.findings:
        facts = {"problem": "a place is anchored at one area of the body", "expected": "one such as `middle of palm`"}
        reading.said.add(pointer)
        reading.wrong(Wrong("literal", pointer, facts=facts))
        return None
    return place.areas[0]


def scales(reading: Reading, data: Written) -> FrozenMap[str, LocalScale]:
    """Read the pressure scales that the document defines."""
    made = {}
    for name, written in words.own(data.get("scales")):
        origin = reading.below("/scales", name)
        reading.new_word(name, "scale", origin)
        if reading.catalog.find("scale", name) is not None:
            hints = (f"the catalogue has a scale `{name}`",)
            reading.wrong(Wrong("duplicate-id", origin, on="key", facts={"id": name}, hints=hints))
        scale = _scale(name, written, reading)
        if scale is not None:
            _check_levels(reading, scale)
            made[name] = scale
    return FrozenMap(made)


def _scale(name: str, written: Any, reading: Reading | None = None) -> LocalScale | None:
    """Make a scale of what is written; before there is a reading, without its texts."""
    if not isinstance(written, Mapping) or not all(_numeric(written.get(end)) for end in ("low", "high")):
        return None
    title = words.text(reading, written.get("title")) if reading else None
    levels = {level: words.text(reading, text) for level, text in words.own(written.get("levels"))} if reading else {}
    known = {word: str(level) for word, level in words.own(written.get("words")) if _leveled(level)}
    return LocalScale(
        id=name,
        title=title or FrozenMap({}),
        low=str(written["low"]),
        high=str(written["high"]),
        levels=FrozenMap({level: text for level, text in levels.items() if text is not None and _leveled(level)}),
        words=FrozenMap(known),
        origin=f"/scales/{name}",
    )


def _numeric(written: Any) -> bool:
    return isinstance(written, (str, int)) and not isinstance(written, bool) and str(written).replace(".", "", 1).isdecimal()


def _leveled(written: Any) -> bool:
    ends = str(written).split("..") if isinstance(written, (str, int)) and not isinstance(written, bool) else []
    return 0 < len(ends) <= len("..") and all(_numeric(end.strip()) for end in ends)


def _check_levels(reading: Reading, scale: LocalScale) -> None:
    """Hold the words and the levels of a scale against its ends."""
    low, high = Decimal(scale.low), Decimal(scale.high)
    if low >= high:
        facts = {"found": f"{scale.low}..{scale.high}", "repair": f"{scale.high}..{scale.low}"}
        reading.wrong(Wrong("range-upside-down", reading.below(scale.origin, "low"), facts=facts))
        return
    written = [("levels", level, level) for level in scale.levels] + [("words", *entry) for entry in scale.words.items()]
    for key, name, level in written:
        ends = [Decimal(end.strip()) for end in level.split("..")]
        if not low <= ends[0] <= ends[-1] <= high:
            at = reading.below(scale.origin, key, name)
            facts = {"found": f"`{level}`", "scale": scale.id, "low": scale.low, "high": scale.high}
            reading.wrong(Wrong("level-off-scale", at, on="value" if key == "words" else "key", facts=facts))
