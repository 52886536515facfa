"""Hypothesis strategies for routine files as JSON values: valid ones, and such as are broken in a few places."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
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
    "place": [{"region": "calf", "side": "left"}, {"all": ["calf", "foot"]}, "knots in calf"],
    "path": [{"places": ["knee", "ankle", "knee"]}],
    "pressure": ["deeper", "gentle..moderate", {"level": "firm", "on_return": "light"}],
    "tool": [{"any": ["thumbs", "palms"]}, "reinforced palms"],
    "things": [{"thing": "towel", "manner": "warm"}],
    "position": ["left side_lying or right side_lying", {"pose": "supine"}],
    "direction": [{"toward": "heart"}],
    "pattern": [{"shape": "strips", "count": 3, "orientation": "across"}],
}
"""Literals in long forms and rarer compact ones, beside the examples of their kinds."""


def literals(kind: str) -> st.SearchStrategy[Any]:
    """Make literals of a kind, in compact and long forms."""
    return st.sampled_from([*KINDS[kind].examples, *LONG.get(kind, [])]).map(copy.deepcopy)


def _field(field: Field) -> st.SearchStrategy[Any]:
    if field.kind == "word":
        return st.sampled_from([*field.words, "unstated"])
    one = literals(field.kind)
    stated = one.filter(lambda value: value != "unstated")
    return one | st.lists(stated, min_size=1, max_size=2) if field.listed else one


def _some(keys: dict[str, st.SearchStrategy[Any]], most: int = 4) -> st.SearchStrategy[Data]:
    """Make mappings of a few of the keys."""
    names = st.lists(st.sampled_from(sorted(keys)), unique=True, max_size=most)
    return names.flatmap(lambda chosen: st.fixed_dictionaries({name: keys[name] for name in chosen}))


def _or_list(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return one | st.lists(one, min_size=1, max_size=2)


CUES = st.fixed_dictionaries(
    {"text": TEXTS}, optional={"at": st.sampled_from(["end", "40%", "-10 s", "every 2 min", "each repeat"])}
)
RULES = st.sampled_from(["keep_off", "no percussion", "no kneading", "at_most light", "light_only"])
NODE: dict[str, st.SearchStrategy[Any]] = {
    "label": st.sampled_from(["U1", 7]),
    "title": TEXTS,
    "note": TEXTS,
    "purpose": _or_list(st.sampled_from(sorted(CATALOG.words["purpose"]))),
    "source": st.just("article"),
    "slip": _or_list(st.fixed_dictionaries({"kind": st.just("error"), "says": TEXTS, "read_as": TEXTS})),
    "differs": st.just({"source": "article", "repeat": "4..6"}),
    "when": literals("when"),
    "expect": st.booleans(),
    "optional": st.booleans(),
    "priority": st.sampled_from(["low", "high"]),
    "duration": literals("duration"),
    "stated_total": st.just("60 min") | st.just([{"duration": "20 min", "covers": ["table"], "source": "article"}]),
    "say": _or_list(TEXTS | CUES),
    "ask": _or_list(TEXTS | CUES),
    "avoid": st.dictionaries(
        st.sampled_from(["spine", "kidney_area"]), RULES | RULES.map(lambda rule: {"effect": rule}), min_size=1
    ),
    "cap": st.sampled_from(["moderate", "3 walton"]),
    "stop": st.just({"numbness": "lighten", "pain 7..10": {"response": "stop"}}),
    "x-own": st.sampled_from([1.5, None, {"a": [True]}]),
    **{name: _field(field) for name, field in STATE.items()},
}
WITHOUT_TIME = {name: strategy for name, strategy in NODE.items() if name != "duration"}
"""What choices and steps of words alone may carry: their time is not their own."""


@st.composite
def deeds(draw: st.DrawFn) -> Data:
    """Make a step of some technique or action, with some of the fields that it takes."""
    technique = CATALOG.techniques[draw(st.sampled_from(sorted(CATALOG.techniques)))]
    takes = {name: _field(DOSE[name]) for name in technique.takes if not DOSE[name].later}
    head = {"technique" if technique.hands_on else "action": technique.id}
    return {**head, **draw(_some({**NODE, **takes}))}


def blocks(step: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    """Make blocks of steps."""
    steps = st.lists(step, min_size=1, max_size=3)
    loops = {
        "repeat": literals("count"),
        "sides": st.sampled_from(["each", "left then right"]),
        "order": st.just("any"),
        "between": steps,
        "defaults": st.fixed_dictionaries({"pressure": literals("pressure")}),
    }
    return st.builds(lambda steps, more: {"steps": steps, **more}, steps, _some({**NODE, **loops}))


def choices(step: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    """Make choices of options."""
    head = st.fixed_dictionaries({"choose": st.sampled_from([1, "1..2"]), "from": st.lists(step, min_size=1, max_size=3)})
    return st.builds(lambda head, more: {**head, **more}, head, _some({**WITHOUT_TIME, "by": st.just("client")}))


SPOKEN = st.builds(lambda cue, more: {**more, "caution": cue}, TEXTS, _some(WITHOUT_TIME))
STEPS = st.recursive(deeds() | SPOKEN, lambda step: blocks(step) | choices(step), max_leaves=6)
SECTIONS = st.builds(lambda block, phase: {**block, "phase": phase}, blocks(STEPS), st.sampled_from(["warm_up", "main"]))
HEAD: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.just("routine"),
    "id": st.just("upper_back"),
    "summary": TEXTS,
    "language": st.sampled_from(["en", "ne"]),
    "extent": st.sampled_from(["part", "outline"]),
    "claims": st.just([{"id": "tension", "text": "eases tightness", "by": "article"}]),
    "recipient": st.sampled_from(["adult", {"kind": "adult", "pregnant": True}]),
    "contraindications": st.sampled_from(["unknown", "none_reviewed", {"fever": "refuse"}]),
    "equipment": st.just({"oil": "20..30 ml", "towel": {"count": 2, "note": "warm"}}),
    "values": st.just({"passes": {"type": "count", "default": 3, "min": 2}}),
    "words": st.just({"signs": {"slack": "the tissue gives"}}),
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
    return copy.deepcopy({**lead, **draw(_some(HEAD)), "sections": named})


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
def near_routines(draw: st.DrawFn) -> Data:
    """Make a routine file that is changed in one place or a few; most such are invalid, some still hold nothing wrong."""
    data = draw(routines())
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3)):
        path = draw(st.sampled_from(list(pointers(data))[1:] or [("strokekit",)]))
        holder = value_at(data, path[:-1])
        if path[-1] in (holder if isinstance(holder, dict) else range(len(holder))):
            change(holder, path[-1])
    return data
