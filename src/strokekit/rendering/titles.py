"""What a routine calls things itself: its own words, places, scales and sources, by group and id, as `Phrases` looks them up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.model.routine import Routine


def own_titles(routine: Routine) -> dict[str, Mapping[str, Any]]:
    """Give group → id → title; what has no title of its own is not among them.

    >>> words = {"sign": {"slack": {"en": "the tissue gives"}}}
    >>> own_titles(Routine(title={"en": "Legs"}, language="en", words=words))["sign"]["slack"]
    {'en': 'the tissue gives'}
    """
    titles: dict[str, Mapping[str, Any]] = dict(routine.words)
    titles["place"] = {place.id: place.title for place in routine.places.values() if place.title}
    titles["region"] = {**titles["place"], **titles.get("region", {})}
    titles["path"] = {**titles["place"], **titles.get("path", {})}
    titles["scale"] = {scale.id: scale.title for scale in routine.scales.values()}
    titles["source"] = {source.id: source.details.get("publisher") or source.title for source in routine.sources.values()}
    titles["value"] = {value.id: value.title for value in routine.values.values() if value.title}
    titles["answer"] = {question.id: question.ask for question in routine.screen}
    return titles
