"""A mapping that nobody can change, for the fields of immutable values."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(Mapping[K, V]):
    """A read-only mapping in the order of its making; it compares, pickles and prints like the dict it holds.

    >>> doses = FrozenMap({"repeat": 3})
    >>> doses["repeat"], len(doses)
    (3, 1)
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        """Copy `items`; later changes to them do not show here."""
        self._items: dict[K, V] = (
            items._items if isinstance(items, FrozenMap) else dict(items or {})  # noqa: SLF001 - its own class; no copy is needed
        )

    def __getitem__(self, key: K) -> V:
        """Give the value of `key`, or raise KeyError."""
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        """Go through the keys in the order of making."""
        return iter(self._items)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        """Tell whether `key` is there."""
        return key in self._items

    def get(self, key: K, default: Any = None) -> Any:
        """Give the value of `key`, or the default."""
        return self._items.get(key, default)

    def keys(self) -> KeysView[K]:
        """Give the keys, as quickly as a dict does."""
        return self._items.keys()

    def values(self) -> ValuesView[V]:
        """Give the values, as quickly as a dict does."""
        return self._items.values()

    def items(self) -> ItemsView[K, V]:
        """Give the items, as quickly as a dict does."""
        return self._items.items()

    def __eq__(self, other: object) -> bool:
        """Be equal to any mapping with the same items."""
        if isinstance(other, FrozenMap):
            return bool(self._items == other._items)
        return self._items == other if isinstance(other, Mapping) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # its values may be mutable JSON, so it has no hash, as a dict has none

    def __repr__(self) -> str:
        """Look like the dict it holds."""
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the items."""
        return (FrozenMap, (self._items,))

    def with_(self, items: Mapping[K, V]) -> FrozenMap[K, V]:
        """Give the same mapping with `items` added or put in place of what was there."""
        return FrozenMap({**self._items, **items})


def frozen_json(value: Any) -> Any:
    """Give JSON that nobody can change: mappings become `FrozenMap`, lists tuples, however deep they stand.

    >>> frozen_json({"stages": [{"hold": "3 s"}]})
    FrozenMap({'stages': (FrozenMap({'hold': '3 s'}),)})
    """
    if isinstance(value, Mapping):
        return FrozenMap({str(key): frozen_json(part) for key, part in value.items()})
    return tuple(frozen_json(part) for part in value) if isinstance(value, (list, tuple)) else value
