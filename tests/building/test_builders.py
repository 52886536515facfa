"""The builders: keywords are the keys of the format, a wrong call is a TypeError, and what comes out can't be changed."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from strokekit import build
from strokekit.building.keys import keys_of
from strokekit.model.amounts import UNSTATED, exactly
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Sides
from strokekit.reading.shapes import DEED, HEADS, NODE

STEP = build.technique("kneading", where="calf")
SECTION = build.section("legs", STEP)
DATA = {"technique": "kneading", "where": "calf"}


@pytest.mark.parametrize(
    ("piece", "kind", "expected"),
    [
        pytest.param(STEP, "step", DATA, id="technique"),
        pytest.param(
            build.action("cover", where="body", of="pack"),
            "step",
            {"action": "cover", "where": "body", "of": "pack"},
            id="action",
        ),
        pytest.param(build.block(STEP, STEP, repeat=2), "step", {"steps": [DATA, DATA], "repeat": 2}, id="block"),
        pytest.param(build.block(steps=[STEP]), "step", {"steps": [DATA]}, id="steps by name"),
        pytest.param(build.block(DATA), "step", {"steps": [DATA]}, id="a mapping for a step"),
        pytest.param(
            build.choose("1..2", STEP, by="client"), "step", {"choose": "1..2", "from": [DATA], "by": "client"}, id="choose"
        ),
        pytest.param(build.choose(1, from_=[STEP]), "step", {"choose": 1, "from": [DATA]}, id="options by name"),
        pytest.param(build.include("leg", set={"passes": 3}), "step", {"include": "leg", "set": {"passes": 3}}, id="include"),
        pytest.param(
            build.free("region", where="arm", duration="5 min"),
            "step",
            {"free": "region", "where": "arm", "duration": "5 min"},
            id="free",
        ),
        pytest.param(build.checkpoint("5 min", since="legs"), "step", {"checkpoint": "5 min", "since": "legs"}, id="checkpoint"),
        pytest.param(build.unlisted(2), "step", {"unlisted": 2}, id="unlisted"),
        pytest.param(build.cue(say="Hello"), "step", {"say": "Hello"}, id="cue"),
        pytest.param(SECTION, "section", {"id": "legs", "steps": [DATA]}, id="section"),
        pytest.param(
            build.section("arms", free="region", where="arm"),
            "section",
            {"id": "arms", "free": "region", "where": "arm"},
            id="free section",
        ),
        pytest.param(
            build.part(STEP, values={"a": {"type": "count"}}),
            "part",
            {"steps": [DATA], "values": {"a": {"type": "count"}}},
            id="part",
        ),
        pytest.param(
            build.routine(SECTION, title="Legs"),
            "routine",
            {"strokekit": 1, "sections": [{"id": "legs", "steps": [DATA]}], "title": "Legs"},
            id="routine",
        ),
        pytest.param(
            build.fragment(title="Legs", parts={"leg": build.part(STEP)}),
            "routine",
            {"strokekit": 1, "kind": "fragment", "title": "Legs", "parts": {"leg": {"steps": [DATA]}}},
            id="fragment",
        ),
        pytest.param(
            build.technique("kneading", interspersed={"every": "30 s", "steps": [STEP]}),
            "step",
            {"technique": "kneading", "interspersed": {"every": "30 s", "steps": [DATA]}},
            id="steps in a mapping",
        ),
    ],
)
def test_a_builder_makes_what_a_file_would_hold(piece: build.AnyPiece, kind: str, expected: dict[str, Any]) -> None:
    """Each builder gives its piece the keys of the format, the head first."""
    assert (piece.kind, piece.data) == (kind, expected)


def test_the_builders_take_all_keys_of_the_format() -> None:
    """What the tables of the format add, the builders take: there is no second list of keys."""
    assert {*NODE, *DEED} <= {*keys_of("technique"), *keys_of("action")}
    assert {*HEADS} <= {
        key
        for builder in ("technique", "action", "block", "choose", "include", "free", "checkpoint", "unlisted")
        for key in keys_of(builder)
    }


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        pytest.param("repeat", 3, 3, id="whole number"),
        pytest.param("optional", True, True, id="truth value"),
        pytest.param("where", ["calf", "thigh"], ["calf", "thigh"], id="list"),
        pytest.param("where", ("calf", "thigh"), ["calf", "thigh"], id="tuple"),
        pytest.param("repeat", {"min": 3, "max": 5}, {"min": 3, "max": 5}, id="mapping"),
        pytest.param("with_", {"depth": 1}, {"depth": 1}, id="a word of Python"),
        pytest.param("duration", timedelta(seconds=90), "1 min 30 s", id="time"),
        pytest.param("rest", timedelta(), "0 s", id="no time"),
        pytest.param("hold", timedelta(milliseconds=1500), "1 s 500 ms", id="milliseconds"),
        pytest.param("repeat", exactly(3), 3, id="value of the model"),
        pytest.param("side", Sides(options=("left", "both")), "left or both", id="sides of the model"),
        pytest.param("pressure", UNSTATED, "unstated", id="unstated"),
    ],
)
def test_values_become_what_a_file_holds(key: str, value: Any, expected: object) -> None:
    """Values of Python and of the model are written as a file would hold them."""
    assert build.technique("kneading", **{key: value}).data[key.rstrip("_")] == expected


def test_values_in_mappings_become_what_a_file_holds() -> None:
    """Also those that stand under a key of theirs in a mapping."""
    assert build.block(STEP, defaults={"repeat": exactly(3)}).data["defaults"] == {"repeat": 3}


def test_extras_hold_what_they_like() -> None:
    """Below `x-` keys also floats and None are allowed."""
    extras = {"x-own": {"weight": 1.5, "seen": None, "tags": ["a", {"b": 1}]}}

    assert build.technique("kneading", extras=extras).data == {"technique": "kneading", **extras}
    assert build.technique("kneading", where={"region": "calf", "x-own": 1.5}).data["where"] == {"region": "calf", "x-own": 1.5}


CHECKPOINT = ", ".join(sorted(keys_of("checkpoint")))
WRONG = [
    pytest.param(
        lambda: build.technique("kneading", repeats=3), "technique() takes no `repeats`; did you mean `repeat`?", id="misspelt"
    ),
    pytest.param(
        lambda: build.cue(say="Hi", sides="each"),
        "cue() takes no `sides`; block(), include(), section(), part() take it",
        id="another builder's",
    ),
    pytest.param(lambda: build.cue(say="Hi", phase="main"), "cue() takes no `phase`; section() takes it", id="one other's"),
    pytest.param(
        lambda: build.checkpoint("5 min", zzzzzz=1), f"checkpoint() takes no `zzzzzz`; it takes {CHECKPOINT}", id="nobody's"
    ),
    pytest.param(
        lambda: build.technique("kneading", **{"with": {}}),
        "technique() takes no `with`: write `with_`, since `with` is a word of Python",
        id="word of Python",
    ),
    pytest.param(lambda: build.technique(3), "technique() takes an id first, not int", id="no id"),  # type: ignore[arg-type]
    pytest.param(build.section, "section() missing 1 required positional argument: 'id'", id="missing id"),
    pytest.param(lambda: build.block(STEP, steps=[STEP]), "block() was given `steps` twice", id="steps twice"),
    pytest.param(lambda: build.section("a", id="b"), "section() was given `id` twice", id="id twice"),
    pytest.param(lambda: build.block("kneading"), "block() takes steps by position, not 'kneading'", id="a text for a step"),  # type: ignore[arg-type]
    pytest.param(
        lambda: build.technique("kneading", duration=1.5),
        "`duration` of technique() takes no float: a file holds no floats; write the number as a text, with its unit, such as "
        "`1.5 min`",
        id="float",
    ),
    pytest.param(
        lambda: build.technique("kneading", where=None),
        "`where` of technique() takes no NoneType: leave the key out, or write `unstated` where the source says nothing",
        id="None",
    ),
    pytest.param(lambda: build.technique("kneading", where=object()), "`where` of technique() takes no object", id="any object"),
    pytest.param(
        lambda: build.technique("kneading", where={1: "calf"}),
        "`where` of technique() holds a mapping with the key 1: the keys of a file are texts",
        id="key that is no text",
    ),
    pytest.param(
        lambda: build.technique("kneading", duration=timedelta(microseconds=1)),
        "`duration` of technique() takes times in whole milliseconds, not datetime.timedelta(microseconds=1)",
        id="too fine a time",
    ),
    pytest.param(
        lambda: build.technique("kneading", duration=-timedelta(seconds=1)),
        "`duration` of technique() takes times in whole milliseconds, not datetime.timedelta(days=-1, seconds=86399)",
        id="negative time",
    ),
    pytest.param(
        lambda: build.technique("kneading", repeat=Sides(options=("left",))),
        "`repeat` of technique() takes no Sides: it is no count",
        id="another literal",
    ),
    pytest.param(lambda: build.cue(note=exactly(3)), "`note` of cue() takes no Range", id="literal in a text"),
    pytest.param(
        lambda: build.cue(say="Hi", extras={"own": 1}), "the extras of cue() begin with `x-`, which 'own' does not", id="extras"
    ),
    pytest.param(lambda: build.cue(extras={"x-own": object()}), "`x-own` of cue() takes no object", id="object in extras"),
]


@pytest.mark.parametrize(("wrong", "expected"), WRONG)
def test_a_wrong_call_is_a_type_error(wrong: Callable[[], object], expected: str) -> None:
    """What no file could say, or the format has no key for, is a mistake of the program."""
    with pytest.raises(TypeError) as caught:
        wrong()

    assert str(caught.value) == expected


PLACED = [
    pytest.param(
        lambda: build.block(SECTION),  # type: ignore[arg-type]  # that is the point
        "block() holds steps, and {section} is a section",
        id="section among steps",
    ),
    pytest.param(
        lambda: build.routine(STEP),  # type: ignore[arg-type]  # the same
        "routine() holds sections, and {step} is a step",
        id="step among sections",
    ),
    pytest.param(
        lambda: build.technique("kneading", where=STEP),
        "`where` of technique() holds no steps, and {step} is a step",
        id="step in a place",
    ),
    pytest.param(
        lambda: build.fragment(parts={"leg": STEP}),
        "`parts` of fragment() holds parts, and {step} is a step",
        id="step for a part",
    ),
]


@pytest.mark.parametrize(("wrong", "expected"), PLACED)
def test_a_piece_stands_where_it_may(wrong: Callable[[], object], expected: str) -> None:
    """A piece in the wrong place is a TypeError that names the call which made it."""
    with pytest.raises(TypeError) as caught:
        wrong()

    assert str(caught.value) == expected.format(section=repr(SECTION), step=repr(STEP))


def test_what_is_handed_in_is_copied() -> None:
    """Changing a list afterwards changes nothing that was built, and what comes out is a copy too."""
    places = ["calf"]
    built = build.technique("kneading", where=places)
    places.append("thigh")
    built.data["where"].append("foot")

    assert built.data["where"] == ["calf"]
    assert isinstance(built.keys, FrozenMap)


def test_pieces_compare_by_what_they_say() -> None:
    """Where a piece was built is no part of it; its kind and its keys are."""
    same = build.technique("kneading", where="calf")

    assert same == STEP
    assert same.call != STEP.call
    assert build.block(same) == build.block(STEP)
    assert build.block(steps=[STEP]) != build.part(steps=[STEP])  # type: ignore[comparison-overlap]  # no two kinds are equal
    assert build.technique("kneading", where="thigh") != STEP


def test_pieces_pickle() -> None:
    """A built routine goes to another process with its calls."""
    built = build.routine(SECTION, title="Legs")
    back = pickle.loads(pickle.dumps(built))  # noqa: S301 - just pickled

    assert back == built
    assert back.call == built.call


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        pytest.param(STEP, 'technique("kneading", where="calf")', id="texts"),
        pytest.param(build.block(STEP, STEP, repeat=2, optional=True), "block(…, repeat=2, optional=True)", id="steps"),
        pytest.param(build.section("a", STEP, purpose=["calm"]), 'section("a", …, purpose=["calm"])', id="short list"),
        pytest.param(build.block(steps=[STEP]), "block(steps=[…])", id="list of steps"),
        pytest.param(build.cue(say={"en": "Hi"}, stop={}), 'cue(say={"en": "Hi"}, stop={})', id="short mappings"),
        pytest.param(build.cue(say={"en": "Please turn over now"}), "cue(say={…})", id="long mapping"),
        pytest.param(build.technique("kneading", with_={}), 'technique("kneading", with_={})', id="word of Python"),
        pytest.param(
            build.technique("kneading", note="a" * 40, title="b" * 60, where="calf"),
            f'technique("kneading", note="{"a" * 40}", …)',
            id="too long",
        ),
        pytest.param(build.cue(say="a" * 120), "cue(…)", id="one too long"),
        pytest.param(
            build.technique("kneading", duration=timedelta(1)), 'technique("kneading", duration=…)', id="value of Python"
        ),
    ],
)
def test_a_piece_is_shown_as_its_call(piece: build.AnyPiece, words: str) -> None:
    """The words of the call stand for it, cut so that a message stays one readable line."""
    assert piece.call.text == words
    assert repr(piece) == f"<{words} at test_builders.py:{piece.call.line}>"
