"""What a document may hold beside its sections."""

from __future__ import annotations

from strokekit.reading.care_shapes import SET, SOURCE
from strokekit.reading.outlines import (
    EXTRA,
    ID,
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
from strokekit.reading.shapes import DEFAULTS, NODE
from strokekit.reading.vocabulary_shapes import PLACES, SCALES, VALUE_TYPES, WORDS
from strokekit.version import FORMAT

VERSION = FORMAT
"""The version of the format that this release reads."""
_PLAIN: Shape = {"type": "string", "minLength": 1}
THING_KEY = r"^(x-|[a-z][a-z0-9_.]*$)"
"""A key that names a thing, also one of a plugin."""
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
        "type": "object",
        "patternProperties": EXTRA,
        "additionalProperties": ref("effects"),
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
                "temperature": key(ref("temperature"), "how warm it is", "40..45 °C"),
                "setting": key(_DETAIL, "how it is set", "low"),
                "optional": flag("it can be done without", default=False),
                "or": key(_PLAIN, "what may stand in its place", "blanket"),
                "avoid": key(ref("avoid"), "places that it may not come to", {"abdomen": "keep_off"}),
                "forbid": key(listed(_PLAIN), "what it may not be or hold", ["nut_oil"]),
                "note": _NOTE,
                "source": NODE["source"],
            },
            minProperties=1,
        ),
        ref("quantity"),
    ),
    keys=THING_KEY,
)
_SCREEN = listed(
    closed(
        "question",
        {
            "id": key({"type": "string", "pattern": PLAIN_ID}, "a stable name of the question", "sunburn"),
            "ask": key(ref("text"), "the words", "Any sunburned skin?"),
            "who": key(_PLAIN, "who is asked, where it is not the client", "the midwife"),
            "type": key(enum(*VALUE_TYPES), "the sort of answer", "place", default="boolean"),
            "then": key(ref("effects"), "what a yes brings about", {"avoid": {"reported_areas": "keep_off"}}),
            "answers": key(ref("answers"), "what each answer brings about", {"none": "refuse"}),
            "need": flag("nothing starts without a yes", default=False),
        },
        required=("id", "ask"),
    )
)
SUBJECTS = ("tool", "technique", "purpose", "where")
"""What a limit is about."""
MEASURES = ("duration", "share", "repeat")
"""How a limit measures it."""
LIMIT: Shape = {
    "tool": key(ref("tool"), "with what", "elbow"),
    "technique": key({"type": "string", "pattern": ID}, "a technique, or a family of techniques", "percussion"),
    "purpose": key({"type": "string", "pattern": ID}, "what for", "calm"),
    "where": key(ref("place"), "on which place", "abdomen"),
    "duration": key(ref("duration"), "how long", "..2 min each area"),
    "share": key(ref("percent"), "which part of the time on the table", "..20%"),
    "repeat": key(ref("count"), "how often", "..3"),
    "source": NODE["source"],
    "note": _NOTE,
}
"""What a limit may say."""
_LIMITS = listed(closed("limit", LIMIT))
_VARIANTS = named(
    closed(
        "variant",
        {
            "title": key(ref("text"), "what people call it", "Legs and feet"),
            "default": flag("this one is meant where nobody chooses", default=False),
            "sections": key(
                {**listed({"type": "string", "pattern": PLAIN_ID}), "uniqueItems": True},
                "its sections, in order",
                ["legs", "feet"],
            ),
            "set": SET,
            "recipient": key(_RECIPIENT, "who receives it", "elder"),
            "source": NODE["source"],
            "stated_total": NODE["stated_total"],
        },
        required=("sections",),
    )
)
_SCHEDULE = listed(
    closed(
        "line of the schedule",
        {
            "weeks": key(ref("count"), "in which weeks", "1..4"),
            "times": key(ref("count"), "how often", "2 each week"),
            "variant": key({"type": "string", "pattern": PLAIN_ID}, "in which variant", "long"),
            "note": _NOTE,
        },
        required=("weeks", "times"),
    )
)
_BOOKED = {
    "slot": "the whole that is booked",
    "before": "before the table",
    "table": "on the table",
    "after": "after the table",
}
_BOOKING = closed("booking", {name: key(ref("duration"), text, "60 min") for name, text in _BOOKED.items()}, minProperties=1)

SIGN_OFF = ("each_time", "once")
"""How often somebody signs that it was done as written."""
DOCUMENT: Shape = {
    "strokekit": key({"const": VERSION}, "the version of the format", VERSION),
    "kind": key(
        enum("routine", "fragment"), "what the file is: a fragment is only there to be included", "fragment", default="routine"
    ),
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
        ref("values"),
        "what whoever uses the routine may set; `$name` stands for it",
        {"passes": {"type": "count", "default": 3, "min": 2, "max": 6}},
    ),
    "words": key(WORDS, "words of this file's own, each with a title", {"signs": {"slack": "the tissue gives"}}),
    "defaults": DEFAULTS,
    "booking": key(_BOOKING, "the time that is booked, and its parts", {"slot": "75 min", "table": "60 min"}),
    "stated_total": NODE["stated_total"],
    "screen": key(_SCREEN, "what is asked before the first stroke", [{"id": "agreed", "ask": "Shall we begin?", "need": True}]),
    "limits": key(_LIMITS, "how much of something a run may hold", [{"tool": "elbow", "duration": "..2 min each area"}]),
    "locked": NODE["locked"],
    "variants": key(
        _VARIANTS,
        "the services that this file describes: which sections each of them has, and what it sets",
        {"short": {"default": True, "sections": ["legs"]}, "long": {"sections": ["legs", "feet"]}},
    ),
    "places": key(PLACES, "points, lines, zones and ways of this file's own", {"hollow": {"at": "middle of palm"}}),
    "scales": key(SCALES, "pressure scales of this file's own", {"own": {"title": "Own scale", "low": 1, "high": 5}}),
    "schedule": key(
        _SCHEDULE, "how often it is given; it never changes a single run", [{"weeks": "1..4", "times": "2 each week"}]
    ),
    "sign_off": key(enum(*SIGN_OFF), "how often somebody signs that it was done as written", "each_time"),
}
"""What a document may hold beside its sections."""
