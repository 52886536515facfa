"""Values as JSON, and mappings that nobody can change."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from strokekit.model.amounts import UNSTATED, Range, Time, exactly
from strokekit.model.frozen import FrozenMap
from strokekit.model.plain import plain


@pytest.mark.parametrize(
    ("value", "json"),
    [
        (exactly(3), {"type": "Range", "min": 3, "ideal": 3, "max": 3}),
        (Range(max=Time(1_500)), {"type": "Range", "max": {"type": "Time", "ms": 1_500}}),
        (Decimal("2.50"), "2.50"),
        (UNSTATED, "unstated"),
        (FrozenMap({"a": (1, Decimal("1E+2"))}), {"a": [1, "100"]}),
        (None, None),
    ],
    ids=["range", "nested", "decimal", "enum", "mapping", "null"],
)
def test_plain(value: object, json: object) -> None:
    """A value becomes JSON: its class and what differs from the defaults, decimals as exact texts."""
    assert plain(value) == json


def test_frozen_map_copies() -> None:
    """Later changes to what a map was made of do not show in it."""
    items = {"a": 1}
    frozen = FrozenMap(items)
    items["a"] = 2
    assert frozen == {"a": 1}


def test_frozen_map_is_read_only() -> None:
    """There is no way to put something in."""
    with pytest.raises(TypeError, match="does not support item assignment"):
        FrozenMap({"a": 1})["a"] = 2  # type: ignore[index]  # that is the point


def test_frozen_map_with_more() -> None:
    """A map with more items is another map, in the order of making."""
    frozen = FrozenMap({"b": 1})
    assert list(frozen.with_({"a": 2})) == ["b", "a"]
    assert frozen == {"b": 1}


def test_frozen_map_pickles() -> None:
    """A map comes back equal."""
    frozen = FrozenMap({"a": (1, 2)})
    assert pickle.loads(pickle.dumps(frozen)) == frozen  # noqa: S301 - our own bytes


def test_frozen_map_looks_like_a_dict() -> None:
    """Its repr names it and shows the items."""
    assert repr(FrozenMap({"a": 1})) == "FrozenMap({'a': 1})"
