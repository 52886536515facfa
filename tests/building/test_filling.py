"""Values filled into a part or a step: what `$name` becomes, and what is said of values that do not fit."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit import Engine, build
from strokekit.diagnostics import Diagnostic

ENGINE = Engine()
VALUES = {
    "passes": {"type": "count", "default": 3, "min": 2, "max": 6},
    "area": {"type": "place", "default": "calf"},
    "firmness": {"type": "pressure", "default": "gentle"},
    "lively": {"type": "boolean", "default": False},
    "what": {"type": "technique", "default": "kneading"},
}
LEG = build.part(
    build.technique("$what", where="tight_areas in $area", repeat="$passes", pressure="$firmness", note="$passes times"),
    build.technique(
        "hacking", where="$area", when="value lively", stages=[{"repeat": "$passes"}], but={"when": "wanted", "repeat": "$passes"}
    ),
    values=VALUES,
    defaults={"pressure": "$firmness"},
    title="Leg $area",
)


def whole(*steps: build.Step) -> build.Routine:
    """Build a routine of one section."""
    return build.routine(build.section("s", *steps), title="T", contraindications="none_reviewed")


def found(*steps: build.Step) -> list[Diagnostic]:
    """Check a routine."""
    return [one for one in ENGINE.check(whole(*steps).document) if one.name != "lubricant-missing"]


def test_a_part_takes_its_values() -> None:
    """What is given stands in the place of the names, what is not has its default; texts and conditions stay."""
    assert build.with_values(LEG, {"passes": "4..5", "area": "left thigh"}).data == {
        "steps": [
            {
                "technique": "kneading",
                "where": "tight_areas in left thigh",
                "repeat": "4..5",
                "pressure": "gentle",
                "note": "$passes times",
            },
            {
                "technique": "hacking",
                "where": "left thigh",
                "when": "value lively",
                "stages": [{"repeat": "4..5"}],
                "but": {"when": "wanted", "repeat": "4..5"},
            },
        ],
        "defaults": {"pressure": "gentle"},
        "title": "Leg $area",
    }


def test_a_part_is_as_it_was() -> None:
    """Filling makes a new piece: a step, not a part."""
    before = LEG.data
    made = build.with_values(LEG, {"passes": 5})

    assert LEG.data == before
    assert made.kind == "step"


@pytest.mark.parametrize(
    ("fragment", "values", "expected"),
    [
        pytest.param(
            build.technique("kneading", repeat="$a", where="$b"),
            {"a": 3},
            {"technique": "kneading", "repeat": 3, "where": "$b"},
            id="some",
        ),
        pytest.param(
            build.block({"technique": "kneading", "where": "$b"}, repeat="$a"),
            {"a": 3, "b": "calf"},
            {"steps": [{"technique": "kneading", "where": "calf"}], "repeat": 3},
            id="in a mapping",
        ),
        pytest.param(build.include("leg", set={"b": "$a"}), {"a": 3}, {"include": "leg", "set": {"b": 3}}, id="handed on"),
        pytest.param(
            build.technique("kneading", repeat={"min": "$a", "max": 5}),
            {"a": 3},
            {"technique": "kneading", "repeat": {"min": 3, "max": 5}},
            id="in a long form",
        ),
        pytest.param(build.part(build.cue(say="$a")), {}, {"steps": [{"say": "$a"}]}, id="a part without values"),
    ],
)
def test_a_step_takes_some_values(fragment: build.Step, values: dict[str, Any], expected: dict[str, Any]) -> None:
    """What declares no values takes what is given, and leaves the rest open."""
    assert build.with_values(fragment, values).data == expected


def test_what_is_not_filled_is_shared() -> None:
    """A step without names in it is the very same."""
    step = build.technique("kneading", where="calf")

    assert build.with_values(build.block(step, build.technique("kneading", repeat="$a")), {"a": 2}).keys["steps"][0] is step


@pytest.mark.parametrize(
    ("fragment", "values", "expected"),
    [
        pytest.param(LEG, {"passes": 9}, ["SK507 `9` does not fit the value `passes`: it is above 6"], id="too many"),
        pytest.param(
            LEG, {"passes": "no idea"}, ["SK507 `no idea` does not fit the value `passes`: it can't be read"], id="no count"
        ),
        pytest.param(LEG, {"pases": 3}, ["SK405 there is no value `pases`"], id="undeclared"),
        pytest.param(
            build.part(build.technique("kneading", where="calf", repeat="$n"), values={"n": {"type": "count"}}),
            {},
            ["SK508 the value `n` has no default and was not set"],
            id="not set",
        ),
        pytest.param(
            build.technique("kneading", where="$area"), {"areas": "calf"}, ["SK405 there is no value `areas`"], id="not named"
        ),
    ],
)
def test_a_value_that_does_not_fit_is_a_diagnostic(fragment: build.Step, values: dict[str, Any], expected: list[str]) -> None:
    """It comes when the routine is read, and names the call that gave it, or the part that lacks it."""
    made = build.with_values(fragment, values)
    line = made.call.after[-1].rpartition(":")[2]
    said = [(one.code, one.message.rpartition("): ")) for one in made.found]

    assert [f"{code} {message}" for code, (_, _, message) in said] == expected
    assert {words.partition("(")[0] for _, (words, _, _) in said} <= {"in with_values", "in part"}
    assert {str(one.span.line) for one in made.found if one.span and "with_values" in one.message} <= {line}
    assert [one for one in found(build.block(made)) if one in made.found] == list(made.found)


def test_what_does_not_fit_stays_reported_in_combinations() -> None:
    """A block that has something to report is not opened, so that nothing is lost."""
    made = build.with_values(
        build.part(build.technique("kneading", repeat="$n"), values={"n": {"type": "count", "max": 3}}), {"n": 4}
    )

    assert [one.name for one in found(build.concatenate(made, made))].count("value-unfit") == 1
    assert [one.name for one in found(build.repeat(made, 2))].count("value-unfit") == 1


def test_a_filled_step_says_so() -> None:
    """A later diagnostic of it names the builder, and the line that filled it."""
    step = build.technique("kneading", where="$area")
    made = build.with_values(step, {"area": "claf"})
    (wrong,) = found(made)

    assert wrong.message == (
        f'in technique("kneading", where="$area"), filled at test_filling.py:{step.call.line + 1}: there is no region `claf`'
    )


def test_only_parts_and_steps_are_filled() -> None:
    """The values of a routine are set when it is composed."""
    routine = whole(build.cue(say="Hi"))

    with pytest.raises(TypeError) as caught:
        build.with_values(routine, {})  # type: ignore[arg-type]  # what a checker would find
    assert str(caught.value) == f"with_values() takes a part or a step, not {routine!r}"


def test_a_filled_part_is_what_including_it_gives() -> None:
    """Filling in code and including in the file take the same time."""
    filled = whole(build.with_values(LEG, {"passes": 5}))
    included = build.routine(
        build.section("s", build.include("leg", set={"passes": 5})),
        title="T",
        contraindications="none_reviewed",
        parts={"leg": LEG},
    )
    hidden = build.with_values(LEG, {"passes": 5, "lively": False}).keys["steps"][0]
    times = [ENGINE.measure(ENGINE.compose(ENGINE.structure(one.document)).require()) for one in (whole(hidden), included)]

    assert times[0] == times[1]
    assert filled.data["sections"][0]["steps"][0]["steps"][0] == hidden.data
