"""Every fact of a routine, one after the other: the routine without it, to see whether a reader of its card would notice."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from strokekit.model.plan import Plan
from strokekit.rendering import RenderContext
from strokekit.rendering.card import Card
from strokekit.rendering.card_view import make_card
from tests.rendering.hostile import engine


def plan_of(data: Any) -> Plan | None:
    """Compose a routine given as JSON values; None where it is not valid."""
    return engine().compose(engine().loads(json.dumps(data), syntax="json")).value


def card_of(plan: Plan) -> Card:
    """Put a plan on a card."""
    return make_card(RenderContext(plan=plan, catalog=engine().catalog))


def facts(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to everything that can be taken out of a document: keys of mappings, and entries of lists."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in items:
        yield (*way, key)
        yield from facts(part, (*way, key))


def without(data: Any, way: tuple[Any, ...]) -> Any:
    """Give a document without one of its facts."""
    changed = copy.deepcopy(data)
    inner = changed
    for key in way[:-1]:
        inner = inner[key]
    del inner[way[-1]]
    return changed
