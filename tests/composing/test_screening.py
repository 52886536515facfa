"""Answers to a routine's questions: what each brings about, and that none of it is ever shown."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.diagnostics import Outcome
from strokekit.model.plan import Plan
from tests.plans import document, engine, step_of

STEPS = """
- {technique: kneading, id: k, where: calf, pressure: deep}
- {technique: hacking, id: h, where: thigh, optional: true}
- {technique: stroking, id: st, where: foot, when: answer sore = much}
"""


def composed(screen: str, answers: dict[str, Any], steps: str = STEPS, head: str = "") -> Outcome[Plan]:
    """Compose the steps with one question and the answers to it."""
    text = document(steps, head=f"{head}\nscreen: [{screen}]")
    return engine().compose(engine().loads(text, name="r.yaml"), answers=answers)


def test_silence_is_no_answer() -> None:
    """Without an answer nothing is brought about, not even of a question whose yes is needed."""
    plan = composed("{id: sore, ask: Sore, need: true, then: {cap: light}}", {}).require()

    assert (plan.effects, step_of(plan, "k").caps, step_of(plan, "st").open) == ((), (), "condition")


@pytest.mark.parametrize(("answer", "caps"), [(True, 1), ("yes", 1), (False, 0), ("no", 0)], ids=["true", "yes", "false", "no"])
def test_then_is_for_a_yes(answer: object, caps: int) -> None:
    """`then` is what a yes brings about."""
    outcome = composed(
        "{id: sore, ask: Sore, then: {cap: light}}", {"sore": answer}, steps="- {technique: kneading, id: k, where: calf}"
    )

    assert len(step_of(outcome.require(), "k").caps) == caps


def test_each_answer_has_its_effects() -> None:
    """Of several answers the one given holds, and conditions know it."""
    screen = "{id: sore, ask: Sore, type: choice, answers: {little: {skip: h}, much: {avoid: {thigh: keep_off}}}}"
    little = composed(screen, {"sore": "little"}).require()

    assert [(left.name, left.why) for left in little.left_out] == [("h", "answer"), ("st", "condition")]
    assert [d.name for d in composed(screen, {"sore": "much"}).report.errors] == ["avoided-place"]


def test_an_answer_sets_a_value() -> None:
    """`answer` stands for what was said."""
    steps = "- {technique: kneading, id: k, where: calf, repeat: $passes}"
    head = "values: {passes: {type: count, default: 3}}"
    screen = "{id: often, ask: How often, type: count, answers: {4: {set: {passes: answer}}}}".replace("4:", '"4":')

    assert step_of(composed(screen, {"often": "4"}, steps, head).require(), "k").dose["repeat"].value.max == 4


@pytest.mark.parametrize(
    ("effect", "field", "expected"),
    [
        ("pressure: light", "pressure", "light"),
        ("emphasis: knee", "emphasis", "knee"),
    ],
    ids=["pressure", "emphasis"],
)
def test_an_answer_changes_the_dose(effect: str, field: str, expected: str) -> None:
    """Pressure and emphasis of an answer go before what the steps say."""
    plan = composed(f"{{id: sore, ask: Sore, then: {{{effect}}}}}", {"sore": True}).require()
    value = step_of(plan, "k").dose[field].value

    literals = engine().catalog.literals
    assert (
        literals.write("pressure" if field == "pressure" else "place", value[0] if isinstance(value, tuple) else value)
        == expected
    )


def test_an_answer_changes_the_lubricant() -> None:
    """What the skin is prepared with is what the answer asks for."""
    steps = "- {action: apply_lubricant, id: a, lubricant: oil}\n- {technique: kneading, id: k, where: calf}"
    plan = composed("{id: nuts, ask: Allergic to nuts, then: {lubricant: lotion}}", {"nuts": True}, steps).require()

    assert step_of(plan, "k").state["lubricant"].products[0].thing == "lotion"


def test_a_position_that_is_ruled_out() -> None:
    """Of several positions the others stay; the only one can't be taken away."""
    screen = "{id: pregnant, ask: Pregnant, then: {forbid_position: prone}}"
    steps = "- {technique: kneading, id: k, where: calf, position: %s}"
    plan = composed(screen, {"pregnant": True}, steps % "prone or left side_lying").require()

    assert [pose.pose for pose in step_of(plan, "k").state["position"].options] == ["side_lying"]
    assert [d.name for d in composed(screen, {"pregnant": True}, steps % "prone").report.errors] == ["ruled-out-by-answer"]


@pytest.mark.parametrize(
    ("effect", "errors", "warnings"),
    [
        ("refuse: true", ["treatment-ruled-out"], []),
        ("delay: for two weeks", ["treatment-ruled-out"], []),
        ("refer: to a doctor", [], ["treatment-after-advice"]),
        ("consult: true", [], ["treatment-after-advice"]),
        ("forbid: kneading", ["ruled-out-by-answer"], []),
        ("forbid: percussion", [], []),
    ],
    ids=["refuse", "delay", "refer", "consult", "a technique", "the family of an optional step"],
)
def test_decisions(effect: str, errors: list[str], warnings: list[str]) -> None:
    """What ends or delays the treatment is an error, what asks for advice a warning."""
    report = composed(f"{{id: sore, ask: Sore, then: {{{effect}}}}}", {"sore": True}).report

    assert ([d.name for d in report.errors], [d.name for d in report.warnings]) == (errors, warnings)


def test_what_a_client_said_is_nowhere() -> None:
    """Neither the plan's `repr` nor any message holds an answer, or the question that was answered."""
    outcome = composed(
        "{id: secret_matter, ask: Sore, then: {refer: to a doctor}}",
        {"secret_matter": "yes"},
        "- {technique: kneading, where: calf}",
    )
    shown = repr(outcome.require()).replace(repr(outcome.require().routine), "")

    assert "yes" not in shown
    assert [(d.message, d.pointer, d.facts) for d in outcome.report] == [
        ("the answers given ask for something first: refer", "", {"effect": "refer"})
    ]


def test_answers_to_nothing() -> None:
    """A question that nobody asks is reported with those that are asked."""
    (found,) = composed("{id: sore, ask: Sore}", {"sroe": True}).report.errors

    assert (found.name, found.hints) == ("unknown-question", ("the routine asks `sore`",))


def test_a_product_that_is_ruled_out() -> None:
    """Of several products the others stay; the only one can't be taken away."""
    screen = "{id: nuts, ask: Allergic to nuts, then: {forbid: nut_oil}}"
    steps = "- {action: apply_lubricant, id: a, lubricant: %s}\n- {technique: kneading, id: k, where: calf}"
    plan = composed(screen, {"nuts": True}, steps % "nut_oil or lotion").require()

    assert [item.thing for item in step_of(plan, "k").state["lubricant"].products] == ["lotion"]
    assert [d.name for d in composed(screen, {"nuts": True}, steps % "nut_oil").report.errors] == ["ruled-out-by-answer"]


def test_several_decisions_of_one_answer() -> None:
    """An answer may refuse the treatment and refer the client."""
    report = composed("{id: sore, ask: A swollen leg, then: {refuse: true, refer: to a doctor}}", {"sore": True}).report

    assert [(d.name, d.facts["effect"]) for d in report if d.name.startswith("treatment")] == [
        ("treatment-ruled-out", "refuse"),
        ("treatment-after-advice", "refer"),
    ]
