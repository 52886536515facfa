"""Which service of the several that a file may describe: its sections, what it sets, and for whom it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.formats.locating import Wrong
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Deferred, Routine, Section, Variant
from strokekit.plugins.spelling import closest


@attrs.frozen(kw_only=True)
class Chosen:
    """The routine as one variant has it, its sections in the variant's order, and what the variant sets."""

    routine: Routine
    sections: tuple[Section, ...]
    variant: str | None = None
    settings: Mapping[str, Any] = FrozenMap()
    problems: tuple[Wrong, ...] = ()


def default_variant(routine: Routine) -> str | None:
    """Give the variant that is meant when nobody names one: the one marked as default, else the first."""
    marked = (variant.id for variant in routine.variants.values() if variant.default)
    return next(marked, next(iter(routine.variants), None))


def choose(routine: Routine, name: str | None) -> Chosen:
    """Take the variant of this name, or the default one; a routine without variants has all its sections."""
    if name is not None and name not in routine.variants:
        return Chosen(routine=routine, sections=(), problems=(_unknown(routine, name),))
    wanted = name or default_variant(routine)
    if wanted is None:
        return Chosen(routine=routine, sections=routine.sections)
    variant = routine.variants[wanted]
    by_id = {section.node.id: section for section in routine.sections}
    return Chosen(
        routine=_as(routine, variant),
        sections=tuple(by_id[id_] for id_ in variant.sections if id_ in by_id),
        variant=wanted,
        settings={name: as_set(written) for name, written in variant.settings.items()},
    )


def as_set(written: Any) -> Any:
    """Give what is set in the JSON form that stands in the file: outside of parts no values are in force yet."""
    return written.written if isinstance(written, Deferred) else written


def _as(routine: Routine, variant: Variant) -> Routine:
    """Let the variant say who receives it, where it comes from and how long it takes, where it says so."""
    return attrs.evolve(
        routine,
        recipient=variant.recipient or routine.recipient,
        source=variant.source or routine.source,
        stated_totals=variant.stated_totals or routine.stated_totals,
    )


def _unknown(routine: Routine, name: str) -> Wrong:
    near = closest(name, tuple(routine.variants))
    known = ", ".join(f"`{variant}`" for variant in routine.variants)
    hints = (f"did you mean `{near}`?",) if near else ()
    listed = (f"the routine has {known}",) if known else ("the routine has no variants",)
    return Wrong("unknown-variant", "/variants" if known else "", facts={"id": name}, hints=hints or listed)
