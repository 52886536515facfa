"""Plan → Timeline: how long everything takes, from one function, and when it happens.

Questions about a timeline need no catalogue: each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from strokekit.timing.explaining import Explanation, Led, explain
    from strokekit.timing.load import Load, load_of
    from strokekit.timing.measure import Measure
    from strokekit.timing.queries import Times, at, between, elapsed, following, move_at, remaining, section_at
    from strokekit.timing.timeline import make_timeline

_HOMES = {
    "Explanation": "explaining",
    "Led": "explaining",
    "Load": "load",
    "Measure": "measure",
    "Times": "queries",
    "at": "queries",
    "between": "queries",
    "elapsed": "queries",
    "explain": "explaining",
    "following": "queries",
    "load_of": "load",
    "make_timeline": "timeline",
    "move_at": "queries",
    "remaining": "queries",
    "section_at": "queries",
}

__all__ = [
    "Explanation",
    "Led",
    "Load",
    "Measure",
    "Times",
    "at",
    "between",
    "elapsed",
    "explain",
    "following",
    "load_of",
    "make_timeline",
    "move_at",
    "remaining",
    "section_at",
]


def __getattr__(name: str) -> Any:
    """Load a name on its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'strokekit.timing' has no attribute {name!r}")
    return getattr(import_module(f"strokekit.timing.{_HOMES[name]}"), name)
