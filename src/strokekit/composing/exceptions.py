"""What a step's `but` changes: exceptions that hold are applied in order; those nobody can decide yet are kept to be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from strokekit.composing import doses
from strokekit.composing.frame import Frame, Work
from strokekit.model.condition import When
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import OpenBut
from strokekit.model.routine import But, Deed

Holds = Callable[[Work, Any, Frame, str], bool | None]
"""What decides conditions."""


@attrs.frozen(kw_only=True)
class Excepted:
    """A step with the exceptions that hold, None where one leaves it out; where its changed fields stand; and what stays open."""

    deed: Deed | None
    origins: Mapping[str, str] = FrozenMap()
    still_open: tuple[OpenBut, ...] = ()


def excepted(work: Work, deed: Deed, frame: Frame, holds: Holds) -> Excepted:
    """Apply the exceptions of a step that hold, in order."""
    still_open: list[OpenBut] = []
    origins: dict[str, str] = {}
    for but in deed.but:
        when = work.value(but.when)
        held = holds(work, when, frame, f"{but.origin}/when")
        if held and but.skip:
            return Excepted(deed=None)
        if held:
            deed = attrs.evolve(deed, dose=FrozenMap({**deed.dose, **but.dose}))
            origins |= {name: f"{but.origin}/{name}" for name in but.dose}
        elif held is None and isinstance(when, When):
            still_open.append(_open(work, but, when, frame))
    return Excepted(deed=deed, origins=origins, still_open=tuple(still_open))


def _open(work: Work, but: But, when: When, frame: Frame) -> OpenBut:
    return OpenBut(when=when, dose=doses.own(work, but.dose, frame, but.origin), skip=but.skip)
