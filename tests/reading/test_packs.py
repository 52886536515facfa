"""Parts that plugins contribute: included by their dotted id, with values, state and places of their own."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine
from strokekit.model.plan import steps_of
from strokekit.plugins.bare import plugin_from_text
from tests.plugins.plugs import giving

PACK = """\
parts:
  warm_up:
    title: Warm up
    values: {often: {type: count, default: 2}}
    steps:
      - {technique: kneading, where: calf, repeat: $often}
      - {include: end}
  end: {title: End, steps: [{technique: stroking, where: foot}]}
  wide: {title: Wide, steps: [{include: thai.end}, {include: arms.hold}]}
  circle: {title: Circle, steps: [{include: thai.round}]}
  round: {title: Round, steps: [{include: circle}]}
"""
ARMS = "strokekit: 1\nkind: fragment\ntitle: Arms\nparts: {hold: {title: Hold, steps: [{technique: holding, where: hand}]}}\n"
ENGINE = Engine(
    plugins={
        "thai": plugin_from_text(PACK, name="thai.yaml"),
        "arms": giving("strokekit_parts", {"arms.yaml": ARMS}),
        "wrong": plugin_from_text(
            "parts: {a: {title: A, steps: [{technique: kneding}]}, b: {title: B, steps: []}}", name="wrong.yaml"
        ),
        "files": plugin_from_text("parts: {a: {title: A, steps: [{include: ./b.yaml}]}}", name="files.yaml"),
    }
)
HEAD = "strokekit: 1\ntitle: x\ncontraindications: none_reviewed\nsections:\n"


def checked(step: str) -> list[str]:
    """Check a routine of one step."""
    text = f"{HEAD}- {{id: a, position: prone, steps: [{step}]}}\n"
    return [f"{found} | {'; '.join(found.hints)}" for found in ENGINE.check(ENGINE.read_text(text, name="r"))]


def test_a_part_is_included_by_its_dotted_id() -> None:
    """Its steps stand where it is included, its values are set there, and what it includes itself comes with it."""
    steps_text = "{include: thai.warm_up, id: w, set: {often: 5}}, {include: thai.wide}"
    text = f"{HEAD}- {{id: a, position: prone, steps: [{steps_text}]}}\n"
    plan = ENGINE.compose(ENGINE.loads(text)).require()
    steps = steps_of(plan)

    assert [step.technique for step in steps] == ["kneading", "stroking", "stroking", "holding"]
    assert steps[0].dose["repeat"].value.min == 5
    assert steps[0].origin == "<thai.warm_up>#/parts/warm_up/steps/0"
    assert [(via.kind, via.what) for via in steps[0].via] == [("include", "thai.warm_up")]
    assert checked("{include: thai.warm_up}") == []


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        pytest.param(
            "{include: thai.warmup}",
            ["r:5:46: error[SK427] no plugin contributes the part `thai.warmup` | did you mean `thai.warm_up`?"],
            id="a slip",
        ),
        pytest.param(
            "{include: arms.zzz}",
            ["r:5:46: error[SK427] no plugin contributes the part `arms.zzz` | there is `arms.hold`"],
            id="another part",
        ),
        pytest.param(
            "{include: shiatsu.a}",
            ["r:5:46: error[SK427] no plugin contributes the part `shiatsu.a` | install the plugin `shiatsu`, or load it"],
            id="a missing plugin",
        ),
        pytest.param(
            "{include: thai.circle}",
            [
                (
                    "thai.yaml:10:45: error[SK517] `thai.round` includes itself: thai.round -> thai.circle -> thai.round | "
                    "take one of these includes out"
                )
            ],
            id="a circle",
        ),
    ],
)
def test_what_can_not_be_included(step: str, expected: list[str]) -> None:
    """It is said at the include, with what may be meant."""
    assert checked(step) == expected


def test_a_broken_part_is_named_at_the_include() -> None:
    """What is wrong in the plugin's file is said with its place there; looking at the plugins says all of it."""
    (said,) = checked("{include: wrong.a}")
    report = ENGINE.check_plugins()

    assert said == (
        "r:5:46: error[SK417] the included file `wrong.a` can't be used: in the plugin wrong: wrong.yaml:1:43: error[SK401] "
        "there is no technique `kneding` | "
    )
    assert [str(found).partition("]")[0] for found in report if found.file == "wrong.yaml"] == [
        "wrong.yaml:1:43: warning[SK401",
        "wrong.yaml:1:76: warning[SK205",
    ]


def test_a_part_opens_no_files() -> None:
    """What is installed does not reach for files beside the routine."""
    assert checked("{include: files.a}") == [
        "files.yaml:1:41: error[SK417] the included file `b.yaml` can't be used: a part of a plugin includes no files | "
    ]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        pytest.param(
            {"a.yaml": "parts: ["},
            "a.yaml:1:9: error[SK102] this is not readable YAML: ",
            id="a text that can't be read",
        ),
        pytest.param({"a.yaml": ARMS, "b.yaml": ARMS}, "it contributes the part `p.hold` twice", id="a part twice"),
        pytest.param({"a.yaml": 3}, "`strokekit_parts` gave dict, not a mapping from names of files to texts", id="no text"),
        pytest.param([ARMS], "`strokekit_parts` gave list, not a mapping from names of files to texts", id="no mapping"),
    ],
)
def test_what_is_wrong_with_what_the_hook_gives(given: object, problem: str) -> None:
    """It is a problem of the plugin."""
    (found,) = Engine(plugins={"p": giving("strokekit_parts", given)}).catalog.problems

    assert found.message.startswith(f"the plugin p can't be used: {problem}")


def test_parts_belong_to_the_fingerprint() -> None:
    """Another part is another catalogue."""
    other = ARMS.replace("where: hand", "where: foot")
    one, two = (Engine(plugins={"p": giving("strokekit_parts", {"a.yaml": text})}).catalog for text in (ARMS, other))

    assert one.fingerprint != two.fingerprint
