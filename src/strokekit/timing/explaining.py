"""Why a cue is there, and why it lasts as long as it does: as a value, from the timeline alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import attrs

from strokekit.errors import UsageError
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Via
from strokekit.model.timeline import Basis, Bind, Cue, CueKind, Pass, Reason, Timeline, texts


@attrs.frozen(kw_only=True)
class Led:
    """A place in a file: `file` without its folder, `line` from 1, None where no file is known."""

    file: str
    line: int | None
    origin: str


@attrs.frozen(kw_only=True)
class Reached:
    """One reason why a cue is where it is, and where that is written."""

    kind: Literal["side", "member", "include", "inserted", "interspersed", "added"]
    what: str
    place: Led | None = None


@attrs.frozen(kw_only=True)
class Bound:
    """What bound a length, and where that is written."""

    kind: str
    name: str
    place: Led | None = None


@attrs.frozen(kw_only=True)
class Explanation:
    """All that a timeline knows of where a cue comes from. Times are whole milliseconds."""

    name: str
    kind: CueKind
    title: Mapping[str, str] = attrs.field(factory=FrozenMap, converter=texts)
    """What is done, or the words."""
    start: int
    end: int
    section: str
    section_title: Mapping[str, str] = attrs.field(factory=FrozenMap, converter=texts)
    place: Led
    """Where it is written."""
    passes: tuple[Pass, ...] = ()
    """Which pass of each loop around it, the outermost first."""
    side: str = ""
    """Which side of the client, where it is on one."""
    via: tuple[Reached, ...] = ()
    """Which side of a loop, member, include, insertion or addition brought it there, the outermost first."""
    technique: str | None = None
    inserted: bool = False
    """True where no file says it, and the plan has put it in."""
    basis: Basis | None = None
    """Whose number the length is; None for what takes no time."""
    estimates: tuple[str, ...] = ()
    """What the number is estimated by."""
    ideal: int | None = None
    least: int = 0
    most: int | None = None
    """What it takes by itself: ideally (None where nobody says), at least, and at most (None where that is open)."""
    stretched: int | None = None
    """How much longer than its ideal it is; below 0 shorter; None where there is no ideal, or nothing to compare."""
    binds: tuple[Bound, ...] = ()
    """What brought that about, or kept more of it away, the nearest first."""

    @property
    def length(self) -> int:
        """How long it lasts."""
        return self.end - self.start


def explain(timeline: Timeline, cue: Cue) -> Explanation:
    r"""Say why a cue of a timeline is there, and why it lasts as long as it does.

    >>> from strokekit import Engine
    >>> engine = Engine()
    >>> steps = "{technique: kneading, id: knead, where: calf, duration: 2 min}"
    >>> text = f"strokekit: 1\ntitle: Calf\ncontraindications: none_reviewed\nsections: [{{id: legs, steps: [{steps}]}}]"
    >>> timeline = engine.fit(engine.compose(engine.loads(text, name="calf.routine.yaml"))).require()
    >>> found = explain(timeline, timeline.cues[0])
    >>> found.place.file, found.place.line, found.basis, found.length, found.stretched
    ('calf.routine.yaml', 4, 'stated', 120000, 0)
    """
    why, timed = cue.why or Reason(ideal=None), cue.kind in {"step", "rest"}
    section = next((one for one in timeline.sections if one.name == cue.section), None)
    return Explanation(
        name=cue.name,
        kind=cue.kind,
        title=cue.work.title if cue.work else cue.text or {},
        start=cue.start,
        end=cue.end,
        section=cue.section,
        section_title=section.title if section else {},
        place=_led(timeline, cue.origin),
        passes=cue.passes,
        side=_side(cue),
        via=tuple(_reached(timeline, via) for via in cue.via),
        technique=cue.technique,
        inserted=cue.inserted,
        basis=cue.basis if timed else None,
        estimates=why.estimates,
        ideal=why.ideal,
        least=why.least,
        most=why.most,
        stretched=None if why.ideal is None else cue.length - why.ideal,
        binds=tuple(_bound(timeline, bind) for bind in why.binds),
    )


def named(timeline: Timeline, name: str) -> tuple[Cue, ...]:
    """Give the steps and rests that have a name: with `#2` that pass alone, without it all passes.

    The id that a step has in its file names it on both sides, for each member, wherever it is included, and in every stretch.

    Raises:
        UsageError: there are none; the message says which name is nearest.
    """
    found = tuple(cue for cue in timeline.cues if cue.kind in {"step", "rest"} and _fits(cue, name))
    if not found:
        from strokekit.plugins.spelling import closest  # only a misspelt name needs the room of plugins

        known = tuple(dict.fromkeys(cue.name.partition("#")[0] for cue in timeline.cues))
        near = closest(name, known)
        raise UsageError(f"nothing in the timeline is called {name!r}" + (f": did you mean {near}?" if near else ""))
    return found


def _fits(cue: Cue, wanted: str) -> bool:
    name, whole = cue.name, cue.name.partition("#")[0]
    id_ = "" if cue.inserted else _MARKS.split(name, maxsplit=1)[0].rpartition("/")[2]
    return name == wanted or ("#" not in wanted and whole == wanted) or id_ == wanted


_MARKS = re.compile(r"[#@+\[]")
"""What the name of a cue has after the id of its step: passes, sides, members, that it is a part of an interrupted step."""


def _side(cue: Cue) -> str:
    if cue.work is not None and cue.work.side:
        return cue.work.side
    return next((via.what for via in reversed(cue.via) if via.kind == "side"), "")


def _led(timeline: Timeline, origin: str) -> Led:
    file = origin.partition("#")[0] if "#" in origin and not origin.startswith("/") else timeline.about.file
    return Led(file=file, line=timeline.lines.get(origin), origin=origin)


def _reached(timeline: Timeline, via: Via) -> Reached:
    return Reached(kind=via.kind, what=via.what, place=_led(timeline, via.origin) if via.origin else None)


def _bound(timeline: Timeline, bind: Bind) -> Bound:
    return Bound(kind=bind.kind, name=bind.name, place=_led(timeline, bind.origin) if bind.origin else None)
