"""The steps of a routine as written: what is done, chosen, repeated, taken in from elsewhere or left to the therapist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.model.amounts import Count, Duration
from strokekit.model.condition import Until, When
from strokekit.model.frozen import FrozenMap
from strokekit.model.node import Deferred, Node
from strokekit.model.place import Place


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen(kw_only=True)
class But:
    """An exception: while its condition holds, these dose fields stand in place of the step's own, or the step is left out."""

    when: When | Deferred
    dose: Mapping[str, Any] = _map()
    skip: bool = False
    origin: str = ""


@attrs.frozen(kw_only=True)
class Interspersed:
    """Steps that return again and again: between the repetitions, between the steps, or after so much time."""

    every: Literal["repeat", "step"] | Duration
    steps: tuple[Step, ...]
    origin: str = ""


@attrs.frozen(kw_only=True)
class Members:
    """What a block is done for, one after the other: digits, joints by number, or places.

    `kind` is the word that `this` repeats inside: `finger`, `toe`, `joint`, `place`. `numbers` is None for all there are, in
    anatomical order.
    """

    kind: str
    numbers: tuple[int, ...] | None = None
    places: tuple[Place | Deferred, ...] = ()
    origin: str = ""


@attrs.frozen(kw_only=True)
class Deed:
    """A technique on the client, or an action around the work. `technique` may be unknown to the catalogue."""

    node: Node
    technique: str
    hands_on: bool
    dose: Mapping[str, Any] = _map()
    given: Mapping[str, Any] = _map()
    """What stands under `with`."""
    but: tuple[But, ...] = ()
    interspersed: Interspersed | None = None
    mirror: bool = True
    """False: done on the second side just as on the first."""
    lasts: str | Duration | Deferred | None = None
    of: str | None = None
    known: bool = True


@attrs.frozen(kw_only=True)
class Block:
    """Steps in order, once or in loops: `repeat` outermost, then `sides`, then `members`.

    `defaults` reach the techniques inside, field by field.
    """

    node: Node
    steps: tuple[Step, ...]
    repeat: Count | Deferred | None = None
    sides: str | None = None
    members: Members | None = None
    order: Literal["written", "any"] = "written"
    between: tuple[Step, ...] = ()
    interspersed: Interspersed | None = None
    until: Until | Deferred | None = None
    defaults: Mapping[str, Any] = _map()


@attrs.frozen(kw_only=True)
class Choice:
    """Some of several options; the first are the default. The least may be none."""

    node: Node
    count: Count | Deferred
    options: tuple[Step, ...]
    by: Literal["therapist", "client", "source"] = "therapist"


@attrs.frozen(kw_only=True)
class Include:
    """A part of this file, of another file, or of a plugin, put here with its values set; loops as those of a block.

    `around` is the block without steps that gives the loops, the state and everything else around the part.
    """

    around: Block
    ref: str
    settings: Mapping[str, Any] = _map()

    @property
    def node(self) -> Node:
        """The node of the include itself."""
        return self.around.node


@attrs.frozen(kw_only=True)
class Free:
    """Time without given strokes: for a region, or a pool that is given out when the plan is made."""

    node: Node
    kind: Literal["region", "pool"]
    dose: Mapping[str, Any] = _map()
    among: tuple[Place | Deferred, ...] = ()


@attrs.frozen(kw_only=True)
class Checkpoint:
    """The time that should have passed since a node began; by default since the section's first technique."""

    node: Node
    elapsed: Duration | Deferred | None
    since: str | None = None


@attrs.frozen(kw_only=True)
class Unlisted:
    """Steps that the source has and does not give: so many, their time unknown."""

    node: Node
    count: Count | Deferred
    dose: Mapping[str, Any] = _map()


@attrs.frozen(kw_only=True)
class Spoken:
    """A step that is nothing but its cues."""

    node: Node


Step: TypeAlias = Deed | Block | Choice | Include | Free | Checkpoint | Unlisted | Spoken
"""Any step of a routine."""


@attrs.frozen(kw_only=True)
class Section:
    """A part of the routine with a phase of the visit: steps, something included, or free time."""

    step: Block | Include | Free
    phase: str = "main"

    @property
    def node(self) -> Node:
        """The node of the section."""
        return self.step.node
