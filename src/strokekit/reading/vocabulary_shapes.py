"""Shapes of a document's own vocabulary: its values, words, places and pressure scales."""

from __future__ import annotations

from strokekit.reading.outlines import Shape, closed, enum, key, listed, named, ref

VALUE_TYPES = (
    "boolean",
    "count",
    "duration",
    "pressure",
    "place",
    "side",
    "quantity",
    "technique",
    "text",
    "choice",
)
WORD_GROUPS = {
    "signs": "sign",
    "purposes": "purpose",
    "findings": "finding",
    "things": "thing",
    "grips": "grip",
    "conditions": "condition",
}
"""Key under `words` → group of the catalogue."""

_BOUND: Shape = {"type": ["string", "integer"]}
VALUES: Shape = named(
    closed(
        "value",
        {
            "type": key(enum(*VALUE_TYPES), "what it holds", "count"),
            "default": key({"type": ["string", "integer", "boolean"]}, "what holds unless it is set", 3),
            "min": key(_BOUND, "the least it may be", 2),
            "max": key(_BOUND, "the most it may be", 6),
            "choice": key(listed({"type": "string"}), "what it may be", ["calm", "lively"]),
            "title": key(ref("text"), "what people call it", "Strokes per leg"),
            "description": key(ref("text"), "what it is for", "How often each leg is stroked."),
        },
        required=("type",),
    )
)
WORDS: Shape = closed(
    "words",
    {group: key(named(ref("text")), f"{group} of this file's own", {"own_word": "its title"}) for group in WORD_GROUPS},
    minProperties=1,
)

_TITLE = key(ref("text"), "what people call it", "The hollow of the hand")
PLACE_KINDS = ("point", "line", "zone", "path")
PLACES: Shape = named(
    closed(
        "place",
        {
            "kind": key(enum(*PLACE_KINDS), "what it is", "zone", default="point"),
            "at": key(ref("place"), "where in the anatomy it lies, so that rules reach it", "middle of palm"),
            "path": key(ref("path"), "for lines and paths: the way that it takes", "heel -> sole -> base of toe 1"),
            "title": _TITLE,
        },
        minProperties=1,
    )
)
_NUMBER = r"[0-9]+(\.[0-9]+)?"
LEVEL = rf"^{_NUMBER}( *\.\. *{_NUMBER})?$"
"""A level of a scale, or a range of levels."""
LEVEL_KEY = rf"^(x-|{_NUMBER}$)"
"""A level as a key."""
END = rf"^{_NUMBER}$"
"""The lowest or the highest level of a scale."""
_END: Shape = {"type": ["string", "integer"], "pattern": END, "minimum": 0}
SCALES: Shape = named(
    closed(
        "scale",
        {
            "title": _TITLE,
            "low": key(_END, "its lowest level", 1),
            "high": key(_END, "its highest level", 5),
            "levels": key(named(ref("text"), keys=LEVEL_KEY), "what its levels mean", {"1": "a resting hand"}),
            "words": key(
                named({"type": ["string", "integer"], "pattern": LEVEL, "minimum": 0}),
                "pressure words, each with its level or levels",
                {"feathery": 1, "weighty": "3..4"},
            ),
        },
        required=("title", "low", "high"),
    )
)
