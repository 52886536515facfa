"""What to compose so that everything a file says is looked at: every variant of a routine, every part of a fragment."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.composing.compose import Wishes
from strokekit.model.routine import Block, Include, Node, Part, Routine, Section


def to_try(routine: Routine) -> Iterator[tuple[Routine, Wishes]]:
    """Give what a check composes: each variant; or of a fragment its parts, as far as their values have defaults."""
    if routine.kind == "fragment":
        yield attrs.evolve(routine, sections=tuple(_section(part) for part in routine.parts.values() if _settled(part))), Wishes()
        return
    for variant in routine.variants or (None,):
        yield routine, Wishes(variant=variant)


def _settled(part: Part) -> bool:
    return all(value.has_default for value in part.values.values())


def _section(part: Part) -> Section:
    around = Block(node=Node(origin=part.origin, id=part.id), steps=())
    return Section(step=Include(around=around, ref=part.id))
