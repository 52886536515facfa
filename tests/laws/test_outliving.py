"""Laws of files that outlive their plugins: what only a missing plugin knows stays as it is written, whatever is done near it."""

from __future__ import annotations

import json
import textwrap
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strokekit import Engine
from strokekit.formats import Document
from strokekit.formats.pointer import join
from strokekit.model.plan import steps_of

ENGINE = Engine(missing="warn")
STEPS = (
    "{ technique:  thai.palming, where:   [thai.sen,'calf'],\n    with: {b:  1,   a: \"two\"} }",
    (
        "technique:   thai.walking  # as taught\n'where':   thai.sen -> calf\nwith:\n    feet:\n    - {b: 2,   a: 1}\n\n"
        "\nhold: {max: 9 s, min:   3 s}"
    ),
    "note: >-\n  lean\n    in\naction:  thai.lay_mat\nduration:   {min: 60 s, max:   90 s}",
    '"technique": "hot.stones"\nid:   stones\nlasts:  until_removed\nx-own:   [ 1,2 ]',
)
"""Steps of techniques that nobody has, in layouts that nobody would choose."""
VALUES = (
    ("where", "'thai.sen'"),
    ("where", '"beside   thai.sen"'),
    ("tool", "{manner: flat,   part: thai.elbow}"),
    ("pressure", "{scale: thai.depth,   level: '3'}"),
    ("pressure", "3   thai.depth"),
    ("hold", "thai.a_few_breaths"),
    ("start", "{thing: hands,  relation: at, place: thai.sen}"),
)
"""Dose fields of a step that everybody has, with words that nobody has."""


@attrs.frozen
class Part:
    """Something that only a missing plugin knows: where it stands, and how it is written."""

    pointer: str
    text: str


@st.composite
def routines(draw: st.DrawFn) -> tuple[str, tuple[Part, ...]]:
    """Write a routine in YAML, some of whose steps or words are those of missing plugins; give it with these parts."""
    lead = " " * draw(st.integers(4, 8))
    steps, parts = [], []
    for index, kind in enumerate(draw(st.lists(st.sampled_from(["known", "step", "value"]), min_size=2, max_size=6))):
        pointer = f"/sections/0/steps/{index}"
        if kind == "known":
            steps.append(f"{{where:  calf,technique: kneading, repeat: {{min: 3, max: 5}}, id: known_{index}}}")
        elif kind == "step":
            text = draw(st.sampled_from(STEPS))
            steps.append(text)
            parts.append(Part(pointer, text))
        else:
            key, text = draw(st.sampled_from(VALUES))
            where = "" if key == "where" else "where: calf\n"
            steps.append(f"{where}technique:   kneading\n{key}:   {text}\nid: own_{index}")
            parts.append(Part(join(pointer, key), text))
    listed = "".join(f"{lead}- {textwrap.indent(step, lead + '  ').lstrip()}\n" for step in steps)
    head = "title:   'Legs'\nstrokekit: 1\nsections:\n  - steps:\n"
    return f"{head}{listed}    id: legs\n", tuple(parts)


def read(text: str, name: str = "r.routine.yaml") -> Document:
    """Read a text that has no mistake of syntax."""
    return ENGINE.read_text(text, name=name).require()


def written(document: Document, part: Part) -> str:
    """Give how a part is written, without the indentation that all its lines share but the first."""
    first, _, rest = document.text(part.pointer).partition("\n")
    return f"{first}\n{textwrap.dedent(rest)}".rstrip()


@settings(max_examples=200)
@given(routines())
def test_a_layout_keeps_what_only_the_plugin_knows(given: tuple[str, tuple[Part, ...]]) -> None:
    """`fmt` moves such a part as a whole: its bytes are the same, but for the indentation of all its lines."""
    text, parts = given
    before = read(text)
    after = read(ENGINE.fmt(before).require())

    assert [written(after, part) for part in parts] == [written(before, part) for part in parts]
    assert after.data == json.loads(json.dumps(before.data).replace('{"min": 3, "max": 5}', '"3..5"'))


@settings(max_examples=200)
@given(routines(), st.sampled_from(["title", "summary", "first", "last"]))
def test_an_edit_elsewhere_keeps_what_only_the_plugin_knows(given: tuple[str, tuple[Part, ...]], change: str) -> None:
    """What is set, inserted or removed around it leaves the bytes of such a part, and all others, where they are."""
    text, parts = given
    editing = read(text).edit()
    step = {"technique": "kneading", "where": "foot", "id": "new"}
    steps = "/sections/0/steps"
    edited = {
        "title": lambda: editing.set("/title", "Other legs"),
        "summary": lambda: editing.insert("/summary", "What is done"),
        "first": lambda: editing.insert(f"{steps}/0", step),
        "last": lambda: editing.insert(f"{steps}/-", step),
    }[change]()
    moved = 1 if change == "first" else 0
    for part in parts:
        _, sections, zero, name, index, *rest = part.pointer.split("/")
        at = "/".join(["", sections, zero, name, str(int(index) + moved), *rest])
        assert edited.document.text(at) == read(text).text(part.pointer)
    assert all(line in edited.text.splitlines() for line in text.splitlines() if "title" not in line)


@pytest.mark.parametrize("step", STEPS, ids=["flow", "block", "folded", "quoted"])
@settings(max_examples=20)
@given(others=st.lists(st.sampled_from(STEPS), max_size=3))
def test_removing_a_step_keeps_the_others(step: str, others: list[str]) -> None:
    """A step of a missing plugin is removed like any other, and the bytes of its neighbours stay."""
    steps = [step, *others]
    text = "strokekit: 1\ntitle: x\nsections:\n  - id: a\n    steps:\n" + "".join(
        f"      - {textwrap.indent(one, ' ' * 8).lstrip()}\n" for one in steps
    )
    text += "      - {technique: kneading, where: calf}\n"
    left = read(text).edit().remove("/sections/0/steps/0").document

    assert [left.text(f"/sections/0/steps/{at}") for at in range(len(others))] == [
        read(text).text(f"/sections/0/steps/{at + 1}") for at in range(len(others))
    ]


def test_json_too() -> None:
    """In JSON such a step is moved as a whole, and an edit leaves its bytes."""
    step = '{"technique":  "thai.palming",\n "with": {"b":1,   "a": [1,2]}}'
    text = f'{{"title": "x", "strokekit": 1, "sections": [{{"steps": [{step}], "id": "a"}}]}}'
    document, part = read(text, "r.routine.json"), Part("/sections/0/steps/0", step)
    after = read(ENGINE.fmt(document).require(), "r.routine.json")

    assert written(after, part) == written(document, part)
    assert document.edit().set("/title", "y").document.text(part.pointer) == step


def test_what_outlives_is_typed() -> None:
    """Such a step is composed as one that is not known, with all that it says, and counts as of no known time."""
    head = "strokekit: 1\ntitle: x\ncontraindications: none_reviewed\n"
    text = f"{head}sections: [{{id: a, steps: [{{technique: thai.palming, id: b, with: {{a: 1}}}}]}}]"
    outcome = ENGINE.compose(ENGINE.loads(text))
    step: Any = steps_of(outcome.require())[0]

    assert (step.known, step.technique, dict(step.given)) == (False, "thai.palming", {"a": 1})
    assert [found.severity.value for found in outcome.report] == ["warning"]
    assert ENGINE.measure(outcome.require()).unknown == ("b",)
