"""Compact text put together from the keys of a long form, and the way back from a place in it to the key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from strokekit.literals.vocabulary import Mistake

Given: TypeAlias = Mapping[str, Any]
"""The long form as it stands in the document."""


@attrs.frozen
class Segment:
    """A piece of compact text with the key that brought it; `own` is false for a word of the grammar beside the key's text."""

    key: str
    text: str
    own: bool = True


Segments: TypeAlias = list[Segment]


def said(given: Given, *keys: str) -> Segments:
    """Take the texts of `keys`, in order, where they are given."""
    return [Segment(key, str(given[key])) for key in keys if key in given]


def after(word: str, segments: Segments) -> Segments:
    """Put a word of the grammar in front of `segments`, if there are any."""
    return [Segment(segments[0].key, word, own=False), *segments] if segments else []


def before(segments: Segments, word: str) -> Segments:
    """Put a word of the grammar behind `segments`, if there are any."""
    return [*segments, Segment(segments[-1].key, word, own=False)] if segments else []


def joined(segments: Segments) -> str:
    """Join the pieces to a compact text."""
    return " ".join(segment.text for segment in segments)


def locate(mistake: Mistake, segments: Segments) -> Mistake:
    """Find the key whose text a mistake in the compact text belongs to."""
    position = 0
    for segment in segments:
        end = position + len(segment.text)
        if position <= mistake.start < end:
            if not segment.own or mistake.end is None:
                return attrs.evolve(mistake, path=(segment.key,), start=0, end=None)
            inner = min(mistake.end - position, len(segment.text))
            return attrs.evolve(mistake, path=(segment.key,), start=mistake.start - position, end=inner)
        position = end + 1
    return attrs.evolve(mistake, path=(), start=0, end=None)
