"""The conformance suite: strokekit passes it, and what is wrong in one way fails the cases about just that."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from strokekit.testing import Case, Mismatch, conformance_cases, reference, run_conformance
from tests.testing.wrong import WRONG


def test_strokekit_conforms() -> None:
    """Every case is answered as it says."""
    assert [str(mismatch) for mismatch in run_conformance(reference)] == []


def test_there_are_cases_of_every_question() -> None:
    """At least a hundred cases, some of each question, each under a name of its own."""
    cases = conformance_cases()
    asked = Counter(case.does for case in cases)

    assert len({case.id for case in cases}) == len(cases) >= 100
    assert sorted(asked) == ["check", "compose", "read", "time"]
    assert min(asked.values()) >= 20


def test_questions_and_expectations_are_json() -> None:
    """Nothing of Python is in them, so a program in any language can be asked."""
    for case in conformance_cases():
        assert json.loads(json.dumps([case.request, case.expected])) == [case.request, case.expected]


@pytest.mark.parametrize("name", [name for name, (_, cases) in WRONG.items() if cases])
def test_what_is_wrong_is_found_for_its_reason(name: str) -> None:
    """An implementation that is wrong in one way fails the cases about it, and no others."""
    implementation, cases = WRONG[name]

    assert tuple(sorted(mismatch.case for mismatch in run_conformance(implementation))) == cases


def test_floats_are_found_everywhere() -> None:
    """Whoever answers in floats fails each case that has a number in its answer, though the values are equal."""
    implementation, _ = WRONG["answers in floats"]
    timed = {case.id for case in conformance_cases() if case.does == "time" and case.expected.get("total")}
    found = {mismatch.case: str(mismatch) for mismatch in run_conformance(implementation)}

    assert timed <= set(found)
    assert found["4-time/stated-duration"] == "4-time/stated-duration: /total/min should be 90000, and is 90000.0"


ONE = Case(id="a", does="time", text="", syntax="yaml", wishes={}, expected={"total": 3, "cues": [{"start": 0}]})


@pytest.mark.parametrize(
    ("answer", "mismatch"),
    [
        pytest.param({"total": 3, "cues": [{"start": 0, "end": 1}], "more": 1}, None, id="more keys"),
        pytest.param({"total": 3}, ("/cues", [{"start": 0}], "(nothing)"), id="a key is missing"),
        pytest.param({"total": 3, "cues": []}, ("/cues", [{"start": 0}], []), id="a shorter list"),
        pytest.param({"total": 3, "cues": [{"start": False}]}, ("/cues/0/start", 0, False), id="false for 0"),
        pytest.param({"total": True, "cues": [{"start": 0}]}, ("/total", 3, True), id="true for a number"),
        pytest.param(None, ("", ONE.expected, None), id="nothing at all"),
    ],
)
def test_answers_are_compared(answer: object, mismatch: tuple[str, object, object] | None) -> None:
    """More keys are allowed; a missing one, another list, or another type is a mismatch at its place."""
    found = [(one.at, one.expected, one.found) for one in run_conformance(lambda _: answer, [ONE])]

    assert found == ([] if mismatch is None else [mismatch])


def test_an_implementation_that_raises_is_wrong() -> None:
    """What it raises is the answer that is shown."""

    def broken(question: object) -> object:
        raise RuntimeError(question)

    assert run_conformance(broken, [ONE]) == (
        Mismatch(case="a", at="", expected=ONE.expected, found=f"RuntimeError: {ONE.request}"),
    )
