"""What nodes, blocks and deeds may hold: one entry for each key that is no dose or state literal.

The published schema and the validators that run are both made from these. What a shape can't say (names, sums, inheritance) is
found by later readers. The shapes of care stand in `strokekit.reading.care_shapes`.
"""

from __future__ import annotations

from strokekit.literals import KINDS
from strokekit.literals.fields import DOSE, STATE
from strokekit.model.routine import LOCKS
from strokekit.reading.care_shapes import CARE_DEFS, IDS, NOTE, SOURCE
from strokekit.reading.outlines import (
    EXTRA,
    LANGUAGE,
    PLAIN_ID,
    TEXT,
    Shape,
    closed,
    either,
    enum,
    field_shape,
    flag,
    key,
    listed,
    literal,
    one_or_list,
    ref,
    yes_or,
)
from strokekit.reading.vocabulary_shapes import VALUES

HEADS = ("technique", "action", "steps", "choose", "include", "free", "checkpoint", "unlisted")
"""The keys that decide what a step is; of each step exactly one, or a cue."""
SECTION_HEADS = ("steps", "include", "free")
"""Those of which a section has exactly one."""
CUES = ("say", "ask", "caution")
PHASES = (
    "before",
    "intake",
    "preparation",
    "positioning",
    "warm_up",
    "main",
    "turn_over",
    "finish",
    "aftercare",
    "after",
)
TABLE_PHASES = PHASES[PHASES.index("positioning") : PHASES.index("aftercare") + 1]
"""The phases that count as table time."""

SLIP = closed(
    "slip",
    {
        "kind": key(enum("error", "ambiguity", "contradiction", "repetition", "omission"), "what is wrong there", "ambiguity"),
        "field": key({"type": "string"}, "the key that was read otherwise", "direction"),
        "says": key(ref("text"), "what the source says", "upward"),
        "read_as": key(ref("text"), "what this file follows", "toward the head"),
    },
    required=("kind", "says", "read_as"),
    examples=[{"kind": "ambiguity", "field": "direction", "says": "upward", "read_as": "toward the head"}],
)
STATED_TOTAL: Shape = either(
    "array",
    listed(
        closed(
            "stated total",
            {
                "duration": key(ref("duration"), "how long", "60 min"),
                "covers": key(
                    one_or_list({"type": "string", "pattern": PLAIN_ID}),
                    "what it is the total of: ids, `visit`, `table` or `unstated`",
                    "table",
                    ["upper_back", "lower_back"],
                ),
                "source": key(SOURCE, "who states it", "article"),
                "note": NOTE,
            },
            required=("duration",),
        ),
    ),
    ref("duration"),
)
LOCKED: Shape = either("boolean", {}, one_or_list(enum(*LOCKS)))
"""What nobody may change: all, or some of it."""
MEDIA: Shape = listed(
    closed(
        "picture, sound or film",
        {
            "kind": key(enum("image", "audio", "video", "document"), "what it is", "video"),
            "href": key({"type": "string", "minLength": 1}, "where it is; it is never opened here", "media/kneading.jpg"),
            "title": key(ref("text"), "what people call it", "Kneading the calf"),
            "language": key({"type": "string", "pattern": LANGUAGE}, "the language spoken in it", "ne"),
        },
        required=("kind", "href"),
    )
)
DIFFERS: Shape = closed(
    "other reading",
    {
        "source": key(SOURCE, "the source that says so", "other"),
        "note": NOTE,
        **{name: ref(f"dose.{name}") for name in DOSE},
        **{name: ref(f"node.{name}") for name in STATE},
    },
    minProperties=1,
)

_NODE: Shape = {
    "id": key({"type": "string", "pattern": PLAIN_ID}, "a stable name, carried to plan, cue and record", "upper_strokes"),
    "label": key({"type": ["string", "integer"]}, "the source's own number or letter", "U1", 3),
    "title": key(ref("text"), "what people call it", "Upper back"),
    "note": key(ref("text"), "words for people; they change nothing", "Take your time."),
    "purpose": key(IDS, "what the source does it for", "calm", ["calm", "comfort"]),
    "source": key(SOURCE, "the source this comes from", "article"),
    "slip": key(one_or_list(ref("slip")), "where the source is at fault, and what was read instead", *SLIP["examples"]),
    "differs": key(
        one_or_list(ref("differs")),
        "what another source says; shown, never timed",
        {"source": "other", "repeat": "4..6"},
    ),
    "when": key(ref("when"), "done only if this holds", "wanted", "found knots"),
    "expect": flag("whether an open condition counts into the ideal time", default=True),
    "optional": flag("complete without it", default=False),
    "priority": key(enum("low", "normal", "high"), "what a fit keeps first", "high", default="normal"),
    "duration": field_shape(DOSE["duration"]),
    "share": field_shape(DOSE["share"]),
    "rest": field_shape(DOSE["rest"]),
    "locked": yes_or(ref("locked"), "what nobody may change: `true` for all of it", ["order", "dose"]),
    "mark": key({"type": "string", "pattern": PLAIN_ID}, "a name for the spots that are found here", "tender"),
    "media": key(ref("media"), "pictures, sounds and films", [{"kind": "image", "href": "media/kneading.jpg"}]),
    "stated_total": key(
        ref("stated_total"), "a total that the source states", "60 min", [{"duration": "20 min", "covers": "table"}]
    ),
    "say": key(one_or_list(ref("cue")), "spoken to the client", "Please turn over."),
    "ask": key(one_or_list(ref("cue")), "asked of the client", {"text": "Is this still comfortable?", "at": "pressure_rise"}),
    "caution": key(one_or_list(ref("cue")), "shown to the therapist", "Only with the client's leave."),
    "avoid": key(ref("avoid"), "places and findings, each with what may not be done about it", {"spine": "no_pressure"}),
    "cap": key(ref("pressure"), "the highest pressure", "moderate"),
    "stop": key(ref("stop"), "signs, each with what to do when it shows", {"numbness": "lighten", "pain 7..10": "lighten"}),
    **{name: field_shape(field) for name, field in STATE.items()},
}
NODE: Shape = {name: ref(f"node.{name}") for name in _NODE}
"""What every section, block and step may carry."""
DOSES: Shape = {name: ref(f"dose.{name}") for name in DOSE}
"""The dose fields."""
STAGE = closed("stage", {name: shape for name, shape in DOSES.items() if name != "stages"}, minProperties=1)
"""A part of one step: a dose that has no stages itself."""
EXCEPTION = closed(
    "exception",
    {"when": ref("node.when"), "skip": flag("the step is left out", default=False), **DOSES},
    required=("when",),
)

_DEED: Shape = {
    "with": key({"type": "object"}, "what only this technique knows"),
    "lasts": key(
        ref("duration"),
        "goes on while later steps run: `routine`, `section`, `until_removed` or a time",
        "until_removed",
        "10 min",
    ),
    "of": key({"type": "string", "pattern": PLAIN_ID}, "the id of the step that this one ends", "warm_pack"),
    "but": key(
        one_or_list(ref("exception")),
        "exceptions: what is done otherwise, or left out, while a condition holds",
        {"when": "this toe = 5", "repeat": 1},
    ),
    "mirror": flag("whether it is mirrored on the other side", default=True),
}
DEED: Shape = {name: ref(f"deed.{name}") for name in _DEED}
"""What techniques and actions may carry beside their dose."""

_DEFAULTS: Shape = key(
    closed("defaults", DOSES, minProperties=1),
    "dose fields for the techniques below; the nearest wins, field by field",
    {"repeat": "unstated"},
)
DEFAULTS: Shape = ref("defaults")
SIDE_ORDERS = ("each", "left then right", "right then left", "same then other")
"""What `sides` may say."""
MEMBERS = r"^(all|[0-9]+( *\.\. *[0-9]+)?)$"
"""Which members of a row a block is done for."""
_NUMBERS: Shape = either(
    "array", listed({"type": "integer", "minimum": 1}), {"type": ["integer", "string"], "minimum": 1, "pattern": MEMBERS}
)
_FOR_EACH: Shape = {
    "title": "loop",
    "type": "object",
    "minProperties": 1,
    "patternProperties": EXTRA,
    "properties": {"place": key(one_or_list(ref("place")), "the places, one after the other", ["knee", "ankle"])},
    "additionalProperties": _NUMBERS,
}
BLOCK: Shape = {
    "repeat": DOSES["repeat"],
    "sides": key(
        enum(*SIDE_ORDERS),
        "the block is done for each side; it is written for the first",
        "each",
    ),
    "for_each": ref("for_each"),
    "order": key(enum("written", "any"), "in which order the steps run", "any", default="written"),
    "until": DOSES["until"],
    "defaults": DEFAULTS,
}
"""What blocks may carry beside their steps; the keys that hold steps are added where steps are."""


def _dose_shape(name: str) -> Shape:
    field = DOSE[name]
    if field.kind == "stages":
        return key(listed(ref("stage")), field.means, [{"pressure": "light"}, {"pressure": "deep"}])
    return field_shape(field)


DEFS: Shape = {
    "text": TEXT,
    "values": VALUES,
    **CARE_DEFS,
    "slip": SLIP,
    "stated_total": STATED_TOTAL,
    "defaults": _DEFAULTS,
    "locked": LOCKED,
    "media": MEDIA,
    "differs": DIFFERS,
    "stage": STAGE,
    "exception": EXCEPTION,
    "for_each": key(
        _FOR_EACH,
        "the block is done for each of these, one after the other; inside, `this` is the current one",
        {"toe": "all"},
        {"finger": [5, 1]},
    ),
    **{kind.name: literal(kind) for kind in KINDS.values()},
    **{f"node.{name}": shape for name, shape in _NODE.items()},
    **{f"deed.{name}": shape for name, shape in _DEED.items()},
    **{f"dose.{name}": _dose_shape(name) for name in DOSE},
}
"""The shared definitions: each is written once, so that the whole stays small."""
