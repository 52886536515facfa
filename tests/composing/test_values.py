"""Values of a routine: their defaults, what may be set, and literals with the values filled in."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plans import document, engine, plan_of, said, seconds, step_of

HEAD = """
values:
  passes: {type: count, default: 3, min: 2, max: 6}
  time: {type: duration, default: 1 min, max: 5 min}
  area: {type: place, default: calf}
  mood: {type: choice, choice: [lively, calm], default: calm}
  long: {type: boolean, default: false}
  stroke: {type: technique, default: kneading}
  greeting: {type: text, default: hello}
"""


@pytest.mark.parametrize(
    ("fields", "values", "expected"),
    [
        ("where: calf, repeat: $passes, tempo: 10 s each", {}, 30),
        ("where: calf, repeat: $passes, tempo: 10 s each", {"passes": 5}, 50),
        ("where: calf, repeat: $passes, tempo: 10 s each", {"passes": "4"}, 40),
        ("where: calf, duration: $time", {"time": "90 s"}, 90),
        ("where: $area, duration: $time", {"area": "thigh"}, 60),
        ("where: [$area, thigh], duration: 1 min each area", {}, 120),
        ("where: knots in $area, duration: $time", {}, 60),
    ],
)
def test_values_stand_where_their_type_fits(fields: str, values: dict[str, Any], expected: int) -> None:
    """A value may be a whole field, one of a list, or one word of a literal; what is set goes before the default."""
    text = document(f"- {{technique: kneading, id: a, {fields}}}", head=HEAD)

    assert seconds(text, "a", **values)[1] == expected


def test_a_value_reaches_loops_and_defaults() -> None:
    """Blocks and inherited defaults take values like steps."""
    text = document(
        "- {id: b, repeat: $passes, steps: [{technique: kneading, id: a, where: calf}]}",
        head=f"{HEAD}\ndefaults: {{duration: $time}}",
    )

    assert seconds(text, "b", passes=2, time="30 s") == (60, 60, 60)
    assert step_of(plan_of(text), "a").dose["duration"].by == "inherited"


@pytest.mark.parametrize(
    ("name", "value", "problem", "hint"),
    [
        ("passes", 7, "it is above 6", "give a count, at least 2, at most 6"),
        ("passes", 1, "it is below 2", "give a count, at least 2, at most 6"),
        ("passes", "3..7", "it is above 6", "give a count, at least 2, at most 6"),
        ("passes", "..7", "it is above 6", "give a count, at least 2, at most 6"),
        ("passes", "many of them", "it can't be read", "give a count, at least 2, at most 6"),
        ("passes", None, "it can't be read", "give a count, at least 2, at most 6"),
        ("passes", [3], "it can't be read", "give a count, at least 2, at most 6"),
        ("passes", True, "it can't be read", "give a count, at least 2, at most 6"),
        ("time", "6 min", "it is above 5 min", "give a duration, at most 5 min"),
        ("area", "nowhere", "it can't be read", "give a place"),
        ("mood", "sad", "it is none of the choices", "choose one of `lively`, `calm`"),
        ("long", "perhaps", "it is neither true nor false", "write `true` or `false`"),
        ("stroke", "kneding", "there is no such technique", "give a technique"),
        ("greeting", None, "it is no text", "give a text"),
    ],
)
def test_what_does_not_fit_is_reported_at_the_declaration(name: str, value: Any, problem: str, hint: str) -> None:
    """A value of the wrong kind or out of its bounds is an error that says what would fit."""
    found = said(document("- {technique: kneading, where: calf}", head=HEAD), **{name: value})
    shown = "true" if value is True else value

    assert [entry[1:] for entry in found] == [("SK507", f"`{shown}` does not fit the value `{name}`: {problem}", (hint,))]


def test_a_value_may_name_an_action() -> None:
    """A value of the type `technique` may hold an action; it stands under the head `action`, and under no other."""
    head = "values: {which: {type: technique, default: dim_lights}}"

    assert said(document("- {action: $which, id: a, duration: 10 s}", head=head)) == []
    assert [entry[:3] for entry in said(document("- {technique: $which, id: a}", head=head))] == [
        ("8:21", "SK211", "`dim_lights` is an action, not a technique")
    ]


def test_a_value_that_nobody_declared() -> None:
    """Setting an unknown name is an error that lists what there is; without values it says that."""
    with_values = said(
        document("- {technique: kneading, where: calf}", head="values: {long: {type: boolean, default: true}}"), lang=1
    )
    without = said(document("- {technique: kneading, where: calf}"), lang=1)

    assert with_values == [("4:9", "SK405", "there is no value `lang`", ("declare it under `values`", "the routine has `long`"))]
    assert without == [("1:1", "SK405", "there is no value `lang`", ("declare it under `values`", "the routine has no values"))]


def test_a_literal_that_a_value_makes_unreadable() -> None:
    """A value that fits its own type may still not fit where it stands: the error is at the place that names it."""
    text = document("- {technique: kneading, where: $greeting}", head=HEAD)

    assert [entry[:3] for entry in said(text)] == [("15:38", "SK403", "there is no region `hello`")]


def test_settings_are_kept_in_the_plan() -> None:
    """The plan says with which values it was made, in the form of the document."""
    routine = engine().loads(document("- {technique: kneading, where: calf}", head=HEAD))
    plan = engine().compose(routine, values={"long": "yes", "passes": "4"}).require()

    assert (plan.settings["long"], plan.settings["passes"], plan.settings["mood"]) == (True, 4, "calm")


@pytest.mark.parametrize(
    "steps",
    [
        "- {id: b, rest: $pause, steps: [{technique: kneading, where: calf, duration: 10 s}]}",
        "- {id: b, rest: $pause, choose: 1, from: [{technique: kneading, where: calf, duration: 10 s}]}",
        "- {id: b, rest: $pause, say: Breathe out, duration: 10 s}",
        "- {technique: kneading, id: b, where: calf, duration: 10 s, rest: $pause}",
    ],
    ids=["block", "choice", "words", "technique"],
)
def test_a_value_reaches_the_pause_after_a_node(steps: str) -> None:
    """Whatever the node is, the pause after it may be a value."""
    assert seconds(document(steps, head="values: {pause: {type: duration, default: 5 s}}"), "b") == (15, 15, 15)
