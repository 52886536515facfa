"""Paths, directions, sides and reach: what the anatomy allows."""

from __future__ import annotations

import pytest

from strokekit.checking.places import distance
from tests.plans import codes, document, engine, report

AGAINST, MIDLINE = ["direction-against-path"], ["side-on-midline"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("ankle -> hip", []),
        ("ankle -> knee -> ankle", []),
        ("beside spine at lower_back -> beside spine at mid_back", []),
        ("knee -> neck", ["path-gap"]),
        ("ankle -> knee -> neck", ["path-gap"]),
        ("calf -> calf", []),
    ],
)
def test_paths_lead_over_neighbours(path: str, expected: list[str]) -> None:
    """One shortest chain of neighbours, or an error."""
    assert codes(document(f"- {{technique: kneading, path: {path}}}")) == expected


@pytest.mark.parametrize(
    ("path", "direction", "expected"),
    [
        ("ankle -> thigh", "toward heart", []),
        ("thigh -> ankle", "toward heart", AGAINST),
        ("thigh -> ankle", "away from spine", []),
        ("ankle -> thigh", "away from spine", AGAINST),
        ("wrist -> elbow", "toward heart", []),
        ("elbow -> wrist", "toward heart", AGAINST),
        ("ankle -> knee -> ankle", "toward heart", []),
        ("thigh -> ankle", "toward knee", []),
        ("knee -> thigh", "toward foot", AGAINST),
        ("thigh -> ankle", "toward heart or any", []),
        ("thigh -> ankle", "toward heart and across fibres", AGAINST),
        ("upper_back -> lower_back", "toward heart", []),
        ("thigh -> ankle", "along bone", []),
    ],
)
def test_directions_along_a_limb(path: str, direction: str, expected: list[str]) -> None:
    """A chain that leads away from where the direction points is an error on arms and legs; elsewhere nobody can tell."""
    assert codes(document(f"- {{technique: kneading, path: {path}, direction: {direction}}}")) == expected


def test_distance_counts_neighbours() -> None:
    """A region within the goal is there already; without a way there is no distance."""
    anatomy = engine().catalog.anatomy

    assert (distance(anatomy, "sternum", "chest"), distance(anatomy, "calf", "nowhere")) == (0, None)
    assert distance(anatomy, "ankle", "chest") > distance(anatomy, "knee", "chest")  # type: ignore[operator]  # both are known


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("where: spine, side: left", MIDLINE),
        ("where: spine, side: both", MIDLINE),
        ("where: spine, side: midline", []),
        ("where: beside spine, side: left", []),
        ("where: left spine", MIDLINE),
        ("where: beside left spine at lower_back", MIDLINE),
        ("path: left spine -> lower_back", MIDLINE),
        ("where: lower_back, start: hands on left spine", MIDLINE),
        ("where: lower_back, emphasis: left spine", MIDLINE),
        ("where: left lower_back", []),
        ("where: calf, side: left", []),
    ],
)
def test_sides_of_the_midline(fields: str, expected: list[str]) -> None:
    """What lies on the midline has no sides, by `side` or within any place."""
    found = [name for name in codes(document(f"- {{technique: kneading, {fields}}}")) if name == "side-on-midline"]

    assert found == expected


def test_a_loop_over_sides_gives_the_midline_none() -> None:
    """The midline inside a loop over sides is no mistake: it has the side of neither pass."""
    assert codes(document("- {sides: each, steps: [{technique: kneading, where: spine}]}")) == []


@pytest.mark.parametrize(
    ("position", "where", "expected"),
    [
        ("prone", "lower_back", []),
        ("supine", "lower_back", ["not-reachable"]),
        ("supine", "calf and lower_back", ["not-reachable"]),
        ("supine or prone", "lower_back", ["pose-decides"]),
        ("prone or seated", "lower_back", []),
        ("unstated", "lower_back", []),
    ],
)
def test_reach(position: str, where: str, expected: list[str]) -> None:
    """Work needs a position in which the region can be reached; what leaves that open is a warning."""
    assert codes(document(f"- {{technique: kneading, where: {where}}}", section=f"position: {position}")) == expected


def test_a_second_pass_is_checked_in_its_own_position() -> None:
    """What the first pass could reach may be out of reach when the loop comes round."""
    steps = (
        "- {repeat: 2, steps: [{technique: kneading, where: lower_back}, {technique: kneading, where: navel, position: supine}]}"
    )

    assert codes(document(steps, section="position: prone")) == ["not-reachable"]


def test_what_stands_between_is_checked() -> None:
    """Steps between passes are steps like any others."""
    steps = "- {repeat: 2, between: [{technique: kneading, where: navel}], steps: [{technique: kneading, where: calf}]}"

    assert codes(document(steps, section="position: prone")) == ["not-reachable"]
    assert [d.pointer for d in report(document(steps, section="position: prone"))] == ["/sections/0/steps/0/between/0/where"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("technique: holding, where: perineum", ["no-target"]),
        ("technique: holding, where: [calf, perineum, perineum]", ["no-target"]),
        ("action: cover, where: perineum, thing: towel", []),
        ("technique: holding, where: pelvis", []),
    ],
)
def test_what_is_never_a_target(fields: str, expected: list[str]) -> None:
    """A place that the anatomy has only to be avoided is not worked on; it may be covered, and there may be work around it."""
    assert codes(document(f"- {{{fields}}}")) == expected
