"""JSON to values by the types of their fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs
import pytest

from strokekit.errors import UsageError
from strokekit.model.decoding import decode
from strokekit.model.frozen import FrozenMap


@attrs.frozen(kw_only=True)
class Inner:
    """A value inside another."""

    name: str
    often: int | None = None


@attrs.frozen(kw_only=True)
class Outer:
    """A value with one of each type."""

    word: Literal["a", "b"]
    flag: bool = False
    inner: tuple[Inner, ...] = ()
    counts: Mapping[str, int] = attrs.field(factory=FrozenMap, converter=FrozenMap)
    anything: Any = None
    made: int = attrs.field(default=7, init=False)


def test_a_whole_value() -> None:
    """Every type finds its own; what is left out has its default, what nobody knows is passed over."""
    data = {
        "word": "b",
        "flag": True,
        "inner": [{"name": "x"}, {"name": "y", "often": 2, "later": []}],
        "counts": {"c": 3},
        "anything": {"d": [1, {"e": None}]},
        "made": 99,
    }
    counted: Any = {"c": 3}  # mypy cannot see what a converter takes
    expected = Outer(
        word="b",
        flag=True,
        inner=(Inner(name="x"), Inner(name="y", often=2)),
        counts=counted,
        anything=FrozenMap({"d": (1, FrozenMap({"e": None}))}),
    )

    assert decode(Outer, data) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "the whole is [], not a mapping"),
        ({}, "the whole has no 'word'"),
        ({"word": "c"}, "/word is 'c', not one of 'a', 'b'"),
        ({"word": ["a"]}, "/word is ['a'], not one of 'a', 'b'"),
        ({"word": "a", "flag": 1}, "/flag is 1, not true or false"),
        ({"word": "a", "inner": {}}, "/inner is {}, not a list"),
        ({"word": "a", "inner": [{}]}, "/inner/0 has no 'name'"),
        ({"word": "a", "inner": [{"name": None}]}, "/inner/0/name is None, not a text"),
        ({"word": "a", "inner": [{"name": "x", "often": -1}]}, "/inner/0/often is -1, not a whole number >= 0"),
        ({"word": "a", "counts": []}, "/counts is [], not a mapping"),
        ({"word": "a", "counts": {"c": "3"}}, "/counts/c is '3', not a whole number >= 0"),
    ],
)
def test_what_does_not_fit(data: Any, message: str) -> None:
    """The message names the place, what stands there and what should."""
    with pytest.raises(UsageError) as raised:
        decode(Outer, data)

    assert str(raised.value) == message
