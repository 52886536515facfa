"""Both sides: the second pass is the mirror image of the first, by the table of the format."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.composing.mirror import mirror
from tests.plans import document, engine, node_of, nodes_of, plan_of, step_of


def sided(kind: str, name: str, written: str, *, sides: str = "left then right", place: str = "where: calf") -> list[Any]:
    """Write a field of a step inside a block over sides; give what stands there in each pass."""
    where = "" if name in {"where", "path"} else f"{place}, "
    text = document(f"- {{sides: {sides}, steps: [{{technique: kneading, id: a, {where}{name}: {written}}}]}}")
    plan = plan_of(text)
    values = [step_of(plan, f"a@{side}").dose[name].value for side in ("left", "right")]
    return [engine().catalog.literals.write(kind, value[0] if isinstance(value, tuple) else value) for value in values]


@pytest.mark.parametrize(
    ("kind", "name", "written", "expected"),
    [
        ("side", "side", "left", "right"),
        ("side", "side", "left or midline", "right or midline"),
        ("place", "where", "left calf", "right calf"),
        ("place", "where", "beside left knee at right calf", "beside right knee at left calf"),
        ("path", "path", "left ankle -> left thigh", "right ankle -> right thigh"),
        ("tool", "tool", "left thumb", "right thumb"),
        ("placement", "support", "hand under left knee", "hand under right knee"),
        ("direction", "direction", "clockwise", "counterclockwise"),
        ("direction", "direction", "toward left hip", "toward right hip"),
    ],
)
def test_what_is_mirrored(kind: str, name: str, written: str, expected: str) -> None:
    """Left and right change places in every literal, and a turn on a paired region its sense."""
    assert sided(kind, name, written) == [written, expected]


@pytest.mark.parametrize(
    ("kind", "name", "written", "place"),
    [
        ("side", "side", "midline", "where: abdomen"),
        ("side", "side", "both", "where: calf"),
        ("side", "side", "both_at_once", "where: calf"),
        ("side", "side", "opposite", "where: calf"),
        ("direction", "direction", "clockwise", "where: abdomen"),
        ("direction", "direction", "toward heart", "where: calf"),
        ("direction", "direction", "along bone", "where: calf"),
        ("pressure", "pressure", "light -> firm each repeat", "where: calf"),
        ("count", "repeat", "3..5", "where: calf"),
    ],
)
def test_what_is_not_mirrored(kind: str, name: str, written: str, place: str) -> None:
    """The midline, both sides, turns on unpaired regions, ways toward something and all doses stay as they are."""
    first, second = sided(kind, name, written, place=place)

    assert first == second


@pytest.mark.parametrize(
    ("sides", "expected"),
    [("each", ["left", "right"]), ("left then right", ["left", "right"]), ("right then left", ["right", "left"])],
)
def test_the_order_of_the_sides(sides: str, expected: list[str]) -> None:
    """The plan takes the left side first where nobody says which."""
    block = node_of(plan_of(document(f"- {{id: b, sides: {sides}, steps: [{{technique: kneading, where: calf}}]}}")), "b")

    assert [(node.via[-1].kind, node.via[-1].what) for node in block.first] == [("side", side) for side in expected]


def test_same_then_other_starts_where_the_last_pair_ended() -> None:
    """After left and right comes right and left."""
    block = "{id: %s, sides: %s, steps: [{technique: kneading, where: calf}]}"
    plan = plan_of(document(f"- {block % ('one', 'each')}\n- {block % ('two', 'same then other')}"))

    assert [node.name for node in node_of(plan, "two").first] == ["two@right", "two@left"]


def test_the_block_is_written_for_its_first_side() -> None:
    """Right then left: what is written is the right pass, the left one is mirrored, position included."""
    text = document(
        "- {sides: right then left, position: left side_lying, "
        "steps: [{technique: kneading, id: a, where: calf, tool: right thumb}]}"
    )
    plan = plan_of(text)
    states = [step_of(plan, f"a@{side}").state["position"].options[0].side for side in ("right", "left")]

    assert states == ["left", "right"]
    assert [step_of(plan, f"a@{side}").dose["tool"].value.options[0][0].side for side in ("right", "left")] == ["right", "left"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("where: calf", ["left", "right"]),
        ("where: calf, side: opposite", ["right", "left"]),
        ("where: calf, side: same", ["left", "right"]),
        ("where: calf, side: both", [None, None]),
        ("where: left calf", ["left", "right"]),
        ("where: lower_back", [None, None]),
        ("where: beside spine at calf", [None, None]),
    ],
)
def test_a_region_without_side_is_the_current_sides(fields: str, expected: list[str | None]) -> None:
    """Paired regions take the side of the pass, or the one the step says; regions without a pair take none."""
    plan = plan_of(document(f"- {{sides: each, steps: [{{technique: kneading, id: a, {fields}}}]}}"))
    areas = [step_of(plan, f"a@{side}").targets[0].area for side in ("left", "right")]

    assert [area.spot.region.side for area in areas if area] == expected


def test_outside_a_loop_a_step_has_its_own_side_or_none() -> None:
    """`side: left` gives the target its side; silence leaves it open."""
    plan = plan_of(
        document("- {technique: kneading, id: a, where: calf, side: left}\n- {technique: kneading, id: b, where: calf}")
    )
    areas = [step_of(plan, name).targets[0].area for name in "ab"]

    assert [area.spot.region.side for area in areas if area] == ["left", None]


def test_sides_within_sides_have_names_of_their_own() -> None:
    """Every pass of nested pairs is told apart, and a mirror image of a mirror image is the original."""
    inner = "{sides: each, steps: [{technique: kneading, id: a, where: calf, tool: left thumb}]}"
    plan = plan_of(document(f"- {{sides: each, steps: [{inner}]}}"))
    names = [node.name for node in nodes_of(plan) if node.name.startswith("a@")]
    tools = [step_of(plan, name).dose["tool"].value.options[0][0].side for name in names]

    assert names == ["a@left@left", "a@left@right", "a@right@left", "a@right@right"]
    assert tools == ["left", "right", "right", "left"]


def test_between_stands_between_passes_and_between_sides() -> None:
    """In a loop over both, the steps between are done before each other side and before each other pass."""
    block = node_of(
        plan_of(
            document(
                "- {id: b, repeat: 2, sides: each, between: [{action: dim_lights, id: x}], "
                "steps: [{technique: kneading, where: calf}]}"
            )
        ),
        "b",
    )

    assert [node.name for node in block.first] == ["b@left", "x@right", "b@right"]
    assert [node.name for node in block.between] == ["x"]


def test_the_turn_between_sides_is_not_inserted_twice() -> None:
    """A written turn between the sides is the change of position that the second side needs."""
    written = document(
        "- {id: b, sides: each, position: left side_lying, between: [{action: turn_over}], "
        "steps: [{technique: kneading, where: calf}]}"
    )
    silent = written.replace("between: [{action: turn_over}], ", "")

    assert [node.name for node in nodes_of(plan_of(written)) if getattr(node, "inserted", False)] == []
    assert [node.name for node in nodes_of(plan_of(silent)) if getattr(node, "inserted", False)] == ["b@right+turn_over"]


def test_mirror_leaves_what_has_no_side() -> None:
    """Plain values come back as they are."""
    assert mirror(("light", 3, None), turns=True) == ("light", 3, None)
