"""What a document may hold beside its sections."""

from __future__ import annotations

from strokekit.reading.outlines import (
    EXTRA,
    LANGUAGE,
    PLAIN_ID,
    Shape,
    closed,
    either,
    enum,
    flag,
    key,
    listed,
    named,
    ref,
)
from strokekit.reading.shapes import DEFAULTS, NODE, SOURCE

VERSION = 1
"""The version of the format that this release reads."""
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
WORD_GROUPS = {"signs": "sign", "purposes": "purpose", "findings": "finding", "things": "thing", "grips": "grip"}
"""Key under `words` → group of the catalogue."""

_PLAIN: Shape = {"type": "string", "minLength": 1}
_DETAIL: Shape = {"type": ["string", "integer", "boolean"]}
_NOTE = NODE["note"]
_SOURCES = named(
    closed(
        "source",
        {
            "title": key(ref("text"), "what it is called", "Upper & Lower Back Massage Therapy"),
            "author": key(_PLAIN, "who wrote it", "A. Therapist"),
            "publisher": key(_PLAIN, "who published it", "Real Therapy and Beauty Points"),
            "url": key(_PLAIN, "where it stands", "https://example.org/back"),
            "retrieved": key(_PLAIN, "when it was read there", "on 2 May 2026"),
            "licence": key(_PLAIN, "under which terms it may be used", "unknown"),
            "note": _NOTE,
        },
        required=("title",),
    )
)
_CLAIMS = listed(
    closed(
        "claim",
        {
            "id": key({"type": "string", "pattern": PLAIN_ID}, "a stable name of the claim", "tension"),
            "text": key(ref("text"), "what is claimed", "eases tightness and knots"),
            "by": key(SOURCE, "the source that claims it", "article"),
        },
        required=("id", "text", "by"),
    )
)
_RECIPIENT = either(
    "object",
    closed(
        "recipient",
        {
            "kind": key(enum("adult", "child", "infant", "elder", "unstated"), "who it is", "adult"),
            "pregnant": key(_DETAIL, "whether she is, or since when", "since week 20"),
            "self": flag("the giver is the receiver"),
            "group": flag("many at once, each on themselves"),
            "clothing": key(_PLAIN, "what the client wears", "light clothing"),
            "setting": key(_PLAIN, "where it takes place", "at a desk"),
        },
        minProperties=1,
    ),
    enum("adult", "child", "infant", "elder", "pregnant", "self", "unstated"),
)
_CONTRAINDICATIONS = either(
    "object",
    {
        "patternProperties": EXTRA,
        "additionalProperties": {"type": ["string", "object"], "minLength": 1, "minProperties": 1},
        "not": {"propertyNames": {"pattern": "^x-"}},  # a mapping that lists nothing must not pass for a reviewed list
    },
    enum("unknown", "none_reviewed"),
)
_EQUIPMENT = named(
    either(
        "object",
        closed(
            "piece of equipment",
            {
                "amount": key(ref("quantity"), "how much of it", "20..30 ml"),
                "count": key(ref("quantity"), "how many of it", 2),
                "temperature": key(ref("quantity"), "how warm it is", "40..45 °C"),
                "setting": key(_DETAIL, "how it is set", "low"),
                "optional": flag("it can be done without", default=False),
                "or": key(_PLAIN, "what may stand in its place", "blanket"),
                "forbid": key(listed(_PLAIN), "what it may not be or hold", ["nut_oil"]),
                "note": _NOTE,
                "source": NODE["source"],
            },
            minProperties=1,
        ),
        ref("quantity"),
    ),
    keys=r"^(x-.*|[a-z][a-z0-9_.]*)$",
)
_BOUND: Shape = {"type": ["string", "integer"]}
_VALUES = named(
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
_WORDS = closed(
    "words",
    {group: key(named(ref("text")), f"{group} of this file's own", {"own_word": "its title"}) for group in WORD_GROUPS},
    minProperties=1,
)
_BOOKED = {
    "slot": "the whole that is booked",
    "before": "before the table",
    "table": "on the table",
    "after": "after the table",
}
_BOOKING = closed("booking", {name: key(ref("duration"), text, "60 min") for name, text in _BOOKED.items()}, minProperties=1)

DOCUMENT: Shape = {
    "strokekit": key({"const": VERSION}, "the version of the format", VERSION),
    "kind": key(enum("routine"), "what the file is", "routine", default="routine"),
    "id": key({"type": "string", "pattern": PLAIN_ID}, "a stable name of the routine", "upper_lower_back"),
    "title": key(ref("text"), "what people call it", "Back massage"),
    "summary": key(ref("text"), "what it is, in a sentence", "A calm routine for the whole back."),
    "language": key({"type": "string", "pattern": LANGUAGE}, "the language of all plain texts", "ne", default="en"),
    "note": _NOTE,
    "extent": key(enum("whole", "part", "outline"), "how much of the source stands here", "part", default="whole"),
    "missing": key(ref("text"), "what of the source does not stand here", "The neck."),
    "sources": key(_SOURCES, "where the routine comes from", {"article": {"title": "Back massage", "licence": "unknown"}}),
    "source": NODE["source"],
    "slip": NODE["slip"],
    "claims": key(
        _CLAIMS,
        "what a source asserts; shown with its name, used by no rule",
        [{"id": "tension", "by": "article", "text": "eases tightness"}],
    ),
    "requires": key(named({"type": "string"}), "plugins and versions the file counts on", {"thai": ">=1.2"}),
    "recipient": key(_RECIPIENT, "who receives it", "adult", {"kind": "adult", "pregnant": True}, default="unstated"),
    "contraindications": key(
        _CONTRAINDICATIONS,
        "what speaks against it; `unknown` is not `none_reviewed`",
        "none_reviewed",
        {"fever": "refuse"},
        default="unknown",
    ),
    "avoid": NODE["avoid"],
    "cap": NODE["cap"],
    "stop": NODE["stop"],
    "equipment": key(
        _EQUIPMENT,
        "amounts and settings that no step mentions; the list itself is derived from the steps",
        {"oil": "20..30 ml"},
    ),
    "values": key(
        _VALUES,
        "what whoever uses the routine may set; `$name` stands for it",
        {"passes": {"type": "count", "default": 3, "min": 2, "max": 6}},
    ),
    "words": key(_WORDS, "words of this file's own, each with a title", {"signs": {"slack": "the tissue gives"}}),
    "defaults": DEFAULTS,
    "booking": key(_BOOKING, "the time that is booked, and its parts", {"slot": "75 min", "table": "60 min"}),
    "stated_total": NODE["stated_total"],
}
"""What a document may hold beside its sections."""
