"""Values of one class are found wherever they stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

import attrs
import pytest

from strokekit.model.amounts import UNSTATED, exactly
from strokekit.model.finding import find
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Area, Path, Place, Spot, Term


@attrs.frozen
class Leaf:
    """What is looked for."""

    name: str
    inner: Any = None


@attrs.frozen
class One:
    """Holds one thing."""

    held: Any


@attrs.frozen
class Nothing:
    """Holds nothing."""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, "", id="none"),
        pytest.param("a", "", id="text"),
        pytest.param(UNSTATED, "", id="enumeration"),
        pytest.param([Leaf("a")], "", id="a list is none of ours"),
        pytest.param(Nothing(), "", id="no fields"),
        pytest.param(Leaf("a"), "a", id="itself"),
        pytest.param((Leaf("a"), (Leaf("b"), 3), Leaf("c")), "abc", id="tuples"),
        pytest.param(FrozenMap({"x": Leaf("a"), "y": (Leaf("b"),)}), "ab", id="mapping"),
        pytest.param(One((Leaf("a"), One(Leaf("b")))), "ab", id="one field"),
        pytest.param((Leaf("a", (Leaf("b"), Leaf("c"))), Leaf("d")), "abcd", id="inside others, after them"),
    ],
)
def test_what_is_found(value: Any, expected: str) -> None:
    """In the order in which they stand."""
    assert "".join(leaf.name for leaf in find(value, Leaf)) == expected


def test_what_is_closed_is_not_looked_into() -> None:
    """Though it is found itself."""
    assert [leaf.name for leaf in find((Leaf("a", Leaf("b")), One(Leaf("c"))), Leaf, closed=frozenset({Leaf, One}))] == ["a"]


@attrs.frozen
class Annotated:
    """Says what it holds."""

    text: str
    texts: tuple[str, ...]
    either: Literal["a", "b"] | None
    number: Decimal | int | bool
    one: Leaf | None
    several: tuple[Leaf | str, ...]
    strange: dict[str, Any]


def test_annotations() -> None:
    """What is annotated as a leaf is not looked at, and everything else is."""
    held = Annotated(Leaf("a"), Leaf("b"), Leaf("c"), Leaf("d"), Leaf("e"), (Leaf("f"), "x"), Leaf("g"))  # type: ignore[arg-type]  # to see which

    assert [leaf.name for leaf in find(held, Leaf)] == ["e", "f", "g"]


def test_depth_is_no_matter() -> None:
    """Deeper than Python lets functions call each other."""
    value: Any = Leaf("a")
    for _ in range(100_000):
        value = (value,)

    assert find(value, Leaf) == [Leaf("a")]


def test_terms_of_a_path() -> None:
    """As the composer asks for them."""
    spots = [Spot(region=Term(name=name), parts=(Term(name="top"),)) for name in ("knee", "ankle")]
    path = Path(places=tuple(Place(areas=(Area(spot=spot, offset=exactly(Decimal(3))),)) for spot in spots))

    assert sorted(term.name for term in find(path, Term)) == ["ankle", "knee", "top", "top"]
