"""Questions about regions: inside, overlap, neighbours, ways, and positions that reach them."""

from __future__ import annotations

import pickle

import pytest

from strokekit.plugins.anatomy import Anatomy
from strokekit.plugins.declarations import Region


def region(name: str, part_of: str | None = None, **more: tuple[str, ...]) -> Region:
    """Make a region of its place alone."""
    return Region(id=name, title=name, part_of=part_of, **more)  # type: ignore[arg-type]  # only fields of this type


LISTED = (
    region("body", positions=("supine",)),
    region("back", "body", positions=("prone", "seated")),
    region("upper", "back", neighbours=("middle",)),
    region("middle", "back"),
    region("lower", "back", neighbours=("middle", "left_way", "right_way")),
    region("spine", "body", neighbours=()),
    region("lumbar", "spine", lies_in=("lower",)),
    region("left_way", "body"),
    region("right_way", "body"),
    region("hip", "body", neighbours=("left_way", "right_way")),
    region("island", "body"),
)
BODY = Anatomy({one.id: one for one in LISTED})


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        pytest.param("upper", "upper", True, id="itself"),
        pytest.param("upper", "body", True, id="two levels up"),
        pytest.param("body", "upper", False, id="the other way round"),
        pytest.param("lumbar", "back", True, id="through what it lies in"),
        pytest.param("upper", "lower", False, id="beside"),
        pytest.param("nowhere", "body", False, id="an unknown one"),
    ],
)
def test_inside(inner: str, outer: str, *, expected: bool) -> None:
    """A region is inside itself, what it is part of, and what it lies in, at any distance."""
    assert BODY.inside(inner, outer) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("upper", "back", True, id="one inside the other"),
        pytest.param("spine", "lower", True, id="a part in both"),
        pytest.param("spine", "upper", False, id="nothing in both"),
    ],
)
def test_overlap(first: str, second: str, *, expected: bool) -> None:
    """Two regions overlap where a region that the catalogue knows is in both, whoever is asked first."""
    assert (BODY.overlap(first, second), BODY.overlap(second, first)) == (expected, expected)


def test_neighbours_hold_both_ways() -> None:
    """Whichever of two declares it, each is next to the other."""
    assert BODY.neighbours("upper") == ("middle",)
    assert BODY.neighbours("middle") == ("upper", "lower")
    assert BODY.neighbours("nowhere") == ()


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("upper", "lower", ("upper", "middle", "lower"), id="one way"),
        pytest.param("lower", "upper", ("lower", "middle", "upper"), id="the same way back"),
        pytest.param("upper", "upper", ("upper",), id="no way to go"),
        pytest.param("upper", "back", ("upper", "back"), id="into what it is part of"),
        pytest.param("upper", "hip", None, id="two ways of one length"),
        pytest.param("upper", "island", None, id="no way"),
        pytest.param("upper", "nowhere", None, id="an unknown end"),
    ],
)
def test_way(first: str, last: str, expected: tuple[str, ...] | None) -> None:
    """The way is the one shortest chain of neighbours; two of one length are none."""
    assert BODY.way(first, last) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("back", ("prone", "seated"), id="its own"),
        pytest.param("upper", ("prone", "seated"), id="of what it is part of"),
        pytest.param("lumbar", ("supine",), id="of the nearest that has some"),
        pytest.param("nowhere", (), id="of an unknown one"),
    ],
)
def test_positions_are_inherited(name: str, expected: tuple[str, ...]) -> None:
    """A region without positions of its own is reached as what it is part of."""
    assert BODY.positions(name) == expected


def test_a_circle_ends() -> None:
    """Regions that are part of each other are a plugin's mistake, and no reason to run for ever."""
    circle = Anatomy({"a": region("a", "b"), "b": region("b", "a")})

    assert circle.positions("a") == ()
    assert circle.above("a") == frozenset({"a", "b"})
    assert circle.inside("a", "b")


def test_an_anatomy_pickles() -> None:
    """It comes back as its regions, and answers as before."""
    again = pickle.loads(pickle.dumps(BODY))  # noqa: S301 - made just here

    assert again == BODY
    assert (again.way("upper", "lower"), again.positions("upper")) == (("upper", "middle", "lower"), ("prone", "seated"))


GUESTS = (
    region("thai.lane", "back", neighbours=("upper", "lower"), lies_in=("spine",)),
    region("thai.post", "back", neighbours=("lower",), lies_in=("hip",)),
    region("other.lane", "back", neighbours=("upper", "thai.post")),
)
VISITED = Anatomy({one.id: one for one in (*LISTED, *GUESTS)})


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("upper", "lower", ("upper", "middle", "lower"), id="strokekit's own, past a short cut of a plugin"),
        pytest.param("thai.lane", "thai.post", ("thai.lane", "lower", "thai.post"), id="one plugin's, over strokekit's"),
        pytest.param("upper", "thai.post", None, id="a plugin's own short cut counts for its own regions"),
        pytest.param("other.lane", "lower", ("other.lane", "upper", "middle", "lower"), id="past a third plugin's short cut"),
    ],
)
def test_ways_use_no_strange_roads(first: str, last: str, expected: tuple[str, ...] | None) -> None:
    """A way leads over regions of strokekit and of the plugins of its ends: another plugin neither opens nor doubles one."""
    assert VISITED.way(first, last) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("hip", "back", False, id="a plugin's region lies in both"),
        pytest.param("thai.lane", "spine", True, id="the plugin's own region"),
        pytest.param("spine", "lower", True, id="one of strokekit's lies in both"),
    ],
)
def test_plugins_make_no_strangers_overlap(first: str, second: str, *, expected: bool) -> None:
    """Two regions overlap by what strokekit and their own plugins say, not by what a third one adds."""
    assert VISITED.overlap(first, second) is expected
