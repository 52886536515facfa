"""Arrows: the way there, the way back beside it, over what lies between, and directions without a way."""

from __future__ import annotations

import math
from typing import Any

import pytest

from strokekit.drawing.ways import Way
from tests.drawing.pictures import marked, placing, step
from tests.rendering.hostile import routine


def ways(**dose: Any) -> list[Way]:
    """Give the arrows of a step."""
    return list(marked(step(**dose))[0][0].ways)


def middle(region: str, view: str, side: str = "left") -> tuple[float, float]:
    """Give the middle of a region in a view."""
    return next(patch.anchor for patch in placing().region(region, side).patches if patch.view == view)


def test_a_way_goes_from_place_to_place() -> None:
    """A way begins in the middle of its first place and ends in that of its last, in each view that shows both."""
    found = {way.view: way.points for way in ways(path="left ankle -> left knee")}
    assert list(found) == ["back"]
    assert found["back"][0] == middle("ankle", "back")
    assert found["back"][-1] == middle("knee", "back")


def test_a_way_goes_over_what_lies_between() -> None:
    """From the ankle to the thigh it leads over lower leg and knee."""
    (way,) = ways(path="left ankle -> left thigh")
    assert list(way.points) == [middle(region, "back") for region in ("ankle", "lower_leg", "knee", "thigh")]


def test_the_way_back_lies_beside_the_way_there() -> None:
    """There and back are two arrows, the second dashed and further out."""
    there, back = ways(path="left ankle -> left knee -> left ankle")
    assert (there.back, back.back) == (False, True)
    assert [point[1] for point in back.points] == [point[1] for point in reversed(there.points)]
    assert all(abs(b[0]) - abs(a[0]) == pytest.approx(9) for a, b in zip(reversed(there.points), back.points, strict=True))


def test_a_way_on_both_sides_is_drawn_on_both() -> None:
    """Where no side is said there is an arrow on each, and none on the spine."""
    found = ways(path="lower_back -> upper_back")
    assert [way.points[0][0] > 0 for way in found] == [False, True]
    assert all(abs(point[0]) > 10 for way in found for point in way.points)


@pytest.mark.parametrize(
    ("direction", "angle", "both"),
    [
        ("toward head", -90, False),
        ("away from head", 90, False),
        ("up", -90, False),
        ("down", 90, False),
        ("across fibres", 0, True),
        ("along fibres", 90, True),
        ("outward", 180, False),
        ("inward", 0, False),
    ],
)
def test_a_direction_points_where_it_says(direction: str, angle: float, both: bool) -> None:  # noqa: FBT001 - a table of cases
    """On the back of the left thigh, which a viewer sees on the left, arrows point where the words say."""
    (way,) = ways(where="left thigh", direction=direction)
    (x, y), (to_x, to_y) = way.points
    turned = (math.degrees(math.atan2(to_y - y, to_x - x)) - angle + 180) % 360 - 180
    assert abs(turned) < 12
    assert way.both is both


def turns(way: Way) -> float:
    """Give how far a way turns with the clock, as the sign of what it encloses; y points down."""
    pairs = zip(way.points, (*way.points[1:], way.points[0]), strict=True)
    return math.copysign(1, sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs))


@pytest.mark.parametrize(
    ("direction", "expected"),
    [("clockwise", 1), ("counterclockwise", -1), ("clockwise seen by client", -1), ("clockwise seen facing client", 1)],
)
def test_a_turn_is_seen_by_whoever_faces_the_client(direction: str, expected: float) -> None:
    """Clockwise runs with the clock for a viewer, unless it is meant as the client sees it."""
    made = routine({"technique": "circles", "where": "abdomen", "direction": direction}, sections=None)
    made["sections"] = [{"id": "s", "position": "supine", "lubricant": "oil", "steps": [made_step(direction)]}]
    (mark,), _ = marked(made)
    assert {turns(way) for way in mark.ways} == {expected}


def made_step(direction: str) -> dict[str, str]:
    """Write a step with circles on the belly."""
    return {"technique": "circles", "where": "abdomen", "direction": direction}


def test_what_cannot_be_drawn_is_told() -> None:
    """A direction out of the picture is no arrow, and a loss; `any` is nothing to draw."""
    marks, marking = marked(step(where="back", direction="forward"))
    assert marks[0].ways == ()
    assert [(loss.name, loss.message) for loss in marking.losses()] == [
        ("heading", "in 1 step a direction is not drawn: `forward`")
    ]
    assert marked(step(where="back", direction="any"))[1].losses() == ()
