"""Shapes of care: places to avoid, signs to stop at, cues, and what an answer or a condition brings about."""

from __future__ import annotations

from strokekit.reading.outlines import (
    EXTRA,
    ID,
    LANGUAGE_KEY,
    PLAIN_ID,
    Shape,
    closed,
    either,
    enum,
    key,
    named,
    one_or_list,
    ref,
    yes_or,
)

_TIME = r"\d+(\.\d+)? ?(ms|s|min|h)"
AT = rf"^(start|end|pressure_rise|side_change|leaving|often|each repeat|\d+(\.\d+)? ?%|-?{_TIME}|every {_TIME})$"
"""When a cue is given."""
RULES = ("keep_off", "no_contact", "no_pressure", "light_only")
"""The rules of `avoid` that stand alone."""
RULE = rf"^({'|'.join(RULES)}|no {ID[1:-1]}|at_most [\s\S]+)$"
"""A rule of `avoid`."""
RESPONSES = ("stop", "pause", "lighten", "skip", "shorten", "refer", "stop and refer")
DECISIONS = ("refuse", "delay", "refer", "consult")
"""The effects that end or delay the treatment before it begins."""
SOURCE: Shape = {"type": "string", "pattern": PLAIN_ID}
"""The id of a source."""
NOTE: Shape = key(ref("text"), "words for people; they change nothing", "Ask first.")
IDS: Shape = one_or_list({"type": "string", "pattern": ID})
OWN_IDS: Shape = one_or_list({"type": "string", "pattern": PLAIN_ID})
SET: Shape = key(
    named({"type": ["string", "integer", "boolean"]}),
    "values, each with what it is set to",
    {"passes": 5},
)

_CUE = closed(
    "cue",
    {
        "text": key(ref("text"), "the words", "Is this still comfortable?"),
        "at": key({"type": "string", "pattern": AT}, "when it is given", "end", "every 2 min", default="start"),
        "answers": key(ref("answers"), "what each answer brings about", {"too much": {"cap": "light"}}),
    },
    required=("text",),
)
_TIMED: Shape = {
    "type": "object",
    "anyOf": [{"required": ["text"]}, {"required": ["at"]}, {"not": {"propertyNames": {"pattern": LANGUAGE_KEY}}}],
}
"""A mapping that is a cue and no text by language: no language is called `text`, and `at` is taken."""
CUE: Shape = {"if": _TIMED, "then": _CUE, "else": ref("text")}

_DECISION: Shape = either("boolean", {"const": True}, ref("text"))
_DECIDED = {
    "refuse": "the treatment is not given",
    "refer": "the client is sent to somebody else",
    "consult": "somebody is asked before",
    "delay": "the treatment waits",
}
EFFECTS: Shape = either(
    "object",
    closed(
        "effect",
        {
            **{word: yes_or(_DECISION, f"{text}: `true`, or why and to whom") for word, text in _DECIDED.items()},
            "cap": key(ref("pressure"), "the highest pressure from here on", "light"),
            "pressure": key(ref("pressure"), "the pressure in place of what is written", "gentle"),
            "avoid": key(ref("avoid"), "places and findings to avoid", {"spine": "no_pressure"}),
            "forbid": key(IDS, "techniques and families that are not done, things that are not used", "percussion", "nut_oil"),
            "forbid_position": key(one_or_list(ref("position")), "positions that are not taken", "prone"),
            "lubricant": key(ref("lubricant"), "what the skin is prepared with", "none"),
            "emphasis": key(one_or_list(ref("place")), "where the most attention goes", "lower_back"),
            "skip": key(OWN_IDS, "ids of what is left out", "hacking_step"),
            "set": key(SET, "values that are set; `answer` is what was said", {"area": "answer"}),
            "repeat": key(ref("count"), "how often what was asked about is done again", 1),
            "ask": key(one_or_list(ref("cue")), "asked then", "Where exactly?"),
            "say": key(one_or_list(ref("cue")), "said then", "We leave it out today."),
        },
        minProperties=1,
    ),
    enum(*DECISIONS),
)
"""What an answer, a yes or a condition brings about."""
ANSWERS: Shape = {
    "type": "object",
    "minProperties": 1,
    "patternProperties": EXTRA,
    "additionalProperties": ref("effects"),
}
"""Answer → what it brings about."""

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
                "note": NOTE,
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
                "then": key(enum(*RESPONSES), "what is done after that", "stop"),
                "to": key(ref("pressure"), "for `lighten`: down to which level", "light"),
                "note": NOTE,
            },
            required=("response",),
        ),
        enum(*RESPONSES),
    ),
}

CARE_DEFS: Shape = {
    "cue": CUE,
    "avoid": AVOID,
    "stop": STOP,
    "effects": EFFECTS,
    "answers": ANSWERS,
}
"""The shared definitions of care."""
