"""A plan: the routine resolved against a catalogue, with everything inherited, decided and placed, and its repeats still open.

Every node has a `name`, an `origin` (where it was written) and `via` (why it is there: which side, which part, which insertion).
An origin is a JSON Pointer into the routine's own document, or `file#pointer` for what was included from another file, whose
path is that from the routine's folder.

Repeats of blocks are not unrolled: `first` is the first pass, `between` stands between two passes, `again` is each later pass,
which may begin with a change back to where the first began. Where steps ask which pass it is, `last` is the last of several and
`only` the pass of a block that is done once. Names are unique, except that the steps of the other passes keep the names that
they have in `first`: a timeline tells the passes apart as `#2`, `#3`, …
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.model.amounts import Count, Duration, Percent
from strokekit.model.condition import Until, When
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Area
from strokekit.model.routine import Avoid, Effects, Node, Routine
from strokekit.model.touch import Level

FREE_WORK, UNLISTED_WORK = "free_work", "unlisted_work"
"""The techniques of the catalogue that stand for free time and for steps that the source does not give."""

Open: TypeAlias = Literal["", "optional", "condition", "finding"]
"""Why nobody can tell yet whether a node is done; empty: it is done."""

Why: TypeAlias = Literal["condition", "exception", "answer"]
"""What leaves a node out: its own condition, an exception of its step, or an answer of the client."""


def _map(*, repr: bool = True) -> Any:  # noqa: A002 - the name that attrs has for it
    return attrs.field(factory=FrozenMap, converter=FrozenMap, repr=repr)


@attrs.frozen(kw_only=True)
class Via:
    """One reason why a node is where it is, or is there again: `what` is a side, a member, the reference of a part, and so on."""

    kind: Literal["side", "member", "include", "inserted", "interspersed", "added"]
    what: str
    origin: str = ""
    """Where that is written."""


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
class OpenBut:
    """What would stand in place of a step's own dose, if a condition held that stays open."""

    when: When
    dose: Mapping[str, Given] = _map()
    skip: bool = False


@attrs.frozen(kw_only=True)
class PlanStep:
    """One technique or action at one place in the routine. `open` says why nobody can tell yet whether it is done."""

    name: str
    origin: str
    technique: str
    hands_on: bool
    node: Node
    known: bool = True
    via: tuple[Via, ...] = ()
    dose: Mapping[str, Given] = _map()
    """The dose fields by name; of `stages` the value is a tuple of doses, each a mapping from names to `Given`."""
    given: Mapping[str, Any] = _map()
    targets: tuple[Target, ...] = ()
    """Of a pool: the places that its time may be given to."""
    free: Literal["", "region", "pool", "unlisted"] = ""
    """Time whose strokes nobody gives: for a region, from a pool, or steps that the source leaves out."""
    count: Count | None = None
    """Of unlisted work: how many steps there are."""
    buts: tuple[OpenBut, ...] = ()
    """Those of which nobody can tell yet whether they hold; they are shown, and not timed."""
    locked: tuple[str, ...] = ()
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
    duration: Duration | None = None
    share: Percent | None = None
    via: tuple[Via, ...] = ()
    open: Open = ""
    state: Mapping[str, Any] = _map()


@attrs.frozen(kw_only=True)
class PlanCheckpoint:
    """A moment with the time that should have passed since another node began; it takes no time itself.

    `since` is the name of that node; None where the section has no technique to start from.
    """

    name: str
    origin: str
    node: Node
    elapsed: Duration | None
    since: str | None = None
    via: tuple[Via, ...] = ()
    open: Open = ""


@attrs.frozen(kw_only=True)
class PlanBlock:
    """Nodes in order, once or several times over."""

    name: str
    origin: str
    node: Node
    first: tuple[PlanNode, ...]
    again: tuple[PlanNode, ...] = ()
    between: tuple[PlanNode, ...] = ()
    last: tuple[PlanNode, ...] | None = None
    """The last of several passes, where it is another than `again`."""
    only: tuple[PlanNode, ...] | None = None
    """The one pass of a block that is done once, where it is another than `first`."""
    repeat: Count | None = None
    duration: Duration | None = None
    share: Percent | None = None
    every: Duration | None = None
    """After how much of its time the block is interrupted by `inserts`; None where it is not."""
    inserts: tuple[PlanNode, ...] = ()
    until: Until | None = None
    host: bool = False
    """True for a step with others interspersed: `first` and `again` are its single passes, `between` or `inserts` the others."""
    locked: tuple[str, ...] = ()
    via: tuple[Via, ...] = ()
    open: Open = ""
    any_order: bool = False
    side: str | None = None
    """The side of the client that this is the pass of; None for any other block, also inside such a pass."""
    member: str | None = None
    """The member of a row that this is the pass of, as `toe 2`; None for any other block."""


@attrs.frozen(kw_only=True)
class PlanChoice:
    """Options of which `count` are taken; `options` holds those that can be taken, the preferred first."""

    name: str
    origin: str
    node: Node
    count: Count
    options: tuple[PlanNode, ...]
    by: str = "therapist"
    duration: Duration | None = None
    share: Percent | None = None
    locked: tuple[str, ...] = ()
    via: tuple[Via, ...] = ()
    open: Open = ""


PlanNode: TypeAlias = PlanStep | PlanCue | PlanCheckpoint | PlanBlock | PlanChoice
"""Any node of a plan."""


@attrs.frozen(kw_only=True)
class PlanSection:
    """A section of the plan with its phase of the visit."""

    block: PlanBlock
    phase: str


@attrs.frozen(kw_only=True)
class LeftOut:
    """A node that the plan does not hold, and what decided against it."""

    name: str
    origin: str
    why: Why


@attrs.frozen(kw_only=True)
class Plan:
    """The whole resolved routine. `settings` holds every value of the routine as it was set.

    What is known of the client is in no `repr`: `answers` are those that were given to the routine's questions.
    """

    routine: Routine
    sections: tuple[PlanSection, ...]
    settings: Mapping[str, Any] = _map()
    variant: str | None = None
    answers: Mapping[str, Any] = _map(repr=False)
    effects: tuple[Effects, ...] = attrs.field(default=(), repr=False)
    """What those answers brought about."""
    addable: Mapping[str, str] = _map()
    """Id of each step that may be added → its technique or action."""
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
        key = id(taken)
        if key not in found:
            found[key] = taken
            if isinstance(taken, (PlanBlock, PlanChoice)):  # most nodes are steps, and most rules walk
                left += reversed(children(taken))
    return tuple(found.values())


def children(node: PlanNode) -> tuple[PlanNode, ...]:
    """Give the nodes right below one, in order: of a choice all options, of a loop one pass of each kind."""
    match node:
        case PlanBlock():
            return (*node.first, *node.between, *node.again, *(node.last or ()), *(node.only or ()), *node.inserts)
        case PlanChoice():
            return node.options
    return ()


def steps_of(plan: Plan) -> tuple[PlanStep, ...]:
    """Give every technique and action of the plan, options included; of a loop one pass of each kind."""
    nodes = (node for section in plan.sections for node in walk(section.block))
    return tuple(node for node in nodes if isinstance(node, PlanStep))
