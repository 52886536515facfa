"""A timeline: the plan with every choice made and every time exact, as a list of cues.

All times are whole milliseconds from the start of the routine. A cue's `origin` is a JSON Pointer into the document; its `name`
is that of the plan's node, with `#2` for the second pass of a loop, and in loops within loops `#1#2` for the second pass of the
inner one in the first of the outer one.

A timeline stands for itself: what a player, a query, a record or a simple renderer asks for is in it, so that it can be written
as JSON and read back where no plan, no catalogue and no parser is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.model.elastic import Elastic
from strokekit.model.frozen import FrozenMap, frozen_json
from strokekit.model.plan import Plan, Via

Basis: TypeAlias = Literal["stated", "source", "estimate"]
"""Whose number a length is: the author's, a publication's, or nobody's."""
CueKind: TypeAlias = Literal["step", "rest", "say", "ask", "caution", "checkpoint", "move", "side"]
"""What begins: steps and rests take the time; all else lies within them."""


def _frozen(items: Mapping[str, Any]) -> Mapping[str, Any]:
    return FrozenMap(items)


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


def _json() -> Any:
    return attrs.field(factory=FrozenMap, converter=frozen_json)


def texts(given: str | Mapping[str, str]) -> Mapping[str, str]:
    """Take a text in English for one by language.

    >>> texts("Circles")
    FrozenMap({'en': 'Circles'})
    """
    return FrozenMap({"en": given} if isinstance(given, str) else given)


def _words() -> Any:
    return attrs.field(factory=FrozenMap, converter=texts)


@attrs.frozen(kw_only=True)
class Move:
    """One of the moves that a step consists of. Moves fill the time of their step from its beginning to its end.

    `ms` gives a move that much of it; the moves without divide what is left by their `share`, a whole weight > 0.
    """

    title: Mapping[str, str] = attrs.field(converter=texts)
    """A text in English, or one for each language tag."""
    share: int = 1
    ms: int | None = None
    where: str = ""
    """The place, as a routine would write it."""
    path: str = ""
    """The way, as a routine would write it."""
    side: Literal["", "left", "right"] = ""


@attrs.frozen(kw_only=True)
class Pass:
    """One time of several, `number` from 1: a pass of a block, a stretch of a step that is interrupted, or an interruption."""

    block: str
    """The name of the node that is done several times."""
    number: int
    of: int
    """How many times there are; 0 where they are not counted beforehand."""
    kind: Literal["pass", "stretch", "return"] = "pass"


@attrs.frozen(kw_only=True)
class Bind:
    """Something that kept a length from its ideal. `name` is that of the node, or of the value, that has the bound."""

    kind: Literal["block", "least", "most", "locked", "sides", "passes", "budget", "share", "cap", "target"]
    """What binds: the time of a block around it, its own least or longest, a lock, the other side, whole passes, a budget, a
    share, a cap, or the time that was asked for."""
    name: str = ""
    origin: str = ""
    """Where it is written; empty for what no file says."""


@attrs.frozen(kw_only=True)
class Reason:
    """Why something lasts as long as it does: what it takes by itself, and what bound it; milliseconds.

    `ideal` is None where nobody says: it takes what others leave. Else the length less `ideal` is by how much it was stretched
    (or, below 0, shortened). `binds` says what brought that about, or kept more of it away, the nearest first; it is empty where
    the length is the ideal.
    """

    ideal: int | None
    least: int = 0
    most: int | None = None
    binds: tuple[Bind, ...] = ()
    estimates: tuple[str, ...] = ()
    """What the numbers are estimated by: techniques, vague quantities, assumptions."""


@attrs.frozen(kw_only=True)
class Sign:
    """A sign that ends more than one cue: a block with `until`, or a step that others interrupt. A person sees it, no clock."""

    name: str
    """That of the block, or of the step, with its passes as in the name of a cue."""
    until: str
    """What ends it, as a routine would write it."""
    most: int | None = None
    """How long all of it may take, in milliseconds; None: as long as it takes."""
    origin: str = ""


@attrs.frozen(kw_only=True)
class Site:
    """A place that is worked on."""

    written: str
    """As a routine would write it."""
    region: str = ""
    """The id of the region that the work is on; empty where its words do not say, as in `tight_areas`."""
    side: Literal["", "left", "right"] = ""
    title: Mapping[str, str] = _words()
    """What people call the region, or the place of the file that stands for it."""


@attrs.frozen(kw_only=True)
class Work:
    """What is done in a step. Values of the format stand here as a routine would write them, in their shortest form."""

    title: Mapping[str, str] = _words()
    family: str = ""
    """That of the technique or action; empty for words alone."""
    known: bool = True
    """False where nobody knows the technique, because its plugin is missing."""
    sites: tuple[Site, ...] = ()
    """The places, in order; of a path the places that it names. The same place on both sides stands here twice."""
    side: Literal["", "left", "right", "both", "both_at_once"] = ""
    """The side of the client that is worked on: of `both` one after the other; empty where nobody says."""
    sides: int = 1
    """2 where all of the dose is done on one side and then on the other."""
    tools: tuple[str, ...] | None = None
    """What touches the client, of alternatives the first: `thumb`; None where nobody says."""
    level: str = ""
    """The pressure that is meant, as a level of a scale with all that is relative worked out; empty where nobody can tell."""
    dose: Mapping[str, Any] = _json()
    """The dose fields by name, of `stages` a list of such."""
    given: Mapping[str, Any] = _json()
    """The parameters of the technique, as written under `with`."""
    state: Mapping[str, tuple[Any, ...]] = _json()
    """What persists, as it is now: `position`, `therapist`, …; several where it is one of them, "" among them for nothing."""
    stances: tuple[str, ...] = ()
    """How the therapist may stand, kneel or sit, the first preferred; empty where nobody says, or nobody can tell yet."""
    station: str = ""
    """Where the therapist is: `beside hip`; empty where nobody says, or nobody can tell yet."""
    poses: tuple[str, ...] = ()
    """How the client may lie or sit, the first preferred: `prone`, `left side_lying`; empty as for `stances`."""
    spared: tuple[str, ...] = ()
    """Places inside the sites that are left alone."""
    purposes: tuple[str, ...] = ()
    note: Mapping[str, str] = _words()
    lasts: str = ""
    """For an action that goes on while later steps run: how long."""
    of: str = ""
    """The id of the step that this one ends."""
    node: str = ""
    """The id of the step in its file."""


@attrs.frozen(kw_only=True)
class Cue:
    """Something that begins and ends: a step, or what is said, asked, shown or moved during one. `0 <= start <= end`.

    Steps follow each other without gaps or overlaps, so their lengths add up to the total; the other cues lie within steps.
    Cues of the kind `move` fill the step whose name they bear in the same way; `text` is their title. A cue of the kind `side`
    is the moment at which a step that is done on both sides goes over to the other one.
    """

    kind: CueKind
    name: str
    section: str
    origin: str
    start: int
    end: int
    via: tuple[Via, ...] = ()
    passes: tuple[Pass, ...] = ()
    """Which pass of each loop around it this is, the outermost first; none for what is done once."""
    technique: str | None = None
    hands_on: bool = False
    text: Mapping[str, str] | None = None
    answers: tuple[str, ...] = ()
    """For a cue of the kind `ask`: the answers that the file foresees."""
    basis: Basis = "estimate"
    """Whose number the length is; the author's only if nothing of it is estimated."""
    inserted: bool = False
    repeats: int | None = None
    """How many repetitions a step has in this time, of `3 each way` six; None where its time has nothing to do with them."""
    move: Move | None = None
    """For a cue of the kind `move`: which one."""
    why: Reason | None = None
    """Why a step or a rest is as long as it is; None for all else, and for a stretch of a step that is interrupted."""
    work: Work | None = None
    """What is done in a step; None for all else."""
    signs: tuple[Sign, ...] = ()
    """Of a step or a rest: the signs that end what it is part of, the outermost first."""

    @property
    def length(self) -> int:
        """How long the cue lasts, in milliseconds."""
        return self.end - self.start


@attrs.frozen(kw_only=True)
class TimedSection:
    """A section of the routine as it is in a timeline; `start` and `end` are None where nothing of it is done."""

    name: str
    phase: str
    title: Mapping[str, str] = _words()
    start: int | None = None
    end: int | None = None


@attrs.frozen(kw_only=True)
class About:
    """Which routine a timeline is of."""

    title: Mapping[str, str] = _words()
    id: str | None = None
    language: str = "en"
    """The language of its plain texts."""
    file: str = ""
    """The name of its file, without the folder."""
    variant: str | None = None
    values: Mapping[str, Any] = _json()
    """The routine's values as they were set."""


@attrs.frozen(kw_only=True)
class Timeline:
    """The cues of one run in the order of their starts. The lengths of its steps and rests sum to `total`.

    Two timelines are equal when all that is written of them is: `plan` and `steps` are there only where one was just made.
    """

    cues: tuple[Cue, ...]
    total: int
    elastic: Elastic
    """What the plan allows: the shortest, the ideal, the longest."""
    about: About = About()
    sections: tuple[TimedSection, ...] = ()
    version: str = ""
    """The version of the engine that made it."""
    catalog: str = ""
    """The fingerprint of the catalogue that it was made with."""
    totals: Mapping[str, int] = _map()
    """`hands_on`, `table` and `visit`: the three totals that people ask for, in milliseconds."""
    lines: Mapping[str, int] = _map()
    """Origin of a cue, or of what it is via → its line in the file."""
    plan: Plan | None = attrs.field(default=None, eq=False, repr=False)
    """The plan that it was made of; None once it was read back."""
    steps: Mapping[str, Any] = attrs.field(factory=FrozenMap, converter=_frozen, eq=False, repr=False)
    """The plan's steps by name; none once it was read back."""
    _made: dict[str, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """What queries have made of it once; it goes nowhere with the value."""

    def __getstate__(self) -> dict[str, Any]:
        """Pickle without what queries have made."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(type(self)) if field.name != "_made"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Come back with nothing made."""
        for name, value in {**state, "_made": {}}.items():
            object.__setattr__(self, name, value)
