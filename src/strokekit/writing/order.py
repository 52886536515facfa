"""The order in which a writer puts keys: what it is first, what people are told and where it comes from last.

The dose and the state come in the order of their own tables. Only what the tables of shapes can't tell stands here, and a key
that is named nowhere here comes after the dose, in the order of its table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from strokekit.literals.fields import DOSE, STATE
from strokekit.reading.shapes import BLOCK, CUES, DEED, HEADS, NODE

_NAMES = ("id", "label", "title")
_LOOPS = ("phase", "set", "by", "among", "since", "values", "sides", "for_each", "order", "defaults")
_CONDITIONS = ("when", "expect", "optional", "priority", "lasts", "of", "with", "mirror", "but")
_CARE = ("purpose", "avoid", "cap", "stop", "locked")
_WORDS = ("mark", "say", "ask", "caution", "note", "media")
_PROVENANCE = ("stated_total", "source", "slip", "differs")
_CHILDREN = ("from", "steps", "between", "interspersed", "may_add")
_FIRST = (*(head for head in HEADS if head not in _CHILDREN), *_NAMES, *_LOOPS, *STATE, *DOSE)
_LAST = (*_CONDITIONS, *_CARE, *_WORDS, *_PROVENANCE, *_CHILDREN)
_MIDDLE = tuple(key for key in (*DEED, *BLOCK, *NODE) if key not in _FIRST and key not in _LAST)
NODE_ORDER: tuple[str, ...] = (*_FIRST, *_MIDDLE, *_LAST)
"""The keys of steps, blocks and sections."""
SECTION_ORDER: tuple[str, ...] = (*_NAMES, *(key for key in NODE_ORDER if key not in _NAMES))
"""A section is known by its name, so that comes first."""
DOCUMENT_ORDER: tuple[str, ...] = (
    *("strokekit", "kind", "id", "title", "summary", "language", "note", "extent", "missing", "requires"),
    *("recipient", "contraindications", "screen", "avoid", "cap", "stop", "limits"),
    *("sources", "source", "slip", "equipment", "values", "variants", "places", "scales", "words"),
    *("defaults", "locked", "booking", "stated_total", "schedule", "sign_off", "parts", "may_add", "sections", "claims"),
)
"""The keys of a routine: what it is, for whom and with what care, where it comes from, what it needs, what is done."""


def ordered(data: Mapping[str, Any], known: Iterable[str], *, kind: str) -> list[str]:
    """Put the keys of `data` in order.

    Args:
        data: a mapping of a document.
        known: the keys of its shape, in the order of its table.
        kind: `document`, `section`, `node`, or anything else for a mapping whose table is its order.

    >>> ordered({"repeat": 3, "where": "calf", "technique": "kneading"}, (), kind="node")
    ['technique', 'where', 'repeat']
    """
    table = {"document": DOCUMENT_ORDER, "section": SECTION_ORDER, "node": NODE_ORDER}.get(kind, ())
    lead = () if any(head in data for head in HEADS) or kind != "node" else CUES[:]
    heads = [cue for cue in lead if cue in data][:1]  # a cue step is known by what is said first
    rank = {key: place for place, key in reversed(list(enumerate((*heads, *table, *known))))}
    return sorted(data, key=lambda key: (rank.get(key, len(rank) + len(table) + 1), key in rank))
