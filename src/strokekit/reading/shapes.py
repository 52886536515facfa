"""What nodes, blocks and deeds may hold: one entry for each key that is no dose or state literal.

The published schema and the validators that run are both made from these. What a shape can't say (names, sums, inheritance) is
found by later readers.
"""

from __future__ import annotations

from strokekit.literals import KINDS
from strokekit.literals.fields import DOSE, STATE
from strokekit.reading.outlines import (
    EXTRA,
    ID,
    LANGUAGE_KEY,
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
)

HEADS = ("technique", "action", "steps", "choose")
"""The keys that decide what a step is; of each step exactly one, or a cue."""
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

_TIME = r"\d+(\.\d+)? ?(ms|s|min|h)"
AT = rf"^(start|end|pressure_rise|leaving|often|each repeat|\d+(\.\d+)? ?%|-?{_TIME}|every {_TIME})$"
"""When a cue is given."""
RULES = ("keep_off", "no_contact", "no_pressure", "light_only")
"""The rules of `avoid` that stand alone."""
RULE = rf"^({'|'.join(RULES)}|no {ID[1:-1]}|at_most .+)$"
"""A rule of `avoid`."""
RESPONSES = ("stop", "pause", "lighten", "skip", "shorten", "refer", "stop and refer")
SOURCE: Shape = {"type": "string", "pattern": PLAIN_ID}
"""The id of a source."""

_CUE = closed(
    "cue",
    {
        "text": key(ref("text"), "the words", "Is this still comfortable?"),
        "at": key({"type": "string", "pattern": AT}, "when it is given", "end", "every 2 min", default="start"),
        "answers": key({"type": "object"}, "what each answer brings about", {"no": {"skip": True}}),
    },
    required=("text",),
)
_TIMED: Shape = {
    "type": "object",
    "anyOf": [{"required": ["text"]}, {"required": ["at"]}, {"not": {"propertyNames": {"pattern": LANGUAGE_KEY}}}],
}
"""A mapping that is a cue and no text by language: no language is called `text`, and `at` is taken."""
CUE: Shape = {"if": _TIMED, "then": _CUE, "else": ref("text")}

_RULE: Shape = {"type": "string", "pattern": RULE}
AVOID: Shape = {
    "type": "object",
    "minProperties": 1,
    "patternProperties": EXTRA,
    "examples": [{"spine": "no_pressure"}],
    "additionalProperties": either(
        "object",
        closed(
            "rule",
            {
                "effect": key(_RULE, "what may not be done", "no_pressure", "no percussion", "at_most light"),
                "because": key(ref("text"), "why", "kidneys"),
                "source": key(SOURCE, "the source of the rule", "article"),
                "note": key(ref("text"), "words for people; they change nothing", "Ask first."),
            },
            required=("effect",),
        ),
        _RULE,
    ),
}
STOP: Shape = {
    "type": "object",
    "minProperties": 1,
    "patternProperties": EXTRA,
    "examples": [{"numbness": "lighten"}],
    "additionalProperties": either(
        "object",
        closed(
            "response",
            {
                "response": key(enum(*RESPONSES), "what is done", "lighten"),
                "note": key(ref("text"), "words for people; they change nothing", "Ask first."),
            },
            required=("response",),
        ),
        enum(*RESPONSES),
    ),
}
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
                "note": key(ref("text"), "words for people; they change nothing", "As printed on the card."),
            },
            required=("duration",),
        ),
    ),
    ref("duration"),
)
IDS: Shape = one_or_list({"type": "string", "pattern": ID})

_NODE: Shape = {
    "id": key({"type": "string", "pattern": PLAIN_ID}, "a stable name, carried to plan, cue and record", "upper_strokes"),
    "label": key({"type": ["string", "integer"]}, "the source's own number or letter", "U1", 3),
    "title": key(ref("text"), "what people call it", "Upper back"),
    "note": key(ref("text"), "words for people; they change nothing", "Take your time."),
    "purpose": key(IDS, "what the source does it for", "calm", ["calm", "comfort"]),
    "source": key(SOURCE, "the source this comes from", "article"),
    "slip": key(one_or_list(ref("slip")), "where the source is at fault, and what was read instead", *SLIP["examples"]),
    "differs": key(
        one_or_list({"type": "object", "minProperties": 1}),
        "what another source says; shown, never timed",
        {"source": "other", "repeat": "4..6"},
    ),
    "when": key(ref("when"), "done only if this holds", "wanted", "found knots"),
    "expect": flag("whether an open condition counts into the ideal time", default=True),
    "optional": flag("complete without it", default=False),
    "priority": key(enum("low", "normal", "high"), "what a fit keeps first", "high", default="normal"),
    "duration": field_shape(DOSE["duration"]),
    "rest": field_shape(DOSE["rest"]),
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
DOSES: Shape = {name: ref(f"dose.{name}") for name, field in DOSE.items() if not field.later}
"""The dose fields that this release reads."""

_DEED: Shape = {
    "with": key({"type": "object"}, "what only this technique knows"),
    "lasts": key(
        ref("duration"),
        "goes on while later steps run: `routine`, `section`, `until_removed` or a time",
        "until_removed",
        "10 min",
    ),
    "of": key({"type": "string", "pattern": PLAIN_ID}, "the id of the step that this one ends", "warm_pack"),
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
BLOCK: Shape = {
    "repeat": DOSES["repeat"],
    "sides": key(
        enum(*SIDE_ORDERS),
        "the block is done for each side; it is written for the first",
        "each",
    ),
    "order": key(enum("written", "any"), "in which order the steps run", "any", default="written"),
    "defaults": DEFAULTS,
}
"""What blocks may carry beside their steps; `between` is added where steps are."""

DEFS: Shape = {
    "text": TEXT,
    "cue": CUE,
    "avoid": AVOID,
    "stop": STOP,
    "slip": SLIP,
    "stated_total": STATED_TOTAL,
    "defaults": _DEFAULTS,
    **{kind.name: literal(kind) for kind in KINDS.values()},
    **{f"node.{name}": shape for name, shape in _NODE.items()},
    **{f"deed.{name}": shape for name, shape in _DEED.items()},
    **{f"dose.{name}": field_shape(field) for name, field in DOSE.items() if not field.later},
}
"""The shared definitions: each is written once, so that the whole stays small."""
