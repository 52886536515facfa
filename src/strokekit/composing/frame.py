"""What a node inherits from what it stands in, and what the composer keeps while it walks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Literal

import attrs

from strokekit.composing.grounding import Grounds
from strokekit.composing.origins import includes, locate_in
from strokekit.composing.values import fill, names_of
from strokekit.diagnostics import Report
from strokekit.formats.locating import Wrong
from strokekit.literals import Literals
from strokekit.model.amounts import UNSTATED
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import LeftOut, Via
from strokekit.model.routine import Avoid, Deed, Deferred, Effects, LocalPlace, Node, Routine, Step, Value
from strokekit.model.touch import Level
from strokekit.plugins.catalog import Catalog

MAX_DEPTH = 60
"""How deep steps may stand in one another, an include counted twice: for itself and for what it takes in."""
MAX_STEPS = 200_000
"""How many nodes a plan may hold, and how many cues a timeline, unless the caller says otherwise."""
MAX_PROBLEMS = 1_000
"""How many problems of one composition are kept, unless the caller says otherwise."""


@attrs.frozen(kw_only=True)
class Inherited:
    """A default with the place it was written at."""

    value: Any
    origin: str


@attrs.frozen(kw_only=True)
class Passing:
    """Which pass of the loop around is composed."""

    first: bool
    last: bool


@attrs.frozen(kw_only=True)
class Frame:
    """What holds for everything below a node: defaults, prohibitions, caps, locks, the pass of each loop around."""

    defaults: Mapping[str, Inherited] = FrozenMap()
    avoid: tuple[Avoid, ...] = ()
    caps: tuple[Level, ...] = ()
    locked: tuple[str, ...] = ()
    side: str | None = None
    mirrored: bool = False
    passing: Passing | None = None
    this: Mapping[str, Any] = FrozenMap()
    """The current member of each loop around: `toe` → 2, `place` → a place."""
    prefix: str = ""
    """The ids of the includes around, each with a slash: `legs/`."""
    members: str = ""
    """What the loops over members around add to every name: `[finger 2][joint 1]`."""
    marks: str = ""
    """What the passes around add to every name: `@left`, in a loop over sides within another `@left@right`."""
    via: tuple[Via, ...] = ()
    addable: Mapping[str, Step] = FrozenMap()
    """The steps that may be added here, by id."""

    def inside(self, node: Node, defaults: Mapping[str, Any] | None = None) -> Frame:
        """Make the frame of the children of `node`: prohibitions, caps and locks add up, the nearer default wins."""
        own = {name: Inherited(value=value, origin=f"{node.origin}/defaults/{name}") for name, value in (defaults or {}).items()}
        added = {step.node.id: step for step in node.may_add}
        return attrs.evolve(
            self,
            defaults=FrozenMap({**self.defaults, **own}) if own else self.defaults,
            avoid=(*self.avoid, *node.avoid),
            caps=(*self.caps, node.cap) if node.cap else self.caps,
            locked=tuple(dict.fromkeys((*self.locked, *node.locked))),
            addable=FrozenMap({**self.addable, **added}) if added else self.addable,
        )

    def on_side(self, side: str, *, mirrored: bool, origin: str = "") -> Frame:
        """Make the frame of a pass on one side; the second pass of a pair is the mirror image of the first."""
        return attrs.evolve(
            self,
            side=side,
            mirrored=self.mirrored != mirrored,
            passing=Passing(first=not mirrored, last=mirrored),
            marks=f"{self.marks}@{side}",
            via=(*self.via, Via(kind="side", what=side, origin=origin)),
        )

    def at_member(self, kind: str, value: Any, text: str, *, origin: str = "") -> Frame:
        """Make the frame of a pass for one member of a row."""
        return attrs.evolve(
            self,
            this=FrozenMap({**self.this, kind: value}),
            members=f"{self.members}[{text}]",
            via=(*self.via, Via(kind="member", what=text, origin=origin)),
        )

    def because(self, kind: Literal["include", "inserted", "interspersed", "added"], what: str, origin: str) -> Frame:
        """Make the frame of what is there for one more reason."""
        return attrs.evolve(self, via=(*self.via, Via(kind=kind, what=what, origin=origin)))

    def name(self, node: Node) -> str:
        """Name a node of the plan: `legs/glide[toe 2]@right`."""
        return f"{self.prefix}{node.id}{self.members}{self.marks}"


@attrs.frozen(kw_only=True)
class Scope:
    """What names mean: in the routine itself, or inside an included part, into which nothing of it leaks."""

    routine: Routine
    """The file that the names belong to."""
    file: str = ""
    literals: Literals
    values: Mapping[str, Any] = FrozenMap()
    declared: Mapping[str, Value] = FrozenMap()

    @property
    def places(self) -> Mapping[str, LocalPlace]:
        """The places that the file names."""
        return self.routine.places


class TooManySteps(Exception):
    """The plan has grown past its limit."""


class TooManyProblems(Exception):
    """As many problems have been found as are kept."""


@attrs.define
class Work:
    """One composition: the input, the state at the point reached, and what was found on the way."""

    routine: Routine
    catalog: Catalog
    scope: Scope
    limit: int = MAX_STEPS
    most: int = MAX_PROBLEMS
    answers: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    effects: tuple[Effects, ...] = attrs.field(default=(), repr=False)
    adding: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    """Id of an addition → ids of the steps that it goes after."""
    state: dict[str, Any] = attrs.field(factory=dict)
    pressure: Level | None = None
    """The pressure last in force in the section, as far as it is known."""
    before: Deed | None = None
    """The technique or action right before the point reached, in playing order."""
    names: dict[str, str] = attrs.field(factory=dict)
    """Id of each node reached so far → its latest name."""
    first_technique: str | None = None
    """The name of the section's first technique, once it is reached."""
    marked: set[str] = attrs.field(factory=set)
    """The marks made so far."""
    addable: dict[str, Step] = attrs.field(factory=dict)
    """The steps that may be added anywhere, by id."""
    added: set[tuple[str, str]] = attrs.field(factory=set)
    """Additions that found their host: (addition, host)."""
    parts: list[tuple[str, str]] = attrs.field(factory=list)
    """The parts that are being composed, the outermost first: file and name."""
    chain: list[str] = attrs.field(factory=list)
    """The origins of the includes around the point reached."""
    problems: list[Wrong] = attrs.field(factory=list)
    left_out: list[LeftOut] = attrs.field(factory=list)
    made: int = 0
    depth: int = 0
    last_side: str = "right"
    """The side on which the last pair of passes ended; the first pair so begins on the left."""

    @property
    def literals(self) -> Literals:
        """The reader of literals of the file reached."""
        return self.scope.literals

    @property
    def values(self) -> Mapping[str, Any]:
        """The values in force."""
        return self.scope.values

    @contextmanager
    def inside(self, scope: Scope, part: tuple[str, str], origin: str) -> Iterator[None]:
        """Go into an included part, and come back out of it."""
        outer, self.scope = self.scope, scope
        self.parts.append(part)
        self.chain.append(origin)
        try:
            yield
        finally:
            self.scope = outer
            self.parts.pop()
            self.chain.pop()

    def note(self, wrong: Wrong) -> None:
        """Note a problem, with the includes that lead to it.

        Raises:
            TooManyProblems: it is the last that is kept.
        """
        led = includes(self.routine, tuple(reversed(self.chain)))
        self.problems.append(attrs.evolve(wrong, related=(*wrong.related, *led)) if led else wrong)
        if len(self.problems) >= self.most:
            raise TooManyProblems

    def wrong(self, name: str, pointer: str, /, *, hints: tuple[str, ...] = (), **facts: Any) -> None:
        """Note a problem by the name of its code."""
        self.note(Wrong(name, pointer, facts=facts, hints=hints))

    def count(self) -> None:
        """Count one more node.

        Raises:
            TooManySteps: the limit is reached.
        """
        self.made += 1
        if self.made > self.limit:
            raise TooManySteps

    def value(self, written: Any, frame: Frame | None = None) -> Any:
        """Read a literal with the values in force filled in; None where that can't be read, which is then reported.

        With a frame also `this finger` becomes the current one, and the places of the document what they stand for.
        """
        if isinstance(written, Deferred):
            self._kept(written, frame)
            reading = self.literals.read(written.kind, fill(written, self.values))
            for mistake in reading.mistakes:
                self.note(Wrong(mistake.name, written.origin, facts=mistake.facts, hints=mistake.hints))
            written = reading.value
        return written if frame is None else self.grounds(frame).of(written)

    def _kept(self, written: Deferred, frame: Frame | None) -> None:
        """Report a value that was set although what it changes is locked."""
        if frame is None or "dose" not in frame.locked:
            return
        for name in names_of(written):
            declared = self.scope.declared.get(name)
            if declared is not None and self.values.get(name) != declared.default:
                self.wrong("locked-conflict", written.origin, what=f"the value `{name}`")

    def grounds(self, frame: Frame) -> Grounds:
        """Give what `this` and the names of places stand for."""
        return Grounds(this=frame.this, places=self.scope.places)

    def amount(self, written: Any, frame: Frame | None = None) -> Any:
        """Read an amount of a block; None where there is none, or it is `unstated`."""
        value = self.value(written, frame)
        return value if stated(value) else None

    def rested(self, node: Node) -> Node:
        """Give a node the pause after it with the values in force filled in."""
        return attrs.evolve(node, rest=self.amount(node.rest)) if isinstance(node.rest, Deferred) else node

    def report(self) -> Report:
        """Put the problems at their places."""
        return Report.of(locate_in(self.routine, wrong) for wrong in self.problems)


def stated(value: Any) -> bool:
    """Tell whether a field says something: neither absent nor `unstated`."""
    return value is not None and value is not UNSTATED
