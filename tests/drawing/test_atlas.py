"""The atlas: every region of the catalogue has a picture, and every shape lies in its view."""

from __future__ import annotations

import pytest
from PIL import Image

from strokekit.drawing.atlas import MAIN, atlas
from strokekit.drawing.geometry import area, bounds, sampled
from tests.drawing.pictures import painted, placing
from tests.rendering.hostile import engine

REGIONS = sorted(engine().catalog.regions)


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_is_drawn(region: str) -> None:
    """No region of the catalogue lacks a shape of its own, or is drawn as another."""
    placed = placing().region(region)
    assert placed.patches
    assert (placed.instead, placed.rough) == ("", False)


def test_left_mirrors_right() -> None:
    """Of every region with sides the left is the mirror of the right, in every view."""
    for region in (region for region in engine().catalog.regions.values() if region.sides != "midline"):
        found = [
            {(patch.view, patch.place): patch.anchor for patch in placing().region(region.id, side).patches}
            for side in ("left", "right")
        ]
        assert list(found[0]) == list(found[1])
        for left, right in zip(found[0].values(), found[1].values(), strict=True):
            assert (left[0], left[1]) == pytest.approx((-right[0], right[1]))


def test_left_is_on_the_viewers_right_in_front_and_on_the_left_at_the_back() -> None:
    """The client's left is where a viewer sees it."""
    found = {patch.view: patch.anchor[0] > 0 for patch in placing().region("thigh", "left").patches}
    assert found == {"front": True, "back": False}


@pytest.mark.parametrize("place", sorted(atlas().shapes))
def test_every_shape_lies_in_its_view(place: str) -> None:
    """The middle of a shape is inside its view's box, and it is no mere point."""
    for drawing, line in atlas().shapes[place].items():
        points = sampled(line)
        left, top, wide, tall = atlas().views[drawing].box
        box = bounds(points)
        assert area(points) > 8
        assert left <= (box[0] + box[2]) / 2 <= left + wide
        assert top <= (box[1] + box[3]) / 2 <= top + tall


def test_a_sum_is_made_of_shapes() -> None:
    """Every part of a sum is drawn."""
    for name in atlas().sums:
        assert atlas().parts(name)
        assert all(part in atlas().shapes for part in atlas().parts(name))
    assert all(atlas().knows(place) for place in atlas().named.values())


def test_both_halves_of_the_body_are_alike() -> None:
    """Painted, each view is its own mirror image."""
    from strokekit.drawing.figures import Figures

    for view in MAIN:
        figures = Figures()
        body = figures.view(view, [], at=(0, 0), height=416)
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 186 416" width="186" height="416">{figures.defs()}{body}</svg>'
        )
        image = painted(svg)
        half = image.crop((0, 0, 93, 416))
        other = image.crop((93, 0, 186, 416)).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        differ = sum(abs(a - b) > 40 for a, b in zip(half.tobytes(), other.tobytes(), strict=True))
        assert differ < 0.002 * len(half.tobytes())
