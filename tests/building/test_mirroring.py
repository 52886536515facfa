"""The mirror image of a fragment: what is exchanged, what stays, and what can't be seen."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit import Engine, UsageError, build
from strokekit.plugin import Region
from strokekit.plugins.hookspecs import hookimpl


def mirrored(**keys: Any) -> dict[str, Any]:
    """Mirror a technique, and give its keys without the head."""
    data = build.mirror(build.technique("circles", **keys)).data
    del data["technique"]
    return data


EXCHANGED = [
    pytest.param({"where": "left calf"}, {"where": "right calf"}, id="place"),
    pytest.param({"where": "top of  left shoulder"}, {"where": "top of  right shoulder"}, id="spaces stay"),
    pytest.param({"where": ["left calf", "foot"]}, {"where": ["right calf", "foot"]}, id="list"),
    pytest.param(
        {"where": {"region": "calf", "side": "left"}},
        {"where": {"region": "calf", "side": "right"}},
        id="the long form stays long",
    ),
    pytest.param({"where": {"all": ["left calf", "foot"]}}, {"where": {"all": ["right calf", "foot"]}}, id="a join stays a join"),
    pytest.param({"path": "left ankle -> left hip"}, {"path": "right ankle -> right hip"}, id="path"),
    pytest.param({"side": "left or both"}, {"side": "right or both"}, id="side"),
    pytest.param({"tool": "left thumb and right palm"}, {"tool": "right thumb and left palm"}, id="tool"),
    pytest.param({"start": "hands at left hip"}, {"start": "hands at right hip"}, id="start"),
    pytest.param({"position": "left side_lying"}, {"position": "right side_lying"}, id="position"),
    pytest.param({"therapist": "standing beside left hip"}, {"therapist": "standing beside right hip"}, id="therapist"),
    pytest.param({"bolsters": ["pillow under left knee"]}, {"bolsters": ["pillow under right knee"]}, id="bolsters"),
    pytest.param(
        {"where": "knee", "direction": "clockwise"},
        {"where": "knee", "direction": "counterclockwise"},
        id="a turn on a paired region",
    ),
    pytest.param(
        {"where": "knee", "direction": {"turn": "clockwise", "note": "clockwise"}},
        {"where": "knee", "direction": {"turn": "counterclockwise", "note": "clockwise"}},
        id="a long form with a mistake",
    ),
    pytest.param(
        {"where": "knee", "but": {"when": "pass last", "side": "left"}},
        {"where": "knee", "but": {"when": "pass last", "side": "right"}},
        id="an exception",
    ),
    pytest.param(
        {"where": "knee", "stages": [{"direction": "clockwise"}, {"tool": "left palm"}]},
        {"where": "knee", "stages": [{"direction": "counterclockwise"}, {"tool": "right palm"}]},
        id="stages",
    ),
    pytest.param({"where": "left nowhere"}, {"where": "right nowhere"}, id="a place that nobody knows"),
]


@pytest.mark.parametrize(("keys", "expected"), EXCHANGED)
def test_sides_are_exchanged(keys: dict[str, Any], expected: dict[str, Any]) -> None:
    """Left and right change places, in the author's own words."""
    assert mirrored(**keys) == expected


STAY = [
    pytest.param({"where": "calf"}, id="a region without a side"),
    pytest.param({"side": "both_at_once or midline"}, id="no one side"),
    pytest.param({"where": "abdomen", "direction": "clockwise"}, id="the abdomen has one right way round"),
    pytest.param({"direction": "clockwise"}, id="a turn with no place"),
    pytest.param({"direction": "toward heart and away from spine"}, id="no turn"),
    pytest.param({"note": "left", "say": "Now the left leg.", "title": "left", "label": "left"}, id="texts"),
    pytest.param({"avoid": {"left knee": "keep_off"}, "cap": "light"}, id="what is to be avoided"),
    pytest.param({"when": "position left side_lying"}, id="conditions"),
    pytest.param({"mirror": False, "where": "left calf", "position": "left side_lying"}, id="exempted"),
    pytest.param({"repeat": "3..5", "pressure": "gentle", "duration": "5 min", "pattern": "3 strips across"}, id="amounts"),
    pytest.param({"where": "unstated", "side": "unstated"}, id="unstated"),
    pytest.param({"repeat": "$passes", "pressure": "$firmness"}, id="values that no side stands for"),
    pytest.param({"extras": {"x-own": "left"}}, id="extras"),
]


@pytest.mark.parametrize("keys", STAY)
def test_all_else_stays(keys: dict[str, Any]) -> None:
    """What the format does not mirror is not touched: the piece is the very same."""
    step = build.technique("circles", **keys)

    assert build.mirror(step) is step


def test_notes_and_extras_in_long_forms_stay() -> None:
    """Texts inside a literal are texts."""
    place = {"region": "calf", "side": "left", "x-own": "left"}
    duration = {"min": "1 min", "max": "2 min", "note": "left"}

    assert mirrored(where=place, duration=duration) == {"where": {**place, "side": "right"}, "duration": duration}


def test_everything_inside_is_mirrored() -> None:
    """Blocks, options, loops and what stands between passes, however deep."""
    left, right = (build.technique("kneading", where=f"{side} calf") for side in ("left", "right"))
    nested = [
        build.section(
            "s",
            build.choose(1, one, {"technique": "kneading", "where": one.data["where"]}),
            build.block(one, sides=order, between=[one], interspersed=one, may_add=[one]),
            build.technique("kneading", interspersed={"every": "30 s", "steps": [one]}),
            build.block(one, for_each={"place": [one.data["where"], "foot"]}),
            build.block(one, defaults={"side": side}),
            build.block(one, sides="each"),
        )
        for one, order, side in ((left, "left then right", "left"), (right, "right then left", "right"))
    ]

    assert build.mirror(nested[0]).data == nested[1].data


def test_a_routine_is_mirrored_with_its_places() -> None:
    """The places that a routine names, and its parts, are mirrored with what uses them."""
    routines = [
        build.routine(
            build.section("s", build.technique("kneading", where="hollow")),
            title="left",
            places={
                "hollow": {"at": f"middle of {side} palm", "title": "left"},
                "way": {"kind": "path", "path": f"{side} ankle -> {side} knee"},
            },
            parts={"leg": build.part(build.technique("kneading", where=f"{side} calf"))},
        )
        for side in ("left", "right")
    ]

    assert build.mirror(routines[0]) == routines[1]


@pytest.mark.parametrize(
    ("block", "turn"),
    [
        pytest.param(
            build.block({"technique": "circles", "direction": "clockwise"}, defaults={"where": "knee"}),
            "counterclockwise",
            id="paired",
        ),
        pytest.param(
            build.block({"technique": "circles", "direction": "clockwise"}, defaults={"where": "abdomen"}),
            "clockwise",
            id="unpaired",
        ),
        pytest.param(
            build.block({"technique": "circles", "direction": "clockwise", "where": "abdomen"}, defaults={"where": "knee"}),
            "clockwise",
            id="the nearest counts",
        ),
        pytest.param(
            build.block(
                build.block({"technique": "circles", "direction": "clockwise"}, defaults={"where": "knee"}),
                defaults={"where": "abdomen"},
            ),
            "counterclockwise",
            id="the nearer default counts",
        ),
    ],
)
def test_turns_depend_on_what_is_inherited(block: build.Step, turn: str) -> None:
    """Whether a turn is reversed is decided by the place, wherever that is written."""
    data = build.mirror(block).data["steps"][0]
    data = data.get("steps", [data])[0]

    assert data["direction"] == turn


class Wings:
    """A plugin with a region of its own, which is paired."""

    @hookimpl
    def strokekit_regions(self) -> list[Region]:
        """Contribute `x.wing`."""
        return [Region(id="wing", title="Wing", sides="paired")]


def test_an_engine_knows_the_regions_of_plugins() -> None:
    """Turns on a region that a plugin brings are reversed by an engine that has the plugin."""
    step = build.technique("circles", where="x.wing", direction="clockwise")
    engine = Engine(plugins={"x": Wings()})

    assert engine.catalog.problems == ()
    assert build.mirror(step).data["direction"] == "clockwise"
    assert build.mirror(step, engine=engine).data["direction"] == "counterclockwise"


def test_calls_say_that_they_were_mirrored() -> None:
    """A diagnostic leads to the builder, whose words are those of the other side, and says so."""
    step = build.technique("kneading", where="left calf")
    image = build.mirror(step)

    assert str(image.call) == f'technique("kneading", where="left calf"), mirrored at test_mirroring.py:{step.call.line + 1}'
    assert str(build.mirror(image).call).count("mirrored at") == 2


INCLUDING = build.include("leg")
OPEN = build.technique("kneading", where="tight_areas in $area")


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        pytest.param(
            build.block(INCLUDING),
            f"mirror() can't see what {INCLUDING!r} includes: build that part, and fill it by with_values()",
            id="include",
        ),
        pytest.param(
            OPEN,
            f"mirror() can't see what `tight_areas in $area` in {OPEN!r} stands for: fill it by with_values() first",
            id="value",
        ),
        pytest.param(
            build.block({"technique": "kneading", "side": "$side"}),
            "mirror() can't see what `$side` in a step that was given as a mapping stands for: fill it by with_values() first",
            id="value in a mapping",
        ),
    ],
)
def test_what_cannot_be_seen_is_a_wrong_call(fragment: build.Step, expected: str) -> None:
    """What stands elsewhere can't be mirrored from here."""
    with pytest.raises(UsageError) as caught:
        build.mirror(fragment)

    assert str(caught.value) == expected


def test_an_include_may_be_exempted() -> None:
    """Nothing has to be seen of what stays."""
    exempted = build.block(build.technique("kneading", where="$area", mirror=False))

    assert build.mirror(exempted) is exempted
