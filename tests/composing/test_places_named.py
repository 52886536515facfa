"""The places that a document names: what they stand for, so that rules reach them, and the name that is shown."""

from __future__ import annotations

import pytest

from strokekit.literals.printing import place_text
from strokekit.model.place import Path, Place
from tests.plans import codes, document, plan_of, step_of

PLACES = """
places:
  hollow: {kind: point, at: middle of palm, title: the hollow}
  point: {kind: point, at: 3 finger_widths below elbow}
  line: {kind: path, path: ankle -> knee -> thigh}
"""


@pytest.mark.parametrize(
    ("where", "expected", "named"),
    [
        ("hollow", "middle of palm", "hollow"),
        ("left hollow", "middle of left palm", "hollow"),
        ("around hollow", "around middle of palm", None),
        ("point", "3 finger_widths below elbow", "point"),
    ],
    ids=["bare", "with a side", "in a relation", "with a relation of its own"],
)
def test_a_place_is_what_it_is_anchored_in(where: str, expected: str, named: str | None) -> None:
    """The target is the anchor; its name goes with it."""
    (target,) = step_of(plan_of(document(f"- {{technique: kneading, id: k, where: {where}}}", head=PLACES)), "k").targets

    assert target.area is not None
    assert (place_text(Place(areas=(target.area,))), target.area.named) == (expected, named)


def test_a_named_way() -> None:
    """A path by name takes the places that the document gives it."""
    path = step_of(plan_of(document("- {technique: gliding, id: g, path: line}", head=PLACES)), "g").dose["path"].value

    assert isinstance(path, Path)
    assert ([place_text(place) for place in path.places], path.named) == (["ankle", "knee", "thigh"], "line")


def test_rules_reach_a_named_place() -> None:
    """What may not be done to the anchor may not be done to the place."""
    text = document("- {technique: kneading, where: hollow}", head=f"{PLACES}avoid: {{hand: keep_off}}")

    assert codes(text) == ["avoided-place"]
