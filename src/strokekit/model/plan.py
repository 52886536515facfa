"""A plan: the routine resolved against a catalogue, with everything inherited, decided and placed, and its repeats still open.

Every node has a `name`, an `origin` (the JSON Pointer it was written at) and `via` (why it is there: which side, which
insertion). Repeats of blocks are not unrolled: `first` is the first pass, `between` stands between two passes, `again` is each
later pass, which may begin with a change back to where the first began. Names are unique, except that the steps of `again` keep
the names that they have in `first`: a timeline tells the passes apart as `#2`, `#3`, …
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.model.amounts import Count, Duration
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Area
from strokekit.model.routine import Avoid, Node, Routine
from strokekit.model.touch import Level

Open: TypeAlias = Literal["", "optional", "condition", "finding"]
"""Why nobody can tell yet whether a node is done; empty: it is done."""


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen(kw_only=True)
class Given:
    """A value of a resolved step, and who says it: the step, something around it, or the technique's declaration."""

    value: Any
    by: Literal["stated", "inherited", "technique"] = "stated"
    origin: str = ""


@attrs.frozen(kw_only=True)
class Either:
    """A state that depends on something nobody can tell yet: whether the node with the id `by` is done, or which option of it.

    `options` holds what it can be, at least two, what held before first; None among them: nothing was said.
    """

    options: tuple[Any, ...]
    by: str


@attrs.frozen(kw_only=True)
class Target:
    """An area that a step works on, with its side decided as far as it can be.

    `area` is None where only findings are named. `findings` makes it conditional on being found; `spared` are the avoided
    places inside it, each under its own name.
    """

    area: Area | None
    findings: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class PlanStep:
    """One technique or action at one place in the routine. `open` says why nobody can tell yet whether it is done."""

    name: str
    origin: str
    technique: str
    hands_on: bool
    node: Node
    known: bool = True
    via: tuple[str, ...] = ()
    dose: Mapping[str, Given] = _map()
    given: Mapping[str, Any] = _map()
    targets: tuple[Target, ...] = ()
    side: str | None = None
    sides: int = 1
    """How often the dose is done because of `side: both`."""
    state: Mapping[str, Any] = _map()
    """What persists, as it is at this step; a value may be `Either`."""
    avoid: tuple[Avoid, ...] = ()
    """What holds here, the step's own and what surrounds it."""
    caps: tuple[Level, ...] = ()
    level: Level | None = None
    """The pressure that is meant, with `deeper` and its like worked out and cut to the cap; None where nobody can tell."""
    uncut: Level | None = None
    """What the pressure would be without the cap; None where no cap cut it."""
    lasts: Any = None
    of: str | None = None
    open: Open = ""
    inserted: bool = False


@attrs.frozen(kw_only=True)
class PlanCue:
    """A step that is nothing but what is said, asked or shown."""

    name: str
    origin: str
    node: Node
    via: tuple[str, ...] = ()
    open: Open = ""
    state: Mapping[str, Any] = _map()


@attrs.frozen(kw_only=True)
class PlanBlock:
    """Nodes in order, once or several times over."""

    name: str
    origin: str
    node: Node
    first: tuple[PlanNode, ...]
    again: tuple[PlanNode, ...] = ()
    between: tuple[PlanNode, ...] = ()
    repeat: Count | None = None
    duration: Duration | None = None
    via: tuple[str, ...] = ()
    open: Open = ""
    any_order: bool = False
    side: str | None = None
    """The side of the client that this is the pass of; None for any other block, also inside such a pass."""


@attrs.frozen(kw_only=True)
class PlanChoice:
    """Options of which `count` are taken; `options` holds those that can be taken, the preferred first."""

    name: str
    origin: str
    node: Node
    count: Count
    options: tuple[PlanNode, ...]
    by: str = "therapist"
    via: tuple[str, ...] = ()
    open: Open = ""


PlanNode: TypeAlias = PlanStep | PlanCue | PlanBlock | PlanChoice
"""Any node of a plan."""


@attrs.frozen(kw_only=True)
class PlanSection:
    """A section of the plan with its phase of the visit."""

    block: PlanBlock
    phase: str


@attrs.frozen(kw_only=True)
class LeftOut:
    """A node that the plan does not hold because its condition is decided against it."""

    name: str
    origin: str
    why: str


@attrs.frozen(kw_only=True)
class Plan:
    """The whole resolved routine. `settings` holds every value of the routine as it was set."""

    routine: Routine
    sections: tuple[PlanSection, ...]
    settings: Mapping[str, Any] = _map()
    left_out: tuple[LeftOut, ...] = ()
    catalog: str = ""
    """The fingerprint of the catalogue that it was composed with."""


def walk(node: PlanNode) -> tuple[PlanNode, ...]:
    """Give a node and all nodes below it, in order, each once: of a choice all options, of a loop one pass of each kind.

    >>> walk(PlanBlock(name="b", origin="", node=Node(origin="", id="b"), first=()))[0].name
    'b'
    """
    found: dict[int, PlanNode] = {}
    left = [node]
    while left:
        taken = left.pop()
        if id(taken) not in found:
            found[id(taken)] = taken
            left += reversed(children(taken))
    return tuple(found.values())


def children(node: PlanNode) -> tuple[PlanNode, ...]:
    """Give the nodes right below one, in order: of a choice all options, of a loop one pass of each kind."""
    match node:
        case PlanBlock():
            return (*node.first, *node.between, *node.again)
        case PlanChoice():
            return node.options
    return ()


def steps_of(plan: Plan) -> tuple[PlanStep, ...]:
    """Give every technique and action of the plan, options included; of a loop one pass of each kind."""
    nodes = (node for section in plan.sections for node in walk(section.block))
    return tuple(node for node in nodes if isinstance(node, PlanStep))
