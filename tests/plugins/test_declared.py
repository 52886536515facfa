"""Declarations from data files: what fits becomes a value, what does not is named with its place."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.formats import read_text
from strokekit.plugins.declarations import Caution, Cautions, Parameter, Region, Takes, Technique, Word
from strokekit.plugins.declared import Unfit, fitted, structure

LEAST = {"id": "palming", "title": "Palming", "family": "compression", "summary": "Palms press."}


def test_a_mapping_becomes_a_value() -> None:
    """Nested mappings, lists and texts by language take the types that the declarations name."""
    given = {
        **LEAST,
        "title": {"en": "Palming", "th": "กด"},
        "aliases": ["palm_press"],
        "takes": {"hold": {"needs": True, "limits": "3..10 s"}},
        "one_of": [["where", "path"]],
        "parameters": {"rock": {"type": "boolean"}},
        "cautions": {"status": "listed", "items": [{"condition": "fever", "effect": "refuse", "source": "x"}]},
    }

    assert structure(Technique, given) == Technique(
        id="palming",
        title={"en": "Palming", "th": "กด"},
        family="compression",
        summary="Palms press.",
        aliases=("palm_press",),
        takes={"hold": Takes(needs=True, limits="3..10 s")},
        one_of=(("where", "path"),),
        parameters={"rock": Parameter(type="boolean")},
        cautions=Cautions(status="listed", items=(Caution(condition="fever", effect="refuse", source="x"),)),
    )


@pytest.mark.parametrize(
    ("kind", "given", "pointer", "problem"),
    [
        pytest.param(Technique, [], "", "a Technique is a mapping", id="no mapping"),
        pytest.param(Technique, {**LEAST, "familly": "x"}, "/familly", "`familly` is not a key of a Technique", id="unknown key"),
        pytest.param(Technique, {"id": "x"}, "", "a Technique needs `title`", id="missing key"),
        pytest.param(Technique, {**LEAST, "title": 3}, "/title", "`3` should be a text", id="number for a text"),
        pytest.param(
            Technique, {**LEAST, "title": {"en": 3}}, "/title/en", "`3` should be a text", id="number for a text in a language"
        ),
        pytest.param(
            Technique, {**LEAST, "hands_on": 1}, "/hands_on", "`1` should be true or false", id="number for a truth value"
        ),
        pytest.param(Technique, {**LEAST, "api": True}, "/api", "`True` should be a whole number", id="truth value for a number"),
        pytest.param(Technique, {**LEAST, "aliases": "x"}, "/aliases", "a list is expected", id="text for a list"),
        pytest.param(Technique, {**LEAST, "takes": []}, "/takes", "a mapping is expected", id="list for a mapping"),
        pytest.param(
            Technique,
            {**LEAST, "takes": {"hold": {"need": True}}},
            "/takes/hold/need",
            "`need` is not a key of a Takes",
            id="deep inside",
        ),
        pytest.param(
            Region,
            {"id": "x", "title": "X", "sides": "two"},
            "/sides",
            "`two` is none of `paired`, `halves`, `midline`",
            id="word",
        ),
        pytest.param(
            Region, {"id": "x", "title": "X", "part_of": 3}, "/part_of", "`3` should be a text", id="number where None may stand"
        ),
    ],
)
def test_what_does_not_fit(kind: type[Any], given: Any, pointer: str, problem: str) -> None:
    """The place and the problem are named."""
    with pytest.raises(Unfit) as unfit:
        structure(kind, given)

    assert (unfit.value.pointer, unfit.value.problem) == (pointer, problem)
    assert str(unfit.value) == (f"{pointer}: {problem}" if pointer else problem)


def test_a_file_of_declarations() -> None:
    """What is wrong in a file has its line, and the rest of the file is kept."""
    listed = (
        "{id: palm, group: tool, title: Palm}",
        "{id: fist, grup: tool, title: Fist}",
        "{id: thumb, group: tool, title: Thumb}",
    )
    text = "words:\n" + "".join(f"- {word}\n" for word in listed)
    document = read_text(text, name="words.yaml").require()
    outcome = fitted(document, Word, document.data["words"], "/words")

    assert [word.id for word in outcome.value or ()] == ["palm", "thumb"]
    assert [(str(d), d.hints) for d in outcome.report] == [
        (
            "words.yaml:3:14: error[SK802] this declaration can't be used: `grup` is not a key of a Word",
            ("did you mean `group`?",),
        )
    ]


def test_declarations_stand_in_a_list() -> None:
    """A mapping where a list is expected is one mistake, not one for each key."""
    document = read_text("words: {a: 1, b: 2}", name="words.yaml").require()
    outcome = fitted(document, Word, document.data["words"], "/words")

    assert outcome.value == ()
    assert [str(d) for d in outcome.report] == ["words.yaml:1:8: error[SK802] this declaration can't be used: a list is expected"]
