"""Places in words to shapes: what is said of a region, in which views, and what happens without a shape."""

from __future__ import annotations

import attrs
import pytest

from strokekit.drawing.atlas import atlas
from strokekit.drawing.placing import Placed, Placing
from strokekit.plugin import Region
from strokekit.plugins.anatomy import Anatomy
from tests.drawing.pictures import placing
from tests.rendering.hostile import engine


def place(written: str, side: str = "", *poses: str) -> Placed:
    """Place what a routine would write."""
    value = engine().catalog.literals.read("place", written).value
    return placing().area(value.areas[0], side, poses)


def drawn(placed: Placed) -> list[tuple[str, str, str]]:
    """Give view, place and side of what is drawn."""
    return [(patch.view, patch.place, patch.side) for patch in placed.patches]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("lower_back", [("back", "lower_back", "")]),
        ("left scapula", [("back", "scapula", "left")]),
        ("scapulae", [("back", "scapula", "left"), ("back", "scapula", "right")]),
        ("top of left shoulder", [("front", "shoulder_top", "left"), ("back", "shoulder_top", "left")]),
        ("beside spine at lower_back", [("back", "paraspinal", "left"), ("back", "paraspinal", "right")]),
        ("posterior right thigh", [("back", "thigh", "right")]),
        ("anterior right thigh", [("front", "thigh", "right")]),
        ("right toe 2", [("front", "toe 2", "right"), ("foot_top", "toe 2", "right")]),
        ("plantar right toe 2", [("foot_sole", "toe 2", "right")]),
        ("left palm", [("front", "palm", "left"), ("hand_palm", "palm", "left")]),
        ("dorsal left finger 3", [("back", "finger 3", "left"), ("hand_back", "finger 3", "left")]),
        ("left ear", [("front", "ear", "left"), ("back", "ear", "left"), ("head_side", "ear", "left")]),
        ("navel", [("front", "navel", "")]),
    ],
    ids=lambda value: value.replace(" ", "_") if isinstance(value, str) else "",
)
def test_a_place_is_drawn(written: str, expected: list[tuple[str, str, str]]) -> None:
    """A place is drawn in the views that show it, on the side that is said."""
    assert drawn(place(written)) == expected


@pytest.mark.parametrize(("pose", "view"), [("prone", "back"), ("supine", "front")])
def test_the_pose_decides_what_is_seen(pose: str, view: str) -> None:
    """What can be seen from both sides is drawn from where the client shows it."""
    assert {patch.view for patch in place("thighs", "", pose).patches} == {view}


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        ("upper left thigh", "left thigh", (0.4, 0.65)),
        ("medial left thigh", "left thigh", (0.35, 0.65)),
        ("medial border of left scapula", "left scapula", (0.15, 0.45)),
        ("upper back", "back", (0.3, 0.7)),
        ("base of neck", "neck", (0.3, 0.6)),
        ("tip of left finger 3", "left finger 3", (0.15, 0.4)),
    ],
    ids=lambda value: value.replace(" ", "_") if isinstance(value, str) else "",
)
def test_a_part_is_smaller_than_its_whole(part: str, whole: str, share: tuple[float, float]) -> None:
    """What is said to be a part is drawn as one."""
    of = {patch.view: patch.size for patch in place(whole).patches}
    for patch in place(part).patches:
        assert share[0] < patch.size / of[patch.view] < share[1]


def test_upper_and_lower_make_the_whole() -> None:
    """Two halves of a place add up to it, also over the midline."""
    sizes = [place(written).patches[0].size for written in ("upper back", "lower back", "back")]
    assert sizes[0] + sizes[1] == pytest.approx(sizes[2], rel=0.01)
    assert place("upper back").patches[0].side == ""


def test_a_ring_goes_around() -> None:
    """`around` draws the line of a place and not its inside; only what a ring doesn't say is rough."""
    assert [patch.ring for patch in place("around left scapula").patches] == [True]
    assert [place(written).rough for written in ("around left scapula", "3 finger_widths below left elbow", "left elbow")] == [
        False,
        True,
        False,
    ]


def extended(*regions: Region) -> Placing:
    """Place with regions of a plugin beside the built-in ones."""
    return Placing(atlas(), Anatomy({**engine().catalog.regions, **{region.id: region for region in regions}}))


def test_an_unknown_region_is_drawn_as_what_it_lies_in() -> None:
    """A plugin's region without a shape is drawn as the nearest that has one, and that is told."""
    inner = Region(id="x.bladder_line", title="Line", part_of="paraspinal", sides="paired")
    innermost = attrs.evolve(inner, id="x.point", part_of="x.bladder_line")
    placed = extended(inner, innermost).region("x.point", "left")
    assert drawn(placed) == [("back", "paraspinal", "left")]
    assert placed.instead == "paraspinal"


def test_a_region_of_nowhere_is_not_drawn() -> None:
    """A region that lies in nothing that is drawn has no shape, and a circle of parts ends."""
    assert extended(Region(id="x.aura", title="Aura")).region("x.aura") == Placed()
    turning = Region(id="x.a", title="A", part_of="x.b"), Region(id="x.b", title="B", part_of="x.a")
    assert extended(*turning).region("x.a") == Placed()


@pytest.mark.parametrize(
    ("part", "axis", "sign"),
    [("medial", 0, -1), ("inner", 0, -1), ("lateral", 0, 1), ("outer", 0, 1), ("upper", 1, -1), ("lower", 1, 1)],
)
def test_a_part_lies_where_its_word_says(part: str, axis: int, sign: int) -> None:
    """Medial is nearer to the midline, lateral further from it, upper above and lower below, seen from both sides."""
    of = {patch.view: patch.anchor for patch in place("left calf").patches}
    for patch in place(f"{part} left calf").patches:
        moved = abs(patch.anchor[axis]) - abs(of[patch.view][axis])
        assert moved * sign > 2
