"""Pieces from pieces: concatenated, repeated, with something put in or exchanged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from strokekit import UsageError, build

A = build.technique("kneading", id="a", where="calf")
B = build.technique("stroking", id="b", where="calf")
C = build.cue(id="c", say="Breathe out.")
PLAIN = build.block(A, B)
LOOP = build.block(A, B, repeat=2)
PART = build.part(A)
SECTION = build.section("legs", A, B)


def ids(piece: build.AnyPiece) -> list[str]:
    """Give the ids of the steps that a piece has right inside."""
    return [step["id"] for step in piece.data["steps"]]


@pytest.mark.parametrize(
    ("fragments", "expected"),
    [
        pytest.param((), [], id="nothing"),
        pytest.param((A,), [A.data], id="one step"),
        pytest.param((A, B), [A.data, B.data], id="two steps"),
        pytest.param((PLAIN, C), [A.data, B.data, C.data], id="a block is opened"),
        pytest.param((LOOP, C), [LOOP.data, C.data], id="a loop stays whole"),
        pytest.param((build.block(PLAIN), C), [PLAIN.data, C.data], id="just one level is opened"),
    ],
)
def test_fragments_follow_one_another(fragments: tuple[build.Step, ...], expected: list[Any]) -> None:
    """Concatenating gives a block of all steps; what has more than steps stays whole."""
    assert build.concatenate(*fragments).data == {"steps": expected}


def test_a_combination_has_the_call_that_made_it() -> None:
    """What is wrong with the block as such leads to the combination, what is wrong with a step to the step's builder."""
    both = build.concatenate(A, B)

    assert both.call.text == "concatenate(…)"
    assert [step.call for step in both.keys["steps"]] == [A.call, B.call]
    assert build.repeat(A, "3..5", title="T").call.text == 'repeat(…, "3..5", title="T")'


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(build.repeat(A, 3), {"steps": [A.data], "repeat": 3}, id="a step"),
        pytest.param(build.repeat(PLAIN, "3..5"), {"steps": [A.data, B.data], "repeat": "3..5"}, id="a block is opened"),
        pytest.param(build.repeat(LOOP, 3), {"steps": [LOOP.data], "repeat": 3}, id="a loop of a loop"),
        pytest.param(
            build.repeat(A, 3, between=[C], id="x"),
            {"steps": [A.data], "repeat": 3, "between": [C.data], "id": "x"},
            id="between",
        ),
    ],
)
def test_a_fragment_is_repeated(made: build.Step, expected: dict[str, Any]) -> None:
    """Repeating gives a block that counts its passes."""
    assert made.data == expected


@pytest.mark.parametrize(
    ("whole", "where", "expected"),
    [
        pytest.param(PLAIN, {"before": "a"}, ["c", "a", "b"], id="first"),
        pytest.param(PLAIN, {"after": "a"}, ["a", "c", "b"], id="between"),
        pytest.param(PLAIN, {"after": "b"}, ["a", "b", "c"], id="last"),
        pytest.param(SECTION, {"before": "b"}, ["a", "c", "b"], id="a section"),
        pytest.param(PART, {"after": "a"}, ["a", "c"], id="a part"),
    ],
)
def test_a_step_is_put_in(whole: Any, where: dict[str, str], expected: list[str]) -> None:
    """Before or after the step with an id; what was handed in is as it was."""
    before = whole.data
    made = build.insert(whole, C, **where)

    assert (ids(made), made.kind) == (expected, whole.kind)
    assert whole.data == before


DEEP = [
    pytest.param(build.block(build.block(LOOP)), ("steps", 0, "steps", 0, "steps"), id="in blocks"),
    pytest.param(build.choose(1, A, B), ("from",), id="among options"),
    pytest.param(build.block(C, repeat=2, between=[A, B]), ("between",), id="between passes"),
    pytest.param(build.block(C, may_add=[A, B]), ("may_add",), id="among additions"),
    pytest.param(
        build.technique("kneading", interspersed={"every": "repeat", "steps": [A, B]}),
        ("interspersed", "steps"),
        id="interspersed",
    ),
    pytest.param(build.routine(SECTION, title="T"), ("sections", 0, "steps"), id="in a routine"),
    pytest.param(build.fragment(title="T", parts={"leg": build.part(A, B)}), ("parts", "leg", "steps"), id="in a part"),
    pytest.param(build.section("s", {"steps": [A, B]}), ("steps", 0, "steps"), id="in a mapping"),
]


@pytest.mark.parametrize(("whole", "way"), DEEP)
def test_steps_are_found_however_deep(whole: Any, way: tuple[str | int, ...]) -> None:
    """Wherever steps stand, one can be put beside another, and in its place."""
    found: Any = build.insert(whole, C, after="a").data
    replaced: Any = build.replace(whole, "b", C).data
    for key in way:
        found, replaced = found[key], replaced[key]

    assert [step["id"] for step in found] == ["a", "c", "b"]
    assert [step["id"] for step in replaced] == ["a", "c"]


def test_what_is_not_on_the_way_is_shared() -> None:
    """Only the pieces around the change are made anew."""
    other = build.section("other", C)
    whole = build.routine(SECTION, other, title="T")
    made = build.replace(whole, "b", C)

    assert made.keys["sections"][1] is other
    assert made.keys["sections"][0] is not SECTION
    assert made.call == whole.call


def test_a_section_is_put_in() -> None:
    """Beside a section goes a section."""
    whole = build.routine(SECTION, title="T")
    made = build.insert(whole, build.section("arms", A), before="legs")

    assert [section["id"] for section in made.data["sections"]] == ["arms", "legs"]


def test_a_lone_step_can_be_exchanged_and_not_joined() -> None:
    """`interspersed` has room for one step: it can be replaced, and nothing can be put beside it."""
    whole = build.technique("kneading", interspersed=A)

    assert build.replace(whole, "a", C).data["interspersed"] == C.data
    with pytest.raises(UsageError) as caught:
        build.insert(whole, C, after="a")
    assert str(caught.value) == "insert(): `interspersed` has room for just one step, `a`: make it a block first"


WRONG = [
    pytest.param(lambda: build.insert(PLAIN, C), TypeError, "insert() takes one of `before` and `after`", id="no place"),
    pytest.param(
        lambda: build.insert(PLAIN, C, before="a", after="b"),
        TypeError,
        "insert() takes one of `before` and `after`",
        id="two places",
    ),
    pytest.param(
        lambda: build.insert(PLAIN, C, before="x"),
        UsageError,
        "insert(): no node here has the id `x`; there are `a`, `b`",
        id="unknown id",
    ),
    pytest.param(
        lambda: build.replace(build.routine(SECTION), "leggs", C),
        UsageError,
        "replace(): no node here has the id `leggs`; did you mean `legs`?",
        id="misspelt id",
    ),
    pytest.param(
        lambda: build.replace(build.block(C, {"say": "Hi"}), "x", C),
        UsageError,
        "replace(): no node here has the id `x`; there are `c`",
        id="some without",
    ),
    pytest.param(
        lambda: build.replace(build.block({"say": "Hi"}), "x", C),
        UsageError,
        "replace(): no node here has the id `x`; there are no ids",
        id="no ids",
    ),
    pytest.param(
        lambda: build.replace(build.block(A, A), "a", C), UsageError, "replace(): 2 nodes here have the id `a`", id="ambiguous"
    ),
    pytest.param(
        lambda: build.replace(build.routine(SECTION), "legs", C),
        TypeError,
        f"replace(): `legs` stands among sections, and {C!r} is a step",
        id="step for a section",
    ),
    pytest.param(
        lambda: build.replace(PLAIN, "a", SECTION),
        TypeError,
        f"replace(): `a` stands among steps, and {SECTION!r} is a section",
        id="section for a step",
    ),
    pytest.param(
        lambda: build.replace(PLAIN, "a", {"say": "Hi"}),  # type: ignore[arg-type]  # what a checker would find
        TypeError,
        "replace() takes a step or a section, not dict",
        id="a mapping",
    ),
    pytest.param(lambda: build.concatenate(SECTION), TypeError, "concatenate() takes steps, not a section", id="a section"),  # type: ignore[arg-type]  # as above
    pytest.param(
        lambda: build.repeat(PART, 2),  # type: ignore[arg-type]  # as above
        TypeError,
        "repeat() takes steps, not a part; fill it by with_values() first",
        id="a part",
    ),
    pytest.param(lambda: build.concatenate("a"), TypeError, "concatenate() takes steps, not str", id="a text"),  # type: ignore[arg-type]  # as above
    pytest.param(
        lambda: build.repeat(A, 2, repeats=3), TypeError, "block() takes no `repeats`; did you mean `repeat`?", id="unknown key"
    ),
    pytest.param(lambda: build.repeat(A, 2, steps=[B]), TypeError, "block() was given `steps` twice", id="steps twice"),
]


@pytest.mark.parametrize(("wrong", "kind", "expected"), WRONG)
def test_a_wrong_combination_says_why(wrong: Callable[[], object], kind: type[Exception], expected: str) -> None:
    """What names nothing, or can't stand there, is a mistake of the program."""
    with pytest.raises(kind) as caught:
        wrong()

    assert str(caught.value) == expected
