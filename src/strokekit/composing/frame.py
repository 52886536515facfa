"""What a node inherits from what it stands in, and what the composer keeps while it walks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.composing.values import fill
from strokekit.diagnostics import Report
from strokekit.formats.locating import Wrong, locate
from strokekit.literals import Literals
from strokekit.model.amounts import UNSTATED
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import LeftOut
from strokekit.model.routine import Avoid, Deed, Deferred, Node, Routine
from strokekit.model.touch import Level
from strokekit.plugins.catalog import Catalog

MAX_STEPS = 200_000
"""How many nodes a plan may hold, and how many cues a timeline, unless the caller says otherwise."""


@attrs.frozen(kw_only=True)
class Inherited:
    """A default with the place it was written at."""

    value: Any
    origin: str


@attrs.frozen(kw_only=True)
class Frame:
    """What holds for everything below a node: defaults, prohibitions, caps, the side of the current pass."""

    defaults: Mapping[str, Inherited] = FrozenMap()
    avoid: tuple[Avoid, ...] = ()
    caps: tuple[Level, ...] = ()
    side: str | None = None
    mirrored: bool = False
    marks: str = ""
    """What the passes around add to every name: `@left`, in a loop over sides within another `@left@right`."""
    via: tuple[str, ...] = ()

    def inside(self, node: Node, defaults: Mapping[str, Any] | None = None) -> Frame:
        """Make the frame of the children of `node`: prohibitions and caps add up, the nearer default wins."""
        own = {name: Inherited(value=value, origin=f"{node.origin}/defaults/{name}") for name, value in (defaults or {}).items()}
        return attrs.evolve(
            self,
            defaults=FrozenMap({**self.defaults, **own}) if own else self.defaults,
            avoid=(*self.avoid, *node.avoid),
            caps=(*self.caps, node.cap) if node.cap else self.caps,
        )

    def on_side(self, side: str, *, mirrored: bool) -> Frame:
        """Make the frame of a pass on one side; the second pass of a pair is the mirror image of the first."""
        return attrs.evolve(
            self,
            side=side,
            mirrored=self.mirrored != mirrored,
            marks=f"{self.marks}@{side}",
            via=(*self.via, f"{side} side"),
        )

    def name(self, node: Node) -> str:
        """Name a node of the plan."""
        return f"{node.id}{self.marks}"


class TooManySteps(Exception):
    """The plan has grown past its limit."""


@attrs.define
class Work:
    """One composition: the input, the state at the point reached, and what was found on the way."""

    routine: Routine
    catalog: Catalog
    literals: Literals
    values: Mapping[str, Any]
    limit: int = MAX_STEPS
    state: dict[str, Any] = attrs.field(factory=dict)
    pressure: Level | None = None
    """The pressure last in force in the section, as far as it is known."""
    before: Deed | None = None
    """The technique or action right before the point reached, in playing order."""
    problems: list[Wrong] = attrs.field(factory=list)
    left_out: list[LeftOut] = attrs.field(factory=list)
    made: int = 0
    last_side: str = "right"
    """The side on which the last pair of passes ended; the first pair so begins on the left."""

    def wrong(self, name: str, pointer: str, *, hints: tuple[str, ...] = (), **facts: Any) -> None:
        """Note a problem."""
        self.problems.append(Wrong(name, pointer, facts=facts, hints=hints))

    def count(self) -> None:
        """Count one more node.

        Raises:
            TooManySteps: the limit is reached.
        """
        self.made += 1
        if self.made > self.limit:
            raise TooManySteps

    def value(self, written: Any) -> Any:
        """Read a literal with the routine's values filled in; None where that can't be read, which is then reported."""
        if not isinstance(written, Deferred):
            return written
        reading = self.literals.read(written.kind, fill(written, self.values))
        for mistake in reading.mistakes:
            self.problems.append(Wrong(mistake.name, written.origin, facts=mistake.facts, hints=mistake.hints))
        return reading.value

    def amount(self, written: Any) -> Any:
        """Read an amount of a block; None where there is none, or it is `unstated`."""
        value = self.value(written)
        return value if stated(value) else None

    def report(self) -> Report:
        """Put the problems at their places in the routine's text."""
        return Report.of(locate(self.routine.document, wrong) for wrong in self.problems)


def stated(value: Any) -> bool:
    """Tell whether a field says something: neither absent nor `unstated`."""
    return value is not None and value is not UNSTATED
