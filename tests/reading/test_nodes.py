"""What every section, block and step may carry: each key as the value that it is read to."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.model.amounts import UNSTATED, Range
from strokekit.model.node import LOCKS, Effects, Media, Prompt, StopRule
from strokekit.model.routine import At, Deferred
from strokekit.reading.nodes import locked
from tests.reading.blocks import steps_in
from tests.reading.reads import STEP, literal, names, node, read, step


def kneading(fields: str) -> Any:
    """Read a kneading step with an id and these fields."""
    return step(f"- {{technique: kneading, id: one, {fields}}}")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("none", (), id="none"),
        pytest.param("unstated", UNSTATED, id="not told"),
        pytest.param("pillow under knees", (literal("placement", "pillow under knees"),), id="one"),
        pytest.param(
            "[pillow under knees, 2 towel under head]",
            (literal("placement", "pillow under knees"), literal("placement", "2 towel under head")),
            id="several",
        ),
    ],
)
def test_bolsters(written: str, expected: Any) -> None:
    """The client lies on some placements, on `none`, or the source does not say."""
    assert kneading(f"bolsters: {written}").node.state == {"bolsters": expected}


def test_another_source_may_know_of_no_bolsters() -> None:
    """What another source says of the state is read as the state itself is."""
    assert kneading("differs: {bolsters: none}").node.differs == ({"bolsters": ()},)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("true", LOCKS, id="all of it"),
        pytest.param("false", (), id="nothing"),
        pytest.param("dose", ("dose",), id="one"),
        pytest.param("[texts, order]", ("order", "texts"), id="some, in the order of the format"),
    ],
)
def test_locks(written: str, expected: tuple[str, ...]) -> None:
    """What nobody may change is read in the order of the format, `true` as all of it."""
    assert kneading(f"locked: {written}").node == node(locked=expected)


def test_a_document_may_be_locked() -> None:
    """The document's own lock is read like a node's."""
    assert read("locked: [order]").locked == locked({"locked": ["order"]}) == ("order",)


def test_marks_and_the_places_that_ask_for_them() -> None:
    """A mark names spots; a place may ask for it, also before it is set and in a path."""
    text = "- {technique: kneading, id: one, where: calf, mark: sore}, {technique: holding, where: marked sore}"
    first, second = steps_in(read(text))

    assert first.node == node(mark="sore")
    assert second.dose == {"where": (literal("place", "marked sore"),)}
    assert names("- {technique: gliding, path: calf -> marked sore, mark: sore}") == []


def test_media() -> None:
    """Pictures, sounds and films are read with their titles and languages; nothing is opened."""
    written = "media: [{kind: image, href: a.jpg}, {kind: audio, href: a.ogg, title: Bell, language: ne}]"

    assert kneading(written).node == node(
        media=(Media(kind="image", href="a.jpg"), Media(kind="audio", href="a.ogg", title={"en": "Bell"}, language="ne"))
    )


def test_time_of_techniques_stands_in_their_dose() -> None:
    """`duration` and `share` of a technique, an action or free time are part of the dose."""
    deed = kneading("duration: 3 min, share: 20%")

    assert deed.node == node()
    assert deed.dose == {"duration": literal("duration", "3 min"), "share": literal("percent", "20%")}


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param("steps: [{say: x}]", id="block"),
        pytest.param("choose: 1, from: [{say: x}]", id="choice"),
        pytest.param("say: x", id="cue"),
        pytest.param("include: leg", id="include"),
    ],
)
def test_time_of_other_nodes_stands_on_the_node(rest: str) -> None:
    """`duration` and `share` of everything else belong to the whole node."""
    parts = "parts: {leg: {steps: [{say: x}]}}"
    fragment = f"{parts}\nsections: [{{id: a, steps: [{{id: one, duration: 3 min, share: 20%, {rest}}}]}}]"
    found = step(fragment).node

    assert (found.duration, found.share) == (literal("duration", "3 min"), literal("percent", "20%"))


def test_what_another_source_says_is_a_dose() -> None:
    """The fields of `differs` are read as those of a dose and of the state; its source must be known."""
    fragment = (
        "sources: {b: {title: B}}\nsections: [{id: a, steps: [{technique: kneading, id: one, where: calf, "
        "differs: [{source: b, repeat: 4..6}, {note: Slower, position: prone}]}]}]"
    )

    assert step(fragment).node == node(
        differs=(
            {"source": "b", "repeat": literal("count", "4..6")},
            {"note": {"en": "Slower"}, "position": literal("position", "prone")},
        )
    )


def test_stages_are_doses_in_order() -> None:
    """The stages of a step are doses; a value that is named in one is left for composing."""
    fragment = (
        "values: {much: {type: count, default: 2}}\nsections: [{id: a, steps: "
        "[{technique: kneading, stages: [{pressure: light}, {repeat: $much, rest: 5 s}]}]}]"
    )
    deferred = Deferred(kind="count", written="$much", origin=f"{STEP}/stages/1/repeat")

    assert step(fragment).dose == {
        "stages": ({"pressure": literal("pressure", "light")}, {"repeat": deferred, "rest": literal("duration", "5 s")})
    }


def test_stop_rules_have_a_second_response_and_a_level() -> None:
    """What follows the response, and down to which level to go, are read with it."""
    rule = kneading("stop: {numbness: {response: lighten, then: stop, to: light, note: Ask}}").node.stop

    assert rule == (
        StopRule(
            sign="numbness",
            response="lighten",
            then="stop",
            to=literal("pressure", "light").options[0][0].level,
            note={"en": "Ask"},
            origin=f"{STEP}/stop/numbness",
        ),
    )


def test_answers_of_a_question_have_effects() -> None:
    """What each answer to a check-in brings about is read, beside its moment."""
    prompts = kneading('ask: {text: Too firm, at: end, answers: {"much": {repeat: 1}, "fine": consult}}').node.prompts
    at = f"{STEP}/ask/answers"

    assert prompts == (
        Prompt(
            kind="ask",
            text={"en": "Too firm"},
            at=At(word="end"),
            answers={
                "much": Effects(repeat=Range(min=1, ideal=1, max=1), origin=f"{at}/much"),
                "fine": Effects(decisions={"consult": None}, origin=f"{at}/fine"),
            },
            origin=f"{STEP}/ask",
        ),
    )


def test_unstated_is_kept_in_stages_and_exceptions() -> None:
    """`unstated` is a value of its own wherever a dose is written."""
    deed = kneading("stages: [{pressure: unstated}], but: {when: pass last, pressure: unstated}")

    assert deed.dose["stages"] == ({"pressure": UNSTATED},)
    assert deed.but[0].dose == {"pressure": UNSTATED}
