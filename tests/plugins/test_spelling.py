"""Suggestions: the word that is meant, at a cost that is bounded whatever the names."""

from __future__ import annotations

import difflib
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strokekit import Engine
from strokekit.plugins import spelling
from strokekit.plugins.spelling import LIKELIEST, LONGEST, closest, within_budget

WORDS = st.text("abcdeé_", min_size=1, max_size=12)
HEAD = "strokekit: 1\ntitle: x\ncontraindications: none_reviewed\n"


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The words that are compared letter by letter, in a process that has compared none yet."""
    seen: list[str] = []
    real = difflib.SequenceMatcher.ratio

    def ratio(matcher: Any) -> float:
        seen.append(matcher.a)
        return real(matcher)

    spelling._closest.cache_clear()  # noqa: SLF001 - what is remembered would not be compared
    monkeypatch.setattr(difflib.SequenceMatcher, "ratio", ratio)
    yield seen
    spelling._closest.cache_clear()  # noqa: SLF001 - as above


@given(WORDS, st.lists(WORDS, max_size=LIKELIEST))
def test_what_is_left_out_was_not_similar(word: str, options: list[str]) -> None:
    """With few options the answer is that of comparing all."""
    expected = difflib.get_close_matches(word, options, n=1, cutoff=0.65)

    assert not expected or closest(word, tuple(options)) == expected[0]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        pytest.param("pressur", "pressure", id="a letter less"),
        pytest.param("sya", "say", id="letters in another order"),
        pytest.param("yas", "say", id="letters in any other order"),
        pytest.param("kneading", None, id="nothing like it"),
        pytest.param("p" * (LONGEST + 1), None, id="longer than a slip"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_closest(word: str, near: str | None) -> None:
    """One that may be meant, or none."""
    assert closest(word, ("pressure", "repeat", "say", "")) == near


def test_many_names_are_not_all_compared(compared: list[str]) -> None:
    """Of 10,000 names as long as may be, and alike, only the likeliest are; the one that is meant is among them."""
    draw = random.Random(1)  # noqa: S311 - names, no secrets
    names = ["".join(draw.choice("abcdefgh") for _ in range(LONGEST - 1)) for _ in range(10_000)]

    assert closest(f"{names[77]}x", tuple(names)) == names[77]
    assert 0 < len(compared) <= LIKELIEST * 2  # difflib looks at the best twice


def test_a_long_key_costs_nothing(compared: list[str]) -> None:
    """10,000 names and a key, a reference and a word of 10,000 letters."""
    values = "".join(f"  v{number}: {{type: count, default: 3}}\n" for number in range(10_000))
    long = "v" * 10_000
    steps = f"{{technique: {long}, where: calf}}, {{technique: kneading, where: calf, repeat: ${long}}}"
    text = f"{HEAD}? {long}\n: 1\nvalues:\n{values}sections: [{{id: a, steps: [{steps}]}}]\n"
    report = Engine().check(Engine().read_text(text, name="a.yaml"))

    assert {found.code for found in report.errors} == {"SK201", "SK401", "SK405"}
    assert compared == []


def test_a_document_has_a_budget(compared: list[str]) -> None:
    """Misspelt references to 3,000 names: the first get suggestions, the others none, each time the same."""
    values = "".join(f"  value_{number}: {{type: count, default: 3}}\n" for number in range(3_000))
    steps = "".join(f"  - {{technique: kneading, where: calf, repeat: $valeu_{number}}}\n" for number in range(120))
    document = Engine().read_text(f"{HEAD}values:\n{values}sections:\n- id: a\n  steps:\n{steps}", name="a.yaml")
    report = Engine().check(document)
    suggested = [found for found in report if any(hint.startswith("did you mean") for hint in found.hints)]

    assert len(report) == 120
    assert 50 < len(suggested) < 100
    assert report.diagnostics[: len(suggested)] == tuple(suggested)
    assert len(compared) <= len(suggested) * LIKELIEST * 2  # difflib looks at the best twice
    assert Engine().check(document) == report


def test_budgets() -> None:
    """The outer one holds; without one everything is looked at, and afterwards as before."""
    options = ("pressure", "repeat")
    with within_budget(20):
        with within_budget(1_000):
            first, second = closest("pressur", options), closest("presure", options)
        third = closest("pressur", options)

    assert (first, second, third, closest("pressur", options)) == ("pressure", None, None, "pressure")
