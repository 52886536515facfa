"""Laws of reading: nothing that anybody writes makes it raise, and nothing that is wrong comes out as a routine."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from strokekit.diagnostics import Outcome
from strokekit.engine import Engine
from strokekit.formats import read_text
from strokekit.model.routine import Routine
from strokekit.reading import check_shape
from strokekit.reading.missing import of_missing_plugins
from tests.documents import near_routines
from tests.reading.mistakes import MISTAKES, Mistake, whole

ENGINE = Engine()
KEYS = st.sampled_from(
    [
        "strokekit",
        "title",
        "sections",
        "id",
        "steps",
        "technique",
        "action",
        "choose",
        "from",
        "say",
        "avoid",
        "stop",
        "values",
        "x-a",
        "where",
        "pressure",
        "repeat",
        "words",
        "signs",
        "sources",
        "claims",
        "equipment",
        "stated_total",
        "covers",
        "defaults",
        "any",
        "when",
        "not",
        "slip",
        "requires",
        "recipient",
        "booking",
        "with",
        "lasts",
        "of",
        "cap",
        "contraindications",
        "min",
        "text",
        "include",
        "free",
        "checkpoint",
        "unlisted",
        "for_each",
        "place",
        "toe",
        "interspersed",
        "every",
        "may_add",
        "but",
        "skip",
        "stages",
        "differs",
        "set",
        "parts",
        "variants",
        "places",
        "scales",
        "at",
        "path",
        "low",
        "high",
        "screen",
        "ask",
        "then",
        "answers",
        "limits",
        "forbid",
        "schedule",
        "media",
        "mark",
        "locked",
    ]
)
SCALARS = st.sampled_from(
    [
        1,
        0,
        -3,
        True,
        "",
        "$",
        "$a",
        "calf",
        "kneading",
        "gentle",
        "$a b",
        "./a#b",
        "marked a",
        "this toe 9",
        "answer a",
        "0..1",
        "3..1",
        "no",
        "at_most",
        "pain ",
        "unstated",
    ]
) | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=3), inner, max_size=4),
    max_leaves=15,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=6)
STEPS = DOCUMENTS.map(lambda step: {"strokekit": 1, "title": "T", "sections": [{"id": "a", "steps": [step]}]})


def sound(outcome: Outcome[Routine]) -> bool:
    """Tell whether an outcome keeps its promise: no routine where anything but a missing plugin or technique is wrong."""
    wrong = frozenset(outcome.report.errors) - of_missing_plugins(outcome.report, ENGINE.catalog)
    return outcome.value is None if wrong else True


@settings(max_examples=100)
@given(st.text() | st.text(alphabet="{}[]:,-? \n\"'#&*!ab:$1.", max_size=40))
@example("strokekit: 1\ntitle: T\nsections: [{id: a, steps: [{technique: kneading, where: [}]}]")
def test_no_text_makes_reading_raise(text: str) -> None:
    """Whatever a text holds, reading gives an outcome."""
    assert sound(ENGINE.structure(ENGINE.read_text(text)))


@settings(max_examples=150)
@given(DOCUMENTS | STEPS | near_routines())
def test_no_document_makes_reading_raise(data: dict[str, Any]) -> None:
    """Whatever JSON values a document is made of, reading gives an outcome."""
    assert sound(ENGINE.loads(json.dumps(data), syntax="json"))


@settings(max_examples=80)
@given(DOCUMENTS | STEPS | near_routines())
def test_what_has_not_its_shape_is_reported(data: dict[str, Any]) -> None:
    """No fault of shape is lost on the way: a document without its shape has an error."""
    document = read_text(json.dumps(data), syntax="json").require()
    outcome = ENGINE.structure(document)

    assert check_shape(document, ENGINE.dispatch).fits or outcome.report.errors


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_fixtures_keep_the_promise(mistake: Mistake) -> None:
    """Each mistake of the fixtures is an error without a routine, but for techniques that nobody knows."""
    outcome = ENGINE.loads(whole(mistake.text))

    assert outcome.report.errors
    assert sound(outcome)
