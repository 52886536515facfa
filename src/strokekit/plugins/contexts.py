"""What the callables of a technique are given: frozen values that only ever gain fields.

Times are whole milliseconds, lengths whole millimetres, so that nothing a plugin computes from them need be a float.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from strokekit.model.frozen import FrozenMap
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Technique

Ends: TypeAlias = tuple[int, int, int]
"""Least, ideal and most, in order: whole milliseconds, or a count."""


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen(kw_only=True)
class StepContext:
    """A step as composed: what its technique, its dose and its parameters say, and what is worked on."""

    technique: Technique
    catalog: Catalog
    dose: Mapping[str, Any] = _map()
    """Dose field → its value as strokekit reads it, whoever says it; `amounts` has the numbers ready."""
    parameters: Mapping[str, Any] = _map()
    """What stands under `with`, as written, with the defaults of the technique in place of what is silent."""
    amounts: Mapping[str, Ends] = _map()
    """Durations in milliseconds and counts, of the dose and of the parameters; left out where an end is unknown."""
    state: Mapping[str, Any] = _map()
    """What persists here: `position`, `lubricant` and so on; a value may be `Either`."""
    regions: tuple[str, ...] = ()
    """The regions that are worked, in order; a path has those that it goes through."""
    targets: int = 1
    """How many places are worked, at least 1; a path is one, whatever it leads over."""
    length_mm: int | None = None
    """How long one pass over all regions is, by the lengths that the catalogue declares; None where one is unknown."""
    sides: int = 1
    """2 where the dose is done on both sides one after the other."""


@attrs.frozen(kw_only=True)
class TimingContext(StepContext):
    """What `Technique.refine` is given. It answers with the time of one pass, on one side, over all targets."""

    declared: Ends | None = None
    """What the declaration makes of that pass; None where it is unknown."""


@attrs.frozen(kw_only=True)
class MovesContext(StepContext):
    """What `Technique.moves` is given. Its moves divide the time of the step, and add nothing to it."""

    ms: int | None = None
    """How long the step takes in all; None while nobody knows: then only shares can be given."""
    passes: int = 1
    """How many passes it has at its ideal time."""
