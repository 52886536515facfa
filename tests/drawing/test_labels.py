"""Names in the margins: each by its place, and none upon another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from strokekit.drawing.labels import Label, spread


def labels(heights: list[int]) -> list[Label]:
    """Make labels for places at heights."""
    return [Label(name=f"{at}", below="steps 1, 2", anchor=(0.0, float(height))) for at, height in enumerate(heights)]


@given(st.lists(st.integers(min_value=0, max_value=600), max_size=17))
def test_labels_do_not_overlap(heights: list[int]) -> None:
    """Labels that have room lie within it, in the order of their places, and none reaches into another."""
    placed = spread(labels(heights), 0, 600)
    assert [label.anchor[1] for label, _ in placed] == sorted(map(float, heights))
    assert all(top + label.height <= below + 1e-6 for (label, top), (_, below) in pairwise(placed))
    assert all(top >= -1e-6 and top + label.height <= 600 + 1e-6 for label, top in placed)


def test_a_label_alone_lies_at_its_place() -> None:
    """A label that nothing disturbs has its place in its middle."""
    ((label, top),) = spread(labels([300]), 0, 600)
    assert top + label.height / 2 == 300


def test_too_many_labels_go_on_below() -> None:
    """Without room for all they start at the top and go on, still apart."""
    placed = spread(labels([50] * 10), 0, 100)
    assert [top for _, top in placed] == [at * 35.0 for at in range(10)]
