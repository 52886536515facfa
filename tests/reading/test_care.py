"""What is asked before the first stroke, what speaks against it, what answers bring about, and limits of a run."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from strokekit.model.node import Avoid, Effects, Prompt
from strokekit.model.routine import Contraindications, Limit, Question
from strokekit.model.state import Lubricant, Pose
from tests.reading.reads import literal, read

AT = "/screen/0/then"


def effects(written: str) -> Effects | None:
    """Read what a yes brings about."""
    fragment = (
        f"values: {{area: {{type: place, default: calf}}}}\nscreen: [{{id: q, ask: Well, then: {written}}}]\n"
        "sections: [{id: a, steps: [{say: x, id: b}, {say: z, id: c}]}]"
    )
    return read(fragment).screen[0].then


def level(word: str) -> Any:
    """Give the level of a pressure word."""
    return literal("pressure", word).options[0][0].level


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("refuse", {"decisions": {"refuse": None}}, id="a word"),
        pytest.param("{delay: true}", {"decisions": {"delay": None}}, id="a word as a key"),
        pytest.param("{refer: to a doctor}", {"decisions": {"refer": {"en": "to a doctor"}}}, id="a word with its reason"),
        pytest.param("{consult: {ne: x}}", {"decisions": {"consult": {"ne": "x"}}}, id="a reason in another language"),
        pytest.param("{cap: light}", {"cap": level("light")}, id="cap"),
        pytest.param("{pressure: gentle}", {"pressure": literal("pressure", "gentle")}, id="pressure"),
        pytest.param(
            "{avoid: {spine: no_pressure}}",
            {
                "avoid": (
                    Avoid(
                        place=literal("place", "spine"),
                        effect="no_pressure",
                        written="spine",
                        rule="no_pressure",
                        origin=f"{AT}/avoid/spine",
                    ),
                )
            },
            id="avoid",
        ),
        pytest.param("{forbid: kneading}", {"forbid": ("kneading",)}, id="a technique that is forbidden"),
        pytest.param("{forbid: [friction, cover]}", {"forbid": ("friction", "cover")}, id="a family and an action"),
        pytest.param("{forbid_position: prone}", {"forbid_positions": (Pose(pose="prone"),)}, id="a position"),
        pytest.param(
            "{forbid_position: [prone or supine, left side_lying]}",
            {"forbid_positions": (Pose(pose="prone"), Pose(pose="supine"), Pose(pose="side_lying", side="left"))},
            id="several positions",
        ),
        pytest.param("{lubricant: none}", {"lubricant": Lubricant()}, id="lubricant"),
        pytest.param("{emphasis: calf}", {"emphasis": (literal("place", "calf"),)}, id="emphasis"),
        pytest.param(
            "{emphasis: [calf, knee]}", {"emphasis": (literal("place", "calf"), literal("place", "knee"))}, id="emphases"
        ),
        pytest.param("{skip: b}", {"skip": ("b",)}, id="a step that is left out"),
        pytest.param("{skip: [b, c]}", {"skip": ("b", "c")}, id="steps that are left out"),
        pytest.param("{set: {area: answer}}", {"settings": {"area": "answer"}}, id="a value that is the answer"),
        pytest.param("{set: {area: foot}}", {"settings": {"area": "foot"}}, id="a value"),
        pytest.param("{repeat: 2}", {"repeat": literal("count", 2)}, id="once more"),
        pytest.param(
            "{ask: Where, say: Thanks}",
            {
                "prompts": (
                    Prompt(kind="say", text={"en": "Thanks"}, origin=f"{AT}/say"),
                    Prompt(kind="ask", text={"en": "Where"}, origin=f"{AT}/ask"),
                )
            },
            id="words",
        ),
    ],
)
def test_effects(written: str, expected: dict[str, Any]) -> None:
    """Each effect of an answer is read by itself, and nothing else with it."""
    assert effects(written) == Effects(**expected, origin=AT)


def test_questions() -> None:
    """Questions keep their order, who is asked, the sort of answer, and whether nothing starts without a yes."""
    fragment = """screen:
  - {id: agreed, ask: Shall we begin, need: true}
  - {id: area, ask: {ne: Kahan}, who: the midwife, type: place, answers: {back: refuse, x-note: 1}}"""

    assert read(fragment).screen == (
        Question(id="agreed", ask={"en": "Shall we begin"}, needed=True, origin="/screen/0"),
        Question(
            id="area",
            ask={"ne": "Kahan"},
            who="the midwife",
            type="place",
            answers={"back": Effects(decisions={"refuse": None}, origin="/screen/1/answers/back")},
            origin="/screen/1",
        ),
    )


def test_contraindications_have_effects() -> None:
    """What speaks against a routine says what follows, in a word or in full; another name of a condition is its id."""
    assert read("contraindications: {fever: refuse, sprain: {cap: light}, x-a: 1}").contraindications == Contraindications(
        status="listed",
        items={
            "fever": Effects(decisions={"refuse": None}, origin="/contraindications/fever"),
            "acute_injury": Effects(cap=level("light"), origin="/contraindications/sprain"),
        },
        origin="/contraindications",
    )


def test_a_contraindication_of_the_documents_own() -> None:
    """A condition that the document declares is one, and its title is kept with the words."""
    routine = read("words: {conditions: {long_drive: A long drive}}\ncontraindications: {long_drive: delay}")

    assert routine.contraindications.items == {
        "long_drive": Effects(decisions={"delay": None}, origin="/contraindications/long_drive")
    }
    assert routine.words == {"condition": {"long_drive": {"en": "A long drive"}}}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(
            "{tool: elbow, duration: ..2 min each area}",
            Limit(tool=literal("tool", "elbow"), duration=literal("duration", "..2 min each area")),
            id="a tool",
        ),
        pytest.param(
            "{purpose: energy_work, share: ..20%}",
            Limit(purpose="energy_work", share=literal("percent", "..20%")),
            id="a purpose",
        ),
        pytest.param(
            "{technique: friction, repeat: ..3}", Limit(technique="friction", repeat=literal("count", "..3")), id="a family"
        ),
        pytest.param(
            "{technique: percussion, repeat: 3}", Limit(technique="tapotement", repeat=literal("count", 3)), id="an alias"
        ),
        pytest.param(
            "{where: abdomen, duration: ..1 min, note: Gently}",
            Limit(where=literal("place", "abdomen"), duration=literal("duration", "..1 min"), note={"en": "Gently"}),
            id="a place",
        ),
    ],
)
def test_limits(written: str, expected: Limit) -> None:
    """A limit has one subject and one measure, and its words."""
    (found,) = read(f"limits: [{written}]").limits

    assert (found.origin, found) == ("/limits/0", Limit(**{**_fields(expected), "origin": "/limits/0"}))


def _fields(limit: Limit) -> dict[str, Any]:
    return {name: getattr(limit, name) for name in (field.name for field in attrs.fields(Limit))}


def test_equipment_has_places_to_avoid() -> None:
    """A thing may have places that it does not come to; what may stand for it and what it may not hold are things."""
    (thing,) = read("equipment: {heat_pack: {count: 2, avoid: {abdomen: keep_off}, or: towel, forbid: [nut_oil]}}").equipment

    assert thing.details == {
        "count": literal("quantity", 2),
        "avoid": (
            Avoid(
                place=literal("place", "abdomen"),
                effect="keep_off",
                written="abdomen",
                rule="keep_off",
                origin="/equipment/heat_pack/avoid/abdomen",
            ),
        ),
        "or": "towel",
        "forbid": ["nut_oil"],
    }
