"""The shape of a routine file as JSON Schema fragments: one entry for each key that is no dose or state literal.

The published schema and the validators that run are both made from these. What a fragment can't say (names, sums, inheritance)
is found by later readers.
"""

from __future__ import annotations

from typing import Any

from strokekit.literals import KINDS, Kind
from strokekit.literals.fields import DOSE, STATE, Field

Shape = dict[str, Any]

VERSION = 1
"""The version of the format that this release reads."""
ID = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"
PLAIN_ID = r"^[a-z][a-z0-9_]*$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
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
LATER = {
    "document": ("kind", "screen", "limits", "parts", "variants", "places", "scales", "may_add", "locked", "schedule", "sign_off"),
    "section": ("free", "include", "for_each", "interspersed", "may_add", "locked", "mark", "media", "share"),
    "step": (
        "include",
        "free",
        "checkpoint",
        "unlisted",
        "for_each",
        "interspersed",
        "may_add",
        "locked",
        "mark",
        "media",
        "mirror",
        "but",
        "stages",
        "among",
        "since",
        "set",
        "share",
    ),
}
"""Keys of version 1 of the format that this release does not read yet: they get a diagnostic that says so."""


def closed(properties: Shape, *, required: tuple[str, ...] = (), **more: Any) -> Shape:
    """A mapping with just these keys, and `x-` keys beside them."""
    shape: Shape = {"type": "object", "properties": properties, "patternProperties": {"^x-": True}, "additionalProperties": False}
    return {**shape, **({"required": list(required)} if required else {}), **more}


def described(shape: Shape, text: str) -> Shape:
    """A shape with its meaning, for editors."""
    return {**shape, "description": text}


def ref(name: str) -> Shape:
    """A reference to a shared definition."""
    return {"$ref": f"#/$defs/{name}"}


def enum(*words: str) -> Shape:
    """One of the words."""
    return {"enum": list(words)}


def one_or_list(shape: Shape, name: str) -> Shape:
    """A thing or a list of such things."""
    return {"anyOf": [shape, {"type": "array", "items": shape, "minItems": 1, "title": f"list of {name}"}]}


def literal(kind: Kind) -> Shape:
    """The outline of a literal: its compact strings, its long mapping, its joins."""
    types = ["string", *(["integer"] if kind.integer else []), "object"]
    whole = rf"^(?:unstated|[^$]*\$[a-z][a-z0-9_]*.*|{kind.outline})$"
    shape: Shape = {"type": types, "pattern": whole, "examples": list(kind.examples), "title": kind.name}
    shape["properties"] = _long_keys(kind)
    shape["additionalProperties"] = False
    shape["minProperties"] = 1
    if kind.integer:
        shape["minimum"] = 1
    return shape


_LONG = {
    "text": {"type": "string"},
    "integer": {"type": "integer", "minimum": 1},
    "boolean": {"type": "boolean"},
    "amount": {"type": ["string", "integer"]},
    "scalar": {"type": ["string", "integer", "boolean"]},
}


def _long_keys(kind: Kind) -> Shape:
    keys = {key: _long_key(kind, form) for key, form in (kind.long.keys if kind.long else {}).items()}
    joins = {join: {"type": "array", "items": ref(kind.name), "minItems": 1} for join in kind.joins}
    return {**keys, **joins}


def _long_key(kind: Kind, form: str) -> Shape:
    if form == "list":
        return {"type": "array", "items": ref("place"), "minItems": 1}
    return ref(kind.name) if form == "same" else _LONG[form]


def field_shape(field: Field) -> Shape:
    """The shape of a dose or state field."""
    if field.kind == "word":
        return described(enum(*field.words, "unstated"), field.means)
    shape = ref(field.kind)
    if field.listed:
        none = [{"const": "none"}] if field.name == "bolsters" else []
        return described({"anyOf": [shape, {"type": "array", "items": shape, "minItems": 1}, *none]}, field.means)
    return {**shape, "description": field.means}


TEXT: Shape = {
    "type": ["string", "object"],
    "minLength": 1,
    "propertyNames": {"pattern": LANGUAGE},
    "additionalProperties": {"type": "string", "minLength": 1},
    "minProperties": 1,
    "title": "text",
}
ANY: Shape = {}
AT = r"^(start|end|pressure_rise|leaving|often|each repeat|\d+(\.\d+)? ?%|-?\d+(\.\d+)? ?(ms|s|min|h)|every \d+(\.\d+)? ?(ms|s|min|h))$"
CUE: Shape = {
    "anyOf": [
        TEXT,
        closed({"text": ref("text"), "at": {"type": "string", "pattern": AT}, "answers": {"type": "object"}}, required=("text",)),
    ]
}
AVOID_WORD = rf"^(keep_off|no_contact|no_pressure|light_only|no {ID[1:-1]}|at_most .+)$"
AVOID: Shape = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": {
        "anyOf": [
            {"type": "string", "pattern": AVOID_WORD},
            closed(
                {
                    "effect": {"type": "string", "pattern": AVOID_WORD},
                    "because": ref("text"),
                    "source": {"type": "string"},
                    "note": ref("text"),
                },
                required=("effect",),
            ),
        ]
    },
}
RESPONSES = ("stop", "pause", "lighten", "skip", "shorten", "refer", "stop and refer")
STOP: Shape = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": {
        "anyOf": [enum(*RESPONSES), closed({"response": enum(*RESPONSES), "note": ref("text")}, required=("response",))]
    },
}
SLIP: Shape = closed(
    {
        "kind": enum("error", "ambiguity", "contradiction", "repetition", "omission"),
        "field": {"type": "string"},
        "says": ref("text"),
        "read_as": ref("text"),
    },
    required=("kind", "says", "read_as"),
)
STATED_TOTAL: Shape = {
    "anyOf": [
        ref("duration"),
        {
            "type": "array",
            "minItems": 1,
            "items": closed(
                {
                    "duration": ref("duration"),
                    "covers": one_or_list({"type": "string"}, "ids"),
                    "source": {"type": "string"},
                    "note": ref("text"),
                },
                required=("duration",),
            ),
        },
    ]
}
IDS: Shape = one_or_list({"type": "string", "pattern": ID}, "ids")

DEFS: Shape = {
    "text": TEXT,
    "cue": CUE,
    "avoid": AVOID,
    "stop": STOP,
    "slip": SLIP,
    "stated_total": STATED_TOTAL,
    **{kind.name: literal(kind) for kind in KINDS.values()},
}
"""The shared definitions."""

NODE: Shape = {
    "id": described({"type": "string", "pattern": PLAIN_ID}, "a stable name, carried to plan, cue and record"),
    "label": described({"type": ["string", "integer"]}, "the source's own number or letter"),
    "title": described(ref("text"), "what people call it"),
    "note": described(ref("text"), "words for people; they change nothing"),
    "purpose": described(IDS, "what the source does it for"),
    "source": described({"type": "string", "pattern": PLAIN_ID}, "the source this comes from"),
    "slip": described(one_or_list(ref("slip"), "slips"), "where the source is at fault, and what was read instead"),
    "differs": described(one_or_list({"type": "object"}, "differences"), "what another source says; shown, never timed"),
    "when": described(ref("when"), "done only if this holds"),
    "expect": described({"type": "boolean", "default": True}, "whether an open condition counts into the ideal time"),
    "optional": described({"type": "boolean", "default": False}, "complete without it"),
    "priority": described({**enum("low", "normal", "high"), "default": "normal"}, "what a fit keeps first"),
    "duration": field_shape(DOSE["duration"]),
    "rest": field_shape(DOSE["rest"]),
    "stated_total": described(ref("stated_total"), "a total that the source states"),
    "say": described(one_or_list(ref("cue"), "cues"), "spoken to the client"),
    "ask": described(one_or_list(ref("cue"), "cues"), "asked of the client"),
    "caution": described(one_or_list(ref("cue"), "cues"), "shown to the therapist"),
    "avoid": described(ref("avoid"), "places and findings, each with what may not be done about it"),
    "cap": described(ref("pressure"), "the highest pressure"),
    "stop": described(ref("stop"), "signs, each with what to do when it shows"),
    **{name: field_shape(field) for name, field in STATE.items()},
}
"""What every section, block and step may carry."""

DEED: Shape = {
    "with": described({"type": "object"}, "what only this technique knows"),
    "lasts": described({"type": "string"}, "goes on while later steps run: `routine`, `section`, `until_removed` or a time"),
    "of": described({"type": "string", "pattern": PLAIN_ID}, "the id of the step that this one ends"),
}
"""What techniques and actions may carry beside their dose."""

DEFAULTS: Shape = described(
    closed({name: field_shape(field) for name, field in DOSE.items() if not field.later}, minProperties=1),
    "dose fields for the techniques below; the nearest wins, field by field",
)
BLOCK: Shape = {
    "repeat": field_shape(DOSE["repeat"]),
    "sides": described(
        enum("each", "left then right", "right then left", "same then other"),
        "the block is done for each side; it is written for the first",
    ),
    "order": described({**enum("written", "any"), "default": "written"}, "in which order the steps run"),
    "defaults": DEFAULTS,
}
"""What blocks may carry beside their steps; `between` is added where steps are."""

_DETAIL: Shape = {"type": ["string", "integer", "boolean"]}
DOCUMENT: Shape = {
    "strokekit": described({"const": VERSION}, "the version of the format"),
    "id": described({"type": "string", "pattern": PLAIN_ID}, "a stable name of the routine"),
    "title": described(ref("text"), "what people call it"),
    "summary": described(ref("text"), "what it is, in a sentence"),
    "language": described({"type": "string", "pattern": LANGUAGE, "default": "en"}, "the language of all plain texts"),
    "note": described(ref("text"), "words for people; they change nothing"),
    "extent": described({**enum("whole", "part", "outline"), "default": "whole"}, "how much of the source stands here"),
    "missing": described(ref("text"), "what of the source does not stand here"),
    "sources": described(
        {
            "type": "object",
            "propertyNames": {"pattern": PLAIN_ID},
            "minProperties": 1,
            "additionalProperties": closed(
                {
                    "title": ref("text"),
                    **{key: {"type": "string"} for key in ("author", "publisher", "url", "retrieved", "licence")},
                    "note": ref("text"),
                },
                required=("title",),
            ),
        },
        "where the routine comes from",
    ),
    "source": NODE["source"],
    "slip": NODE["slip"],
    "claims": described(
        {
            "type": "array",
            "minItems": 1,
            "items": closed(
                {"id": {"type": "string", "pattern": PLAIN_ID}, "text": ref("text"), "by": {"type": "string", "pattern": PLAIN_ID}},
                required=("id", "text", "by"),
            ),
        },
        "what a source asserts; shown with its name, used by no rule",
    ),
    "requires": described(
        {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}, "plugins and versions the file counts on"
    ),
    "recipient": described(
        {
            "anyOf": [
                enum("adult", "child", "infant", "elder", "pregnant", "self", "unstated"),
                closed(
                    {
                        "kind": enum("adult", "child", "infant", "elder", "unstated"),
                        "pregnant": _DETAIL,
                        "self": {"type": "boolean"},
                        "group": {"type": "boolean"},
                        "clothing": {"type": "string"},
                        "setting": {"type": "string"},
                    },
                    minProperties=1,
                ),
            ]
        },
        "who receives it",
    ),
    "contraindications": described(
        {
            "anyOf": [
                enum("unknown", "none_reviewed"),
                {"type": "object", "minProperties": 1, "additionalProperties": {"type": ["string", "object"]}},
            ],
            "default": "unknown",
        },
        "what speaks against it; `unknown` is not `none_reviewed`",
    ),
    "avoid": NODE["avoid"],
    "cap": NODE["cap"],
    "stop": NODE["stop"],
    "equipment": described(
        {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {
                "anyOf": [
                    {"type": ["string", "integer"]},
                    closed(
                        {
                            "amount": ref("quantity"),
                            "count": ref("quantity"),
                            "temperature": ref("quantity"),
                            "setting": _DETAIL,
                            "optional": {"type": "boolean"},
                            "or": {"type": "string"},
                            "forbid": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                            "note": ref("text"),
                            "source": {"type": "string"},
                        },
                        minProperties=1,
                    ),
                ]
            },
        },
        "amounts and settings that no step mentions; the list itself is derived from the steps",
    ),
    "values": described(
        {
            "type": "object",
            "propertyNames": {"pattern": PLAIN_ID},
            "minProperties": 1,
            "additionalProperties": closed(
                {
                    "type": enum(*VALUE_TYPES),
                    "default": {"type": ["string", "integer", "boolean"]},
                    "min": {"type": ["string", "integer"]},
                    "max": {"type": ["string", "integer"]},
                    "choice": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                    "title": ref("text"),
                    "description": ref("text"),
                },
                required=("type",),
            ),
        },
        "what whoever uses the routine may set; `$name` stands for it",
    ),
    "words": described(
        closed(
            {
                group: {"type": "object", "propertyNames": {"pattern": PLAIN_ID}, "additionalProperties": ref("text"), "minProperties": 1}
                for group in WORD_GROUPS
            },
            minProperties=1,
        ),
        "words of this file's own, each with a title",
    ),
    "defaults": DEFAULTS,
    "booking": described(
        closed({key: ref("duration") for key in ("slot", "before", "table", "after")}, minProperties=1),
        "the slot that is booked, and the time before, on and after the table",
    ),
    "stated_total": NODE["stated_total"],
}
"""What a document may hold beside its sections."""
