"""The other side: the same literal with left and right exchanged, and turns reversed where the region is paired.

Mirroring twice gives the value back; a law keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.model.frozen import FrozenMap

_OTHER = {"left": "right", "right": "left"}
_TURN = {"clockwise": "counterclockwise", "counterclockwise": "clockwise"}


def other(side: str) -> str:
    """Give the opposite side; words that are no side stay.

    >>> other("left"), other("midline")
    ('right', 'midline')
    """
    return _OTHER.get(side, side)


def mirror(value: Any, *, turns: bool) -> Any:
    """Exchange left and right throughout a value; with `turns` also clockwise and counterclockwise.

    >>> from strokekit.model.place import Sides
    >>> mirror(Sides(options=("left", "both")), turns=False).options
    ('right', 'both')
    """
    if isinstance(value, tuple):
        return tuple(mirror(part, turns=turns) for part in value)
    if isinstance(value, Mapping):
        return FrozenMap({key: mirror(part, turns=turns) for key, part in value.items()})
    if not attrs.has(type(value)):
        return value
    parts = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    changes = {name: _mirror_field(name, part, turns=turns) for name, part in parts.items()}
    return attrs.evolve(value, **changes) if changes != parts else value


def _mirror_field(name: str, value: Any, *, turns: bool) -> Any:
    if name == "side" and isinstance(value, str):
        return other(value)
    if name == "word" and turns and isinstance(value, str):
        return _TURN.get(value, value)
    if name == "options" and value and all(isinstance(option, str) for option in value):
        return tuple(other(option) for option in value)
    return mirror(value, turns=turns)
