"""What to compose so that everything a file says is looked at: every variant of a routine, every part of a fragment."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.composing.compose import Wishes
from strokekit.composing.expansion import unrolled
from strokekit.composing.frame import MAX_STEPS
from strokekit.composing.variants import choose
from strokekit.formats.locating import Wrong
from strokekit.model.routine import Block, Include, Node, Part, Routine, Section
from strokekit.plugins.catalog import Catalog


@attrs.frozen
class Trial:
    """What a check composes of a routine, one after another, and what keeps it from composing all."""

    runs: tuple[tuple[Routine, Wishes], ...]
    problems: tuple[Wrong, ...] = ()


def to_try(routine: Routine, catalog: Catalog, *, limit: int = MAX_STEPS) -> Trial:
    """Give what a check composes: each variant; or of a fragment its parts, as far as their values have defaults.

    All together they may unroll to so many nodes as one plan may; a variant that is too large by itself says so when it is
    composed.
    """
    runs, left = [], limit
    for one, wishes in _all(routine):
        chosen = choose(one, wishes.variant)
        left -= unrolled(chosen.routine, chosen.sections, catalog)
        runs.append((one, wishes))
        if left < 0:
            break
    later = len(runs) > 1 and left < 0
    problems = (Wrong("too-many-steps", "/variants", hints=(_TOGETHER,), facts={"limit": limit}),) if later else ()
    return Trial(tuple(runs[:-1] if later else runs), problems)


_TOGETHER = "all variants are checked, so their steps count together"


def _all(routine: Routine) -> Iterator[tuple[Routine, Wishes]]:
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
