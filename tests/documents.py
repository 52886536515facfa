"""Hypothesis strategies for routine files as JSON values: valid ones, and such as are broken in a few places."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeAlias

from hypothesis import strategies as st

from strokekit.engine import Engine
from strokekit.literals import KINDS
from strokekit.literals.fields import DOSE, STATE, Field

CATALOG = Engine().catalog
Data: TypeAlias = dict[str, Any]

WORDS = ("Lower back", "ja, nein?", "On: 3", "#1", " lead", "Unterer Rücken", "yes", "1:30", "{}", "-", "x\ny")
TEXTS = st.sampled_from(WORDS) | st.fixed_dictionaries({"en": st.sampled_from(WORDS)}, optional={"pt-BR": st.sampled_from(WORDS)})
LONG: dict[str, list[Any]] = {
    "count": [3, {"min": 2, "max": 4}, {"count": 6, "each": "side"}],
    "duration": [{"min": "3 min", "max": "5 min"}, "unstated", "1 min 30 s"],
    "percent": ["..20%", {"min": "10%", "max": "20%"}],
    "place": [{"region": "calf", "side": "left"}, {"all": ["calf", "foot"]}, "knots in calf"],
    "path": [{"places": ["knee", "ankle", "knee"]}],
    "pressure": ["deeper", "gentle..moderate", {"level": "firm", "on_return": "light"}],
    "tool": [{"any": ["thumbs", "palms"]}, "reinforced palms"],
    "things": [{"thing": "towel", "manner": "warm"}],
    "position": ["left side_lying or right side_lying", {"pose": "supine"}],
    "direction": [{"toward": "heart"}],
    "pattern": [
        {"shape": "strips", "count": 3, "orientation": "across"},
        {"shape": "lines", "count": {"min": 2, "max": 5, "by": "body_size"}},
    ],
}
"""Literals in long forms and rarer compact ones, beside the examples of their kinds."""


def literals(kind: str) -> st.SearchStrategy[Any]:
    """Make literals of a kind, in compact and long forms."""
    return st.sampled_from([*KINDS[kind].examples, *LONG.get(kind, [])]).map(copy.deepcopy)


def _field(field: Field, takes: Collection[str] = ()) -> st.SearchStrategy[Any]:
    if field.kind == "word":
        return st.sampled_from([*field.words, "unstated"])
    if field.kind == "stages":
        return st.lists(_some(_doses(takes), least=1), min_size=1, max_size=2)
    one = literals(field.kind)
    stated = one.filter(lambda value: value != "unstated")
    plain = one | st.sampled_from(field.words) if field.words else one
    return plain | st.lists(stated, min_size=1, max_size=2) if field.listed else plain


def _doses(takes: Collection[str]) -> dict[str, st.SearchStrategy[Any]]:
    """Make the dose fields that a technique takes, and those that all of them do."""
    names = [name for name in DOSE if name in (*takes, "duration", "share", "rest") and name != "stages"]
    return {name: _field(DOSE[name]) for name in names}


def _some(keys: dict[str, st.SearchStrategy[Any]], most: int = 4, least: int = 0) -> st.SearchStrategy[Data]:
    """Make mappings of a few of the keys."""
    names = st.lists(st.sampled_from(sorted(keys)), unique=True, min_size=least, max_size=most)
    return names.flatmap(lambda chosen: st.fixed_dictionaries({name: keys[name] for name in chosen}))


def _or_list(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return one | st.lists(one, min_size=1, max_size=2)


RULES = st.sampled_from(["keep_off", "no percussion", "no kneading", "at_most light", "light_only"])
AVOID = st.dictionaries(st.sampled_from(["spine", "kidney_area"]), RULES | RULES.map(lambda rule: {"effect": rule}), min_size=1)
EFFECTS = st.sampled_from(["refuse", "consult"]) | _some(
    {
        "refer": TEXTS | st.sampled_from([True]),
        "cap": st.just("moderate"),
        "pressure": literals("pressure"),
        "avoid": AVOID,
        "forbid": st.sampled_from(["percussion", ["kneading"]]),
        "forbid_position": st.sampled_from(["prone", ["supine", "left side_lying"]]),
        "lubricant": literals("lubricant"),
        "emphasis": literals("place"),
        "set": st.sampled_from([{"passes": 2}, {"passes": "answer"}]),
        "skip": st.just("section_0"),
        "repeat": st.just(2),
        "say": TEXTS,
    },
    least=1,
)
CUES = st.fixed_dictionaries(
    {"text": TEXTS},
    optional={
        "at": st.sampled_from(["end", "40%", "-10 s", "every 2 min", "each repeat"]),
        "answers": st.dictionaries(st.sampled_from(["too much", "fine"]), EFFECTS, min_size=1, max_size=2),
    },
)
NODE: dict[str, st.SearchStrategy[Any]] = {
    "label": st.sampled_from(["U1", 7]),
    "title": TEXTS,
    "note": TEXTS,
    "purpose": _or_list(st.sampled_from(sorted(CATALOG.words["purpose"]))),
    "source": st.just("article"),
    "slip": _or_list(st.fixed_dictionaries({"kind": st.just("error"), "says": TEXTS, "read_as": TEXTS})),
    "differs": _or_list(st.sampled_from([{"source": "article", "repeat": "4..6"}, {"note": "Slower.", "position": "prone"}])),
    "when": literals("when"),
    "expect": st.booleans(),
    "optional": st.booleans(),
    "priority": st.sampled_from(["low", "high"]),
    "duration": literals("duration"),
    "share": literals("percent"),
    "locked": st.sampled_from([True, False, "dose", ["order", "texts"]]),
    "mark": st.just("sore"),
    "media": st.just(
        [{"kind": "image", "href": "media/a.jpg", "title": "A"}, {"kind": "audio", "href": "a.ogg", "language": "ne"}]
    ),
    "stated_total": st.just("60 min") | st.just([{"duration": "20 min", "covers": ["table"], "source": "article"}]),
    "say": _or_list(TEXTS | CUES),
    "ask": _or_list(TEXTS | CUES),
    "avoid": AVOID,
    "cap": st.sampled_from(["moderate", "3 walton"]),
    "stop": st.just({"numbness": "lighten", "pain 7..10": {"response": "lighten", "to": "light", "then": "stop"}}),
    "x-own": st.sampled_from([1.5, None, {"a": [True]}]),
    **{name: _field(field) for name, field in STATE.items()},
}
WITHOUT_TIME = {name: strategy for name, strategy in NODE.items() if name not in ("duration", "share", "rest")}
"""What a checkpoint may carry: it takes no time."""
STROKE = st.sampled_from([{"technique": "stroking", "where": "calf"}, {"say": "Still fine"}]).map(copy.deepcopy)
INTERSPERSED = STROKE | st.builds(
    lambda every, step: {"every": every, "steps": [step]}, st.sampled_from(["repeat", "step", "30 s"]), STROKE
)


def _buts(takes: Collection[str]) -> st.SearchStrategy[Any]:
    when = st.sampled_from(["pass last", "this toe = 5", {"found": "knots"}])
    left_out = st.builds(lambda when: {"when": when, "skip": True}, when)
    return _or_list(left_out | st.builds(lambda when, dose: {"when": when, **dose}, when, _some(_doses(takes), least=1)))


@st.composite
def deeds(draw: st.DrawFn) -> Data:
    """Make a step of some technique or action, with some of the fields that it takes."""
    technique = CATALOG.techniques[draw(st.sampled_from(sorted(CATALOG.techniques)))]
    takes = {name: _field(DOSE[name], technique.takes) for name in technique.takes}
    head = {"technique" if technique.hands_on else "action": technique.id}
    own = {"but": _buts(technique.takes), "mirror": st.booleans()}
    if technique.hands_on:
        own |= {"stages": _field(DOSE["stages"], technique.takes), "interspersed": INTERSPERSED}
    return {**head, **draw(_some({**NODE, **takes, **own}))}


MEMBERS = st.sampled_from([{"toe": "all"}, {"finger": [5, 1]}, {"toe": "1..2"}, {"place": ["knee", "ankle"]}, {"joint": 1}])


def _loops(step: st.SearchStrategy[Data]) -> dict[str, st.SearchStrategy[Any]]:
    steps = st.lists(step, min_size=1, max_size=2)
    return {
        "repeat": literals("count"),
        "sides": st.sampled_from(["each", "left then right"]),
        "for_each": MEMBERS.map(copy.deepcopy),
        "order": st.just("any"),
        "between": steps,
        "interspersed": INTERSPERSED,
        "may_add": steps,
        "until": literals("until"),
        "defaults": st.fixed_dictionaries({"pressure": literals("pressure")}, optional={"share": literals("percent")}),
    }


def blocks(step: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    """Make blocks of steps."""
    steps = st.lists(step, min_size=1, max_size=3)
    return st.builds(lambda steps, more: {"steps": steps, **more}, steps, _some({**NODE, **_loops(step)}))


def includes(step: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    """Make includes of the one part that every document has, and of files."""
    known = st.sampled_from([{"include": "leg"}, {"include": "leg", "set": {"firmness": "light"}}])
    head = known | st.sampled_from([{"include": "./a.routine.yaml#leg"}, {"include": "../a.routine.json", "set": {"x": 3}}])
    return st.builds(lambda head, more: {**copy.deepcopy(head), **more}, head, _some({**NODE, **_loops(step)}))


FREE = st.builds(
    lambda kind, more: {"free": kind, **more},
    st.sampled_from(["region", "pool"]),
    _some({**NODE, **{name: _field(field) for name, field in DOSE.items()}, "among": st.just(["foot", "hand"])}),
)
CHECKPOINTS = st.builds(
    lambda elapsed, more: {"checkpoint": elapsed, **more},
    literals("duration"),
    _some({**WITHOUT_TIME, "since": st.just("section_0")}),
)
UNLISTED = st.builds(
    lambda count, more: {"unlisted": count, **more}, literals("count"), _some({**NODE, "where": _field(DOSE["where"])})
)


def choices(step: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    """Make choices of options."""
    head = st.fixed_dictionaries({"choose": st.sampled_from([1, "1..2", "0..1"]), "from": st.lists(step, min_size=1, max_size=3)})
    return st.builds(lambda head, more: {**head, **more}, head, _some({**NODE, "by": st.just("client")}))


SPOKEN = st.builds(lambda cue, more: {**more, "caution": cue}, TEXTS, _some(NODE))
LEAVES = deeds() | SPOKEN | FREE | CHECKPOINTS | UNLISTED
STEPS = st.recursive(LEAVES, lambda step: blocks(step) | choices(step) | includes(step), max_leaves=6)
SECTIONS = st.builds(
    lambda block, phase: {**block, "phase": phase}, blocks(STEPS) | includes(STEPS) | FREE, st.sampled_from(["warm_up", "main"])
)
PARTS = st.builds(
    lambda more: {
        "title": "Leg",
        "values": {"firmness": {"type": "pressure", "default": "gentle"}},
        "steps": [{"technique": "kneading", "where": "calf", "pressure": "$firmness"}],
        **more,
    },
    _some({"sides": st.just("each"), "note": TEXTS, "defaults": st.just({"repeat": 2})}),
)
TEXT_KEYS = st.sampled_from(["back", "not sure"])
HEAD: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.just("routine"),
    "id": st.just("upper_back"),
    "summary": TEXTS,
    "language": st.sampled_from(["en", "ne"]),
    "extent": st.sampled_from(["part", "outline"]),
    "claims": st.just([{"id": "tension", "text": "eases tightness", "by": "article"}]),
    "recipient": st.sampled_from(["adult", {"kind": "adult", "pregnant": True}]),
    "contraindications": st.sampled_from(["unknown", "none_reviewed"]) | st.dictionaries(st.just("fever"), EFFECTS, min_size=1),
    "screen": st.builds(
        lambda more: [{"id": "agreed", "ask": "Shall we begin", **more}],
        st.sampled_from([{"need": True}, {"type": "place", "who": "the midwife"}])
        | st.fixed_dictionaries({"then": EFFECTS})
        | st.fixed_dictionaries({"answers": st.dictionaries(TEXT_KEYS, EFFECTS, min_size=1, max_size=2)}),
    ),
    "limits": st.just(
        [{"tool": "elbow", "duration": "..2 min each area"}, {"technique": "percussion", "share": "..20%", "source": "article"}]
    ),
    "places": st.just(
        {"hollow": {"at": "middle of palm", "title": "The hollow"}, "way": {"kind": "path", "path": "knee -> ankle"}}
    ),
    "scales": st.just({"own": {"title": "Own", "low": 1, "high": "5", "levels": {"1": "rest"}, "words": {"weighty": "3..4"}}}),
    "variants": st.just({"short": {"sections": ["section_0"]}}),
    "schedule": st.just([{"weeks": "1..4", "times": "2 each week"}]),
    "sign_off": st.sampled_from(["each_time", "once"]),
    "locked": NODE["locked"],
    "may_add": st.lists(STROKE, min_size=1, max_size=2),
    "equipment": st.just(
        {"oil": "20..30 ml", "towel": {"count": 2, "note": "warm", "temperature": "40..45 °C", "avoid": {"abdomen": "keep_off"}}}
    ),
    "words": st.just({"signs": {"slack": "the tissue gives"}, "conditions": {"long_drive": "A long drive"}}),
    "defaults": st.just({"repeat": "unstated"}),
    "booking": st.just({"slot": "75 min", "table": "60 min"}),
    "avoid": NODE["avoid"],
    "stop": NODE["stop"],
    "stated_total": NODE["stated_total"],
    "x-own": NODE["x-own"],
}


@st.composite
def routines(draw: st.DrawFn) -> Data:
    """Make a routine file that holds no error that reading finds."""
    lead = {"strokekit": 1, "title": draw(TEXTS), "sources": {"article": {"title": draw(TEXTS), "licence": "unknown"}}}
    sections = draw(st.lists(SECTIONS, min_size=1, max_size=2))
    named = [{"id": f"section_{index}", **section} for index, section in enumerate(sections)]
    given = {**lead, "values": {"passes": {"type": "count", "default": 3, "min": 2}}, "parts": {"leg": draw(PARTS)}}
    made = copy.deepcopy({**given, **draw(_some(HEAD)), "sections": named})
    if "variants" in made:
        made["variants"]["short"]["sections"] = [section["id"] for section in named]
    for index, step in enumerate(_added(made)):
        step["id"] = f"added_{index}"
    return made


def _added(data: Any) -> Iterator[Data]:
    """Find the steps that may be added: each needs an id."""
    for holder in (value_at(data, path) for path in pointers(data)):
        if isinstance(holder, dict):
            yield from holder.get("may_add", ())


def pointers(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Go through the ways to all values, the root included; what `x-` keys hold is left out."""
    yield path
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        if not str(key).startswith("x-"):
            yield from pointers(value, (*path, key))


def value_at(data: Any, path: tuple[str | int, ...]) -> Any:
    """Give the value at the end of a way."""
    for part in path:
        data = data[part]
    return data


Change: TypeAlias = Callable[[Any, Any], None]
STRANGE: tuple[Any, ...] = (
    "",
    "?!",
    "gentl",
    "calf\n",
    "$calf\r",
    "$a\u2028b",
    "\u0663",
    "90\u00a0s",
    10**14,
    0,
    -1,
    7,
    True,
    [],
    ["calf"],
    [3],
    {},
    {"foo": "bar"},
    {"text": "a"},
    {"en": "a"},
    {"min": 3},
    {"any": ["a"]},
)
"""Values that fit in few places."""


def _remove(holder: Any, key: Any) -> None:
    del holder[key]


def _misspell(holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder[f"{key[:-1]}"] = holder.pop(key)


def _wrap(holder: Any, key: Any) -> None:
    holder[key] = [holder[key]]


def _unwrap(holder: Any, key: Any) -> None:
    if isinstance(holder[key], list) and holder[key]:
        holder[key] = holder[key][0]


def _add(name: str, value: Any) -> Change:
    def change(holder: Any, key: Any) -> None:
        if isinstance(holder[key], dict):
            holder[key][name] = copy.deepcopy(value)

    return change


def _put(value: Any) -> Change:
    def change(holder: Any, key: Any) -> None:
        holder[key] = copy.deepcopy(value)

    return change


ADDED: tuple[tuple[str, Any], ...] = (
    ("foo", 1),
    ("x-foo", 1),
    ("technique", "gliding"),
    ("say", "Hello"),
    ("steps", []),
    ("text", "a"),
    ("include", "a"),
    ("pressure", "light"),
    ("where", "calf"),
    ("min", 3),
    ("note", {"en": "a"}),
    ("free", "region"),
    ("for_each", {"toe": 9}),
    ("interspersed", {"every": "repeat"}),
    ("but", {"when": "wanted"}),
    ("locked", ["order"]),
    ("answers", {"a": "refuse"}),
    ("kind", "fragment"),
)
"""Keys that stand in few places."""
CHANGES: tuple[Change, ...] = (
    _remove,
    _misspell,
    _wrap,
    _unwrap,
    *(_add(name, value) for name, value in ADDED),
    *(_put(value) for value in STRANGE),
)


@st.composite
def near_routines(draw: st.DrawFn, valid: st.SearchStrategy[Data] | None = None) -> Data:
    """Make a routine file that is changed in one place or a few; most such are invalid, some still hold nothing wrong.

    What is changed are routines of `valid`, or of what is built in.
    """
    data = copy.deepcopy(draw(routines() if valid is None else valid))
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3)):
        path = draw(st.sampled_from(list(pointers(data))[1:] or [("strokekit",)]))
        holder = value_at(data, path[:-1])
        if path[-1] in (holder if isinstance(holder, dict) else range(len(holder))):
            change(holder, path[-1])
    return data
